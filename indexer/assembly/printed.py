"""How was this brief meant by its author? Reads printed lines into a document: pure, and the same every time.

The order of the work: pages and running heads, front matter, tables, notes, the units of the body, their text, the
references in it, and what binds them all (`indexer.assembly.finish`). Each step takes its lines out of the flow, so
that a sentence goes on across a page end, a table or the notes between.
"""

from bisect import bisect_right
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.citing import Outlets
from archive.model import Block, BlockKind, Document, Line, Metadata, Note, NoteRef, Problem, Table
from archive.text import DOCUMENT, language_of
from indexer.assembly.finish import finish
from indexer.lines import (
    BreakClassifier,
    ItemDepths,
    JoinedText,
    LatinWords,
    LineJoiner,
    TextLine,
    breaks_between_words,
    mixed_columns,
    remove_spans,
    run_in,
    side_by_side,
    text_lines,
)
from indexer.notes import LabelPosition, NoteLines, TableRemarks, bind, find_notes, find_table_remarks, scopes
from indexer.notes import references as noterefs
from indexer.structure import (
    BlockDraft,
    BlockParser,
    FrontMatter,
    PageHeads,
    TableLines,
    find_contents,
    find_front_matter,
    find_page_heads,
    find_placeholders,
    find_tables,
    levels,
    read_disclaimer,
)


def read_printed(lines: Sequence[Line], outlets: Outlets) -> Document:
    """Reads the printed lines of one document; `outlets` says which names in notes are outlets."""
    printed = text_lines(lines)
    breaks = BreakClassifier([line.text for line in lines], lost_spaces=breaks_between_words(printed))
    joiner = LineJoiner(breaks, LatinWords.of(printed))
    placeholders = find_placeholders(printed)
    flow = _without(printed, placeholders.lines)
    heads = find_page_heads(flow)
    flow = _without(flow, heads.lines)
    contents = find_contents(flow)
    flow = _without(flow, contents)
    mixed = (*side_by_side(flow), *mixed_columns(flow))
    mixed_lines = {line.number for stretch in mixed for line in stretch}
    flow = _without(flow, mixed_lines)
    front = find_front_matter(flow, breaks.cut_odds)
    flow = _without(flow, dict(front.kinds))
    remarks = find_table_remarks(flow)
    flow = _without(flow, remarks.lines)
    tables = find_tables(flow, joiner)
    remarks = remarks.over_heads(_above_tables(flow, tables))
    removed = (
        placeholders.lines
        | heads.lines
        | contents
        | remarks.lines
        | mixed_lines
        | {line.number for table in tables for line in table.lines}
    )
    flow = _without(flow, removed)
    note_lines = find_notes(flow, removed, remarks, breaks.cut_odds)
    removed |= {line.number for note in note_lines for line in note.lines}
    parser = BlockParser(_without(flow, removed), removed, breaks.trailing_decides, breaks.cut_odds)
    drafts = tuple(parser.drafts())
    units = _units(printed, _single(heads.lines | contents, front, mixed_lines), tables, remarks, drafts, joiner)
    blocks = _blocks(units, note_lines, remarks)
    return finish(
        _metadata(front, heads, units, blocks),
        blocks,
        [_note(note, joiner) for note in note_lines],
        lines,
        [*placeholders.problems, *map(_mixture, mixed), *(problem for table in tables for problem in table.problems)],
        outlets=outlets,
        scattered=True,
    )


def _without(lines: Sequence[TextLine], numbers: Container[int]) -> list[TextLine]:
    return [line for line in lines if line.number not in numbers]


@dataclass(frozen=True, slots=True)
class _PrintedUnit:
    """A block in the making: its lines are joined, its references are still in the text."""

    kind: BlockKind
    joined: JoinedText
    lines: tuple[TextLine, ...]
    marker: str | None = None
    table: Table | None = None


def _single(heads: Collection[int], front: FrontMatter, mixed: Collection[int]) -> list[tuple[int, BlockKind]]:
    """Lines that nothing is joined to: page furniture and contents, front matter, lines of mixed columns."""
    found = [(n, BlockKind.PAGE_HEAD) for n in heads] + list(front.kinds)
    return found + [(n, BlockKind.PARAGRAPH) for n in sorted(mixed)]


def _above_tables(flow: Sequence[TextLine], tables: Sequence[TableLines]) -> list[TextLine]:
    """The heads of tables whose rows alone were read: lines right above them with a word or more for each column."""
    rows = {table.lines[0].number: table.table.rows for table in tables}
    return [
        above
        for above, line in pairwise(flow)
        if (found := rows.get(line.number))
        and not (above.ends_sentence or above.bullet or above.enumeration)
        and len(above.text.split()) >= len(found[0].cells) > 1
    ]


def _mixture(stretch: Sequence[TextLine]) -> Problem:
    return Problem("columns-interleaved", (stretch[0].number, stretch[-1].number))


