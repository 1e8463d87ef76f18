"""Was a printed line full, or ended on purpose? The right edge of a column, learned from its own lines.

The classic rule of paragraph ends is kept here: a line was broken on purpose if what begins the next line would still
have fitted into it. Nobody tells us the width of the column or of the letters, so both are learned from the lines that
surely go on in the next one. The column may change its width on the way (a first page with a wider margin), so a line
is compared with its neighbours only. Nothing here knows what a heading or a note is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from indexer.lines.line import TextLine
from indexer.lines.widths import PLAIN, TRIED, LetterCounts, Widths, letter_counts, width_of

# Ems: full lines end within this where words are cut; 1.0 in such a brief, 2.5 to 4.4 where they are not.
INSIDE_SPREAD = 1.7
NEAR = 12  # printed lines on each side that share a column width; a page has some 20
# Ems by which a full line may seem short: what justification and the guessed widths hide. Paragraph ends of the briefs
# miss by 2.2 or more. Where lines are cut between any two letters, neighbours agree to half an em, as does the margin.
MARGIN = 0.6
SPREAD = 0.4  # of the distance from the tightest neighbour to the middle one


class RightEdge:
    """The right edge of a column of lines, learned from its own lines."""

    def __init__(self, lines: Sequence[TextLine], trailing_decides: bool = False) -> None:
        """`trailing_decides`: a trailing space tells that no word was cut, its absence that one was."""
        pairs = [(a, b) for a, b in pairwise(lines) if not a.ends_before(b)]
        self._cut_words = self._cuts_words(pairs, trailing_decides)
        lows = [a.letters for a, _ in pairs]
        highs = [letter_counts(a.text + self._unit(a, b)) for a, b in pairs]
        self._widths = min(TRIED, key=lambda widths: _misfit(lows, highs, widths)) if len(pairs) >= 8 else PLAIN
        broad = sorted(width_of(c, self._widths) for c in highs)
        middle = broad[len(broad) // 2] if broad else 0.0
        self._sure = [
            (a.number, over)
            for (a, _), c in zip(pairs, highs, strict=True)
            if (over := width_of(c, self._widths)) > 0.85 * middle
        ]
        self._numbers = [number for number, _ in self._sure]
        self.measure = middle
        # Unwrapped files print a paragraph a line: no common edge.
        low = sorted(width for c in lows if (width := width_of(c, self._widths)) > 0.5 * middle)
        self.wrapped = len(low) >= 3 and low[len(low) * 9 // 10] < 1.25 * low[len(low) // 2] and middle < 120

    def _cuts_words(self, pairs: Sequence[tuple[TextLine, TextLine]], trailing_decides: bool) -> bool:
        if trailing_decides:
            return _lacks_spaces([a for a, _ in pairs])
        widths = sorted(a.width for a, _ in pairs)
        if len(widths) < 8:
            return False
        widths = [w for w in widths if w > 0.75 * widths[-1]]
        return bool(widths) and widths[len(widths) * 9 // 10] - widths[len(widths) // 10] < INSIDE_SPREAD

    def _unit(self, left: TextLine, right: TextLine) -> str:
        """What would have had to fit: the next word, or the next letter where words are cut."""
        if self._cut_words and not right.text[:1].isascii():
            return (" " if left.trailing else "") + right.text[:1]
        return " " + right.text.split(" ", 1)[0]

    def overhang(self, left: TextLine, right: TextLine) -> float:
        """By how many ems the beginning of `right` would have stood out; negative where it would have fitted."""
        return self._reach(left, right) - self._edge(left.number)[0]

    def full(self, left: TextLine, right: TextLine) -> bool:
        """`left` could not hold the beginning of `right`."""
        edge, margin = self._edge(left.number)
        return self.wrapped and self._reach(left, right) >= edge - margin

    def _reach(self, left: TextLine, right: TextLine) -> float:
        return width_of(letter_counts(left.text + self._unit(left, right)), self._widths)

    def _edge(self, number: int) -> tuple[float, float]:
        """The edge near a line and the margin of doubt, in ems."""
        i = bisect_left(self._numbers, number)
        near = sorted(reach for n, reach in self._sure[max(0, i - NEAR) : i + NEAR] if n != number)
        if not near:
            return 0.95 * self.measure, MARGIN
        return near[0], min(MARGIN, SPREAD * (near[len(near) // 2] - near[0]))

    def width(self, line: TextLine) -> float:
        """Width of a line in ems."""
        return width_of(line.letters, self._widths)


CUT_LINES = 0.25  # of the lines end inside a word where words are cut: 0.4 and more in such briefs, 0.1 in the others


def _lacks_spaces(lines: Sequence[TextLine]) -> bool:
    return sum(not line.trailing for line in lines) > CUT_LINES * len(lines)


def breaks_between_words(lines: Sequence[TextLine]) -> bool:
    """This file, whose trailing spaces tell joins, cuts hardly any word: nearly all its line ends keep a space."""
    return not _lacks_spaces(
        [a for a, b in pairwise(lines) if "가" <= a.text[-1] <= "힣" and "가" <= b.text[0] <= "힣" and a.width > LONG]
    )


LONG = 30.0  # ems: a shorter line may be a heading


def _misfit(lows: Sequence[LetterCounts], highs: Sequence[LetterCounts], widths: Widths) -> float:
    """How badly one edge parts what stood in the lines from what did not, in ems over all lines, by these widths."""
    low = sorted(width_of(c, widths) for c in lows)
    high = sorted(width_of(c, widths) for c in highs)
    middle = high[len(high) // 2]
    low = [w for w in low if w > 0.7 * middle]
    high = [w for w in high if w > 0.85 * middle]
    step = max(1, len(high) // 20)
    best = float("inf")
    for edge in (low + high)[::step]:
        loss = sum(w - edge for w in low[bisect_right(low, edge) :]) + sum(
            edge - w for w in high[: bisect_left(high, edge)]
        )
        best = min(best, loss)
    return best / middle
