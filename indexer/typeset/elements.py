"""How do the pages of a typeset document become elements? The way from glyphs to headings, paragraphs, tables, notes.

The order of the work: lines of every page; running heads and feet, by comparing pages; tables, by their rules; columns;
notes at the foot of columns; paragraphs, which go on over columns and pages; what each is; which note each mark calls.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from archive.model import Line, Metadata, Problem
from indexer.lines import date_line
from indexer.markup import Element, with_lines
from indexer.typeset.bylines import find_bylines
from indexer.typeset.coloured_boxes import bands, grid_rules
from indexer.typeset.columns import Column
from indexer.typeset.corridors import doubtful_pages
from indexer.typeset.element_writer import ElementWriter
from indexer.typeset.figure_rows import part_columns, part_rows
from indexer.typeset.footnotes import SMALL, NoteFinder
from indexer.typeset.furniture import at_edges, find_furniture, outside_tables
from indexer.typeset.gaps import space_of
from indexer.typeset.gutters import Gutter
from indexer.typeset.info import authors_named, front_elements, info_elements
from indexer.typeset.left_out import left_out, ranges
from indexer.typeset.letter_marks import mark_letters
from indexer.typeset.lines import (
    TypesetLine,
    body_size,
    find_lines,
    find_runs,
    find_words,
    join_cut_marks,
    keeps_spaces,
    latin_size,
)
from indexer.typeset.note_heads import find_calls
from indexer.typeset.open_tables import find_open_tables
from indexer.typeset.page import Rule, TypesetPage
from indexer.typeset.panels import find_panels
from indexer.typeset.paragraphs import ColumnParagraphs, PrintedParagraph, begin_indented, continues, pitches
from indexer.typeset.reading_order import in_order
from indexer.typeset.roles import TextLook, find_roles, is_caption
from indexer.typeset.script_gaps import without_script_gaps
from indexer.typeset.spreads import opened
from indexer.typeset.table_rows import continued, find_line_ends
from indexer.typeset.tables import PrintedTable, find_tables

Extracted = tuple[tuple[Element, ...], tuple[Line, ...], tuple[str, ...], tuple[Problem, ...]]


def page_elements(pages: Sequence[TypesetPage], info: Mapping[str, str]) -> Extracted:
    """The elements of a document, its lines, the number printed on each page, and what was left out.

    `info` is what the file says of itself: Title, Author.
    """
    book = opened(without_script_gaps(pages))
    layout = _Layout(book.pages, authors_named(info))
    body = [replace(one, pages=tuple(book.sheets[page - 1] for page in one.pages)) for one in layout.elements()]
    elements = [*info_elements(info, body, layout.front.authors), *front_elements(layout.front), *body]
    numbered, lines = with_lines(elements)
    labels = book.labels(layout.labels) if any(layout.labels) else tuple(page.label for page in pages)
    across = sorted({book.sheets[page - 1] for page in layout.across})
    doubts = [Problem("doubtful-rows", None, (ranges(across),))] if across else []
    return numbered, lines, labels if any(labels) else (), (*left_out(pages), *doubts)


@dataclass(slots=True)
class _Layout:
    """One document's pages, taken apart."""

    pages: Sequence[TypesetPage]
    named: tuple[str, ...]  # the authors that the file names
    labels: tuple[str, ...] = ()
    heads: dict[int, list[TypesetLine]] = field(default_factory=dict)  # running heads and feet, by page
    size: float = 0.0
    bold: bool = False
    front: Metadata = field(default_factory=Metadata)
    across: list[int] = field(default_factory=list)  # pages whose lines may be those of two texts side by side

    def elements(self) -> list[Element]:
        """Every element in the order of reading, the notes at the end."""
        columns, rules = self._columns()
        self.across = doubtful_pages(columns)
        lines = [line for column in columns for line in column.lines]
        join_cut_marks(lines)
        self.size = body_size(lines)
        mark_letters(lines, SMALL * self.size)
        text = [line for line in lines if abs(line.size - self.size) < 0.6]
        self.bold = sum(line.bold for line in text) > len(text) / 2
        cells = [line for table in _tables(columns) for cell in table.cells for line in cell.lines]
        finder = NoteFinder(self.size, find_calls(lines, cells, self.size), columns)
        left = [finder.take(column, rules.get(_page_of(column), ())) for column in columns]
        parts = _body(left, pitches(left))
        roles = find_roles(parts, TextLook(self.size, latin_size(text), self.bold))
        self.front = find_bylines(roles, self.named)
        if self.front.date is None:
            self.front = replace(self.front, date=_issue(self.heads))
        return ElementWriter(finder.notes, keeps_spaces(lines)).write(roles, self.heads)

    def _columns(self) -> tuple[list[Column], dict[int, list[Rule]]]:
        spacing = space_of(glyph for page in self.pages for glyph in page.glyphs)
        edges = [find_lines(find_runs(at_edges(page)), page.number, spacing) for page in self.pages]
        loose = [outside_tables(lines, page) for lines, page in zip(edges, self.pages, strict=True)]
        furniture, self.labels = find_furniture(loose, [page.height for page in self.pages])
        columns: list[Column] = []
        rules: dict[int, list[Rule]] = {}
        last: PrintedTable | None = None  # the lowest table of the page before
        gutter: Gutter | None = None  # of the page before
        for page, lines in zip(self.pages, edges, strict=True):
            self.heads[page.number] = [line for line in lines if id(line) in furniture]
            taken = {id(glyph) for line in self.heads[page.number] for run in line.runs for glyph in run.glyphs}
            glyphs = [glyph for glyph in page.glyphs if id(glyph) not in taken]
            coloured = bands(page.boxes)
            tables, glyphs, free = find_tables(glyphs, page.rules, page.number, spacing, last)
            boxed, glyphs, _ = find_tables(glyphs, list(grid_rules(page.boxes)), page.number, spacing)
            open_tables, glyphs, rules[page.number] = find_open_tables(glyphs, free, page.number, spacing, coloured)
            tables += [*boxed, *open_tables]
            for table in tables:
                table.cells = part_rows(part_columns(table.cells, table.edges))
            last = max(tables, key=lambda table: table.bottom, default=None)
            words = find_words(find_runs(glyphs), page.number, spacing)
            panels = find_panels([*page.boxes, *page.frames], rules[page.number])
            found = in_order(words, tables, coloured, gutter, panels)
            gutter = Gutter.between(found)
            columns += found
        for table in _tables(columns):
            find_line_ends(table)
        return columns, rules


