"""How does a store that an earlier release made come up to date? Adds what it lacks, and changes nothing it holds.

Version 1 had no answers: what a permalink answered was read from events, revision by revision. Version 2 followed
nothing into other documents. Up to version 4 tokens lay as JSON in a column `tokens`, four times as large as the text.
Up to version 5 sketches were made of other hashes, which took ten times as long. Up to version 6 nothing stood for the
title of a document that has none. Up to version 7 nobody knew when a document had changed, but the day of a revision.
Up to version 8 nobody could ask who cites a source. Up to version 9 the original of an entry was its whole collection,
and what a purged document's file is called was kept. Up to version 10 rows had no seal: they get it with this
transaction.
"""

import json

from sqlalchemy import Connection, bindparam, inspect, select, text, update
from sqlalchemy.schema import CreateColumn

from archive.store.answers import save_all_answers
from archive.store.changes import date_changes
from archive.store.citations import save_all_citations
from archive.store.codec import of_version_4, pack
from archive.store.entry_originals import part_originals
from archive.store.occurrences import save_all_occurrences
from archive.store.schema import VERSION, passages, settings, tables
from archive.store.sketch import save_all_sketches
from archive.store.takedown import hide_places
from archive.store.titles import supply_titles

BATCH = 500  # passages in memory at once


def upgrade(connection: Connection) -> None:
    """Brings a store up to date, in the transaction given; nothing is done where it is."""
    here = settings.c.name == "schema"
    if connection.execute(select(settings.c.value).where(here)).scalar() == str(VERSION):
        return
    _add_columns(connection)
    _pack_tokens(connection)
    save_all_answers(connection)
    save_all_occurrences(connection)
    save_all_sketches(connection)
    supply_titles(connection)
    date_changes(connection)
    save_all_citations(connection)
    part_originals(connection)
    hide_places(connection)
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


def _pack_tokens(connection: Connection) -> None:
    """Puts the tokens of version 4 where they lie now, and drops their column; one that was killed here goes on."""
    table = passages.name
    if "tokens" not in {column["name"] for column in inspect(connection).get_columns(table)}:
        return
    waiting = f"key > :after AND packed IS NULL ORDER BY key LIMIT {BATCH}"
    left = text(f"SELECT key, text, tokens FROM {table} WHERE {waiting}")
    here = update(passages).where(passages.c.key == bindparam("of")).values(tokens=bindparam("made"))
    after = 0
    while rows := connection.execute(left, {"after": after}).all():
        loaded = [(row, json.loads(row.tokens) if isinstance(row.tokens, str) else row.tokens) for row in rows]
        made = [{"of": row.key, "made": pack(of_version_4(tokens), row.text)} for row, tokens in loaded]
        connection.execute(here, made)
        after = rows[-1].key
    connection.execute(text(f"ALTER TABLE {table} DROP COLUMN tokens"))
