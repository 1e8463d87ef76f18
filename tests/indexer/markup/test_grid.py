"""Which cell stands in which place of a table whose cells span? All tables are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model.document import Merge
from indexer.markup.elements import MarkupCell, MarkupReference
from indexer.markup.grid import MAX_CELLS, MAX_COLUMNS, Grid, fill_spans


def shown(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def row(*cells: str | MarkupCell) -> tuple[MarkupCell, ...]:
    return tuple(MarkupCell(cell) if isinstance(cell, str) else cell for cell in cells)


def test_a_table_without_spans_stays_as_written() -> None:
    rows = (row("항구", "배"), row("나루", "세 척"))
    assert fill_spans(rows) == Grid(rows, ())


@pytest.mark.parametrize(
    ("rows", "filled", "merges"),
    [
        ([row(MarkupCell("해", rows=2), "수출"), row("수입")], [["해", "수출"], ["해", "수입"]], (Merge(0, 0, 2, 1),)),
        (
            [row(MarkupCell("톤", columns=2)), row("수출", "수입")],
            [["톤", "톤"], ["수출", "수입"]],
            (Merge(0, 0, 1, 2),),
        ),
        (
            [row(MarkupCell("톤", rows=2, columns=2), "해"), row("2023"), row("1", "2", "3")],
            [["톤", "톤", "해"], ["톤", "톤", "2023"], ["1", "2", "3"]],
            (Merge(0, 0, 2, 2),),
        ),
        (
            [row("가", MarkupCell("나", rows=2), "다"), row("라", "마")],
            [["가", "나", "다"], ["라", "나", "마"]],
            (Merge(0, 1, 2, 1),),
        ),
        ([row("가", "나", "다"), row("라")], [["가", "나", "다"], ["라", "", ""]], ()),
        ([row(MarkupCell("가", rows=9)), row("나")], [["가", ""], ["가", "나"]], (Merge(0, 0, 2, 1),)),
        ([row("가"), ()], [["가"], [""]], ()),
        ([], [], ()),
    ],
    ids=["down", "across", "both", "in the middle", "a short row", "beyond the end", "an empty row", "no rows"],
)
def test_the_text_of_a_spanning_cell_stands_in_every_place(
    rows: list[tuple[MarkupCell, ...]], filled: list[list[str]], merges: tuple[Merge, ...]
) -> None:
    grid = fill_spans(rows)
    assert (shown(grid), grid.merges, grid.kept) == (filled, merges, True)


def test_a_repeated_cell_stays_a_head_and_its_marks_stand_once() -> None:
    mark = MarkupReference(1, "1)", "1", "#n1")
    grid = fill_spans([row(MarkupCell("톤", head=True, columns=2, marks=(mark,)))])
    assert grid.rows == ((MarkupCell("톤", True, 1, 2, (mark,)), MarkupCell("톤", True)),)


@pytest.mark.parametrize(
    "cell",
    [MarkupCell("가", columns=MAX_COLUMNS + 1), MarkupCell("가", rows=MAX_CELLS, columns=1000)],
    ids=["too many columns", "too many cells"],
)
def test_spans_that_are_too_large_are_ignored_and_said(cell: MarkupCell) -> None:
    grid = fill_spans([row(cell, "나"), row("다")])
    assert (shown(grid), grid.merges, grid.kept) == ([["가", "나"], ["다", ""]], (), False)


def test_a_row_that_is_too_long_is_cut() -> None:
    grid = fill_spans([row(*["가"] * (MAX_COLUMNS + 1))])
    assert ([len(cells) for cells in grid.rows], grid.kept) == ([MAX_COLUMNS], False)


CELLS = st.builds(MarkupCell, st.sampled_from("가나다"), rows=st.integers(1, 4), columns=st.integers(1, 4))


@settings(max_examples=80)
@given(st.lists(st.lists(CELLS, max_size=4).map(tuple), max_size=5))
def test_every_row_is_as_wide_as_the_widest_and_every_span_holds_one_text(rows: list[tuple[MarkupCell, ...]]) -> None:
    grid = fill_spans(rows)
    assert len(grid.rows) == len(rows) and len({len(cells) for cells in grid.rows}) <= 1
    for merge in grid.merges:
        assert merge.row + merge.rows <= len(rows) and merge.rows * merge.columns > 1


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, max_size=4).map(tuple), max_size=5))
def test_no_written_cell_is_lost(rows: list[tuple[MarkupCell, ...]]) -> None:
    written = [cell for cells in rows for cell in cells]
    placed = [id(cell) for cells in fill_spans(rows).rows for cell in cells]
    assert all(id(cell) in placed for cell in written)
