"""How do the pages of a typeset document become elements? Furniture off, tables out, columns read, roles and notes found.

The order of the work: lines of every page; running heads and feet, by comparing pages; tables, by their rules; columns;
notes at the foot of columns; paragraphs, which go on over columns and pages; what each is; which note each mark calls.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from archive.model import Line, Metadata, Problem
from indexer.lines import ItemDepths, is_disclaimer, legend
from indexer.markup import SCRIPT_FIGURES, WRAP, Element, ElementRole, MarkupReference, shifted, with_lines
from indexer.typeset.columns import Column, reading_order
from indexer.typeset.footnotes import NoteFinder, PrintedNote
from indexer.typeset.furniture import find_furniture
from indexer.typeset.lines import PrintedLine, body_size, find_lines, find_runs, find_words, latin_size, spacing_of
from indexer.typeset.marks import PlacedMark, bind_by_page
from indexer.typeset.open_tables import find_open_tables
from indexer.typeset.page import Rule, TypesetPage
from indexer.typeset.paragraphs import ColumnParagraphs, PrintedParagraph, begin_indented, continues, pitches
from indexer.typeset.roles import BodyPart, TextLook, find_front_matter_roles, find_roles, is_caption, marker_of
from indexer.typeset.table_rows import continued, find_line_ends, table_element
from indexer.typeset.tables import PrintedTable, find_tables

NOTE_HEADS = re.compile(r"(?:각주|미주|주석|후주|주|참고\s?주|End\s?notes?|Foot\s?notes?|Notes?)\s*[:：]?", re.IGNORECASE)
NOTE_START = re.compile(r"(?:주\s?)?[(\[]?(\d{1,3})[)\].]\s*|(\d{1,3})\s+(?=\S)")
FRONT = 30  # elements at the head, among which a title stands
# Behind these a raised figure that calls no printed note is no mark: km², CO₂, 10³, x².
EXPONENT = re.compile(r"(?:(?<![A-Za-z])(?:[kcmd]?m|ft|CO)|(?<![^\W\d_])[A-Za-zα-ωΑ-Ω]|\d|\))$")
RAISED = str.maketrans(SCRIPT_FIGURES["sup"])
# What programs write for a title that nobody gave. Source: Word, Hangul, print drivers.
GARBAGE = re.compile(r"^(?:Microsoft|untitled|제목\s?없음|무제|문서\s?\d*|Document\s?\d*)|\.(?:hwpx?|docx?|pdf|indd|txt|tmp|ps|qxd|html?|rtf|odt|pptx?|xlsx?)$|^[\W\d_]*$", re.I)

Extracted = tuple[tuple[Element, ...], tuple[Line, ...], tuple[str, ...], tuple[Problem, ...]]


def page_elements(pages: Sequence[TypesetPage], info: Mapping[str, str]) -> Extracted:
    """The elements of a document, its lines, the number printed on each page, and what was left out.

    `info` is what the file says of itself: Title, Author.
    """
    layout = _Layout(pages)
    body = layout.elements()
    elements = [*_metadata(info, body), *_front(layout.front), *body]
    numbered, lines = with_lines(elements)
    labels = layout.labels if any(layout.labels) else tuple(page.label for page in pages)
    pictures = sum(page.pictures for page in pages)
    unread = sum(page.unreadable > 0 for page in pages)
    problems = [Problem("pictures-left-out", None, (str(pictures),))] if pictures else []
    problems += [Problem("letters-unknown", None, (str(unread),))] if unread else []
    return numbered, lines, labels if any(labels) else (), tuple(problems)


def _metadata(info: Mapping[str, str], body: Sequence[Element]) -> Iterator[Element]:
    """What the file says of itself: its title is the title where it is printed at the head, too."""
    head = _letters("".join(element.text for element in body[:FRONT]))
    for key, name in (("Title", "title"), ("Author", "author")):
        value = " ".join(info.get(key, "").split())
        if not value or GARBAGE.search(value) or "\ufffd" in value or _is_mojibake(value):
            continue
        printed = key == "Title" and _letters(value) in head
        yield Element(ElementRole.META, value, name="citation_title" if printed else name)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _front(front: Metadata) -> Iterator[Element]:
    """What the head of the document says of it, under the names that catalogues give."""
    values = {
        "citation_author": front.authors,
        "citation_author_institution": (front.affiliation,),
        "citation_publisher": (front.publisher,),
        "citation_series_title": (front.series,),
        "citation_technical_report_number": (front.number,),
        "citation_publication_date": (front.date,),
    }
    for name, said in values.items():
        yield from (Element(ElementRole.META, value, name=name) for value in said if value)


def _is_mojibake(value: str) -> bool:
    """Korean written in CP949 where the format says Latin-1 or UTF-16: ÇÑ±¹."""
    return sum("\u00a1" <= letter <= "\u00ff" for letter in value) > len(value) / 3


@dataclass(slots=True)
class _Layout:
    """One document's pages, taken apart."""

    pages: Sequence[TypesetPage]
    labels: tuple[str, ...] = ()
    heads: dict[int, list[PrintedLine]] = field(default_factory=dict)  # running heads and feet, by page
    size: float = 0.0
    bold: bool = False
    front: Metadata = field(default_factory=Metadata)

    def elements(self) -> list[Element]:
        """Every element in the order of reading, the notes at the end."""
        columns, rules = self._columns()
        lines = [line for column in columns for line in column.lines]
        self.size = body_size(lines)
        text = [line for line in lines if abs(line.size - self.size) < 0.6]
        self.bold = sum(line.bold for line in text) > len(text) / 2
        called: dict[int, set[str]] = defaultdict(set)
        cells = [cell for column in columns for part in column.parts if isinstance(part, PrintedTable) for cell in part.cells]
        for line in [*lines, *(line for cell in cells for line in cell.lines)]:
            called[line.page] |= {mark.label for mark in line.marks if mark.offset}
        finder = NoteFinder(self.size, called)
        left = [finder.take(column, rules.get(_page_of(column), ())) for column in columns]
        parts = _body(left, pitches(columns))
        roles = find_roles(parts, TextLook(self.size, latin_size(text), self.bold))
        self.front = find_front_matter_roles(roles)
        return _Writer(finder.notes).write(roles, self.heads)

    def _columns(self) -> tuple[list[Column], dict[int, list[Rule]]]:
        spacing = spacing_of(glyph for page in self.pages for glyph in page.glyphs)
        whole = [find_lines(find_runs(page.glyphs), page.number, spacing) for page in self.pages]
        furniture, self.labels = find_furniture(whole, [page.height for page in self.pages])
        columns: list[Column] = []
        rules: dict[int, list[Rule]] = {}
        last: PrintedTable | None = None  # the lowest table of the page before
        for page, lines in zip(self.pages, whole, strict=True):
            self.heads[page.number] = [line for line in lines if id(line) in furniture]
            taken = {id(glyph) for line in self.heads[page.number] for run in line.runs for glyph in run.glyphs}
            glyphs = [glyph for glyph in page.glyphs if id(glyph) not in taken]
            tables, glyphs, free = find_tables(glyphs, page.rules, page.number, spacing, last)
            open_tables, glyphs, rules[page.number] = find_open_tables(glyphs, free, page.number, spacing)
            tables += open_tables
            for table in tables:
                find_line_ends(table)
            last = max(tables, key=lambda table: table.bottom, default=None)
            columns += reading_order(find_words(find_runs(glyphs), page.number, spacing), tables)
        return columns, rules


