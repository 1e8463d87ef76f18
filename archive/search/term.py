"""What does one word of a query stand for? A word or quotation, analysed by the very analyzer that made the index.

A term is taken in two ways. Strictly (in quotes, with AND, NOT or in a field) the whole word must stand there: its
morphemes side by side, or all its bigrams together. Loosely (words side by side) each of its morphemes counts, and a
strict match ranks higher.

A term may have expansions: the same notion in another language, a name as it sounds in another script, another
spelling, a quantity. `archive.search.expansion` finds them, `archive.search.term_plans` plans them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, pairwise
from typing import NamedTuple

from archive.analyzer import pairs
from archive.search.agreement import TypedPart
from archive.search.date_parts import FullDate
from archive.text import asks_nothing, fold, full_year, is_han, is_hangul
from archive.tokens import TIE, Bigrams, Token, syllables_pattern

LONGEST = 64  # morphemes of one word of a query: a sentence pasted without its spaces has fewer

TokenSlots = tuple[tuple[str, ...], ...]


class ExpansionKind(StrEnum):
    """Why another form is looked for."""

    TERM = "term"  # the term base knows it
    NAME = "name"  # it sounds the same in another script
    SPELLING = "spelling"  # another spelling of the same word, or a slip
    QUANTITY = "quantity"  # the same number or date
    KEYBOARD = "keyboard"  # typed on the other keyboard layout
    HANJA = "hanja"  # Chinese characters as Koreans read them
    INITIALS = "initials"  # 초성: the first consonants of its syllables


@dataclass(frozen=True, slots=True)
class Expansion:
    """Another form of parts `first` to `last` of a term (half-open), for which `term` is looked for too.

    `id` is what it is called where a reader takes it away (name:라브로프, term:un-security-council).
    """

    kind: ExpansionKind
    id: str
    form: str
    term: "QueryTerm"
    weight: float
    first: int
    last: int
    slip: bool = False  # the word as typed stands nowhere, and this is what it nearly is

    @property
    def inner(self) -> bool:
        """Is it a concept inside a longer one? Such ones help to find, rank nothing, and would clutter the page."""
        return not self.weight


@dataclass(frozen=True, slots=True)
class Correction:
    """What was looked for in the place of what was typed: on the other keyboard, or with its letters closed up.

    `whole` is everything that was read so together: a spacing holds for all the words.
    """

    kind: ExpansionKind
    form: str
    whole: str = ""

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
    """A query word after analysis. Each place holds its token and the alternatives of that token."""

    printed: str
    words: TokenSlots = ()  # content morphemes in order
    bigrams: TokenSlots = ()  # the bigrams of its content in order
    ranking_bigrams: TokenSlots = ()  # every bigram of the word as typed: these only rank
    concepts: tuple[str, ...] = ()
    compound: str = ""  # a Korean word as it stands in longer ones, between the places where words begin and end
    exact: bool = False  # a quotation: found and marked by its bigrams alone
    inseparable: bool = False  # Chinese characters that are no known word: found side by side, or nowhere
    strict: bool = False  # its morphemes mark only side by side
    typed: tuple[TypedPart, ...] = ()  # by part, as the query has it
    part_bigrams: tuple[TokenSlots, ...] = ()  # by part: its bigrams in order, where the archive lacks its token
    optional: bool = False  # stands under OR: no passage lacks it
    expansions: tuple[Expansion, ...] = ()
    correction: Correction | None = None
    edit: Edit | None = field(default=None, compare=False)  # puts right what was typed, where that seems a slip
    near: Edit | None = field(default=None, compare=False)  # of a word that stands nowhere: the nearest that does
    in_term_base: bool = False  # whether the archive has it or not
    date: FullDate | None = None  # the one day that it names
    is_name: bool = False  # of a person, place or body: a passage without it speaks of another
    _parts: tuple[int, ...] | None = field(default=None, init=False, compare=False, repr=False)
    _found_by: "FoundBy | None" = field(default=None, init=False, compare=False, repr=False)
    answer_kinds: tuple[str, ...] = ()  # that a question word asks for: number, people, date
    ranks_only: bool = False  # asks for nothing (몇, 있나, of the): its bigrams help to rank, and no passage lacks it

    @property
    def label(self) -> str:
        """What of the query a match answers, as typed."""
        if self.correction:
            return f"{self.printed} → {self.correction.form}"
        return f"“{self.printed}”" if self.exact else self.printed

    @property
    def parts(self) -> tuple[int, ...]:
        """The places that count by themselves. In 북러 or 대북제재 a lone syllable (북, 러, 대) would mark anything."""
        if self._parts is None:  # asked for every text that is marked
            parts = tuple(i for i in range(len(self.words)) if not self._is_number(i) and not self._is_slight(i))
            object.__setattr__(self, "_parts", parts)
        return self._parts or ()

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """The stretches that count by themselves of Chinese words that are written as one: what notions hold together,
        the longest first, and the two characters or more that are left between them. One alone is no piece."""
        if self.parts or not self.words or not all(is_han(place[0][0]) for place in self.words):
            return ()
        found: list[tuple[int, int]] = []
        spans = {(one.first, one.last) for one in self.expansions if one.last - one.first < len(self.words)}
        for first, last in sorted(spans, key=lambda span: (span[0] - span[1], span)):
            if all(last <= start or end <= first for start, end in found):
                found.append((first, last))
        edges = [0, *(edge for span in sorted(found) for edge in span), len(self.words)]
        gaps = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if end - start > 1]
        return tuple(sorted((*found, *gaps))) if len(found) + len(gaps) > 1 else ()

    def printed_piece(self, piece: tuple[int, int]) -> str:
        """A piece as it is quoted."""
        return "".join(one.text for one in self.typed[slice(*piece)])

    def expansions_over(self, piece: tuple[int, int]) -> tuple[Expansion, ...]:
        """The expansions that stand for all of a piece."""
        return tuple(one for one in self.expansions if one.first <= piece[0] and piece[1] <= one.last)

    @property
    def found_by(self) -> "FoundBy":
        """By what the word is found in a text."""
        if self._found_by is None:  # asked for every text that is marked
            object.__setattr__(self, "_found_by", _found_by(self))
        assert self._found_by is not None
        return self._found_by

    def _is_number(self, part: int) -> bool:
        """Is it the digits of a quantity? Alone they would mark any number."""
        kinds = {one.kind for one in self.expansions_of(part)}
        return self.words[part][0].isdigit() and ExpansionKind.QUANTITY in kinds

    def _is_slight(self, part: int) -> bool:
        """Is it one syllable, or a function word, beside others?"""
        token = self.words[part][0]
        lone = len(token) == 1 and (is_hangul(token) or is_han(token))
        return len(self.words) > 1 and (asks_nothing(token) or lone)

    @property
    def has_tokens(self) -> bool:
        """Whether it can be looked for as typed: signs and a lone particle cannot."""
        return bool(self.words or self.bigrams or self.concepts or self.compound)

    @property
    def empty(self) -> bool:
        """Nothing to look for at all."""
        return not self.has_tokens and not self.expansions

    def bigrams_of(self, part: int) -> TokenSlots:
        """The bigrams by which a part is found that the archive's own analysis has cut in another way."""
        return self.part_bigrams[part] if part < len(self.part_bigrams) else ()

    def expansions_of(self, part: int) -> tuple[Expansion, ...]:
        """The expansions that stand for this part, among others or alone."""
        return tuple(one for one in self.expansions if one.first <= part < one.last)

    @property
    def whole_expansions(self) -> tuple[Expansion, ...]:
        """The expansions that stand for the whole word."""
        return tuple(one for one in self.expansions if one.first == 0 and one.last >= len(self.words))


