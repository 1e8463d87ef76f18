"""Where do the postings lie on disk? In a Whoosh index, the embedded engine; the only module that imports Whoosh.

Whoosh keeps the index: its folder and lock, the segments with what is deleted of them, and the table of contents that
names the segments of a generation and is replaced in one step. What a segment holds is ours (`segment`): arrays that
are mapped and ranked by `evaluation`. The matchers of Whoosh walk every posting in Python, and its writer sorts every
token there: at 2,000 passages of 250 letters a question cost 24 ms of CPU and a passage 8 KB, the arrays 6 ms and 2 KB.

Every file is sealed and on the disk before it counts. A table of contents that is not whole is refused when it is
opened; of the files of segments only the length is looked at then, the rest by `damaged`.
"""

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from secrets import token_hex
from time import sleep
from typing import Any, TypeVar

import numpy as np

from archive.engine import bm25
from archive.engine.evaluation import Array, Evaluation, Found, Postings
from archive.engine.plan import Order, Phrase, SearchRequest, Term
from archive.engine.protocol import FACET, Engine, IndexEntry, Match, SearchResponse
from archive.engine.whoosh.array_file import write_arrays
from archive.engine.whoosh.merge import merged
from archive.engine.whoosh.seal import add_seal, is_whole
from archive.engine.whoosh.segment import IndexSegment, SegmentWriter
from archive.engine.whoosh.snapshot import Snapshot
from archive.errors import StaleIndex, StoreError

with warnings.catch_warnings():  # Whoosh 2.7.4 compiles with invalid escapes
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from whoosh import fields, index
    from whoosh.filedb.filestore import FileStorage
    from whoosh.util.filelock import try_for

LOCK_SECONDS = 30.0
BATCH = 20_000  # passages of one segment as it is gathered and sorted in memory, some 6 KB a passage
SEGMENTS = 5  # a question looks into each
LARGEST = 250_000  # passages: a segment that is merged lies in memory once, 2 KB a passage
PAUSES = (0.001, 0.005, 0.02, 0.1)  # seconds between attempts to open what a writer replaces meanwhile
EXTENSION, CONTENTS = ".arrays", ".toc"

T = TypeVar("T")


@dataclass(slots=True)
class SegmentRecord:
    """A segment as Whoosh's table of contents names it: how many passages it has, and which of them are deleted."""

    index: str
    passages: int
    name: str = field(default_factory=lambda: token_hex(8))
    deleted: set[int] = field(default_factory=set)

    def segment_id(self) -> str:
        """By which Whoosh tells a segment's files from those that nothing needs any more."""
        return f"{self.index}_{self.name}"

    def left(self) -> int:
        """How many passages still stand."""
        return self.passages - len(self.deleted)


class SealedStorage(FileStorage):  # type: ignore[misc]
    """A folder in which a table of contents is sealed and on the disk before it takes its place."""

    def open_file(self, name: str, *args: Any, **options: Any) -> Any:
        if name.endswith(CONTENTS) and not is_whole(Path(self.folder, name)):
            raise StaleIndex(f'{name} of the search index is damaged, or of an earlier release: run "gakju index"')
        return super().open_file(name, *args, **options)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        add_seal(Path(self.folder, oldname))
        super().rename_file(oldname, newname, safe)