def _page_of(column: Column) -> int:
    part = column.parts[0]
    assert isinstance(part, PrintedLine | PrintedTable)
    return part.page


def _body(columns: Sequence[Column], usual: dict[float, float]) -> list[PrintedParagraph | PrintedTable]:
    """Paragraphs and tables in order; what goes on in the next column or behind a table is one."""
    margins: dict[int, float] = {}
    for line in (line for column in columns for line in column.lines):
        margins[line.page] = min(line.x, margins.get(line.page, line.x))
    found = [part for column in columns for part in _in_column(column, usual, margins)]
    indented = begin_indented([part for part in found if isinstance(part, PrintedParagraph)])
    parts: list[PrintedParagraph | PrintedTable] = []
    open_: PrintedParagraph | None = None  # the last paragraph of text, which may go on
    for part in found:
        if isinstance(part, PrintedTable):
            last = parts[-1] if parts else None
            if not (isinstance(last, PrintedTable) and continued(last, part)):
                parts.append(part)
        elif open_ is not None and _apart(open_, part) and continues(open_, part, indented):
            open_.lines.extend(part.lines)
            open_.right = part.right
        else:
            parts.append(part)
            open_ = open_ if is_caption(part.text) else part
    return parts


def _apart(before: PrintedParagraph, after: PrintedParagraph) -> bool:
    """Whether a column or page ended between two paragraphs."""
    last = before.lines[-1]
    return last.page != after.page or after.lines[0].y < last.y


