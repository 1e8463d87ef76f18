"""How wide is a text in print? No file tells the typeface, so letters are counted by class and classes have widths."""

import unicodedata
from functools import lru_cache
from itertools import product

# Classes of letters by width. A letter's width is unknown; a class's is tried below.
_CLASSES = (" ", ".,:;!|·'‘’", '"“”()[]-~/', "")
_NARROW, _BROAD = frozenset("iljftrI1"), frozenset("mwMW@—…")
_SPACE, _POINT, _QUOTE, _WIDE, _DIGIT, _SLIM, _LETTER, _FAT = range(8)
LetterCounts = tuple[int, ...]
Widths = tuple[float, ...]
# In ems, an ideograph being 1. Tried: space and points of Korean text faces (batang, dotum, serif); letters of Times.
TRIED: tuple[Widths, ...] = tuple(
    (space, point, quote, 1.0, digit, 0.3, digit, 0.8)
    for space, point, quote, digit in product((0.25, 0.35, 0.5), (0.3, 0.5), (0.4,), (0.5, 0.55))
)
PLAIN: Widths = (0.3, 0.3, 0.4, 1.0, 0.55, 0.3, 0.52, 0.8)


@lru_cache(maxsize=4096)
def _class(letter: str) -> int:
    for position, letters in enumerate(_CLASSES):
        if letter in letters:
            return position
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    if letter.isdigit():
        return _DIGIT
    if letter in _NARROW:
        return _SLIM
    return _FAT if letter in _BROAD or letter.isupper() else _LETTER


def letter_counts(text: str) -> LetterCounts:
    counts = [0] * 8
    for letter in text:
        counts[_class(letter)] += 1
    return tuple(counts)


def width_of(counts: LetterCounts, widths: Widths) -> float:
    return sum(count * width for count, width in zip(counts, widths, strict=True))


def em(text: str) -> float:
    """Width of a text in ems, in an average typeface."""
    return width_of(letter_counts(text), PLAIN)
