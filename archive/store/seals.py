"""Which rows are not as they were written? Every row of what cannot be made anew is sealed: see `row_seal`.

A row is sealed as it is inserted. One that is changed loses its seal in the same statement, and gets another at the end
of the transaction; of a store of an earlier release, with which it comes up to date.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, bindparam, exists, literal, select, union_all, update
from sqlalchemy.exc import DatabaseError

from archive.store.row_seal import row_seal
from archive.store.schema import SEALED

_UNSEALED = union_all(*(select(literal(t.name)).where(exists().where(t.c.seal.is_(None))) for t in SEALED))


@dataclass(frozen=True, slots=True)
class DamagedRow:
    """A row that is not as it was written; `key` is its primary key, empty where the table cannot be read at all."""

    table: Table
    key: tuple[Any, ...]


def seal_rows(connection: Connection) -> None:
    """Seals what was changed in this transaction."""
    named = set(connection.execute(_UNSEALED).scalars())
    for table in SEALED:
        if table.name in named:
            rows = connection.execute(select(table).where(table.c.seal.is_(None))).all()
            made = [{**_named(table, row), "new_seal": row_seal(values(table, row._mapping))} for row in rows]
            keys = (column == bindparam(f"of_{column.key}") for column in table.primary_key)
            connection.execute(update(table).where(and_(*keys)).values(seal=bindparam("new_seal")), made)


def _named(table: Table, row: Any) -> dict[str, Any]:
    return {f"of_{column.key}": row._mapping[column] for column in table.primary_key}


def values(table: Table, row: Mapping[Any, Any]) -> dict[str, Any]:
    """What is sealed of a row. The archive's own number of it is not: it is given when the row is inserted."""
    return {column.key: row[column] for column in table.columns if column is not table.autoincrement_column}


def is_sealed(table: Table, row: Mapping[Any, Any]) -> bool:
    """Whether a row is as it was written."""
    return bool(row[table.c.seal] == row_seal(values(table, row)))


def damaged_rows(connection: Connection) -> Iterator[DamagedRow]:
    """The rows that are not as they were written."""
    for table in SEALED:
        try:
            yield from _damaged(table, connection, select(table).order_by(*table.primary_key))
        except (DatabaseError, ValueError):  # a row that cannot be read at all: look at each alone
            yield from _one_by_one(table, connection)


def _damaged(table: Table, connection: Connection, query: Select[Any]) -> list[DamagedRow]:
    rows = connection.execute(query, execution_options={"yield_per": 200})
    return [
        DamagedRow(table, tuple(row._mapping[column] for column in table.primary_key))
        for row in rows
        if not is_sealed(table, row._mapping)
    ]


def _one_by_one(table: Table, connection: Connection) -> Iterator[DamagedRow]:
    try:
        keys = connection.execute(select(*table.primary_key).order_by(*table.primary_key)).all()
    except (DatabaseError, ValueError):
        yield DamagedRow(table, ())
        return
    for key in keys:
        try:
            row = connection.execute(select(table).where(at(table, tuple(key)))).one()
            if not is_sealed(table, row._mapping):
                yield DamagedRow(table, tuple(key))
        except (DatabaseError, ValueError):
            yield DamagedRow(table, tuple(key))


def at(table: Table, key: tuple[Any, ...]) -> Any:
    """Chooses the row of this primary key."""
    return and_(*(column == value for column, value in zip(table.primary_key, key, strict=True)))
