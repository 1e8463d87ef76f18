"""A small archive of literal sentences: made in a moment, asked as a reader asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from archive import knowledge, open
from archive.analyzer import analyze
from archive.citing import outlets
from archive.engine.plain import PlainEngine
from archive.index.builder import entry
from archive.model.document import Block, BlockKind, Document, Line, Metadata
from archive.model.passage import Passage, PassageKind
from archive.query import parse
from archive.search.interpreter import Interpreter
from archive.search.planner import MatchMode, PlannedQuery, Planner
from archive.search.results import Hit, Results, SearchOptions
from archive.search.statistics import IndexStatistics
from archive.search.term import QueryTerm
from archive.search.weights import Weights
from archive.store import Indexed, Lexicon, Store
from archive.terms import base as terms
from archive.tokens import Streams
from tests.webapp import world


def brief(*paragraphs: str, title: str | None = None, heading: str | None = None, **metadata: Any) -> Document:
    """A document of these paragraphs."""
    blocks = [Block(BlockKind.HEADING, heading, (1, 1), level=1)] if heading else []
    under = 0 if heading else None
    blocks += [Block(BlockKind.PARAGRAPH, text, (n, n), heading=under) for n, text in enumerate(paragraphs, 2)]
    lines = tuple(Line(n, text) for n, text in enumerate((heading or title or "", *paragraphs), 1))
    return Document(Metadata(title=title, **metadata), tuple(blocks), (), lines)


class Archive(open.Archive):
    """A home with documents of its own."""

    def __init__(self, home: Path, *documents: Document) -> None:
        super().__init__(Store.at(home), home)
        for number, document in enumerate(documents, 1):
            world.save(self.store, f"brief-{number}.txt", document)
        self.catch_up()

    def ask(self, query: str, limit: int = 100, **wanted: Any) -> Results:
        return self.search.search(SearchOptions(query, limit=limit, **wanted))

    def found(self, query: str, **wanted: Any) -> list[str]:
        """The texts of what is found, best first."""
        return [hit.passage.text for hit in self.ask(query, **wanted).hits]

    def terms(self, query: str, **wanted: Any) -> tuple[QueryTerm, ...]:
        return self.ask(query, **wanted).terms

    def expansions(self, query: str, **wanted: Any) -> set[str]:
        """The ids of all other forms under which the words of a query are looked for."""
        return {one.id for term in self.terms(query, **wanted) for one in term.expansions}


@contextmanager
def archive(home: Path, *documents: Document) -> Iterator[Archive]:
    """An archive for as long as it is wanted."""
    made = Archive(home, *documents)
    yield made
    made.store.close()


@contextmanager
def only_terms(*rows: str) -> Iterator[None]:
    """For as long as it is wanted the program's table of terms has these rows alone: id,kind,ko,en,ru,zh,abbr."""
    table = terms.parse("\n".join((",".join(terms.COLUMNS), *rows)), "these rows")
    with pytest.MonkeyPatch.context() as patch:
        made = knowledge.Knowledge(table, outlets.builtin())
        patch.setattr(terms, "builtin", lambda: table)
        patch.setattr(knowledge, "builtin", lambda: made)
        yield


def marked(hit: Hit) -> list[str]:
    """What of a passage's own text is marked."""
    return [hit.passage.text[mark.start : mark.end] for mark in hit.marks]


def planned(query: str, *texts: str, match: MatchMode = MatchMode.MOST, **how: Any) -> tuple[PlannedQuery, PlainEngine]:
    """The plan of a query against an archive in memory of just these texts (keys 1, 2, …), and its engine."""
    store = Store("sqlite://")
    known_words = knowledge.builtin()
    streamed = zip(texts, analyze(texts, known_words), strict=True)
    learnt = [(passage(key, text), streams) for key, (text, streams) in enumerate(streamed, 1)]
    lexicon = Lexicon(store)
    lexicon.learn(learnt)
    engine = PlainEngine()
    engine.update([entry(Indexed(one, streams, (), True), 1, []) for one, streams in learnt], removed=())
    statistics, ranking = IndexStatistics(engine, lexicon, known_words), Weights()
    found = Planner(statistics, Interpreter(statistics, ranking, **how), ranking, match).plan(parse(query))
    store.close()
    return found, engine


def passage(key: int, text: str) -> Passage:
    return Passage(key, str(key), "7k4m2", key, PassageKind.PARAGRAPH, text)


def streams_of(text: str, everything: bool = False) -> Streams:
    (streams,) = analyze([text], knowledge.builtin(), everything)
    return streams
