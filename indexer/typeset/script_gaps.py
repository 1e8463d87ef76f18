"""Is the white between 제, 3 and 항 a space? Programs set letters of two scripts apart, though no space is typed there.

Where a file prints the spaces between its words, or sets them much wider, narrow white between a letter of Hangul, Han
or Kana and a Latin letter or a figure is the program's, and belongs to the letter before it. Where letters of one
script stand nearly so far apart, too, the white does not tell, and nothing is changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise
from statistics import median

from archive.text import is_han, is_hangul
from indexer.typeset.gaps import SAMPLE, Tracking, lines_of, pairs_of
from indexer.typeset.page import Glyph, TypesetPage

# Ems between scripts. Source: LibreOffice 0.2 (editeng, "Apply spacing between Asian and Western text"), Word 0.25
# (ECMA-376, autoSpaceDE and autoSpaceDN); CSS Text 4, text-autospace: 0.125. A space has 0.3 and more where measured.
LEAST, MOST = 0.1, 0.3
WITHIN = 0.03  # ems by which the program's white varies, rounded; a space beside it may be 0.06 wider
ENOUGH = 50  # pairs of letters of one script
NARROW = 0.4  # a space of Hangul; one of the Latin typeface beside it may be as narrow as the program's white
SHARE = 0.2  # of the changes of script: LibreOffice 0.67, three Chinese files 0.37; of spaces left out by Hangul, 0.05
RARE = 0.005  # of these: LibreOffice 0.002, Chinese 0.003; where spaces are so narrow, 0.07 and more


def without_script_gaps(pages: Sequence[TypesetPage]) -> Sequence[TypesetPage]:
    """The pages, a letter reaching as far as the other script behind it where that is no space."""
    lines = list(lines_of(islice(chain.from_iterable(page.glyphs for page in pages), SAMPLE)))
    white = _white(lines)
    if not white or not _none_in_words(lines):
        return pages
    return [replace(page, glyphs=tuple(_closed(page.glyphs, white))) for page in pages]


def _closed(glyphs: Iterable[Glyph], white: float) -> Iterator[Glyph]:
    for line in lines_of(glyphs):
        apart = {id(a) for a, b, gap in _gaps(line) if _changes(a, b) and abs(gap - white) <= WITHIN}
        for before, glyph in pairwise(line):
            yield replace(before, end=glyph.x) if id(before) in apart else before
        yield from line[-1:]


def _gaps(line: Sequence[Glyph]) -> Iterator[tuple[Glyph, Glyph, float]]:
    """The letters of a line that no printed space parts, and by how many ems they stand farther apart than those of
    its words: a stretched line sets all of them apart."""
    pairs = pairs_of(line)
    tracking = max(Tracking.of(pairs).gap, 0.0)
    for before, glyph in pairs:
        yield before, glyph, (glyph.x - before.end - tracking) / max(before.size, glyph.size)


def _changes(before: Glyph, glyph: Glyph) -> bool:
    """Whether two letters that follow each other are of two scripts."""
    east, west = _is_eastern(before.text), _is_western(before.text)
    return (east and _is_western(glyph.text)) or (west and _is_eastern(glyph.text))


def _white(lines: Sequence[Sequence[Glyph]]) -> float:
    """The white that parts scripts as a rule, in ems; 0 where none does: a few such gaps are spaces that the file
    leaves out. Source: prints of Hangul."""
    gaps = [gap for line in lines for a, b, gap in _gaps(line) if _changes(a, b)]
    apart = [gap for gap in gaps if LEAST < gap <= MOST]
    white = median(apart) if apart else 0.0
    return white if sum(abs(gap - white) <= WITHIN for gap in apart) > SHARE * len(gaps) else 0.0


def _none_in_words(lines: Sequence[Sequence[Glyph]]) -> bool:
    """Whether hardly any letters of one script stand a narrow space apart: spaces are printed, or wider."""
    pairs = [
        LEAST < gap <= NARROW
        for line in lines
        for before, glyph, gap in _gaps(line)
        if _is_eastern(before.text) and _is_eastern(glyph.text)
    ]
    return len(pairs) >= ENOUGH and sum(pairs) <= RARE * len(pairs)


def _is_eastern(letter: str) -> bool:
    return is_hangul(letter) or is_han(letter) or "\u3041" <= letter <= "\u30fa"


def _is_western(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
