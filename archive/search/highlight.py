"""Which letters of a hit did the query match? Marks from stored tokens, by the very terms that found the passage.

A match is a union of token spans that a positive term matched. Bigrams mark only where all bigrams of the word stand
together, so a stray pair of letters never marks; words under NOT are no terms here and never mark.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from archive.search.agreement import TypedPart, whole_words
from archive.search.date_parts import FullDate
from archive.search.term import BigramPhrase, Expansion, ExpansionKind, QueryTerm, TokenSlots
from archive.text import Once
from archive.tokens import Bigrams, Streams, Token


class Mark(NamedTuple):
    """A marked span, the words of the query that it answers, and the kinds of forms that found it ("" as typed)."""

    start: int
    end: int
    matched_terms: tuple[str, ...]
    kinds: tuple[str, ...] = ()


_BARE = re.compile(r"=[\d.]+")
_NUMBER = re.compile(r"\d[\d,.]*")

Span = tuple[int, int]
Found = list[tuple[int, int, str]]  # spans, and the id of the expansion that is met there, or "" as typed


class IndexedText:
    """A text's tokens, ready to be looked through for many words; what a word matches is looked for once."""

    def __init__(self, text: str, streams: Streams) -> None:
        self.text = text
        self.streams = streams
        self._words = frozenset(chain.from_iterable(map(streams.terms, ("word", "compound", "concept"))))
        self._letters = _letters(streams.bigram)
        self._strict: dict[int, tuple[QueryTerm, list[Span]]] = {}  # by identity: a term is long to compare
        self._spans: dict[int, tuple[QueryTerm, Found]] = {}
        self._matches: tuple[Sequence[QueryTerm], list[tuple[int, QueryTerm, Found]]] | None = None

    def matches(self, terms: Sequence[QueryTerm]) -> list[tuple[int, QueryTerm, Found]]:
        """Those of a query's terms that stand here, each with its number in the query and what it matches."""
        if self._matches is None or self._matches[0] is not terms:
            here = [(n, term, self.spans(term)) for n, term in enumerate(terms)]
            self._matches = terms, [match for match in here if match[2]]
        return self._matches[1]

    def lacks(self, term: QueryTerm) -> bool:
        """Is nothing of the term, nor of its expansions, in the text?"""
        found_by, letters = term.found_by, self._letters
        if not found_by.tokens.isdisjoint(self._words):
            return False
        return not any(phrase.letters <= letters for phrase in found_by.phrases)

    def strict(self, term: QueryTerm) -> list[Span]:
        """Where a term stands whole."""
        found = self._strict.get(id(term))
        if found is None:
            found = self._strict[id(term)] = term, [] if self.lacks(term) else _strict(term, self)
        return found[1]

    def spans(self, term: QueryTerm) -> Found:
        """Everything that a term matches: (start, end, id of the expansion or "")."""
        found = self._spans.get(id(term))
        if found is None:
            found = self._spans[id(term)] = term, [] if self.lacks(term) else _spans(term, self)
        return found[1]

    def tokens(self, stream: str, terms: Iterable[str]) -> list[Span]:
        """The spans of the tokens of a stream that are one of these terms."""
        some = self._words.intersection(terms)
        return [self._span(stream, at) for at in self._positions(stream, some)] if some else []

    def part(self, term: QueryTerm, part: int) -> list[Span]:
        """Where one part of a word stands by itself, as a word or inside another."""
        found = [span for stream in ("word", "compound") for span in self.tokens(stream, term.words[part])]
        return [self._whole(term, part, span) for span in found if self._agrees(term, part, [span])]

    def piece(self, term: QueryTerm, piece: Span) -> list[Span]:
        """Where the characters of one piece of a Chinese word stand side by side, as a word."""
        runs = self._side_by_side("word", term.words[slice(*piece)])
        return [(run[0][0], run[-1][1]) for run in runs if self._agrees(term, piece[0], run)]

    def words(self, term: QueryTerm) -> list[Span]:
        """Where all parts of a word stand side by side."""
        if not term.words or self._words.isdisjoint(term.words[0]):
            return []
        runs = [run for run in self._side_by_side("word", term.words) if self._agrees(term, 0, run)]
        return [self._whole(term, i, span) for run in runs for i, span in enumerate(run)]

    def concepts(self, term: QueryTerm, expansion: Expansion) -> list[Span]:
        """Where a notion stands for which part of a word, or all of it, may be read."""
        found = [span for span in self.tokens("concept", expansion.term.concepts) if whole_words(self.text, *span)]
        typed = term.typed[expansion.first : expansion.last]
        if len(typed) != 1 and not (typed and typed[0].text[:1].isdigit()):
            return found
        if expansion.kind is not ExpansionKind.QUANTITY:
            return [(s, e) for s, e in found if not typed[0].is_another_name(self.text[s:e])]
        bare = all(_BARE.fullmatch(concept) for concept in expansion.term.concepts)
        counted = [span for span in found if self._counts(typed[0], span, bare)]
        return [typed[0].with_unit(self.text, *span) for span in counted]

    @Once
    def notions(self) -> frozenset[str]:
        """What the text speaks of, by the names of concepts, quantities and dates."""
        return frozenset(self.streams.terms("concept"))

    def lone_days(self, term: QueryTerm, contexts: Sequence["IndexedText"]) -> list[Span]:
        """Where the day of a date stands that has its month in the title or heading above."""
        notions = [self.notions, *(one.notions for one in contexts)]
        if term.date is None or term.date.stands_in(notions[:1]) or not term.date.has_month(notions):
            return []
        return list(term.date.lone_days(self.text))

    def _counts(self, typed: TypedPart, span: Span, bare: bool) -> bool:
        """Does a quantity count what was typed? `bare` is one that says nothing of what it counts."""
        number = _NUMBER.search(self.text, *span)
        if bare and (number is None or not typed.text[:1].isdigit()):
            return typed.counts_as(self.text, span[1])
        if number is None or not typed.text[:1].isdigit() or number.group().strip(",.") != typed.text:
            return True
        return typed.agrees(self.text, number.start(), number.start() + len(typed.text))

    def _whole(self, term: QueryTerm, part: int, span: Span) -> Span:
        return term.typed[part].with_unit(self.text, *span) if part < len(term.typed) else span

    def _agrees(self, term: QueryTerm, first: int, spans: Sequence[Span]) -> bool:
        """Are these words, from the part `first` on, what was typed?"""
        typed = term.typed[first : first + len(spans)]
        same = all(one.agrees(self.text, *span) for one, span in zip(typed, spans, strict=False))
        return same and whole_words(self.text, spans[0][0], spans[-1][1])

    def bigrams(self, phrase: BigramPhrase) -> list[Span]:
        """Where all bigrams of a word stand side by side."""
        if not phrase.places or not phrase.letters <= self._letters:
            return []
        bigrams = self.streams.bigram
        if phrase.pattern is None or not isinstance(bigrams, Bigrams):
            found = [(run[0][0], run[-1][1]) for run in self._side_by_side("bigram", phrase.places)]
        else:
            found = [bigrams.folded.back(*match.span(1)) for match in phrase.pattern.finditer(bigrams.folded.text)]
        lone = len(phrase.places) == 1  # one pair stands inside many words
        return [span for span in found if (not lone or self._begins(span[0])) and whole_words(self.text, *span)]

    def _begins(self, at: int) -> bool:
        """Does a word begin here?"""
        return not self.text[at - 1 : at].isalnum() or at in self._starts

    @Once
    def _starts(self) -> frozenset[int]:
        """Where words begin, those inside longer ones, too."""
        return frozenset((*self.streams.spans("word")[0], *self.streams.spans("compound")[0]))

    def _side_by_side(self, stream: str, places: TokenSlots) -> list[list[Span]]:
        starts = set(self._positions(stream, set(places[0])))
        for i, place in enumerate(places[1:], 1):
            if not starts:
                break
            starts &= {position - i for position in self._positions(stream, set(place))}
        return [[self._span(stream, at) for at in range(start, start + len(places))] for start in sorted(starts)]

    def _positions(self, stream: str, terms: Collection[str]) -> list[int]:
        """Where any of these terms stand in the stream, in order."""
        found = [position for term in terms for position in _all_of(self.streams.terms(stream), term)]
        return sorted(found) if len(terms) > 1 else found

    def _span(self, stream: str, at: int) -> Span:
        token = self.streams[stream][at]
        return token.start, token.end


