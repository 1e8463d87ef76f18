"""The embedded engine: keeps the postings in a Whoosh index on disk. The only module that imports Whoosh.

Whoosh is used for what it does well, postings with positions in segments that readers and one writer share; the tree
of a plan is walked here, since its own query classes would analyse again. Traps that shaped this module: a searcher
belongs to one thread and one request; `compound=False` makes opening one a hundred times cheaper; nothing is fsynced,
so the store must always be able to fill the index anew.
"""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from archive.engine import FACET, FIELDS, K1, B, Engine, Entry, Found, Match
from archive.engine.walk import Scores, walk
from archive.errors import StaleIndex, StoreError
from archive.plan import Node, Phrase, Term

with warnings.catch_warnings():  # Whoosh 2.7.4 compiles with invalid escapes
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from whoosh import fields, index, scoring
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.query import Or, spans
    from whoosh.query import Term as WhooshTerm

LOCK_SECONDS = 30.0


def _schema() -> Any:
    schema = fields.Schema(
        key=fields.ID(unique=True),
        number=fields.NUMERIC(stored=False, sortable=True, bits=64),
        document=fields.NUMERIC(stored=False, sortable=True, bits=64),
        facet=fields.KEYWORD(scorable=False),
    )
    for field in FIELDS:
        schema.add(_name(field), fields.TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=not field.endswith("compound")))
    return schema


def _name(field: str) -> str:
    return field.replace(".", "_")


class WhooshEngine(Engine):
    """An index in a folder of its own; `create` makes it, `open` finds it."""

    def __init__(self, folder: Path) -> None:
        """Opens the index in `folder`.

        Raises:
            StaleIndex: there is none, or it cannot be read.
        """
        try:
            self._index = index.open_dir(str(folder))
        except Exception as error:  # Whoosh raises anything from EOFError to pickle errors on a damaged index
            raise StaleIndex(f'the search index in {folder} cannot be opened: run "gakju index --rebuild"') from error
        self._weighting = scoring.BM25F(B=B, K1=K1)

    @classmethod
    def create(cls, folder: Path) -> "WhooshEngine":
        """Makes an empty index in `folder`, over whatever lay there."""
        folder.mkdir(parents=True, exist_ok=True)
        index.create_in(str(folder), _schema())
        return cls(folder)

    def size(self) -> int:
        count: int = self._index.doc_count()
        return count

    def frequencies(self, terms: Sequence[tuple[str, str]]) -> list[int]:
        with self._index.reader() as reader:
            return [reader.doc_frequency(_name(field), term) for field, term in terms]

    def update(self, entries: Iterable[Entry], removed: Iterable[int]) -> None:
        try:
            writer = self._index.writer(timeout=LOCK_SECONDS, compound=False)
        except index.LockError as error:
            raise StoreError("the search index is being written by another process: try again later") from error
        try:
            with self._index.reader() as reader:
                gone = [key for key in removed if ("key", str(key)) in reader]
            for key in gone:
                writer.delete_by_term("key", str(key))
            for entry in entries:
                writer.add_document(**_document(entry))
        except BaseException:
            writer.cancel()
            raise
        writer.commit()

    def find(self, plan: Node, limit: int) -> Found:
        with self._index.searcher(weighting=self._weighting) as searcher:
            scores: list[tuple[float, int, int]] = []
            for leaf, _ in searcher.leaf_searchers():
                reader = leaf.reader()
                if not reader.doc_count():
                    continue
                found = walk(plan, partial(_leaf, leaf))
                keys, documents = reader.column_reader("number"), reader.column_reader("document")
                scores += [(-score, keys[docnum], documents[docnum]) for docnum, score in found.items()]
            best = sorted(scores)[:limit]
            return Found(
                tuple(Match(key, document, -score) for score, key, document in best),
                len(scores),
                len({document for _, _, document in scores}),
            )


def _document(entry: Entry) -> dict[str, object]:
    document: dict[str, object] = {
        "key": str(entry.key),
        "number": entry.key,
        "document": entry.document,
        "facet": " ".join(map(_facet, entry.facets)),
    }
    for field, terms in entry.fields.items():
        if terms:
            document[_name(field)] = " ".join(terms)
    return document


def _leaf(searcher: Any, node: Term | Phrase, within: Scores | None) -> Scores:
    """Scores by document number of one segment; `within` bounds them to documents already chosen."""
    name = _name(node.stream)
    if isinstance(node, Term):
        query = WhooshTerm(name, _facet(node.term) if node.stream == FACET else node.term)
    else:
        places = [[WhooshTerm(name, term) for term in place] for place in node.places]
        queries = [terms[0] if len(terms) == 1 else Or(terms) for terms in places]
        query = queries[0] if len(queries) == 1 else spans.SpanNear2(queries, slop=1, ordered=True, mindist=1)
    matcher = query.matcher(searcher)
    postings = _postings(matcher) if within is None else _postings_within(matcher, within)
    if node.stream == FACET or not node.weight:
        return {docnum: 0.0 for docnum, _ in postings}
    return {docnum: node.weight * score for docnum, score in postings}


def _facet(facet: str) -> str:
    """A facet as one term of a field whose terms are parted by spaces."""
    return facet.replace(" ", "_")


def _postings(matcher: Any) -> Iterator[tuple[int, float]]:
    while matcher.is_active():
        yield matcher.id(), matcher.score()
        matcher.next()


def _postings_within(matcher: Any, within: Scores) -> Iterator[tuple[int, float]]:
    for docnum in sorted(within):
        if not matcher.is_active():
            return
        if matcher.id() < docnum:
            matcher.skip_to(docnum)
        if matcher.is_active() and matcher.id() == docnum:
            yield docnum, matcher.score()
