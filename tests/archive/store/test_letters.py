"""NUL and halves of pairs are no letters in any database; whatever asks for them finds nothing and fails nowhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.errors import NotFound
from archive.open import Archive
from archive.search.search import SearchOptions
from archive.store import FileRecord, FileState, Store
from indexer.run import Build
from tests.archive.test_permanence import fresh_postgres

NONE = ("\0", "\ud800", "강\0물", "\udcff\ud83d")


@pytest.fixture(params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    store = Store.at(tmp_path / "home") if request.param == "sqlite" else Store(fresh_postgres())
    yield Archive(store, tmp_path / "home")
    store.close()


def test_what_is_no_letter_is_kept_as_the_sign_of_one_that_is_lost(archive: Archive) -> None:
    record = FileRecord("/a/\ud800.txt", "\0.txt", 1, 2, "", "", 3, FileState.FAILED, "no\0thing")
    archive.store.save_files([record, record])
    archive.store.save_setting("roots", "/a\0b")
    (kept,) = archive.store.files().values()
    assert (kept.path, kept.name, kept.message) == ("/a/\ufffd.txt", "\ufffd.txt", "no\ufffdthing")
    assert archive.store.setting("roots") == "/a\ufffdb"


@pytest.mark.parametrize("asked", NONE, ids=ascii)
def test_questions_and_addresses_of_no_letters_find_nothing(archive: Archive, tmp_path: Path, asked: str) -> None:
    (tmp_path / "one.txt").write_text("강물이 항구로 흐른다고 한다.\n", "utf-8")
    Build(archive).run([str(tmp_path / "one.txt")])
    for query in (asked, f"항구 {asked}", f'"{asked}"', f"{asked}*", f"title:{asked}", f"항구 -{asked}"):
        archive.search.search(SearchOptions(query))
    with pytest.raises(NotFound):
        archive.store.find(asked)
    for start in (asked, f"항{asked}"):
        archive.suggest(start)


def test_what_a_file_says_of_itself_is_kept_without_them(archive: Archive, tmp_path: Path) -> None:
    texts = {
        "a.txt": "제목\0이다\n\n강물이 항구로\0 흐른다고 한다.\n",
        "b.md": '+++\ntitle = "제\\u0000목"\n+++\n\n# 머리\n\n강물이 항구로 흐른다고 한다.\n',
        "c.md": '{"title": "제\\ud800목", "author": ["홍\\u0000"]}\n\n강물이 항구로 흐른다고 한다.\n',
        "d.html": "<!DOCTYPE html><title>제&#1;목</title><meta name=author content='홍&#0;'><p>강물&#0;이 흐른다.</p>",
        "e.jsonl": '{"id": "e\\u0000", "title": "제\\ud800목", "text": "강물이 \\u0000\\udc00흐른다고 한다."}\n',
        "f.txt": "강물이 흐른다고 한다.\n",
        "f.toml": 'title = "제\\u0000목"\n',
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    report = Build(archive).run([str(tmp_path)])
    assert [Path(path).name for path, _ in report.failed] == ["f.txt"]
    documents = [archive.store.document(record.id) for record in archive.store.documents()]
    assert len(documents) == 5
    said = "".join(f"{one.record.metadata}{one.record.source}{one.document}" for one in documents)
    assert [sign for sign in (r"\x00", r"\x01", r"\udc00") if sign in said] == []