def _letters(bigrams: Sequence[Token]) -> frozenset[str]:
    """Every letter that can stand in a bigram."""
    text = bigrams.folded.text if isinstance(bigrams, Bigrams) else "".join([one.term for one in bigrams])
    return frozenset(text.casefold())


def _all_of(terms: Sequence[str], term: str) -> Iterator[int]:
    at = -1
    for _ in range(terms.count(term)):
        at = terms.index(term, at + 1)
        yield at


def marks(terms: Sequence[QueryTerm], text: IndexedText, contexts: Sequence[IndexedText] = ()) -> list[Mark]:
    """The marks of one text, in order; spans that overlap or touch are one. Its words come in the query's order.

    `contexts` are the title and heading above it: of a date whose month stands there the day is marked.
    """
    found = text.matches(terms)
    days = [(n, term, text.lone_days(term, contexts)) for n, term in enumerate(terms) if term.date is not None]
    found = [*found, *((n, term, [(*span, "") for span in spans]) for n, term, spans in days if spans)]
    if not found:
        return []
    spans = sorted([(start, end, met, n) for n, _, spans in found for start, end, met in spans])
    labels = {n: term.label for n, term, _ in found}
    return [
        Mark(
            together[0][0],
            max(end for _, end, _, _ in together),
            tuple(dict.fromkeys(labels[n] for n in sorted({n for *_, n in together}))),
            tuple(dict.fromkeys(met.partition(":")[0] for _, _, met, _ in together)),
        )
        for together in _overlapping(spans)
    ]


