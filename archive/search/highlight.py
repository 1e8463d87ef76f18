"""Which letters of a hit did the query match? Marks from stored tokens, by the very terms that found the passage.

A match is a union of token spans that a positive term matched. Bigrams mark only where all bigrams of the word stand
together, so a stray pair of letters never marks; words under NOT are no terms here and never mark.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from archive.search.term import QueryTerm, TokenSlots
from archive.tokens import Streams

MARKING = ("word", "bigram", "concept")  # streams in which matches are looked for


class Mark(NamedTuple):
    """A marked span, the words of the query that it answers, and the kinds of forms that found it ("" as typed)."""

    start: int
    end: int
    matched_terms: tuple[str, ...]
    kinds: tuple[str, ...] = ()


Span = tuple[int, int]


class IndexedText:
    """A text's tokens, ready to be looked through for many words; what a word matches is looked for once."""

    def __init__(self, streams: Streams) -> None:
        self.streams = streams
        self._terms = {name: streams.terms(name) for name in MARKING}
        self._vocabulary = frozenset(chain.from_iterable(self._terms.values()))
        self._strict: dict[int, tuple[QueryTerm, list[Span]]] = {}  # by identity: a term is long to compare
        self._spans: dict[int, tuple[QueryTerm, list[tuple[int, int, str]]]] = {}

    def lacks(self, term: QueryTerm) -> bool:
        """Is nothing of the term, nor of its expansions, in the text?"""
        return term.tokens.isdisjoint(self._vocabulary)

    def strict(self, term: QueryTerm) -> list[Span]:
        """Where a term stands whole."""
        found = self._strict.get(id(term))
        if found is None:
            found = self._strict[id(term)] = term, [] if self.lacks(term) else _strict(term, self)
        return found[1]

    def spans(self, term: QueryTerm) -> list[tuple[int, int, str]]:
        """Everything that a term matches: (start, end, kind of the expansion or "")."""
        found = self._spans.get(id(term))
        if found is None:
            found = self._spans[id(term)] = term, [] if self.lacks(term) else _spans(term, self)
        return found[1]

    def positions(self, stream: str, terms: Iterable[str]) -> list[int]:
        """Where any of these terms stand in the stream, in order."""
        found = [self._positions(stream, term) for term in set(terms) if term in self._vocabulary]
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))

    def _positions(self, stream: str, term: str) -> list[int]:
        terms = self._terms[stream]
        found, at = [], -1
        for _ in range(terms.count(term)):
            at = terms.index(term, at + 1)
            found.append(at)
        return found

    def tokens(self, stream: str, terms: Iterable[str]) -> list[Span]:
        """The spans of the tokens that are one of these terms."""
        tokens = self.streams[stream]
        return [tokens[position][1:] for position in self.positions(stream, terms)]

    def phrases(self, stream: str, places: TokenSlots) -> Iterator[Span]:
        """The tokens that stand at consecutive positions, one of the alternatives of each place in turn."""
        if not places:
            return
        tokens = self.streams[stream]
        starts = set(self.positions(stream, places[0]))
        for i, place in enumerate(places[1:], 1):
            if not starts:
                return
            starts &= {position - i for position in self.positions(stream, place)}
        for start in sorted(starts):
            yield from ((token.start, token.end) for token in tokens[start : start + len(places)])


def marks(terms: Iterable[QueryTerm], text: IndexedText) -> list[Mark]:
    """The marks of one text, in order; spans that overlap or touch are one."""
    spans = [Mark(start, end, (term.label,), (kind,)) for term in terms for start, end, kind in text.spans(term)]
    merged: list[Mark] = []
    for mark in sorted(spans):
        if merged and mark.start <= merged[-1].end:
            last = merged[-1]
            matched_terms = tuple(dict.fromkeys((*last.matched_terms, *mark.matched_terms)))
            kinds = tuple(dict.fromkeys((*last.kinds, *mark.kinds)))
            merged[-1] = Mark(last.start, max(last.end, mark.end), matched_terms, kinds)
        else:
            merged.append(mark)
    return merged


def reasons(terms: Iterable[QueryTerm], text: IndexedText) -> list[tuple[QueryTerm, int, int]]:
    """Where a term was met by another form than the one typed: (term, start, end), each form's first place."""
    found = []
    for term in terms:
        spans = sorted(text.spans(term))
        typed = {(start, end) for start, end, kind in spans if not kind}
        for start, end, kind in spans:
            if kind and not any(s < end and start < e for s, e in typed):
                found.append((term, start, end))
    return [
        (term, start, end)
        for term, start, end in found
        if not any(o is term and s <= start and end <= e and e - s > end - start for o, s, e in found)
    ]


def met(term: QueryTerm, texts: Iterable[IndexedText]) -> bool:
    """Does the word, or a part of it, stand in any of these texts?"""
    return any(one.spans(term) for one in texts)


def missing_words(term: QueryTerm, texts: Sequence[IndexedText]) -> tuple[str, ...]:
    """What of the word stands in none of these texts: nothing, the parts that are missing, or all of it, as typed."""
    texts = [one for one in texts if not one.lacks(term)]
    if term.optional or any(_whole(term, one) for one in texts):
        return ()
    if term.strict or term.exact or not term.parts:
        return (term.label,)
    gone = [i for i in term.parts if not any(_has_part(term, i, one) for one in texts)]
    if len(gone) == len(term.parts) or not term.part_texts:
        return (term.label,) if gone else ()
    return tuple(term.part_texts[i] for i in gone)


def _whole(term: QueryTerm, text: IndexedText) -> bool:
    return bool(text.strict(term)) or any(_whole(expansion.term, text) for expansion in term.whole_expansions)


def _has_part(term: QueryTerm, part: int, text: IndexedText) -> bool:
    return (
        bool(text.positions("word", term.words[part]))
        or any(True for _ in text.phrases("bigram", term.bigrams_of(part)))
        or any(_whole(expansion.term, text) for expansion in term.expansions_of(part))
    )


def _spans(term: QueryTerm, text: IndexedText) -> list[tuple[int, int, str]]:
    spans = [(start, end, "") for start, end in text.strict(term)]
    if not (term.strict or term.exact):
        terms = {token for i in term.parts for token in term.words[i]}
        spans += [(start, end, "") for start, end in text.tokens("word", terms)]
        spans += [(start, end, "") for i in term.parts for start, end in text.phrases("bigram", term.bigrams_of(i))]
    expansions = term.whole_expansions if term.strict else term.expansions
    return spans + [(s, e, one.kind.value) for one in expansions for s, e, _ in text.spans(one.term)]


def _strict(term: QueryTerm, text: IndexedText) -> list[Span]:
    spans = list(text.phrases("bigram", term.bigrams))
    if term.exact:
        return spans
    spans += text.tokens("concept", term.concepts)
    return [*spans, *text.phrases("word", term.words)]
