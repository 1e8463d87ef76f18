"""An index of many times as many passages, without reading as many: the segments of one, again and again."""

from collections.abc import Sequence
from pathlib import Path

from whoosh import index

from archive.engine import WhooshEngine
from archive.engine.whoosh.array_file import write_arrays
from archive.engine.whoosh.engine import LARGEST, SegmentRecord
from archive.engine.whoosh.merge import merged
from archive.engine.whoosh.segment import IndexSegment

APART = 1_000_000_000  # between the keys of one copy and those of the next


class Copy(IndexSegment):
    """A segment with other keys and documents."""

    def __init__(self, segment: IndexSegment, number: int) -> None:
        self.__dict__.update(segment.__dict__)
        self.key = segment.key + number * APART
        self.document = segment.document + number * APART


def multiplied(folder: Path, segments: Sequence[IndexSegment], times: int) -> WhooshEngine:
    """An index in `folder` of so many copies of these segments."""
    engine = WhooshEngine.create(folder)
    toc = index.TOC.read(engine._index.storage, engine._index.indexname)
    together = max(1, LARGEST // sum(map(len, segments)))  # copies in one segment
    for first in range(0, times, together):
        copies = [Copy(one, n) for n in range(first, min(first + together, times)) for one in segments]
        arrays = merged(copies)
        record = SegmentRecord(engine._index.indexname, len(arrays["key"]))
        write_arrays(engine._path(record), record.segment_id(), arrays)
        toc.segments.append(record)
    toc.generation += 1
    toc.write(engine._index.storage, engine._index.indexname)
    return engine
