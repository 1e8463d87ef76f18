"""How do the paragraphs of a word processor become elements? In reading order, each object where its anchor stands.

Marks lead to their notes by the keys that are given here, one for each note that the file holds at its mark. Notes stand
at the end, footnotes before endnotes; both may count from 1.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from archive.errors import SourceError
from archive.model import Problem
from indexer.lines import ItemDepths, bullet, number
from indexer.markup import Element, ElementRole, Extract, MarkupReference, TextRun, script_figures, shifted, with_lines
from indexer.readers.decoding import bounded
from indexer.readers.office.flow import (
    Flow,
    FlowTable,
    LeftOut,
    LeftOutKind,
    LineEnd,
    NoteCall,
    Paragraph,
    Part,
    RunningHead,
    TextBox,
    Words,
)
from indexer.readers.office.looks import Seen, with_headings
from indexer.readers.office.tables import PlacedCell, TableKind, banner, grid_rows, table_kind
from indexer.markup import MarkupCell

MAX_DEPTH = 40  # boxes in tables in boxes; no page has so many
# Enumerations that begin an item, where their paragraph is no heading.
ITEMS = frozenset(("syllable", "paren", "syllable paren", "brackets", "circled"))
# A line of a table of contents: dots or a tab, and the number of a page.
CONTENTS = re.compile(r"(?:\t|[·.…‥ㆍ]{3,})[\s·.…‥ㆍ]*[-–]?\s?\d{1,3}\s?[-–]?\s*$")


def extract_of(flow: Flow, media_type: str, name: str) -> Extract:
    """The elements of a document and its printed lines.

    Raises:
        SourceError: it holds no text, or too much.
    """
    reader = FlowReader(name)
    reader.read(flow.paragraphs)
    drafts = [replace(one, element=element) for one, element in zip(reader.seen, reader.items(), strict=True)]
    body = with_headings(drafts, flow.title, flow.authors)
    elements, lines = with_lines([*body, *reader.notes, *reader.endnotes])
    if not any(line.text.strip() for line in lines):
        raise SourceError(f"{name} holds no text: it may hold only pictures; give a file with its text")
    problems = [Problem(kind, (1, len(lines)), (str(count),)) for kind, count in sorted(reader.left_out.items())]
    if reader.run.invalid:
        problems.append(Problem("invalid-characters", (1, len(lines)), (str(reader.run.invalid), "U+FFFD")))
    return Extract(media_type, "utf-8", bounded(lines, name), elements, tuple(problems))


@dataclass(slots=True)
class FlowReader:
    """One walk over a document's paragraphs and what stands in them."""

    name: str
    seen: list[Seen] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    endnotes: list[Element] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)  # running heads and feet so far
    left_out: Counter[LeftOutKind] = field(default_factory=Counter)
    run: TextRun = field(default_factory=TextRun)
    depth: int = 0

    def read(self, paragraphs: Iterable[Paragraph]) -> None:
        """Reads paragraphs into what is seen."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise SourceError(f"{self.name} nests boxes and tables more than {MAX_DEPTH} deep: simplify it")
        for paragraph in paragraphs:
            self._paragraph(paragraph)
        self.depth -= 1

    def _paragraph(self, paragraph: Paragraph) -> None:
        run, behind = TextRun(), list[Part]()
        for part in paragraph.parts:
            if isinstance(part, Words | LineEnd | NoteCall):
                self._inline(run, part)
            elif run.parts:
                behind.append(part)
            else:
                self._object(part)
        text, marks = run.finish()
        self.run.invalid += run.invalid
        if text:
            raw = "".join(part.text for part in paragraph.parts if isinstance(part, Words))
            self._show(paragraph, text, marks, CONTENTS.search(raw) is not None)
        elif marks:
            self._hang(marks)
        for part in behind:
            self._object(part)

    def _show(
        self, paragraph: Paragraph, text: str, marks: tuple[MarkupReference, ...], contents: bool = False
    ) -> None:
        marker = paragraph.number or None
        for line, found in split_at_bullets(text, marks):
            element = Element(paragraph.role, line, level=paragraph.level, marker=marker, marks=found)
            self.seen.append(Seen(element, paragraph.size, paragraph.bold, contents))
            marker = None

    def _hang(self, marks: tuple[MarkupReference, ...]) -> None:
        """Marks of a paragraph without words belong to the text before them."""
        for at in range(len(self.seen) - 1, -1, -1):
            element = self.seen[at].element
            if element.role not in (ElementRole.TABLE, ElementRole.PAGE_HEAD):
                moved = tuple(replace(mark, offset=len(element.text)) for mark in marks)
                self.seen[at] = replace(self.seen[at], element=replace(element, marks=element.marks + moved))
                return

    def _inline(self, run: TextRun, part: Words | LineEnd | NoteCall, in_note: bool = False) -> None:
        if isinstance(part, Words):
            run.add((part.script and script_figures(part.script, part.text)) or part.text)
        elif isinstance(part, LineEnd):
            run.end_line()
        elif in_note:
            run.add(part.printed)  # a note's own mark of a note stays in its text
            self._note(part)
        else:
            run.mark(part.printed, part.label, self._note(part))

    def _note(self, call: NoteCall) -> str | None:
        """Keeps a note and gives its key; None where nothing stands in it."""
        kept, kind = (self.endnotes, "endnote") if call.endnote else (self.notes, "footnote")
        at = len(kept)
        key = f"{kind} {at + 1}"
        kept.append(Element(ElementRole.NOTE, "", key=key, label=call.label))
        text, _ = self._flat(call.paragraphs, in_note=True)
        if not text:
            del kept[at]
            return None
        kept[at] = replace(kept[at], text=text)
        return key

    def _flat(
        self, paragraphs: Iterable[Paragraph], *, in_note: bool = False
    ) -> tuple[str, tuple[MarkupReference, ...]]:
        """The text of a note, a cell or a running head: a line for each paragraph, objects among them."""
        run = TextRun()
        self._add_flat(run, paragraphs, in_note)
        self.run.invalid += run.invalid
        return run.finish()

    def _add_flat(self, run: TextRun, paragraphs: Iterable[Paragraph], in_note: bool) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise SourceError(f"{self.name} nests boxes and tables more than {MAX_DEPTH} deep: simplify it")
        for paragraph in paragraphs:
            run.end_line()
            if paragraph.number:
                run.add(f"{paragraph.number} ")
            for part in paragraph.parts:
                self._add_part(run, part, in_note)
            run.end_line()
        self.depth -= 1

    def _add_part(self, run: TextRun, part: Part, in_note: bool) -> None:
        if isinstance(part, Words | LineEnd | NoteCall):
            self._inline(run, part, in_note)
        elif isinstance(part, TextBox):
            self._add_flat(run, part.paragraphs, in_note)
        elif isinstance(part, LeftOut):
            self.left_out[part.kind] += 1
            self._add_flat(run, part.caption, in_note)
        elif isinstance(part, FlowTable):
            self._add_flat(run, part.caption, in_note)
            for row in _rows(part):
                run.end_line()
                for paragraphs in row:
                    self._add_row_cell(run, paragraphs, in_note)
                run.end_line()

    def _add_row_cell(self, run: TextRun, paragraphs: tuple[Paragraph, ...], in_note: bool) -> None:
        """A cell of a table in a cell: its row is one line."""
        for paragraph in paragraphs:
            run.add(" ")
            for part in (Words(paragraph.number), *paragraph.parts):
                if isinstance(part, LineEnd):
                    run.add(" ")
                elif isinstance(part, Words | NoteCall):
                    self._inline(run, part, in_note)
                else:
                    self._add_part(run, part, in_note)

    def _object(self, part: Part) -> None:
        """Shows what stands between two paragraphs."""
        if isinstance(part, TextBox):
            self.read(part.paragraphs)
        elif isinstance(part, LeftOut):
            self.left_out[part.kind] += 1
            self._caption(part.caption)
        elif isinstance(part, RunningHead):
            self._running_head(part)
        elif isinstance(part, FlowTable):
            if not part.below:
                self._caption(part.caption)
            self._table(part)
            if part.below:
                self._caption(part.caption)

    def _caption(self, paragraphs: tuple[Paragraph, ...]) -> None:
        text, marks = self._flat(paragraphs)
        if text:
            self.seen.append(Seen(Element(ElementRole.CAPTION, text, marks=marks)))

    def _running_head(self, part: RunningHead) -> None:
        text, _ = self._flat(part.paragraphs, in_note=True)
        if any(map(str.isalpha, text)) and text not in self.heads:
            self.heads.add(text)
            self.seen.append(Seen(Element(ElementRole.PAGE_HEAD, text)))

    def _table(self, table: FlowTable) -> None:
        kind = table_kind(table)
        if kind is TableKind.BANNER:
            start = len(self.seen)
            self.read((banner(table),))
            self.seen[start:] = [replace(one, boxed=True) for one in self.seen[start:]]
        elif kind is TableKind.FRAME:
            start = len(self.seen)
            for cell in table.cells:
                self.read(cell.paragraphs)
            alone = len(self.seen) == start + 1
            self.seen[start:] = [replace(one, boxed=one.boxed or alone) for one in self.seen[start:]]
        else:
            rows = grid_rows([PlacedCell(cell, self._cell(cell.paragraphs, cell.head)) for cell in table.cells])
            self.seen.append(Seen(Element(ElementRole.TABLE, "", rows=rows, heads=_heads(rows))))

    def _cell(self, paragraphs: tuple[Paragraph, ...], head: bool) -> MarkupCell:
        text, marks = self._flat(paragraphs)
        return MarkupCell(text, head, marks=marks)

    def items(self) -> Iterator[Element]:
        """The elements seen, with those that begin with a mark of a list as items."""
        depths = ItemDepths()
        for one in self.seen:
            element = one.element
            if element.role is ElementRole.HEADING:
                depths.heading()
            yield _item(element, depths) if element.role is ElementRole.PARAGRAPH and not one.contents else element


def _rows(table: FlowTable) -> Iterator[list[tuple[Paragraph, ...]]]:
    rows: dict[int, list[tuple[Paragraph, ...]]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.paragraphs)
    return iter(rows.values())


def _heads(rows: tuple[tuple[MarkupCell, ...], ...]) -> int:
    """The first rows that have head cells only. A table of heads alone has none."""
    for count, row in enumerate(rows):
        if not all(cell.head for cell in row):
            return count
    return 0


def _item(element: Element, depths: ItemDepths) -> Element:
    """A paragraph with a mark before it is an item; a mark typed into the text is taken out of it."""
    if element.marker is not None:
        return replace(element, role=ElementRole.ITEM, level=element.level or depths.of(element.marker))
    sign = bullet(element.text)
    found = None if sign else number(element.text)
    if sign is None and (found is None or found.style not in ITEMS):
        return replace(element, level=None)
    marker, length = (sign, len(sign)) if sign else (found.printed, found.length) if found else ("", 0)
    words = element.text[length:].lstrip()
    marks = shifted(element.marks, len(words) - len(element.text))
    level = depths.of(sign or (found.style if found else ""))
    return replace(element, role=ElementRole.ITEM, text=words, marks=marks, marker=marker, level=level)


def split_at_bullets(
    text: str, marks: tuple[MarkupReference, ...]
) -> Iterator[tuple[str, tuple[MarkupReference, ...]]]:
    """A text cut before each of its lines that begins with a bullet; each mark goes with the letters before it."""
    starts = [0, *(found.end() for found in re.finditer("\n", text) if bullet(text[found.end() :]))]
    for start, end in zip(starts, [*starts[1:], len(text) + 1], strict=True):
        within = tuple(mark for mark in marks if start <= mark.offset < end)
        yield text[start:end].rstrip("\n"), shifted(within, -start)
