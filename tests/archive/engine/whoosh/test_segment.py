"""A segment holds its passages, and each title and heading once."""

from pathlib import Path

from archive.engine.protocol import IndexEntry
from archive.engine.whoosh.array_file import write_arrays
from archive.engine.whoosh.segment import IndexSegment, SegmentWriter
from tests.archive.engine.worlds import entry


def segment(folder: Path, name: str, entries: list[IndexEntry], deleted: tuple[int, ...] = ()) -> IndexSegment:
    writer = SegmentWriter()
    for one in entries:
        writer.add(one)
    write_arrays(folder / name, name, writer.arrays())
    return IndexSegment(folder / name, name, deleted)


def test_a_title_is_kept_once_whatever_stands_under_it(tmp_path: Path) -> None:
    kept = segment(tmp_path, "one", [entry(key, "위성", title="발사 회담") for key in range(50)] + [entry(50, "위성")])
    assert kept.row_of("title").tolist() == [0] * 50 + [-1]
    assert kept.stream("title.word").lengths.tolist() == [2]
    assert [part.tolist() for part in kept.members["title"]] == [[1, 51], [50, *range(50)]]


def test_values_that_passages_are_counted_under_keep_their_signs(tmp_path: Path) -> None:
    entries = [entry(1, "위성", publisher="보기\t연구원\n부설"), entry(2, "위성", publisher="가|나"), entry(3, "위성")]
    kept = segment(tmp_path, "one", entries)
    values, of_row = kept.values("publisher")
    assert [values[n] for n in of_row] == [("보기\t연구원\n부설",), ("가", "나"), ()]