class BigramPhrase:
    """The bigrams of a word side by side. `letters` are all that must be in a text; `pattern` finds it in a folded
    text, and is None where words of other scripts are among them."""

    __slots__ = ("letters", "pattern", "places")

    def __init__(self, places: TokenSlots) -> None:
        self.places = places
        self.letters = frozenset("".join(place[0] for place in places)) - {TIE}
        pairs = [place[0].replace(TIE, "") for place in places]
        plain = all(len(pair) == 2 and all(is_hangul(c) or is_han(c) for c in pair) for pair in pairs)
        chained = plain and bool(pairs) and all(a[1] == b[0] for a, b in pairwise(pairs))
        parted = [any(TIE in one for one in place) for place in places]
        self.pattern = syllables_pattern([pairs[0][0], *(pair[1] for pair in pairs)], parted) if chained else None


class FoundBy(NamedTuple):
    """By what a word is found: its bigrams, those of its parts, and every token and phrase of it or an expansion."""

    whole: BigramPhrase
    parts: tuple[BigramPhrase, ...]
    tokens: frozenset[str]  # of words and concepts
    phrases: tuple[BigramPhrase, ...]


def _found_by(term: QueryTerm) -> FoundBy:
    whole, parts = BigramPhrase(term.bigrams), tuple(BigramPhrase(term.bigrams_of(i)) for i in range(len(term.words)))
    inner = [one.term.found_by for one in term.expansions]
    tokens = chain((*term.concepts, term.compound), *term.words, *(one.tokens for one in inner))
    own = tuple(phrase for phrase in (whole, *parts) if phrase.places)
    return FoundBy(whole, parts, frozenset(tokens), tuple(chain(own, *(one.phrases for one in inner))))


