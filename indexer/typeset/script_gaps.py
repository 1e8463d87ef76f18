"""Is the white between 제, 3 and 항 a space? Programs set letters of two scripts apart, though no space is typed there.

Where a file prints the spaces between its words, or sets them much wider, narrow white between a letter of Hangul, Han
or Kana and a Latin letter or a figure is the program's, and belongs to the letter before it. Where letters of one
script stand nearly so far apart, too, the white does not tell, and nothing is changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise

from archive.text import is_han, is_hangul
from indexer.typeset.gaps import SAMPLE, follows
from indexer.typeset.page import Glyph, TypesetPage

# Ems between scripts. Source: LibreOffice 0.2 (editeng, "Apply spacing between Asian and Western text"), Word 0.25
# (ECMA-376, autoSpaceDE and autoSpaceDN); CSS Text 4, text-autospace: 0.125. A space has 0.3 and more where measured.
LEAST, MOST = 0.1, 0.3
ENOUGH = 50  # pairs of letters of one script
NARROW = 0.4  # a space of Hangul; one of the Latin typeface beside it may be as narrow as the program's white
SHARE = 0.2  # of the changes of script: LibreOffice 0.67, three Chinese files 0.37; of spaces left out by Hangul, 0.05
RARE = 0.005  # of these: LibreOffice 0.002, Chinese 0.003; where spaces are so narrow, 0.07 and more


def without_script_gaps(pages: Sequence[TypesetPage]) -> Sequence[TypesetPage]:
    """The pages, a letter reaching as far as the other script behind it where that is no space."""
    glyphs = list(islice(chain.from_iterable(page.glyphs for page in pages), SAMPLE))
    if not _sets_apart(glyphs) or not _none_in_words(glyphs):
        return pages
    return [replace(page, glyphs=tuple(_closed(page.glyphs))) for page in pages]


def _closed(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    before: Glyph | None = None
    for glyph in glyphs:
        if before is not None:
            yield replace(before, end=glyph.x) if _apart(before, glyph) else before
        before = glyph
    if before is not None:
        yield before


def _apart(before: Glyph, glyph: Glyph) -> bool:
    """Whether two letters of two scripts are set as far apart as programs set them."""
    gap, size = glyph.x - before.end, max(before.size, glyph.size)
    return LEAST * size < gap <= MOST * size and _changes(before.text, glyph.text) and follows(before, glyph)


def _changes(before: str, letter: str) -> bool:
    return (_is_eastern(before) and _is_western(letter)) or (_is_western(before) and _is_eastern(letter))


def _sets_apart(glyphs: Sequence[Glyph]) -> bool:
    """Whether scripts are set apart as a rule; a few such gaps are spaces that the file leaves out. Source: prints of
    Hangul."""
    changes = [pair for pair in pairwise(glyphs) if _changes(pair[0].text, pair[1].text) and follows(*pair)]
    return sum(_apart(*pair) for pair in changes) > SHARE * len(changes)


def _none_in_words(glyphs: Sequence[Glyph]) -> bool:
    """Whether hardly any letters of one script stand a narrow space apart: spaces are printed, or wider."""
    pairs = [
        LEAST < (glyph.x - before.end) / before.size <= NARROW
        for before, glyph in pairwise(glyphs)
        if _is_eastern(before.text) and _is_eastern(glyph.text) and follows(before, glyph)
    ]
    return len(pairs) >= ENOUGH and sum(pairs) <= RARE * len(pairs)


def _is_eastern(letter: str) -> bool:
    return is_hangul(letter) or is_han(letter) or "\u3041" <= letter <= "\u30fa"


def _is_western(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