def _in_column(
    column: Column, usual: dict[float, float], margins: Mapping[int, float]
) -> Iterator[PrintedParagraph | PrintedTable]:
    """What stands in a column: its paragraphs, with its tables between them."""
    run: list[PrintedLine] = []
    edges = ColumnParagraphs(column, usual, margins[column.lines[0].page]) if column.lines else None
    for part in column.parts:
        if isinstance(part, PrintedLine):
            run.append(part)
            continue
        yield from edges.paragraphs(run) if edges and run else ()
        run = []
        assert isinstance(part, PrintedTable)
        yield part
    yield from edges.paragraphs(run) if edges and run else ()


class _Writer:
    """Writes the parts of a body as elements."""

    def __init__(self, notes: Sequence[PrintedNote]) -> None:
        self._notes = notes
        self._depths = ItemDepths()
        self._elements: list[Element] = []

    def write(self, bodies: Sequence[BodyPart], heads: Mapping[int, Sequence[PrintedLine]]) -> list[Element]:
        """Elements in order, with the running heads of a page before what begins on it; marks know their notes."""
        said: set[int] = set()
        for body in bodies:
            page = body.part.page
            for number in sorted(n for n in heads if n <= page and n not in said):
                said.add(number)
                self._elements += [_text(ElementRole.PAGE_HEAD, [line]) for line in heads[number]]
            self._write(body)
        for number in sorted(n for n in heads if n not in said):
            self._elements += [_text(ElementRole.PAGE_HEAD, [line]) for line in heads[number]]
        printed = [_note(note, n) for n, note in enumerate(self._notes)]
        body_elements, listed = _listed_notes(self._elements, len(printed))
        return _bound(body_elements, [*printed, *listed])

    def _write(self, body: BodyPart) -> None:
        if isinstance(body.part, PrintedTable):
            self._elements.append(table_element(body.part))
            return
        element = _text(body.role, body.lines)
        if body.role is ElementRole.HEADING:
            self._depths.heading()
            element = replace(element, level=body.level)
        elif body.role is ElementRole.PARAGRAPH and is_text(element.text) and (mark := marker_of(element.text)):
            sign, style, length = mark
            element = _without_head(element, length)
            element = replace(element, role=ElementRole.ITEM, marker=sign, level=self._depths.of(style))
        self._elements.append(element)


def _without_head(element: Element, length: int) -> Element:
    """An element without the first letters of its text."""
    lost = element.text.count(WRAP, 0, length)
    marks = shifted(element.marks, -length)
    return replace(element, text=element.text[length:], marks=marks, pages=element.pages[lost:])


def is_text(text: str) -> bool:
    """Whether a paragraph that begins with a sign may be an item: it does not say by its words what it is."""
    return legend(text) is None and not is_disclaimer(text)


