"""How does a query become a plan? Words side by side are weighed; everything else is taken strictly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from archive.engine import AllOf, AnyOf, AtLeast, Boosted, Node, Without, rarity
from archive.index import facet_plan, holding, titled
from archive.query import MAX_CLAUSES, And, Field, Loose, Not, Or, Prefix, Query, Quote, Word, fields, words
from archive.query import Node as Tree
from archive.search.interpreter import Interpreter
from archive.search.reduction import Reducer
from archive.search.statistics import IndexStatistics
from archive.search.term import QueryTerm
from archive.search.term_plans import TermPlans, any_of
from archive.search.weights import Weights
from archive.text import is_hangul

LEAST = 1e-9  # of a query's weight: any of its words


class MatchMode(StrEnum):
    """How many of the words that stand side by side a passage must have."""

    MOST = "most"  # enough of them, weighed by rarity
    ALL = "all"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class PlannedQuery:
    """A query ready for an engine.

    `plan` says what matches and ranks it; where `guard` matches nothing, the archive has no answer. `terms` are those
    that may mark (not those under NOT); `optional_terms` of them stood side by side, so that some may be missing.
    `by_words` where each passage it finds has one of them; else a field or a title may have found it. `cut` where there
    were more words in what was typed than one query may ask for.
    """

    plan: Node | None
    guard: Node | None
    terms: tuple[QueryTerm, ...]
    optional_terms: int
    by_words: bool = False
    cut: bool = False


class Planner:
    """Plans one query against one archive, whose frequencies say which words are rare."""

    def __init__(
        self, statistics: IndexStatistics, interpreter: Interpreter, weights: Weights, match: MatchMode = MatchMode.MOST
    ) -> None:
        self._statistics = statistics
        self._interpreter = interpreter
        self._weights = weights
        self._plans = TermPlans(weights, self._idf)
        self._match = match
        self._terms: list[QueryTerm] = []
        self._guards: list[Node] = []
        self._optional_terms = 0
        self._cut = False

    def plan(self, query: Query) -> PlannedQuery:
        """The plan of a query; it has none where nothing in the query can be looked for."""
        root = query.root
        node = None if root is None else self._node(root if isinstance(root, Loose) else Loose((root,)))
        guard = self._guards[0] if len(self._guards) == 1 else None
        by_words = bool(self._terms) and all(field.name == "document" for field in fields(query))
        if node is not None and (named := self._titled(query)):
            by_words = False
            node, guard = self._led(node, named, query), guard and AnyOf((guard, named))
        node, guard = Reducer((node, guard), self._statistics.frequencies, self._statistics.size).reduced()
        cut = self._cut or self._interpreter.cut
        return PlannedQuery(node, guard, tuple(self._terms), self._optional_terms, by_words, cut)

    def _titled(self, query: Query) -> Node | None:
        """The plan of documents that are called just what was typed before any fields; sign by sign, where it would
        leave something out else: 두만강 -다리의 값- is a title with its subtitle."""
        first = min((field.start for field in fields(query)), default=len(query.text))
        typed = words(query, excluded=True)
        if any(word.start > first for word in typed):
            return None
        named = titled(query.text[:first].removesuffix(" AND "), signs=typed != words(query))
        return named if named and self._statistics.filed(named.term) else None

    def _led(self, node: Node, named: Node, query: Query) -> Node:
        """A plan that finds all passages of these documents, before all others, as far as fields let them."""
        also = [found for field in fields(query) if (found := self._node(field))]
        here = _gather(AllOf, [named, *also]) or named
        return Boosted(AnyOf((node, here)), AtLeast((named,), (1.0,), 1.0, self._weights.exact_title))

    def _node(self, tree: Tree, marks: bool = True) -> Node | None:
        match tree:
            case Word() | Quote() | Prefix():
                return self._strict(tree, marks)
            case Field():
                return facet_plan(tree.name, tree.value, self._statistics.knowledge, self._statistics.filed)
            case And(nodes):
                return self._all(nodes, marks)
            case Or(nodes):
                before = len(self._terms)
                found = [self._node(child, marks) for child in nodes]
                self._terms[before:] = [replace(term, optional=True) for term in self._terms[before:]]
                return _gather(AnyOf, [node for node in found if node is not None])
            case Loose(nodes):
                return self._loose(nodes, marks)
            case Not(child):
                return self._node(child, marks=False)

    def _strict(self, word: Word | Quote | Prefix, marks: bool) -> Node | None:
        term = self._interpreter.word(word)
        if term.empty:
            return None
        if marks:
            self._terms.append(replace(term, strict=True))
        return self._plans.strict(term)

    def _all(self, nodes: Sequence[Tree], marks: bool, also: Sequence[Node] = ()) -> Node | None:
        kept = [self._node(child, marks) for child in nodes if not isinstance(child, Not)]
        return _without([*also, *(node for node in kept if node)], self._barred(nodes))

    def _barred(self, nodes: Sequence[Tree]) -> list[Node]:
        return [node for child in nodes if isinstance(child, Not) and (node := self._node(child, False))]

    def _loose(self, nodes: Sequence[Tree], marks: bool) -> Node | None:
        """Quotations, fields and groups are required; of the plain words enough must be there."""
        rest = [child for child in nodes if not isinstance(child, Word)]
        if not marks:
            return self._all(nodes, marks)
        understood = [term for run in _stretches(nodes) for term in self._interpreter.stretch(run) if not term.empty]
        self._cut |= len(understood) > MAX_CLAUSES
        understood = understood[:MAX_CLAUSES]  # one word as typed may be many: 북·남·북·남…
        plain = [term for term in understood if not term.ranks_only]
        if self._match is MatchMode.ALL and plain:  # every word whole, as typed or as an expansion
            self._terms += [replace(term, strict=True) for term in plain]
            return self._all(rest, marks, [self._plans.strict(term) for term in plain])
        if not plain:
            return self._all(rest, marks)
        self._terms += plain
        self._optional_terms += len(plain)
        required = self._all(rest, marks)
        ranking = any_of([self._plans.loose(term) for term in understood])
        if any(not isinstance(child, Field | Not) for child in rest):
            base = required  # a quotation or group chooses; plain words beside it only rank
            met, needs, _ = self._needs(plain)
            bonus: Node = AnyOf((ranking, AtLeast(met, needs, LEAST, self._weights.coverage)))
        else:
            enough = self._enough(plain)
            base = _gather(AllOf, [enough, required] if required else [enough])
            bonus = any_of([ranking, *self._answering(understood, enough)])
        return Boosted(_without([base] if base else [], self._barred(rest)) or ranking, bonus)

    def _answering(self, understood: Sequence[QueryTerm], enough: AtLeast) -> list[Node]:
        """A lead, shared among them, for passages that hold the kinds of answer that are asked for, and most words."""
        kinds = list(dict.fromkeys(kind for term in understood for kind in term.answer_kinds))
        total = sum(enough.needs)
        most = replace(enough, minimum=self._weights.answering * total, gain=0.0)
        lead = self._weights.answer_kind * total / max(len(kinds), 1)
        return [AtLeast((holding(kind), most), (lead / 2, lead / 2), lead, 1.0) for kind in kinds]

    def _enough(self, plain: Sequence[QueryTerm]) -> AtLeast:
        """What passages must have of these words, and in `guard` what one passage of the archive must have of them."""
        r = self._weights
        nodes, needs, total = self._needs(plain)
        if self._match is not MatchMode.MOST:
            return AtLeast(nodes, needs, LEAST, r.coverage)
        if len(nodes) > 1:
            self._guards.append(AtLeast(nodes, needs, max(r.answer * total, LEAST)))
        return AtLeast(nodes, needs, max(r.enough * total, LEAST), r.coverage)

    def _needs(self, plain: Sequence[QueryTerm]) -> tuple[tuple[Node, ...], tuple[float, ...], float]:
        """What a passage can have of these words, how much each of it weighs, and what is asked for in all.

        A word weighs as much as its rarest part, shared among its parts. A word seen nowhere weighs most, and a name
        more still: what tells of the tours to one mountain is no answer where another was asked for. A foreign word
        that nothing knows weighs nothing, since only its translation may be wanting.
        """
        r = self._weights
        nodes: list[Node] = []
        needs: list[float] = []
        total = 0.0
        for term in plain:
            parts, together = self._plans.needs(term), self._plans.together(term)
            idf = [self._idf(tokens) for _, tokens in (*parts, *together)]
            weight = max(idf)
            once = [
                one / many for one, many in zip(idf, (*_sharing(term, len(parts)), *(1 for _ in together)), strict=True)
            ]
            nodes += [node for node, _ in (*parts, *together)]
            needs += [weight * one / sum(once) for one in once]
            if min(idf) >= self._idf(()):  # it stands nowhere
                korean = any(map(is_hangul, term.correction.form if term.correction else term.printed))
                weight *= r.absent_name if term.is_name else 1.0
                weight *= r.untranslated if korean or term.in_term_base else 0.0
            total += weight
        return tuple(nodes), tuple(needs), total

    def _idf(self, tokens: Sequence[tuple[str, str]]) -> float:
        """The inverse document frequency of (field, term)s together; of none, that of a term that occurs nowhere."""
        size = self._statistics.size
        return rarity(size, min(sum(self._statistics.frequencies(tokens)), size))


def _sharing(term: QueryTerm, many: int) -> list[int]:
    """Of each part that counts, how many parts are one notion with it: North and Korean are, beside workers."""
    if not term.parts:
        return [1] * many
    inner = [one for one in term.expansions if one not in term.whole_expansions]
    return [
        max((one.last - one.first for one in inner if one.first <= part < one.last), default=1) for part in term.parts
    ]


def _stretches(nodes: Sequence[Tree]) -> Iterator[list[Word]]:
    """The plain words in stretches that nothing else interrupts."""
    for _, stretch in groupby(nodes, lambda node: isinstance(node, Word)):
        if words := [node for node in stretch if isinstance(node, Word)]:
            yield words


def _gather(kind: type[AnyOf] | type[AllOf], nodes: Sequence[Node]) -> Node | None:
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    return kind(tuple(nodes))


def _without(kept: Sequence[Node], barred: Sequence[Node]) -> Node | None:
    base = _gather(AllOf, kept)
    out = _gather(AnyOf, barred)
    return Without(base, out) if base and out else base
