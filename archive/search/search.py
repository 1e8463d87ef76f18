"""Which passages answer a query, and why? The front door of searching.

A query is parsed, understood, planned and put to the engine; the passages come from the store with their stored tokens,
and the marks are made from those. Nothing is analysed but the query.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from archive.engine import COUNTED, Engine, Order, SearchRequest
from archive.engine import Match as Ranked
from archive.index import open_index
from archive.knowledge import Knowledge
from archive.model import Metadata, Passage, PassageKind
from archive.query import Query, parse
from archive.search.expansion import IndexStatistics
from archive.search.highlight import IndexedText, Mark, marks, met, missing_words, reasons
from archive.search.interpreter import Interpreter
from archive.search.planner import MatchMode, PlannedQuery, Planner
from archive.search.ranking import Ranking
from archive.search.term import QueryTerm
from archive.store import DocumentRecord, Indexed, Store

MOST = 1_000  # hits that one query can be asked for


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """A search as it is asked for: the query, which of its hits, and how it is to be taken."""

    text: str
    limit: int = 20
    offset: int = 0
    match: MatchMode = MatchMode.MOST
    order: Order = Order.RELEVANCE
    exactly: bool = False  # 입력한 그대로 검색: no other form of any word
    dropped: frozenset[str] = frozenset()  # ids of readings and meanings that the reader took away
    counted: bool = False  # whether hits are to be counted by facets


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a hit was found by another form than the one typed: Lavrov → 라브로프."""

    typed: str
    found: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query. Marks are spans of `passage.text`, `heading` and `title`."""

    document: DocumentRecord
    passage: Passage
    score: float
    title: str | None
    heading: str | None
    marks: tuple[Mark, ...]
    heading_marks: tuple[Mark, ...]
    title_marks: tuple[Mark, ...]
    missing: tuple[str, ...]  # words of the query that neither the passage nor its headings have
    reasons: tuple[Reason, ...] = ()

    @property
    def address(self) -> str:
        """The passage's permanent part of a link: 7k4m2-93xch."""
        return str(self.passage.address)

    def as_json(self, permalink: str) -> dict[str, object]:
        """The result as the command line and the API answer it."""
        places = (("text", self.marks), ("heading", self.heading_marks), ("title", self.title_marks))
        return {
            "document": self.document.id,
            "source": self.document.source,
            "passage": self.passage.id,
            "permalink": permalink,
            "kind": self.passage.kind.value,
            "text": self.passage.text,
            "heading": self.heading,
            "title": self.title,
            "date": self.document.metadata.date,
            "score": round(self.score, 4),
            "matches": [
                {"in": place, "start": mark.start, "end": mark.end, "because": ", ".join(mark.because)}
                for place, found in places
                for mark in found
            ],
            "reasons": [{"typed": reason.typed, "found": reason.found} for reason in self.reasons],
            "missing": list(self.missing),
        }


