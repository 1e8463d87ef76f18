"""What does one segment of the index hold? Its passages, the headings and titles they stand under, and all postings.

A segment is written once and never changed; which of its passages are deleted is said by the table of contents.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from archive.engine.evaluation import Array
from archive.engine.protocol import FACET, FACET_NAMES, FIELDS, PASSAGE_FIELDS, STREAMS, IndexEntry
from archive.engine.whoosh.array_file import map_arrays
from archive.engine.whoosh.postings import StreamPostings, StreamWriter

PLACED = ("word", "bigram")  # streams in which phrases are looked for
ABOVE = PASSAGE_FIELDS[1:]  # a row for each heading and title that differ
COLUMNS = ("key", "document", "date")
PLACED_FIELDS = frozenset(f"{place}.{stream}" for place in PASSAGE_FIELDS for stream in PLACED)
INDEXED = (*FIELDS, FACET)
GROUP, UNIT = "\x1d", "\x1f"  # part combinations, and values of one; ASCII's own signs for it, in no value


class SegmentWriter:
    """Gathers entries into the arrays of a segment."""

    def __init__(self) -> None:
        self._streams = {field: StreamWriter(field in PLACED_FIELDS) for field in INDEXED}
        self._columns = {name: array("q") for name in COLUMNS}
        self._rows: dict[str, dict[tuple[tuple[str, ...], ...], int]] = {place: {} for place in ABOVE}
        self._row_of = {place: array("i") for place in ABOVE}
        self._values: dict[str, dict[tuple[str, ...], int]] = {name: {} for name in FACET_NAMES}
        self._value_of = {name: array("i") for name in FACET_NAMES}

    def __len__(self) -> int:
        return len(self._columns["key"])

    def add(self, entry: IndexEntry) -> None:
        """The next passage."""
        for name, value in zip(COLUMNS, (entry.key, entry.document, entry.date), strict=True):
            self._columns[name].append(value)
        for stream in STREAMS:
            self._streams[f"text.{stream}"].add(entry.fields.get(f"text.{stream}", ()))
        for place in ABOVE:
            self._row_of[place].append(self._row(place, entry.fields))
        self._streams[FACET].add(entry.facets)
        for name, known in self._values.items():
            values = tuple(entry.facet_values.get(name, ()))
            self._value_of[name].append(known.setdefault(values, len(known)))

    def _row(self, place: str, fields: Mapping[str, Sequence[str]]) -> int:
        """The row of a heading or title with these terms; -1 for none."""
        terms = tuple(tuple(fields.get(f"{place}.{stream}", ())) for stream in STREAMS)
        if not any(terms):
            return -1
        rows = self._rows[place]
        if terms not in rows:
            rows[terms] = len(rows)
            for stream, of_stream in zip(STREAMS, terms, strict=True):
                self._streams[f"{place}.{stream}"].add(of_stream)
        return rows[terms]

    def arrays(self) -> dict[str, Array]:
        """The segment, array by array."""
        found: dict[str, Array] = {name: np.array(column, np.int64) for name, column in self._columns.items()}
        for place, rows in self._row_of.items():
            found[f"{place}.row_of"] = np.array(rows, np.int32)
        for name, known in self._values.items():
            found |= value_arrays(name, list(known), np.array(self._value_of[name], np.int32))
        for field, stream in self._streams.items():
            found |= {f"{field}:{name}": values for name, values in stream.arrays().items()}
        return found


def value_arrays(name: str, values: Iterable[tuple[str, ...]], value_of: Array) -> dict[str, Array]:
    """What passages are counted under: every combination of values once, those of one parted by a tab."""
    text = GROUP.join(UNIT.join(one) for one in values).encode()
    return {f"{name}.values": np.frombuffer(text, np.uint8), f"{name}.value_of": value_of}


class IndexSegment:
    """A segment on the disk. Rows of text are passages, numbered from 0."""

    def __init__(self, path: Path, owner: str, deleted: Iterable[int] = ()) -> None:
        """Maps a segment.

        Raises:
            StaleIndex: it is not there whole.
        """
        self.path = path
        self._arrays = map_arrays(path, owner)
        self.key, self.document, self.date = (self._arrays[name] for name in COLUMNS)
        self.deleted = np.array(sorted(deleted), np.int64)
        self._streams: dict[str, StreamPostings] = {}

    def __len__(self) -> int:
        return len(self.key)

    def stream(self, field: str) -> StreamPostings:
        """The postings of a field."""
        found = self._streams.get(field)
        if found is None:
            here = len(field) + 1
            arrays = {n[here:]: values for n, values in self._arrays.items() if n.startswith(f"{field}:")}
            found = self._streams[field] = StreamPostings(arrays)
        return found

    def row_of(self, place: str) -> Array:
        """The row of the heading or title that each passage stands under; -1 for none."""
        return self._arrays[f"{place}.row_of"]

    @cached_property
    def members(self) -> Mapping[str, tuple[Array, Array]]:
        """The passages under each heading and title: where those of a row begin, and the passages by row."""
        return {place: _grouped(self.row_of(place)) for place in ABOVE}

    def values(self, name: str) -> tuple[list[tuple[str, ...]], Array]:
        """The combinations of values that passages are counted under, and the number of each passage's."""
        groups = self._arrays[f"{name}.values"].tobytes().decode().split(GROUP)
        return [tuple(one.split(UNIT)) if one else () for one in groups], self._arrays[f"{name}.value_of"]


def _grouped(row_of: Array) -> tuple[Array, Array]:
    order = np.argsort(row_of, kind="stable").astype(np.int32)
    starts = np.searchsorted(row_of[order], np.arange(int(row_of.max(initial=-1)) + 2))
    return starts, order
