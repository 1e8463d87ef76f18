"""In which square of a grid does each word stand? Words are put into cells, not glyphs: a word is where its middle is.

Two cells may stand so near that no space parts their figures: where a rule passes between two glyphs, a word ends.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.typeset.grids import RuledGrid
from indexer.typeset.lines import TypesetLine
from indexer.typeset.page import Glyph

INSIDE = 0.3  # ems from both ends of a word: a rule there goes through it
ROUNDING = 0.05  # ems by which the ends of glyphs may be off
FEW = 0.1  # of the words may be cut: one that its cell was too narrow for
BODY = (0.6, 0.15)  # ems above the baseline: a rule between goes through the letters


def glyphs_by_square(words: Sequence[TypesetLine], grid: RuledGrid) -> dict[tuple[int, int], list[Glyph]]:
    """The glyphs in each square, by its row and column."""
    found: dict[tuple[int, int], list[Glyph]] = {}
    for word in words:
        row = _index(grid.ys, word.y - word.size / 3)
        for part in _parts(word, grid.xs):
            column = _index(grid.xs, (part[0].x + part[-1].end) / 2)
            found.setdefault((row, column), []).extend(part)
    return found


def are_cut(words: Sequence[TypesetLine], grid: RuledGrid) -> bool:
    """Whether drawn rules go through words: they frame or underline something, and part no cells."""
    cut = sum(_is_cut(word, grid) for word in words)
    return cut > max(1, FEW * len(words))


def _index(edges: Sequence[float], place: float) -> int:
    return min(max(bisect_right(edges, place) - 1, 0), len(edges) - 2)


def _parts(word: TypesetLine, xs: Sequence[float]) -> Iterator[list[Glyph]]:
    """A word, parted where a rule stands between two of its glyphs."""
    glyphs = [glyph for run in word.runs for glyph in run.glyphs]
    part = glyphs[:1]
    for before, glyph in pairwise(glyphs):
        near = ROUNDING * glyph.size
        if any(before.end - near <= x <= glyph.x + near for x in xs[1:-1]):
            yield part
            part = []
        part.append(glyph)
    yield part


def _is_cut(word: TypesetLine, grid: RuledGrid) -> bool:
    inside = INSIDE * word.size
    middle = (word.x + word.end) / 2
    for rule in grid.rules:
        if rule.is_horizontal:
            high, low = (word.y - ems * word.size for ems in BODY)
            if high < rule.y < low and rule.x <= middle <= rule.end_x:
                return True
        elif word.x + inside < rule.x < word.end - inside and rule.y <= word.y - word.size / 3 <= rule.end_y:
            return not any(True for _ in list(_parts(word, (0.0, rule.x, 0.0)))[1:])
    return False
