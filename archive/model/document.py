"""What is a brief, once read? Document, block, note, table, citation, metadata, problem.

A file is read into a `Document`: its catalogue data, its blocks in reading order, its notes, its printed lines, and
what the reader was unsure of. Everything here is a frozen value; nothing here reads a file or knows a database.

Units. Offsets count Unicode code points, half-open, into the text of the value that holds them. Line numbers are
1-based numbers of printed lines in the source; a range of lines is (first, last), both included. Pages are 1-based
and None where the source shows no pages. Dates are ISO 8601, as exact as the print: 2023-09-13, 2024-10, 2024.
A field that could not be read is None, never "" and never a guess.
"""

from dataclasses import dataclass
from enum import StrEnum

Lines = tuple[int, int]
Span = tuple[int, int]  # half-open offsets into a text


class BlockKind(StrEnum):
    """What a block is on the page."""

    TITLE = "title"
    SERIES = "series"  # series name or number at the head of a document
    BYLINE = "byline"  # author or affiliation line
    DATE = "date"  # a line that only dates the document
    PAGE_HEAD = "page-head"  # a running head or foot, a line of the contents
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    CAPTION = "caption"  # of a table or a figure
    SOURCE = "source"  # the line under a table or figure that names its source
    REMARK = "remark"  # the line under a table or figure that explains it (주:)
    DISCLAIMER = "disclaimer"
    END_MARK = "end-mark"  # //끝//


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line as it was extracted: inner, leading and trailing spaces kept, the line end taken off."""

    number: int
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Seam:
    """Where a printed line break was healed: the next printed line begins at `offset` of the text."""

    offset: int
    line: int  # the printed line that begins here
    join: str  # "space" or "glue"
    why: str  # what decided: "trailing space", "model", or the name of a rule


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A mark in the body that calls a note. The mark itself is taken out of the text; it stood at `offset`."""

    label: str  # "7"
    offset: int
    note: int | None  # position in `Document.notes`; None where none is printed, or it can't be told which it is
    printed: str  # the mark as printed: "⁷", "7)", "7"


@dataclass(frozen=True, slots=True)
class Merge:
    """A table cell that spans rows or columns; its text stands repeated in each of them."""

    row: int  # 0-based into `Table.rows`; -1 is the row of column heads
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. Several items of one cell are joined by a newline."""

    cells: tuple[str, ...]
    lines: Lines
    seams: tuple[tuple[Seam, ...], ...] = ()  # per cell; empty where no line break was healed

    @property
    def text(self) -> str:
        """The row in one line of text, cells parted by a tab: the passage that is cited and searched."""
        return "\t".join(cell for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table block. `columns` may be empty where the table prints no heads."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One printed unit, in reading order. Block positions (`heading`, `caption`) index `Document.blocks`.

    `text` has its lines joined, bullet marks and note references taken out, runs of spaces made one; otherwise it is
    as printed. The text of a table is its rows, a line each.
    """

    kind: BlockKind
    text: str
    lines: Lines
    page: int | None = None
    heading: int | None = None  # the nearest heading above
    level: int | None = None  # of a heading, 1 the highest
    marker: str | None = None  # of an item, as printed: "-", "▶", "ㅇ"
    depth: int | None = None  # of an item, 1 the outermost
    run_in: int | None = None  # text[:run_in] is a heading run in with the text: "[군사협력]", "조율된 노력 강화:"
    refs: tuple[NoteRef, ...] = ()
    seams: tuple[Seam, ...] = ()
    table: Table | None = None
    caption: int | None = None  # of a table, source or remark: the caption it belongs to


@dataclass(frozen=True, slots=True)
class Citation:
    """One source that a note cites. `start` and `end` give what was printed, as offsets into the note's text."""

    start: int
    end: int
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    pages: str | None = None
    number: str | None = None
    place: str | None = None
    language: str | None = None  # of the source's title: ISO 639-1
    url: str | None = None
    accessed: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A printed footnote or endnote. `same_as` is the position of the note that `Ibid.` or 위의 글 means."""

    label: str
    text: str
    lines: Lines
    page: int | None = None
    citations: tuple[Citation, ...] = ()
    same_as: int | None = None
    seams: tuple[Seam, ...] = ()


class TitleOrigin(StrEnum):
    """Where the words come from that stand for a title."""

    HEADING = "heading"
    CAPTION = "caption"
    PUBLICATION = "publication"  # series, publisher, number, date
    OPENING = "opening"  # the first words of the text


@dataclass(frozen=True, slots=True)
class SuppliedTitle:
    """What stands for the title of a document that has none, without its brackets, and how it came about."""

    text: str
    origin: TitleOrigin


@dataclass(frozen=True, slots=True)
class Metadata:
    """Catalogue data: what the document prints of itself, corrected by its side file.

    `supplied` is no data of anybody: the store makes it anew whenever it keeps a document.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    affiliation: str | None = None
    publisher: str | None = None
    series: str | None = None
    number: str | None = None
    date: str | None = None
    language: str | None = None
    status: str | None = None
    rights: str | None = None
    original: str | None = None  # original publication: "이코노미조선, 7월 8일"
    url: str | None = None
    translation_of: str | None = None
    title_en: str | None = None
    authors_latin: tuple[str, ...] = ()
    publisher_en: str | None = None
    sample: bool = False  # written for this project, not a real publication
    supplied: SuppliedTitle | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A doubt of the reader. `code` names it (see `archive.model.problems`), `values` fill in its message."""

    code: str
    lines: Lines | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read from one source, whatever its format."""

    metadata: Metadata
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()
    page_labels: tuple[str, ...] = ()  # printed on each page as its number, "" where none is; () where it has no pages