@dataclass(frozen=True, slots=True)
class Results:
    """An answer: hits in order, how many passages and documents there are in all, and how the query was understood."""

    query: Query
    hits: tuple[Hit, ...]
    passages: int
    documents: int
    leaves: tuple[QueryTerm, ...]  # the words that were looked for, each with its other forms
    loose: int  # how many of them stood side by side, so that some may be missing
    guarded: bool = False  # passages have some of the words, but none has enough to be an answer
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # passages by facet and value
    by_document: Mapping[int, int] = field(default_factory=dict)  # passages by document number
    ranked: tuple[Ranked, ...] = ()  # what was wanted of the answer, in order; `Search.hits` fetches its passages

    def understood(self) -> list[dict[str, object]]:
        """How each word of the query was taken, for machines."""
        return [
            {
                "typed": leaf.printed,
                "read_as": leaf.meant.form if leaf.meant else None,
                "also": [{"id": r.id, "form": r.form, "kind": r.kind.value} for r in leaf.readings],
            }
            for leaf in self.leaves
        ]

    @property
    def suggested(self) -> str | None:
        """추천 검색어: the query with what seems a slip put right; None where nothing does. Never searched for unasked."""
        text = self.query.text
        for edit in sorted((leaf.edit for leaf in self.leaves if leaf.edit), reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text if text != self.query.text else None

    @property
    def words(self) -> tuple[str, ...]:
        """The words that were looked for, as typed."""
        return tuple(leaf.because for leaf in self.leaves)


class Search:
    """Searches one archive. Safe to share between threads; takes a new index as soon as the store names it.

    `knowledge` is what the home's tables said when the index in force was opened.
    """

    def __init__(self, store: Store, home: Path, ranking: Ranking | None = None) -> None:
        self._store = store
        self._home = home
        self._ranking = ranking or Ranking()
        self.knowledge = Knowledge.at(home)
        self._opened: tuple[str | None, Engine] | None = None
        self._known: tuple[Engine, int, IndexStatistics] | None = None

    def search(self, wanted: SearchOptions | str) -> Results:
        """The best passages for a query; a query without anything to look for finds nothing.

        Raises:
            StaleIndex: the index must be built first.
        """
        results = self.rank(SearchOptions(wanted) if isinstance(wanted, str) else wanted)
        return replace(results, hits=tuple(self.hits(results.leaves, results.ranked)))

    def rank(self, asked: SearchOptions) -> Results:
        """What a query finds, in order and counted, before any passage is read: `ranked` in the place of `hits`.

        Raises:
            StaleIndex: the index must be built first.
        """
        engine = self.engine()
        query = parse(asked.text)
        planned = self.plan(query, asked, engine)
        if planned.plan is None:
            return Results(query, (), 0, 0, planned.leaves, planned.loose)
        limit = max(0, min(asked.limit, MOST - asked.offset))
        counted = COUNTED if asked.counted else ()
        found = engine.find(SearchRequest(planned.plan, limit, planned.guard, asked.offset, asked.order, counted))
        return Results(
            query,
            (),
            found.passages,
            found.documents,
            planned.leaves,
            planned.loose,
            found.guarded,
            found.counts,
            found.by_document,
            found.matches,
        )

    def plan(self, query: Query, asked: SearchOptions, engine: Engine) -> PlannedQuery:
        """How a query is understood and planned against an engine."""
        known = self._knowing(engine)
        understanding = Interpreter(known, self._ranking, asked.exactly, asked.dropped)
        return Planner(known, understanding, self._ranking, asked.match).plan(query)

    def _knowing(self, engine: Engine) -> IndexStatistics:
        """What is known of an index: gathered as it is asked for, and forgotten when the index changes."""
        generation, held = engine.generation(), self._known
        if held is None or held[0] is not engine or held[1] != generation:
            held = self._known = engine, generation, IndexStatistics(engine, self._store.lexicon, self.knowledge)
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

    def hits(self, leaves: Sequence[QueryTerm], matches: Sequence[Ranked]) -> list[Hit]:
        """The passages of these matches, marked and explained by the words that were looked for."""
        indexed = self._store.indexed([match.key for match in matches])
        records = self._store.records(sorted({match.document for match in matches}))
        wanted = {(m.document, n) for m in matches if m.key in indexed for n in indexed[m.key].passage.context}
        contexts = self._store.contexts(sorted(wanted))
        return [
            _hit(
                records[match.document],
                indexed[match.key],
                match.score,
                leaves,
                [
                    contexts[match.document, n]
                    for n in indexed[match.key].passage.context
                    if (match.document, n) in contexts
                ],
            )
            for match in matches
            if match.key in indexed
            and indexed[match.key].findable  # gone or withdrawn since: the index is a moment behind
        ]


def _hit(
    record: DocumentRecord, found: Indexed, score: float, leaves: Sequence[QueryTerm], contexts: Sequence[Indexed]
) -> Hit:
    title = next((c for c in contexts if c.passage.kind is PassageKind.TITLE), None)
    heading = next((c for c in contexts if c.passage.kind is not PassageKind.TITLE), None)
    texts = [(one.passage.text, IndexedText(one.streams)) for one in (found, *contexts)]
    looked = {id(one): text for one, (_, text) in zip((found, *contexts), texts, strict=True)}
    why = [
        Reason(leaf.printed, printed[start:end])
        for printed, text in texts
        for leaf, start, end in reasons(leaves, text)
    ]
    every = [text for _, text in texts]
    why += [Reason(leaf.printed, leaf.meant.form) for leaf in leaves if leaf.meant and met(leaf, every)]
    return Hit(
        record,
        found.passage,
        score,
        title.passage.text if title else record.metadata.title,
        heading.passage.text if heading else None,
        tuple(marks(leaves, looked[id(found)])),
        tuple(marks(leaves, looked[id(heading)])) if heading else (),
        tuple(marks(leaves, looked[id(title)])) if title else (),
        tuple(dict.fromkeys(word for leaf in leaves for word in missing_words(leaf, every))),
        tuple(dict.fromkeys(why)),
    )


def title_of(metadata: Metadata, source: str) -> str:
    """What a document is called where it prints no title of its own: its source's name."""
    return metadata.title or source