def _overlapping(spans: Iterable[tuple[int, int, str, int]]) -> Iterator[list[tuple[int, int, str, int]]]:
    together: list[tuple[int, int, str, int]] = []
    last = -1
    for span in spans:
        if together and span[0] > last:
            yield together
            together = []
        together.append(span)
        last = max(last, span[1])
    if together:
        yield together


def reasons(terms: Sequence[QueryTerm], text: IndexedText) -> list[tuple[QueryTerm, int, int, str]]:
    """Where a term was met by another form than the one typed: (term, start, end, id of the expansion)."""
    return [(term, *other) for _, term, spans in text.matches(terms) for other in _other_forms(spans)]


def _other_forms(spans: Found) -> Found:
    """Where other forms stand, the longest at each place, and not where the typed one does."""
    others = {(start, end): met for start, end, met in sorted(spans, reverse=True) if met}
    if not others:
        return []
    typed = [(start, end) for start, end, met in spans if not met]
    apart = [(start, end) for start, end in sorted(others) if not any(s < end and start < e for s, e in typed)]
    return [
        (start, end, others[start, end])
        for start, end in apart
        if not any(s <= start and end <= e and e - s > end - start for s, e in apart)
    ]


def met(term: QueryTerm, texts: Iterable[IndexedText]) -> bool:
    """Does the word, or a part of it, stand in any of these texts?"""
    return any(one.spans(term) for one in texts)


