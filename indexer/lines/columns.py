"""How wide is the column that a line stands in? Parts a document whose columns differ in width, and learns each edge.

A summary set wide above a body in narrow columns has two right edges; one learned from both is that of neither, and
every line of the narrow column would look as if it ended on purpose. Only a stretch of lines that share an edge of
their own is a column; a list of short lines has none.
"""

from collections.abc import Sequence
from itertools import pairwise

from indexer.lines.edge import RightEdge
from indexer.lines.line import TextLine

NEAR = 3  # printed lines on each side: the widest on both sides shows in which column a line stands
NARROW = 0.8  # of the width of the others: a column differs more than ragged lines do
SHARED, FULL = 0.6, 0.88  # the share of the lines that do not end a sentence that must come so near to a common edge
FEWEST_LINES, FEWEST_FULL = 6, 4


class ColumnEdges:
    """The right edges of the columns of a document; each line is judged by that of its own."""

    def __init__(self, lines: Sequence[TextLine], trailing_decides: bool = False) -> None:
        """`trailing_decides` as in `RightEdge`."""
        columns = narrow_columns(lines)
        inside = {line.number for column in columns for line in column}
        self._wide = RightEdge([line for line in lines if line.number not in inside], trailing_decides)
        self._edges = {
            line.number: edge
            for column, edge in ((column, RightEdge(column, trailing_decides)) for column in columns)
            for line in column
        }

    def _of(self, line: TextLine) -> RightEdge:
        return self._edges.get(line.number, self._wide)

    def wrapped(self, line: TextLine) -> bool:
        """The lines around this one were broken to fit a column."""
        return self._of(line).wrapped

    def overhang(self, left: TextLine, right: TextLine) -> float:
        """By how many ems the beginning of `right` would have stood out; negative where it would have fitted."""
        return self._of(left).overhang(left, right)

    def full(self, left: TextLine, right: TextLine) -> bool:
        """`left` could not hold the beginning of `right`."""
        return self._of(left).full(left, right)


def narrow_columns(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """The stretches of lines set in a narrower column than the others."""
    widths = [line.width for line in lines]
    opened = sorted(a.width for a, b in pairwise(lines) if not a.ends_before(b))
    if len(opened) < FEWEST_LINES:
        return []
    limit = NARROW * opened[len(opened) * 9 // 10]
    around = [min(max(widths[max(0, i - NEAR) : i + 1]), max(widths[i : i + NEAR + 1])) for i in range(len(widths))]
    found: list[list[TextLine]] = []
    for i, line in enumerate(lines):
        if around[i] >= limit:
            continue
        if i and around[i - 1] < limit and found:
            found[-1].append(line)
        else:
            found.append([line])
    return [column for column in found if _shares_edge(column)]


def _shares_edge(column: Sequence[TextLine]) -> bool:
    if len(column) < FEWEST_LINES:
        return False
    edge = max(line.width for line in column)
    opened = [a for a, b in pairwise(column) if not a.ends_before(b)]
    full = sum(line.width >= FULL * edge for line in opened)
    return full >= FEWEST_FULL and full >= SHARED * len(opened)
