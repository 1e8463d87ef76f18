"""Where do the postings lie on disk? In a Whoosh index, the embedded engine; the only module that imports Whoosh.

Whoosh is used for what it does well, postings with positions in segments that readers and one writer share; the tree
of a plan is walked here, since its own query classes would analyse again. Traps that shaped this module: a searcher
belongs to one thread and one request; `compound=False` makes opening one a hundred times cheaper; nothing is fsynced,
so the store must always be able to fill the index anew.
"""

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from archive.engine import bm25
from archive.engine.plan import Order, Phrase, SearchRequest, Term
from archive.engine.protocol import FACET, FACET_NAMES, FIELDS, Engine, IndexEntry, Match, SearchResponse, counts
from archive.engine.walk import Scores, walk
from archive.errors import StaleIndex, StoreError

with warnings.catch_warnings():  # Whoosh 2.7.4 compiles with invalid escapes
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from whoosh import columns, fields, index, scoring
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.query import Or, spans
    from whoosh.query import Term as WhooshTerm

LOCK_SECONDS = 30.0

Places = tuple[tuple[str, ...], ...]


def _schema() -> Any:
    schema = fields.Schema(
        key=fields.ID(unique=True),
        number=fields.NUMERIC(stored=False, sortable=True, bits=64),
        document=fields.NUMERIC(stored=False, sortable=True, bits=64),
        date=fields.NUMERIC(stored=False, sortable=True, bits=64),
        facet=fields.KEYWORD(scorable=False),
    )
    for name in FACET_NAMES:
        schema.add(f"counted_{name}", fields.COLUMN(columns.RefBytesColumn()))
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
            raise StaleIndex(f'the search index in {folder} cannot be opened: run "gakju index"') from error

    @classmethod
    def create(cls, folder: Path) -> "WhooshEngine":
        """Makes an empty index in `folder`, over whatever lay there."""
        folder.mkdir(parents=True, exist_ok=True)
        index.create_in(str(folder), _schema())
        return cls(folder)

    def size(self) -> int:
        return int(self._index.doc_count())

    def generation(self) -> int:
        return int(self._index.latest_generation())

    def frequencies(self, terms: Sequence[tuple[str, str]]) -> list[int]:
        with self._index.reader() as reader:
            removed = reader.doc_count_all() - reader.doc_count()
            return [_frequency(reader, _name(field), term, removed) for field, term in terms]

    def update(self, entries: Iterable[IndexEntry], removed: Iterable[int]) -> None:
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

    def find(self, request: SearchRequest) -> SearchResponse:
        with self._index.searcher(weighting=scoring.Frequency()) as searcher:
            segments = [_Segment(leaf, searcher) for leaf, _ in searcher.leaf_searchers() if leaf.reader().doc_count()]
            if request.guard is not None and not any(walk(request.guard, segment.leaf) for segment in segments):
                return SearchResponse((), 0, 0, guarded=True)
            scores: list[tuple[int, float, int, int]] = []
            facet_values: list[tuple[str, str]] = []
            for segment in segments:
                found = walk(request.plan, segment.leaf)
                reader = segment.reader
                keys, documents = reader.column_reader("number"), reader.column_reader("document")
                dates = reader.column_reader("date") if request.order is Order.DATE else None
                scores += [(-dates[n] if dates else 0, -score, keys[n], documents[n]) for n, score in found.items()]
                facet_values += _facet_values(reader, found, request.facets)
            scores.sort()
            return SearchResponse(
                tuple(
                    Match(key, document, -score)
                    for _, score, key, document in scores[request.offset : request.offset + request.limit]
                ),
                len(scores),
                len({document for _, _, _, document in scores}),
                counts(facet_values),
                dict(Counter(document for _, _, _, document in scores).most_common()),
            )


