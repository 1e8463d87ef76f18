"""What stands for a title is kept with the document, follows it, and is made for stores that lack it."""

import sqlite3
from dataclasses import replace
from pathlib import Path

from archive.model import Block, BlockKind, Document, Metadata, SuppliedTitle, TitleOrigin
from archive.store import Listing, Store
from archive.store.backup import backup, restore
from archive.store.schema import VERSION
from archive.store.titles import called
from tests.archive.store.diary import stored
from tests.webapp.world import save

UNTITLED = Document(
    Metadata(language="ko"),
    (
        Block(BlockKind.HEADING, "1. 들어가며", (1, 1), level=1),
        Block(BlockKind.HEADING, "2. 소금 창고의 화재", (2, 2), level=1),
        Block(BlockKind.PARAGRAPH, "소금 창고의 화재로 소금 창고가 밤새 탔다.", (3, 3), heading=1),
    ),
    (),
    (),
)
FIRE = SuppliedTitle("소금 창고의 화재", TitleOrigin.HEADING)


def supplied(store: Store) -> SuppliedTitle | None:
    return store.find("fire.txt").metadata.supplied


def test_what_is_supplied_goes_when_there_is_a_title_and_comes_back(tmp_path: Path) -> None:
    titled = replace(UNTITLED, metadata=replace(UNTITLED.metadata, title="불", supplied=FIRE))
    with stored(tmp_path) as store:
        save(store, "fire.txt", UNTITLED)
        assert supplied(store) == called(UNTITLED).metadata.supplied == FIRE
        save(store, "fire.txt", titled)
        assert supplied(store) is None
        save(store, "fire.txt", UNTITLED)
        assert supplied(store) == FIRE


def test_documents_are_listed_by_what_they_are_called(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        save(store, "fire.txt", UNTITLED)
        records = store.records(store.ordered(Listing.TITLE))
        names = [records[n].metadata.title or FIRE.text for n in store.ordered(Listing.TITLE)]
    assert names == sorted(names)


def test_a_store_of_version_6_and_its_backup_get_theirs(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        save(store, "fire.txt", UNTITLED)
    with sqlite3.connect(tmp_path / "archive.sqlite") as sql:
        sql.execute("UPDATE documents SET metadata = json_remove(metadata, '$.supplied')")
        sql.execute("UPDATE facts SET value = '6' WHERE name = 'schema'")
    sql.close()
    store = Store.at(tmp_path)
    assert (supplied(store), store.setting("schema")) == (FIRE, str(VERSION))
    backup(store, tmp_path / "backup.zip")
    store.close()
    other = Store.at(tmp_path / "other")
    restore(other, tmp_path / "backup.zip")
    assert supplied(other) == FIRE
    other.close()
