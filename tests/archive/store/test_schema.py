"""A row is sealed as it is inserted, and loses its seal as it is changed; the archive's own number of it counts not."""

from pathlib import Path

from sqlalchemy import select, update

from archive.store.row_seal import row_seal
from archive.store.schema import SEALED, documents
from tests.archive.store.diary import stored


def test_every_sealed_table_has_a_seal_and_finds_what_has_none() -> None:
    assert all(
        "seal" in table.c and f"{table.name}_unsealed" in {one.name for one in table.indexes} for table in SEALED
    )


def test_a_changed_row_has_no_seal_until_the_transaction_ends(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        ferry = select(documents).where(documents.c.number == 1)
        with store.write_transaction() as connection:
            connection.execute(update(documents).where(documents.c.number == 1).values(digest="another"))
            assert connection.execute(ferry).one().seal is None
        with store.read_transaction() as connection:
            row = connection.execute(ferry).one()
        held = {column.key: row._mapping[column] for column in documents.columns if column.key != "number"}
        assert row.seal == row_seal(held)
