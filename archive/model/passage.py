"""What can be cited by an address? Titles, headings, paragraphs, items, rows, notes; all but the first two are hits."""

from dataclasses import dataclass
from enum import StrEnum

from archive.model.document import Block, BlockKind, Document
from archive.model.permalink import Address


class PassageKind(StrEnum):
    """Kinds of addressable units. All but titles and headings are hits of their own."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"
    SOURCE = "source"
    REMARK = "remark"
    DISCLAIMER = "disclaimer"
    NOTE = "note"


CONTEXTS = frozenset({PassageKind.TITLE, PassageKind.HEADING})


@dataclass(frozen=True, slots=True)
class PassageDraft:
    """A passage before it has an id. `context` holds the ordinals of the title and heading it stands under."""

    kind: PassageKind
    text: str
    block: int | None = None
    row: int | None = None
    note: int | None = None
    context: tuple[int, ...] = ()

    @property
    def findable(self) -> bool:
        """Whether a search gives it as a hit of its own."""
        return self.kind not in CONTEXTS


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as stored. `key` is the archive's own number for it, `id` its part of the address.

    Only what stands today has a key: None in a document as it was in an earlier revision.
    """

    key: int | None
    id: str
    document: str
    ordinal: int
    kind: PassageKind
    text: str
    block: int | None = None
    row: int | None = None
    note: int | None = None
    context: tuple[int, ...] = ()
    since: int | None = None  # the revision from which on it says these words; None where it always has

    @property
    def address(self) -> Address:
        """The address by which these words are cited: it names their revision where the passage once said others."""
        return Address(self.document, self.id, self.since)


def drafts(document: Document) -> list[PassageDraft]:
    """The addressable units of a document: its title, its blocks in order, a table row by row, then its notes."""
    units: list[PassageDraft] = []
    title = _title(units, document)
    under: dict[int | None, tuple[int, ...]] = {None: title}
    for position, block in enumerate(document.blocks):
        context = under.get(block.heading, title)
        if block.table is not None:
            context = under.get(block.caption, context) if block.caption is not None else context
            units += _rows(position, block, context)
        elif (kind := _KINDS.get(block.kind)) and block.text and not (kind is PassageKind.TITLE and title):
            if kind in (PassageKind.HEADING, PassageKind.CAPTION):
                under[position] = (*title, len(units))
            units.append(PassageDraft(kind, block.text, position, context=context))
    calls = _calls(document)
    for position, note in enumerate(document.notes):
        context = under.get(calls.get(position), title)
        units.append(PassageDraft(PassageKind.NOTE, note.text, note=position, context=context))
    return units


_KINDS = {BlockKind(kind.value): kind for kind in PassageKind if kind not in (PassageKind.ROW, PassageKind.NOTE)}


def _title(units: list[PassageDraft], document: Document) -> tuple[int, ...]:
    if not document.metadata.title:
        return ()
    block = next((i for i, b in enumerate(document.blocks) if b.kind is BlockKind.TITLE), None)
    units.append(PassageDraft(PassageKind.TITLE, document.metadata.title, block))
    return (0,)


def _rows(position: int, block: Block, context: tuple[int, ...]) -> list[PassageDraft]:
    assert block.table is not None
    return [
        PassageDraft(PassageKind.ROW, row.text, position, row=i, context=context)
        for i, row in enumerate(block.table.rows)
        if row.text
    ]


def _calls(document: Document) -> dict[int, int | None]:
    """The heading under which each note is first called, by the note's position."""
    calls: dict[int, int | None] = {}
    for block in document.blocks:
        for ref in block.refs:
            if ref.note is not None:
                calls.setdefault(ref.note, block.heading)
    return calls
