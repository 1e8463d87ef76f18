"""Which gap between two letters is a space? A file may print no spaces, or leave some out: the white tells.

What counts is by how much a gap is wider than those inside the words of its line: letters may all be set apart (a
title) or close together (Hangul sets them at -5 to -10 %). Where the white of a space begins, the file itself shows:
hardly any gap lies between those inside words and those between them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, groupby, islice, pairwise
from statistics import median

from archive.text import is_hangul
from indexer.typeset.page import Glyph

USUAL = 0.17  # ems beyond the usual gap of a line. Of 1.1 million gaps of 100 Korean files 1 in 4,000 is wrong
LEAST, MOST = 0.1, 0.2  # ems; between these a file's own limit is looked for
WIDEST = 0.6  # ems; nearly all spaces of a line that is not stretched are narrower
RARE = 0.01  # of the most frequent gap between words: so few gaps are white
LATIN = 0.12  # ems between two Latin letters: kerning never parts them so far
STEP = 0.01  # ems; no finer is looked
ENOUGH = 50  # spaces that a file must leave unprinted before its own limit is looked for
SAMPLE = 30_000  # letters, of some 20 pages, that are looked at
SAME_LINE, NEAR = 0.05, 0.8  # ems: letters that follow each other on one line
SPREAD = 5  # gaps in a row: no line has so many words of one letter
EVEN, CLOSER = 0.04, 0.1  # ems by which letters set apart stand evenly, and closer than words
FEW = 3  # gaps in a line that tell how it is set
# Brackets of Korean titles are printed on half of a square; the white of the other half, and what a stretched line adds
# to it, is no space.
OPENING, CLOSING, CLOSED = frozenset("「『《〈【"), frozenset("」』》〉】"), frozenset(",.;:)」』》〉】”’")

Pair = tuple[Glyph, Glyph]  # two letters with no space printed between them


def space_of(glyphs: Iterable[Glyph]) -> float:
    """The gap beyond the usual one, in ems, that is a space in this file: the middle of the white between the gaps
    inside words and those between them, which begin where many gaps are again of one width."""
    counts = [0] * (round(WIDEST / STEP) + 2)
    for gap in _all_gaps(islice(glyphs, SAMPLE)):
        counts[min(max(int(gap / STEP), 0), len(counts) - 1)] += 1
    first, last = round(LEAST / STEP), round(MOST / STEP)
    if sum(counts[first:-1]) < ENOUGH:
        return USUAL
    around = [sum(counts[max(step - 1, 0) : step + 2]) for step in range(len(counts) - 1)]
    white = [around[step] <= RARE * max(around[step:]) for step in range(last)]
    begin = next((step for step in range(first, last) if white[step]), None)
    if begin is None:
        return USUAL
    end = next((step for step in range(begin, last) if not white[step]), last)
    return (begin + end) / 2 * STEP


def _all_gaps(glyphs: Iterable[Glyph]) -> Iterator[float]:
    """The gaps beyond the usual one of their line, in ems, of letters that follow each other in the file."""
    return chain.from_iterable(map(_beyond, lines_of(glyphs)))


def lines_of(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Letters that follow each other in the file on one line."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and not follows(line[-1], glyph):
            yield line
            line = []
        line.append(glyph)
    yield line


def follows(before: Glyph, glyph: Glyph) -> bool:
    """Whether two letters stand on one line, in one size, with no more than a space between them."""
    size = before.size
    near = abs(before.y - glyph.y) < SAME_LINE * size and abs(size - glyph.size) < SAME_LINE * size
    return near and glyph.x - before.end < NEAR * size


def _beyond(line: Sequence[Glyph]) -> Iterator[float]:
    pairs = pairs_of(line)
    tracking = Tracking.of(pairs)
    return (tracking.beyond(*pair) / pair[0].size for pair in pairs if pair[0].size > 0)


def word_starts(glyphs: Sequence[Glyph], space: float) -> set[int]:
    """The `id()` of the glyphs of a line before which no space is printed but stands; `space` is that of the file."""
    pairs = pairs_of(glyphs)
    tracking = Tracking.of(pairs)
    starts: set[int] = set()
    for apart in tracking.parted(pairs, space):
        if len(apart) >= SPREAD and len(_in_words(apart)) > len(apart) / 2:
            inside = Tracking.of(apart)  # letters set apart in a line that is not: what stands around it, is
            around = {apart[0], apart[-1]} - {pairs[0], pairs[-1]}
            apart = [pair for pair in apart if pair in around or inside.parts(pair, space)]
        elif len(apart) >= FEW:
            apart = _without_stretched(apart, glyphs)
        starts |= {id(glyph) for before, glyph in apart if not _is_inside(before.text, glyph.text)}
    return starts


def _is_inside(before: str, after: str) -> bool:
    """Whether the white between two letters is that of a bracket."""
    return before in OPENING or after in CLOSING or (before in CLOSING and after in CLOSED)


def _without_stretched(apart: Sequence[Pair], glyphs: Sequence[Glyph]) -> list[Pair]:
    """The pairs of letters in a row that a space parts, without those that a stretched line sets apart: evenly, and
    closer than all of its words. Source: LibreOffice, justified text of Hangul in narrow columns."""
    size = apart[0][0].size
    even_to = min(map(_white, apart)) + EVEN * size
    even = [pair for pair in apart if _white(pair) <= even_to]
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()]
    words = min((white for pair in pairwise(inked) if (white := _white(pair)) > even_to), default=0.0)
    hangul = sum(is_hangul(before.text) and is_hangul(glyph.text) for before, glyph in even)
    if len(even) < FEW or hangul < FEW - 1 or words < even_to + CLOSER * size:
        return list(apart)
    return [pair for pair in apart if pair not in even]


def _white(pair: Pair) -> float:
    return pair[1].x - pair[0].end


def pairs_of(glyphs: Sequence[Glyph]) -> list[Pair]:
    """Each letter with the next one, where no space is printed between them."""
    return [(a, b) for a, b in pairwise(glyphs) if not a.text.isspace() and not b.text.isspace()]


@dataclass(frozen=True, slots=True)
class Tracking:
    """How far apart the letters of a word stand in a line, in points, and, where they are set closer than their widths
    say, how wide they are."""

    gap: float = 0.0
    width: float = 0.0

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> "Tracking":
        """The tracking of a line: its smaller gaps, for half of all may be spaces. Figures tell nothing of it (columns
        of one figure each), nor do leaders; 0 where too few letters do."""
        words = _in_words(pairs)
        if len(words) < FEW:
            return cls()
        gaps = sorted(b.x - a.end for a, b in words)
        gap = gaps[len(gaps) // 4] if len(words) >= len(pairs) / 2 else min(gaps[len(gaps) // 4], 0.0)
        return cls(gap, median(a.end - a.x for a, _ in words) if gap < 0 else 0.0)

    def beyond(self, before: Glyph, glyph: Glyph) -> float:
        """By how many points two letters stand farther apart than those of a word. Letters set closer are so by a share
        of their width. Source: Hangul, 자간 in per cent."""
        share = 1.0 if self.gap >= 0 or not self.width else min(1.0, (before.end - before.x) / self.width)
        return glyph.x - before.end - share * self.gap

    def parted(self, pairs: Sequence[Pair], space: float) -> Iterator[list[Pair]]:
        """The pairs of letters with a space between them, those that follow each other together."""
        least, gap = min(LATIN, space), self.gap
        # nearly all gaps are narrow by any share of the tracking: the rest is asked of few
        wide = [n for n, (a, b) in enumerate(pairs) if b.x - a.end - gap > least * a.size]
        before = count()
        for _, run in groupby((n for n in wide if self.parts(pairs[n], space)), key=lambda n: n - next(before)):
            yield [pairs[n] for n in run]

    def parts(self, pair: Pair, space: float) -> bool:
        """Whether the gap between two letters is a space."""
        before, glyph = pair
        beyond, size = self.beyond(before, glyph), max(before.size, glyph.size)
        if beyond <= min(LATIN, space) * size:  # nearly all
            return False
        return beyond > space * size or (_is_latin(before.text) and _is_latin(glyph.text))


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def _in_words(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that stand inside words."""
    return [
        (a, b)
        for a, b in pairs
        if a.text.isalnum() and b.text.isalnum() and not (a.text.isdecimal() and b.text.isdecimal())
    ]
