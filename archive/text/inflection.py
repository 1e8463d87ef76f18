"""Are two Latin or Cyrillic words forms of one word? Stricter than a stem, which important shares with import.

A Russian word is a form of another where one paradigm has both their endings after the same letters. English words are
compared by `light`. Nothing is looked up: what only a dictionary knows (man and men, год and лет) does not meet.
Source of the paradigms: Русская грамматика (1980), §§ 1182-1216 (nouns, surnames) and 1303-1307 (adjectives).
"""

from collections.abc import Iterator
from functools import lru_cache

from archive.text.stems import light, stem

_PARADIGMS = tuple(
    tuple(endings.split())
    for endings in (
        "- а у ом е ы и ов ам ами ах ем ей",  # мост, врач
        "а ы и е у ой ою - ам ами ах ей",  # ракета, граница
        "й я ю ем е и ев ям ями ях",  # Китай
        "ь я ю ем е и ей ям ями ях ью",  # уголь, нефть
        "ия ии ию ией ий иям иями иях",  # Россия
        "ие ия ию ием ии ий иям иями иях",  # соглашение
        "я и е ю ей ею ь й ям ями ях",  # неделя, Корея
        "о а у ом е - ам ами ах",  # государство
        "е я ю ем и ей ям ями ях",  # море
        "мя мени менем мена мен менам менами менах",  # время
        "- а у ым е ы ых ыми ой",  # Лавров
        "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ей ую юю ых их ыми ими",  # новый, синий
    )
)
_VOWELS = frozenset("аеиоуыэюя")
_SHORTEST = 2  # letters that an ending leaves
_FLEETING = frozenset("ое")  # посол, посла; сделка, сделок
_INFINITIVES = ("ть", "ться", "ти", "тись")
# English words whose plural is another word.
_PLURALS = frozenset({"arms", "customs", "goods", "means", "news", "works"})


def same_word(one: str, other: str) -> bool:
    """Are two words of one script forms of the same word, whatever their case?"""
    one, other = (word.casefold().replace("ё", "е").replace("’", "'") for word in (one, other))
    if one == other:
        return True
    if not one[:1] > "\u0400":
        return light(one) == light(other) and _PLURALS.isdisjoint((one, other))
    if one.endswith(_INFINITIVES) or other.endswith(_INFINITIVES):
        return stem(one) == stem(other)
    return not _parsings(one).isdisjoint(_parsings(other))


@lru_cache(maxsize=10_000)
def stems_of_forms(word: str) -> tuple[str, ...]:
    """The stems of all forms that a Russian noun or adjective may have, its own first: Snowball gives some of one word
    several (Китай and Китая). Other words have one."""
    word = word.casefold().replace("ё", "е")
    if not word > "\u0400":
        return (stem(word),)
    forms = (
        letters + ending.strip("-") for number, letters in sorted(_parsings(word)) for ending in _PARADIGMS[number]
    )
    return tuple(dict.fromkeys(map(stem, (word, *forms))))


@lru_cache(maxsize=100_000)
def _parsings(word: str) -> frozenset[tuple[int, str]]:
    """Of which paradigms the word may be a form, with the letters before the ending."""
    return frozenset(_parsed(word))


def _parsed(word: str) -> Iterator[tuple[int, str]]:
    for number, endings in enumerate(_PARADIGMS):
        for ending in endings:
            if ending == "-":
                yield from ((number, letters) for letters in _without_ending(word))
            elif word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                letters = word[: -len(ending)]
                yield number, letters
                if ending == "ь":
                    yield from ((number, shorter) for shorter in _without_ending(letters))


def _without_ending(word: str) -> Iterator[str]:
    """The letters of a word that has no ending, with its last vowel and without it."""
    if len(word) >= _SHORTEST and word[-1] not in _VOWELS:
        yield word
        if len(word) > _SHORTEST and word[-2] in _FLEETING:
            yield word[:-2] + word[-1]
