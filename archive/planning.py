"""How does a query become a plan? Words side by side are weighed; everything else is taken strictly."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import log

from archive.engine import Engine
from archive.errors import QueryError
from archive.facets import asked
from archive.folding import is_hangul
from archive.keyboard import hangul
from archive.leaf import Leaf, leaves, loose, needs, strict
from archive.plan import AllOf, AnyOf, Enough, Node, Ranked, Without
from archive.query import And, Field, Loose, Not, Or, Query, Quote, Word

# How much of a query's weight a passage must have when words stand side by side. Swept over 0 to 0.6 on half of the
# general questions and the judged queries: 0.2 loses nothing there, and leaves two of four queries about absent matters
# unanswered; from 0.25 on passages that say the same in other words are lost.
ENOUGH = 0.2


class Match(StrEnum):
    """How many of the words that stand side by side a passage must have."""

    MOST = "most"  # enough of them, weighed by rarity
    ALL = "all"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Planned:
    """A query ready for an engine: the plan, and the leaves that may mark (not those under NOT)."""

    plan: Node
    leaves: tuple[Leaf, ...]
    words: int  # words that stand side by side, of which some may be missing


class Planner:
    """Plans one query against one engine, whose frequencies say which words are rare."""

    def __init__(self, engine: Engine, match: Match = Match.MOST) -> None:
        self._engine = engine
        self._match = match
        self._marking: list[Leaf] = []
        self._leaves: dict[int, Leaf] = {}
        self._words = 0

    def plan(self, query: Query) -> Planned:
        """The plan of a query.

        Raises:
            QueryError: no word of the query can be looked for.
        """
        words = list(_words(query))
        self._leaves = {id(word): leaf for word, leaf in zip(words, self._read(words), strict=True)}
        node = self._node(query if isinstance(query, Loose) else Loose((query,)))
        if node is None:
            raise QueryError("the query has no word that can be looked for: only signs or particles", "no-content")
        return Planned(node, tuple(self._marking), self._words)

    def _read(self, words: Sequence[Word | Quote]) -> list[Leaf]:
        """The leaves of the words; one that stands nowhere but does on the Korean keys is read by those."""
        found = leaves(words)
        for i, (word, leaf) in enumerate(zip(words, found, strict=True)):
            if isinstance(word, Word) and (meant := hangul(word.text)) and not self._known(leaf):
                (typed,) = leaves([Word(meant, word.start)])
                if self._known(typed):
                    found[i] = replace(typed, because=f"{typed.because} ({word.text})")
        return found

    def _known(self, leaf: Leaf) -> bool:
        """Does any part of the word stand anywhere?"""
        terms = [("text.word", t) for place in leaf.words for t in place] + [("text.compound", t) for t in leaf.compounds]
        return any(self._engine.frequencies(terms))

    def _node(self, query: Query, marks: bool = True) -> Node | None:
        match query:
            case Word() | Quote():
                return self._leaf(query, marks)
            case Field():
                return asked(query.name, query.value)
            case And(nodes):
                return self._all(nodes, marks)
            case Or(nodes):
                found = [self._node(child, marks) for child in nodes]
                return _gather(AnyOf, [node for node in found if node is not None])
            case Loose(nodes):
                return self._loose(nodes, marks)
            case Not(child):
                return self._node(child, marks=False)

    def _leaf(self, word: Word | Quote, marks: bool) -> Node | None:
        leaf = self._leaves[id(word)]
        if leaf.empty:
            return None
        if marks:
            self._marking.append(replace(leaf, whole=True))
        return strict(leaf)

    def _all(self, nodes: Sequence[Query], marks: bool) -> Node | None:
        kept = [self._node(child, marks) for child in nodes if not isinstance(child, Not)]
        barred = [self._node(child, False) for child in nodes if isinstance(child, Not)]
        return _without([node for node in kept if node], [node for node in barred if node])

    def _loose(self, nodes: Sequence[Query], marks: bool) -> Node | None:
        """Quotations, fields and groups are required; of the plain words enough must be there."""
        words = [child for child in nodes if isinstance(child, Word)]
        rest = [child for child in nodes if not isinstance(child, Word)]
        if self._match is Match.ALL or not marks or not words:
            return self._all(nodes, marks)
        plain = [leaf for word in words if not (leaf := self._leaves[id(word)]).empty]
        self._marking += plain
        self._words += len(plain)
        required = self._all(rest, marks) if any(not isinstance(child, Not) for child in rest) else None
        barred = [node for child in rest if isinstance(child, Not) and (node := self._node(child, False))]
        if not plain:
            return _without([required] if required else [], barred)
        ranking = _gather(AnyOf, [loose(leaf) for leaf in plain])
        assert ranking is not None
        if any(not isinstance(child, Field | Not) for child in rest):
            base = required  # a quotation or group chooses; plain words beside it only rank
        else:
            base = _gather(AllOf, [node for node in (self._enough(plain), required) if node])
        return Ranked(_without([base] if base else [], barred) or ranking, ranking)

    def _enough(self, plain: Sequence[Leaf]) -> Node:
        """A word weighs as much as its rarest morpheme, shared among its morphemes; a word seen nowhere weighs most."""
        size = self._engine.size()
        nodes: list[Node] = []
        shares: list[float] = []
        total = 0.0
        for leaf in plain:
            wanted = needs(leaf)
            counts = [sum(self._engine.frequencies([(stream, t) for t in terms])) for _, (terms, stream) in wanted]
            rarity = [log(1 + (size + 0.5) / (count + 0.5)) for count in counts]
            nodes += [node for node, _ in wanted]
            shares += [max(rarity) * r / sum(rarity) for r in rarity]
            total += max(rarity) if _korean(leaf) else 0.0
        return Enough(tuple(nodes), tuple(shares), max(ENOUGH * total if self._match is Match.MOST else 0.0, 1e-9))


def _korean(leaf: Leaf) -> bool:
    """A Korean word that a passage lacks speaks against the passage; a foreign one only says that the text is Korean."""
    return any(is_hangul(c) for c in leaf.printed)


def _words(query: Query) -> list[Word | Quote]:
    match query:
        case Word() | Quote():
            return [query]
        case Field():
            return []
        case Not(child):
            return _words(child)
        case And(nodes) | Or(nodes) | Loose(nodes):
            return [word for child in nodes for word in _words(child)]


def _gather(kind: type[AnyOf] | type[AllOf], nodes: Sequence[Node]) -> Node | None:
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    return kind(tuple(nodes))


def _without(kept: Sequence[Node], barred: Sequence[Node]) -> Node | None:
    base = _gather(AllOf, kept)
    out = _gather(AnyOf, barred)
    return Without(base, out) if base and out else base
