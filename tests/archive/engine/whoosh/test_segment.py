"""A segment holds its passages; what is left of several is what one would hold that never had the rest."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.engine.protocol import IndexEntry
from archive.engine.whoosh.array_file import write_arrays
from archive.engine.whoosh.segment import INDEXED, IndexSegment, SegmentWriter, merged
from tests.archive.engine.worlds import FIELDS, TERMS, entries_of, entry, worlds


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


def read(one: IndexSegment) -> dict[str, object]:
    """What a segment says, however its rows are numbered."""
    said: dict[str, object] = {"key": one.key.tolist(), "document": one.document.tolist(), "date": one.date.tolist()}
    for field in INDEXED:
        place, stream = field.partition(".")[0], one.stream(field)
        row_of = range(len(one)) if place in ("text", "facet") else one.row_of(place).tolist()
        for term in (*TERMS, "in:note", "year:2024"):
            counts = dict(zip(*(a.tolist() for a in stream.postings(term)), strict=True))
            said[f"{field} {term}"] = [counts.get(row, 0) for row in row_of]
    return said


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(worlds, worlds, st.sets(st.integers(0, 5)))
def test_what_is_left_of_several_is_one(
    tmp_path: Path, first: list[tuple[object, ...]], second: list[tuple[object, ...]], deleted: set[int]
) -> None:
    one, other = entries_of(first), entries_of(second)
    gone = tuple(n for n in deleted if n < len(one))
    several = [segment(tmp_path, "one", one, gone), segment(tmp_path, "other", other)]
    write_arrays(tmp_path / "merged", "merged", merged(several))
    truth = segment(tmp_path, "truth", [*(e for n, e in enumerate(one) if n not in gone), *other])
    assert read(IndexSegment(tmp_path / "merged", "merged")) == read(truth)
    assert len(FIELDS) < len(INDEXED)
