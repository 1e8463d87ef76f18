"""What do drawn rules make of a page? Grids: where their rows and columns are parted, and which squares are one cell.

Rules that touch make one grid. What stands in the cells is found in `indexer.typeset.tables`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.typeset.page import Box, Rule

NEAR = 3.0  # points: rules so near are one, and touch
COVERED = 0.6  # of a side of a cell must be ruled for it to be closed there
MAX_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell is in its grid; `rows` and `columns` are how many it spans."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """Crossing rules: where they lie and stand, each once."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rules: tuple[Rule, ...]

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def touching(rules: Sequence[Rule]) -> list[list[Rule]]:
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


def find_grid(rules: Sequence[Rule]) -> RuledGrid | None:
    lying = [rule for rule in rules if rule.is_horizontal]
    standing = [rule for rule in rules if not rule.is_horizontal]
    if len(lying) < 2 or not standing:
        return None
    # Where a table has no rule at its sides, its outermost rules end there.
    ys = _merged([*(rule.y for rule in lying), min(rule.y for rule in standing), max(rule.end_y for rule in standing)])
    xs = _merged([*(rule.x for rule in standing), min(rule.x for rule in lying), max(rule.end_x for rule in lying)])
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > MAX_CELLS:
        return None
    return RuledGrid(xs, ys, tuple(rules))


def _merged(places: Iterable[float]) -> tuple[float, ...]:
    """Places, those that are near each other as one."""
    found: list[list[float]] = []
    for place in sorted(places):
        if found and place - found[-1][-1] <= NEAR:
            found[-1].append(place)
        else:
            found.append([place])
    return tuple(sum(group) / len(group) for group in found)


def places(grid: RuledGrid) -> list[Place]:
    """The cells of a grid: squares put together where no rule parts them."""
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    right = [[is_ruled(grid, r, c, standing=True) for c in range(columns)] for r in range(rows)]
    below = [[is_ruled(grid, r, c, standing=False) for c in range(columns)] for r in range(rows)]
    taken: set[tuple[int, int]] = set()
    found: list[Place] = []
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
            found.append(Place(r, c, down, across))
    return found


def is_ruled(grid: RuledGrid, row: int, column: int, *, standing: bool) -> bool:
    """Whether a rule stands at the right of a square, or lies below it."""
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
