"""What is left of several segments is what one would hold that never had the rest."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.engine.whoosh import merge
from archive.engine.whoosh.array_file import write_arrays
from archive.engine.whoosh.postings import StreamPostings
from archive.engine.whoosh.segment import INDEXED, PLACED_FIELDS, IndexSegment
from tests.archive.engine.whoosh.test_segment import segment
from tests.archive.engine.worlds import FIELDS, TERMS, entries_of, entry, worlds


def read(one: IndexSegment) -> dict[str, object]:
    """What a segment says, however its rows are numbered."""
    said: dict[str, object] = {"key": one.key.tolist(), "document": one.document.tolist(), "date": one.date.tolist()}
    for field in INDEXED:
        place, stream = field.partition(".")[0], one.stream(field)
        row_of = range(len(one)) if place in ("text", "facet") else one.row_of(place).tolist()
        for term in (*TERMS, "in:note", "year:2024"):
            counts = dict(zip(*(a.tolist() for a in stream.postings(term)), strict=True))
            said[f"{field} {term}"] = [counts.get(row, 0) for row in row_of]
            said[f"{field} {term} places"] = _places(stream, term, row_of) if field in PLACED_FIELDS else None
    return said


def _places(stream: StreamPostings, term: str, row_of: Iterable[int]) -> list[list[int]]:
    """Where in each passage a term stands."""
    postings, places = stream.placed(term)
    parts = np.split(places, np.cumsum(postings.counts)[:-1]) if len(postings.rows) else []
    at = dict(zip(postings.rows.tolist(), (part.tolist() for part in parts), strict=True))
    return [at.get(row, []) for row in row_of]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(worlds, worlds, st.sets(st.integers(0, 5)))
def test_what_is_left_of_several_is_one(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    first: list[tuple[object, ...]],
    second: list[tuple[object, ...]],
    deleted: set[int],
) -> None:
    monkeypatch.setattr(merge, "PORTION", 3)
    one, other = entries_of(first), entries_of(second)
    gone = tuple(n for n in deleted if n < len(one))
    several = [segment(tmp_path, "one", one, gone), segment(tmp_path, "other", other)]
    write_arrays(tmp_path / "merged", "merged", merge.merged(several))
    truth = segment(tmp_path, "truth", [*(e for n, e in enumerate(one) if n not in gone), *other])
    assert read(IndexSegment(tmp_path / "merged", "merged")) == read(truth)
    assert len(FIELDS) < len(INDEXED)


def test_nothing_is_left_of_terms_that_stand_nowhere_any_more(tmp_path: Path) -> None:
    one = segment(tmp_path, "one", [entry(1, "위성"), entry(2, "발사")], (1,))
    arrays = merge.merged([one, segment(tmp_path, "other", [])])
    assert arrays["text.word:terms"].tobytes().decode() == "위성"
    assert np.array_equal(arrays["text.word:starts"], [0, 1])
