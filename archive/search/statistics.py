"""How often does a term occur in the archive, and which words does it have? What queries are weighed by."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from archive.deadline import keep
from archive.engine import FACET, PASSAGE_FIELDS, Engine
from archive.knowledge import Knowledge
from archive.search.term import QueryTerm
from archive.store import Lexicon
from archive.text import beginnings, is_cyrillic, same_word
from archive.vocabulary import LexiconWord

K = TypeVar("K")
V = TypeVar("V")
UNKNOWN = object()

Filed = tuple[str, bool | None]  # a key of sound; only words in Hangul, only others, or both

KEPT = 10_000  # answers of each kind that are remembered; chosen: a query asks for some 100 frequencies and 10 words


class IndexStatistics:
    """Frequencies and vocabulary at one generation of an index; each is read once. Safe to share between threads."""

    def __init__(self, engine: Engine, lexicon: Lexicon, knowledge: Knowledge) -> None:
        self._engine = engine
        self.knowledge = knowledge
        self._frequencies: dict[tuple[str, str], int] = {}
        self._lexicon = lexicon
        self._words: dict[str, LexiconWord | None] = {}
        self._sounding: dict[Filed, Sequence[LexiconWord]] = {}
        self._forms: dict[str, tuple[str, ...]] = {}
        self.starting: Callable[[str, int], Sequence[LexiconWord]] = lru_cache(KEPT)(lexicon.starting)
        self.size = engine.size()  # passages

    def frequencies(self, terms: Sequence[tuple[str, str]]) -> list[int]:
        """In how many passages each (field, term) stands."""
        found = _looked_up(
            self._frequencies,
            terms,
            lambda unknown: dict(zip(unknown, self._engine.frequencies(unknown), strict=True)),
        )
        return [found[term] for term in terms]

    def filed(self, facet: str) -> int:
        """How many passages are filed under a facet."""
        return self.frequencies([(FACET, facet)])[0]

    def words(self, forms: Collection[str]) -> Mapping[str, LexiconWord]:
        """Those of these words that the archive has, by form; all that are not known yet are looked up at once."""
        found = _looked_up(self._words, forms, lambda unknown: _with_none(unknown, self._lexicon.known(unknown)))
        return {form: word for form, word in found.items() if word is not None}

    def sounding(self, keys: Iterable[str], korean: bool | None = None) -> Sequence[LexiconWord]:
        """The words filed under any of these keys of sound: all of them, only those in Hangul, or only the others."""
        found = _looked_up(self._sounding, [(key, korean) for key in keys], self._filed)
        return list({word.form: word for words in found.values() for word in words}.values())

    def _filed(
        self, unknown: Sequence[tuple[str, bool | None]]
    ) -> Mapping[tuple[str, bool | None], Sequence[LexiconWord]]:
        (korean,) = {which for _, which in unknown}
        filed = self._lexicon.sounding([key for key, _ in unknown], korean)
        return {(key, korean): filed.get(key, ()) for key, _ in unknown}

    def any_occurs(self, terms: Sequence[tuple[str, str]]) -> bool:
        """Does any of these (stream, term)s occur in a passage, its heading or its title?"""
        return any(self.frequencies([(f"{at}.{stream}", term) for at in PASSAGE_FIELDS for stream, term in terms]))

    def forms(self, words: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Under what the other forms of each word are filed in this archive. A Russian word is filed as it stands, and
        the forms of any other under one (see `base_form`)."""
        return _looked_up(self._forms, words, self._inflected)

    def _inflected(self, unknown: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        filed = {word: beginnings(word) if is_cyrillic(word) else () for word in unknown}
        have = self._lexicon.beginning({one for some in filed.values() for one in some})
        return {
            word: tuple(form for form in have if form != word and form.startswith(some) and same_word(word, form))
            for word, some in filed.items()
        }

    def standing(self, term: QueryTerm) -> QueryTerm:
        """The term with all forms of its Russian words that the archive has; letters in capitals have none."""
        inflected = {i for i, part in enumerate(term.typed) if is_cyrillic(part.text) and not part.text.isupper()}
        if not inflected:
            return term
        forms = self.forms([term.words[i][0] for i in inflected])
        places = ((*place, *(forms[place[0]] if i in inflected else ())) for i, place in enumerate(term.words))
        return replace(term, words=tuple(places))

    def has(self, term: QueryTerm) -> bool:
        """Does any part of the word stand anywhere?"""
        words = [("word", token) for place in term.words for token in place]
        return self.any_occurs([*words, ("compound", term.printed)])


def _looked_up(known: dict[K, V], sought: Collection[K], look_up: Callable[[Sequence[K]], Mapping[K, V]]) -> dict[K, V]:
    """What is known of these, or is looked up and remembered."""
    found: dict[K, V] = {}
    unknown: list[K] = []
    for one in dict.fromkeys(sought):
        value = known.get(one, UNKNOWN)
        if value is UNKNOWN:
            unknown.append(one)
        else:
            found[one] = value  # type: ignore[assignment]
    if unknown:
        keep()
        read = look_up(unknown)
        if len(known) + len(read) > KEPT:
            known.clear()  # other threads may: what was found is held above
        known.update(read)
        found.update(read)
    return found


def _with_none(forms: Sequence[str], words: Mapping[str, LexiconWord]) -> dict[str, LexiconWord | None]:
    return {form: words.get(form) for form in forms}
