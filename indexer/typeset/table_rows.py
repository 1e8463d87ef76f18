"""How does a printed table read, row by row? Its cells as written, its heads, and the rest of it on the next page."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from indexer.lines import bullet, ends_sentence, number
from indexer.markup import WRAP, Element, ElementRole, MarkupCell, MarkupReference
from indexer.typeset.cell_values import is_year
from indexer.typeset.lines import TypesetLine
from indexer.typeset.paragraphs import first_word
from indexer.typeset.tables import Cell, PrintedTable, same_columns

LONGEST_HEAD = 30  # letters
FIGURES = re.compile(r"[-+△▲]?[\d,.]+%?|%")
CUT = re.compile(r".*(?:,\d{0,2}|\.)\n.*|.*\n[,.%].*")  # of two figures, one above the other: they are one, cut
FIGURE = re.compile(r"[-+△▲]?[\d,.]+\s?%?")
ROOM = 0.4  # ems that a full line may leave
LABELS = 3  # first cells of rows by which a form is known that is filled in again


def find_line_ends(table: PrintedTable) -> None:
    """Finds in each cell which lines go on: the first word of the next would not have fitted behind them."""
    right: dict[tuple[int, int], float] = {}  # where full lines end, by the first column of a cell and its span
    for cell in table.cells:
        key = cell.column, cell.columns
        right[key] = max([right.get(key, 0.0), *(line.end for line in cell.lines)])
    for cell in table.cells:
        edge = right[cell.column, cell.columns]
        cell.parted = [not _goes_on(a, b, edge) for a, b in pairwise(cell.lines)]


def continued(table: PrintedTable, rest: PrintedTable) -> bool:
    """Adds the rest of a table that goes on in the next column or page; False where it is another table."""
    if not same_columns(table.edges, rest.edges) or (rest.page == table.page and rest.top > table.top):
        return False
    rows = _by_row(rest)
    heads = _by_row(table)
    if rows and heads and [cell.text for cell in rows[0]] == [cell.text for cell in heads[0]]:
        rows = rows[1:]
    elif _labels(rows) and _labels(rows) == _labels(heads):
        return False  # a form that is filled in again
    below = max((cell.row + cell.rows for cell in table.cells), default=0)
    last = {cell.column: cell for cell in table.cells if cell.row + cell.rows == below}
    if rows and (_is_rest(rows[0]) or _is_cut(last, rows[0], table.edges)):
        for cell in rows[0]:
            if cell.lines and cell.column in last:
                _add_rest(last[cell.column], cell)
        rows = rows[1:]
    start = rows[0][0].row if rows else 0
    for cell in (cell for row in rows for cell in row):
        cell.row += below - start
        table.cells.append(cell)
    table.page, table.box = rest.page, rest.box  # what stands below it there is another
    return True


def _labels(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """What the first rows say in their first cells; nothing where one of them says nothing there."""
    found = [row[0].text if row and row[0].column == 0 else "" for row in rows[:LABELS]]
    return found if len(found) == LABELS and all(found) else []


def _add_rest(cell: Cell, rest: Cell) -> None:
    if cell.lines:
        cell.parted.append(ends_sentence(cell.lines[-1].text) or bullet(rest.lines[0].text) is not None)
    cell.lines += rest.lines
    cell.parted += rest.parted


def _is_rest(row: Sequence[Cell]) -> bool:
    """Whether a row has the rest of a row that the page cut: nothing in its first cell."""
    first = next((cell for cell in row if cell.column == 0), None)
    return first is not None and not first.lines and first.rows == 1 and any(cell.lines for cell in row)


def _is_cut(above: Mapping[int, Cell], row: Sequence[Cell], edges: Sequence[float]) -> bool:
    """Whether a row says no more than what the cells above had no room for: some go on, and the others are empty."""
    filled = [cell for cell in row if cell.lines]
    whole = sum(bool(cell.lines) for cell in above.values())
    return 0 < len(filled) < whole and all(
        (last := above.get(cell.column)) is not None and _overflows(last, cell.lines[0], edges) for cell in filled
    )


def _overflows(cell: Cell, line: TypesetLine, edges: Sequence[float]) -> bool:
    """Whether not even the first letter of a line would have fitted into a cell any more, which no sentence ends."""
    last = cell.lines[-1] if cell.lines and cell.columns == 1 else None
    if last is None or ends_sentence(last.text) or bullet(line.text):
        return False
    inset = cell.lines[0].x - edges[cell.column]
    first = line.runs[0].glyphs[0]
    return edges[cell.column + 1] - inset - last.end <= first.end - first.x


def _by_row(table: PrintedTable) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return [sorted(rows[row], key=lambda cell: cell.column) for row in sorted(rows)]


def table_element(table: PrintedTable) -> Element:
    """The table as an element; a line feed parts the items of a cell, a `WRAP` the printed lines of one."""
    rows = _by_row(table)
    written = tuple(tuple(_cell(cell) for cell in row) for row in rows)
    pages = tuple(next((line.page for cell in row for line in cell.lines), table.page) for row in rows)
    heads = _heads(rows) if table.heads is None else table.heads
    return Element(ElementRole.TABLE, "", rows=written, heads=heads, pages=pages)


def _cell(cell: Cell) -> MarkupCell:
    texts = [line.text for line in cell.lines]
    parts: list[str] = []
    marks: list[MarkupReference] = []
    length = 0
    for at, (line, text) in enumerate(zip(cell.lines, texts, strict=True)):
        end = _end(texts[at - 1], text, cell.parted[at - 1]) if at else ""
        marks += [
            MarkupReference(length + len(end) + mark.offset, mark.printed, mark.label, None, mark.formula)
            for mark in line.marks
        ]
        parts += (end, text)
        length += len(end) + len(text)
    return MarkupCell("".join(parts).rstrip(), rows=cell.rows, columns=cell.columns, marks=tuple(marks))


def _end(above: str, text: str, parted: bool) -> str:
    """What stands between two lines of a cell: nothing in a figure that it was too narrow for (1,10 above 7.0)."""
    if FIGURES.fullmatch(above.strip()) and FIGURES.fullmatch(text.strip()):
        return "" if CUT.fullmatch(f"{above.strip()}\n{text.strip()}") else "\n"
    return "\n" if parted else WRAP


def _goes_on(above: TypesetLine, line: TypesetLine, right: float) -> bool:
    if bullet(line.text) or (number(line.text) and ends_sentence(above.text)):
        return False
    return right - above.end <= first_word(line) + ROOM * line.size


def _heads(rows: Sequence[Sequence[Cell]]) -> int:
    """How many of the first rows are heads: one, if each of its cells says something short."""
    if len(rows) < 2:
        return 0
    first = rows[0]
    said = [cell.text for cell in first]
    short = all(text and len(text) <= LONGEST_HEAD and text[-1:] not in ".。" for text in said[1:])
    figures = sum(FIGURE.fullmatch(text) is not None and not is_year(text) for text in said)
    if not short or figures > len(said) / 2:
        return 0
    return max(cell.rows for cell in first) if max(cell.rows for cell in first) < len(rows) else 1
