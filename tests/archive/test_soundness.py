"""Whatever byte of what is kept is another: it is named, with its document, and mended, or the loss is said.

Each flip is of one byte of the file of the database, where the thing lies. What is mended is as it was, row by row.
"""

import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive import open, soundness
from archive.cli.search import check
from archive.cli.verify import verify
from archive.settings import Settings
from archive.store import Store
from archive.store.schema import SEALED
from tests.archive.literal import brief
from tests.webapp.world import save

WORDS = "나루터에는 소금 배가 봄마다 열 척씩 들어와 이레를 머물다가 강을 거슬러 올라간다고 한다."


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a document in two revisions, one of them past, and a correction of its catalogue."""
    home = tmp_path_factory.mktemp("sound")
    store = Store.at(home)
    (home / "ferry.txt").write_text("first edition")
    save(store, "ferry.txt", brief(WORDS, "옛 다리는 없다.", title="나루터"), data=b"first edition of the ferry")
    save(store, "ferry.txt", brief(WORDS, "새 다리가 섰다.", title="나루터"), data=b"second edition", day="2025-05-01")
    store.save_correction(1, {"author": ["홍길동"]})
    open.Archive(store, home).catch_up()
    store.close()
    return home


@pytest.fixture
def home(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "home"))


def rows(home: Path) -> list[list[tuple[object, ...]]]:
    with sqlite3.connect(home / "archive.sqlite") as sql:
        found = [sql.execute(f"SELECT * FROM {t.name} ORDER BY 1, 2").fetchall() for t in SEALED if t.name != "files"]
    sql.close()
    return found


# What is damaged: an SQL expression that gives the bytes of a cell, and what the fault is called; mended or lost.
PLACES = {
    "원본": ("SELECT data FROM originals LIMIT 1", "originals", False),
    "둘째 원본": ("SELECT data FROM originals LIMIT 1 OFFSET 1", "originals", False),
    "쪽 본문": ("SELECT text FROM passages WHERE text LIKE '새 다리%'", "passages", True),
    "낱말": ("SELECT packed FROM passages WHERE text LIKE '새 다리%'", "passages", True),
    "지난 판": ("SELECT reading FROM states WHERE state = 1", "revision 1 1", False),
    "지금 판": ("SELECT reading FROM states WHERE state = 2", "revision 1 2", True),
    "판의 이름들": ("SELECT ids FROM states WHERE state = 1", "revision 1 1", False),
    "지난 글귀": ("SELECT text FROM wordings WHERE text LIKE '옛 다리%'", "wordings", True),
    "원장": ("SELECT status FROM fates LIMIT 1", "fates", False),
    "서지": ("SELECT metadata FROM documents", "catalogue entry 1", True),
    "서지 고침": ("SELECT fields FROM corrections", "corrections 1", False),
    "문단": ("SELECT value FROM blocks WHERE text LIKE '새 다리%'", "blocks", True),
}


def damaged(home: Path) -> str:
    """What is said to be damaged."""
    store = Store.at(home)
    found = " ".join(fault.what for fault in store.damage.faults())
    store.close()
    return found


def flip(home: Path, query: str, called: str, part: float) -> None:
    """Turns a bit of the byte in this part of a cell, in the file itself."""
    path = home / "archive.sqlite"
    with sqlite3.connect(path) as sql:
        sql.text_factory = bytes
        (cell,) = sql.execute(query).fetchone()
    sql.close()
    data, seals = path.read_bytes(), damaged(home)
    at = data.find(cell)
    while at > 0:  # the same words stand in several tables
        place = at + int(part * (len(cell) - 1))
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        if called in (found := damaged(home)) and found != seals:
            return
        at = data.find(cell, at + 1)
    pytest.fail(f"{called} is nowhere in the file")


def damage(home: Path, place: str, part: float) -> None:
    query, called, _ = PLACES[place]
    flip(home, query, called, part)


@pytest.mark.parametrize("part", [0.3, 0.9])
@pytest.mark.parametrize("place", PLACES)
def test_a_flipped_byte_is_named_and_mended_or_said_to_be_lost(home: Path, place: str, part: float) -> None:
    before, (_, called, mendable) = rows(home), PLACES[place]
    damage(home, place, part)
    run, here = CliRunner().invoke, Settings(home)
    told = run(verify, obj=here)
    assert (told.exit_code, told.stdout.count("damaged: ")) == (1, 1), (told.output, told.exception)
    assert f"damaged: {called}" in told.stdout
    told = run(verify, ["--mend"], obj=here)
    assert ("; mended" if mendable else "lost unless a backup holds it") in told.stdout
    again = run(verify, obj=here)
    assert again.exit_code == (0 if mendable else 1)
    assert (rows(home) == before) == mendable


@pytest.mark.parametrize("kind", [".arrays", ".toc"])
@pytest.mark.parametrize("what", ["flip", "cut", "gone"])
def test_a_damaged_index_is_named_and_made_anew(home: Path, kind: str, what: str) -> None:
    path = next(path for path in home.glob("index-*/*") if path.suffix == kind)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data if what == "flip" else data[: len(data) // 2])
    if what == "gone":
        path.unlink()
    run, here = CliRunner().invoke, Settings(home)
    assert run(check, obj=here).exit_code == (0 if (kind, what) == (".arrays", "flip") else 1)
    assert "search index" in run(verify, obj=here).stdout
    assert "; mended" in run(verify, ["--mend"], obj=here).stdout
    assert run(verify, obj=here).exit_code == 0


def test_the_look_at_the_start_reads_no_file_through(home: Path) -> None:
    store = Store.at(home)
    archive = open.Archive(store, home)
    assert soundness.faults(archive, deep=False) == []
    store.close()
