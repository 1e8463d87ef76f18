"""Are two Latin or Cyrillic words forms of one word? Stricter than a stem, which important shares with import.

A Russian word is a form of another where one paradigm has both their endings after the same letters. English words are
compared without their inflection. Nothing is looked up: what only a dictionary knows (man and men, год and лет) does
not meet.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from archive.text.russian_paradigms import FIRST_VERB, NO_VERBS, OTHER_REFLEXIVES, PARADIGMS, VOWELS

_ENDINGS: Mapping[str, Sequence[int]] = {
    ending: tuple(number for number, one in enumerate(PARADIGMS) if ending in one.endings)
    for paradigm in PARADIGMS
    for ending in paradigm.endings
}
_LONGEST = max(map(len, _ENDINGS))
_SHORTEST = 2  # letters that an ending leaves
_FLEETING = "ое"  # посол, посла; сделка, сделок
_FLED, _FLED_AFTERVOWELS = ("", "ь"), ("й",)  # what stands where the vowel was: посла and льда; пайка
_BEGINNING = 3  # letters by which words are looked for together
_INFINITIVE = re.compile(r"(?:ть|ти|чь)(?:ся|сь)?$")
_SHORTEST_LIGHT = 3  # letters that an English ending leaves
# English words whose plural is another word.
_PLURALS = frozenset({"arms", "customs", "goods", "means", "news", "works"})


def same_word(one: str, other: str) -> bool:
    """Are two words of one script forms of the same word, whatever their case?"""
    return one == other or not paradigms(one).isdisjoint(paradigms(other))


@lru_cache(maxsize=100_000)
def paradigms(word: str) -> frozenset[str]:
    """What the forms of one word share and no other word has: a Russian word's paradigms, each with the letters before
    its endings; another word without its inflection."""
    word = base_form(word)
    if not is_cyrillic(word):
        return frozenset((word,))
    own = "ся" if word.endswith(("ся", "сь")) and word.startswith(OTHER_REFLEXIVES) else ""
    return frozenset((word, *(f"{letters}-{number}{own}" for number, letters in _parsed(word))))


def paradigms_of_headword(word: str) -> frozenset[str]:
    """What the forms share of a word as a dictionary has it: of a verb the infinitive. Отдыхающий, as a tourist is
    called, is no form of to rest."""
    found = paradigms(word)
    if is_cyrillic(word) and not _INFINITIVE.search(word):
        return frozenset(one for one in found if not _is_of_verb(one))
    return found


def _is_of_verb(paradigm: str) -> bool:
    _, _, number = paradigm.partition("-")
    return number != "" and int(number.removesuffix("ся")) >= FIRST_VERB


@lru_cache(maxsize=100_000)
def base_form(word: str) -> str:
    """The word as it is filed in the index: a Russian one in all its letters, another without its
    inflection."""
    word = word.casefold().replace("ё", "е").replace("’", "'")
    return word if is_cyrillic(word) or word in _PLURALS else _light(word)


@lru_cache(maxsize=10_000)
def beginnings(word: str) -> tuple[str, ...]:
    """What the forms of a word begin with: every form of it with one of these, and few other words."""
    filed = base_form(word)
    if not is_cyrillic(filed):
        return (filed,)
    left = {letters for _, letters in _parsed(filed)}
    found = sorted({filed, *left, *(bare for letters in left for bare in _bare(letters))})
    alike = (list(some) for _, some in groupby(found, lambda one: one[:_BEGINNING]))
    return tuple(some[0][: _common(some[0], some[-1])] for some in alike)


def _common(one: str, other: str) -> int:
    """How many letters two words have in common from their beginning; of sorted ones all between have them too."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


def is_cyrillic(word: str) -> bool:
    """Does the word begin with a Cyrillic letter?"""
    return "\u0400" <= word[:1] <= "\u04ff"


def _light(word: str) -> str:
    """Porter's step 1 (1980) with the final e taken off everywhere."""
    word = re.sub(r"'s?$", "", word)
    if re.search(r"(?:ies|ied)$", word) and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|z)es$", word):
        word = word[:-2]
    elif re.search(r"[^sui]s$", word):
        word = word[:-1]
    if (found := re.fullmatch(r"(.*[aeiouy].*?)(?:ed|ing)", word)) and len(found[1]) >= _SHORTEST_LIGHT:
        word = re.sub(r"([bdfgmnprt])\1$", r"\1", found[1])
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST_LIGHT else word


def _bare(letters: str) -> Iterator[str]:
    """The forms without an ending of which these letters may be left: of посл посол and посел."""
    if letters[-1] in VOWELS:
        return
    yield letters
    if len(letters) > _SHORTEST:
        before = letters[:-2] if letters[-2] in "йь" else letters[:-1]
        with_vowel = (f"{before}{vowel}{letters[-1]}" for vowel in _FLEETING)
        yield from (form for form in with_vowel if letters in _without_vowel(form))


def _parsed(word: str) -> Iterator[tuple[int, str]]:
    """Of which paradigms the word may be a form, with the letters before the ending."""
    for size in range(min(_LONGEST, len(word) - _SHORTEST) + 1):
        letters, ending = word[: len(word) - size], word[len(word) - size :] or "-"
        for number in _ENDINGS.get(ending, ()):
            if number >= FIRST_VERB and (letters in NO_VERBS or letters.endswith("ова")):
                continue  # of торговать it is торг that stands before endings, and торговая is no form of it
            one = PARADIGMS[number]
            for left in _without_vowel(letters) if ending in "-ь" else (letters,):
                if len(letters) >= one.shortest and (not one.after or left.endswith(one.after)):
                    yield number, left


def _without_vowel(letters: str) -> Iterable[str]:
    """The letters of a word that has no ending, with its last vowel and without it; none of a word in a vowel."""
    if letters[-1] in VOWELS:
        return ()
    if len(letters) <= _SHORTEST or letters[-2] not in _FLEETING:
        return (letters,)
    fled = _FLED_AFTERVOWELS if letters[-3] in VOWELS else _FLED
    return (letters, *(letters[:-2] + left + letters[-1] for left in fled))
