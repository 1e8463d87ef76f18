"""What stands beside a passage in print? Cells, column heads, caption, notes it calls, passages that call it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from archive.model.document import Block, Document, Lines, Note, NoteRef, Problem, Row
from archive.model.passage import Passage, PassageDraft
from archive.model.problems import DOUBTFUL_DOCUMENT


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """Some passages of a document with what a page shows beside them, or all of it.

    Blocks and notes are by position, passages by ordinal: those shown, the ones before and after, the title and heading
    above, the notes called, the callers.
    """

    shown: tuple[Passage, ...]
    passages: Mapping[int, Passage]
    blocks: Mapping[int, Block]
    notes: Mapping[int, Note]
    labels: Sequence[str]  # of every note of the document, by position
    before: int = 0  # how many passages like the first one shown stand before it, under its heading or in its table
    page: int | None = None  # of the printed line with which the first one shown begins
    page_labels: tuple[str, ...] = ()  # as those of the document
    doubts: tuple[Problem, ...] = ()  # about the reading of the document as a whole


def part_of(document: Document, passages: Sequence[Passage], shown: tuple[Passage, ...] = ()) -> DocumentPart:
    """A whole document, of which these passages are shown."""
    by_ordinal, labels = {passage.ordinal: passage for passage in passages}, [note.label for note in document.notes]
    part = DocumentPart(
        shown,
        by_ordinal,
        dict(enumerate(document.blocks)),
        dict(enumerate(document.notes)),
        labels,
        page_labels=document.page_labels,
        doubts=tuple(problem for problem in document.problems if problem.code in DOUBTFUL_DOCUMENT),
    )
    lines = Margins(part).of(shown[0]).lines if shown else None
    return replace(
        part,
        before=sum(_alike(one, shown[0]) for one in passages[: shown[0].ordinal]) if shown else 0,
        page=next((line.page for line in document.lines if lines and line.number == lines[0]), None),
    )


def _alike(one: Passage, other: Passage) -> bool:
    same = one.kind is other.kind and one.context == other.context
    return same and (one.row is None or one.block == other.block)


@dataclass(frozen=True, slots=True)
class Margin:
    """`refs` are the note references of the passage, offsets into its text. `callers` call it, if it is a note."""

    lines: Lines | None
    columns: tuple[str, ...] = ()
    row: Row | None = None
    caption: str | None = None
    label: str | None = None
    refs: tuple[NoteRef, ...] = ()
    callers: tuple[Passage, ...] = ()


class Margins:
    """The margins of one document, each made when it is asked for; what its passages share is worked out once."""

    def __init__(self, part: DocumentPart) -> None:
        self._part = part
        self._row_refs: dict[int, list[list[NoteRef]]] = {}

    def of(self, passage: Passage) -> Margin:
        """What stands beside this passage of the document."""
        if passage.note is not None:
            note = self._part.notes[passage.note]
            return Margin(note.lines, label=note.label, callers=tuple(self._callers.get(passage.note, ())))
        if passage.block is None:
            return Margin(None)
        block, refs = self._part.blocks[passage.block], self._refs(passage)
        if block.table is None or passage.row is None:
            return Margin(block.lines, refs=refs)
        row = block.table.rows[passage.row]
        caption = self._part.blocks[block.caption].text if block.caption is not None else None
        return Margin(row.lines, block.table.columns, row, caption, refs=refs)

    def _refs(self, passage: Passage) -> tuple[NoteRef, ...]:
        if passage.block is None or passage.block not in self._part.blocks:
            return ()
        block = self._part.blocks[passage.block]
        if passage.row is None:
            return block.refs if block.table is None else ()
        if passage.block not in self._row_refs:
            self._row_refs[passage.block] = row_refs(block)
        return tuple(self._row_refs[passage.block][passage.row])

    @cached_property
    def _callers(self) -> dict[int, dict[Passage, None]]:
        """By the position of a note, the passages that call it, in order."""
        calls: dict[int, dict[Passage, None]] = {}
        for passage in self._part.passages.values():
            for ref in self._refs(passage):
                if ref.note is not None:
                    calls.setdefault(ref.note, {})[passage] = None
        return calls


def callers_of(document: Document, units: Sequence[PassageDraft | Passage]) -> dict[int, list[int]]:
    """By the position of a note, the ordinals of the passages that call it."""
    by_row = {n: row_refs(block) for n, block in enumerate(document.blocks) if block.table is not None and block.refs}
    found: dict[int, list[int]] = {}
    for ordinal, unit in enumerate(units):
        if unit.block is None:
            continue
        block = document.blocks[unit.block]
        if block.table is None:
            refs: Sequence[NoteRef] = block.refs
        else:
            refs = by_row[unit.block][unit.row] if unit.row is not None and unit.block in by_row else ()
        for note in dict.fromkeys(ref.note for ref in refs if ref.note is not None):
            found.setdefault(note, []).append(ordinal)
    return found


def row_refs(block: Block) -> list[list[NoteRef]]:
    """The note references of each row of a table, offsets into the row's text; the block holds its rows a line each."""
    rows = block.table.rows if block.table else ()
    starts, at = [], 0
    for row in rows:
        starts.append(at)
        at += len(row.text) + 1
    found: list[list[NoteRef]] = [[] for _ in rows]
    for ref in block.refs if rows else ():
        index = bisect_right(starts, ref.offset) - 1
        found[index].append(replace(ref, offset=ref.offset - starts[index]))
    return found


def cell_starts(row: Row) -> Iterator[tuple[int, int]]:
    """Column and offset into `row.text` of every cell that has text: empty ones leave no trace in it."""
    at = 0
    for column, cell in enumerate(row.cells):
        if cell:
            yield column, at
            at += len(cell) + 1
