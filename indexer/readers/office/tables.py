"""Is this table data, or only a frame around text? And how do its cells stand when they are?

Word processors draw boxes, bars over headings and whole pages with tables. A table of one column, or with one cell
that says anything in each row, holds no data: its cells are read as paragraphs, in order. A row whose first cell is a
number and whose second is a heading ("1 | Background") is one heading.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from indexer.markup import MarkupCell
from indexer.readers.office.flow import FlowCell, FlowTable, Paragraph, Part, TextBox, Words

MAX_PLACES = 200_000  # rows by columns of one table in which gaps are filled; above, its rows are taken as written
BANNER = 100  # letters of a heading whose number stands in a cell of its own
LONG_CELL = 400  # letters of a cell that is no datum but a column of text
# What stands in the first cell of such a bar. Source: reports of ministries and institutes.
_NUMBERED = re.compile(r"(?:제\s?)?[\dⅠ-ⅩIVX①-⑳]{1,4}(?:\s?[장절부])?\.?|(?:참고|붙임|별첨|첨부|별지|부록)\s?\d{0,2}")


class TableKind(Enum):
    """What a table is."""

    DATA = auto()
    FRAME = auto()  # its cells are read as paragraphs
    BANNER = auto()  # its one row is a heading


def table_kind(table: FlowTable) -> TableKind:
    """What a table shows itself to be by what stands in which of its places."""
    texts = {at: said for at, cell in enumerate(table.cells) if (said := plain(cell.paragraphs).strip())}
    said = [table.cells[at] for at in texts]
    rows = [cell.row for cell in said]
    if len({cell.column for cell in said}) <= 1 or (len(rows) > 1 and len(set(rows)) == len(rows)):
        return TableKind.FRAME
    if len(set(rows)) == 1:
        first, *rest = texts.values()
        if _NUMBERED.fullmatch(first) and len(rest) == 1 and len(rest[0]) <= BANNER and "\n" not in rest[0]:
            return TableKind.BANNER
        return TableKind.FRAME if any(len(text) > LONG_CELL for text in texts.values()) else TableKind.DATA
    whole = sum(map(len, texts.values()))
    framed = any(_holds_table(table.cells[at].paragraphs) and len(text) > whole * 0.6 for at, text in texts.items())
    return TableKind.FRAME if framed else TableKind.DATA


def banner(table: FlowTable) -> Paragraph:
    """The one row of a table as one paragraph: its number and its words."""
    inner = [paragraph for cell in table.cells for paragraph in cell.paragraphs if plain((paragraph,)).strip()]
    number, *rest = inner
    parts: list[Part] = []
    for paragraph in rest:
        parts.extend((Words(" "), *paragraph.parts))
    return Paragraph(
        tuple(parts),
        number=plain((number,)).strip(),
        size=max(one.size for one in inner),
        bold=any(one.bold for one in inner),
    )


def plain(paragraphs: tuple[Paragraph, ...]) -> str:
    """All words of these paragraphs, those in boxes and tables among them; a line each."""
    return "\n".join(
        "".join((paragraph.number and f"{paragraph.number} ", *map(_words, paragraph.parts)))
        for paragraph in paragraphs
    )


def _words(part: Part) -> str:
    if isinstance(part, Words):
        return part.text
    if isinstance(part, FlowTable):
        return "\n".join(plain(cell.paragraphs) for cell in part.cells)
    return plain(part.paragraphs) if isinstance(part, TextBox) else ""


def _holds_table(paragraphs: tuple[Paragraph, ...]) -> bool:
    return any(
        isinstance(part, FlowTable) or (isinstance(part, TextBox) and _holds_table(part.paragraphs))
        for paragraph in paragraphs
        for part in paragraph.parts
    )


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell with its text, in its place."""

    of: FlowCell
    shown: MarkupCell


def grid_rows(placed: list[PlacedCell]) -> tuple[tuple[MarkupCell, ...], ...]:
    """The rows of a table as written: rows and columns in which no cell begins are taken out, gaps get empty cells."""
    tops, lefts = sorted({one.of.row for one in placed}), sorted({one.of.column for one in placed})
    ys, xs = {row: at for at, row in enumerate(tops)}, {column: at for at, column in enumerate(lefts)}
    rows: list[dict[int, MarkupCell]] = [{} for _ in ys]
    for one in placed:
        down = bisect_left(tops, one.of.row + one.of.rows) - ys[one.of.row]
        across = bisect_left(lefts, one.of.column + one.of.columns) - xs[one.of.column]
        cell = replace(one.shown, rows=max(down, 1), columns=max(across, 1))
        rows[ys[one.of.row]].setdefault(xs[one.of.column], cell)
    if len(ys) * len(xs) > MAX_PLACES:
        return tuple(tuple(row[at] for at in sorted(row)) for row in rows)
    return tuple(_without_gaps(rows, len(xs)))


def _without_gaps(rows: list[dict[int, MarkupCell]], width: int) -> Iterator[tuple[MarkupCell, ...]]:
    covered: dict[int, int] = {}  # column -> how many rows below are taken by a cell from above
    for row in rows:
        cells: list[MarkupCell] = []
        below: dict[int, int] = {at: left - 1 for at, left in covered.items() if left > 1}
        at = 0
        while at < width:
            cell = row.get(at)
            if cell is None and at in covered:
                at += 1
                continue
            cell = cell or MarkupCell("")
            cells.append(cell)
            below.update({at + over: cell.rows - 1 for over in range(cell.columns) if cell.rows > 1})
            at += cell.columns
        covered = below
        yield tuple(cells)