class WhooshEngine(Engine):
    """An index in a folder of its own; `create` makes it, `open` finds it."""

    def __init__(self, folder: Path) -> None:
        """Opens the index in `folder`.

        Raises:
            StaleIndex: there is none, or it cannot be read.
        """
        self._folder = folder
        try:
            self._index = _patiently(SealedStorage(str(folder)).open_index)
            self._snapshot = _patiently(self._open)
        except StaleIndex:
            raise
        except Exception as error:  # Whoosh raises anything from EOFError to pickle errors on a damaged index
            raise StaleIndex(f'the search index in {folder} cannot be opened: run "gakju index"') from error

    @classmethod
    def create(cls, folder: Path) -> "WhooshEngine":
        """Makes an empty index in `folder`, over whatever lay there.

        Raises:
            StoreError: the disk is full.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
            SealedStorage(str(folder)).create_index(fields.Schema())
        except OSError as error:
            raise _unwritten(folder, error) from error
        return cls(folder)

    def segments(self) -> tuple[IndexSegment, ...]:
        """The segments of the index as it is."""
        return self._today().segments

    def damaged(self) -> list[str]:
        """The files of today's index that are not as they were written, by name. Reads all of them."""
        return [one.path.name for one in self._today().segments if not is_whole(one.path)]

    def size(self) -> int:
        return self._today().size

    def generation(self) -> int:
        return int(self._index.latest_generation())

    def frequencies(self, terms: Sequence[tuple[str, str]]) -> list[int]:
        snapshot = self._today()
        return [snapshot.frequency(field, term) for field, term in terms]

    def find(self, request: SearchRequest) -> SearchResponse:
        snapshot = self._today()
        evaluation = Evaluation(_Leaves(snapshot))
        if request.guard is not None and not len(evaluation.rows(request.guard)):
            return SearchResponse((), 0, 0, guarded=True)
        by_date = request.order is Order.DATE
        depth = request.offset + request.limit
        found = evaluation.scored(request.plan) if by_date else evaluation.best(request.plan, depth)
        numbers, of_row = snapshot.documents
        in_documents = np.bincount(of_row[found.rows], minlength=len(numbers))
        first = np.lexsort((numbers, -in_documents))[: np.count_nonzero(in_documents)]
        matches = tuple(
            Match(int(snapshot.keys[row]), int(numbers[of_row[row]]), float(score))
            for row, score in _ordered(snapshot, found, by_date, request.offset, depth)
        )
        return SearchResponse(
            matches,
            len(found.rows),
            len(first),
            {name: counted for name in request.facets if (counted := snapshot.counted(name, found.rows))},
            dict(zip(numbers[first].tolist(), in_documents[first].tolist(), strict=True)),
        )

    def update(self, entries: Iterable[IndexEntry], removed: Iterable[int]) -> None:
        lock = self._index.lock("WRITELOCK")
        if not try_for(lock.acquire, timeout=LOCK_SECONDS, delay=0.1):
            raise StoreError("the search index is being written by another process: try again later")
        written: list[SegmentRecord] = []
        try:
            toc = index.TOC.read(self._index.storage, self._index.indexname)
            gone = set(removed)
            for arrays, keys in _batches(entries):
                gone.update(keys)
                written.append(self._written(arrays, len(keys)))
            segments = self._compacted([*self._without(toc.segments, gone), *written], written)
            toc.segments, toc.generation = segments, toc.generation + 1
            toc.write(self._index.storage, self._index.indexname)
            index.clean_files(self._index.storage, self._index.indexname, toc.generation, segments)
        except BaseException as error:
            for segment in written:
                self._path(segment).unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise _unwritten(self._folder, error) from error
            raise
        finally:
            lock.release()

    def _written(self, arrays: Mapping[str, Array], passages: int) -> SegmentRecord:
        segment = SegmentRecord(self._index.indexname, passages)
        try:
            write_arrays(self._path(segment), segment.segment_id(), arrays)
        except OSError:
            self._path(segment).unlink(missing_ok=True)
            raise
        return segment

    def _path(self, segment: SegmentRecord) -> Path:
        return self._folder / f"{segment.segment_id()}{EXTENSION}"

    def _without(self, segments: Iterable[SegmentRecord], gone: Iterable[int]) -> Iterator[SegmentRecord]:
        """The segments without these keys; those of which nothing is left are left out."""
        keys = np.array(sorted(gone), np.int64)
        for segment in segments:
            here = self._mapped(segment).key
            segment.deleted |= set(np.flatnonzero(np.isin(here, keys)).tolist())
            if segment.left():
                yield segment

    def _compacted(self, segments: list[SegmentRecord], written: list[SegmentRecord]) -> list[SegmentRecord]:
        """Fewer segments: what was written at once is merged, what is mostly deleted is written anew, and where there
        are many, the smallest are merged with what is no larger than they together."""
        for group in [*_groups(written), *([one] for one in segments if len(one.deleted) > one.left())]:
            segments = self._as_one(segments, group, written)
        while len(segments) > SEGMENTS:
            group, *_ = _groups(_smallest(segments))
            if len(group) < 2:
                break
            segments = self._as_one(segments, group, written)
        return segments

    def _as_one(
        self, segments: list[SegmentRecord], group: Sequence[SegmentRecord], written: list[SegmentRecord]
    ) -> list[SegmentRecord]:
        """The segments with one in the place of some of them."""
        if len(group) < 2 and not group[0].deleted:
            return segments
        arrays = merged([self._mapped(one) for one in group])
        written.append(self._written(arrays, len(arrays["key"])))
        return [*(one for one in segments if one not in group), written[-1]]

    def _mapped(self, record: SegmentRecord) -> IndexSegment:
        return IndexSegment(self._path(record), record.segment_id(), record.deleted)

    def _today(self) -> Snapshot:
        """The index as it is; as it was, where it has been taken away since."""
        if self._snapshot.generation != (latest := self.generation()) and latest >= 0:
            self._snapshot = _patiently(self._open)
        return self._snapshot

    def _open(self) -> Snapshot:
        toc = index.TOC.read(self._index.storage, self._index.indexname)
        return Snapshot(toc.generation, [self._mapped(one) for one in toc.segments])


