"""Several segments are one index, without what was taken out of them."""

from pathlib import Path

import pytest

from archive.engine.whoosh import snapshot as snapshots
from archive.engine.whoosh.snapshot import Snapshot
from tests.archive.engine.whoosh.test_segment import segment
from tests.archive.engine.worlds import entry


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    one = [entry(1, "위성 위성", title="회담", year="2024"), entry(2, "위성", title="회담", year="2023")]
    other = [entry(7, "발사 위성", 2, title="회담", year="2024"), entry(5, "발사", 3)]
    return Snapshot(1, [segment(tmp_path, "one", one, (1,)), segment(tmp_path, "other", other)])


def test_rows_run_on_from_segment_to_segment(snapshot: Snapshot) -> None:
    assert (snapshot.rows, snapshot.size, snapshot.keys.tolist()) == (4, 3, [1, 2, 7, 5])
    numbers, of_row = snapshot.documents
    assert [int(numbers[n]) for n in of_row] == [1, 1, 2, 3]


@pytest.mark.parametrize("field, places, found", [
    ("text.word", (("위성",),), [(0, 2), (2, 1)]),
    ("text.word", (("발사",), ("위성",)), [(2, 1)]),
    ("title.word", (("회담",),), [(0, 1), (2, 1)]),
    ("heading.word", (("회담",),), []),
])  # fmt: skip
def test_what_was_taken_out_stands_nowhere(
    snapshot: Snapshot, field: str, places: tuple[tuple[str, ...], ...], found: list[tuple[int, int]]
) -> None:
    rows, counts = snapshot.postings(field, places)
    assert list(zip(rows.tolist(), counts.tolist(), strict=True)) == found
    assert len(places) > 1 or snapshot.frequency(field, places[0][0]) == len(found)


def test_what_was_read_is_remembered_until_it_takes_too_much_room(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = snapshot.postings("text.word", (("위성",),))
    assert snapshot.postings("text.word", (("위성",),)) is first
    monkeypatch.setattr(snapshots, "KEPT", 3 * snapshots.ENTRY)
    for term in "가나다라":
        assert len(snapshot.postings("text.word", ((term,),)).rows) == 0
    again = snapshot.postings("text.word", (("위성",),))
    assert again is not first
    assert [part.tolist() for part in again] == [part.tolist() for part in first]


def test_lengths_are_measured_against_the_mean_of_what_stands(snapshot: Snapshot) -> None:
    norms = snapshot.norms("text.word")
    assert norms[0] == norms[2] > norms[3] and norms[0] > 0.5  # lengths 2, 2, 1: the mean is 5/3


def test_rows_are_counted_by_their_values(snapshot: Snapshot) -> None:
    rows, _ = snapshot.postings("title.word", (("회담",),))
    assert snapshot.counted("year", rows) == {"2024": 2}
