"""Which passage cites which source, in which note? An edge for each citation: what the web of sources is made of.

Edges follow from a document's notes and blocks, and are made anew whenever these are kept. They hold what is printed,
and nothing of the table of outlets: which outlet is meant is looked up when they are read, so that a table which is
edited counts at once. Of documents that were taken down or stand in others none is given.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Select, delete, func, select

from archive.citing import cited_by, work_digest
from archive.model import Citation, Document, Passage, PassageDraft, callers_of
from archive.store.connection import Database, at_places, chunks, insert_all, place_parameters
from archive.store.documents import stored_document
from archive.store.listing import shown
from archive.store.passages import passages_at, select_passages
from archive.store.schema import citations, documents, notes, passages

_FIELDS = tuple(field.name for field in fields(Citation))
_PRINTED = tuple(citations.c[name] for name in ("title", "author", "outlet", "date", "language", "url"))
_EDGES: Select[Any] = (
    select(*(citations.c[name] for name in ("document", "note", "repeated", "callers", *_FIELDS)))
    .where(shown(citations.c.document))
    .order_by(*citations.primary_key)
)
_WORKS: Select[Any] = (
    select(citations.c.document, citations.c.note, citations.c.work, *_PRINTED)
    .where(shown(citations.c.document))
    .order_by(*citations.primary_key)
)


@dataclass(frozen=True, slots=True)
class Edge:
    """A note cites a source. `citation` is what is printed, its offsets into the note's text.

    `document` is the archive's own number, `note` the position of the note, `callers` are the ordinals of the passages
    that call it. `repeated`: the note names it by Ibid. or 앞의 글 only, and prints no more than pages.
    """

    document: int
    note: int
    citation: Citation
    repeated: bool
    callers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CitedWork:
    """What the list of all sources needs of an edge. `work` is None where too little is printed to know it by."""

    document: int
    note: int
    work: int | None
    title: str | None
    author: str | None
    outlet: str | None
    date: str | None
    language: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class CitingPassages:
    """A note that cites: its own passage, and those that call it, in order."""

    label: str
    text: str
    passage: Passage | None
    callers: tuple[Passage, ...]


class Citations:
    """The edges of a store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def works(self, documents: Iterable[int] | None = None) -> list[CitedWork]:
        """All edges, or those of these documents, in the order of documents and notes: no more than a list needs."""
        if documents is not None:
            return self._works_where(citations.c.document, documents)
        with self._database.read_transaction() as connection:
            return [CitedWork(*row) for row in connection.execute(_WORKS)]

    def works_to(self, works: Iterable[int]) -> list[CitedWork]:
        """The edges to these works, those to each of them in the order of documents and notes."""
        return self._works_where(citations.c.work, works)

    def _works_where(self, column: Column[Any], values: Iterable[int]) -> list[CitedWork]:
        queries = (_WORKS.where(column.in_(part)) for part in chunks(sorted(values)))
        with self._database.read_transaction() as connection:
            return [CitedWork(*row) for query in queries for row in connection.execute(query)]

    def digests(self) -> dict[int, str]:
        """Of every document what changes whenever its edges may."""
        query = select(documents.c.number, documents.c.digest).where(shown(documents.c.number))
        with self._database.read_transaction() as connection:
            return {row.number: row.digest for row in connection.execute(query)}

    def works_beside(self, number: int, most: int) -> list[CitedWork]:
        """The edges of a document, and to works that it cites those of the documents that have most of them."""
        cited = select(citations.c.work).where(citations.c.document == number)
        others = select(citations.c.document).where(citations.c.work.in_(cited) & (citations.c.document != number))
        shared = func.count(citations.c.work.distinct())
        others = others.where(shown(citations.c.document)).group_by(citations.c.document).having(shared > 1)
        with self._database.read_transaction() as connection:
            ordered = others.order_by(shared.desc(), citations.c.document).limit(most)
            near = connection.execute(ordered).scalars().all()
            here = citations.c.document.in_(near) & citations.c.work.in_(cited)
            rows = connection.execute(_WORKS.where((citations.c.document == number) | here))
            return [CitedWork(*row) for row in rows]

    def of_documents(self, numbers: Sequence[int]) -> list[Edge]:
        """The edges of these documents, in the order of documents and notes."""
        queries = (_EDGES.where(citations.c.document.in_(part)) for part in chunks(sorted(numbers)))
        with self._database.read_transaction() as connection:
            return [_edge(row) for query in queries for row in connection.execute(query)]

    def of_work(self, work: int, documents: Sequence[int] | None = None, most: int | None = None) -> list[Edge]:
        """The edges to a work, by its digest (see `archive.citing.source_keys`): of these documents, or the first."""
        query = _EDGES.where(citations.c.work == work).limit(most)
        if documents is not None:
            query = query.where(citations.c.document.in_(documents))
        with self._database.read_transaction() as connection:
            return list(map(_edge, connection.execute(query)))

    def passages(self, edges: Iterable[Edge]) -> dict[tuple[int, int], CitingPassages]:
        """The notes of these edges with the passages that call them, by (document number, position of the note)."""
        called = {(edge.document, edge.note): edge.callers for edge in edges}
        with self._database.read_transaction() as connection:
            return _citing_passages(connection, called) if called else {}


def _citing_passages(
    connection: Connection, called: Mapping[tuple[int, int], tuple[int, ...]]
) -> dict[tuple[int, int], CitingPassages]:
    own = passages_at(connection, passages.c.note, list(called))
    calling = {(number, ordinal) for (number, _), ordinals in called.items() for ordinal in ordinals}
    callers = passages_at(connection, passages.c.ordinal, sorted(calling))
    rows = (row for size, at in place_parameters(list(called)) for row in connection.execute(_notes_at(size), at))
    return {
        (row.document, row.ordinal): CitingPassages(
            row.label,
            row.text,
            own.get((row.document, row.ordinal)),
            tuple(callers[row.document, ordinal] for ordinal in called[row.document, row.ordinal]),
        )
        for row in rows
    }


@cache
def _notes_at(size: int) -> Select[Any]:
    columns = (notes.c.document, notes.c.ordinal, notes.c.label, notes.c.text)
    return select(*columns).where(at_places(notes.c.document, notes.c.ordinal, size))


def _edge(row: Any) -> Edge:
    citation = Citation(*(getattr(row, name) for name in _FIELDS))
    return Edge(row.document, row.note, citation, row.repeated, tuple(row.callers))


def save_citations(
    connection: Connection, number: int, document: Document, units: Sequence[PassageDraft | Passage]
) -> None:
    """Keeps the edges of a document, in the place of those it had. `units` are its passages, in order."""
    connection.execute(delete(citations).where(citations.c.document == number))
    callers, notes = callers_of(document, units), dict(enumerate(document.notes))
    rows = [
        {
            "document": number,
            "note": position,
            "ordinal": n,
            "repeated": citation not in note.citations,
            "callers": callers.get(position, []),
            "work": work_digest(citation),
            **{name: getattr(citation, name) for name in _FIELDS},
        }
        for position, note in notes.items()
        for n, citation in enumerate(cited_by(notes, position))
    ]
    insert_all(connection, citations, rows)


def save_stored_citations(connection: Connection, number: int) -> None:
    """Makes the edges of a document that is in the store already."""
    row = connection.execute(select(documents).where(documents.c.number == number)).one()
    units = select_passages(connection, passages.c.document == number)
    save_citations(connection, number, stored_document(connection, row), units)


def save_all_citations(connection: Connection) -> None:
    """Makes the table anew."""
    for number in connection.execute(select(documents.c.number)).scalars().all():
        save_stored_citations(connection, number)
