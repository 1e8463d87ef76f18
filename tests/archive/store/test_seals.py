"""Every row carries a seal, whatever wrote it, and one that is not as it was written is found."""

from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from archive.store import Store
from archive.store.schema import SEALED, documents, passages, wordings
from archive.store.seals import damaged_rows
from tests.archive.test_permanence import fresh_postgres
from tests.webapp import past_world as w
from tests.webapp.world import save


def damaged(store: Store) -> list[tuple[str, tuple[object, ...]]]:
    with store.read_transaction() as connection:
        return [(one.table.name, one.key) for one in damaged_rows(connection)]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_no_row_is_without_its_seal_and_a_change_outside_of_the_archive_is_found(home: Path, database: str) -> None:
    store = Store.at(home, fresh_postgres() if database == "postgresql" else None)
    save(store, "diary.txt", w.document(*w.FIRST))
    save(store, "diary.txt", w.document(*w.SECOND), b"second")
    assert damaged(store) == []
    with store.write_transaction() as connection:
        connection.execute(update(passages).values(findable=False))
    assert damaged(store) == []
    with store.read_transaction() as connection:
        for table in SEALED:
            assert connection.execute(select(table).where(table.c.seal.is_(None))).first() is None
        connection.execute(text("UPDATE wordings SET text = 'another' WHERE state = 1"))
        connection.execute(text("""UPDATE documents SET metadata = '{"title": "another"}'"""))
        connection.commit()
    with store.read_transaction() as connection:
        changed = {*connection.execute(select(wordings.c.id).where(wordings.c.revision == 1)).scalars()}
    found = damaged(store)
    assert {key[1] for name, key in found if name == "wordings"} == changed
    assert [key for name, key in found if name == documents.name] == [(1,)]
    store.close()


def test_a_row_that_cannot_be_read_is_found_alone(home: Path) -> None:
    store = w.build(home)
    with store.read_transaction() as connection:
        connection.execute(text("UPDATE blocks SET value = '{' WHERE ordinal = 1"))
        connection.execute(text("UPDATE passages SET text = CAST(x'ff41' AS TEXT) WHERE ordinal = 2"))
        connection.commit()
    assert [name for name, _ in damaged(store)] == ["blocks", "passages"]
    store.close()
