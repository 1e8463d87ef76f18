"""How does a store that an earlier release made come up to date? Adds what it lacks, and changes nothing it holds.

Version 1 had no answers: what a permalink answered was read from events, revision by revision. Version 2 followed
nothing into other documents.
"""

from sqlalchemy import Connection, inspect, select, text, update
from sqlalchemy.schema import CreateColumn

from archive.store.answers import save_all_answers
from archive.store.occurrences import save_all_occurrences
from archive.store.schema import VERSION, settings, tables


def upgrade(connection: Connection) -> None:
    """Brings a store up to date, in the transaction given; nothing is done where it is."""
    here = settings.c.name == "schema"
    if connection.execute(select(settings.c.value).where(here)).scalar() == str(VERSION):
        return
    _add_columns(connection)
    save_all_answers(connection)
    save_all_occurrences(connection)
    connection.execute(update(settings).where(here).values(value=str(VERSION)))


def _add_columns(connection: Connection) -> None:
    """Adds the columns that the tables did not have yet; all of them may be NULL. New tables are made at opening."""
    for table in tables.sorted_tables:
        known = {column["name"] for column in inspect(connection).get_columns(table.name)}
        for column in table.columns:
            if column.name not in known:
                added = CreateColumn(column).compile(dialect=connection.dialect)
                connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN {added}"))
        for index in table.indexes:
            index.create(connection, checkfirst=True)
