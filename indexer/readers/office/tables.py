"""Is this table data, or only a frame around text? And how do its cells stand when they are?

Word processors draw boxes, bars over headings and whole pages with tables. A table of one column, or with one cell
that says anything in each row, holds no data: its cells are read as paragraphs, in order. A row whose first cell is a
number and whose second is a heading ("1 | Background") is one heading.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from indexer.markup import MarkupCell
from indexer.readers.office.flow import FlowCell, FlowTable, Paragraph, Part, TextBox, Words

MAX_PLACES = 200_000  # rows by columns of one table in which gaps are filled; above, its rows are taken as written
LISTED = 4  # rows that count on below another: a list with an empty column, no bars over parts of a text
BANNER = 100  # letters of a heading whose number stands in a cell of its own
MAX_HEADS = 3  # rows of heads that are known by their letters alone
LONGEST_HEAD = 200  # letters of a head that the file names
HEAD_CELL = 40  # letters of a head that is known so
_STUB = re.compile(r"구\s*분|연\s*번|순\s*번")  # over the first column. Source: tables of Korean ministries
MAX_TITLES, LONGEST_TITLE = 3, 120  # rows over a table that name it, and their letters
LONG_CELL = 400  # letters of a cell that is no datum but a column of text
# What stands in the first cell of such a bar. Source: reports of ministries and institutes.
_NUMBERED = re.compile(r"(?:제\s?)?[\dⅠ-ⅩIVX①-⑳]{1,4}(?:\s?[장절부])?\.?|(?:참고|붙임|별첨|첨부|별지|부록)\s?\d{0,2}")


class TableKind(Enum):
    """What a table is."""

    DATA = auto()
    FRAME = auto()  # its cells are read as paragraphs


def table_kind(table: FlowTable) -> TableKind:
    """What a table shows itself to be by what stands in which of its places."""
    said = [(cell, text) for cell in table.cells if (text := plain(cell.paragraphs).strip())]
    if len({cell.column for cell, _ in said}) <= 1:
        return TableKind.FRAME
    rows = [_said(row) for row in framed_rows(table)]
    if all(len(row) <= 1 or _is_banner(row) for row in rows):
        return TableKind.DATA if _is_list(rows) else TableKind.FRAME
    if sum(map(bool, rows)) == 1:
        framed = len(said) == 2 or any(len(text) > LONG_CELL for _, text in said)
        return TableKind.FRAME if framed else TableKind.DATA
    whole = sum(len(text) for _, text in said)
    framed = any(_holds_table(cell.paragraphs) and len(text) > whole * 0.6 for cell, text in said)
    return TableKind.FRAME if framed else TableKind.DATA


def without_titles(table: FlowTable) -> tuple[tuple[tuple[Paragraph, ...], ...], FlowTable]:
    """What the first rows say that are one cell across the whole table, and the table without them."""
    rows = list(framed_rows(table))
    width = max((cell.column + cell.columns for cell in table.cells), default=0)
    count = 0
    while count < len(rows) and _is_title(rows[count], width):
        count += 1
    below = [cell for row in rows[count:] for cell in row]
    if not 0 < count < len(rows) or len({cell.column for cell in below}) < 2 or count > MAX_TITLES:
        return (), table
    return tuple(row[0].paragraphs for row in rows[:count]), replace(table, cells=tuple(below))


def _is_title(row: tuple[FlowCell, ...], width: int) -> bool:
    (cell, *others), text = row, plain(row[0].paragraphs).strip()
    wide = not others and cell.column == 0 and cell.columns >= width and cell.rows == 1
    return wide and 0 < len(text) <= LONGEST_TITLE and not text.startswith(("※", "*"))


def most_of(table: FlowTable) -> float:
    """The size in which most letters of a table are set."""
    sizes: Counter[float] = Counter()
    for cell in table.cells:
        for paragraph in cell.paragraphs:
            sizes[paragraph.size] += len(plain((paragraph,)))
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def head_rows(rows: tuple[tuple[MarkupCell, ...], ...]) -> int:
    """The first rows that have head cells only. A table of heads alone has none."""
    for count, row in enumerate(rows):
        if not all(cell.head for cell in row):
            return count
    return 0


def framed_rows(table: FlowTable) -> Iterator[tuple[FlowCell, ...]]:
    """The cells of a table by the row in which they begin."""
    rows: dict[int, list[FlowCell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return map(tuple, rows.values())


def banner(row: tuple[FlowCell, ...]) -> Paragraph | None:
    """A row whose first cell is a number and whose second a heading, as one paragraph; None where it is none."""
    if not _is_banner(_said(row)):
        return None
    number, *rest = (one for cell in row for one in cell.paragraphs if plain((one,)).strip())
    parts: list[Part] = []
    for paragraph in rest:
        parts.extend((Words(" "), *paragraph.parts))
    size = max(one.size for one in (number, *rest))
    return Paragraph(tuple(parts), number=plain((number,)).strip(), size=size, bold=any(one.bold for one in rest))


def _said(row: tuple[FlowCell, ...]) -> list[str]:
    """What stands in the cells of a row that say anything."""
    return [text for cell in row if (text := plain(cell.paragraphs).strip())]


def _is_banner(texts: list[str]) -> bool:
    """Source: reports of ministries and institutes. A heading in two lines, its second in brackets, is one."""
    if len(texts) != 2 or _NUMBERED.fullmatch(texts[0]) is None or len(texts[1]) > BANNER:
        return False
    return sum(map(str.isalpha, texts[1])) > 1


def _is_list(rows: list[list[str]]) -> bool:
    """Whether so many rows number what they say, one right below the other, that no text stands under any of them."""
    counted = [int(row[0]) if len(row) > 1 and row[0].isdecimal() else 0 for row in rows]
    return sum(one > 0 and next_ == one + 1 for one, next_ in pairwise(counted)) >= LISTED


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


def with_heads(table: FlowTable) -> FlowTable:
    """The table with its first rows as heads where the file names none: all in bold or shaded, above rows that are not.

    There are as many as the cells of the first row span. A form has labels of that look as well, but empty cells beside
    them: a row of heads has one in its corner at most. A cell across the whole table is its title. Some programs call
    the first row of any table a head: what says that much is text, whatever the file calls it.
    """
    if any(cell.head and len(plain(cell.paragraphs)) > LONGEST_HEAD for cell in table.cells):
        table = replace(table, cells=tuple(replace(cell, head=False) for cell in table.cells))
    rows = list(framed_rows(table))
    if any(cell.head for cell in table.cells) or not rows or len(rows[0]) < 2:
        return table
    count = max(cell.rows for cell in rows[0])
    heads, below = rows[:count], rows[count:]
    if count > MAX_HEADS or not below or not _are_heads(heads) or all(map(_stands_out, below)):
        return table
    named = {row[0].row for row in heads}
    return replace(table, cells=tuple(replace(cell, head=cell.row in named) for cell in table.cells))


def _are_heads(rows: list[tuple[FlowCell, ...]]) -> bool:
    """Whether rows look like heads, or begin with a word that stands only over what the rows are of, and are short."""
    if all(map(_stands_out, rows)):
        return True
    texts = [plain(cell.paragraphs).strip() for row in rows for cell in row]
    return _STUB.fullmatch(texts[0]) is not None and all(0 < len(text) <= HEAD_CELL for text in texts)


def _stands_out(row: tuple[FlowCell, ...]) -> bool:
    """Whether all cells of a row say something in bold or on a shaded ground, and in few words; an empty first may."""
    words = [(cell, tuple(one for one in cell.paragraphs if plain((one,)).strip())) for cell in row]
    filled = words if words[0][1] else words[1:]
    return bool(filled) and all(
        found and (cell.shaded or all(one.bold for one in found)) and len(plain(found)) <= HEAD_CELL
        for cell, found in filled
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
