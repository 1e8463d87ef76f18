"""What does a file say, element by element? The values between a file's tags (or Markdown's marks) and a `Document`.

Values only, without a tree behind them, so that they travel between processes. Texts have their white space collapsed;
a line feed stands where the page itself breaks a line, a `WRAP` where only the print does. Offsets are code points into
the text of the element.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from archive.model import Line, Lines, Problem

WRAP = "\v"  # in a text: a printed line ended here, and whether a word was cut is not said


class ElementRole(StrEnum):
    """What an element is."""

    META = "meta"  # a value from the head: `name` says of what
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    CAPTION = "caption"
    REMARK = "remark"  # of a table: its unit
    NOTE = "note"
    BYLINE = "byline"
    DATE = "date"
    SERIES = "series"
    TITLE = "title"  # of the whole document, where the file says so or shows it
    PAGE_HEAD = "page-head"  # a running head or foot: kept, and no text


@dataclass(frozen=True, slots=True)
class MarkupReference:
    """A mark that calls a note; it is taken out of the text. `key` is that of its note, None if there is none.
    `formula`: it stands in a formula, and may be a power or an index."""

    offset: int
    printed: str  # "[1]"
    label: str  # "1"
    key: str | None
    formula: bool = False


def shifted(marks: Iterable[MarkupReference], by: int) -> tuple[MarkupReference, ...]:
    """The marks of a text that grew by so many letters at its head, or lost them."""
    return tuple(replace(mark, offset=max(mark.offset + by, 0)) for mark in marks)


@dataclass(frozen=True, slots=True)
class MarkupCell:
    """A table cell as written; `rows` and `columns` say how many it spans. Its text has a line feed between items."""

    text: str
    head: bool = False
    rows: int = 1
    columns: int = 1
    marks: tuple[MarkupReference, ...] = ()


@dataclass(frozen=True, slots=True)
class Element:
    """One unit of a page, in reading order. Its printed lines: one for each line of the text, or row of the table."""

    role: ElementRole
    text: str
    lines: Lines | None = None  # None for META
    name: str | None = None  # of META: "citation_title"
    level: int | None = None  # of a heading, 1 the highest; depth of an item, 1 the outermost
    marker: str | None = None  # of an item
    key: str | None = None  # of a note: unlike any other note's
    label: str | None = None  # of a note
    marks: tuple[MarkupReference, ...] = ()
    rows: tuple[tuple[MarkupCell, ...], ...] = ()  # of a table, as written: a spanned place has no cell
    heads: int = 0  # of a table: how many of the first rows are column heads
    numbers: tuple[int, ...] = ()  # printed line of each line of the text or row; () where they count up from the first
    pages: tuple[int, ...] = ()  # of each line of the text or row, counted from 1; () where there are no pages

    def line(self, count: int) -> int:
        """The printed line of a line of the text, or row, counted from 0."""
        first = self.lines[0] if self.lines else 0
        return self.numbers[min(count, len(self.numbers) - 1)] if self.numbers else first + count


@dataclass(frozen=True, slots=True)
class Extract:
    """A file as lines, and as elements where it says itself what they are. `encoding`: the codec that read it.

    `page_labels`: what is printed on each page as its number ("ii", "7"), "" where nothing is; () without pages.
    """

    media_type: str
    encoding: str
    lines: tuple[Line, ...]
    elements: tuple[Element, ...] | None = None
    problems: tuple[Problem, ...] = ()
    page_labels: tuple[str, ...] = ()
    styled: bool = False  # a word processor's: it holds each note at its mark, and what is no TITLE is no title


_ONE_LINE = str.maketrans({"\n": " ", WRAP: " "})
LINE_ENDS = re.compile(f"[\n{WRAP}]")


def with_lines(elements: Iterable[Element]) -> tuple[tuple[Element, ...], tuple[Line, ...]]:
    """The elements with their lines: one for each line of a text, or row of a table."""
    numbered: list[Element] = []
    lines: list[Line] = []
    for element in elements:
        if element.role is ElementRole.META:
            numbered.append(element)
            continue
        if element.role is ElementRole.TABLE:
            texts = ["\t".join(cell.text for cell in row).translate(_ONE_LINE) for row in element.rows]
        else:
            texts = LINE_ENDS.split(element.text)
        first = len(lines) + 1
        pages = element.pages or (None,) * len(texts)
        lines.extend(Line(first + at, text, page) for at, (text, page) in enumerate(zip(texts, pages, strict=True)))
        numbered.append(replace(element, lines=(first, len(lines))))
    return tuple(numbered), tuple(lines)
