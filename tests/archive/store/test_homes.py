"""Only what makes an archive makes one; everything else says that there is none, and which may be meant."""

import subprocess
import sys
from pathlib import Path

import pytest

from archive.errors import NoArchive, StoreError
from archive.open import Archive
from archive.settings import Settings
from archive.store import Store
from archive.store.homes import absence, neighbours


def test_a_slip_in_the_name_makes_nothing_and_names_what_is_near(tmp_path: Path) -> None:
    Store.at(tmp_path / "gakju").close()
    with pytest.raises(NoArchive, match=rf"gakjo is not there; there is one in {tmp_path / 'gakju'} .*gakju index"):
        Archive.open(Settings(tmp_path / "gakjo"))
    assert [path.name for path in tmp_path.iterdir()] == ["gakju"]


def test_what_is_near_is_found_in_the_folder_and_around_it(tmp_path: Path) -> None:
    Store.at(tmp_path / "a" / "gakju-home").close()
    assert tmp_path / "a" / "gakju-home" in neighbours(tmp_path / "a")
    (tmp_path / "file").touch()
    assert "is a file, no folder" in absence(tmp_path / "file")


def test_an_emptied_store_is_no_archive(tmp_path: Path) -> None:
    Store.at(tmp_path).close()
    (tmp_path / "archive.sqlite").write_bytes(b"")
    with pytest.raises(NoArchive, match="is empty: gakju restore"):
        Archive.open(Settings(tmp_path))
    (tmp_path / "index-1").mkdir()
    with pytest.raises(StoreError, match="has held an archive"):
        Archive.make(Settings(tmp_path))


def test_a_new_home_is_its_owners_alone(tmp_path: Path) -> None:
    Store.at(tmp_path / "new").close()
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


READ = """
import sys
from pathlib import Path
from archive.errors import StoreError
from archive.store import Store
store = Store.at(Path(sys.argv[1]), make=False)
print(store.reads_only, store.counts()["documents"])
try:
    store.save_setting("a", "b")
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="setpriv is of Linux")
def test_a_home_that_may_not_be_written_is_read(tmp_path: Path) -> None:
    home = tmp_path / "home"
    Store.at(home).close()
    for path in (*home.iterdir(), home):
        path.chmod(0o500 if path.is_dir() else 0o400)
    # Root may write anything: it is asked without that right.
    ask = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", sys.executable, "-c", READ, str(home)]
    try:
        read = subprocess.run(ask, capture_output=True, text=True, timeout=60, check=False)
    finally:
        home.chmod(0o700)
    assert read.stdout.splitlines()[0] == "True 0", read.stderr
    assert "cannot be written" in read.stdout
    assert sorted(path.name for path in home.iterdir()) == ["archive.sqlite"]