def _frequency(reader: Any, name: str, term: str, removed: int) -> int:
    """In how many passages a term stands. Whoosh counts removed ones too, until it merges them away; where the term may
    stand in no other, those that are left are counted one by one."""
    frequency: int = reader.doc_frequency(name, term)
    return sum(1 for _ in reader.postings(name, term).all_ids()) if 0 < frequency <= removed else frequency


def _facet_values(reader: Any, found: Iterable[int], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The values that the passages found are counted under; several values of one passage are parted by a tab."""
    listed = list(found)
    for name in names:
        column = reader.column_reader(f"counted_{name}", translate=False)
        for number in listed:
            if values := column[number]:
                yield from ((name, value) for value in values.decode().split("\t"))


def _document(entry: IndexEntry) -> dict[str, object]:
    document: dict[str, object] = {
        "key": str(entry.key),
        "number": entry.key,
        "document": entry.document,
        "date": entry.date,
        "facet": " ".join(map(_facet, entry.facets)),
    }
    for name, values in entry.facet_values.items():
        document[f"counted_{name}"] = "\t".join(values).encode()
    for field, terms in entry.fields.items():
        if terms:
            document[_name(field)] = " ".join(terms)
    return document


class _Segment:
    """One segment of the index, for one question. What a term or phrase matches is read once, whatever asks for it."""

    def __init__(self, searcher: Any, whole: Any) -> None:
        self._searcher = searcher
        self._whole = whole
        self.reader = searcher.reader()
        self._read: dict[tuple[str, Places], Scores] = {}

    def leaf(self, node: Term | Phrase, within: Scores | None) -> Scores:
        """Scores by document number of the segment; `within` bounds them to documents already chosen."""
        places = ((node.term,),) if isinstance(node, Term) else node.places
        found = self._read.get((node.stream, places))
        if found is None:
            found = self._scored(node.stream, places)
            self._read[node.stream, places] = found
        if not node.weight or node.stream == FACET:
            return dict.fromkeys(found if within is None else found.keys() & within.keys(), 0.0)
        if within is None:
            return {docnum: node.weight * score for docnum, score in found.items()}
        return {docnum: node.weight * found[docnum] for docnum in found.keys() & within.keys()}

    def _scored(self, stream: str, places: Places) -> Scores:
        """BM25 as the dict engine has it: Whoosh's own idf, log(N / (n + 1)) + 1, ranks common words higher."""
        name = _name(stream)
        occurrences = self._occurrences(name, places, stream == FACET)
        if stream == FACET or not occurrences:
            return occurrences
        size, mean = self._whole.doc_count(), self._whole.avg_field_length(name) or 1.0
        if len(places) == 1 and len(places[0]) == 1:
            frequency = self._whole.reader().doc_frequency(name, places[0][0])
        else:  # what other segments hold of a phrase is not read for its rarity: the share here stands for them
            frequency = round(len(occurrences) * size / max(self.reader.doc_count(), 1))
        frequency = min(frequency, size)  # the reader still counts passages that were taken out
        rare, length = bm25.rarity(size, frequency), self.reader.doc_field_length
        return {n: bm25.score(count, length(n, name) / mean, rare) for n, count in occurrences.items()}

    def _occurrences(self, name: str, places: Places, facet: bool) -> Scores:
        """How often the term or phrase stands in each passage."""
        known = [
            [t for term in place if (name, t := _facet(term) if facet else term) in self.reader] for place in places
        ]
        if not all(known):
            return {}
        terms = [[WhooshTerm(name, term) for term in place] for place in known]
        queries = [place[0] if len(place) == 1 else Or(place) for place in terms]
        query = queries[0] if len(queries) == 1 else spans.SpanNear2(queries, slop=1, ordered=True, mindist=1)
        matcher, found = query.matcher(self._searcher), {}
        while matcher.is_active():
            found[matcher.id()] = float(len(matcher.spans())) if len(queries) > 1 else float(matcher.weight())
            matcher.next()
        return found


def _facet(facet: str) -> str:
    """A facet as one term of a field whose terms are parted by spaces."""
    return facet.replace(" ", "_")
