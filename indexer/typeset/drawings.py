"""Which rules and coloured boxes does a drawn path leave on a page?

A line, a thin box and each side of a stroked rectangle are rules; so are the straight strokes of a path that has
nothing but lying and standing ones: many programs draw a whole grid as one. Filled rectangles are boxes, where their
colour shows on the paper. What has curves or slants is a drawing; one whose corners are round frames what stands in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.typeset.page import Box, Rule

THIN = 3.0  # points: a filled box not wider than this is a line
SHORT = 6.0  # points: shorter lines are parts of drawings
STRAIGHT = 0.5  # points by which a line may slant
ALONG = 0.25  # of each side of a box with round corners is straight

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class DrawnPath:
    """A path: what it covers, and the corners of its parts where it has few; none where it has curves or very many."""

    box: Box
    parts: tuple[tuple[Point, ...], ...]
    stroked: bool
    coloured: bool  # filled, and not in white
    curve: tuple[Point, ...] = ()  # the points of a path that has curves, and few of them


def find_rules(path: DrawnPath) -> Iterator[Rule]:
    """The rules that a path draws."""
    rule = _thin(path.box)
    if rule is not None:
        yield rule
    elif path.stroked and _is_straight(path.parts):
        yield from (one for part in path.parts for a, b in pairwise(part) if (one := _thin(_around((a, b)))))
    elif path.coloured:
        yield from (one for part in path.parts if _is_rectangle(part) and (one := _thin(_around(part))))


def find_boxes(path: DrawnPath) -> Iterator[Box]:
    """The coloured rectangles of a path, thin ones left out: they are rules."""
    for part in path.parts if path.coloured else ():
        box = _around(part)
        if _is_rectangle(part) and min(box.end_x - box.x, box.end_y - box.y) > THIN:
            yield box


def find_frames(path: DrawnPath) -> Iterator[Box]:
    """What a path frames: a rectangle that is drawn around or filled, its corners square or round."""
    if path.stroked or path.coloured:
        parts = path.parts or ((path.curve,) if _is_round(path) else ())
        boxes = (_around(part) for part in parts if part is path.curve or _is_rectangle(part))
        yield from (box for box in boxes if min(box.end_x - box.x, box.end_y - box.y) > SHORT)


def is_line_or_speck(box: Box) -> bool:
    """Whether what a path covers says all of it: it is a line, or too small to be anything."""
    sides = box.end_x - box.x, box.end_y - box.y
    return min(sides) <= THIN or max(sides) < SHORT


def _is_round(path: DrawnPath) -> bool:
    """Whether a curve is a rectangle with round corners: it goes along all four sides of what it covers."""
    box, points = path.box, path.curve
    width, height = box.end_x - box.x, box.end_y - box.y
    if not points or min(width, height) <= SHORT:
        return False
    upright = [[y for x, y in points if abs(x - side) <= STRAIGHT * 2] for side in (box.x, box.end_x)]
    lying = [[x for x, y in points if abs(y - side) <= STRAIGHT * 2] for side in (box.y, box.end_y)]
    return all(found and max(found) - min(found) >= ALONG * height for found in upright) and all(
        found and max(found) - min(found) >= ALONG * width for found in lying
    )


def _thin(box: Box) -> Rule | None:
    """The rule that a thin box is."""
    width, height = box.end_x - box.x, box.end_y - box.y
    if width >= SHORT and height <= THIN:
        return Rule(box.x, (box.y + box.end_y) / 2, box.end_x, (box.y + box.end_y) / 2)
    if height >= SHORT and width <= THIN:
        return Rule((box.x + box.end_x) / 2, box.y, (box.x + box.end_x) / 2, box.end_y)
    return None


def _around(points: Sequence[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _is_straight(parts: Sequence[Sequence[Point]]) -> bool:
    return all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) <= STRAIGHT for part in parts for a, b in pairwise(part))


def _is_rectangle(part: Sequence[Point]) -> bool:
    """Whether lines go around a rectangle: four corners, the first perhaps twice."""
    return 4 <= len(part) <= 6 and _is_straight([part]) and len({(round(x), round(y)) for x, y in part}) == 4
