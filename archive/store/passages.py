"""What does a document say, address by address? Its passages of today, with the tokens they are found by."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, Text, bindparam, cast, delete, select, update

from archive.alignment import AlignedUnit
from archive.errors import NotFound
from archive.model import Passage, PassageKind, named_revision
from archive.store.codec import pack, unpack
from archive.store.connection import Database, at_places, chunks, insert_all, place_parameters
from archive.store.ledger import all_wordings
from archive.store.outcomes import IncomingDocument
from archive.store.queue import enqueue
from archive.store.records import Indexed
from archive.store.schema import documents, passages
from archive.tokens import Streams


class Passages(Database):
    """The passages of a store."""

    def passage(self, document_id: str, passage_id: str) -> Passage:
        """The passage of an address.

        Raises:
            NotFound: the document is not here, or no such passage was ever in it.
        """
        with self.read_transaction() as connection:
            found = select_passages(connection, (documents.c.id == document_id) & (passages.c.id == passage_id))
        if not found:
            raise NotFound(f"no passage {document_id}-{passage_id} in this archive")
        return found[0]

    def indexed(self, keys: Sequence[int]) -> dict[int, Indexed]:
        """Passages with their tokens, by key."""
        with self.read_transaction() as connection:
            rows = (row for part in chunks(keys) for row in connection.execute(_BY_KEY, {"keys": part}))
            return {row.key: _indexed_passage(row) for row in rows}

    def contexts(self, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Indexed]:
        """Titles and headings with their tokens, by (document number, ordinal)."""
        with self.read_transaction() as connection:
            return {
                (row.document, row.ordinal): _indexed_passage(row)
                for size, parameters in place_parameters(places)
                for row in connection.execute(_by_place(size), parameters)
            }

    def all_indexed(self, number: int) -> list[Indexed]:
        """Every passage of a document with its tokens, in order."""
        with self.read_transaction() as connection:
            return list(_indexed(connection, passages.c.document == number))

    def tokens_of(self, path: str, entry: str) -> dict[str, Streams]:
        """The tokens of the passages of the document that is read from this file, by their text."""
        with self.read_transaction() as connection:
            query = select(passages.c.text, passages.c.tokens).join(documents)
            rows = connection.execute(query.where((documents.c.path == path) & (documents.c.entry == entry)))
            return {row.text: unpack(row.tokens, row.text) for row in rows}

    def save_tokens(self, made: Iterable[tuple[Passage, Streams, Sequence[str]]]) -> None:
        """Puts newly made tokens and facets in the place of the old ones: (passage, tokens, facets)."""
        with self.write_transaction() as connection:
            for passage, streams, facets in made:
                here = update(passages).where(passages.c.key == passage.key)
                connection.execute(here.values(tokens=pack(streams, passage.text), facets=list(facets)))


_PASSAGE = (
    passages.c.key,
    passages.c.id,
    documents.c.id.label("document_id"),
    *(passages.c[name] for name in ("ordinal", "kind", "text", "block", "row", "note", "since")),
    cast(passages.c.context, Text).label("context"),
)
_INDEXED = (passages.c.tokens, passages.c.facets, passages.c.findable)


_WITH_TOKENS = select(*_PASSAGE, passages.c.document, *_INDEXED)
_BY_KEY: Select[Any] = _WITH_TOKENS.join_from(passages, documents).where(
    passages.c.key.in_(bindparam("keys", expanding=True))
)


@cache
def _by_place(size: int) -> Select[Any]:
    return _WITH_TOKENS.join_from(passages, documents).where(at_places(passages.c.document, passages.c.ordinal, size))


def select_passages(connection: Connection, condition: ColumnElement[bool]) -> list[Passage]:
    return list(map(_passage, _rows(connection, condition)))


def passages_in(connection: Connection, condition: ColumnElement[bool], **parameters: Any) -> list[Passage]:
    """The passages of a document, by its `number`, that meet a condition that is asked often, in order."""
    return list(map(_passage, connection.execute(_in_document(condition), parameters)))


def passages_at(
    connection: Connection, column: Column[Any], places: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], Passage]:
    """The passages at these places, each a document's number and a value of the column, by place."""
    rows = (row for size, found in place_parameters(places) for row in connection.execute(_at(column, size), found))
    return {(row.number, getattr(row, column.key)): _passage(row) for row in rows}


