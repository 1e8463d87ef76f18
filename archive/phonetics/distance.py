"""How far apart are two Hangul readings by ear, and under which key is a reading filed?

A reading is a row of phones: consonants, vowels and finals as they are heard. The *skeleton* is its consonants in
eight classes (K T P S M N L H), where what scripts confuse falls together: ㄱ/ㅋ/ㄲ, ㅂ/ㅍ/ㅃ (v, f), ㅅ/ㅈ/ㅊ, ㄴ/ㅇ
at a syllable's end, ㄹ/ㄹㄹ (r, l). The *distance* prices each change of a phone; vowels cost half of what consonants
do, ㅡ nearly nothing. Source of the classes: what 외래어 표기법, 조선말규범집 and misspelt names confuse; the prices
are set by ear, the scale swept.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from archive.phonetics.hanja import syllables as sino_korean
from archive.phonetics.syllables import is_syllable, split

# How a final is heard: ㄱ ㄴ ㄷ ㄹ ㅁ ㅂ ㅇ alone remain. Source: 표준 발음법 제8-11항.
_FINALS = ("ㄱㄲㅋㄳㄺ", "ㄴㄵㄶ", "ㄷㅌㅅㅆㅈㅊㅎ", "ㄹㄼㄽㄾㅀ", "ㅁㄻ", "ㅂㅍㅄㄿ")
_HEARD = {char: row[0] for row in _FINALS for char in row[1:]}
_CLASSES = {
    char: row[0]
    for row in (
        "Kㄱㄲㅋ", "Tㄷㄸㅌ", "Pㅂㅃㅍ", "Sㅅㅆㅈㅉㅊ", "Mㅁ", "Nㄴㅇ", "Lㄹ", "Hㅎ",
        "aㅏㅑㅘ", "eㅐㅒㅔㅖㅙㅚㅞ", "oㅓㅕㅗㅛㅝ", "uㅜㅠㅡ", "iㅣㅟㅢ",
    )
    for char in row[1:]
}  # fmt: skip
CLASSES = "KTPSMNLH"
_DOUBLED, _VOWELS = re.compile("([A-Z])\\1+"), re.compile("[a-z]+")
_CONFUSED = ("ST", "KH", "NM", "NL", "LT", "PH", "SH")  # classes exchanged between spellings of one name

CONSONANTS, VOWELS = "ㄱㄲㅋㄷㄸㅌㅂㅃㅍㅅㅆㅈㅉㅊㅁㄴㅇㄹㅎ", "ㅏㅑㅘㅐㅒㅔㅖㅙㅚㅞㅓㅕㅝㅗㅛㅜㅠㅡㅣㅟㅢ"
_PHONES = {char: i for i, char in enumerate(CONSONANTS + VOWELS)}
# Price of a phone missing; other consonants 0.9, other vowels 0.45.
_DROPPED = {"ㅎ": 0.5, "ㅇ": 0.6, "ㄹ": 0.7, "ㅡ": 0.12, "ㅣ": 0.35}
_NEAR = {  # price of one consonant for another, where it is not 1
    0.15: "ㄱㄲ ㄱㅋ ㄲㅋ ㄷㄸ ㄷㅌ ㄸㅌ ㅂㅃ ㅂㅍ ㅃㅍ ㅈㅉ ㅈㅊ ㅉㅊ ㅅㅆ",
    0.2: "ㄴㅇ",
    0.3: "ㄷㅈ ㄷㅊ ㄷㅉ ㅌㅈ ㅌㅊ ㅌㅉ",
    0.4: "ㅅㅈ ㅅㅊ ㅅㅉ ㅆㅈ ㅆㅊ ㅆㅉ ㄷㅅ ㅌㅅ ㄷㅆ",
    0.5: "ㅎㅋ ㅎㄱ ㄴㅁ ㄴㄹ ㅇㅁ ㅇㄱ ㅎㅍ ㅌㅆ ㄷㄹ",
    0.7: "ㅂㅁ ㅎㅅ",
}
# vowel -> place (front 0 to back 2), height (0 to 2), rounded, glide
_SHAPES = {
    "ㅏ": (1.5, 0, 0, ""), "ㅑ": (1.5, 0, 0, "y"), "ㅘ": (1.5, 0, 0, "w"), "ㅐ": (0, 0.7, 0, ""),
    "ㅒ": (0, 0.7, 0, "y"), "ㅔ": (0, 1, 0, ""), "ㅖ": (0, 1, 0, "y"), "ㅙ": (0, 0.7, 0, "w"), "ㅚ": (0, 1, 0, "w"),
    "ㅞ": (0, 1, 0, "w"), "ㅓ": (1.5, 0.8, 0, ""), "ㅕ": (1.5, 0.8, 0, "y"), "ㅝ": (1.5, 0.8, 0, "w"),
    "ㅗ": (2, 1, 1, ""), "ㅛ": (2, 1, 1, "y"), "ㅜ": (2, 2, 1, ""), "ㅠ": (2, 2, 1, "y"), "ㅡ": (1.2, 1.8, 0, ""),
    "ㅣ": (0, 2, 0, ""), "ㅟ": (0, 2, 0, "w"), "ㅢ": (0.4, 2, 0, ""),
}  # fmt: skip


def _change(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if "ㅡ" in (a, b) and a in _SHAPES and b in _SHAPES:  # the vowel that Hangul adds: it stands for none
        return 0.22 if {a, b} & {"ㅓ", "ㅜ"} else 0.3 if "ㅣ" in (a, b) else 0.42
    if a in _SHAPES and b in _SHAPES:
        (pa, ha, ra, ga), (pb, hb, rb, gb) = _SHAPES[a], _SHAPES[b]
        return min(0.5, 0.1 * abs(pa - pb) + 0.12 * abs(ha - hb) + 0.05 * abs(ra - rb) + 0.12 * (ga != gb) + 0.02)
    if a in _SHAPES or b in _SHAPES:
        return 1.5
    return next((price for price, pairs in _NEAR.items() for pair in pairs.split() if {*pair} == {a, b}), 1.0)


def _missing(char: str) -> float:
    return _DROPPED.get(char, 0.45 if char in _SHAPES else 0.9)


CHANGE = tuple(tuple(_change(a, b) for b in _PHONES) for a in _PHONES)
MISSING = tuple(_missing(char) for char in _PHONES)


@dataclass(frozen=True, slots=True)
class Heard:
    """A Hangul reading as heard: its phones (indexes of CHANGE), what they weigh together, whether every syllable of it
    is one of Korea's own (Sino-Korean), which nobody spells by ear, and how many syllables they are."""

    phones: tuple[int, ...]
    weight: float
    own: bool
    syllables: int


