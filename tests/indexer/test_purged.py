"""After a purge no byte of the text is left in the home or in a backup made then, and no file brings it back."""

import json
import sqlite3
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from zstandard import ZstdDecompressor, ZstdError

from archive.open import Archive
from archive.settings import Settings
from archive.store import backup, merge
from archive.takedown import purge, purge_again, withdraw
from indexer.catalogue import corrected
from indexer.report import Report
from indexer.run import Build, remember

# Words that stand nowhere else: in body, note, title, side file, correction, an older edition, another form, the name.
BODY, OLD, NOTE, TITLE, SIDE = "쿠팔라봉", "Zygwort", "Щурмович", "뫼뜰나루", "녹두갈피"
FORM, NAME, CORRECTED = "formsecret", "뭇별서랍", "퍼즐마당"
EVERY = (BODY, OLD, NOTE, TITLE, SIDE, FORM, NAME, CORRECTED)
PAGE = """<html><head><title>{title}</title></head><body><h1>{title}</h1>
<p>강가의 창고에는 {body} 배가 들어온다.<a href="#n1" id="r1">1</a></p><p>이 글은 보기로 지어낸 것이다.</p>
<p id="n1"><a href="#r1">1</a> {note}, 보기 신문.</p></body></html>"""


class World:
    """A home, a folder of briefs, and what lies in both."""

    def __init__(self, folder: Path) -> None:
        self.home, self.briefs = folder / "home", folder / "briefs"
        self.briefs.mkdir()
        self.archive = Archive.make(Settings(self.home))

    def index(self) -> Report:
        report = Build(self.archive, workers=1).run([str(self.briefs)])
        remember(self.archive.store, [str(self.briefs), str(self.briefs / f"{NAME}.html")])
        return report

    def purge(self, name: str) -> None:
        record = self.archive.store.find(name)
        purge(self.archive.store, self.home, record.number, "법원의 결정")
        self.archive.clear_away()

    def left(self) -> set[str]:
        """Which of the words stand in any byte of the home, or of what lies there compressed."""
        parts = [path.read_bytes() for path in self.home.rglob("*") if path.is_file()]
        parts += [name.name.encode() for name in self.home.rglob("*")]
        with sqlite3.connect(self.home / "archive.sqlite") as sql:
            for table, column in (("originals", "data"), ("states", "reading"), ("passages", "packed")):
                parts += [one for (blob,) in sql.execute(f"SELECT {column} FROM {table}") for one in unpacked(blob)]
        sql.close()
        return {word for word in EVERY for part in parts if stands(word, part)}


def unpacked(blob: bytes | None) -> Iterator[bytes]:
    yield blob or b""
    try:
        yield ZstdDecompressor().decompress(blob or b"", max_output_size=1 << 24)
    except ZstdError:
        return


def stands(word: str, part: bytes) -> bool:
    forms = {word, word.casefold()}
    return any(form.encode(codec) in part for form in forms for codec in ("utf-8", "utf-16-le", "utf-16-be"))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    page = made.briefs / f"{NAME}.html"
    page.write_text(PAGE.format(title=TITLE, body=OLD, note=NOTE), "utf-8")
    (made.briefs / f"{NAME}.toml").write_text(f'publisher = "{SIDE}"\n', "utf-8")
    (made.briefs / f"{NAME}.hwp").write_bytes(FORM.encode())
    (made.briefs / "남는 글.txt").write_text("나루터에는 소금 배가 들어왔다. 뱃사공은 다리를 탓한다.\n", "utf-8")
    made.index()
    page.write_text(PAGE.format(title=TITLE, body=BODY, note=NOTE), "utf-8")
    made.index()
    record = made.archive.store.find(NAME)
    made.archive.store.save_correction(record.number, {"series": CORRECTED})
    corrected(record.metadata, {"series": CORRECTED})
    yield made
    made.archive.close()


def test_no_byte_is_left_after_a_purge(world: World, tmp_path: Path) -> None:
    assert world.left() >= {BODY, OLD, NOTE, TITLE, SIDE, NAME, CORRECTED, FORM}
    world.purge(NAME)
    assert world.left() == set()
    backup(world.archive.store, tmp_path / "after.gakju")
    with zipfile.ZipFile(tmp_path / "after.gakju") as file:
        parts = [file.read(name) for name in file.namelist()]
        rows = [json.loads(line) for part in parts for line in part.splitlines()]
        blobs = [one for row in rows if row.get("data") for one in unpacked(b64decode(row["data"]))]
        assert {word for word in EVERY for part in (*parts, *blobs) if stands(word, part)} == set()


def test_neither_the_file_nor_an_edited_one_comes_back_unless_it_is_admitted(world: World) -> None:
    world.purge(NAME)
    for body in (BODY, f"고친 {BODY}"):
        (world.briefs / f"{NAME}.html").write_text(PAGE.format(title=TITLE, body=body, note=NOTE), "utf-8")
        report = world.index()
        assert (len(report.down), report.new, report.failed, world.left()) == (1, [], [], set())
    (world.briefs / f"{NAME}.toml").write_text('replaces = "new"\n', "utf-8")
    report = world.index()
    assert (report.down, len(report.new)) == ([], 1)
    assert BODY in world.left()


def test_a_copy_of_what_was_purged_is_not_kept_either(world: World) -> None:
    world.purge(NAME)
    (world.briefs / f"{NAME}.html").rename(world.briefs / f"{SIDE}.html")
    for _ in range(2):
        report = world.index()
        world.archive.store.compact()
        assert (len(report.down), report.new, world.left()) == (2, [], set())  # the copy, and the form left behind


def test_a_backup_from_before_does_not_bring_it_back(world: World, tmp_path: Path) -> None:
    backup(world.archive.store, tmp_path / "before.gakju")
    world.purge(NAME)
    merge(world.archive.store, tmp_path / "before.gakju")
    purge_again(world.archive.store, world.home)
    world.archive.clear_away()
    assert world.left() == set()


@pytest.mark.parametrize("down", [purge, withdraw])
def test_the_original_of_an_entry_is_its_own_line(tmp_path: Path, down: object) -> None:
    world = World(tmp_path)
    lines = [
        {"id": name, "text": f"{word}에는 소금 배가 들어왔다."} for name, word in (("하나", BODY), ("둘", "나루터"))
    ]
    file = world.briefs / "모음.jsonl"
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    world.index()
    store = world.archive.store
    if down is purge:
        world.purge("하나")
        assert world.left() == set()
    else:
        withdraw(store, store.find("하나").number, "확인 중")
    left = store.original(store.find("둘").id)
    assert (json.loads(left.data), left.name) == (lines[1], "둘.json")
    lines.append({"id": "셋", "text": "새 글이 왔다."})
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    report = world.index()
    assert (len(report.new), len(report.down)) == (1, 1)
    assert BODY.encode() not in store.original(store.find("셋").id).data
    if down is purge:
        assert world.left() == set()
    world.archive.close()
