"""Boxes side by side are a band; boxes that cover rows and columns without gaps are a grid."""

from indexer.typeset.coloured_boxes import around, bands, grid_rules
from indexer.typeset.page import Box


def boxes(rows: int, columns: int, gap: float = 1.5) -> list[Box]:
    return [
        Box(70 + 100 * c, 100 + 20 * r, 170 + 100 * c - gap, 120 + 20 * r - gap)
        for r in range(rows)
        for c in range(columns)
    ]


def test_boxes_side_by_side_are_a_band() -> None:
    found = bands([*boxes(1, 3), Box(70, 200, 400, 220)])
    assert [len(band) for band in found] == [3, 1]
    assert around(found[0]) == Box(70, 100, 368.5, 118.5)


def test_a_box_that_holds_others_is_their_ground() -> None:
    assert [len(band) for band in bands([Box(60, 90, 400, 160), *boxes(1, 2)])] == [2]


def test_boxes_that_cover_rows_and_columns_are_a_grid() -> None:
    assert len(list(grid_rules(boxes(3, 2)))) == 4 * 6


def test_heads_alone_bars_and_paragraphs_are_no_grid() -> None:
    assert list(grid_rules(boxes(2, 3))) == []
    bars = [Box(70 + 60 * n, 300 - 20 * n, 100 + 60 * n, 400) for n in range(5)]
    assert list(grid_rules(bars)) == []
    assert list(grid_rules(boxes(4, 1))) == []
