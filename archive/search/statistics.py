"""How often does a term occur in the archive, and which words does it have? What queries are weighed by."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from archive.engine import PASSAGE_FIELDS, Engine
from archive.knowledge import Knowledge
from archive.search.term import QueryTerm
from archive.store import Lexicon
from archive.vocabulary import LexiconWord

KEPT = 10_000  # answers of each kind that are remembered; chosen: a query asks for some 100 frequencies and 10 words


class IndexStatistics:
    """Frequencies and vocabulary at one generation of an index; each is read once. Safe to share between threads."""

    def __init__(self, engine: Engine, lexicon: Lexicon, knowledge: Knowledge) -> None:
        self._engine = engine
        self.knowledge = knowledge
        self._frequencies: dict[tuple[str, str], int] = {}
        self._words: Callable[[tuple[str, ...]], Mapping[str, LexiconWord]] = lru_cache(KEPT)(lexicon.known)
        self._sounding: Callable[[tuple[str, ...], bool | None], Sequence[LexiconWord]]
        self._sounding = lru_cache(KEPT)(lexicon.sounding)
        self.starting: Callable[[str, int], Sequence[LexiconWord]] = lru_cache(KEPT)(lexicon.starting)
        self.size = engine.size()  # passages

    def frequencies(self, terms: Sequence[tuple[str, str]]) -> list[int]:
        """In how many passages each (field, term) stands."""
        found = {term: self._frequencies.get(term) for term in terms}
        if unknown := [term for term, count in found.items() if count is None]:
            read = dict(zip(unknown, self._engine.frequencies(unknown), strict=True))
            if len(self._frequencies) > KEPT:
                self._frequencies.clear()
            self._frequencies.update(read)
            found.update(read)
        return [found[term] or 0 for term in terms]

    def words(self, forms: Iterable[str]) -> Mapping[str, LexiconWord]:
        """Those of these words that the archive has, by form."""
        return self._words(tuple(forms))

    def sounding(self, keys: Iterable[str], korean: bool | None = None) -> Sequence[LexiconWord]:
        """The words filed under any of these keys of sound: all of them, only those in Hangul, or only the others."""
        return self._sounding(tuple(sorted(keys)), korean)

    def any_occurs(self, terms: Sequence[tuple[str, str]]) -> bool:
        """Does any of these (stream, term)s occur in a passage, its heading or its title?"""
        return any(self.frequencies([(f"{at}.{stream}", term) for at in PASSAGE_FIELDS for stream, term in terms]))

    def has(self, term: QueryTerm) -> bool:
        """Does any part of the word stand anywhere?"""
        words = [("word", token) for place in term.words for token in place]
        return self.any_occurs([*words, ("compound", term.printed)])
