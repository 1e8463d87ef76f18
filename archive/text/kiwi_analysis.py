"""Which morphemes make up this Korean text? The one place that loads and asks Kiwi.

The model takes about 1 s and 0.3 GB: it is loaded once per process, at the first question, and shared; threads may
ask it at once. A process that has used it must never fork: the child hangs on its first list. Spawn instead.

Kiwi's dictionary of names of several words (세르게이 라브로프) is left out: it takes as long as all the rest and
0.15 GB, and their words are known one by one.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.metadata import version
from operator import attrgetter
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

_loading = Lock()
_NOUNS = ("NNG", "NNP")
_NOMINAL, _PARTICLE = ("N", "XSN", "SL", "SH", "SN"), "J"
_SHORTEST = 2  # syllables of a noun inside another
# Source: 표준국어대사전, suffixes that say who, where, what paper, money or measure; without those with which a word
# often means something else (연장선, 조선업, 자동차, 청소년).
_SUFFIXES = frozenset(
    "자객인원단회국부처청소장관서록안법권비료액량률율난력물품세금산식용적화성어당군상사공증문촌파론설지제계전층"
)
_DEFAULTS = 100  # the model's first morphemes are the parts of speech themselves: words that it does not know
_FIELDS = attrgetter("form", "tag", "start", "end", "word_position")  # of Kiwi's tokens, as `Morpheme` has them


class Morpheme(NamedTuple):
    """A morpheme of a text; `start` and `end` are code points into that text, `word` counts its eojeols."""

    form: str
    tag: str
    start: int
    end: int
    word: int


@cache
def _load() -> "Kiwi":
    from kiwipiepy import Kiwi  # with the first question: readers in their own processes ask none

    return Kiwi(num_workers=2, load_multi_dict=False)


def kiwi() -> "Kiwi":
    """The process's one Kiwi, loaded at the first call."""
    with _loading:
        return _load()


def model() -> str:
    """Names the analyzer and its dictionary, for the index's fingerprint."""
    return f"kiwi {version('kiwipiepy')}/{version('kiwipiepy_model')}"


def morphemes(texts: Iterable[str]) -> Iterator[list[Morpheme]]:
    """The morphemes of each text, in order. Texts of any length; several are analysed at once by Kiwi's own threads."""
    listed = list(texts)
    answers = iter(kiwi().tokenize([text for text in listed if text.strip()]))  # Kiwi passes blank texts over
    for text in listed:
        yield list(map(Morpheme._make, map(_FIELDS, next(answers)))) if text.strip() else []


def is_noun(word: str) -> bool:
    """Does the model's dictionary have the word as a noun?"""
    return _in_dictionary(word) in _NOUNS


def is_name(word: str) -> bool:
    """Does the model's dictionary have the word as a proper noun?"""
    return _in_dictionary(word) == _NOUNS[1]


@lru_cache(maxsize=10_000)
def without_particles(word: str) -> str:
    """A word, or several, without the particles behind the noun at its end: 나루터 of 나루터에서는."""
    (found,) = kiwi().tokenize([word])
    end = len(found)
    while end and str(found[end - 1].tag).startswith(_PARTICLE):
        end -= 1
    if not end or end == len(found) or not str(found[end - 1].tag).startswith(_NOMINAL):
        return word
    bare = word[: found[end].start].rstrip()
    return bare if len(bare) >= _SHORTEST else word  # 론의 is 논의, spelt in the North


@lru_cache(maxsize=10_000)
def _in_dictionary(word: str) -> str:
    """The part of speech of a word that the model's dictionary has as one morpheme; empty for any other."""
    (found,) = kiwi().tokenize([word])
    whole = len(found) == 1 and found[0].form == word and found[0].id > _DEFAULTS
    return str(found[0].tag) if whole else ""


@lru_cache(maxsize=100_000)
def nouns_in(noun: str) -> tuple[str, ...]:
    """The nouns of which one noun of the model's dictionary is made: 정찰 and 위성 of 정찰위성.

    Nothing shorter than two syllables is given: 관광 of 관광객. Where another syllable than a suffix is left, there is
    nothing inside: 청소년 is no 청소, and 연장선 no 연장.
    """
    if len(noun) == _SHORTEST + 1 and noun[-1] not in _SUFFIXES:
        return ()
    parts = kiwi().tokenize(noun, blocklist=[noun])  # as a list it takes 8 ms
    forms = tuple(str(part.form) for part in parts)
    nouns = [part.tag in _NOUNS and len(part.form) >= _SHORTEST for part in parts]
    suffixed = not nouns[-1] and forms[-1] in _SUFFIXES
    if len(parts) < 2 or "".join(forms) != noun or not all(nouns[:-1]) or not (nouns[-1] or suffixed):
        return ()
    return forms[:-1] if suffixed else forms


def spaced(text: str) -> str:
    """The text with the spaces that the model would set."""
    (found,) = kiwi().space([text], reset_whitespace=True)  # a list is analysed by Kiwi's threads: each that does takes
    return str(found)  # 5 MB for good