def quotation_term(text: str) -> QueryTerm:
    """The term of a quotation: exactly these words, whatever the spacing."""
    return QueryTerm(text, bigrams=bigram_places(text, tied=True), exact=True)


def word_term(core: str, text: str, words: Sequence[Token], bigrams: Sequence[Token], suffix: str = "") -> QueryTerm:
    """The term of a word from its tokens, whose offsets count in `text`; `core` is it without its particles, and
    `suffix` what after it makes another word of it."""
    words, bigrams = words[:LONGEST], bigrams[: 2 * LONGEST]
    places = tuple(_alternatives(token, text) for token in words)
    last = max((t.end for t in words), default=0)
    shouted = text.isupper() and " " in text
    typed = tuple(
        TypedPart(
            text[t.start : t.end],
            text[: t.start][-1:],
            text[t.end : t.end + 8],
            shouted=shouted,
            suffix=suffix if t.end == last else "",
        )
        for t in words
    )
    found = bigram_places(core, tied=len(core) > 2 or not places)
    if places and (core[:1].isdigit() or not any(is_hangul(c) or is_han(c) for c in core)):
        found = ()  # numbers, Latin and Cyrillic words are found by their forms
    return QueryTerm(core, places, found, _pairs(bigrams), typed=typed)


def form_term(form: str, words: TokenSlots = (), concepts: tuple[str, ...] = (), printed: str = "") -> QueryTerm:
    """The term of a form that is looked for whole: a name of the lexicon, a concept.

    A Korean name may be several morphemes, and part of a longer word: it is found there, too. `printed` is a foreign
    name as the archive has it.
    """
    korean = bool(words) and all(map(is_hangul, form))
    bigrams = bigram_places(form, tied=True) if korean and len(form) > 2 else ()
    typed = (TypedPart(printed, name=True),) if len(words) == 1 else ()
    return QueryTerm(form, words, bigrams, concepts=concepts, compound=form if korean else "", typed=typed, strict=True)


def _alternatives(token: Token, text: str) -> tuple[str, ...]:
    """24년 may mean 2024년: readers type years with two digits."""
    if len(token.term) == 2 and token.term.isdigit() and text[token.end : token.end + 1] == "년":
        return token.term, full_year(token.term)
    return (token.term,)


def bigram_places(text: str, tied: bool) -> TokenSlots:
    """The bigrams of `text`; with `tied`, each also as it stands across a space or sign."""
    plain = pairs(text)
    if not tied:
        return tuple((pair,) for pair in plain)
    return tuple(_ties(pair, token.term) for token, pair in zip(Bigrams(fold(text)), plain, strict=True))


def _pairs(tokens: Sequence[Token]) -> TokenSlots:
    """Endings and all: where the morphemes are misread (Northern spelling, misprints), most bigrams still agree."""
    pairs = (_ties(token.term.replace(TIE, ""), token.term) for token in tokens)
    return tuple(dict.fromkeys(pair for pair in pairs if is_hangul(pair[0][0]) or is_han(pair[0][0])))


def _ties(pair: str, term: str) -> tuple[str, ...]:
    """A pair as it stands within a word and across a space or sign."""
    if len(pair) < 2 or not (is_hangul(pair[0]) or is_han(pair[0])):
        return (pair,)
    return pair, term if TIE in term else pair[0] + TIE + pair[1:]
