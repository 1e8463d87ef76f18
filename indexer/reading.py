"""How was this brief meant by its author? Reads printed lines into a document: pure, and the same every time.

The order of the work: pages and running heads, front matter, tables, notes, the units of the body, their text, the
references in it, and what binds them all. Each step takes its lines out of the flow, so that a sentence goes on across
a page end, a table or the notes between.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from archive.document import Block, Kind, Line, Metadata, Note, NoteRef, Problem, Reading, Table
from indexer import binding, noterefs, notes
from indexer.binding import Place
from indexer.citations import find_citations
from indexer.frontmatter import FrontMatter, find_front_matter, read_disclaimer
from indexer.headings import levels
from indexer.items import Depths, number, run_in
from indexer.joins import Joiner
from indexer.layout import Printed, breaks_between_words, ends_sentence, print_lines
from indexer.legends import names_figure
from indexer.notes import NoteLines, find_notes
from indexer.pages import PageHeads, find_page_heads
from indexer.sameness import resolve_ibid
from indexer.seams import LOST_SPACE, Healed, Healer, SecondLook, lift, words_of
from indexer.structure import Draft, Reader
from indexer.tables import TableLines, find_tables

READER_VERSION = 5


def read(lines: Sequence[Line]) -> Reading:
    """Reads the printed lines of one document."""
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
    return _bound(units, note_lines, healer, lines, _metadata(front, heads, printed), tables)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A block in the making: its text is healed, its references are still in it."""

    kind: Kind
    healed: Healed
    lines: tuple[Printed, ...]
    marker: str | None = None
    table: Table | None = None


def _units(
    printed: Sequence[Printed],
    heads: PageHeads,
    front: FrontMatter,
    tables: Sequence[TableLines],
    drafts: Sequence[Draft],
    healer: Healer,
) -> list[_Unit]:
    """All blocks in reading order, which is the order of their first lines."""
    by_number = {line.number: line for line in printed}
    single = [(n, Kind.PAGE_HEAD) for n in heads.lines] + list(front.kinds)
    units = [_Unit(kind, Healed(by_number[n].text), (by_number[n],)) for n, kind in single]
    for table in tables:
        text = "\n".join(row.text for row in table.table.rows)
        units.append(_Unit(Kind.TABLE, Healed(text), table.lines, table=table.table))
    for draft in drafts:
        units.append(_Unit(draft.kind, healer.heal(draft.lines, draft.drop), draft.lines, draft.marker))
    return sorted(units, key=lambda unit: unit.lines[0].number)


CALLING = frozenset(
    (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING, Kind.CAPTION, Kind.TITLE, Kind.BYLINE, Kind.SOURCE, Kind.REMARK)
)


def _bound(
    units: Sequence[_Unit],
    note_lines: Sequence[NoteLines],
    healer: Healer,
    lines: Sequence[Line],
    metadata: Metadata,
    tables: Sequence[TableLines],
) -> Reading:
    printed_labels = {note.label for note in note_lines}
    found = [noterefs.find_marks(unit.healed.text) if unit.kind in CALLING else () for unit in units]
    chosen = noterefs.choose(found, printed_labels)
    bound = _bind(units, chosen, note_lines)
    blocks = [_block(unit, marks, bound) for unit, marks in zip(units, chosen, strict=True)]
    blocks = _under_captions(_under_headings(_with_depths(blocks, units)))
    called, opened = binding.called(ref for block in blocks for ref in block.refs)
    for block in blocks:
        if block.kind is Kind.DISCLAIMER:
            metadata = read_disclaimer(metadata, block.text)
    problems = [
        *(problem for table in tables for problem in table.problems),
        *notes.problems_of(note_lines, called, opened),
        *_open_refs(blocks, printed_labels),
        *_doubts(blocks),
    ]
    return Reading(
        replace(metadata, language=metadata.language or _language(units)),
        tuple(blocks),
        _notes(note_lines, healer),
        tuple(lines),
        tuple(sorted(problems, key=lambda problem: (problem.lines or (0, 0), problem.code))),
    )


