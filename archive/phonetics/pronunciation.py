"""How may this word be read in Hangul, and under which keys is it filed? Asks the rules of every script it may be in.

A settled form (굳어진 표기) comes first; after it what the rules give, the surest first. A word in Hangul reads as
itself.
"""

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files

from archive.phonetics import chinese, distance, hanja, inflection, latin, palladius, romanized, russian
from archive.phonetics.syllables import is_syllable, southern, split
from archive.text import is_han

VERSION = 1  # of the rules: raise it whenever `keys` may file a word elsewhere
KEPT = 24  # readings of a word
COMPARED = 5  # of them that are compared by ear and give keys: the rest differ by a vowel
SHORT = 3  # syllables; a word in small letters that has fewer is hardly a name: вода is not 보다, such not 수치
UNLIKELY = 0.2  # weight of such a reading: not even the same Hangul makes it like
LONGEST = 40  # characters; longer is no name


@dataclass(frozen=True, slots=True)
class Sound:
    """One reading of a word in Hangul: syllables without spaces, by which rules, and how sure (1.0 is certain)."""

    hangul: str
    by: str
    weight: float


def folded(word: str) -> str:
    """The word as it is looked up: composed, in full letters, without spaces at its ends."""
    bare = word.replace("\u0301", "") if "\u0301" in word else word  # the stress of Влади́мир
    return unicodedata.normalize("NFKC", bare).strip()


