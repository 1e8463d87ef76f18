"""Where did the columns of the page before stand? A page that ends after a few lines has columns of its own there.

Two lines beside two others may as well be a table. They are columns where the page before has its own at the same
edges, and nothing goes on over the white between them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.typeset.columns import LEAST, Column, Row
from indexer.typeset.lines import TypesetLine

MANY = 10  # lines of a column that show where columns stand
NEAR = 2.0  # points by which lines at one edge may differ
FULL = 0.8  # of its column's width that the first of several lines fills


@dataclass(frozen=True, slots=True)
class Gutter:
    """The white between two columns, from `end` of the left to `begin` of the right one, and where the left begins."""

    left: float
    end: float
    begin: float
    right: float  # where the right one ends

    @classmethod
    def between(cls, columns: Sequence[Column]) -> "Gutter | None":
        """That of the last two columns of a page that stand beside each other."""
        for one, other in pairwise(reversed(columns)):
            right, left = one.lines, other.lines
            if min(len(left), len(right)) < MANY or right[0].y >= left[-1].y:
                continue
            ends = max(line.end for line in left), max(line.end for line in right)
            found = cls(_edge(left), ends[0], _edge(right), ends[1])
            if found.end < found.begin:
                return found
        return None

    def parted(self, rows: Sequence[Row]) -> list[list[Row]] | None:
        """The rows above, and those of either column, where a page ends with a few lines in both; None elsewhere."""
        start = len(rows)
        while start and self._holds(rows[start - 1]):
            start -= 1
        left = [side for row in rows[start:] if (side := [part for part in row if part.end < self.begin])]
        right = [side for row in rows[start:] if (side := [part for part in row if part.x > self.end])]
        if not 0 < len(right) <= len(left) or len(right) >= LEAST:
            return None
        full = _fills(left[0], self.end - self.left) and (len(right) < 2 or _fills(right[0], self.right - self.begin))
        return [part for part in (list(rows[:start]), left, right) if part] if full else None

    def _holds(self, row: Row) -> bool:
        """Whether what stands in a row keeps to the columns and leaves the white between them free."""
        left = [part for part in row if part.end <= self.end + NEAR]
        right = [part for part in row if part.x >= self.begin - NEAR]
        words = all(isinstance(part, TypesetLine) for part in row)
        return words and len(left) + len(right) == len(row) and all(part.x >= self.left - NEAR for part in left)


def _fills(row: Row, width: float) -> bool:
    return row[-1].end - row[0].x >= FULL * width


def _edge(lines: Sequence[TypesetLine]) -> float:
    """Where most lines begin."""
    edge, _ = Counter(round(line.x) for line in lines).most_common(1)[0]
    return min(line.x for line in lines if round(line.x) == edge)