def _bind(
    units: Sequence[_Unit], chosen: Sequence[Sequence[noterefs.Mark]], note_lines: Sequence[NoteLines]
) -> Iterator[int | None]:
    """What each mark calls, in their order."""
    marks = [
        Place(mark.label, _line_at(unit, mark.start), named=mark.style == "markdown")
        for unit, found in zip(units, chosen, strict=True)
        for mark in found
    ]
    printed = [Place(note.label, note.lines[0].number) for note in note_lines]
    text = [unit.lines[0].number for unit in units if unit.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.TABLE)]
    return iter(binding.bind(marks, printed, together=bool(printed) and not any(n > printed[0].at for n in text)))


def _line_at(unit: _Unit, offset: int) -> int:
    """The printed line that holds the letter at this offset."""
    return max((seam.line for seam in unit.healed.seams if seam.offset <= offset), default=unit.lines[0].number)


def _block(unit: _Unit, marks: Sequence[noterefs.Mark], bound: Iterator[int | None]) -> Block:
    healed, offsets = lift(unit.healed, [(mark.start, mark.end) for mark in marks])
    refs = tuple(
        NoteRef(mark.label, offset, next(bound), mark.printed)
        for mark, offset in zip(marks, offsets, strict=True)
    )
    return Block(
        unit.kind,
        unit.healed.text if unit.kind is Kind.TABLE else healed.text,
        (unit.lines[0].number, unit.lines[-1].number),
        page=unit.lines[0].page,
        marker=unit.marker,
        run_in=run_in(healed.text) if unit.kind in (Kind.PARAGRAPH, Kind.ITEM) else None,
        refs=refs,
        seams=healed.seams if unit.table is None else (),
        table=unit.table,
    )


def _with_depths(blocks: Sequence[Block], units: Sequence[_Unit]) -> list[Block]:
    """Items get their depth, headings their level."""
    depths = Depths()
    found = iter(levels([block.text for block in blocks if block.kind is Kind.HEADING]))
    leveled: list[Block] = []
    for block, unit in zip(blocks, units, strict=True):
        if block.kind is Kind.HEADING:
            depths.heading()
            block = replace(block, level=next(found))
        elif block.kind is Kind.ITEM and block.marker is not None:
            numbered = number(unit.lines[0].text)
            block = replace(block, depth=depths.of(numbered.style if numbered else block.marker))
        leveled.append(block)
    return leveled


def _under_headings(blocks: Sequence[Block]) -> list[Block]:
    """Each block learns the nearest heading above it."""
    under: list[Block] = []
    heading: int | None = None
    for i, block in enumerate(blocks):
        under.append(replace(block, heading=heading))
        if block.kind is Kind.HEADING:
            heading = i
    return under


LEGEND_REACH = (
    12  # blocks between a caption and its table: extraction may put the notes of a page before the page's table
)


def _under_captions(blocks: Sequence[Block]) -> list[Block]:
    """Tables, sources and remarks learn their caption: the open one above, or for a table the one right below."""
    bound = list(blocks)
    last: int | None = None
    waiting: list[int] = []  # captions of tables whose table has not come yet
    for i, block in enumerate(blocks):
        if block.kind is Kind.CAPTION:
            last = i
            if not names_figure(block.text):
                waiting.append(i)
        elif block.kind in (Kind.SOURCE, Kind.REMARK):
            owner = last if last is not None and i - last <= 3 else None
            bound[i] = replace(block, caption=owner)
        elif block.kind is Kind.TABLE:
            near = [c for c in waiting if i - c <= LEGEND_REACH]
            below = i + 1 < len(blocks) and blocks[i + 1].kind is Kind.CAPTION
            if near:
                waiting.remove(near[0])
                last = near[0]
            bound[i] = replace(block, caption=near[0] if near else i + 1 if below else None)
    return bound


