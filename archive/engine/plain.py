"""What does a plan match? The oracle: a dict engine short enough to be read as the definition."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from archive.engine import bm25
from archive.engine.plan import Order, Phrase, SearchRequest, Term
from archive.engine.protocol import FACET, Engine, IndexEntry, Match, SearchResponse, counts
from archive.engine.walk import Scores, walk


class PlainEngine(Engine):
    """Postings in dicts: field -> term -> key -> positions. For tests and small archives in memory."""

    def __init__(self) -> None:
        self._entries: dict[int, IndexEntry] = {}
        self._postings: dict[str, dict[str, dict[int, list[int]]]] = {}
        self._mean: dict[str, float] = {}
        self._generation = 0

    def update(self, entries: Iterable[IndexEntry], removed: Iterable[int]) -> None:
        self._generation += 1
        for key in removed:
            self._entries.pop(key, None)
        self._entries.update((entry.key, entry) for entry in entries)
        self._postings = defaultdict(lambda: defaultdict(dict))
        lengths: dict[str, int] = defaultdict(int)
        for key, entry in self._entries.items():
            for field, terms in (*entry.fields.items(), (FACET, entry.facets)):
                lengths[field] += len(terms)
                for position, term in enumerate(terms):
                    self._postings[field][term].setdefault(key, []).append(position)
        self._mean = {field: length / len(self._entries) for field, length in lengths.items()}

    def size(self) -> int:
        return len(self._entries)

    def generation(self) -> int:
        return self._generation

    def frequencies(self, terms: Iterable[tuple[str, str]]) -> list[int]:
        return [len(self._at(field, term)) for field, term in terms]

    def find(self, request: SearchRequest) -> SearchResponse:
        if request.guard is not None and not walk(request.guard, self._leaf):
            return SearchResponse((), 0, 0, guarded=True)
        scores = walk(request.plan, self._leaf)
        dated = request.order is Order.DATE
        best = sorted(scores, key=lambda key: (-self._entries[key].date if dated else 0, -scores[key], key))
        matched = [self._entries[key] for key in scores]
        return SearchResponse(
            tuple(
                Match(key, self._entries[key].document, scores[key])
                for key in best[request.offset : request.offset + request.limit]
            ),
            len(scores),
            len({entry.document for entry in matched}),
            counts((f, v, 1) for entry in matched for f in request.facets for v in entry.facet_values.get(f, ())),
            dict(Counter(entry.document for entry in matched).most_common()),
        )

    def _at(self, field: str, term: str) -> dict[int, list[int]]:
        return self._postings.get(field, {}).get(term, {})

    def _leaf(self, node: Term | Phrase, within: Scores | None) -> Scores:
        places = ((node.term,),) if isinstance(node, Term) else node.places
        found = self._starts(node.stream, places)
        return {
            key: node.weight * self._saturation(node.stream, len(starts), key)
            for key, starts in found.items()
            if within is None or key in within
        }

    def _starts(self, field: str, places: tuple[tuple[str, ...], ...]) -> dict[int, set[int]]:
        """The positions at which the phrase begins, by passage."""
        found: dict[int, set[int]] = {}
        for i, alternatives in enumerate(places):
            here: dict[int, set[int]] = defaultdict(set)
            for term in alternatives:
                for key, positions in self._at(field, term).items():
                    here[key].update(position - i for position in positions)
            found = {key: starts & found.get(key, set()) for key, starts in here.items()} if i else dict(here)
        return {key: starts for key, starts in found.items() if starts}

    def _saturation(self, field: str, count: int, key: int) -> float:
        if field == FACET:
            return 0.0
        length = len(self._entries[key].fields.get(field, ()))
        found: float = bm25.saturation(count, bm25.norm(length / self._mean[field]))
        return found
