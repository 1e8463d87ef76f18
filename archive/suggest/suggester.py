"""What might the reader be about to type? Suggestions of words, terms, titles, authors and outlets of the archive.

The last word of what is typed is completed, alone or with the words before it where several are one name; what comes
before is kept. Nothing is offered that the index does not have: each suggestion is weighed by the passages it leads to.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from unicodedata import normalize

from archive.citing import Outlets
from archive.engine import Engine
from archive.knowledge import Knowledge
from archive.model import Language
from archive.query import MAX_LENGTH
from archive.store import Store
from archive.suggest.catalogue import catalogued
from archive.suggest.concepts import IndexedConcepts, terms
from archive.suggest.outlets import outlets
from archive.suggest.partial_query import PartialQuery, partial_query
from archive.suggest.suggestion import MOST, RankedSuggestion, Suggestion, SuggestionKind
from archive.suggest.words import words
from archive.terms import TermBase
from archive.text import bare

SHARE = 2  # titles, authors and outlets of each that come before another word


class Suggester:
    """Suggests what stands in one archive. Threads may share it; it keeps its concepts until the index changes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._concepts: IndexedConcepts | None = None

    def suggest(
        self, engine: Engine, knowledge: Knowledge, typed: str, limit: int = 8, language: Language = "ko"
    ) -> tuple[Suggestion, ...]:
        """The best completions of what is typed, exact beginnings first, then the more frequent.

        `language` is that of field names in what is then searched for. Any text is taken; most have no completion.
        """
        text = normalize("NFC", typed)
        query = partial_query(text) if len(text) <= MAX_LENGTH else None
        if query is None or limit < 1:
            return ()
        concepts = self._indexed(engine, knowledge.terms)
        found = _candidates(self._store, concepts, knowledge.outlets, query, language)
        if len(found) < limit and (other := query.on_keys()) is not None:
            others = _candidates(self._store, concepts, knowledge.outlets, other, language)
            found += [replace(one, level=one.level + 3) for one in others]
        return tuple(one.suggestion for one in _best(found, limit))

    def _indexed(self, engine: Engine, table: TermBase) -> IndexedConcepts:
        """The concepts of an index; read anew when that, or the table, has changed."""
        concepts = self._concepts
        if concepts is None or not concepts.hold(engine, table):
            concepts = self._concepts = IndexedConcepts.of(engine, table)
        return concepts


def _candidates(
    store: Store, concepts: IndexedConcepts, table: Outlets, typed: PartialQuery, language: Language
) -> list[RankedSuggestion]:
    found: list[RankedSuggestion] = []
    if typed.free and typed.field != "outlet":
        found += islice(catalogued(store, typed, language), 3 * MOST)  # the best of them: no more are weighed
    if typed.free and typed.field in (None, "outlet"):
        found += outlets(typed, language, table)
    found = _leading_somewhere(concepts.engine, found)
    if typed.field is None:
        found += terms(concepts, typed)
        found += words(store, concepts.engine, typed)
    return [one for one in found if _goes_on(one.suggestion, typed)]


def _goes_on(suggestion: Suggestion, typed: PartialQuery) -> bool:
    """After a space a word has ended; and what is typed whole need not be typed again."""
    following = suggestion.text[suggestion.span[1] : suggestion.span[1] + 1]
    if typed.ended and following.isalnum():
        return False
    return suggestion.query != typed.text.strip()


def _best(found: Iterable[RankedSuggestion], limit: int) -> list[RankedSuggestion]:
    """The best ones, with room for each kind; a term stands for the word of the same letters."""
    ranked = sorted(found, key=lambda one: one.rank)
    seen: set[tuple[str, str]] = set()
    kept: list[RankedSuggestion] = []
    named = {bare(one.suggestion.text) for one in ranked if one.suggestion.kind is SuggestionKind.TERM}
    for one in ranked:
        kind, text = one.suggestion.kind, bare(one.suggestion.text)
        if (kind, text) in seen or (kind is SuggestionKind.NAME and text in named):
            continue
        seen.add((kind, text))
        kept.append(one)
    plain = [one for one in kept if one.suggestion.kind in (SuggestionKind.NAME, SuggestionKind.TERM)]
    others = [one for one in kept if one.suggestion.kind not in (SuggestionKind.NAME, SuggestionKind.TERM)]
    first = [one for kind in SuggestionKind for one in islice((o for o in others if o.suggestion.kind is kind), SHARE)]
    chosen = sorted(first, key=lambda one: one.rank)[: max(limit // 2, limit - len(plain))]
    chosen += plain[: limit - len(chosen)]
    chosen += [one for one in others if one not in chosen][: limit - len(chosen)]
    return sorted(chosen, key=lambda one: one.rank)


def _leading_somewhere(engine: Engine, found: Sequence[RankedSuggestion]) -> list[RankedSuggestion]:
    """The best of these, with the passages that each leads to; without those that have none."""
    best = sorted(found, key=lambda one: one.rank)[: 3 * MOST]
    counts = engine.frequencies([one.field_terms[0] for one in best])
    return [replace(one, passages=count) for one, count in zip(best, counts, strict=True) if count]
