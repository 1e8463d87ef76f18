"""Which letters in the box of a table are none of it? Those of the next column, where the table is wider than its own.

Programs that cannot break a table print it over the text beside it: lines that begin in its box and go on far beyond
its right side, several at one edge.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from indexer.typeset.lines import find_runs
from indexer.typeset.page import Box, Glyph

BEYOND = 3.0  # ems by which a line goes on beyond a table; what a cell is too narrow for stands out by less
LEAST = 3  # lines that do so at one edge


@dataclass(frozen=True, slots=True)
class OverlaidText:
    """The `id()` of the letters that stand beside a table in its box, and the edge at which they begin."""

    letters: frozenset[int] = frozenset()
    x: float = inf

    def without(self, glyphs: Sequence[Glyph]) -> list[Glyph]:
        """The glyphs that are none of these letters."""
        return [glyph for glyph in glyphs if id(glyph) not in self.letters]


def beside_table(box: Box, glyphs: Sequence[Glyph]) -> OverlaidText:
    """The text of the next column that a table is printed over."""
    near = [glyph for glyph in glyphs if box.y <= glyph.y <= box.end_y and glyph.end > box.x]
    if not any(glyph.x > box.end_x for glyph in near):
        return OverlaidText()
    runs = [run for run in find_runs(near) if run.x < box.end_x]
    edges = Counter(round(run.x) for run in runs if run.end > box.end_x + BEYOND * run.size)
    edge, many = edges.most_common(1)[0] if edges else (0, 0)
    if many < LEAST:
        return OverlaidText()
    beside = [run for run in runs if run.x > edge - 1]
    return OverlaidText(frozenset(id(glyph) for run in beside for glyph in run.glyphs), edge - 1.0)
