"""What stands in the index at one generation? Its segments as one, their passages numbered through.

Rows here are passages of all segments, one segment after the other. Those that were taken out are in no answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from archive.engine import bm25
from archive.engine.evaluation import Array, Postings
from archive.engine.protocol import MOST
from archive.engine.whoosh.postings import NONE, phrase_postings
from archive.engine.whoosh.segment import ABOVE, IndexSegment

KEPT = 16 << 20  # bytes of postings remembered; chosen: of 100,000 passages some fifty questions' worth
ENTRY = 500  # bytes that remembering one takes beside its arrays

Places = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Values:
    """What rows are counted under by a facet: its values in order, and the combinations of them that rows have.

    `of_row` is the combination of each row; each value of each combination is a pair (`in_combination`, `of_pair`).
    """

    names: list[str]
    of_row: Array
    combinations: int
    in_combination: Array
    of_pair: Array


class Snapshot:
    """The index at one generation. Safe to share between threads."""

    def __init__(self, generation: int, segments: Sequence[IndexSegment]) -> None:
        self.generation = generation
        self.segments = tuple(segments)
        self._bases = np.cumsum([0, *map(len, self.segments)])
        self.rows = int(self._bases[-1])  # with those that were taken out
        self.size = self.rows - sum(len(one.deleted) for one in self.segments)
        self._norms: dict[str, Array] = {}
        self._values: dict[str, _Values] = {}
        self._known: dict[tuple[str, Places], Postings] = {}  # none that refers back: a past state is let go at once
        self._known_bytes = 0

    @cached_property
    def alive(self) -> Array | None:
        """Which rows still stand; None for all."""
        if self.size == self.rows:
            return None
        alive = np.ones(self.rows, bool)
        for base, one in zip(self._bases, self.segments, strict=False):
            alive[base + one.deleted] = False
        return alive

    def column(self, name: str) -> Array:
        """A column of every row: key, document or date."""
        return _joined([getattr(one, name) for one in self.segments])

    @cached_property
    def keys(self) -> Array:
        """The key of every row."""
        return self.column("key")

    @cached_property
    def dates(self) -> Array:
        """The date of every row."""
        return self.column("date")

    @cached_property
    def documents(self) -> tuple[Array, Array]:
        """The numbers of all documents, and of every row which of them it belongs to."""
        numbers, of_row = np.unique(self.column("document"), return_inverse=True)
        return numbers, of_row

    def frequency(self, field: str, term: str) -> int:
        """In how many passages a term stands."""
        if self.alive is None:
            return sum(_frequency(one, field, term) for one in self.segments)
        return len(self.postings(field, ((term,),)).rows)

    def postings(self, field: str, places: Places) -> Postings:
        """The passages in which a term or a phrase stands, and how often in each."""
        found = self._known.get((field, places))
        if found is None:
            found = self._known[field, places] = self._postings(field, places)
            self._known_bytes += found.rows.nbytes + found.counts.nbytes + ENTRY
            if self._known_bytes > KEPT:
                self._known.clear()
                self._known_bytes = 0
        return found

    def _postings(self, field: str, places: Places) -> Postings:
        parts = [self._in_segment(number, field, places) for number in range(len(self.segments))]
        found = Postings(_joined([part.rows for part in parts]), _joined([part.counts for part in parts]))
        if self.alive is None:
            return found
        alive = self.alive[found.rows]
        return Postings(found.rows[alive], found.counts[alive])

    def _in_segment(self, number: int, field: str, places: Places) -> Postings:
        segment, place = self.segments[number], field.partition(".")[0]
        stream = segment.stream(field)
        one = len(places) == 1 and len(places[0]) == 1
        found = stream.postings(places[0][0]) if one else phrase_postings(stream, places)
        if place in ABOVE:
            found = _below(found, *segment.members[place])
        return Postings(found.rows + np.int32(self._bases[number]), found.counts) if self._bases[number] else found

    def norms(self, field: str) -> Array:
        """What the length of a field of each row takes from the score: `bm25.norm` of its share of the mean."""
        found = self._norms.get(field)
        if found is None:
            lengths = _joined([_lengths(one, field) for one in self.segments])
            mean = (lengths if self.alive is None else lengths[self.alive]).sum() / max(self.size, 1)
            found = self._norms[field] = bm25.norm(lengths / (mean or 1.0))
        return found

    def _counted_values(self, name: str) -> _Values:
        found = self._values.get(name)
        if found is None:
            known: dict[tuple[str, ...], int] = {}
            of_rows = []
            for values, of_row in (one.values(name) for one in self.segments):
                to = np.array([known.setdefault(value, len(known)) for value in values], np.int32)
                of_rows.append(to[of_row])
            names = sorted({value for values in known for value in values})
            numbers = {value: number for number, value in enumerate(names)}
            pairs = [(n, numbers[value]) for values, n in known.items() for value in values]
            combinations, of_pair = np.array(pairs, np.int64).reshape(-1, 2).T
            found = self._values[name] = _Values(names, _joined(of_rows), len(known), combinations, of_pair)
        return found

    def counted(self, name: str, rows: Array) -> dict[str, int]:
        """How many of these rows are counted under each value of a facet, the most frequent first."""
        values = self._counted_values(name)
        many = np.bincount(values.of_row[rows], minlength=values.combinations)
        counts = np.bincount(values.of_pair, many[values.in_combination], minlength=len(values.names)).astype(np.int64)
        first = np.argsort(-counts, kind="stable")[: min(np.count_nonzero(counts), MOST.get(name, len(counts)))]
        return {values.names[n]: count for n, count in zip(first.tolist(), counts[first].tolist(), strict=True)}


def _joined(parts: Sequence[Array]) -> Array:
    return parts[0] if len(parts) == 1 else np.concatenate(parts or (NONE.rows,))


def _frequency(segment: IndexSegment, field: str, term: str) -> int:
    rows, place = segment.stream(field).postings(term).rows, field.partition(".")[0]
    if place not in ABOVE or not len(rows):
        return len(rows)
    starts, _ = segment.members[place]
    return int((starts[rows + 1] - starts[rows]).sum())


def _lengths(segment: IndexSegment, field: str) -> Array:
    place, lengths = field.partition(".")[0], segment.stream(field).lengths
    if place not in ABOVE:
        return lengths
    return np.append(lengths, 0)[segment.row_of(place)]  # the row -1 is the last one: nothing stands above


def _below(found: Postings, starts: Array, members: Array) -> Postings:
    """The passages under the headings or titles found, each as often as its heading has it."""
    first = starts[found.rows]
    sizes = starts[found.rows + 1] - first
    where = np.repeat(first - np.cumsum(sizes) + sizes, sizes) + np.arange(int(sizes.sum()))
    rows = members[where]
    order = np.argsort(rows)
    return Postings(rows[order], np.repeat(found.counts, sizes)[order])
