"""What stands beside passages of several documents? Their margins, looked up together for a page of results."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, or_, select

from archive.model import Block, DocumentPart, Margin, Margins, Note, Passage
from archive.store.codec import bound_by_position, decode
from archive.store.connection import Database, at_places, place_parameters
from archive.store.documents import calls_note
from archive.store.passages import select_passages
from archive.store.schema import blocks, notes, passages

Values = dict[int, dict[int, Any]]  # of blocks or notes, by document number and ordinal


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
    own = {number: {one.note for one in several if one.note is not None} for number, several in shown.items()}
    called = _notes(connection, _at(connection, notes, own))
    printed = {number: {one.block for one in several if one.block is not None} for number, several in shown.items()}
    values = _at(connection, blocks, printed)
    for number, found in _calling(connection, called).items():
        values.setdefault(number, {}).update(found)
    here = _blocks(connection, values)
    above = {n: {one.caption for one in found.values() if one.caption is not None} for n, found in here.items()}
    captions = _blocks(connection, _at(connection, blocks, above))
    callers = _callers(connection, own, here)
    return {
        number: DocumentPart(
            tuple(several),
            {one.ordinal: one for one in callers if one.document == several[0].document},
            {**captions.get(number, {}), **here.get(number, {})},
            called.get(number, {}),
            [],
        )
        for number, several in shown.items()
    }


def _labelled(connection: Connection, number: int) -> list[dict[str, Any]]:
    """The labels of all notes of a document, in order."""
    query = select(notes.c.label).where(notes.c.document == number).order_by(notes.c.ordinal)
    return [{"label": label} for label in connection.execute(query).scalars()]


def _at(connection: Connection, table: Table, ordinals: Mapping[int, Iterable[int]]) -> Values:
    """The values of blocks or notes at these ordinals."""
    places = [(number, ordinal) for number, several in ordinals.items() for ordinal in several]
    found: Values = {}
    for size, parameters in place_parameters(places):
        for number, ordinal, value in connection.execute(_values_at(table, size), parameters):
            found.setdefault(number, {})[ordinal] = value
    return found


@cache
def _values_at(table: Table, size: int) -> Select[Any]:
    chosen = at_places(table.c.document, table.c.ordinal, size)
    return select(table.c.document, table.c.ordinal, table.c.value).where(chosen)


def _calling(connection: Connection, called: Mapping[int, Mapping[int, Note]]) -> Values:
    """The values of blocks that call these notes."""
    chosen = [
        (blocks.c.document == number) & or_(*(calls_note(n, note.label) for n, note in several.items()))
        for number, several in called.items()
    ]
    found: Values = {}
    if chosen:
        query = select(blocks.c.document, blocks.c.ordinal, blocks.c.value).where(or_(*chosen))
        for number, ordinal, value in connection.execute(query):
            found.setdefault(number, {})[ordinal] = value
    return found


def _blocks(connection: Connection, values: Values) -> dict[int, dict[int, Block]]:
    """Blocks of their values; those of release 0.1.0 call notes by their labels."""
    found = {}
    for number, here in values.items():
        if any(isinstance(ref.get("note"), str) for value in here.values() for ref in value.get("refs", ())):
            document = {"blocks": here.values(), "notes": _labelled(connection, number)}
            here = dict(zip(here, bound_by_position(document)["blocks"], strict=True))
        found[number] = {n: decode(Block, value) for n, value in here.items()}
    return found


def _notes(connection: Connection, values: Values) -> dict[int, dict[int, Note]]:
    """Notes of their values; those of release 0.1.0 name the note that they repeat by its label."""
    found = {}
    for number, here in values.items():
        if any(isinstance(value.get("same_as"), str) for value in here.values()):
            every = [here.get(n, note) for n, note in enumerate(_labelled(connection, number))]
            bound = bound_by_position({"notes": every})["notes"]
            here = {n: bound[n] for n in here}
        found[number] = {n: decode(Note, value) for n, value in here.items()}
    return found


def _callers(
    connection: Connection, own: Mapping[int, set[int]], here: Mapping[int, Mapping[int, Block]]
) -> list[Passage]:
    """The passages of the blocks that call notes, in order."""
    chosen = [
        (passages.c.document == number) & passages.c.block.in_(calling)
        for number, found in here.items()
        if (calling := [n for n, block in found.items() if own[number] & {ref.note for ref in block.refs}])
    ]
    return select_passages(connection, or_(*chosen)) if chosen else []
