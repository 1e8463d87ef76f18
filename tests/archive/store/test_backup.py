"""An archive leaves its machine as one file, and comes back row by row."""

import json
import os
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from archive.errors import StoreError
from archive.store import Store
from archive.store.backup import FORMAT, LEFT_OUT, backup, open_backup, restore
from archive.store.backup_seal import add_seal
from archive.store.schema import VERSION, originals, tables
from tests.webapp import past_world as w
from tests.webapp.world import save


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Everything a backup takes, table by table."""
    with store.read_transaction() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in tables.sorted_tables
            if table.name not in LEFT_OUT
        }


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = w.build(tmp_path_factory.mktemp("diary"))
    yield store
    store.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    store = Store.at(tmp_path / "empty")
    yield store
    store.close()


def remade(source: Path, to: Path, **changed: bytes | None) -> Path:
    """A copy of a backup with files of other content, or without them."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            data = changed.get(name.split(".")[0], old.read(name))
            if data is not None:
                new.writestr(name, data)
        new.comment = old.comment
    if old.comment:
        add_seal(to)  # as one who writes such a backup would: what is in it is to be refused
    return to


def test_every_row_comes_back_as_it_was(diary: Store, empty: Store, tmp_path: Path) -> None:
    assert backup(diary, tmp_path / "all.gakju") == 1
    assert restore(empty, tmp_path / "all.gakju") == 1
    assert rows(empty) == rows(diary)
    assert len(rows(empty)["states"]) == 3


def test_a_backup_of_what_was_restored_says_the_same(diary: Store, empty: Store, tmp_path: Path) -> None:
    backup(diary, tmp_path / "one.gakju")
    restore(empty, tmp_path / "one.gakju")
    backup(empty, tmp_path / "two.gakju")
    with zipfile.ZipFile(tmp_path / "one.gakju") as one, zipfile.ZipFile(tmp_path / "two.gakju") as two:
        assert {name: one.read(name) for name in one.namelist()} == {name: two.read(name) for name in two.namelist()}


def test_what_speaks_of_the_index_is_left_out(diary: Store, tmp_path: Path) -> None:
    backup(diary, tmp_path / "all.gakju")
    with zipfile.ZipFile(tmp_path / "all.gakju") as archive:
        held = {name.removesuffix(".jsonl") for name in archive.namelist()} - {"manifest.json"}
    assert held == {table.name for table in tables.sorted_tables} - {
        "facts",
        "pending",
        "words",
        "sounds",
        "occurrences",
        "citations",
    }


def test_the_manifest_says_what_the_file_is(diary: Store, tmp_path: Path) -> None:
    backup(diary, tmp_path / "all.gakju")
    with open_backup(tmp_path / "all.gakju") as archive:
        manifest = json.loads(archive.read("manifest.json"))
    tokens = diary.setting("tokens")
    assert manifest == {"format": FORMAT, "schema": VERSION, "documents": 1, "tokens": tokens, "sealed": True}


def test_bytes_and_any_text_survive(empty: Store, tmp_path: Path) -> None:
    data = bytes(range(256)) * 3
    other = Store.at(tmp_path / "other")
    with other.write_transaction() as connection:
        connection.execute(insert(originals).values(sha256="0" * 64, media_type="나루/터", encoding=None, data=data))
        connection.execute(
            insert(originals).values(sha256="1" * 64, media_type="줄\n바꿈\u2028\0", encoding="utf-8", data=b"")
        )
    backup(other, tmp_path / "all.gakju")
    restore(empty, tmp_path / "all.gakju")
    assert rows(empty)["originals"] == rows(other)["originals"]
    other.close()


def test_an_archive_of_nothing_is_a_backup_too(empty: Store, tmp_path: Path) -> None:
    assert backup(empty, tmp_path / "none.gakju") == 0
    again = Store.at(tmp_path / "again")
    assert restore(again, tmp_path / "none.gakju") == 0
    again.close()


def test_an_archive_that_holds_documents_takes_no_backup_in(diary: Store, tmp_path: Path) -> None:
    backup(diary, tmp_path / "all.gakju")
    before = rows(diary)
    with pytest.raises(StoreError, match="this archive holds documents already"):
        restore(diary, tmp_path / "all.gakju")
    assert rows(diary) == before


def test_a_backup_that_cannot_take_its_place_leaves_what_is_there(diary: Store, tmp_path: Path) -> None:
    (tmp_path / "all.gakju").mkdir()
    with pytest.raises(StoreError, match=r"all\.gakju cannot be written"):
        backup(diary, tmp_path / "all.gakju")
    assert [path.name for path in tmp_path.iterdir()] == ["all.gakju"]


def test_a_folder_that_is_not_there_is_named(diary: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"the backup .*none/all\.gakju cannot be written"):
        backup(diary, tmp_path / "none" / "all.gakju")


def test_a_whole_backup_leaves_no_part_beside_it(diary: Store, tmp_path: Path) -> None:
    (tmp_path / "all.gakju").write_bytes(b"before")
    backup(diary, tmp_path / "all.gakju")
    assert [path.name for path in tmp_path.iterdir()] == ["all.gakju"]


@pytest.mark.parametrize("manifest, told", [
    (b"", "is no backup of an archive"),
    (b"[1", "is no backup of an archive"),
    (None, "is no backup of an archive"),
    (json.dumps({"format": FORMAT, "schema": 99}).encode(), "is of schema 99, this program reads"),
    (json.dumps({"format": "another", "schema": VERSION}).encode(), "this program reads"),
], ids=["빈 것", "깨진 것", "없음", "다른 판", "다른 꼴"])  # fmt: skip
def test_what_is_no_backup_of_this_version_is_refused(
    diary: Store, empty: Store, tmp_path: Path, manifest: bytes | None, told: str
) -> None:
    backup(diary, tmp_path / "all.gakju")
    with pytest.raises(StoreError, match=told):
        restore(empty, remade(tmp_path / "all.gakju", tmp_path / "other.gakju", manifest=manifest))
    assert empty.documents_ever() == 0


