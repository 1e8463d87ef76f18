"""Which coloured boxes are cells or rows of a table? Boxes side by side are one band; bands of boxes are a grid.

A box that holds others is the ground of a page or a part of it, and no cell.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from indexer.typeset.page import Box, Rule

TOUCHING = 3.0  # points between two boxes that lie side by side
LEVEL = 1.5  # points by which the edges of one band may differ
TALLEST = 160.0  # points: no row of a table is higher
MOST = 1_000  # boxes on a page: more are a drawing
LEAST_ROWS, LEAST_COLUMNS = 3, 2  # of a grid: two rows may be the heads of a table whose other rows have no colour
COVERED = 0.85  # of a grid is covered by its boxes: the rest is white between them

Band = tuple[Box, ...]  # boxes side by side, from the left


def bands(boxes: Sequence[Box]) -> list[Band]:
    """Boxes of one height that touch side by side, from above; one alone is a band, too."""
    found: list[list[Box]] = []
    cells = _cells(boxes) if len(boxes) <= MOST else []
    for _, level in groupby(sorted(cells, key=_level), key=_level):
        for box in sorted(level, key=lambda one: one.x):
            if found and _level(found[-1][-1]) == _level(box) and box.x - found[-1][-1].end_x <= TOUCHING:
                found[-1].append(box)
            else:
                found.append([box])
    return [tuple(band) for band in found]


def around(band: Band) -> Box:
    """What a band covers."""
    return Box(band[0].x, band[0].y, max(box.end_x for box in band), band[0].end_y)


def grid_rules(boxes: Sequence[Box]) -> Iterator[Rule]:
    """The sides of boxes that make grids: they touch, cover all between them, and make several rows and columns."""
    for group in _touching(_cells(boxes)) if len(boxes) <= MOST else ():
        rows, columns = {round(box.y / TOUCHING) for box in group}, {round(box.x / TOUCHING) for box in group}
        whole = Box(
            min(box.x for box in group), min(box.y for box in group),
            max(box.end_x for box in group), max(box.end_y for box in group),
        )  # fmt: skip
        if (
            len(rows) >= LEAST_ROWS
            and len(columns) >= LEAST_COLUMNS
            and sum(map(_area, group)) >= COVERED * _area(whole)
        ):
            yield from (rule for box in group for rule in _sides(box))


def _area(box: Box) -> float:
    return (box.end_x - box.x) * (box.end_y - box.y)


def _level(box: Box) -> tuple[int, int]:
    return round(box.y / LEVEL), round(box.end_y / LEVEL)


def _cells(boxes: Sequence[Box]) -> list[Box]:
    """The boxes that may be cells: each once, and none that holds another."""
    low = [box for box in dict.fromkeys(boxes) if box.end_y - box.y <= TALLEST]
    return [box for box in low if not any(other is not box and _holds(box, other) for other in low)]


def _holds(box: Box, other: Box) -> bool:
    return box.holds(other.x + LEVEL, other.y + LEVEL) and box.holds(other.end_x - LEVEL, other.end_y - LEVEL)


def _touching(boxes: Sequence[Box]) -> list[list[Box]]:
    """Boxes in groups that hang together."""
    groups: list[list[Box]] = []
    for box in boxes:
        near = [group for group in groups if any(_touch(box, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([box, *(other for group in near for other in group)])
    return groups


def _touch(box: Box, other: Box) -> bool:
    beside = box.x - TOUCHING <= other.end_x and other.x - TOUCHING <= box.end_x
    return beside and box.y - TOUCHING <= other.end_y and other.y - TOUCHING <= box.end_y


def _sides(box: Box) -> tuple[Rule, ...]:
    return (
        Rule(box.x, box.y, box.end_x, box.y),
        Rule(box.x, box.end_y, box.end_x, box.end_y),
        Rule(box.x, box.y, box.x, box.end_y),
        Rule(box.end_x, box.y, box.end_x, box.end_y),
    )