def _notes(note_lines: Sequence[NoteLines], healer: Healer) -> tuple[Note, ...]:
    read_notes = []
    for note in note_lines:
        healed, _ = lift(healer.heal(note.lines, note.drop), ())
        lines = (note.lines[0].number, note.lines[-1].number)
        citations = find_citations(healed.text)
        read_notes.append(Note(note.label, healed.text, lines, note.lines[0].page, citations, seams=healed.seams))
    return resolve_ibid(read_notes)


def _open_refs(blocks: Sequence[Block], labels: Collection[str]) -> list[Problem]:
    problems: list[Problem] = []
    for block in blocks:
        starts = [block.lines[0], *(seam.line for seam in block.seams)]
        offsets = [0, *(seam.offset for seam in block.seams)]
        for ref in block.refs:
            if ref.note is None:
                line = max(
                    (n for n, at in zip(starts, offsets, strict=True) if at < max(ref.offset, 1)), default=starts[0]
                )
                problems.append(Problem(binding.open_code(ref, labels), (line, line), (ref.label,)))
    return problems


def _doubts(blocks: Sequence[Block]) -> list[Problem]:
    """A text that breaks off, a figure of which only the caption is there, a caption without its table."""
    problems: list[Problem] = []
    tables = {block.caption for block in blocks if block.kind is Kind.TABLE}
    for i, block in enumerate(blocks):
        if block.kind is Kind.CAPTION and names_figure(block.text):
            problems.append(Problem("figure-caption-only", block.lines, (block.text,)))
        elif block.kind is Kind.CAPTION and i not in tables:
            problems.append(Problem("table-missing", block.lines, (block.text,)))
    for block in blocks:
        for seam in block.seams:
            if seam.why == LOST_SPACE:
                around = (
                    f"{block.text[max(0, seam.offset - 10) : seam.offset]}|{block.text[seam.offset : seam.offset + 10]}"
                )
                problems.append(Problem("join-doubtful", (seam.line, seam.line), (around,)))
    text = [block for block in blocks if block.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.DISCLAIMER)]
    if text and text[-1] is _last_of_text(blocks) and _breaks_off(text[-1].text):
        problems.append(Problem("text-cut", text[-1].lines, (text[-1].text[-20:],)))
    return problems


def _last_of_text(blocks: Sequence[Block]) -> Block | None:
    rest = [block for block in blocks if block.kind not in (Kind.PAGE_HEAD, Kind.END_MARK, Kind.DATE, Kind.BYLINE)]
    return rest[-1] if rest else None


_BROKEN_OFF = re.compile(r"(?:[,;:·\-–(“‘「『]|으며|하고|으로서|로서|[은는을를의와과])$")


def _breaks_off(text: str) -> bool:
    return not ends_sentence(text) and _BROKEN_OFF.search(text) is not None


def _metadata(front: FrontMatter, heads: PageHeads, printed: Sequence[Printed]) -> Metadata:
    known = front.metadata
    return replace(known, series=known.series or heads.series, date=known.date or heads.date)


def _language(units: Sequence[_Unit]) -> str | None:
    """ISO 639-1 of the script most letters of the body are in; None for a text without letters."""
    counts: Counter[str] = Counter()
    for unit in units:
        for letter in unit.healed.text:
            if "가" <= letter <= "힣":
                counts["ko"] += 1
            elif "а" <= letter.lower() <= "я":
                counts["ru"] += 1
            elif "\u3040" <= letter <= "\u30ff":
                counts["ja"] += 3  # kana stand between ideographs
            elif "\u4e00" <= letter <= "\u9fff":
                counts["zh"] += 1
            elif letter.isascii() and letter.isalpha():
                counts["en"] += 1
    if counts["ko"] * 4 > counts["en"]:  # a syllable is worth three or four letters
        counts["en"] = 0
    return counts.most_common(1)[0][0] if counts.total() else None
