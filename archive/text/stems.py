"""Which forms of an English or Russian word are one word? Stems by Snowball, the one place that imports it.

Two grades: `stem` lets a word meet its inflections and many derivations; `light` lets it meet only its inflections, for
words that Snowball throws together (import and important, position and positive, виза and визит).
"""

import re
from functools import lru_cache

import Stemmer

_english = Stemmer.Stemmer("english")
_russian = Stemmer.Stemmer("russian")

# Russian surnames end like the endings that Snowball takes off: of Лавров it leaves лавр, of Лавровым лавров.
_SURNAME = re.compile(r"(?:ов|ев|ёв|ин|ын)$")
# Source: Зализняк, Грамматический словарь: endings of nouns and adjectives, the longest first.
_RUSSIAN_ENDINGS = re.compile(
    r"(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|иям|ием|ией|ах|ях|ам|ям|ом|ем|ой|ей|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ых|их|ым|им"
    r"|ов|ев|ия|ии|ию|у|ю|а|я|о|е|ы|и|ь|й)$"
)
_SHORTEST = 3  # letters that an ending leaves


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a Latin or Cyrillic word of any case."""
    folded = _folded(word)
    if "\u0400" <= folded[0] <= "\u04ff":
        return _stem_russian(folded)
    return str(_english.stemWord(folded))


def _stem_russian(word: str) -> str:
    """A second pass where a surname's ending is left, for Лавров and Лавровым to meet. Two letters are no stem."""
    found: str = _russian.stemWord(word)
    if found != word and _SURNAME.search(found):
        found = _russian.stemWord(found)
    if found.endswith("е") and len(found) > _SHORTEST:  # Корея is коре, Корею кор: of the softer stem only кор is left
        found = found[:-1]
    return found if len(found) >= _SHORTEST else word


@lru_cache(maxsize=100_000)
def light(word: str) -> str:
    """The word without its inflection: ships, shipped and shipping are ship; визы and визой are виз."""
    folded = _folded(word)
    if "\u0400" <= folded[0] <= "\u04ff":
        shorter = _RUSSIAN_ENDINGS.sub("", folded)
        return shorter if len(shorter) >= _SHORTEST else folded
    return _light_english(folded)


def _light_english(word: str) -> str:
    """Porter's step 1 (1980) with the final e taken off everywhere."""
    word = re.sub(r"'s?$", "", word)
    if re.search(r"(?:ies|ied)$", word) and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|z)es$", word):
        word = word[:-2]
    elif re.search(r"[^sui]s$", word):
        word = word[:-1]
    if (found := re.fullmatch(r"(.*[aeiouy].*?)(?:ed|ing)", word)) and len(found[1]) >= _SHORTEST:
        word = re.sub(r"([bdfgmnprt])\1$", r"\1", found[1])
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST else word


def _folded(word: str) -> str:
    return word.casefold().replace("ё", "е").replace("’", "'")
