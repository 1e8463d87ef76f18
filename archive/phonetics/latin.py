"""Whose word is this in Latin letters, and how does it sound? Tries four languages, and says how sure each is.

Nothing tells the language of a name for certain: Son is Korean or a child, Wang Yi could be either. Each language that
can read the whole word gives a reading; its weight says how much the spelling looks like it.
Source: BGN/PCGN 1947 and press habit (Russian), GB/T 28039-2011 (pinyin of names), archive.phonetics.romanized
(Korean).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from archive.phonetics import chinese, english, romanized, russian
from archive.text import APOSTROPHES, JOINERS

PARTS = re.compile(rf"[\s{re.escape(JOINERS)}.,]+")
# Digraphs first. Source: BGN/PCGN 1947; i, j and w as newspapers, Germans and Poles write.
_CYRILLIC = (
    ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tz", "ц"), ("ch", "ч"), ("sh", "ш"),
    ("yu", "ю"), ("ju", "ю"), ("ya", "я"), ("ja", "я"), ("yo", "ё"), ("jo", "ё"), ("ye", "е"), ("je", "е"), ("ph", "ф"),
    ("x", "кс"), ("ck", "к"), ("q", "к"), ("w", "в"), ("a", "а"), ("b", "б"), ("v", "в"), ("g", "г"), ("d", "д"),
    ("e", "е"), ("z", "з"), ("i", "и"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"),
    ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"), ("h", "х"), ("c", "ц"), ("j", "й"), ("y", "ы"),
    ("'", "ь"),
)  # fmt: skip
_TABLE = dict(_CYRILLIC)
_LATIN = re.compile("|".join(latin for latin, _ in _CYRILLIC))
_RUSSIAN_ENDING = re.compile(
    r"(?:[oe]va?|sky|ski|skiy|skii|skyy|skaya|tsky|tskiy|enko|yenko|[cs]huk|yuk|[oe]vich|ovo|evo|grad|gorod|aya|iya)$"
)
_WEAKER_ENDING = re.compile(r"(?:[iy]na?|sk|ich|k|ko|ov?a)$")
_RUSSIAN_LETTERS = re.compile(
    r"shch|zh(?=[^aeiou]|[eiou]?[kvnrldt])|kh|(?<=[aeiou])y(?=[aeiou])|iy$|yy$|ii$|[^aeiou]y[uae]|^ts|v$"
)
_SILENT_E = re.compile(r"^[a-z]+[aeiou][bcdfgklmnprstv]e$")
_PINYIN_LETTERS = re.compile(r"x[iu]|q[iu]|zh|^z|uo$|iao|ui$|ian|uan")
Reading = tuple[str, str, float]  # Hangul, by, weight


def parts(word: str) -> tuple[str, ...]:
    return tuple(part for part in PARTS.split(word) if part)


def _plain(part: str) -> str:
    """Small letters without accents; apostrophes as '."""
    letters = "".join("'" if char in APOSTROPHES else char for char in part.casefold())
    bare = "".join(c for c in unicodedata.normalize("NFD", letters) if not unicodedata.combining(c))
    return bare if bare.isascii() else ""


def readings(word: str) -> Iterator[Reading]:
    """Every reading of a word in Latin letters, in no order."""
    names = parts(word)
    plain = tuple(map(_plain, names))
    if not plain or not all(name.replace("'", "").isalpha() for name in plain):
        return
    yield from _korean(names, plain)
    yield from _pinyin(names, plain)
    yield from _russian(plain)
    yield from _english(plain)


def _korean(names: tuple[str, ...], plain: tuple[str, ...]) -> Iterator[Reading]:
    """One syllable alone is no name: in, man and no are Korean syllables too (surnames stand in settled.csv). Nor is a
    word in small letters that ends as English words do: role is not 로래."""
    found = romanized.readings(names)
    if not found or len(found[0][0]) < 2 or (len(names) == 1 and _SILENT_E.search(names[0])):
        return
    best = found[0][1]
    sure = (1.0 if len(names) > 1 else 0.9) - 0.1 * min(max(best - 0.5, 0.0), 5.0)
    for hangul, price in found:
        yield hangul, "korean", round(max(0.2, sure - 0.08 * (price - best)), 2)


def _pinyin(names: tuple[str, ...], plain: tuple[str, ...]) -> Iterator[Reading]:
    cut = [
        _syllables(name.casefold().replace("ü", "v") if "ü" in name else bare)
        for name, bare in zip(names, plain, strict=True)
    ]
    if not all(cut) or sum(len(c[0]) for c in cut) < 2:
        return
    sure = 0.95 if len(plain) > 1 or _PINYIN_LETTERS.search(plain[0]) else 0.8
    yield "".join(chinese.syllable_hangul(s) for c in cut for s in c[0]), "pinyin", sure


@lru_cache(4096)
def _syllables(letters: str) -> tuple[tuple[str, ...], ...]:
    """The ways to cut the letters into syllables of pinyin, fewest first, an apostrophe always a cut: xi'an."""
    known = chinese.syllables()
    ways: list[list[tuple[str, ...]]] = [[()], *([] for _ in letters)]
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 6), end):
            if letters[start:end] in known:
                ways[end] += [(*way, letters[start:end]) for way in ways[start]]
            elif letters[start:end] == "'":
                ways[end] += ways[start]
        ways[end] = sorted(ways[end], key=lambda way: (len(way), way[-1:] and way[-1][0] in "aeo"))[:3]
    return tuple(ways[-1])


def _russian(plain: tuple[str, ...]) -> Iterator[Reading]:
    cyrillic = [to_cyrillic(name) for name in plain]
    hangul = "".join(map(russian.hangul, cyrillic))
    if not hangul or not all(cyrillic) or len("".join(plain)) < 4:
        return
    looks = any(_RUSSIAN_ENDING.search(name) for name in plain) + any(_RUSSIAN_LETTERS.search(name) for name in plain)
    if not looks:
        looks = -1 if any(_WEAKER_ENDING.search(name) for name in plain) else 0
    yield hangul, "russian-latin", {0: 0.6, -1: 0.75, 1: 0.9, 2: 1.0}[looks]


def to_cyrillic(letters: str) -> str:
    """Latin letters as Russian ones: kozhemyako -> кожемяко. "" if one of them is not used for Russian."""
    letters = re.sub(r"(?:iy|ii|yy|yi|(?<=[sk]k)i|(?<=[^aeouiy])y)$", "ий", letters)
    letters = re.sub(r"(?<=[aeou])[yi](?![aeou])", "й", letters)
    letters = re.sub(r"(?<=[^aeiouy])y(?=e)", "ь", letters)
    cyrillic = _LATIN.sub(lambda match: _TABLE[match[0]], letters)
    return "" if re.search("[a-z]", cyrillic) else cyrillic


def _english(plain: tuple[str, ...]) -> Iterator[Reading]:
    names = [name.replace("'", "") for name in plain]
    spoken = [english.hangul(name) for name in names]
    if not all(spoken):
        return
    yield "".join(spoken), "english", 0.8
    read = "".join(map(english.plain, names))
    if read and read != "".join(spoken):
        yield read, "english", 0.6
