"""What do drawn rules make of a page? Grids of cells with their spans, and the text that stands in each cell.

Rules that touch make one grid. A grid of one cell is a frame around text, no table.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from indexer.typeset.lines import TypesetLine, find_lines, find_runs, joined
from indexer.typeset.page import Box, Glyph, Rule

NEAR = 3.0  # points: rules so near are one, and touch
LEAST_ROWS = 2
LEAST_COLUMNS = 2
ALIKE = 8.0  # points by which the columns of two parts of one table may differ
COVERED = 0.6  # of a side of a cell must be ruled for it to be closed there
MAX_CELLS = 20_000


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


@dataclass(frozen=True, slots=True)
class _Grid:
    """Crossing rules: where they lie and stand, each once."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rules: tuple[Rule, ...]

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def find_tables(
    glyphs: Sequence[Glyph], rules: Sequence[Rule], page: int, spacing: float, before: PrintedTable | None = None
) -> tuple[list[PrintedTable], list[Glyph], list[Rule]]:
    """The tables of a page, the glyphs that stand in none, and the rules that belong to none.

    A single row is a table only as the rest of the one `before`, on the last page.
    """
    tables: list[PrintedTable] = []
    left, free = list(glyphs), list(rules)
    for group in _touching(rules):
        grid = _grid(group)
        if grid is None:
            continue
        inside = [glyph for glyph in left if grid.box.holds((glyph.x + glyph.end) / 2, glyph.y - glyph.size / 3)]
        cells = _cells(grid)
        least = 1 if before and same_columns(before.edges, grid.xs) else LEAST_ROWS
        if not inside:
            continue
        _fill(cells, grid, inside, page, spacing)
        filled = [cell for cell in cells if cell.lines]
        if len({cell.column for cell in filled}) < LEAST_COLUMNS or len({cell.row for cell in filled}) < least:
            continue
        taken = set(map(id, inside))
        left = [glyph for glyph in left if id(glyph) not in taken]
        belongs = set(map(id, group))
        free = [rule for rule in free if id(rule) not in belongs]
        tables.append(PrintedTable(grid.box, page, cells, grid.xs))
    return tables, left, free


def same_columns(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two tables have columns of the same widths, by their edges."""
    if len(one) != len(other):
        return False
    return all(abs((a - one[0]) - (b - other[0])) <= ALIKE for a, b in zip(one, other, strict=True))


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules in groups that hang together."""
    groups: list[list[Rule]] = []
    boxes: list[Box] = []
    for rule in sorted(rules, key=lambda one: (one.y, one.x)):
        own = Box(rule.x - NEAR, rule.y - NEAR, rule.end_x + NEAR, rule.end_y + NEAR)
        touched = [n for n, box in enumerate(boxes) if _meet(own, box) and any(_touch(rule, r) for r in groups[n])]
        merged, box = [rule], own
        for n in reversed(touched):
            merged = groups.pop(n) + merged
            box = _around(box, boxes.pop(n))
        groups.append(merged)
        boxes.append(box)
    return groups


def _meet(one: Box, other: Box) -> bool:
    return one.x <= other.end_x and other.x <= one.end_x and one.y <= other.end_y and other.y <= one.end_y


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.x - NEAR <= other.end_x
        and other.x - NEAR <= one.end_x
        and one.y - NEAR <= other.end_y
        and other.y - NEAR <= one.end_y
    )


def _around(one: Box, other: Box) -> Box:
    return Box(min(one.x, other.x), min(one.y, other.y), max(one.end_x, other.end_x), max(one.end_y, other.end_y))


def _grid(rules: Sequence[Rule]) -> _Grid | None:
    lying = [rule for rule in rules if rule.is_horizontal]
    standing = [rule for rule in rules if not rule.is_horizontal]
    if len(lying) < 2 or not standing:
        return None
    # Where a table has no rule at its sides, its outermost rules end there.
    ys = _merged([*(rule.y for rule in lying), min(rule.y for rule in standing), max(rule.end_y for rule in standing)])
    xs = _merged([*(rule.x for rule in standing), min(rule.x for rule in lying), max(rule.end_x for rule in lying)])
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > MAX_CELLS:
        return None
    return _Grid(xs, ys, tuple(rules))


def _merged(places: Iterable[float]) -> tuple[float, ...]:
    """Places, those that are near each other as one."""
    found: list[list[float]] = []
    for place in sorted(places):
        if found and place - found[-1][-1] <= NEAR:
            found[-1].append(place)
        else:
            found.append([place])
    return tuple(sum(group) / len(group) for group in found)


def _cells(grid: _Grid) -> list[Cell]:
    """The cells: places of the grid put together where no rule parts them."""
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    right = [[_is_ruled(grid, r, c, standing=True) for c in range(columns)] for r in range(rows)]
    below = [[_is_ruled(grid, r, c, standing=False) for c in range(columns)] for r in range(rows)]
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for r in range(rows):
        for c in range(columns):
            if (r, c) in taken:
                continue
            across = 1
            while c + across < columns and not right[r][c + across - 1] and (r, c + across) not in taken:
                across += 1
            down = 1
            while r + down < rows and not any(below[r + down - 1][c + k] for k in range(across)):
                down += 1
            taken |= {(r + i, c + k) for i in range(down) for k in range(across)}
            cells.append(Cell(r, c, down, across))
    return cells


def _is_ruled(grid: _Grid, row: int, column: int, *, standing: bool) -> bool:
    """Whether a rule stands at the right of a place, or lies below it."""
    top, bottom = grid.ys[row], grid.ys[row + 1]
    left, right = grid.xs[column], grid.xs[column + 1]
    covered = 0.0
    for rule in grid.rules:
        if rule.is_horizontal == standing:
            continue
        if standing and abs(rule.x - right) <= NEAR:
            covered += max(0.0, min(rule.end_y, bottom) - max(rule.y, top))
        elif not standing and abs(rule.y - bottom) <= NEAR:
            covered += max(0.0, min(rule.end_x, right) - max(rule.x, left))
    return covered >= COVERED * ((bottom - top) if standing else (right - left))


def _fill(cells: Sequence[Cell], grid: _Grid, glyphs: Sequence[Glyph], page: int, spacing: float) -> None:
    """Puts the glyphs into their cells, line by line."""
    owner = {
        (cell.row + i, cell.column + k): cell for cell in cells for i in range(cell.rows) for k in range(cell.columns)
    }
    inside: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        c = min(max(bisect_right(grid.xs, (glyph.x + glyph.end) / 2) - 1, 0), len(grid.xs) - 2)
        r = min(max(bisect_right(grid.ys, glyph.y - glyph.size / 3) - 1, 0), len(grid.ys) - 2)
        inside.setdefault(id(owner[r, c]), []).append(glyph)
    for cell in cells:
        if own := inside.get(id(cell)):
            cell.lines = cell_lines(own, page, spacing)


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
