"""Is every match the ranking's own? Recomputes what was found, marked and called missing with the dict engine.

For every query: the engine on disk finds the passages that the dict engine finds, no others; every mark takes part in a
match of each word that it is said to answer; what the dict engine does not find in a passage is called missing, and so
is what is not marked (it may be another word of the same stem or digits); and nothing that was to be left out, in
whatever form, is among the hits.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from archive.engine.plain import PlainEngine
from archive.engine.plan import Node, Phrase, SearchRequest, Term
from archive.engine.protocol import Engine, IndexEntry
from archive.index.builder import entry
from archive.index.facets import facet_plan
from archive.model.passage import PassageKind
from archive.query import And, Field, Loose, Not, Or, parse
from archive.query import Node as Tree
from archive.query.tree import Leaf as Typed
from archive.search.highlight import Mark
from archive.search.interpreter import Interpreter
from archive.search.results import Hit, SearchOptions
from archive.search.search import MOST, Search
from archive.search.statistics import IndexStatistics
from archive.search.term import QueryTerm
from archive.search.term_plans import TermPlans
from archive.search.weights import Weights
from archive.store import Indexed, Lexicon, Store
from archive.tokens import Streams, Token
from tests.archive.engine.worlds import leaves

READ = 40  # hits of a query whose marks are looked at; what is found and left out is compared for all of them

Asked = str | SearchOptions


def faults(home: Path, queries: Iterable[Asked], read: int = READ) -> list[str]:
    """What is wrong with an archive's answers to these queries; nothing, if all is well."""
    store = Store.at(home)
    try:
        oracle = Oracle(store, home, read)
        wanted = [SearchOptions(query) if isinstance(query, str) else query for query in queries]
        return [f"{one.text!r}: {fault}" for one in wanted for fault in oracle.faults(one)]
    finally:
        store.close()


