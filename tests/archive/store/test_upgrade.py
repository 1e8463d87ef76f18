"""A store of the first version gets what it lacks when it is opened, once."""

import sqlite3
from pathlib import Path

from archive.history import resolve
from archive.store import Store
from archive.store.schema import VERSION
from archive.store.upgrade import upgrade
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
