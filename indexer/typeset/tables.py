"""What do drawn rules make of a page? Grids of cells with their spans, and the text that stands in each cell.

Rules that touch make one grid. A grid of one cell is a frame around text, no table; neither is one whose rules go
through words, as those of a drawing or a chart do.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from indexer.lines import legend
from indexer.typeset.cell_values import is_value, is_year
from indexer.typeset.cell_words import are_cut, glyphs_by_square
from indexer.typeset.grids import Place, RuledGrid, find_grid, places, touching
from indexer.typeset.lines import TypesetLine, find_lines, find_runs, find_words, joined
from indexer.typeset.overlaid_text import beside_table
from indexer.typeset.page import Box, Glyph, Rule

LEAST_ROWS = 2
LEAST_FILLED = 0.3  # of the cells say something: forms have empty ones, the squares of a chart hardly any words
LONGEST_TITLE = 100  # letters
LEAST_COLUMNS = 2
ENOUGH = 4  # cells of a row that has the columns of another table, so that it is the rest of it
ALIKE = 8.0  # points by which the columns of two parts of one table may differ


@dataclass(slots=True)
class Cell:
    """A cell, by its place in the grid; `rows` and `columns` are how many it spans. `parted` says of each line but the
    first whether it begins something of its own, rather than going on with the one above."""

    row: int
    column: int
    rows: int
    columns: int
    lines: list[TypesetLine] = field(default_factory=list)
    parted: list[bool] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What it says, its lines parted by spaces."""
        return " ".join(line.text.strip() for line in self.lines)


@dataclass(slots=True)
class PrintedTable:
    """A table where it stands on its page."""

    box: Box
    page: int
    cells: list[Cell]
    edges: tuple[float, ...]  # of its columns, from the left
    heads: int | None = None  # how many of its rows are heads, where its rules say so

    @property
    def x(self) -> float:
        return self.box.x

    @property
    def end(self) -> float:
        return self.box.end_x

    @property
    def top(self) -> float:
        return self.box.y

    @property
    def bottom(self) -> float:
        return self.box.end_y


def find_tables(
    glyphs: Sequence[Glyph], rules: Sequence[Rule], page: int, spacing: float, before: PrintedTable | None = None
) -> tuple[list[PrintedTable], list[Glyph], list[Rule]]:
    """The tables of a page, the glyphs that stand in none, and the rules that belong to none.

    A single row is a table only as the rest of the one `before`, on the last page.
    """
    tables: list[PrintedTable] = []
    left, free = list(glyphs), list(rules)
    grids = [(group, grid) for group in touching(rules) if (grid := find_grid(group))]
    for group, grid in sorted(grids, key=lambda pair: len(pair[1].ys) == LEAST_ROWS):  # single rows last
        least = 1 if _goes_on(grid, before, tables) else LEAST_ROWS
        beside = beside_table(grid.box, left)
        own = beside.without(_inside(grid.box, left))
        cells = _cells(grid, own, page, spacing)
        rows = _own_rows(cells)
        cells = [cell for cell in cells if cell.row in rows]
        if not _is_table(cells, least):
            continue
        box = Box(grid.box.x, grid.ys[rows.start], min(grid.box.end_x, beside.x), grid.ys[rows.stop])
        for cell in cells:
            cell.row -= rows.start
        taken = set(map(id, beside.without(_inside(replace(box, end_x=grid.box.end_x), left))))
        left = [glyph for glyph in left if id(glyph) not in taken]
        belongs = set(map(id, group))
        free = [rule for rule in free if id(rule) not in belongs]
        tables.append(PrintedTable(box, page, cells, grid.xs))
    return tables, left, free


def _goes_on(grid: RuledGrid, before: PrintedTable | None, tables: Sequence[PrintedTable]) -> bool:
    """Whether a grid may be the rest of a table: of the last one of the page before, or of the column before."""
    beside = [table for table in tables if table.end <= grid.box.x and grid.box.y < table.top]
    return any(same_columns(table.edges, grid.xs) for table in [*beside, *([before] if before else [])])


def _inside(box: Box, glyphs: Sequence[Glyph]) -> list[Glyph]:
    return [glyph for glyph in glyphs if box.holds((glyph.x + glyph.end) / 2, glyph.y - glyph.size / 3)]


def same_columns(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two tables have columns of the same widths, by their edges."""
    if len(one) != len(other):
        return False
    return all(abs((a - one[0]) - (b - other[0])) <= ALIKE for a, b in zip(one, other, strict=True))


def _is_table(cells: Sequence[Cell], least: int) -> bool:
    """Whether enough rows say something in several columns, and the columns have heads or the rows labels: the figures
    in a chart stand between its lines anywhere."""
    filled = Counter(cell.row for cell in cells if cell.lines)
    if least < LEAST_ROWS and (len(cells) >= ENOUGH or not cells[0].lines):
        return bool(filled)
    if sum(many >= LEAST_COLUMNS for many in filled.values()) < least:
        return False
    if sum(filled.values()) < LEAST_FILLED * len(cells):
        return False
    heads = min((row for row in filled if sum(cell.row == row for cell in cells) > 1), default=0)
    sides = [[cell for cell in cells if cell.row == heads], [cell for cell in cells if cell.column == 0]]
    return least < LEAST_ROWS or any(map(_says_what, sides))


def _says_what(cells: Sequence[Cell]) -> bool:
    """Whether these cells are heads or labels: hardly one is empty, and they are no mere figures."""
    said = [cell.text for cell in cells if cell.lines]
    figures = sum(is_value(text) and not is_year(text) for text in said)
    return len(said) >= max(2, len(cells) - 1) and figures <= len(said) / 2


def _own_rows(cells: Sequence[Cell]) -> range:
    """The rows of the table; not the text above and below it, where one frame is around all."""
    columns = max((cell.column + cell.columns for cell in cells), default=0)
    text = {cell.row: cell.row + cell.rows for cell in cells if cell.columns == columns and _is_text(cell)}
    start, stop = 0, max((cell.row + cell.rows for cell in cells), default=0)
    while start in text:
        start = text[start]
    while stop > start and (above := next((row for row in text if text[row] == stop), None)) is not None:
        stop = above
    return range(start, stop)


def _is_text(cell: Cell) -> bool:
    """Whether a cell has text that is not about its table."""
    text = cell.text.strip()
    return len(text) > LONGEST_TITLE and legend(text) is None and not text.startswith("※")


def _cells(grid: RuledGrid, glyphs: Sequence[Glyph], page: int, spacing: float) -> list[Cell]:
    """The cells with their lines; none where the rules go through words."""
    words = find_words(find_runs(glyphs), page, spacing)
    if are_cut(words, grid):
        return []
    squares = glyphs_by_square(words, grid)
    cells: list[Cell] = []
    for place in places(grid):
        own = [glyph for square in _squares(place) for glyph in squares.get(square, ())]
        cells.append(Cell(place.row, place.column, place.rows, place.columns, cell_lines(own, page, spacing)))
    return cells


def _squares(place: Place) -> list[tuple[int, int]]:
    return [(place.row + i, place.column + k) for i in range(place.rows) for k in range(place.columns)]


def cell_lines(glyphs: Sequence[Glyph], page: int, spacing: float) -> list[TypesetLine]:
    """The lines in a cell, from above."""
    lines = sorted(find_lines(find_runs(glyphs), page, spacing), key=lambda line: (line.y, line.x))
    rows: list[list[TypesetLine]] = []
    for line in lines:
        if rows and abs(rows[-1][0].y - line.y) < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [joined(row) if len(row) > 1 else row[0] for row in rows]