def _unwritten(folder: Path, error: OSError) -> StoreError:
    return StoreError(
        f"the search index in {folder} cannot be written: {error.strerror}; the one before goes on: make room on the "
        'disk and run "gakju index"'
    )


def _patiently(opened: Callable[[], T]) -> T:
    """What `opened` gives; tried again where a writer may just have replaced what it was reading.

    Raises:
        StaleIndex, OSError: it is not there, or not whole.
    """
    for pause in PAUSES:
        try:
            return opened()
        except (OSError, StaleIndex, index.EmptyIndexError):
            sleep(pause)
    return opened()


def _batches(entries: Iterable[IndexEntry]) -> Iterator[tuple[dict[str, Array], list[int]]]:
    """The arrays of one segment after another, with the keys in each."""
    waiting = iter(entries)
    for first in waiting:
        batch = SegmentWriter()
        for entry in chain([first], islice(waiting, BATCH - 1)):
            batch.add(entry)
        arrays = batch.arrays()
        yield arrays, arrays["key"].tolist()


def _smallest(segments: Iterable[SegmentRecord]) -> list[SegmentRecord]:
    """Two segments or more, the smallest: each no larger than twice what those before it are together."""
    ordered = sorted(segments, key=SegmentRecord.left)
    found, together = ordered[:2], sum(map(SegmentRecord.left, ordered[:2]))
    for one in ordered[2:]:
        if one.left() > 2 * together:
            break
        found.append(one)
        together += one.left()
    return found


def _groups(segments: Iterable[SegmentRecord]) -> Iterator[list[SegmentRecord]]:
    """Segments in groups of at most LARGEST passages."""
    group: list[SegmentRecord] = []
    for one in segments:
        if group and sum(map(SegmentRecord.left, [*group, one])) > LARGEST:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


class _Leaves:
    """The leaves of one question's plans, scored by BM25 over a snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.rows = snapshot.rows

    def postings(self, leaf: Term | Phrase) -> Postings:
        places = ((leaf.term,),) if isinstance(leaf, Term) else leaf.places
        return self._snapshot.postings(leaf.stream, places)

    def scores(self, leaf: Term | Phrase, found: Postings) -> Array:
        if not leaf.weight or leaf.stream == FACET:
            return np.zeros(len(found.rows))
        norms = self._snapshot.norms(leaf.stream)[found.rows]
        scores: Array = leaf.weight * bm25.saturation(found.counts.astype(float), norms)
        return scores

    def bound(self, leaf: Term | Phrase) -> float:
        return 0.0 if leaf.stream == FACET else leaf.weight * bm25.MOST


def _ordered(snapshot: Snapshot, found: Found, by_date: bool, offset: int, depth: int) -> Iterator[tuple[int, float]]:
    """The rows from `offset` to `depth`, the best or newest first; equal ones in order of their keys."""
    rows, scores = found
    if not by_date and depth < len(rows):
        hopeful = scores >= np.partition(scores, -depth)[-depth] if depth else np.zeros(len(rows), bool)
        rows, scores = rows[hopeful], scores[hopeful]
    dates = snapshot.dates[rows] if by_date else np.zeros(len(rows))
    order = np.lexsort((snapshot.keys[rows], -scores, -dates))[offset:depth]
    return zip(rows[order].tolist(), scores[order].tolist(), strict=True)