@lru_cache(1 << 13)
def heard(hangul: str) -> Heard:
    phones = tuple(_PHONES[char] for char in _row(hangul))
    own = all(char in sino_korean() for char in hangul)
    return Heard(phones, sum(MISSING[phone] for phone in phones), own, len(hangul))


def _row(hangul: str) -> list[str]:
    """The phones in order: ㄹㄹ is one, an empty ㅇ none; what is no syllable is passed over."""
    out: list[str] = []
    final = ""
    syllables = [char for char in hangul if is_syllable(char)]
    for i, char in enumerate(syllables):
        initial, vowel, coda = split(char)
        if initial != "ㅇ" and not (initial == "ㄹ" and final == "ㄹ"):
            out.append(initial)
        out.append(vowel)
        moves_on = coda in _HEARD and i + 1 < len(syllables) and split(syllables[i + 1])[0] == "ㅇ"
        final = "" if coda == " " else coda if moves_on and coda in _PHONES else _HEARD.get(coda, coda)
        if final:
            out.append(final)
    return out


def distance(a: tuple[int, ...], b: tuple[int, ...], limit: float) -> float:
    """The least price at which one row of phones becomes the other; anything over `limit` may come back as `limit`."""
    row = [0.0]
    for phone in b:
        row.append(row[-1] + MISSING[phone])
    for phone in a:
        gone, changes = MISSING[phone], CHANGE[phone]
        diagonal = row[0]
        left = best = row[0] = diagonal + gone
        for j, other in enumerate(b, 1):
            price = diagonal + changes[other]
            diagonal = row[j]
            if diagonal + gone < price:
                price = diagonal + gone
            left += MISSING[other]
            if left < price:
                price = left
            row[j] = left = price
            if price < best:
                best = price
        if best >= limit:
            return limit
    return row[-1]


@lru_cache(1 << 13)
def skeleton(hangul: str) -> str:
    """The consonants' classes, two of one class without a vowel between counting once: 라브로프 LPLP, 안나 N.

    With two consonants or fewer the vowels' classes stand in it too, in small letters: 왕이 aNi. Else 안 would be near.
    """
    once = _DOUBLED.sub(r"\1", "".join(map(_CLASSES.__getitem__, _row(hangul))))
    bare = _VOWELS.sub("", once)
    return bare if len(bare) > 2 else once


def near(bones: str) -> frozenset[str]:
    """The skeleton and those one step away: a class exchanged for one it is confused with (from three classes), one
    missing or added (from four). Short skeletons stand for themselves."""
    if len(bones) < 3 or not bones.isupper():
        return frozenset({bones})
    out = {bones}
    for i, char in enumerate(bones):
        out.update(bones[:i] + pair.replace(char, "") + bones[i + 1 :] for pair in _CONFUSED if char in pair)
    if len(bones) > 3:
        out.update(bones[:i] + bones[i + 1 :] for i in range(len(bones)))
        out.update(bones[:i] + char + bones[i:] for i in range(len(bones) + 1) for char in CLASSES)
    return frozenset(out)
