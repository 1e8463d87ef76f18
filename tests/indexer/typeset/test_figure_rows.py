"""Figures on one baseline are a row, figures in several columns are cells, though no rule parts them."""

import pytest

from indexer.typeset.figure_rows import part_columns, part_rows
from indexer.typeset.lines import joined
from indexer.typeset.tables import Cell
from tests.indexer.typeset.press import line


def box(*columns: str, row: int = 1) -> list[Cell]:
    """One row of a grid; a slash parts the lines of a cell, a space stands for a line that is left out."""
    cells = []
    for at, text in enumerate(columns):
        lines = [line(one, 100.0 * at, 100 + 15 * n) for n, one in enumerate(text.split("/")) if one.strip()]
        cells.append(Cell(row, at, 1, 1, lines))
    return cells


def rows(cells: list[Cell]) -> list[list[str]]:
    return [[cell.text for cell in cells if cell.row == row] for row in sorted({cell.row for cell in cells})]


def test_each_baseline_of_figures_is_a_row_and_what_is_below_moves_down() -> None:
    cells = [
        *box("항구", "1월", "2월", row=0),
        *box("남쪽/북쪽/동쪽", "120/80/-", "7/1,204/△3"),
        *box("계", "200", "8", row=2),
    ]
    parted = part_rows(cells)
    assert rows(parted) == [
        ["항구", "1월", "2월"],
        ["남쪽", "120", "7"],
        ["북쪽", "80", "1,204"],
        ["동쪽", "-", "△3"],
        ["계", "200", "8"],
    ]
    assert sorted({cell.row for cell in parted}) == [0, 1, 2, 3, 4]


def test_a_label_without_figures_heads_the_rows_below() -> None:
    assert rows(part_rows(box("수입/남쪽/북쪽", " /120/80", " /7/9"))) == [
        ["수입", "", ""],
        ["남쪽", "120", "7"],
        ["북쪽", "80", "9"],
    ]


def test_a_label_that_was_too_long_goes_on_beside_its_figures() -> None:
    parted = part_rows(box("남쪽 부두에서/내린 짐/북쪽", "120/ /80", "7/ /9"))
    assert [row[1:] for row in rows(parted)] == [["120", "7"], ["80", "9"]]
    assert parted[0].text == "남쪽 부두에서 내린 짐"


@pytest.mark.parametrize(
    "columns",
    [
        ("금 융/보 험 업", "66.8/(△21.4)", "64.6/(9.5)"),  # what stands in brackets says more of what is above
        ("남쪽", "120/80", "7/9"),  # whose the second figure is, no label says
        ("때/곳", "봄/남쪽", "가을/북쪽"),  # no figures
        ("남쪽/북쪽", "120/80", "한 줄로 된/글이다"),  # one column of figures
    ],
)
def test_other_lines_stay_in_their_cells(columns: tuple[str, ...]) -> None:
    assert len(rows(part_rows(box(*columns)))) == 1


def test_a_figure_in_each_column_that_a_cell_spans_is_a_cell() -> None:
    lines = [joined([line("2019", 110, 100), line("2020", 210, 100)])]
    cells = [Cell(0, 0, 1, 1, [line("항구", 0, 100)]), Cell(0, 1, 1, 2, lines)]
    assert [cell.text for cell in part_columns(cells, (0, 100, 200, 300))] == ["항구", "2019", "2020"]
    assert len(part_columns([Cell(0, 1, 1, 2, [line("2019", 190, 100)])], (0, 100, 200, 300))) == 1


def test_a_figure_that_its_cell_was_too_narrow_for_is_one() -> None:
    (row,) = rows(part_rows(box("부두 짐/천 톤", "36,70/4.2", "1,107./0")))
    assert row[1:] == ["36,70 4.2", "1,107. 0"]
