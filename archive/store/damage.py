"""What in the store is not as it was written, and what of it can be had from what is left?

A row is mended only with values under which its seal is right again: what is put back is what was there.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, select, update
from sqlalchemy.exc import DatabaseError

from archive.errors import StoreError
from archive.model import Document, PassageDraft, drafts
from archive.store import dialect
from archive.store.codec import decode, encode, pack
from archive.store.compression import ORIGINAL, compress, contents_at, original_of, packed_original
from archive.store.connection import Database
from archive.store.document_writer import document_json
from archive.store.documents import stored_document
from archive.store.row_seal import row_seal
from archive.store.schema import PARTS, blocks, documents, notes, originals, passages, problems, revisions, wordings
from archive.store.seals import DamagedRow, at, damaged_rows, values
from archive.tokens import Streams

Analysis = Callable[[Document, Sequence[PassageDraft]], tuple[Sequence[Streams], Sequence[Sequence[str]]]]
CALLED = {"states": "revision", "documents": "catalogue entry"}  # the other tables are called as in the database
_UNREADABLE = (DatabaseError, ValueError, StoreError, LookupError, TypeError, OSError)


@dataclass(frozen=True, slots=True)
class DamageReport:
    """What is damaged; of which document, by id and title, where it is of one; whether it is as it was again."""

    what: str
    document: str | None = None
    title: str | None = None
    mended: bool = False


class Damage:
    """The damage of a store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def faults(self, analysis: Analysis | None = None) -> list[DamageReport]:
        """What is not as it was written; with an `analysis`, which makes tokens and facets, it is mended if it can be.

        Raises:
            StoreError: the database cannot be read at all.
        """
        with self._database.read_transaction() as connection:
            broken = [DamageReport(f"the database file: {said}") for said in dialect.broken(connection)]
            rows = list(damaged_rows(connection))
            known = [(row, *_document_of(connection, row)) for row in rows]
            unread = [] if rows else [DamageReport(what) for what in _unreadable(connection)]
        if analysis is None or broken or not rows:
            return [*broken, *unread, *(DamageReport(_said(row), id_, title) for row, _, id_, title in known)]
        with self._database.write_transaction() as connection:
            for _ in range(2):  # what is mended first may mend another
                for row, number, _, _ in known:
                    _mend(connection, row, number, analysis)
            left = set(damaged_rows(connection))
        return [DamageReport(_said(row), id_, title, row not in left) for row, _, id_, title in known]


def _said(row: DamagedRow) -> str:
    return f"{CALLED.get(row.table.name, row.table.name)} {' '.join(map(str, row.key))}".strip()


def _document_of(connection: Connection, row: DamagedRow) -> tuple[int | None, str | None, str | None]:
    """The number, id and title of the document that a row is of."""
    try:
        if "document" in row.table.c:
            query = select(row.table.c.document).where(at(row.table, row.key))
        elif row.table is originals:
            query = select(revisions.c.document).where(revisions.c.sha256 == row.key[0])
        else:
            query = select(documents.c.number).where(documents.c.number == row.key[0])
        number = connection.execute(query.limit(1)).scalar() if row.key else None
        id_ = connection.execute(select(documents.c.id).where(documents.c.number == number)).scalar()
    except _UNREADABLE:
        return None, None, None
    try:
        metadata = connection.execute(select(documents.c.metadata).where(documents.c.number == number)).scalar()
        return number, id_, metadata and metadata.get("title")
    except _UNREADABLE:
        return number, id_, None


def _unreadable(connection: Connection) -> Iterator[str]:
    """Originals that are not of their digest, and revisions that do not unpack: damaged before rows had seals."""
    for row in connection.execute(select(originals.c.sha256, *ORIGINAL), execution_options={"yield_per": 20}):
        try:
            data = original_of(row.sha256, *row[1:]).data
            if data and sha256(data).hexdigest() != row.sha256:
                yield f"original {row.sha256}"
        except StoreError as error:
            yield str(error)
    for number, revision in connection.execute(select(revisions.c.document, revisions.c.revision)).all():
        try:
            contents_at(connection, number, revision)
        except StoreError as error:
            yield str(error)


