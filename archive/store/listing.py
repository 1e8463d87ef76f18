"""How much is here, and which documents? Counts and lists, by SQL, of the columns that are shown."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, distinct, func, or_, select

from archive.errors import Ambiguous, NotFound
from archive.model import Metadata, slug
from archive.store.codec import decode
from archive.store.records import DocumentRecord, Overview, slug_of
from archive.store.schema import documents, notes, passages, pending, withdrawals

RECORD = tuple(documents.c[name] for name in ("number", "id", "path", "entry", "source", "sha256", "metadata"))
_TITLE = documents.c.metadata["title"].as_string()


class Listing(StrEnum):
    """In what order documents are listed: latest first and undated last, by title, or last come first."""

    DATE = "date"
    TITLE = "title"
    ADDED = "added"


def shown(number: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether the document of this number is not withdrawn."""
    return number.not_in(select(withdrawals.c.document))


def record(row: Any) -> DocumentRecord:
    """The catalogue entry in a row of the columns `RECORD`."""
    return DocumentRecord(
        row.number, row.id, row.path, row.entry, row.source, row.sha256, decode(Metadata, row.metadata)
    )


def ever(connection: Connection) -> int:
    """How many documents there are, withdrawn ones too."""
    return connection.execute(select(func.count()).select_from(documents)).scalar_one()


def overview(connection: Connection) -> Overview:
    """How much a reader can find."""
    here = select(func.count()).select_from(documents).where(shown(documents.c.number))
    counts = (
        here,
        select(func.count()).select_from(passages).where(passages.c.findable),
        select(func.count()).select_from(notes).where(shown(notes.c.document)),
        here.where(documents.c.metadata["sample"].as_boolean()),
    )
    return Overview(*connection.execute(select(*(count.scalar_subquery() for count in counts))).one())


def owing(connection: Connection) -> int:
    """How many documents have passages that the index owes."""
    return connection.execute(select(func.count(distinct(pending.c.document)))).scalar_one()


def listed(connection: Connection, order: Listing, limit: int, offset: int) -> list[DocumentRecord]:
    """Documents that are not withdrawn, in an order, from one of them on."""
    title = func.lower(func.coalesce(_TITLE, documents.c.source))
    date = func.coalesce(documents.c.metadata["date"].as_string(), "")
    by: dict[Listing, Sequence[ColumnElement[Any]]] = {
        Listing.DATE: (date.desc(), title, documents.c.number),
        Listing.TITLE: (title, documents.c.number),
        Listing.ADDED: (documents.c.number.desc(),),
    }
    query = select(*RECORD).where(shown(documents.c.number)).order_by(*by[order])
    return [record(row) for row in connection.execute(query.limit(limit).offset(offset))]


def found(connection: Connection, name: str) -> DocumentRecord:
    """The document of that id; or else of that source's name or slug; or else whose source's name begins so.

    Raises:
        NotFound, Ambiguous: none does, or several do.
    """
    rows = _matching(connection, documents.c.id == name)
    rows = rows or _matching(
        connection, or_(documents.c.source == name, documents.c.number.in_(_slugged(connection, name)))
    )
    rows = rows or _matching(connection, func.substr(documents.c.source, 1, len(name)) == name)
    if not rows:
        raise NotFound(f'no document "{name}": give an id, or the beginning of a source file\'s name')
    if len(rows) > 1:
        told = ", ".join(f"{row.id} ({row.source})" for row in rows[:8]) + (", …" if len(rows) > 8 else "")
        raise Ambiguous(f'"{name}" fits {len(rows)} documents: {told}')
    return record(rows[0])


def _matching(connection: Connection, condition: ColumnElement[bool]) -> Sequence[Row[Any]]:
    return connection.execute(select(*RECORD).where(condition).order_by(documents.c.number)).all()


def _slugged(connection: Connection, name: str) -> list[int]:
    """The documents of that slug, which is made of the title and stands in no column."""
    if slug(name) != name:
        return []
    rows = connection.execute(select(documents.c.number, documents.c.source, _TITLE.label("title")))
    return [row.number for row in rows if slug_of(row.title, row.source) == name]
