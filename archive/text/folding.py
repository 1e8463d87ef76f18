"""When are two spellings the same to a reader who searches? Folds text for comparison, and keeps the way back.

Folded are Unicode composition (NFC), width and unit signs (１５２㎜ -> 152mm), letter case, and the middle dots of
every code point (· ㆍ ・ ‧ •). Offsets of the folded text always lead back into the text as stored.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from archive.text.mapped import MappedText

# Middle dots met in Korean print. U+318D is common in hwp files. Source: KS X 1001, and fault reports of other engines.
MIDDLE_DOTS = "·ㆍ・‧•∙･"
# States and parties are named by one syllable, joined by a dot or a hyphen or by nothing: 북·러, 북-중-러, 한미일.
JOINERS = MIDDLE_DOTS + "-‐‑–"
APOSTROPHES = "'’‘＇`´"

# One syllable names a state, be it before a particle (북·러는); extractors leave spaces at such dots (북 -러, 한 - 미
# - 일).
STATES = "남북한조중러미로일소우독영불유몽베"
_HANGUL = "가-힣\u1100-\u11ff\u3131-\u318e"
_PARTICLE = "[은는이가을를와과의도만간에로측]"
_JOINT = re.compile(
    rf"(?<=[{_HANGUL}])(?<![{_HANGUL}]{{2}})[·‐‑–-](?=[{_HANGUL}](?:{_PARTICLE}|(?![{_HANGUL}])))"
    rf"|(?<=[{STATES}])(?<![가-힣]{{2}})(?: [·‐‑–-] ?|[·‐‑–-] )(?=[{STATES}](?:{_PARTICLE}|(?![가-힣])))"
)
# Signs that Unicode counts among the letters: a middle dot typed as the Hangul vowel araea (which as a vowel of old
# Hangul follows a consonant), and apostrophes, primes and colons typed as modifier letters.
_LETTERLIKE = re.compile(r"ㆍ|(?<![\u1100-\u115f\ua960-\ua97c])\u119e|[\u02b9-\u02d1\u02ee]")
# What folding may change; the rest is left as it is, and so is most text.
_CHANGED = re.compile(r"[^\n\x20-\x7e\u0400-\u04ff\u4e00-\u9fff\uac00-\ud7a3]")
_JOINED = re.compile("[·‐‑–-]")


def fold(text: str) -> MappedText:
    """Folds width and dots; letter case is left to the streams, since the morphological model uses it.

    A dot or hyphen between single Hangul syllables vanishes (북·러 -> 북러); a dot between words becomes a space.
    """
    pieces = {match.start(): _fold_char(match.group()) for match in _CHANGED.finditer(text)}
    if all(len(piece) == 1 for piece in pieces.values()):
        folded = MappedText(_CHANGED.sub(lambda match: pieces[match.start()], text), range(len(text)))
    else:
        folded = MappedText.of((i, pieces.get(i, char)) for i, char in enumerate(text))
    if not _JOINED.search(folded.text):
        return folded
    joints = {i for match in _JOINT.finditer(folded.text) for i in range(*match.span())}
    folded = replace(folded, text=folded.text.replace("·", " "))
    return folded.without(joints) if joints else folded


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    """NFKC of one character, unless that would make several words of it (½, …) or a different sign."""
    if char < "\u00a0":
        return char
    if char in MIDDLE_DOTS:
        return "·"
    folded = unicodedata.normalize("NFKC", char)
    return folded if all(c.isalnum() for c in folded) or len(folded) == 1 else char


def clusters(text: str) -> Iterator[tuple[int, str]]:
    """Characters with the combining marks, vowels and finals that follow them, each with where it begins."""
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or not (unicodedata.combining(text[i]) or "\u1160" <= text[i] <= "\u11ff"):
            yield start, text[start:i]
            start = i


def is_hangul(char: str) -> bool:
    """A Hangul syllable or letter."""
    return "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u11ff" or "\u3131" <= char <= "\u318e"


def is_han(char: str) -> bool:
    """A Chinese character."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or "\uf900" <= char <= "\ufaff"


def bare(text: str) -> str:
    """Letters and digits only, folded and in one case: for telling whether two texts are the same words."""
    letters = unicodedata.normalize("NFKC", _LETTERLIKE.sub("·", text))
    return "".join(filter(str.isalnum, letters.casefold()))


def digest_letters(text: str) -> str:
    """What ids and digests are made of. Never to be changed: they are stored, and are the same in every archive.

    As `bare` was in the first release: a middle dot typed as U+318D counts as a letter.
    """
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