class Oracle:
    """An archive's search, and the same passages in the dict engine."""

    def __init__(self, store: Store, home: Path, read: int = READ) -> None:
        self._store = store
        self._search = Search(store, home)
        self._plans = TermPlans(Weights(), lambda terms: 1.0)  # what matches, not what it counts
        self._read = read
        self._found: dict[tuple[Node, Node | None], frozenset[int]] = {}
        self._passages: dict[int, Indexed] = {}
        self._contexts: dict[int, list[Indexed]] = {}
        self._plain = PlainEngine()
        self._plain.update(self._entries(), removed=())

    def _entries(self) -> Iterator[IndexEntry]:
        for record in self._store.documents():
            here = {one.passage.ordinal: one for one in self._store.all_indexed(record.number)}
            for one in here.values():
                if one.findable:
                    above = [here[ordinal] for ordinal in one.passage.context]
                    self._passages[one.passage.key], self._contexts[one.passage.key] = one, above
                    yield entry(one, record.number, above)

    def faults(self, wanted: SearchOptions) -> Iterator[str]:
        """What is wrong with the answer to a query."""
        asked, engine, query = replace(wanted, limit=MOST, offset=0), self._search.engine(), parse(wanted.text)
        planned = self._search.plan(query, asked, engine)
        if planned != self._search.plan(query, asked, self._plain):
            yield "the engines count words differently"
        if planned.plan is None:
            return
        found = engine.find(SearchRequest(planned.plan, self._plain.size(), planned.guard))
        keys, truth = {match.key for match in found.matches}, self._finds(planned.plan, planned.guard)
        if keys != truth:
            yield f"found {sorted(keys - truth)} and not {sorted(truth - keys)}, which the dict engine finds"
        for typed, out in self._left_out(query.root, asked, engine):
            if leaked := truth & out:
                yield f"{typed} was to be left out and is in {self._shown(min(leaked))}"
        met = {term: [self._finds(node) for node in self._needs(term)] for term in planned.terms}
        standing = {
            term: frozenset().union(*(self._finds(node) for node in self._marking(term))) for term in planned.terms
        }
        for hit in self._search.hits(self._search.rank(asked, engine), found.matches[: self._read]):
            yield from (f"{fault} in {self._shown(hit.passage.key)}" for fault in self._wrong(hit, met, standing))

    def _finds(self, plan: Node, guard: Node | None = None) -> frozenset[int]:
        if (plan, guard) not in self._found:
            found = self._plain.find(SearchRequest(plan, self._plain.size(), guard))
            self._found[plan, guard] = frozenset(match.key for match in found.matches)
        return self._found[plan, guard]

    def _shown(self, key: int) -> str:
        return f"{key} “{self._passages[key].passage.text[:80]}”"

    def _needs(self, term: QueryTerm) -> list[Node]:
        """What of a word must stand in a passage, part by part."""
        if term.strict or term.exact:
            return [self._plans.strict(term)]
        return [node for node, _ in self._plans.needs(term)]

    def _marking(self, term: QueryTerm) -> list[Node]:
        """By what a word marks: what must stand there, and its other forms that rank; pairs of letters only rank."""
        ranks = [] if term.strict or term.exact else [self._plans.loose(replace(term, ranking_bigrams=()))]
        return [*self._needs(term), *ranks]

    def _left_out(
        self, tree: Tree | None, asked: SearchOptions, engine: Engine
    ) -> Iterator[tuple[Typed, frozenset[int]]]:
        """The words and fields that no hit may have, and the passages that have them: as typed or in any reading."""
        known = IndexStatistics(engine, Lexicon(self._store), self._search.knowledge)
        interpreter = Interpreter(known, Weights(), asked.exactly, asked.dropped)
        for typed in _barred(tree):
            if isinstance(typed, Field):
                yield typed, self._finds(facet_plan(typed.name, typed.value, known.knowledge))
            elif not (term := interpreter.word(typed)).empty:
                yield typed, self._finds(self._plans.strict(term))

    def _wrong(
        self, hit: Hit, met: Mapping[QueryTerm, Sequence[frozenset[int]]], standing: Mapping[QueryTerm, frozenset[int]]
    ) -> Iterator[str]:
        """What is wrong with the marks and the missing words of one hit."""
        key = hit.passage.key
        called = frozenset(hit.missing)
        for term, parts in met.items():
            if term.date is not None:  # year, month and day may stand apart
                gone = [number for number in term.date if not self._has_number(hit, number)]
                if gone and not called & _names(term):
                    yield f"{hit.missing} is called missing, and {gone} of {term.label} is,"
                continue
            lacking = frozenset(_lacking(term, [key in found for found in parts]))
            if lacking == {term.label}:
                lacking = frozenset() if called & _names(term) else lacking
            if not (lacking <= called or term.label in called):
                yield f"{hit.missing} is called missing, and {tuple(lacking)} is,"
        if not (hit.marks or hit.heading_marks or hit.title_marks):
            unsaid = [term.label for term in met if not term.optional and not called & _names(term)]
            if unsaid:
                yield f"nothing is marked, and {unsaid} is not called missing"
        for text, marks in self._places(hit):
            for mark in marks:
                printed = text.passage.text[mark.start : mark.end]
                answered = [term for term in met if _answers(mark, term)]
                if not answered or not all(key in standing[term] for term in answered):
                    yield f"“{printed}” is marked for {mark.matched_terms}, which the dict engine does not find"
                elif not all(self._takes_part(mark, term, text.streams) for term in answered):
                    yield f"“{printed}” is marked for {mark.matched_terms} and takes no part in a match of it"

    def _has_number(self, hit: Hit, number: str) -> bool:
        """Does a number stand in the passage or above it, in digits, whatever it counts?"""
        sought = re.compile(rf"(?<!\d)0*{int(number)}(?!\d)|’{number[-2:]}")
        return any(sought.search(text.passage.text) for text, _ in self._places(hit))

    def _places(self, hit: Hit) -> Iterator[tuple[Indexed, Sequence[Mark]]]:
        yield self._passages[hit.passage.key], hit.marks
        for above in self._contexts[hit.passage.key]:
            yield above, hit.title_marks if above.passage.kind is PassageKind.TITLE else hit.heading_marks

    def _takes_part(self, mark: Mark, term: QueryTerm, streams: Streams) -> bool:
        """Is a token under the mark one of those by which a term or phrase of the word's plan is met?"""
        nodes = {part for node in self._marking(term) for part in leaves(node) if part.stream.startswith("text.")}
        return any(_meets(node, mark, streams[node.stream.removeprefix("text.")]) for node in nodes)


def _lacking(term: QueryTerm, there: Sequence[bool]) -> Sequence[str]:
    """What of a word is missing where just these of its needs are met: some of its parts, or all of it, as typed."""
    if term.optional or all(there):
        return ()
    if len(there) < 2 or not any(there):
        return (term.label,)
    printed = [*map(term.printed_piece, term.pieces), *(term.typed[part].printed for part in term.parts)]
    return tuple(name for name, met in zip(printed, there, strict=True) if not met)


def _names(term: QueryTerm) -> frozenset[str]:
    """What a word, or a part of it, is called where it is missing."""
    return frozenset((term.label, *(part.printed for part in term.typed), *map(term.printed_piece, term.pieces)))


def _answers(mark: Mark, term: QueryTerm) -> bool:
    """Is this one of the words that a mark is said to answer?"""
    return term.label in mark.matched_terms


def _barred(tree: Tree | None) -> Iterator[Typed]:
    """What stands under a NOT that holds for every hit: not one beside an OR."""
    match tree:
        case And(nodes) | Loose(nodes):
            for child in nodes:
                yield from _barred(child)
        case Not(Or(nodes)):
            yield from (child for child in nodes if isinstance(child, Typed))
        case Not(child) if isinstance(child, Typed):
            yield child


def _meets(node: Term | Phrase, mark: Mark, tokens: Sequence[Token]) -> bool:
    places = ((node.term,),) if isinstance(node, Term) else node.places
    return any(
        any(mark.start <= token.start and token.end <= mark.end for token in run)
        and all(token.term in place for token, place in zip(run, places, strict=True))
        for run in (tokens[i : i + len(places)] for i in range(len(tokens) - len(places) + 1))
    )
