"""What does one word of a query stand for? A word or quotation, analysed by the very analyzer that made the index.

A leaf is read in two ways. Strictly (in quotes, with AND, NOT or in a field) the whole word must stand there: its
morphemes side by side, or joined as a compound, or all its bigrams together. Loosely (words side by side) each of its
morphemes counts, and the strict readings rank higher.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.analyzer import TIE, Streams, Token, analyze, bigrams, full_year, pairs
from archive.engine import PLACES
from archive.folding import fold, is_han, is_hangul
from archive.plan import AnyOf, Node, Phrase, Term
from archive.query import Quote, Word

# Swept on the general questions: 0.3 to 0.7 differ by 0.004 at most; without bigrams Northern spellings are lost.
BIGRAM_WEIGHT = 0.5
# Headings rank the passages below them, but a passage that says the word itself leads (0.3 to 1 swept on the judged
# queries). A title says what all its passages are about: 1.5 finds headlines in other languages by their names and
# numbers (0.37 against 0.30 at 1.0) for 0.005 of the Korean questions.
PLACE_WEIGHT = {"text": 1.0, "heading": 0.5, "title": 1.5}

Places = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A query word after analysis. Each place holds its term and the alternatives of that term."""

    printed: str
    words: Places  # content morphemes in order
    compounds: tuple[str, ...]  # terms that the word forms as a whole
    run: Places  # the bigrams of its content in order
    pairs: tuple[str, ...] = ()  # every bigram of the word as typed: these only rank
    exact: bool = False  # a quotation: found and marked by its bigrams alone
    whole: bool = False  # its morphemes mark only side by side
    because: str = ""

    @property
    def parts(self) -> Places:
        """The morphemes that count by themselves. In 북러 or 대북제재 a lone syllable (북, 러, 대) would mark anything."""
        if len(self.words) < 2:
            return self.words
        return tuple(place for place in self.words if len(place[0]) > 1 or not is_hangul(place[0]))

    @property
    def empty(self) -> bool:
        """Nothing to look for: signs, or a lone particle."""
        return not (self.words or self.compounds or self.run)


def leaves(words: Sequence[Word | Quote]) -> list[Leaf]:
    """The leaf of each word or quotation, in order."""
    return [_leaf(word, streams) for word, streams in zip(words, analyze([w.text for w in words]), strict=True)]


def _leaf(word: Word | Quote, streams: Streams) -> Leaf:
    if isinstance(word, Quote):
        return Leaf(word.text, (), (), _run(word.text, tied=True), exact=True, because=f"“{word.text}”")
    core = _core(word.text, streams)
    places = tuple(_alternatives(token, word.text) for token in streams.word)
    compounds = _compounds(core, streams)
    run = _run(core, tied=True) if len(core) > 2 or not places else _run(core, tied=False)
    if not any(is_hangul(c) or is_han(c) for c in core) and places:
        run = ()  # Latin and Cyrillic words are found by their stems
    return Leaf(word.text, places, compounds, run, _pairs(word.text), because=core)


def _core(text: str, streams: Streams) -> str:
    """The word without the particles and endings around its content: 정찰위성 of 정찰위성의."""
    if not streams.word:
        return text.strip()
    return text[min(t.start for t in streams.word) : max(t.end for t in streams.word)]


def _compounds(core: str, streams: Streams) -> tuple[str, ...]:
    """A lone noun may be a part of a longer compound: 정찰위성 is one morpheme alone and two in 군사정찰위성."""
    whole = fold(core).text.casefold()
    if not whole or not all(is_hangul(c) or is_han(c) or c.isascii() for c in whole) or " " in whole:
        return ()
    return (whole,) if len(whole) > 1 and any(is_hangul(c) for c in whole) else ()


def _alternatives(token: Token, text: str) -> tuple[str, ...]:
    """24년 may mean 2024년: readers type years with two digits."""
    if len(token.term) == 2 and token.term.isdigit() and text[token.end : token.end + 1] == "년":
        return token.term, full_year(token.term)
    return (token.term,)


def _run(text: str, tied: bool) -> Places:
    """The bigrams of `text`; with `tied`, each also as it stands across a space or sign."""
    plain = pairs(text)
    if not tied:
        return tuple((pair,) for pair in plain)
    places = []
    for token, pair in zip(bigrams(fold(text)), plain, strict=True):
        tie = token.term if TIE in token.term else pair[0] + TIE + pair[1:]
        places.append((pair, tie) if len(pair) > 1 and (is_hangul(pair[0]) or is_han(pair[0])) else (pair,))
    return tuple(places)


def _pairs(text: str) -> tuple[str, ...]:
    """Endings and all: where the morphemes are misread (Northern spelling, misprints), most bigrams still agree."""
    terms = [term for place in _run(text, tied=True) for term in place]
    return tuple(dict.fromkeys(term for term in terms if is_hangul(term[0]) or is_han(term[0])))


def strict(leaf: Leaf, places: Iterable[str] = PLACES) -> Node:
    """The plan of a word that must stand there whole."""
    nodes: list[Node] = []
    for place in places:
        weight = PLACE_WEIGHT[place]
        if leaf.words:
            nodes.append(_phrase(f"{place}.word", leaf.words, weight))
        nodes += [Term(f"{place}.compound", term, weight) for term in leaf.compounds]
        if leaf.run:
            nodes.append(_phrase(f"{place}.bigram", leaf.run, weight * BIGRAM_WEIGHT))
    return _any(nodes)


def loose(leaf: Leaf) -> Node:
    """The plan that ranks a word: its morphemes, the compounds it forms, and its bigrams at half weight."""
    nodes: list[Node] = []
    for place in PLACES:
        weight = PLACE_WEIGHT[place]
        nodes += [Term(f"{place}.word", term, weight) for alternatives in leaf.parts for term in alternatives]
        nodes += [Term(f"{place}.compound", term, weight) for term in leaf.compounds]
        nodes += [Term(f"{place}.bigram", term, weight * BIGRAM_WEIGHT) for term in leaf.pairs]
    return _any(nodes)


def needs(leaf: Leaf) -> list[tuple[Node, tuple[tuple[str, ...], str]]]:
    """What of the word may be missing: a node for each morpheme, with the terms whose rarity says how much it matters."""
    whole = strict(leaf)
    if not leaf.parts:
        return [(whole, (leaf.run[0] if leaf.run else leaf.compounds, "text.bigram"))]
    return [
        (_any([whole, *(Term(f"{place}.word", term, 0.0) for place in PLACES for term in alternatives)]),
         (alternatives, "text.word"))
        for alternatives in leaf.parts
    ]  # fmt: skip


def _phrase(stream: str, places: Places, weight: float) -> Node:
    if len(places) == 1:
        return _any([Term(stream, term, weight) for term in places[0]])
    return Phrase(stream, places, weight)


def _any(nodes: Sequence[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else AnyOf(tuple(nodes))
