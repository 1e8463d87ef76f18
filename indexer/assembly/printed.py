"""How was this brief meant by its author? Reads printed lines into a document: pure, and the same every time.

The order of the work: pages and running heads, front matter, tables, notes, the units of the body, their text, the
references in it, and what binds them all (`indexer.assembly.finish`). Each step takes its lines out of the flow, so
that a sentence goes on across a page end, a table or the notes between.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.citing import Outlets
from archive.model import Block, BlockKind, Document, Line, Metadata, Note, NoteRef, Table
from archive.text import DOCUMENT, language_of
from indexer.assembly.finish import finish
from indexer.lines import (
    Depths,
    Healed,
    Healer,
    Joiner,
    SecondLook,
    TextLine,
    breaks_between_words,
    lift,
    print_lines,
    run_in,
    words_of,
)
from indexer.notes import LabelPosition, NoteLines, bind, find_notes
from indexer.notes import references as noterefs
from indexer.structure import (
    BlockDraft,
    FrontMatter,
    PageHeads,
    Reader,
    TableLines,
    find_front_matter,
    find_page_heads,
    find_tables,
    levels,
    read_disclaimer,
)


def read(lines: Sequence[Line], outlets: Outlets) -> Document:
    """Reads the printed lines of one document; `outlets` says which names in notes are outlets."""
    printed = print_lines(lines)
    joiner = Joiner([line.text for line in lines])
    tells = joiner.tells and not joiner.everywhere
    doubts = tells and breaks_between_words(printed)
    healer = Healer(SecondLook(joiner) if doubts else joiner, words_of(printed))
    heads = find_page_heads(printed)
    flow = [line for line in printed if line.number not in heads.lines]
    front = find_front_matter(flow)
    fronted = dict(front.kinds)
    flow = [line for line in flow if line.number not in fronted]
    tables = find_tables(flow, healer)
    tabled = {line.number for table in tables for line in table.lines}
    flow = [line for line in flow if line.number not in tabled]
    note_lines = find_notes(flow, tabled | heads.lines)
    noted = {line.number for note in note_lines for line in note.lines}
    flow = [line for line in flow if line.number not in noted]
    drafts = tuple(Reader(flow, tabled | heads.lines | noted, tells).drafts())
    units = _units(printed, heads, front, tables, drafts, healer)
    return _bound(units, note_lines, healer, lines, _metadata(front, heads, printed), tables, outlets)


@dataclass(frozen=True, slots=True)
class _PrintedUnit:
    """A block in the making: its text is healed, its references are still in it."""

    kind: BlockKind
    healed: Healed
    lines: tuple[TextLine, ...]
    marker: str | None = None
    table: Table | None = None


def _units(
    printed: Sequence[TextLine],
    heads: PageHeads,
    front: FrontMatter,
    tables: Sequence[TableLines],
    drafts: Sequence[BlockDraft],
    healer: Healer,
) -> list[_PrintedUnit]:
    """All blocks in reading order, which is the order of their first lines."""
    by_number = {line.number: line for line in printed}
    single = [(n, BlockKind.PAGE_HEAD) for n in heads.lines] + list(front.kinds)
    units = [_PrintedUnit(kind, Healed(by_number[n].text), (by_number[n],)) for n, kind in single]
    for table in tables:
        text = "\n".join(row.text for row in table.table.rows)
        units.append(_PrintedUnit(BlockKind.TABLE, Healed(text), table.lines, table=table.table))
    for draft in drafts:
        units.append(_PrintedUnit(draft.kind, healer.heal(draft.lines, draft.drop), draft.lines, draft.marker))
    return sorted(units, key=lambda unit: unit.lines[0].number)


CALLING = frozenset((
    BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.TITLE, BlockKind.BYLINE,
    BlockKind.SOURCE, BlockKind.REMARK,
))  # fmt: skip


def _bound(
    units: Sequence[_PrintedUnit],
    note_lines: Sequence[NoteLines],
    healer: Healer,
    lines: Sequence[Line],
    metadata: Metadata,
    tables: Sequence[TableLines],
    outlets: Outlets,
) -> Document:
    printed_labels = {note.label for note in note_lines}
    found = [noterefs.find_marks(unit.healed.text) if unit.kind in CALLING else () for unit in units]
    chosen = noterefs.choose(found, printed_labels)
    bound = _bind(units, chosen, note_lines)
    blocks = [_block(unit, marks, bound) for unit, marks in zip(units, chosen, strict=True)]
    blocks = _with_depths(blocks, units)
    for block in blocks:
        if block.kind is BlockKind.DISCLAIMER:
            metadata = read_disclaimer(metadata, block.text)
    text = "\n".join(unit.healed.text for unit in units)
    return finish(
        replace(metadata, language=metadata.language or language_of(text, DOCUMENT)),
        blocks,
        [_note(note, healer) for note in note_lines],
        lines,
        [problem for table in tables for problem in table.problems],
        outlets=outlets,
        scattered=True,
    )


def _bind(
    units: Sequence[_PrintedUnit], chosen: Sequence[Sequence[noterefs.NoteMark]], note_lines: Sequence[NoteLines]
) -> Iterator[int | None]:
    """What each mark calls, in their order."""
    marks = [
        LabelPosition(mark.label, _line_at(unit, mark.start), named=mark.style == "markdown")
        for unit, found in zip(units, chosen, strict=True)
        for mark in found
    ]
    printed = [LabelPosition(note.label, note.lines[0].number) for note in note_lines]
    text = [
        unit.lines[0].number for unit in units if unit.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE)
    ]
    return iter(bind(marks, printed, together=bool(printed) and not any(n > printed[0].at for n in text)))


def _line_at(unit: _PrintedUnit, offset: int) -> int:
    """The printed line that holds the letter at this offset."""
    return max((seam.line for seam in unit.healed.seams if seam.offset <= offset), default=unit.lines[0].number)


def _block(unit: _PrintedUnit, marks: Sequence[noterefs.NoteMark], bound: Iterator[int | None]) -> Block:
    healed, offsets = lift(unit.healed, [(mark.start, mark.end) for mark in marks])
    refs = tuple(
        NoteRef(mark.label, offset, next(bound), mark.printed) for mark, offset in zip(marks, offsets, strict=True)
    )
    return Block(
        unit.kind,
        unit.healed.text if unit.kind is BlockKind.TABLE else healed.text,
        (unit.lines[0].number, unit.lines[-1].number),
        page=unit.lines[0].page,
        marker=unit.marker,
        run_in=run_in(healed.text) if unit.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) else None,
        refs=refs,
        seams=healed.seams if unit.table is None else (),
        table=unit.table,
    )


def _with_depths(blocks: Sequence[Block], units: Sequence[_PrintedUnit]) -> list[Block]:
    """Items get their depth, headings their level."""
    depths = Depths()
    found = iter(levels([block.text for block in blocks if block.kind is BlockKind.HEADING]))
    leveled: list[Block] = []
    for block, unit in zip(blocks, units, strict=True):
        if block.kind is BlockKind.HEADING:
            depths.heading()
            block = replace(block, level=next(found))
        elif block.kind is BlockKind.ITEM and block.marker is not None:
            numbered = unit.lines[0].enumeration
            block = replace(block, depth=depths.of(numbered.style if numbered else block.marker))
        leveled.append(block)
    return leveled


def _note(note: NoteLines, healer: Healer) -> Note:
    healed, _ = lift(healer.heal(note.lines, note.drop), ())
    lines = (note.lines[0].number, note.lines[-1].number)
    return Note(note.label, healed.text, lines, note.lines[0].page, seams=healed.seams)


def _metadata(front: FrontMatter, heads: PageHeads, printed: Sequence[TextLine]) -> Metadata:
    known = front.metadata
    return replace(known, series=known.series or heads.series, date=known.date or heads.date)