@lru_cache(1)
def _settled() -> tuple[dict[str, tuple[Sound, ...]], dict[str, tuple[str, ...]]]:
    """Settled readings by word (case and joints aside), and Korean surnames by their romanizations."""
    words: dict[str, list[Sound]] = {}
    surnames: dict[str, list[str]] = {}
    text = files("archive.phonetics").joinpath("settled.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        for form in row["forms"].split("/"):
            if row["kind"] == "surname":
                surnames.setdefault(_bare(form), []).append(row["hangul"])
            else:
                words.setdefault(_bare(form), []).append(Sound(row["hangul"], "settled", 1.0))
    return {form: (*found,) for form, found in words.items()}, {form: (*found,) for form, found in surnames.items()}


def _bare(word: str) -> str:
    return "".join(char for char in folded(word).casefold() if char.isalnum())


@lru_cache(1 << 12)
def sounds(word: str) -> tuple[Sound, ...]:
    """How the word may be read in Hangul, best first; () where its script has no rule, or several scripts meet."""
    word = folded(word)
    if not word or len(word) > LONGEST:
        return ()
    found: dict[str, Sound] = {}
    for sound in (*_settled()[0].get(_bare(word), ()), *sorted(_by_rule(word), key=lambda sound: -sound.weight)):
        if all(map(is_syllable, sound.hangul)):
            found.setdefault(sound.hangul, sound)
    return tuple(found.values())[:KEPT]


def _by_rule(word: str) -> Iterator[Sound]:
    if all(map(is_syllable, word)):
        yield Sound(word, "korean", 1.0)
        return
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return
    if any(map(is_han, letters)):
        yield from _han(word, letters)
    elif all(map(is_syllable, letters)):
        yield Sound("".join(letters), "korean", 1.0)
    elif all(map(russian.is_cyrillic, letters)):
        yield from _cyrillic(word)
    elif all(char < "\u0250" or char in "ŏŭǒǔ" for char in letters):
        yield from _latin(word)


def _han(word: str, letters: list[str]) -> Iterator[Sound]:
    """Both as Korea reads the characters and as China says them; China first where one of them is simplified."""
    text = "".join(letters)
    korean = [Sound(reading, "hanja", round(1.0 - 0.08 * i, 2)) for i, reading in enumerate(hanja.hanja_readings(text))]
    said = [Sound(reading, "chinese", round(1.0 - 0.08 * i, 2)) for i, reading in enumerate(chinese.hangul(text))]
    both = all(map(is_han, letters))
    yield from (*said, *korean) if both and not hanja.is_traditional(text) else (*korean, *(said if both else ()))


def _cyrillic(word: str) -> Iterator[Sound]:
    """As it stands, and as the names that it may be an inflected form of, settled ones among them."""
    *given, last = latin.parts(word) or ("",)
    before = "".join(map(russian.hangul, given))
    for i, name in enumerate(inflection.nominatives(last)):
        weight = round(1.0 if not i else 0.95 - 0.05 * (i - 1), 2)
        if not given:
            yield from (Sound(s.hangul, s.by, min(weight, 0.98) if i else 1.0) for s in _settled()[0].get(name, ()))
        reading = russian.hangul(name)
        if reading and (not i or given or len(reading) > 1):
            short = len(before + reading) < SHORT and last.islower()
            yield Sound(before + reading, "russian", min(weight, UNLIKELY) if short else weight)
    yield from _asian_in_cyrillic(latin.parts(word))


def _asian_in_cyrillic(names: tuple[str, ...]) -> Iterator[Sound]:
    """A Chinese or Korean name as Russian papers write it: Си Цзиньпин 시진핑, Чхве Сон Хи 최선희, Раджин 라진.

    Only what is written as a name: two words or more, or one in capitals with letters that Russian names don't have.
    """
    if not names or not all(name[0].isupper() for name in names):
        return
    chinese_letters = any(sign in names[-1].casefold() for sign in ("цз", "чж", "нь", "юй", "юэ"))
    if (reading := palladius.hangul(names)) and len(reading) > 1 and (len(names) > 1 or chinese_letters):
        yield Sound(reading, "chinese", 0.95 if chinese_letters else 0.85)
    if 1 < len(names) < 4:
        yield from _surnamed(names)
    for hangul, price in romanized.readings(names)[:12]:
        if len(hangul) > 1 and price < romanized.STRANGE:
            yield Sound(hangul, "korean", round((0.9 if len(names) > 1 else 0.7) - 0.1 * price, 2))


def _latin(word: str) -> Iterator[Sound]:
    names = latin.parts(word)
    if len(names) == 1 and names[0][:1].isupper():
        yield from (Sound(surname, "korean", 0.9) for surname in _settled()[1].get(_bare(word), ()))
    if 1 < len(names) < 4:
        yield from _surnamed(names)
    small = word[:1].islower()
    for hangul, by, weight in latin.readings(word):
        western = by in ("english", "russian-latin")
        short = len(hangul) < SHORT and (small or len(names) > 1) and distance.heard(hangul).own
        chance = western and (len(hangul) == 1 or short)
        yield Sound(hangul, by, UNLIKELY if chance else weight)


def _surnamed(names: tuple[str, ...]) -> Iterator[Sound]:
    """A Korean name with its surname as people write it, first or last: Park Geun-hye, Syngman Rhee."""
    surnames = _settled()[1]
    for written, given, weight in ((names[0], names[1:], 1.0), (names[-1], names[:-1], 0.8)):
        for surname in surnames.get(_bare(written), ()):
            for reading, price in romanized.readings(given)[:12]:
                if len(reading) <= 2:
                    yield Sound(surname + reading, "korean", round(max(0.2, weight - 0.06 * price), 2))


@lru_cache(1 << 12)
def compared(word: str) -> tuple[tuple[distance.Heard, float, str], ...]:
    """The word's surest readings as heard, each with its weight and its rules; of those of one language that differ by
    vowels only, the surest."""
    itself = "itself" if all(map(is_syllable, folded(word))) else ""
    out: dict[tuple[str, str], tuple[distance.Heard, float, str]] = {}
    for sound in sounds(word):
        kind = sound.by if sound.by in ("korean", "hanja") else sound.hangul
        by = "word" if sound.by == "english" and word[:1].islower() else sound.by
        heard = distance.heard(sound.hangul), sound.weight, itself or by
        out.setdefault((kind, _consonants(sound.hangul)), heard)
    return tuple(out.values())[:COMPARED]


def _consonants(hangul: str) -> str:
    return "".join(split(char)[0] + split(char)[2] for char in hangul)


@lru_cache(1 << 12)
def exact(word: str) -> dict[str, float]:
    """Every reading of the word with its weight; a Sino-Korean one also as it begins a word in the South (노동)."""
    out = {sound.hangul: sound.weight for sound in sounds(word)}
    for hangul, weight in list(out.items()):
        if (other := southern(hangul[0]) + hangul[1:]) not in out and distance.heard(hangul).own:
            out[other] = round(0.9 * weight, 2)
    return out


@cache
def fingerprint() -> str:
    """Changes whenever the same word may be filed under other keys: a lexicon of another fingerprint is stale."""
    tables = b"".join(files("archive.phonetics").joinpath(name).read_bytes() for name in ("settled.csv", "hanja.tsv"))
    return f"sounds {VERSION}.{sha256(tables).hexdigest()[:8]}"


@lru_cache(1 << 12)
def keys(word: str) -> frozenset[str]:
    """The phonetic skeletons under which a word of any script is filed."""
    return frozenset(bones for hangul in exact(word) if (bones := distance.skeleton(hangul)))


@lru_cache(1 << 12)
def lookup(word: str) -> frozenset[str]:
    """The keys to look under for a word that is asked for: its own and those one step away."""
    return frozenset(near for bones in keys(word) for near in distance.near(bones))