@cache
def _at(column: Column[Any], size: int) -> Select[Any]:
    query = select(*_PASSAGE, passages.c.document.label("number")).join_from(passages, documents)
    return query.where(at_places(passages.c.document, column, size))


@cache
def _in_document(condition: ColumnElement[bool]) -> Select[Any]:
    query = select(*_PASSAGE).join_from(passages, documents).where(passages.c.document == bindparam("number"))
    return query.where(condition).order_by(passages.c.ordinal)


def _rows(connection: Connection, condition: ColumnElement[bool], *more: Column[Any]) -> Iterable[Row[Any]]:
    query = select(*_PASSAGE, *more).join_from(passages, documents).where(condition)
    return connection.execute(query.order_by(passages.c.document, passages.c.ordinal))


def _passage(row: Row[Any]) -> Passage:
    """The passage in a row that begins with the columns `_PASSAGE`."""
    key, id_, document, ordinal, kind, text, block, place, note, since, context = row[: len(_PASSAGE)]
    return Passage(key, id_, document, ordinal, PassageKind(kind), text, block, place, note, _context(context), since)


@lru_cache(1_024)
def _context(stored: str) -> tuple[int, ...]:
    """What stands above a passage: mostly the same as above the one before."""
    return tuple(json.loads(stored))


def _indexed(connection: Connection, condition: ColumnElement[bool]) -> Iterator[Indexed]:
    return map(_indexed_passage, _rows(connection, condition, *_INDEXED))


def _indexed_passage(row: Row[Any]) -> Indexed:
    return Indexed(_passage(row), unpack(row.tokens, row.text), tuple(row.facets), row.findable)


def current_units(connection: Connection, number: int) -> list[AlignedUnit]:
    """The passages of a document's current revision, in order."""
    query = select(passages.c.kind, passages.c.text, passages.c.id).where(passages.c.document == number)
    rows = connection.execute(query.order_by(passages.c.ordinal))
    return [AlignedUnit(PassageKind(row.kind), row.text, row.id) for row in rows]


def _since(connection: Connection, number: int) -> dict[str, int]:
    """For each passage that once said other words: the revision from which on it says what it says now."""
    said = all_wordings(connection, number)
    since = {id_: named_revision(listed, listed[-1].revision) for id_, listed in said.items()}
    return {id_: revision for id_, revision in since.items() if revision}


def replace_passages(connection: Connection, number: int, ids: Sequence[str], incoming: IncomingDocument) -> None:
    """Puts the passages of the current revision in place, and what changes by it into the queue of the index.

    A passage by which nothing changes that the index holds of it keeps its key.
    """
    since = _since(connection, number)
    query = select(passages).where(passages.c.document == number).order_by(passages.c.ordinal)
    before = [{column.key: row._mapping[column] for column in passages.c} for row in connection.execute(query)]
    connection.execute(delete(passages).where(passages.c.document == number))
    rows = [
        {
            "document": number,
            "id": id_,
            "ordinal": ordinal,
            "kind": draft.kind.value,
            "text": draft.text,
            "since": since.get(id_),
            **{name: getattr(draft, name) for name in ("block", "row", "note", "findable")},
            "context": list(draft.context),
            "facets": list(facets),
            "tokens": pack(streams, draft.text),
        }
        for ordinal, (id_, draft, streams, facets) in enumerate(
            zip(ids, incoming.drafts, incoming.streams, incoming.facets, strict=True)
        )
    ]
    keys = _keys_kept(before, rows)
    insert_all(connection, passages, [{**row, "key": keys[row["id"]]} for row in rows if row["id"] in keys])
    insert_all(connection, passages, [row for row in rows if row["id"] not in keys])
    known = set(keys.values())
    enqueue(connection, number, {row["key"] for row in before if row["findable"]} - known, known)


def _keys_kept(before: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """The keys of passages, by id, of which the index holds what it would be given again: see `index.builder.entry`."""
    was = {row["id"]: (row["key"], _indexed_as(row, before)) for row in before}
    found = ((row["id"], was[row["id"]], _indexed_as(row, now)) for row in now if row["id"] in was)
    return {id_: key for id_, (key, before_), now_ in found if before_ == now_}


def _indexed_as(row: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> tuple[Any, ...]:
    above = [(rows[ordinal]["kind"], rows[ordinal]["tokens"]) for ordinal in row["context"]]
    return (*(row[name] for name in ("kind", "text", "findable", "facets", "tokens")), above)
