"""How do the paragraphs of a word processor become elements? In reading order, each object where its anchor stands.

Marks lead to their notes by the keys that are given here, one for each note that the file holds at its mark. Notes
stand at the end, footnotes before endnotes; both may count from 1.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from archive.errors import SourceError
from archive.model import Lines, Problem
from indexer.markup import (
    Element,
    ElementRole,
    Extract,
    MarkupCell,
    MarkupReference,
    TextRun,
    script_figures,
    with_lines,
)
from indexer.readers.decoding import bounded
from indexer.readers.office.captions import with_captions
from indexer.readers.office.covers import cover_data
from indexer.readers.office.flow import (
    Flow,
    FlowCell,
    FlowTable,
    LeftOutCount,
    LeftOutKind,
    LineEnd,
    NoteAtMark,
    Paragraph,
    Part,
    RunningHead,
    TextBox,
    Words,
)
from indexer.readers.office.items import split_at_bullets, with_items
from indexer.readers.office.looks import with_headings
from indexer.readers.office.marks import with_signs, without_sign
from indexer.readers.office.official_letters import letter_data
from indexer.readers.office.releases import release_date, revision_date
from indexer.readers.office.seen import Seen
from indexer.readers.office.tables import (
    PlacedCell,
    TableKind,
    banner,
    framed_rows,
    grid_rows,
    head_rows,
    most_of,
    table_kind,
    with_heads,
    without_titles,
)
from indexer.readers.office.typed_notes import with_typed_notes

MAX_DEPTH = 40  # boxes in tables in boxes; no page has so many
PAGE_NUMBER = re.compile(r"[\W\d_ivxlc]*(?:쪽|page|페이지)?[\W\d]*", re.IGNORECASE)  # a head that says nothing else
# A line of a table of contents: dots or a tab, and the number of a page.
CONTENTS = re.compile(r"(?:\t|[·.…‥ㆍ]{3})[\s·.…‥ㆍ]*[-–]?\s?\d{1,3}\s?[-–]?\s*$")
TAIL = 120  # letters at the end of a paragraph that are looked at for it
SHORT_HEAD = 40  # letters of a running head that may be but a number


def extract_of(flow: Flow, media_type: str, name: str) -> Extract:
    """The elements of a document and its printed lines.

    Raises:
        SourceError: it holds no text, or too much.
    """
    reader = FlowReader(name)
    reader.read(flow.paragraphs)
    reader.end()
    seen = with_headings(reader.seen, flow.title, flow.authors)
    body = with_captions(list(with_items(seen)))
    if not (reader.notes or reader.endnotes):
        body = with_typed_notes(body)
    data = [*letter_data(seen), *release_date(seen), *revision_date(seen), *cover_data(seen, flow.authors)]
    elements, lines = with_lines([*data, *body, *reader.notes, *reader.endnotes])
    if not any(line.text.strip() for line in lines):
        raise SourceError(f"{name} holds no text: it may hold only pictures; give a file with its text")
    problems = tuple(reader.problems((1, len(lines))))
    return Extract(media_type, "utf-8", bounded(lines, name), elements, problems, styled=True)


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
    called: Counter[str] = field(default_factory=Counter)  # notes so far
    keys: dict[tuple[bool, str], str | None] = field(default_factory=dict)  # of notes that several marks may call
    waiting: tuple[MarkupReference, ...] = ()  # marks before any text

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
        for part in with_signs(paragraph.parts):
            if isinstance(part, Words | LineEnd | NoteAtMark):
                self._inline(run, part)
            elif run.parts:
                behind.append(part)
            else:
                self._object(part)
        text, marks = run.finish()
        self.run.invalid += run.invalid
        if text:
            marks, self.waiting = self.waiting + marks, ()
            raw = "".join(part.text for part in paragraph.parts if isinstance(part, Words))[-TAIL:]
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
            listed = paragraph.contents
            self.seen.append(Seen(element, paragraph.size, paragraph.bold, contents or listed, listed=listed))
            marker = None

    def _hang(self, marks: tuple[MarkupReference, ...]) -> None:
        """Marks of a paragraph without words belong to the text before them, or else after."""
        for at in range(len(self.seen) - 1, -1, -1):
            element = self.seen[at].element
            if element.role not in (ElementRole.TABLE, ElementRole.PAGE_HEAD):
                moved = tuple(replace(mark, offset=len(element.text)) for mark in marks)
                self.seen[at] = replace(self.seen[at], element=replace(element, marks=element.marks + moved))
                return
        self.waiting += tuple(replace(mark, offset=0) for mark in marks)

    def end(self) -> None:
        """Keeps the marks of a document that prints nothing beside them."""
        if self.waiting:
            self.seen.append(Seen(Element(ElementRole.PARAGRAPH, "", marks=self.waiting)))

    def _inline(self, run: TextRun, part: Words | LineEnd | NoteAtMark, in_note: bool = False) -> None:
        if isinstance(part, Words):
            run.add((part.script and script_figures(part.script, part.text)) or part.text)
        elif isinstance(part, LineEnd):
            run.end_line()
        elif in_note:
            run.add(part.printed)  # a note's own mark of a note stays in its text
            self._note(part)
        else:
            run.mark(part.printed, part.label, self._note(part))

    def _note(self, call: NoteAtMark) -> str | None:
        """Keeps a note, once, and gives its key; None where nothing stands in it."""
        known = (call.endnote, call.identity)
        if call.identity and known in self.keys:
            return self.keys[known]
        kept, kind = (self.endnotes, "endnote") if call.endnote else (self.notes, "footnote")
        self.called[kind] += 1
        at, key = len(kept), f"{kind} {self.called[kind]}"
        kept.append(Element(ElementRole.NOTE, "", key=key, label=call.label))
        self.keys[known] = key
        text, _ = self._flat(call.paragraphs, in_note=True)
        text = without_sign(text)
        if not text:
            del kept[at]
            self.keys[known] = None
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
            for part in with_signs(paragraph.parts):
                self._add_part(run, part, in_note)
            run.end_line()
        self.depth -= 1

    def _add_part(self, run: TextRun, part: Part, in_note: bool) -> None:
        if isinstance(part, Words | LineEnd | NoteAtMark):
            self._inline(run, part, in_note)
        elif isinstance(part, TextBox):
            self._add_flat(run, part.paragraphs, in_note)
        elif isinstance(part, LeftOutCount):
            self.left_out[part.kind] += 1
            self._add_flat(run, part.caption, in_note)
        elif isinstance(part, FlowTable):
            self._add_flat(run, part.caption, in_note)
            for row in framed_rows(part):
                run.end_line()
                for cell in row:
                    self._add_row_cell(run, cell.paragraphs, in_note)
                run.end_line()

    def _add_row_cell(self, run: TextRun, paragraphs: tuple[Paragraph, ...], in_note: bool) -> None:
        """A cell of a table in a cell: its row is one line."""
        for paragraph in paragraphs:
            run.add(" ")
            for part in (Words(paragraph.number), *paragraph.parts):
                if isinstance(part, LineEnd):
                    run.add(" ")
                elif isinstance(part, Words | NoteAtMark):
                    self._inline(run, part, in_note)
                else:
                    self._add_part(run, part, in_note)

    def _object(self, part: Part) -> None:
        """Shows what stands between two paragraphs."""
        if isinstance(part, TextBox):
            self.read(part.paragraphs)
        elif isinstance(part, LeftOutCount):
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

    def _caption(self, paragraphs: tuple[Paragraph, ...], *, boxed: bool = False) -> None:
        text, marks = self._flat(paragraphs)
        if text:
            size = max(one.size for one in paragraphs)
            self.seen.append(Seen(Element(ElementRole.CAPTION, text, marks=marks), size, boxed=boxed))

    def _running_head(self, part: RunningHead) -> None:
        text, _ = self._flat(part.paragraphs, in_note=True)
        if text not in self.heads and (len(text) > SHORT_HEAD or not PAGE_NUMBER.fullmatch(text)):
            self.heads.add(text)
            self.seen.append(Seen(Element(ElementRole.PAGE_HEAD, text)))

    def _table(self, table: FlowTable) -> None:
        if table_kind(table) is TableKind.FRAME:
            for row in framed_rows(table):
                self._framed(row)
        else:
            titles, table = without_titles(table)
            for paragraphs in titles:
                self._caption(paragraphs, boxed=True)
            placed = [PlacedCell(cell, self._cell(cell.paragraphs, cell.head)) for cell in with_heads(table).cells]
            rows = grid_rows(placed)
            self.seen.append(Seen(Element(ElementRole.TABLE, "", rows=rows, heads=head_rows(rows)), most_of(table)))

    def problems(self, lines: Lines) -> Iterator[Problem]:
        """What was left out, and what no text can hold. The place is the whole file: its lines."""
        if equations := self.left_out[LeftOutKind.EQUATION]:
            yield Problem("equations-left-out", lines, (str(equations),))
        if pictures := self.left_out[LeftOutKind.PICTURE]:
            yield Problem("pictures-left-out", lines, (str(pictures),))
        if self.run.invalid:
            yield Problem("invalid-characters", lines, (str(self.run.invalid), "U+FFFD"))

    def _framed(self, row: tuple[FlowCell, ...]) -> None:
        """A row of a frame: a heading with its number in a cell of its own, or cells of text."""
        start = len(self.seen)
        bar = banner(row)
        if bar is not None:
            self.read((bar,))
        else:
            for cell in row:
                self.read(cell.paragraphs)
        if bar is not None or len(self.seen) == start + 1:
            self.seen[start:] = [replace(one, boxed=True) for one in self.seen[start:]]

    def _cell(self, paragraphs: tuple[Paragraph, ...], head: bool) -> MarkupCell:
        text, marks = self._flat(paragraphs)
        return MarkupCell(text, head, marks=marks)
