"""What is left of several segments, as one? Their postings put behind each other, term by term, without sorting anew.

Terms lie by checksum in every segment, so a range of checksums is a stretch of each: what is held in memory beside the
arrays that are made is one such range.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from archive.engine.evaluation import Array
from archive.engine.protocol import FACET, FACET_NAMES
from archive.engine.whoosh.postings import StreamPostings, term_arrays, term_order
from archive.engine.whoosh.segment import ABOVE, COLUMNS, INDEXED, PLACED_FIELDS, IndexSegment, value_arrays

PORTION = 1 << 20  # postings that are put in order at once, some 60 bytes each
CHECKSUMS = 1 << 32


def merged(segments: Sequence[IndexSegment]) -> dict[str, Array]:
    """The arrays of one segment that holds what is left of several, in their order."""
    alive = [np.delete(np.arange(len(one)), one.deleted) for one in segments]
    found: dict[str, Array] = {
        name: np.concatenate([getattr(one, name)[left] for one, left in zip(segments, alive, strict=True)])
        for name in COLUMNS
    }
    kept = dict.fromkeys(("text", FACET), alive)
    for place in ABOVE:
        above = [one.row_of(place)[left] for one, left in zip(segments, alive, strict=True)]
        kept[place] = [np.unique(rows[rows >= 0]) for rows in above]
        found[f"{place}.row_of"] = np.concatenate(list(_renumbered(above, kept[place])))
    for name in FACET_NAMES:
        found |= _merged_values(name, segments, alive)
    for field in INDEXED:
        streams = [one.stream(field) for one in segments]
        arrays = _merged_stream(streams, kept[field.partition(".")[0]], field in PLACED_FIELDS)
        found |= {f"{field}:{name}": values for name, values in arrays.items()}
    return found


def _renumbered(row_of: Sequence[Array], kept: Sequence[Array]) -> Iterator[Array]:
    """Rows by the numbers that those kept have when they follow each other."""
    base = 0
    for rows, here in zip(row_of, kept, strict=True):
        yield np.where(rows < 0, -1, base + np.searchsorted(here, rows)).astype(np.int32)
        base += len(here)


def _merged_values(name: str, segments: Sequence[IndexSegment], alive: Sequence[Array]) -> dict[str, Array]:
    known: dict[tuple[str, ...], int] = {}
    value_of = []
    for one, left in zip(segments, alive, strict=True):
        values, numbers = one.values(name)
        to = np.array([known.setdefault(value, len(known)) for value in values], np.int32)
        value_of.append(to[numbers[left]])
    return value_arrays(name, list(known), np.concatenate(value_of))


def _merged_stream(streams: Sequence[StreamPostings], kept: Sequence[Array], placed: bool) -> dict[str, Array]:
    known: dict[bytes, int] = {}
    numbered = [np.array([known.setdefault(term, len(known)) for term in one.terms()], np.int32) for one in streams]
    terms, (order, rank) = list(known), term_order(list(known))
    rows = list(_row_numbers(streams, kept))
    of_term = np.zeros(len(terms), np.int64)
    listed: list[Array] = []
    counts: list[Array] = []
    places: list[Array] = []
    for low, high in _portions(streams):
        ranks, *part = _portion(streams, [rank[numbers] for numbers in numbered], rows, low, high, placed)
        of_term += np.bincount(ranks, minlength=len(terms))
        for gathered, array in zip((listed, counts, places), part, strict=True):
            gathered.append(array)
    left = np.flatnonzero(of_term)
    starts = np.append(0, np.cumsum(of_term[left]))
    often = np.concatenate(counts)
    ends = np.append(0, np.cumsum(often, dtype=np.int64))[starts] if placed else np.zeros(0, np.int64)
    return term_arrays([terms[n] for n in order[left]]) | {
        "starts": starts,
        "rows": np.concatenate(listed),
        "counts": often,
        "place_starts": ends,
        "places": np.concatenate(places),
        "lengths": np.concatenate([one.lengths[here] for one, here in zip(streams, kept, strict=True)]),
    }


def _row_numbers(streams: Sequence[StreamPostings], kept: Sequence[Array]) -> Iterator[Array]:
    """Of every row of each stream the number that it has among all that are kept; -1 where it is not."""
    base = 0
    for stream, here in zip(streams, kept, strict=True):
        number = np.full(len(stream.lengths), -1, np.int32)
        number[here] = np.arange(base, base + len(here), dtype=np.int32)
        base += len(here)
        yield number


def _portions(streams: Sequence[StreamPostings]) -> Iterator[tuple[int, int]]:
    """Ranges of checksums, each of about as many postings as are put in order at once."""
    several = max(1, sum(len(one.rows) for one in streams) // PORTION)
    bounds = [CHECKSUMS * n // several for n in range(several + 1)]
    yield from pairwise(bounds)


def _portion(
    streams: Sequence[StreamPostings], ranks: Sequence[Array], rows: Sequence[Array], low: int, high: int, placed: bool
) -> tuple[Array, Array, Array, Array]:
    """The postings of terms in a range of checksums, by term and row: ranks of terms, rows, counts, places."""
    parts, base, at = [], 0, [np.zeros(0, np.uint8)]
    for stream, rank, number in zip(streams, ranks, rows, strict=True):
        first, last = np.searchsorted(stream.checksums, np.array([low, high], np.int64))
        here = slice(stream.starts[first], stream.starts[last])
        counts = stream.counts[here]
        begins = base + np.cumsum(counts, dtype=np.int64) - counts
        in_rows = number[stream.rows[here]]
        left = in_rows >= 0
        of_posting = np.repeat(rank[first:last], np.diff(stream.starts[first : last + 1]))
        parts.append((of_posting[left], in_rows[left], counts[left], begins[left]))
        if placed:
            at.append(stream.places[stream.place_starts[first] : stream.place_starts[last]])
            base += len(at[-1])
    found, in_rows, counts, begins = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(found, kind="stable")
    counts, begins = counts[order], begins[order]
    if not placed:
        return found[order], in_rows[order], counts, at[0]
    into = np.cumsum(counts, dtype=np.int64) - counts
    where = np.repeat(begins - into, counts) + np.arange(int(counts.sum()))
    return found[order], in_rows[order], counts, np.concatenate(at)[where]
