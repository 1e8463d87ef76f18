"""Which passages answer a query, and why? The front door of searching.

A query is parsed, understood, planned and put to the engine; the passages come from the store with their stored tokens,
and the marks are made from those. Nothing is analysed but the query.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from archive.citing import title_of
from archive.deadline import keep
from archive.engine import FACET_NAMES, Engine, Match, SearchRequest, SearchResponse
from archive.index import open_index
from archive.knowledge import Knowledge
from archive.model import PassageKind
from archive.query import Query, fields, parse, too_many, with_field, without_field
from archive.search.catalogue import CatalogueIndex, CatalogueMatch, NamedDocument
from archive.search.highlight import IndexedText, marks, met, missing_words, reasons
from archive.search.holdings import Holdings, holdings
from archive.search.interpreter import Interpreter
from archive.search.planner import MatchMode, PlannedQuery, Planner
from archive.search.results import DocumentMatches, Hit, Reason, Results, SearchOptions, merged
from archive.search.statistics import IndexStatistics
from archive.search.term import QueryTerm
from archive.search.weights import Weights
from archive.store import DocumentRecord, Indexed, Store

MOST = 1_000  # hits that one query can be asked for
SOURCES = 50  # the sources that most of the passages rest on; machines are given no more of them
NAMED = 20  # documents that a query names, as machines are answered
DOUBTFUL = 10  # passages shown where none has enough of the words


class Search:
    """Searches one archive. Safe to share between threads; takes a new index as soon as the store names it.

    `knowledge` is what the home's tables said when the index in force was opened.
    """

    def __init__(self, store: Store, home: Path, weights: Weights | None = None) -> None:
        self._store = store
        self._home = home
        self._weights = weights or Weights()
        self.knowledge = Knowledge.at(home)
        self._opened: tuple[str | None, Engine] | None = None
        self._catalogue: tuple[str, CatalogueIndex] | None = None
        self._statistics: tuple[Engine, int, IndexStatistics] | None = None

    def search(self, options: SearchOptions | str) -> Results:
        """The best passages for a query; a query without anything to look for finds nothing.

        Raises:
            StaleIndex: the index must be built first.
        """
        options = SearchOptions(options) if isinstance(options, str) else options
        results = self.rank(options)
        hits, doubtful = (self.hits(results, some) for some in (results.ranked, results.doubtful))
        if results.ranked and not hits and not options.offset:
            results = results.emptied()
        return replace(results, hits=tuple(hits), doubtful_hits=tuple(doubtful))

    def rank(self, options: SearchOptions, engine: Engine | None = None) -> Results:
        """What a query finds, in order and counted, before any passage is read: `ranked` in the place of `hits`.

        In the index in force, if the caller does not hold it already.

        Raises:
            StaleIndex: the index must be built first.
        """
        engine = engine or self.engine()
        query = parse(options.text)
        planned = self.plan(query, options, engine)
        if planned.cut:
            query = too_many(query)
        if planned.plan is None:
            return Results(query, (), 0, 0, planned.terms, planned.optional_terms)
        limit = max(0, min(options.limit, MOST - options.offset))
        facets = FACET_NAMES if options.facet_counts else ()
        found = engine.find(SearchRequest(planned.plan, limit, planned.guard, options.offset, options.order, facets))
        doubtful = self._doubtful(query, options, engine) if found.guarded and not options.offset else None
        counted = doubtful or found
        terms = self._offered(query, planned.terms, options, engine) if not found.passages else planned.terms
        return Results(
            query,
            (),
            found.passages,
            found.documents,
            terms,
            planned.optional_terms,
            planned.by_words,
            guarded=found.guarded,
            counts={name: merged(name, values) for name, values in counted.counts.items()},
            by_document=counted.by_document,
            ranked=found.matches,
            doubtful=doubtful.matches if doubtful else (),
            doubtful_passages=doubtful.passages if doubtful else 0,
        )

    def within(self, document: str, options: SearchOptions) -> DocumentMatches:
        """The passages of one document that answer a query, in the order of its text, with their marks.

        Another document that the query names is left out of it; its limit and order don't count here.

        Raises:
            StaleIndex: the index must be built first.
        """
        query = parse(options.text)
        for field in fields(query):
            if field.name == "document":
                query = without_field(query, field.name, field.value)
        options = replace(options, text=str(with_field(query, "document", document)), limit=MOST, offset=0)
        found = self.rank(options)
        if few := found.guarded and not found.passages:
            found = self.rank(replace(options, match=MatchMode.ANY))
        hits = self.hits(found, found.ranked) if found.terms else []
        return DocumentMatches(tuple(sorted(hits, key=lambda hit: hit.passage.ordinal)), few)

    def _offered(
        self, query: Query, terms: Sequence[QueryTerm], options: SearchOptions, engine: Engine
    ) -> tuple[QueryTerm, ...]:
        """The terms; those that stand nowhere with what they nearly are, where a query of that would be answered."""
        near = tuple(replace(term, edit=term.edit or term.near) for term in terms)
        text = Results(query, (), 0, 0, near, 0).suggested
        if text is None or all(term.edit or not term.near for term in terms):
            return tuple(terms)
        plan = self.plan(parse(text), options, engine)
        answered = plan.plan is not None and engine.find(SearchRequest(plan.plan, 0, plan.guard)).passages
        return near if answered else tuple(terms)

    def _doubtful(self, query: Query, options: SearchOptions, engine: Engine) -> SearchResponse | None:
        """What has any of the words, the best of it first."""
        plan = self.plan(query, replace(options, match=MatchMode.ANY), engine).plan
        facets = FACET_NAMES if options.facet_counts else ()
        limit = min(options.limit, DOUBTFUL)
        return engine.find(SearchRequest(plan, limit, order=options.order, facets=facets)) if plan else None

    def facets(self, results: Results) -> dict[str, list[dict[str, object]]]:
        """How many of the passages found have each value of each facet, the most frequent first: documents by their
        ids, outlets by theirs where the table has them, the first sources. A field of the query with the value finds
        just those."""
        records = self._store.records(list(results.by_document))
        documents = [(records[number].id, n) for number, n in results.by_document.items() if number in records]
        rows = {"document": documents, **{name: list(values.items()) for name, values in results.counts.items()}}
        rows |= {"source": rows["source"][:SOURCES]} if "source" in rows else {}
        return {name: [{"value": value, "passages": n} for value, n in values] for name, values in rows.items()}

    def named(self, query: Query, loosely: bool = False) -> tuple[CatalogueMatch, ...]:
        """The documents that a query names: titles, authors, publishers, series, numbers, whatever passages it finds.

        Loosely, also by any part of what the catalogue says: what stands there is not nowhere.
        """
        return self._catalogue_index().named(query, loosely)

    def named_documents(self, query: Query, loosely: bool = False) -> tuple[NamedDocument, ...]:
        """The same by document: the one whose title it is first, those with most of the names, the latest of them."""
        catalogue = self._catalogue_index()
        return catalogue.documents(catalogue.named(query, loosely))

    def holdings(self, engine: Engine) -> Holdings:
        """What the index in force holds: passages by facet, and concepts worth looking for."""
        return holdings(engine, self.knowledge.terms)

    def _catalogue_index(self) -> CatalogueIndex:
        """The names of all documents; new ones when anything is written."""
        generation, held = self._store.generation(), self._catalogue
        if held is None or held[0] != generation:
            catalogue = CatalogueIndex((record.number, record.metadata) for record in self._store.documents())
            held = self._catalogue = generation, catalogue
        return held[1]

    def named_json(self, query: Query, permalink: Callable[[str], str]) -> dict[str, object]:
        """The same as the command line and the API answer it: how many, and the first of them."""
        named = self.named_documents(query)
        records = self._store.records([one.number for one in named[:NAMED]])
        found = [(records[one.number], one) for one in named[:NAMED] if one.number in records]
        return {
            "named": [
                {
                    "document": record.id,
                    "title": title_of(record.metadata),
                    "permalink": permalink(record.id),
                    "because": [{"field": one.field, "name": one.name, "whole": one.whole} for one in document.because],
                }
                for record, document in found
            ],
            "named_documents": len(named),
        }

    def plan(self, query: Query, options: SearchOptions, engine: Engine) -> PlannedQuery:
        """How a query is understood and planned against an engine."""
        statistics = self.statistics(engine)
        interpreter = Interpreter(statistics, self._weights, options.exactly, options.dropped)
        return Planner(statistics, interpreter, self._weights, options.match).plan(query)

    def statistics(self, engine: Engine) -> IndexStatistics:
        """The statistics of an index; new ones when it changes."""
        generation, held = engine.generation(), self._statistics
        if held is None or held[0] is not engine or held[1] != generation:
            held = self._statistics = engine, generation, IndexStatistics(engine, self._store.lexicon, self.knowledge)
        return held[2]

    def engine(self) -> Engine:
        """The index in force.

        Raises:
            StaleIndex: the index must be built first.
        """
        name = self._store.setting("index")
        if self._opened is None or self._opened[0] != name:
            self.knowledge = Knowledge.at(self._home)  # may have been edited since
            self._opened = (name, open_index(self._store, self._home, self.knowledge))
        return self._opened[1]

    def hits(
        self,
        results: Results,
        matches: Sequence[Match],
        records: Mapping[int, DocumentRecord] | None = None,
    ) -> list[Hit]:
        """The passages of these matches of an answer, marked and explained by the words that were looked for.

        The index compares words without their case and what a number counts: where all that it met were other words
        (4월 for a bare 4, us for US), the passage is no hit, and is left out.

        `records` are those of their documents, by number, if the caller has them already.
        """
        indexed = self._store.indexed([match.key for match in matches])
        if records is None:
            records = self._store.records(sorted({match.document for match in matches}))
        places = {(m.document, n) for m in matches if m.key in indexed for n in indexed[m.key].passage.context}
        contexts = self._store.contexts(sorted(places))
        texts = {id(one): IndexedText(one.passage.text, one.streams) for one in (*indexed.values(), *contexts.values())}
        hits = []
        for match in matches:
            keep()
            found = indexed.get(match.key)
            if found is not None and found.findable:  # else withdrawn since: the index is a moment behind
                above = [contexts[match.document, n] for n in found.passage.context if (match.document, n) in contexts]
                hit = _hit(records[match.document], found, match.score, results.terms, above, texts)
                if hit.marked or not results.by_words:
                    hits.append(hit)
        return hits


def _hit(
    record: DocumentRecord,
    found: Indexed,
    score: float,
    terms: Sequence[QueryTerm],
    contexts: Sequence[Indexed],
    texts: Mapping[int, IndexedText],
) -> Hit:
    title = next((c for c in contexts if c.passage.kind is PassageKind.TITLE), None)
    heading = next((c for c in contexts if c.passage.kind is not PassageKind.TITLE), None)
    every = [texts[id(one)] for one in (found, *contexts)]
    why = [
        Reason(term.printed, one.passage.text[start:end], expansion)
        for one in (found, *contexts)
        for term, start, end, expansion in reasons(terms, texts[id(one)])
    ]
    read = ((term, term.correction) for term in terms if term.correction and met(term, every))
    why += [Reason(term.printed, correction.form, correction.id) for term, correction in read]
    return Hit(
        record,
        found.passage,
        score,
        title.passage.text if title else title_of(record.metadata),
        heading.passage.text if heading else None,
        tuple(marks(terms, every[0], every[1:])),
        tuple(marks(terms, texts[id(heading)])) if heading else (),
        tuple(marks(terms, texts[id(title)])) if title else (),
        tuple(dict.fromkeys(word for term in terms for word in missing_words(term, every))),
        tuple(dict.fromkeys(why)),
        heading.passage.id if heading else None,
    )