@pytest.mark.parametrize("table", ["passages", "states", "originals"])
@pytest.mark.parametrize("content", [None, b"{", b"\xff\xfe\n"], ids=["없음", "끊김", "글이 아님"])
def test_a_table_that_is_damaged_is_named_and_nothing_is_written(
    diary: Store, empty: Store, tmp_path: Path, table: str, content: bytes | None
) -> None:
    backup(diary, tmp_path / "all.gakju")
    with pytest.raises(StoreError, match=f"the backup is damaged in {table}"):
        restore(empty, remade(tmp_path / "all.gakju", tmp_path / "other.gakju", **{table: content}))
    assert {name for name, held in rows(empty).items() if held} == set()


def test_after_a_restore_numbers_go_on(diary: Store, empty: Store, tmp_path: Path) -> None:
    backup(diary, tmp_path / "all.gakju")
    restore(empty, tmp_path / "all.gakju")
    save(empty, "second.txt", w.document("다른 나루터의 글이 하나 더 들어왔다고 한다."))
    assert [record.number for record in empty.documents()] == [1, 2]


def bare(empty: Store) -> bool:
    """Nothing was written into it."""
    return not any(rows(empty).values())


@pytest.mark.parametrize("part", range(24))
def test_one_letter_that_is_another_anywhere_in_a_backup_is_named(
    diary: Store, empty: Store, tmp_path: Path, part: int
) -> None:
    path = tmp_path / "all.gakju"
    backup(diary, path)
    data = bytearray(path.read_bytes())
    data[min(len(data) - 1, len(data) * part // 23)] ^= 1 << part % 8
    path.write_bytes(data)
    with pytest.raises(StoreError, match=r"all\.gakju is (damaged|no backup)"):
        restore(empty, path)
    assert bare(empty)


@pytest.mark.parametrize("kept", [0.0, 0.1, 0.5, 0.99, 1.0], ids=str)
def test_a_backup_that_was_cut_is_named(diary: Store, empty: Store, tmp_path: Path, kept: float) -> None:
    path = tmp_path / "all.gakju"
    backup(diary, path)
    data = path.read_bytes()
    path.write_bytes(data[: min(len(data) - 1, int(len(data) * kept))])
    with pytest.raises(StoreError, match=r"all\.gakju is (damaged|no backup)"):
        restore(empty, path)
    assert bare(empty)


def test_what_was_never_a_backup_is_named(diary: Store, empty: Store, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "zip", "w") as foreign:
        foreign.writestr("letter.txt", "나루터")
    with sqlite3.connect(tmp_path / "sqlite") as sql:
        sql.execute("CREATE TABLE boats (name TEXT)")
    sql.close()
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty-file").touch()
    for name in ("zip", "sqlite", "folder", "empty-file", "missing"):
        with pytest.raises(StoreError, match=f"{name} is no backup of an archive"):
            restore(empty, tmp_path / name)
    assert bare(empty)


@pytest.mark.parametrize("line", [b"[]\n", b"7\n", b"null\n", b'{"boats": 1}\n', b'{"id": []}\n', b"{}\n"], ids=repr)
def test_a_line_that_is_no_row_is_refused(diary: Store, empty: Store, tmp_path: Path, line: bytes) -> None:
    backup(diary, tmp_path / "all.gakju")
    with pytest.raises(StoreError):
        restore(empty, remade(tmp_path / "all.gakju", tmp_path / "other.gakju", wordings=line))
    assert bare(empty)


def test_a_flip_in_a_backup_of_an_earlier_release_ends_in_an_error_or_changes_nothing(
    diary: Store, tmp_path: Path
) -> None:
    backup(diary, tmp_path / "sealed.gakju")
    manifest = json.dumps({"format": FORMAT, "schema": VERSION, "tokens": None}).encode()
    old = remade(tmp_path / "sealed.gakju", tmp_path / "old.gakju", manifest=manifest).read_bytes()
    for number, place in enumerate(range(0, len(old), len(old) // 10)):
        data = bytearray(old)
        data[place] ^= 1 << number % 8
        (tmp_path / "flipped.gakju").write_bytes(data)
        store = Store.at(tmp_path / f"{number}")
        try:
            restore(store, tmp_path / "flipped.gakju")
            assert rows(store) == rows(diary)
        except StoreError:
            assert bare(store)
        store.close()


def test_other_programs_open_a_backup(diary: Store, tmp_path: Path) -> None:
    backup(diary, tmp_path / "all.gakju")
    with zipfile.ZipFile(tmp_path / "all.gakju") as archive:
        assert archive.testzip() is None


def test_what_a_killed_backup_left_is_swept_and_what_another_writes_is_not(diary: Store, tmp_path: Path) -> None:
    left, written, foreign = (tmp_path / name for name in ("a.zip.gakju-part", "b.zip.gakju-part", "c.part"))
    for one in (left, written, foreign):
        one.write_bytes(b"x")
    for one in (left, foreign):
        os.utime(one, (0, 0))
    backup(diary, tmp_path / "d.zip")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.zip.gakju-part", "c.part", "d.zip"]


def test_a_backup_that_cannot_be_written_leaves_nothing(diary: Store, tmp_path: Path) -> None:
    (tmp_path / "a.zip").mkdir()
    with pytest.raises(StoreError, match="cannot be written"):
        backup(diary, tmp_path / "a.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]
