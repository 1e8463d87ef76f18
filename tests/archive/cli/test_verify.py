"""An archive says whether all that it keeps is as it was written."""

from pathlib import Path

from click.testing import CliRunner
from sqlalchemy import text

from archive.cli.search import check
from archive.cli.verify import verify
from archive.errors import StoreError
from archive.settings import Settings
from tests.webapp import past_world as w


def test_a_sound_archive_says_so(home: Path) -> None:
    w.build(home).close()
    run = CliRunner().invoke
    told = run(verify, obj=Settings(home))
    assert (told.exit_code, told.stdout, told.stderr) == (0, "", "0 damaged\n")
    assert run(check, obj=Settings(home)).exit_code == 0


def test_what_is_damaged_is_named_with_its_document_and_what_to_do(home: Path) -> None:
    store = w.build(home)
    with store.read_transaction() as connection:
        connection.execute(text("UPDATE fates SET status = 'gond' WHERE status = 'gone'"))
        connection.commit()
    link = Settings(home).permalink(store.documents()[0].id)
    store.close()
    told = CliRunner().invoke(verify, obj=Settings(home))
    assert told.exit_code == 1
    assert told.stdout.startswith("damaged: fates 1 ")
    assert told.stdout.endswith(f' of {w.TITLE} ({link}); run "gakju verify --mend"\n')


def test_a_database_that_was_cut_is_an_error_that_says_so(home: Path) -> None:
    w.build(home).close()
    path = home / "archive.sqlite"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    found = CliRunner().invoke(verify, obj=Settings(home))
    assert found.exit_code == 1
    assert isinstance(found.exception, StoreError | SystemExit)
    assert "malformed" in f"{found.exception} {found.output}"