def _issue(heads: Mapping[int, Sequence[TypesetLine]]) -> str | None:
    """The day of an issue that stands alone beside its running head."""
    return next((day for lines in heads.values() for line in lines if (day := date_line(line.text))), None)


def _tables(columns: Sequence[Column]) -> list[PrintedTable]:
    return [part for column in columns for part in column.parts if isinstance(part, PrintedTable)]


def _page_of(column: Column) -> int:
    part = column.parts[0]
    assert isinstance(part, TypesetLine | PrintedTable)
    return part.page


def _body(columns: Sequence[Column], usual: dict[float, float]) -> list[PrintedParagraph | PrintedTable]:
    """Paragraphs and tables in order; what goes on in the next column or behind a table is one."""
    margins: dict[int, float] = {}
    for line in (line for column in columns for line in column.lines):
        margins[line.page] = min(line.x, margins.get(line.page, line.x))
    found = [(part, column.framed) for column in columns for part in _in_column(column, usual, margins)]
    indented = begin_indented([part for part, _ in found if isinstance(part, PrintedParagraph)])
    parts: list[PrintedParagraph | PrintedTable] = []
    open_: PrintedParagraph | None = None  # the last paragraph of text, which may go on
    for part, framed in found:
        if framed:
            parts.append(part)
        elif isinstance(part, PrintedTable):
            last = parts[-1] if parts else None
            if not (isinstance(last, PrintedTable) and continued(last, part)):
                parts.append(part)
        elif open_ is not None and _apart(open_, part) and continues(open_, part, indented):
            open_.extend(part)
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
    run: list[TypesetLine] = []
    edges = ColumnParagraphs(column, usual, margins[column.lines[0].page]) if column.lines else None
    for part in column.parts:
        if isinstance(part, TypesetLine):
            run.append(part)
            continue
        yield from edges.paragraphs(run) if edges and run else ()
        run = []
        assert isinstance(part, PrintedTable)
        yield part
    yield from edges.paragraphs(run) if edges and run else ()