def _mend(connection: Connection, damaged: DamagedRow, number: int | None, analysis: Analysis) -> None:
    table, row = damaged.table, dict[str, Any]()
    for column in table.columns if damaged.key else ():
        try:
            row[column.key] = connection.execute(select(column).where(at(table, damaged.key))).scalar_one()
        except _UNREADABLE:
            row[column.key] = None
    sealed = values(table, {column: row[column.key] for column in table.columns}) if row else {}
    candidates = _candidates(connection, table, row, number, analysis) if row else iter(())
    while True:
        try:
            candidate = next(candidates, None)
        except _UNREADABLE:  # what it would be made of is damaged, too
            return
        if candidate is None:
            return
        if row_seal({**sealed, **candidate}) == row["seal"]:
            connection.execute(update(table).where(at(table, damaged.key)).values(**candidate, seal=row["seal"]))
            return


def _candidates(
    connection: Connection, table: Table, row: Mapping[str, Any], number: int | None, analysis: Analysis
) -> Iterator[dict[str, Any]]:
    """What the damaged values of a row may have been."""
    if table is originals:
        for path in connection.execute(select(documents.c.path)).scalars().all():
            if Path(path).is_file() and sha256(data := Path(path).read_bytes()).hexdigest() == row["sha256"]:
                yield packed_original(data)
    elif number is None:
        return
    elif table is wordings:
        here = (passages.c.document == number) & (passages.c.id == row["id"])
        yield from ({"text": text} for text in connection.execute(select(passages.c.text).where(here)).scalars().all())
        ids = select(revisions.c.ids).where(
            (revisions.c.document == number) & (revisions.c.revision == row["revision"])
        )
        listed = connection.execute(ids).scalar_one()
        yield {"text": drafts(_past(connection, number, row["revision"]))[listed.index(row["id"])].text}
    elif table is passages:
        here = (wordings.c.document == number) & (wordings.c.id == row["id"])
        yield from ({"text": text} for text in connection.execute(select(wordings.c.text).where(here)).scalars().all())
        yield from _passage(_now(connection, number), row["ordinal"], analysis)
    elif table is revisions:
        stored = connection.execute(select(documents).where(documents.c.number == number)).one()
        contents = document_json(stored_document(connection, stored))
        yield {"contents": compress(contents)}
        if row["base"] is not None:
            yield {"contents": compress(contents, contents_at(connection, number, row["base"]))}
    elif table is documents:
        document = _now(connection, number)
        lines = [[line.number, line.page, line.text] for line in document.lines]
        whole = {"metadata": encode(document.metadata), "lines": lines}
        yield from ({name: value} for name, value in whole.items())
        yield {**whole, "page_labels": list(document.page_labels) or None}
    elif table in PARTS:
        document = _now(connection, number)
        listed = {blocks: document.blocks, notes: document.notes, problems: document.problems}[table]
        columns = [c.key for c in table.c if c.key not in ("document", "ordinal", "value", "seal")]
        item = listed[row["ordinal"]]
        yield {"value": encode(item), **{name: getattr(item, name) for name in columns}}


def _passage(document: Document, ordinal: int, analysis: Analysis) -> Iterator[dict[str, Any]]:
    listed = drafts(document)
    draft = listed[ordinal]
    made = {name: getattr(draft, name) for name in ("block", "row", "note", "text", "findable")}
    yield {**made, "kind": draft.kind.value, "context": list(draft.context)}
    streams, facets = analysis(document, listed)
    yield {"tokens": pack(streams[ordinal], draft.text)}
    yield {"facets": list(facets[ordinal])}


def _now(connection: Connection, number: int) -> Document:
    query = select(revisions.c.revision).where(revisions.c.document == number)
    return _past(connection, number, connection.execute(query.order_by(revisions.c.revision.desc())).scalars().first())


def _past(connection: Connection, number: int, revision: int | None) -> Document:
    contents = contents_at(connection, number, revision or 0)
    return decode(Document, json.loads(contents or b"null"))
