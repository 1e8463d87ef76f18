"""What stands beside passages of several documents? Their margins, looked up together for a page of results."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from archive.model import Block, DocumentPart, Margin, Margins, Note, Passage
from archive.store.codec import bound_by_position, decode
from archive.store.connection import Database
from archive.store.documents import calls_note
from archive.store.passages import select_passages
from archive.store.schema import blocks, notes, passages

Ordinals = Mapping[int, Iterable[int]]  # of what is looked up, by document number


class PassageMargins(Database):
    """The margins of a store's passages."""

    def margins(self, shown: Iterable[tuple[int, Passage]]) -> dict[int, Margin]:
        """What stands beside (document number, passage)s, by passage key; five statements at most."""
        by_document: dict[int, list[Passage]] = {}
        for number, passage in shown:
            by_document.setdefault(number, []).append(passage)
        with self.read_transaction() as connection:
            parts = _parts(connection, by_document) if by_document else {}
        return {
            passage.key: margins.of(passage)
            for number, margins in ((number, Margins(part)) for number, part in parts.items())
            for passage in by_document[number]
            if passage.key is not None
        }


def _parts(connection: Connection, shown: Mapping[int, Sequence[Passage]]) -> dict[int, DocumentPart]:
    """Of each document its passages shown, and what their margins are made of."""
    labels = _labels(connection, shown)
    own = {number: {one.note for one in several if one.note is not None} for number, several in shown.items()}
    printed = {number: {one.block for one in several if one.block is not None} for number, several in shown.items()}
    calling = [
        (blocks.c.document == number) & or_(*(calls_note(note, labels[number][note]) for note in called))
        for number, called in own.items()
        if called
    ]
    here = _blocks(connection, labels, [*_at(blocks.c.document, blocks.c.ordinal, printed), *calling])
    above = {n: {one.caption for one in found.values() if one.caption is not None} for n, found in here.items()}
    captions = _blocks(connection, labels, _at(blocks.c.document, blocks.c.ordinal, above))
    called = _notes(connection, labels, own)
    callers = _callers(connection, own, here)
    return {
        number: DocumentPart(
            tuple(several),
            {one.ordinal: one for one in callers if one.document == several[0].document},
            {**captions.get(number, {}), **here.get(number, {})},
            called.get(number, {}),
            labels[number],
        )
        for number, several in shown.items()
    }


def _labels(connection: Connection, numbers: Iterable[int]) -> dict[int, list[str]]:
    """The labels of all notes of each document, in order."""
    found: dict[int, list[str]] = {number: [] for number in numbers}
    query = select(notes.c.document, notes.c.label).where(notes.c.document.in_(found))
    for number, label in connection.execute(query.order_by(notes.c.document, notes.c.ordinal)):
        found[number].append(label)
    return found


def _at(document: ColumnElement[int], ordinal: ColumnElement[Any], places: Ordinals) -> list[ColumnElement[bool]]:
    """The conditions that choose these ordinals."""
    return [(document == number) & ordinal.in_(ordinals) for number, ordinals in places.items() if ordinals]


def _values(connection: Connection, table: Table, chosen: Sequence[ColumnElement[bool]]) -> dict[int, dict[int, Any]]:
    """What the chosen rows of blocks or notes hold, by document and ordinal."""
    found: dict[int, dict[int, Any]] = {}
    if chosen:
        query = select(table.c.document, table.c.ordinal, table.c.value).where(or_(*chosen))
        for number, ordinal, value in connection.execute(query):
            found.setdefault(number, {})[ordinal] = value
    return found


def _blocks(
    connection: Connection, labels: Mapping[int, Sequence[str]], chosen: Sequence[ColumnElement[bool]]
) -> dict[int, dict[int, Block]]:
    found = {}
    for number, values in _values(connection, blocks, chosen).items():
        bearing = [{"label": label} for label in labels[number]]
        bound = bound_by_position({"blocks": values.values(), "notes": bearing})["blocks"]
        found[number] = {n: decode(Block, value) for n, value in zip(values, bound, strict=True)}
    return found


def _notes(connection: Connection, labels: Mapping[int, Sequence[str]], places: Ordinals) -> dict[int, dict[int, Note]]:
    found = {}
    for number, values in _values(connection, notes, _at(notes.c.document, notes.c.ordinal, places)).items():
        every = [values.get(n, {"label": label}) for n, label in enumerate(labels[number])]
        bound = bound_by_position({"notes": every})["notes"]
        found[number] = {n: decode(Note, bound[n]) for n in values}
    return found


def _callers(
    connection: Connection, own: Mapping[int, set[int]], here: Mapping[int, Mapping[int, Block]]
) -> list[Passage]:
    """The passages of the blocks that call notes, in order."""
    calling = {
        number: [n for n, block in found.items() if own[number] & {ref.note for ref in block.refs}]
        for number, found in here.items()
    }
    chosen = _at(passages.c.document, passages.c.block, calling)
    return select_passages(connection, or_(*chosen)) if chosen else []
