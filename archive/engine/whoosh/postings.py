"""In which rows does a term stand, how often and where? The postings of one stream as arrays.

A row is a text: of a passage, or of a heading or title, which is kept once whatever number of passages stand under it.
Terms lie in the order of a checksum of their bytes, by which they are looked up. Of one term rows ascend, and of one
row places do.
"""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from archive.engine.evaluation import Array, Postings

Ints = NDArray[np.int64]

NAMES = ("terms", "term_ends", "checksums", "starts", "rows", "counts", "place_starts", "places", "lengths")


@dataclass(slots=True)
class StreamWriter:
    """Gathers the terms of rows, in order; `placed` says whether it matters where in a row they stand."""

    placed: bool = True
    ids: dict[str, int] = field(default_factory=lambda: defaultdict(count().__next__))  # terms in order of appearance
    tokens: "array[int]" = field(default_factory=lambda: array("i"))
    lengths: "array[int]" = field(default_factory=lambda: array("i"))

    def add(self, terms: Sequence[str]) -> None:
        """The terms of the next row."""
        self.tokens.extend(map(self.ids.__getitem__, terms))
        self.lengths.append(len(terms))

    def arrays(self) -> dict[str, Array]:
        """The postings of all rows."""
        lengths = np.frombuffer(self.lengths, np.int32) if self.lengths else np.zeros(0, np.int32)
        tokens = np.frombuffer(self.tokens, np.int32) if self.tokens else np.zeros(0, np.int32)
        rows = np.repeat(np.arange(len(lengths)), lengths)
        places = np.arange(len(tokens)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return sorted_postings(list(self.ids), tokens, rows, places, lengths, self.placed)


def sorted_postings(
    terms: Sequence[str], tokens: Array, rows: Array, places: Array, lengths: Array, placed: bool
) -> dict[str, Array]:
    """Arrays of occurrences, (term, row, place) each, in order of rows and places.

    `tokens` number the terms as `terms` lists them, `lengths` are those of all rows.
    """
    written = [term.encode() for term in terms]
    order, rank = term_order(written)
    tokens = rank[tokens]
    by_term = np.argsort(tokens, kind="stable")
    tokens, rows, places = tokens[by_term], rows[by_term], places[by_term]
    new = np.ones(len(tokens), bool)
    new[1:] = (tokens[1:] != tokens[:-1]) | (rows[1:] != rows[:-1])
    first = np.flatnonzero(new)
    counts = np.diff(first, append=len(tokens))
    starts = np.searchsorted(tokens[first], np.arange(len(order) + 1))
    return term_arrays([written[n] for n in order]) | {
        "starts": starts.astype(np.int64),
        "rows": rows[first].astype(np.int32),
        "counts": _small(counts),
        "place_starts": (np.append(first, len(tokens))[starts] if placed else np.zeros(0)).astype(np.int64),
        "places": _small(places) if placed else np.zeros(0, np.uint8),
        "lengths": lengths.astype(np.int32),
    }


def term_order(terms: Sequence[bytes]) -> tuple[Array, Array]:
    """In which order terms lie: their numbers by place, and their places by number."""
    order = np.argsort(np.array([crc32(term) for term in terms], np.uint32), kind="stable")
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return order, rank


def term_arrays(terms: Sequence[bytes]) -> dict[str, Array]:
    """The arrays of terms that stand in their order."""
    return {
        "terms": np.frombuffer(b"".join(terms), np.uint8),
        "term_ends": np.cumsum([len(term) for term in terms], dtype=np.int64),
        "checksums": np.array([crc32(term) for term in terms], np.uint32),
    }


def _small(numbers: Array) -> Array:
    """As whole numbers of the fewest bytes that hold them."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))


class StreamPostings:
    """The postings of one stream of a segment, as they lie in its file."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        terms, self._ends, self.checksums, self.starts, self.rows, self.counts, self.place_starts, self.places = (
            arrays[name] for name in NAMES[:-1]
        )
        self.lengths = arrays["lengths"]  # of every row
        self._blob = memoryview(terms)  # type: ignore[arg-type]

    def _number(self, term: str) -> int:
        """The number of a term; -1 where there is no such term."""
        sought = term.encode()
        checksum = crc32(sought)
        at = int(self.checksums.searchsorted(np.uint32(checksum)))
        while at < len(self.checksums) and self.checksums[at] == checksum:
            if self._term(at) == sought:
                return at
            at += 1
        return -1

    def _term(self, number: int) -> bytes:
        return bytes(self._blob[self._ends[number - 1] if number else 0 : self._ends[number]])

    def postings(self, term: str) -> Postings:
        """The rows of a term; none where it does not occur."""
        number = self._number(term)
        here = slice(self.starts[number], self.starts[number + 1]) if number >= 0 else slice(0, 0)
        return Postings(self.rows[here], self.counts[here])

    def placed(self, term: str) -> tuple[Postings, Array]:
        """The rows of a term and all its places, row by row."""
        number = self._number(term)
        places = slice(self.place_starts[number], self.place_starts[number + 1]) if number >= 0 else slice(0, 0)
        return self.postings(term), self.places[places]

    def terms(self) -> list[bytes]:
        """Every term, in the order in which they lie."""
        return [self._term(number) for number in range(len(self._ends))]


def phrase_postings(stream: StreamPostings, phrase: Sequence[Sequence[str]]) -> Postings:
    """The rows in which a phrase stands, one of the alternatives of each place in turn, and how often it begins there.

    The rarest place is read first: of the others only what stands in the same rows.
    """
    placed = [
        [found for term in dict.fromkeys(place) if len((found := stream.placed(term))[0].rows)] for place in phrase
    ]
    if not all(placed):
        return NONE
    rarest_first = sorted(range(len(placed)), key=lambda i: sum(len(places) for _, places in placed[i]))
    begun: Ints | None = None
    for i in rarest_first:
        begins = [_begins(postings, places, i, begun) for postings, places in placed[i]]
        here = begins[0] if len(begins) == 1 else np.sort(np.concatenate(begins), kind="stable")
        begun = here if begun is None else begun[_is_in(begun, here)]
        if not len(begun):
            return NONE
    assert begun is not None
    rows = begun >> ROW
    first = np.flatnonzero(np.diff(rows, prepend=-1))
    return Postings(rows[first].astype(np.int32), _small(np.diff(first, append=len(rows))))


NONE = Postings(np.zeros(0, np.int32), np.zeros(0, np.int32))
ROW = 32  # bits of a place; the row stands above them
LEAD = 1 << 24  # so that a phrase which would begin before its row begins in no other; longer than any query


def _begins(postings: Postings, places: Array, before: int, within: Ints | None) -> Ints:
    """Where a phrase would begin of which a term is the place `before`: (row << ROW) + place, ascending."""
    rows, counts = postings
    if within is not None and len(within) * 8 < len(rows):
        sought = _is_in(rows, within[np.flatnonzero(np.diff(within >> ROW, prepend=-1))] >> ROW)
        places, rows, counts = places[np.repeat(sought, counts)], rows[sought], counts[sought]
    return (np.repeat(rows.astype(np.int64), counts) << ROW) + places + (LEAD - before)


def _is_in(some: Array, others: Array) -> NDArray[np.bool_]:
    """Which of `some` are among `others`; both ascend."""
    if not len(others):
        return np.zeros(len(some), bool)
    at = np.searchsorted(others, some)
    return np.asarray(others[np.minimum(at, len(others) - 1)] == some)
