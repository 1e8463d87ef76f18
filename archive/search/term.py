"""What does one word of a query stand for? A word or quotation, analysed by the very analyzer that made the index.

A leaf is read in two ways. Strictly (in quotes, with AND, NOT or in a field) the whole word must stand there: its
morphemes side by side, or all its bigrams together. Loosely (words side by side) each of its
morphemes counts, and the strict readings rank higher.

Beside the word as typed a leaf may have readings: the same notion in another language, a name as it sounds in another
script, another spelling, a quantity. Of a word and its readings the best one counts. `archive.search.expansion` finds them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from archive.analyzer import TIE, Token, bigrams, pairs
from archive.engine import PLACES, AnyOf, DisMax, Node, Phrase, Term
from archive.search.ranking import Ranking
from archive.text import asks_nothing, fold, full_year, is_han, is_hangul

LONGEST = 64  # morphemes of one word of a query: a sentence pasted without its spaces has fewer

Places = tuple[tuple[str, ...], ...]


class ExpansionKind(StrEnum):
    """Why another form is looked for."""

    TERM = "term"  # the term base knows it
    NAME = "name"  # it sounds the same in another script
    SPELLING = "spelling"  # another spelling of the same word, or a slip
    QUANTITY = "quantity"  # the same number or date
    KEYBOARD = "keyboard"  # typed on the other keyboard layout
    HANJA = "hanja"  # Chinese characters as Koreans read them


@dataclass(frozen=True, slots=True)
class Expansion:
    """Another form of parts `first` to `last` of a leaf (half-open), for which `leaf` is looked for too.

    `id` is what it is called where a reader takes it away (name:라브로프, term:un-security-council).
    """

    kind: ExpansionKind
    id: str
    form: str
    leaf: "QueryTerm"
    weight: float
    first: int
    last: int
    slip: bool = False  # the word as typed stands nowhere, and this is what it nearly is

    @property
    def inner(self) -> bool:
        """Is it a concept inside a longer one? Such readings help to find, rank nothing, and would clutter what is shown."""
        return not self.weight


@dataclass(frozen=True, slots=True)
class Correction:
    """What was looked for in the place of what was typed: on the other keyboard, or with its letters closed up."""

    kind: ExpansionKind
    form: str
    whole: str = ""  # everything that was read so together: a spacing holds for all the words

    @property
    def id(self) -> str:
        """What it is called where a reader takes it away: keyboard:북한."""
        return f"{self.kind.value}:{self.whole or self.form}"


class Edit(NamedTuple):
    """What could be typed in the place of `query.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A query word after analysis. Each place holds its term and the alternatives of that term."""

    printed: str
    words: Places = ()  # content morphemes in order
    run: Places = ()  # the bigrams of its content in order
    pairs: Places = ()  # every bigram of the word as typed: these only rank
    concepts: tuple[str, ...] = ()
    exact: bool = False  # a quotation: found and marked by its bigrams alone
    whole: bool = False  # its morphemes mark only side by side
    texts: tuple[str, ...] = ()  # by part: its letters in the query
    optional: bool = False  # stands under OR: no passage lacks it
    runs: tuple[Places, ...] = ()  # by part: its bigrams in order, where its term stands nowhere in the archive
    readings: tuple[Expansion, ...] = ()
    meant: Correction | None = None
    edit: Edit | None = field(default=None, compare=False)  # puts right what was typed, where that seems a slip
    spoken: bool = False  # the term base knows it, whether it stands in the archive or not
    light: bool = False  # asks for nothing (몇, 있나, of the): its bigrams help to rank, and no passage lacks it

    @property
    def because(self) -> str:
        """What of the query a match answers, as typed."""
        return (
            f"{self.printed} → {self.meant.form}" if self.meant else f"“{self.printed}”" if self.exact else self.printed
        )

    @property
    def parts(self) -> tuple[int, ...]:
        """The places that count by themselves. In 북러 or 대북제재 a lone syllable (북, 러, 대) would mark anything."""
        everything = tuple(i for i in range(len(self.words)) if not self._counted(i))
        if len(self.words) < 2:
            return everything
        return tuple(
            i
            for i in everything
            if not asks_nothing(self.words[i][0]) and (len(self.words[i][0]) > 1 or not is_hangul(self.words[i][0]))
        )

    def _counted(self, part: int) -> bool:
        """Is it the digits of a quantity? Alone they would mark any number."""
        return self.words[part][0].isdigit() and any(
            reading.kind is ExpansionKind.QUANTITY for reading in self.covering(part)
        )

    @property
    def bare(self) -> bool:
        """Nothing to look for as typed: signs, or a lone particle."""
        return not (self.words or self.run or self.concepts)

    @property
    def empty(self) -> bool:
        """Nothing to look for at all."""
        return self.bare and not self.readings

    def run_of(self, part: int) -> Places:
        """The bigrams by which a part is found that the archive's own analysis has cut in another way."""
        return self.runs[part] if part < len(self.runs) else ()

    def covering(self, part: int) -> tuple[Expansion, ...]:
        """The readings that stand for this part, among others or alone."""
        return tuple(r for r in self.readings if r.first <= part < r.last)

    @property
    def wide(self) -> tuple[Expansion, ...]:
        """The readings that stand for the whole word."""
        return tuple(r for r in self.readings if r.first == 0 and r.last >= len(self.words))


def quoted(text: str) -> QueryTerm:
    """The leaf of a quotation: exactly these words, whatever the spacing."""
    return QueryTerm(text, run=run(text, tied=True), exact=True)


def worded(core: str, text: str, words: Sequence[Token], bigrams: Sequence[Token]) -> QueryTerm:
    """The leaf of a word from its tokens, whose offsets count in `text`; `core` is it without its particles."""
    words, bigrams = words[:LONGEST], bigrams[: 2 * LONGEST]
    places = tuple(_alternatives(token, text) for token in words)
    found = run(core, tied=True) if len(core) > 2 or not places else run(core, tied=False)
    if not any(is_hangul(c) or is_han(c) for c in core) and places:
        found = ()  # Latin and Cyrillic words are found by their stems
    texts = tuple(text[token.start : token.end] for token in words)
    return QueryTerm(core, places, found, _pairs(bigrams), texts=texts)


def formed(form: str, words: Places = (), concepts: tuple[str, ...] = ()) -> QueryTerm:
    """The leaf of a form that is looked for whole: a name of the lexicon, a concept.

    A Korean name may be several morphemes, and part of a longer word: its bigrams find it there.
    """
    korean = bool(words) and all(map(is_hangul, form))
    return QueryTerm(form, words, run(form, tied=len(form) > 2) if korean else (), concepts=concepts, whole=True)


def _alternatives(token: Token, text: str) -> tuple[str, ...]:
    """24년 may mean 2024년: readers type years with two digits."""
    if len(token.term) == 2 and token.term.isdigit() and text[token.end : token.end + 1] == "년":
        return token.term, full_year(token.term)
    return (token.term,)


def run(text: str, tied: bool) -> Places:
    """The bigrams of `text`; with `tied`, each also as it stands across a space or sign."""
    plain = pairs(text)
    if not tied:
        return tuple((pair,) for pair in plain)
    return tuple(_ties(pair, token.term) for token, pair in zip(bigrams(fold(text)), plain, strict=True))


def _pairs(tokens: Sequence[Token]) -> Places:
    """Endings and all: where the morphemes are misread (Northern spelling, misprints), most bigrams still agree."""
    pairs = (_ties(token.term.replace(TIE, ""), token.term) for token in tokens)
    return tuple(dict.fromkeys(pair for pair in pairs if is_hangul(pair[0][0]) or is_han(pair[0][0])))


def _ties(pair: str, term: str) -> tuple[str, ...]:
    """A pair as it stands within a word and across a space or sign."""
    if len(pair) < 2 or not (is_hangul(pair[0]) or is_han(pair[0])):
        return (pair,)
    return pair, term if TIE in term else pair[0] + TIE + pair[1:]


@dataclass(frozen=True, slots=True)
class TermPlans:
    """The plans of leaves under one ranking; `rarity` gives the inverse document frequency of (field, term)s together."""

    ranking: Ranking
    rarity: Callable[[Sequence[tuple[str, str]]], float]

    def strict(self, leaf: QueryTerm, weight: float = 1.0) -> Node:
        """The plan of a word that must stand there whole, as typed or in a reading of all of it."""
        nodes = [] if leaf.bare else [self._whole(leaf, p, weight * self.ranking.place(p)) for p in PLACES]
        others = [self.strict(reading.leaf, weight * self.ranking.reading * reading.weight) for reading in leaf.wide]
        return best([any_of(nodes), *others]) if nodes else best(others)

    def loose(self, leaf: QueryTerm) -> Node:
        """The plan that ranks a word: its morphemes and its bigrams; or a reading, if that is better.

        Of a passage's own text, its heading and its title the best one counts: adding them up put passages with a title of
        the query's words before passages that answer it (Northern spellings 0.977 against 0.980, judged queries 0.834
        against 0.840).
        """
        return best([any_of(self._loosely(leaf, place, self.ranking.place(place))) for place in PLACES])

    def _loosely(self, leaf: QueryTerm, place: str, weight: float) -> list[Node]:
        r = self.ranking
        extra: list[Node] = [Term(f"{place}.bigram", term, weight * r.bigram) for pair in leaf.pairs for term in pair]
        grouped, nodes = list(_groups(leaf)), []
        for first, last, readings in grouped:
            scale = weight * self._scale(leaf, first, last, readings)
            own: list[Node] = [
                Term(f"{place}.word", term, scale * r.word)
                for i in range(first, min(last, len(leaf.words)))
                for term in leaf.words[i]
                if not asks_nothing(term)
            ]
            if len(grouped) == 1:
                own, extra = [*own, *extra], []
            others = [self._whole(reading.leaf, place, weight * r.reading * reading.weight) for reading in readings]
            if own or others:
                nodes.append(best([*([any_of(own)] if own else []), *others]))
        return [*nodes, *extra]

    def _scale(self, leaf: QueryTerm, first: int, last: int, readings: Sequence[Expansion]) -> float:
        """How much a literal match may count: a word is as common as its concept, though its own form be rare.

        КНДР stands in few notes and 북한 everywhere; by its own rarity КНДР would outweigh what is really asked for.
        """
        concepts = [("text.concept", term) for r in readings if not r.inner for term in r.leaf.concepts]
        if not concepts:
            return 1.0
        own = sum(
            self.rarity([("text.word", term) for term in leaf.words[i]])
            for i in range(first, min(last, len(leaf.words)))
            if not asks_nothing(leaf.words[i][0])
        )
        return min(1.0, self.rarity(concepts) / own) if own else 1.0

    def _whole(self, leaf: QueryTerm, place: str, weight: float) -> Node:
        """The plan of a word that stands whole in one place."""
        r = self.ranking
        nodes: list[Node] = [Term(f"{place}.concept", term, weight * r.concept) for term in leaf.concepts]
        if leaf.words:
            nodes.append(_phrase(f"{place}.word", leaf.words, weight * r.word))
        if leaf.run:
            nodes.append(_phrase(f"{place}.bigram", leaf.run, weight * r.bigram))
        return any_of(nodes)

    def needs(self, leaf: QueryTerm) -> list[tuple[Node, tuple[tuple[str, str], ...]]]:
        """What of the word may be missing: a node for each part, with the (field, term)s whose rarity says what it matters."""
        whole = self.strict(leaf, 0.0)
        if not leaf.parts:
            return [(whole, (*(("text.bigram", term) for term in (leaf.run or ((),))[0]), *_rare(leaf.readings)))]
        return [
            (
                any_of(
                    [
                        whole,
                        *(Term(f"{place}.word", term, 0.0) for place in PLACES for term in leaf.words[i]),
                        *(_phrase(f"{place}.bigram", part, 0.0) for place in PLACES if (part := leaf.run_of(i))),
                        *(self.strict(reading.leaf, 0.0) for reading in leaf.covering(i) if reading not in leaf.wide),
                    ]
                ),
                (*(("text.word", term) for term in leaf.words[i]), *_rare(leaf.covering(i))),
            )
            for i in leaf.parts
        ]

    def together(self, leaf: QueryTerm) -> list[tuple[Node, tuple[tuple[str, str], ...]]]:
        """What several parts mean together, where that is more than each: 3자 협력 is rarer than 협력."""
        terms = tuple(("text.concept", term) for reading in leaf.wide for term in reading.leaf.concepts)
        return [(self.strict(leaf, 0.0), terms)] if terms and len(leaf.words) > 1 else []


def _rare(readings: Iterable[Expansion]) -> tuple[tuple[str, str], ...]:
    """The terms of readings by whose frequency they are judged: those of concepts and of names of one word."""
    found: list[tuple[str, str]] = []
    for reading in readings:
        found += [("text.concept", term) for term in reading.leaf.concepts]
        found += [("text.word", term) for term in (reading.leaf.words[0] if len(reading.leaf.words) == 1 else ())]
    return tuple(dict.fromkeys(found))


def _groups(leaf: QueryTerm) -> Iterable[tuple[int, int, tuple[Expansion, ...]]]:
    """The parts of a leaf in stretches that readings hold together: (first, last, the readings of the stretch)."""
    at, size = 0, max(len(leaf.words), 1)
    while at < size:
        last = at + 1
        while True:
            held = [r for r in leaf.readings if r.first < last and r.last > at]
            reach = min(max((r.last for r in held), default=last), size)
            if reach <= last:
                break
            last = reach
        yield at, last, tuple(held)
        at = last


def _phrase(stream: str, places: Places, weight: float) -> Node:
    if len(places) == 1:
        return any_of([Term(stream, term, weight) for term in places[0]])
    return Phrase(stream, places, weight)


def any_of(nodes: Sequence[Node]) -> Node:
    """At least one of the nodes; their scores add up."""
    return nodes[0] if len(nodes) == 1 else AnyOf(tuple(nodes))


def best(nodes: Sequence[Node]) -> Node:
    """At least one of the nodes; the best one counts."""
    return nodes[0] if len(nodes) == 1 else DisMax(tuple(nodes))
