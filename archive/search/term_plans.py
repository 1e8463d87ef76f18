"""How is a term of a query looked for, and what does a match of it score? The plans of single terms.

Of a term and its expansions the best one counts (a disjunction maximum); over the fields of a passage, too.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.engine import PASSAGE_FIELDS, AllOf, AnyOf, DisMax, Node, Phrase, Term
from archive.search.date_parts import FullDate
from archive.search.term import Expansion, QueryTerm, TokenSlots
from archive.search.weights import Weights
from archive.text import asks_nothing, is_hangul

FieldTerms = tuple[tuple[str, str], ...]  # (field, term)s of the index


@dataclass(frozen=True, slots=True)
class TermPlans:
    """The plans of terms by these weights; `idf` gives the inverse document frequency of (field, term)s together."""

    weights: Weights
    idf: Callable[[Sequence[tuple[str, str]]], float]

    def strict(self, term: QueryTerm, weight: float = 1.0) -> Node:
        """The plan of a word that must stand there whole, as typed or as an expansion of all of it."""
        nodes = (
            [self._whole(term, p, weight * self.weights.place(p)) for p in PASSAGE_FIELDS] if term.has_tokens else []
        )
        others = [self.strict(one.term, weight * self.weights.expansion * one.weight) for one in term.whole_expansions]
        if term.date is not None:
            others.append(_under_month(term.date, weight))
        return best([any_of(nodes), *others] if nodes else others)

    def loose(self, term: QueryTerm) -> Node:
        """The plan that ranks a word: its morphemes and its bigrams; or an expansion, if that is better.

        Of a passage's own text, its heading and its title the best one counts: adding them up put passages with a title
        of the query's words before passages that answer it (Northern spellings 0.977 against 0.980, judged queries
        0.834 against 0.840).
        """
        nodes = [any_of(self._loosely(term, place, self.weights.place(place))) for place in PASSAGE_FIELDS]
        return best(nodes if term.date is None else [*nodes, _under_month(term.date, 1.0)])

    def _loosely(self, term: QueryTerm, place: str, weight: float) -> list[Node]:
        r = self.weights
        if term.inseparable:
            return [self._whole(term, place, weight)]
        bigrams: list[Node] = [
            Term(f"{place}.bigram", token, weight * r.bigram) for pair in term.ranking_bigrams for token in pair
        ]
        groups, nodes = list(_groups(term)), []
        for first, last, expansions in groups:
            scale = weight * self._scale(term, first, last, expansions)
            own: list[Node] = [
                Term(f"{place}.word", token, scale * r.word)
                for part in term.words[first:last]
                for token in part
                if not asks_nothing(token)
            ]
            if len(groups) == 1:
                own, bigrams = [*own, *bigrams], []
            others = [self._whole(one.term, place, weight * r.expansion * one.weight) for one in expansions]
            if own or others:
                nodes.append(best([*([any_of(own)] if own else []), *others]))
        return [*nodes, *bigrams]

    def _scale(self, term: QueryTerm, first: int, last: int, expansions: Sequence[Expansion]) -> float:
        """How much a literal match may count: a word is as common as its concept, though its own form be rare.

        КНДР stands in few notes and 북한 everywhere; by its own rarity КНДР would outweigh what is really asked for.
        """
        concepts = [("text.concept", token) for one in expansions if not one.inner for token in one.term.concepts]
        if not concepts:
            return 1.0
        own = sum(
            self.idf([("text.word", token) for token in part])
            for part in term.words[first:last]
            if not asks_nothing(part[0])
        )
        return min(1.0, self.idf(concepts) / own) if own else 1.0

    def _whole(self, term: QueryTerm, place: str, weight: float) -> Node:
        """The plan of a word that stands whole in one place."""
        r = self.weights
        nodes: list[Node] = [Term(f"{place}.concept", token, weight * r.concept) for token in term.concepts]
        if words := list(_words(term, place, weight * r.word)):
            nodes.append(best(words))
        if term.bigrams:
            nodes.append(_phrase(f"{place}.bigram", term.bigrams, weight * r.bigram))
        return any_of(nodes)

    def needs(self, term: QueryTerm) -> list[tuple[Node, FieldTerms]]:
        """What of the word may be missing: a node for each part, with the (field, term)s whose rarity weighs it."""
        whole = self.strict(term, 0.0)
        if term.pieces:
            return [self._piece(term, piece, whole) for piece in term.pieces]
        if not term.parts:
            first = self._first_bigram(term)
            return [(whole, (*first, *_field_terms(term.expansions)))]
        return [
            (
                any_of([whole, *self._part(term, i)]),
                (*(("text.word", token) for token in term.words[i]), *_field_terms(term.expansions_of(i))),
            )
            for i in term.parts
        ]

    def _first_bigram(self, term: QueryTerm) -> FieldTerms:
        """The bigram by which a word without parts is weighed: its first, or the rarest if it is no known word."""
        places = [tuple(("text.bigram", token) for token in place) for place in term.bigrams] or [()]
        return max(places, key=self.idf) if term.inseparable else places[0]

    def _piece(self, term: QueryTerm, piece: tuple[int, int], whole: Node) -> tuple[Node, FieldTerms]:
        others, words = term.expansions_over(piece), term.words[slice(*piece)]
        nodes = [whole, *(self.strict(one.term, 0.0) for one in others)]
        nodes += [_phrase(f"{place}.word", words, 0.0) for place in PASSAGE_FIELDS]
        pair = "".join(place[0] for place in words[:2])
        return any_of(nodes), (("text.bigram", pair), *_field_terms(others))

    def _part(self, term: QueryTerm, part: int) -> Iterator[Node]:
        """How one part of a word is found by itself."""
        for place in PASSAGE_FIELDS:
            for token in term.words[part]:
                yield Term(f"{place}.word", token, 0.0)
                if len(token) > 1 and is_hangul(token[0]):
                    yield Term(f"{place}.compound", token, 0.0)
        if bigrams := term.bigrams_of(part):
            yield from (_phrase(f"{place}.bigram", bigrams, 0.0) for place in PASSAGE_FIELDS)
        partial = (one for one in term.expansions_of(part) if one not in term.whole_expansions)
        yield from (self.strict(one.term, 0.0) for one in partial)

    def together(self, term: QueryTerm) -> list[tuple[Node, FieldTerms]]:
        """What several parts mean together, where that is more than each: 3자 협력 is rarer than 협력."""
        concepts = tuple(("text.concept", token) for one in term.whole_expansions for token in one.term.concepts)
        return [(self.strict(term, 0.0), concepts)] if concepts and len(term.words) > 1 else []


def _under_month(date: FullDate, weight: float) -> Node:
    """A day under a heading or title that has its year and month."""
    month = any_of([Term(f"{place}.concept", f"@{date.year}-{date.month}", weight) for place in PASSAGE_FIELDS[1:]])
    days = dict.fromkeys((date.day, date.day.lstrip("0")))
    return AllOf((month, any_of([Term("text.word", day, weight) for day in days])))


def _words(term: QueryTerm, place: str, weight: float) -> Iterator[Node]:
    """The words of a term side by side, and as one word or inside another."""
    if term.words:
        yield _phrase(f"{place}.word", term.words, weight)
    if term.compound:
        yield Term(f"{place}.compound", term.compound, weight)
        if term.words != ((term.compound,),):
            yield Term(f"{place}.word", term.compound, weight)


def _field_terms(expansions: Iterable[Expansion]) -> FieldTerms:
    """The terms by whose frequency expansions are judged: those of concepts and of names of one word."""
    found: list[tuple[str, str]] = []
    for one in expansions:
        found += [("text.concept", token) for token in one.term.concepts]
        found += [("text.word", token) for token in (one.term.words[0] if len(one.term.words) == 1 else ())]
    return tuple(dict.fromkeys(found))


def _groups(term: QueryTerm) -> Iterator[tuple[int, int, tuple[Expansion, ...]]]:
    """The parts of a term in stretches that expansions hold together: (first, last, the expansions of the stretch)."""
    at, size = 0, max(len(term.words), 1)
    while at < size:
        last = at + 1
        while True:
            held = [one for one in term.expansions if one.first < last and one.last > at]
            reach = min(max((one.last for one in held), default=last), size)
            if reach <= last:
                break
            last = reach
        yield at, last, tuple(held)
        at = last


def _phrase(stream: str, places: TokenSlots, weight: float) -> Node:
    if len(places) == 1:
        return any_of([Term(stream, token, weight) for token in places[0]])
    return Phrase(stream, places, weight)


def any_of(nodes: Sequence[Node]) -> Node:
    """At least one of the nodes; their scores add up."""
    return nodes[0] if len(nodes) == 1 else AnyOf(tuple(nodes))


def best(nodes: Sequence[Node]) -> Node:
    """At least one of the nodes; the best one counts."""
    return nodes[0] if len(nodes) == 1 else DisMax(tuple(nodes))
