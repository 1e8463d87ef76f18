"""Are two Latin or Cyrillic words forms of one word? Stricter than a stem, which important shares with import.

A Russian word is a form of another where one paradigm has both their endings after the same letters. English words are
compared without their inflection. Nothing is looked up: what only a dictionary knows (man and men, год and лет) does
not meet. Source of the paradigms: Русская грамматика (1980), §§ 1182-1216 (nouns, surnames), 1303-1307 (adjectives)
and 1474-1530 (verbs).
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_VOWELS = "аеиоуыэюя"
_HUSHING = "жчшщ"
_VELAR = f"гкх{_HUSHING}"  # after which и stands for ы
_HARD = "ый ой ая ое ые ого ому ым ом ою ую ых ыми"
_SOFT = "ий яя ее ие его ему им ем ей ею юю их ими"
_MIXED = "ий ой ая ое ее ие ого его ому ему им ом ем ей ою ею ую их ими"


def _reflexive(ending: str) -> str:
    return f"{ending}{'сь' if ending[-1] in _VOWELS else 'ся'}"


# (the letters after which they stand, or any; endings).
_NOUNS = (
    ("", "- а у ом е ы ов ам ами ах ем ей ев"),  # мост, месяц
    (_VELAR, "- а у ом е и ов ам ами ах ем ей"),  # банк, врач
    ("", "а ы е у ой ою - ам ами ах ей"),  # ракета, граница
    (_VELAR, "а и е у ой ою - ам ами ах ей"),  # сделка
    (_VOWELS, "й я ю ем е и ев ям ями ях"),  # Китай
    ("", "ь я ю ем е и ей ям ями ях"),  # уголь
    ("", "ь и ью ей ям ями ях"),  # нефть
    (_HUSHING, "ь и ью ей ам ами ах"),  # ночь
    ("", "ия ии ию ией ий иям иями иях"),  # Россия
    ("", "ие ия ию ием ии ий иям иями иях"),  # соглашение
    ("", "ье ья ью ьем ий ьям ьями ьях"),  # побережье
    ("", "я и е ю ей ею ь й ям ями ях"),  # неделя, Корея
    ("н", "я и е ю ей ею - ям ями ях"),  # башня
    ("", "ья ьи ью ье ьей ей ьям ьями ьях"),  # статья
    ("", "о а у ом е - ам ами ах"),  # государство
    ("", "е я ю ем и ей ям ями ях"),  # море
    ("", "мя мени менем мена мен менам менами менах"),  # время
    ("ая", "нин нина нину нином нине не н нам нами нах"),  # гражданин
    ("", "ец йца йцу йцем йце йцы йцев йцам йцами йцах"),  # кореец
    ("", "ец ьца ьцу ьцем ьце ьцы ьцев ьцам ьцами ьцах"),  # владелец
    ("вн", "- а у ым е ы ых ыми ой"),  # Лавров, Путин
)
_ADJECTIVES = (
    ("", _HARD),  # новый
    (_VELAR, _MIXED),  # китайский, общий
    ("", _SOFT),  # синий
    (_HUSHING, " ".join(f"{ending}ся" for ending in _MIXED.split())),  # развивающийся
    ("", "ий ья ье ьи ьего ьему ьим ьем ьей ью ьих ьими"),  # третий
)
_VERBS = (
    (_VOWELS, "ть л ла ло ли в вши ю ет ют ем ешь ете"),  # работать
    ("", "ить ил ила ило или ив ивши ит ят ат у ю им ишь"),  # строить
    ("", "овать ует уют ую уем уешь уете"),  # торговать
)
_REFLEXIVE = tuple((after, " ".join(_reflexive(ending) for ending in verb.split())) for after, verb in _VERBS)
_PARADIGMS = tuple((after, tuple(endings.split())) for after, endings in (*_NOUNS, *_ADJECTIVES, *_VERBS, *_REFLEXIVE))
_ENDINGS = {
    ending: tuple(number for number, (_, endings) in enumerate(_PARADIGMS) if ending in endings)
    for _, some in _PARADIGMS
    for ending in some
}
_LONGEST = max(map(len, _ENDINGS))
_FIRST_VERB = len(_NOUNS) + len(_ADJECTIVES)
_SHORTEST, _SHORTEST_OF_VERBS = 2, 3  # letters that an ending leaves; of the net (сеть) сел is no form
_FLEETING = "ое"  # посол, посла; сделка, сделок
_FLED, _FLED_AFTER_VOWELS = ("", "ь"), ("й",)  # what stands where the vowel was: посла and льда; пайка
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
    return frozenset((word, *(f"{letters}-{number}" for number, letters in _parsed(word))))


@lru_cache(maxsize=100_000)
def base_form(word: str) -> str:
    """The word as it is filed in the index: a Russian one in all its letters, another without its
    inflection."""
    word = word.casefold().replace("ё", "е").replace("’", "'")
    return word if is_cyrillic(word) or word in _PLURALS else _light(word)


@lru_cache(maxsize=10_000)
def forms_of(word: str) -> tuple[str, ...]:
    """Under what the forms of a word may be filed (see `base_form`), itself first. Most of a Russian word's are words
    that nobody writes."""
    filed = base_form(word)
    if not is_cyrillic(filed):
        return (filed,)
    found = (form for number, letters in sorted(_parsed(filed)) for form in _inflected(number, letters))
    return tuple(dict.fromkeys((filed, *found)))


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


def _inflected(number: int, letters: str) -> Iterator[str]:
    for ending in _PARADIGMS[number][1]:
        if ending == "-":
            yield from _bare(letters)
        elif ending == "ь":
            yield from (f"{bare}ь" for bare in _bare(letters))
        else:
            yield letters + ending


def _bare(letters: str) -> Iterator[str]:
    """The forms without an ending of which these letters may be left: of посл посол and посел."""
    if letters[-1] in _VOWELS:
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
            if number >= _FIRST_VERB and len(letters) < _SHORTEST_OF_VERBS:
                continue
            after = _PARADIGMS[number][0]
            for left in _without_vowel(letters) if ending in "-ь" else (letters,):
                if not after or left[-1] in after:
                    yield number, left


def _without_vowel(letters: str) -> Iterable[str]:
    """The letters of a word that has no ending, with its last vowel and without it; none of a word in a vowel."""
    if letters[-1] in _VOWELS:
        return ()
    if len(letters) <= _SHORTEST or letters[-2] not in _FLEETING:
        return (letters,)
    fled = _FLED_AFTER_VOWELS if letters[-3] in _VOWELS else _FLED
    return (letters, *(letters[:-2] + left + letters[-1] for left in fled))
