"""A store of the first version gets what it lacks when it is opened, once."""

import json
import sqlite3
from pathlib import Path

from archive.history import resolve
from archive.store import Store
from archive.store.schema import VERSION
from archive.store.upgrade import upgrade
from archive.tokens import STREAMS, StoredTokens
from tests.archive.store.diary import FERRY, LATER, stored
from tests.webapp.world import save


def test_the_answers_of_a_store_of_version_1_are_made(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        address = next(str(p.address) for p in store.document(store.find("ferry.txt").id).passages if "탓" in p.text)
        save(store, "ferry.txt", LATER)
        save(store, "ferry.txt", FERRY)
        save(store, "ferry.txt", LATER)
        expected = resolve(store, address)
    with sqlite3.connect(tmp_path / "archive.sqlite") as sql:
        sql.execute("DROP TABLE answers")
        sql.execute("UPDATE facts SET value = '1' WHERE name = 'schema'")
    sql.close()
    store = Store.at(tmp_path)
    assert (store.setting("schema"), resolve(store, address)) == (str(VERSION), expected)
    assert expected.status == "revised"
    with store.write_transaction() as connection:
        upgrade(connection)  # nothing is left to do
    assert resolve(store, address) == expected
    store.close()


def as_version_4(home: Path, store: Store) -> None:
    """Makes the store what version 4 kept: tokens as JSON."""
    kept = {
        one.key: {
            name: [" ".join(tokens.terms), list(tokens.offsets)]
            for name in STREAMS
            if isinstance(tokens := one.streams[name], StoredTokens) and len(tokens)
        }
        for record in store.documents()
        for one in store.all_indexed(record.number)
    }
    store.close()
    with sqlite3.connect(home / "archive.sqlite") as sql:
        sql.execute("ALTER TABLE passages DROP COLUMN packed")
        sql.execute("ALTER TABLE passages ADD COLUMN tokens JSON NOT NULL DEFAULT '{}'")
        for key, tokens in kept.items():
            sql.execute("UPDATE passages SET tokens = ? WHERE key = ?", (json.dumps(tokens), key))
        sql.execute("UPDATE facts SET value = '4' WHERE name = 'schema'")
    sql.close()


LEDGER = ("states", "wordings", "fates", "answers", "moves", "aliases", "occurrences")


def ledger(home: Path) -> list[list[tuple[object, ...]]]:
    with sqlite3.connect(home / "archive.sqlite") as sql:
        kept = [sql.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in LEDGER]
        kept.append(sql.execute("SELECT key, document, id, ordinal, text FROM passages ORDER BY key").fetchall())
    sql.close()
    return kept


def test_the_tokens_of_a_store_of_version_4_are_packed_and_the_ledger_stands(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        save(store, "ferry.txt", LATER)
        numbers = [record.number for record in store.documents()]
        before = [store.all_indexed(number) for number in numbers]
        as_version_4(tmp_path, store)
    kept = ledger(tmp_path)
    store = Store.at(tmp_path)
    assert [store.all_indexed(number) for number in numbers] == before
    assert store.setting("schema") == str(VERSION)
    store.close()
    assert ledger(tmp_path) == kept
    with sqlite3.connect(tmp_path / "archive.sqlite") as sql:
        assert "tokens" not in {row[1] for row in sql.execute("PRAGMA table_info(passages)")}
    sql.close()
