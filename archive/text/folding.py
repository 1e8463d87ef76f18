"""When are two spellings the same to a reader who searches? Folds text for comparison, and keeps the way back.

Folded are Unicode composition (NFC), width and unit signs (１５２㎜ -> 152mm), letter case, and the middle dots of
every code point (· ㆍ ・ ‧ •). Offsets of the folded text always lead back into the text as stored.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Middle dots met in Korean print. U+318D is common in hwp files. Source: KS X 1001, and fault reports of other engines.
MIDDLE_DOTS = "·ㆍ・‧•∙･"
# States and parties are named by one syllable, joined by a dot or a hyphen or by nothing: 북·러, 북-중-러, 한미일.
JOINERS = MIDDLE_DOTS + "-‐‑–"
APOSTROPHES = "'’‘＇`´"

# Syllables that name a state beside another: 북 -러, 한 - 미 - 일, as extractors leave them.
STATES = "남북한조중러로미일소우독영불유몽베"
_SPACED_STATES = re.compile(
    rf"(?<=[{STATES}])(?<![가-힣][{STATES}])(?: [-‐‑–·] ?|[-‐‑–·] )(?=[{STATES}](?:[은는이가을를와과의도만간에로측]|(?![가-힣])))"
)
# What folding leaves as it is: most text. A hyphen is looked at, since it may join syllables.
_PLAIN = re.compile(r"[\n\x20-\x2c\x2e-\x7e\u0400-\u04ff\u4e00-\u9fff\uac00-\ud7a3]*")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `origin[i]` is the offset in the stored text of the character that gave `text[i]`."""

    text: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stored text's span for text[start:end], which must not be empty."""
        return self.origin[start], self.origin[end - 1] + 1


def fold(text: str) -> Folded:
    """Folds width and dots; letter case is left to the streams, since the morphological model uses it.

    A dot or hyphen between single Hangul syllables vanishes (북·러 -> 북러); a dot between words becomes a space.
    """
    if _PLAIN.fullmatch(text):
        return Folded(text, range(len(text)))
    chars: list[str] = []
    origin: list[int] = []
    for i, char in enumerate(text):
        for folded in _fold_char(char):
            chars.append(folded)
            origin.append(i)
    keep = [not _joins_syllables(chars, i) for i in range(len(chars))]
    for match in _SPACED_STATES.finditer("".join(chars)):
        keep[match.start() : match.end()] = [False] * len(match.group())
    folded_chars = [" " if char in MIDDLE_DOTS else char for char in chars]
    return Folded(
        "".join(char for char, kept in zip(folded_chars, keep, strict=True) if kept),
        tuple(place for place, kept in zip(origin, keep, strict=True) if kept),
    )


def _fold_char(char: str) -> str:
    """NFKC of one character, unless that would make several words of it (½, …) or a different sign."""
    if char < "\u00a0":
        return char
    if char in MIDDLE_DOTS:
        return "·"
    folded = unicodedata.normalize("NFKC", char)
    return folded if all(c.isalnum() for c in folded) or len(folded) == 1 else char


def _joins_syllables(chars: list[str], i: int) -> bool:
    """Is this a dot or hyphen between two lone syllables (북·러, 미-중)?"""
    if chars[i] not in JOINERS or not (0 < i < len(chars) - 1):
        return False
    return (
        is_hangul(chars[i - 1])
        and is_hangul(chars[i + 1])
        and (i < 2 or not is_hangul(chars[i - 2]))
        and (i + 2 >= len(chars) or not is_hangul(chars[i + 2]) or _particle_follows(chars, i + 2))
    )


def _particle_follows(chars: list[str], i: int) -> bool:
    """In 북·러는 or 미-중의 the syllable after the state is a particle, so 러 and 중 still stand alone."""
    return chars[i] in "은는이가을를와과의도만간에로측"


def is_hangul(char: str) -> bool:
    """A Hangul syllable or letter."""
    return "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u11ff" or "\u3131" <= char <= "\u318e"


def is_han(char: str) -> bool:
    """A Chinese character."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or "\uf900" <= char <= "\ufaff"


def bare(text: str) -> str:
    """Letters and digits only, folded and in one case: for telling whether two texts are the same words."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