def missing_words(term: QueryTerm, texts: Sequence[IndexedText]) -> tuple[str, ...]:
    """What of the word stands in none of these texts: nothing, the parts that are missing, or all of it, as typed."""
    if term.date is not None and not term.optional and (parts := _missing_of_date(term.date, term, texts)) is not None:
        return parts
    texts = [one for one in texts if one.spans(term)]
    if term.optional or any(_whole(term, one) for one in texts):
        return ()
    if not (term.strict or term.exact) and term.pieces:
        lost = [piece for piece in term.pieces if not any(_has_piece(term, piece, one) for one in texts)]
        if len(lost) == len(term.pieces):
            return (term.label,)
        return tuple(map(term.printed_piece, lost))
    if term.strict or term.exact or not term.parts:
        return (term.label,)
    counting = [i for i in range(len(term.words)) if i in term.parts or term.words[i][0].isdigit()]
    gone = [i for i in counting if not any(_has_part(term, i, one) for one in texts)]
    signs = _missing_signs(term, counting, texts)
    if len(gone) == len(counting) or not term.typed:
        return _words_of(term) if gone else signs
    return (*signs, *(term.typed[i].printed for i in gone))


def _words_of(term: QueryTerm) -> tuple[str, ...]:
    """A term word by word; a name of several words is one."""
    return (term.label,) if term.is_name or term.correction else tuple(term.printed.split())


def _missing_signs(term: QueryTerm, counting: Sequence[int], texts: Sequence[IndexedText]) -> tuple[str, ...]:
    """Signs of states before what counts (조중 of 조중 무역), where nothing that they stand for is in these texts."""
    end = next(iter(counting), 0)
    signs = [one for one in term.expansions if one.last <= end]
    if not signs or not term.typed or any(_stands(term, one, text) for one in signs for text in texts):
        return ()
    return tuple(term.printed[: term.printed.find(term.typed[end].text)].split())


def _missing_of_date(date: FullDate, term: QueryTerm, texts: Sequence[IndexedText]) -> tuple[str, ...] | None:
    if date.stands_in([one.notions for one in texts]):
        return ()
    gone = date.missing([(one.text, one.notions) for one in texts], term.printed)
    return None if gone is None else (term.label,) if len(gone) == len(date) else tuple(gone)


def _whole(term: QueryTerm, text: IndexedText) -> bool:
    return bool(text.strict(term)) or any(_stands(term, expansion, text) for expansion in term.whole_expansions)


def _stands(term: QueryTerm, expansion: Expansion, text: IndexedText) -> bool:
    return bool(text.concepts(term, expansion)) if expansion.term.concepts else _whole(expansion.term, text)


def _has_piece(term: QueryTerm, piece: tuple[int, int], text: IndexedText) -> bool:
    stands = any(_stands(term, expansion, text) for expansion in term.expansions_over(piece))
    return stands or bool(text.piece(term, piece))


def _has_part(term: QueryTerm, part: int, text: IndexedText) -> bool:
    return (
        bool(text.part(term, part))
        or bool(text.bigrams(term.found_by.parts[part]))
        or any(_stands(term, expansion, text) for expansion in term.expansions_of(part))
    )


def _spans(term: QueryTerm, text: IndexedText) -> Found:
    spans = [(start, end, "") for start, end in text.strict(term)]
    if not (term.strict or term.exact):
        spans += [(start, end, "") for i in term.parts for start, end in text.part(term, i)]
        spans += [(start, end, "") for i in term.parts for start, end in text.bigrams(term.found_by.parts[i])]
        spans += [(start, end, "") for piece in term.pieces for start, end in text.piece(term, piece)]
    expansions = term.whole_expansions if term.strict else term.expansions
    for one in expansions:
        found = text.concepts(term, one) if one.term.concepts else [(s, e) for s, e, _ in text.spans(one.term)]
        spans += [(start, end, one.id) for start, end in found]
    return spans


def _strict(term: QueryTerm, text: IndexedText) -> list[Span]:
    spans = text.bigrams(term.found_by.whole)
    if term.exact:
        return spans
    spans += text.tokens("concept", term.concepts)
    if term.compound:
        spans += [*text.tokens("word", [term.compound]), *text.tokens("compound", [term.compound])]
    return [*spans, *text.words(term)]
