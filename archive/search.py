"""Which passages answer a query, and why? The front door of searching.

A query is parsed, planned and put to the engine; the passages come from the store with their stored tokens, and the
marks are made from those. Nothing is analysed but the query.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.document import Metadata
from archive.engine import Engine, Found
from archive.indexing import open_index
from archive.leaf import Leaf
from archive.marking import Mark, marks, matched
from archive.passage import Passage, PassageKind
from archive.planning import Match, Planned, Planner
from archive.query import parse
from archive.store import DocumentRecord, Store
from archive.store.records import Indexed

MOST = 1_000  # hits that one query can be asked for


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
            "score": round(self.score, 4),
            "matches": [
                {"in": place, "start": mark.start, "end": mark.end, "because": mark.because}
                for place, found in places
                for mark in found
            ],
        }


@dataclass(frozen=True, slots=True)
class Results:
    """An answer: hits best first, and how many passages and documents there are in all."""

    query: str
    hits: tuple[Hit, ...]
    passages: int
    documents: int
    words: tuple[str, ...]  # the words that were looked for
    loose: int  # how many of them stood side by side, so that some may be missing


class Search:
    """Searches one archive. Safe to share between threads; takes a new index as soon as the store names it."""

    def __init__(self, store: Store, home: Path) -> None:
        self._store = store
        self._home = home
        self._opened: tuple[str | None, Engine] | None = None

    def search(self, text: str, limit: int = 20, offset: int = 0, match: Match = Match.MOST) -> Results:
        """The best passages for a query.

        Raises:
            QueryError: the query cannot be understood.
            StaleIndex: the index must be built first.
        """
        engine = self._engine()
        planned = Planner(engine, match).plan(parse(text))
        found = engine.find(planned.plan, min(offset + limit, MOST))
        hits = self._hits(found, planned, offset)
        return Results(
            text, tuple(hits), found.passages, found.documents,
            tuple(leaf.because for leaf in planned.leaves), planned.words,
        )  # fmt: skip

    def _engine(self) -> Engine:
        name = self._store.fact("index")
        if self._opened is None or self._opened[0] != name:
            self._opened = (name, open_index(self._store, self._home))
        return self._opened[1]

    def _hits(self, found: Found, planned: Planned, offset: int) -> list[Hit]:
        matches = found.matches[offset:]
        indexed = self._store.indexed([match.key for match in matches])
        records = self._store.records(sorted({match.document for match in matches}))
        wanted = {(m.document, n) for m in matches if m.key in indexed for n in indexed[m.key].passage.context}
        contexts = self._store.contexts(sorted(wanted))
        return [
            _hit(records[match.document], indexed[match.key], match.score, planned.leaves, [
                contexts[match.document, n] for n in indexed[match.key].passage.context
                if (match.document, n) in contexts
            ])
            for match in matches
            if match.key in indexed and indexed[match.key].findable  # gone or withdrawn since: the index is a moment behind
        ]  # fmt: skip


def _hit(
    record: DocumentRecord, found: Indexed, score: float, leaves: Sequence[Leaf], contexts: Sequence[Indexed]
) -> Hit:
    title = next((c for c in contexts if c.passage.kind is PassageKind.TITLE), None)
    heading = next((c for c in contexts if c.passage.kind is not PassageKind.TITLE), None)
    streams = [found.streams, *(c.streams for c in contexts)]
    return Hit(
        record,
        found.passage,
        score,
        title.passage.text if title else record.metadata.title,
        heading.passage.text if heading else None,
        tuple(marks(leaves, found.streams)),
        tuple(marks(leaves, heading.streams)) if heading else (),
        tuple(marks(leaves, title.streams)) if title else (),
        tuple(leaf.because for leaf in leaves if not matched(leaf, streams)),
    )


def title_of(metadata: Metadata, source: str) -> str:
    """What a document is called where it prints no title of its own: its source's name."""
    return metadata.title or source
