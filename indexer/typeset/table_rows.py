"""How does a printed table read, row by row? Its cells as written, its heads, and the rest of it on the next page."""

import re
from collections.abc import Sequence

from indexer.lines import bullet, ends_sentence, number
from indexer.markup import WRAP, Element, ElementRole, MarkupCell, MarkupReference
from indexer.typeset.lines import PrintedLine
from indexer.typeset.paragraphs import first_word
from indexer.typeset.tables import Cell, PrintedTable

ALIKE = 8.0  # points by which the columns of two parts of one table may differ
LONGEST_HEAD = 30  # letters
FIGURE = re.compile(r"[-+△▲]?[\d,.]+\s?%?")
YEAR = re.compile(r"(?:19|20)\d\d|[’'＇]\d\d")
ROOM = 0.4  # ems that a full line may leave


def continued(table: PrintedTable, rest: PrintedTable) -> bool:
    """Adds the rest of a table that goes on in the next column or page; False where it is another table."""
    if not _same_columns(table, rest) or (rest.page == table.page and rest.top > table.top):
        return False
    rows = _by_row(rest)
    heads = _by_row(table)
    if rows and heads and _words(rows[0]) == _words(heads[0]):
        rows = rows[1:]
    below = max((cell.row + cell.rows for cell in table.cells), default=0)
    if rows and _is_rest(rows[0], table):
        last = {cell.column: cell for cell in table.cells if cell.row + cell.rows == below}
        for cell in rows[0]:
            if cell.column in last:
                last[cell.column].lines += cell.lines
        rows = rows[1:]
    start = rows[0][0].row if rows else 0
    for row in rows:
        for cell in row:
            table.cells.append(Cell(cell.row - start + below, cell.column, cell.rows, cell.columns, cell.lines))
    table.page = rest.page
    return True


def _same_columns(table: PrintedTable, rest: PrintedTable) -> bool:
    if len(table.edges) != len(rest.edges):
        return False
    one, other = ([edge - edges[0] for edge in edges] for edges in (table.edges, rest.edges))
    return all(abs(a - b) <= ALIKE for a, b in zip(one, other, strict=True))


def _is_rest(row: Sequence[Cell], table: PrintedTable) -> bool:
    """Whether a row has the rest of a row that the page cut: nothing in its first cell, and a sentence goes on."""
    first = next((cell for cell in row if cell.column == 0), None)
    return first is not None and not first.lines and first.rows == 1 and any(cell.lines for cell in row)


def _by_row(table: PrintedTable) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return [sorted(rows[row], key=lambda cell: cell.column) for row in sorted(rows)]


def _words(row: Sequence[Cell]) -> list[str]:
    return ["".join(line.text for line in cell.lines) for cell in row]


def table_element(table: PrintedTable) -> Element:
    """The table as an element; a line feed parts the items of a cell, a `WRAP` the printed lines of one."""
    rows = _by_row(table)
    right = _right_edges(table)
    written = tuple(tuple(_cell(cell, right) for cell in row) for row in rows)
    pages = tuple(next((line.page for cell in row for line in cell.lines), table.page) for row in rows)
    return Element(ElementRole.TABLE, "", rows=written, heads=_heads(rows) if table.heads is None else table.heads, pages=pages)


def _right_edges(table: PrintedTable) -> dict[tuple[int, int], float]:
    """Where full lines end, by the first and the last column that a cell covers."""
    found: dict[tuple[int, int], float] = {}
    for cell in table.cells:
        key = cell.column, cell.columns
        found[key] = max([found.get(key, 0.0), *(line.end for line in cell.lines)])
    return found


def _cell(cell: Cell, right: dict[tuple[int, int], float]) -> MarkupCell:
    parts: list[str] = []
    marks: list[MarkupReference] = []
    length = 0
    for at, line in enumerate(cell.lines):
        if at:
            above = cell.lines[at - 1]
            end = WRAP if _goes_on(above, line, right[cell.column, cell.columns]) else "\n"
            parts.append(end)
            length += 1
        marks += [MarkupReference(length + mark.offset, mark.printed, mark.label, None) for mark in line.marks]
        parts.append(line.text)
        length += len(line.text)
    return MarkupCell("".join(parts).rstrip(), rows=cell.rows, columns=cell.columns, marks=tuple(marks))


def _goes_on(above: PrintedLine, line: PrintedLine, right: float) -> bool:
    if above.page != line.page:
        return not ends_sentence(above.text)
    if bullet(line.text) or (number(line.text) and ends_sentence(above.text)):
        return False
    return right - above.end <= first_word(line) + ROOM * line.size


def _heads(rows: Sequence[Sequence[Cell]]) -> int:
    """How many of the first rows are heads: one, if each of its cells says something short."""
    if len(rows) < 2:
        return 0
    first = rows[0]
    said = [" ".join(line.text for line in cell.lines) for cell in first]
    short = all(text and len(text) <= LONGEST_HEAD and not text[-1:] in ".。" for text in said[1:])
    figures = sum(FIGURE.fullmatch(text) is not None and YEAR.fullmatch(text) is None for text in said)
    if not short or figures > len(said) / 2:
        return 0
    return max(cell.rows for cell in first) if max(cell.rows for cell in first) < len(rows) else 1