def _text(role: ElementRole, lines: Sequence[PrintedLine], drop: int = 0) -> Element:
    """Lines as an element; the first `drop` letters of the first are left out."""
    texts = [line.text for line in lines]
    texts[0], lost = texts[0][drop:].lstrip(), len(texts[0]) - len(texts[0][drop:].lstrip())
    marks: list[MarkupReference] = []
    start = 0
    for at, (line, text) in enumerate(zip(lines, texts, strict=True)):
        shift = start - (lost if at == 0 else 0)
        for mark in line.marks:
            if at == 0 and mark.offset < lost:
                continue
            offset = mark.offset + shift
            if at and mark.offset == 0:  # it belongs to the end of the line above
                offset = start - 1 - (len(texts[at - 1]) - len(texts[at - 1].rstrip()))
            marks.append(MarkupReference(offset, mark.printed, mark.label, None))
        start += len(text) + 1
    text = WRAP.join(texts).rstrip(" ")
    return Element(role, text, marks=tuple(marks), pages=tuple(line.page for line in lines))


def _note(note: PrintedNote, count: int) -> Element:
    element = _text(ElementRole.NOTE, note.lines, note.drop)
    own = tuple(mark for mark in element.marks if mark.offset > 0)
    return replace(element, marks=own, key=f"note {count}", label=note.label)


def _listed_notes(elements: Sequence[Element], count: int) -> tuple[list[Element], list[Element]]:
    """Notes in a list of their own under a heading (각주, Notes), apart from the body."""
    body: list[Element] = []
    notes: list[Element] = []
    under = False
    for element in elements:
        if element.role is ElementRole.HEADING:
            under = NOTE_HEADS.fullmatch(element.text.replace(WRAP, " ").strip()) is not None
        label, length = _listed_label(element) if under else ("", 0)
        if label:
            note = _without_head(element, length)
            key = f"note {count + len(notes)}"
            notes.append(replace(note, role=ElementRole.NOTE, marker=None, level=None, key=key, label=label))
            continue
        body.append(element)
    return body, notes


def _listed_label(element: Element) -> tuple[str, int]:
    """The label of a note in a list, and how many letters of its text are the mark; ("", 0) where it is none."""
    if element.role is ElementRole.ITEM:
        label = (element.marker or "").strip("()[].")
        return (label, 0) if label.isdecimal() else ("", 0)
    found = NOTE_START.match(element.text) if element.role is ElementRole.PARAGRAPH else None
    return (found[1] or found[2], found.end()) if found else ("", 0)


def _bound(body: Sequence[Element], notes: Sequence[Element]) -> list[Element]:
    """The body with its marks bound, and the notes."""
    places = [PlacedMark(note.label or "", note.pages[0]) for note in notes]
    marks = [PlacedMark(mark.label, _page(element, mark)) for element in body for mark in _marks(element)]
    called = iter(bind_by_page(marks, places))
    bound = [_with_notes(element, notes, called) for element in body]
    return [*bound, *notes]


def _with_notes(element: Element, notes: Sequence[Element], called: Iterator[int | None]) -> Element:
    """An element whose marks know their notes; a raised figure that calls none and may be an exponent is text again."""
    text, grown = element.text, 0
    kept: list[MarkupReference] = []
    for mark in _marks(element):
        note, at = next(called), mark.offset + grown
        if note is None and EXPONENT.search(text[:at]) and mark.printed.isdecimal():
            text = text[:at] + mark.printed.translate(RAISED) + text[at:]
            grown += len(mark.printed)
        else:
            kept.append(replace(mark, offset=at, key=notes[note].key if note is not None else None))
    return element if element.role is ElementRole.TABLE else replace(element, text=text, marks=tuple(kept))


def _marks(element: Element) -> tuple[MarkupReference, ...]:
    return () if element.role is ElementRole.TABLE else element.marks


def _page(element: Element, mark: MarkupReference) -> int:
    return element.pages[min(element.text.count(WRAP, 0, mark.offset), len(element.pages) - 1)]