def _units(
    printed: Sequence[TextLine],
    single: Sequence[tuple[int, BlockKind]],
    tables: Sequence[TableLines],
    remarks: TableRemarks,
    drafts: Sequence[BlockDraft],
    joiner: LineJoiner,
) -> list[_PrintedUnit]:
    """All blocks in reading order, which is the order of their first lines. `single`: lines that are a block each."""
    by_number = {line.number: line for line in printed}
    units = [_PrintedUnit(kind, JoinedText(by_number[n].text), (by_number[n],)) for n, kind in single]
    for table in tables:
        text = "\n".join(row.text for row in table.table.rows)
        units.append(_PrintedUnit(BlockKind.TABLE, JoinedText(text), table.lines, table=table.table))
    units += [_PrintedUnit(BlockKind.REMARK, joiner.join_lines(item), item) for item in remarks.items]
    for draft in drafts:
        units.append(
            _PrintedUnit(draft.kind, joiner.join_lines(draft.lines, draft.drop), tuple(draft.lines), draft.marker)
        )
    return sorted(units, key=lambda unit: unit.lines[0].number)


CALLING = frozenset((
    BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.TITLE, BlockKind.BYLINE,
    BlockKind.SOURCE, BlockKind.REMARK,
))  # fmt: skip


def _blocks(units: Sequence[_PrintedUnit], notes: Sequence[NoteLines], remarks: TableRemarks) -> list[Block]:
    found = [_marks(unit, remarks) if unit.kind in CALLING else () for unit in units]
    noted = scopes(notes, {mark.style for marks in found for mark in marks})
    own = {note.label for note, scope in zip(notes, noted, strict=True) if not scope}
    chosen = noterefs.choose(found, own, listed="list" in noted)
    bound = _bind(units, chosen, notes, noted, remarks)
    return _with_depths([_block(unit, marks, bound) for unit, marks in zip(units, chosen, strict=True)], units)


def _marks(unit: _PrintedUnit, remarks: TableRemarks) -> Sequence[noterefs.NoteMark]:
    """The marks of a unit, without those that a table's own remarks explain: these stay as printed."""
    if unit.lines[0].number in remarks.lines:
        return ()
    marks = noterefs.find_marks(unit.joined.text)
    return [mark for mark in marks if not remarks.explains(mark.label, _line_at(unit, mark.start))]


def _bind(
    units: Sequence[_PrintedUnit],
    chosen: Sequence[Sequence[noterefs.NoteMark]],
    note_lines: Sequence[NoteLines],
    noted: Sequence[str],
    remarks: TableRemarks,
) -> Iterator[int | None]:
    """What each mark calls, in their order; `noted` are the scopes of the notes."""
    listed = "list" in noted
    marks = [
        _position(mark, _line_at(unit, mark.start), remarks, listed)
        for unit, found in zip(units, chosen, strict=True)
        for mark in found
    ]
    printed = [
        LabelPosition(note.label, note.lines[0].number, scope=scope)
        for note, scope in zip(note_lines, noted, strict=True)
    ]
    text = [
        unit.lines[0].number for unit in units if unit.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE)
    ]
    return iter(bind(marks, printed, together=bool(printed) and not any(n > printed[0].at for n in text)))


def _position(mark: noterefs.NoteMark, line: int, remarks: TableRemarks, listed: bool) -> LabelPosition:
    """`listed`: a list of sources stands beside the footnotes, which marks in brackets call."""
    scope = "table" if remarks.closes(mark.label, line) else "list" if listed and mark.style == "square" else ""
    return LabelPosition(mark.label, line, mark.style == "markdown" or scope == "list", scope)


def _line_at(unit: _PrintedUnit, offset: int) -> int:
    """The printed line that holds the letter at this offset."""
    seams = unit.joined.seams
    at = bisect_right(seams, offset, key=lambda seam: seam.offset)
    return seams[at - 1].line if at else unit.lines[0].number


def _block(unit: _PrintedUnit, marks: Sequence[noterefs.NoteMark], bound: Iterator[int | None]) -> Block:
    joined, offsets = remove_spans(unit.joined, [(mark.start, mark.end) for mark in marks])
    refs = tuple(
        NoteRef(mark.label, offset, next(bound), mark.printed) for mark, offset in zip(marks, offsets, strict=True)
    )
    return Block(
        unit.kind,
        unit.joined.text if unit.kind is BlockKind.TABLE else joined.text,
        (unit.lines[0].number, unit.lines[-1].number),
        page=unit.lines[0].page,
        marker=unit.marker,
        run_in=run_in(joined.text) if unit.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) else None,
        refs=refs,
        seams=joined.seams if unit.table is None else (),
        table=unit.table,
    )


def _with_depths(blocks: Sequence[Block], units: Sequence[_PrintedUnit]) -> list[Block]:
    """Items get their depth, headings their level."""
    depths = ItemDepths()
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


def _note(note: NoteLines, joiner: LineJoiner) -> Note:
    joined, _ = remove_spans(joiner.join_lines(note.lines, note.drop), ())
    lines = (note.lines[0].number, note.lines[-1].number)
    return Note(note.label, joined.text, lines, note.lines[0].page, seams=joined.seams)


def _metadata(front: FrontMatter, heads: PageHeads, units: Sequence[_PrintedUnit], blocks: Sequence[Block]) -> Metadata:
    known = front.metadata
    known = replace(known, series=known.series or heads.series, date=known.date or heads.date)
    for block in blocks:
        if block.kind is BlockKind.DISCLAIMER:
            known = read_disclaimer(known, block.text)
    text = "\n".join(unit.joined.text for unit in units)
    return replace(known, language=known.language or language_of(text, DOCUMENT))
