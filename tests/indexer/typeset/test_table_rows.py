"""The lines of a cell are joined or parted, a table goes on over pages, short first rows are heads."""

import pytest

from indexer.markup import WRAP
from indexer.typeset.page import Box
from indexer.typeset.table_rows import continued, find_line_ends, table_element
from indexer.typeset.tables import Cell, PrintedTable
from tests.indexer.typeset.press import line


def table(*rows: tuple[str, ...], page: int = 1, top: float = 100.0) -> PrintedTable:
    """A slash parts the lines of a cell; columns are 100 points wide."""
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            lines = [line(one, 100.0 * c, 100 + 15 * n) for n, one in enumerate(text.split("/")) if one]
            cells.append(Cell(r, c, 1, 1, lines))
    made = PrintedTable(Box(0, top, 300, 600), page, cells, tuple(100.0 * n for n in range(len(rows[0]) + 1)))
    find_line_ends(made)
    return made


def texts(made: PrintedTable) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table_element(made).rows]


def test_a_full_line_goes_on_and_a_short_one_ends_an_item() -> None:
    made = table(("때", "일"), ("봄", "남쪽 부두에 배가/들어와 짐을 내림/- 석탄/- 목재"))
    assert texts(made)[1][1] == f"남쪽 부두에 배가{WRAP}들어와 짐을 내림\n- 석탄\n- 목재"


def test_a_figure_that_its_cell_was_too_narrow_for_is_whole() -> None:
    assert texts(table(("해", "짐"), ("봄", "1,10/7.0")))[1][1] == "1,107.0"


def test_two_figures_in_one_cell_stay_two() -> None:
    assert texts(table(("해", "짐"), ("봄", "85.7/89.2")))[1][1] == "85.7\n89.2"


@pytest.mark.parametrize(
    "first, heads",
    [(("때", "일"), 1), (("2021", "2022"), 1), (("120", "80"), 0), (("", "남쪽 부두에 배가 들어왔다."), 0)],
)
def test_a_short_first_row_is_the_head(first: tuple[str, str], heads: int) -> None:
    assert table_element(table(first, ("봄", "여름"), ("가을", "겨울"))).heads == heads


def test_the_rest_on_the_next_page_is_added_without_its_head() -> None:
    made = table(("때", "일"), ("봄", "남쪽 부두에"))
    assert continued(made, table(("때", "일"), ("", "배가 들어옴"), ("가을", "없음"), page=2))
    assert texts(made) == [["때", "일"], ["봄", f"남쪽 부두에{WRAP}배가 들어옴"], ["가을", "없음"]]
    assert made.page == 2


def test_another_table_is_not_added() -> None:
    made = table(("때", "일"), ("봄", "없음"))
    assert not continued(made, table(("때", "일", "곳"), ("봄", "없음", "남쪽"), page=2))
    assert not continued(made, table(("때", "일"), ("봄", "없음"), top=700.0))


def test_a_form_that_is_filled_in_again_on_the_next_page_is_another_table() -> None:
    made = table(("이름", "봄나루"), ("뱃길", "남쪽"), ("짐", "소금"), ("값", "비쌈"))
    assert not continued(made, table(("이름", "갈나루"), ("뱃길", "북쪽"), ("짐", "배추"), page=2))
    assert continued(made, table(("이름", "봄나루"), ("뱃길", "북쪽"), ("짐", "배추"), page=2))  # a head that recurs


def test_what_stands_below_the_rest_of_a_table_on_its_page_is_another() -> None:
    made = table(("때", "일"), ("봄", "없음"), top=700.0)
    assert continued(made, table(("여름", "배가 들어옴"), page=2, top=100.0))
    assert not continued(made, table(("이름", "값"), ("소금", "비쌈"), page=2, top=400.0))
    assert [row[0] for row in texts(made)] == ["때", "봄", "여름"]


def test_what_a_column_end_cuts_from_a_full_cell_is_the_rest_of_it() -> None:
    made = table(("때", "일"), ("남쪽부두의첫째장부책", "없음"))
    assert continued(made, table(("부", ""), ("가을", "있음"), page=2))
    assert texts(made) == [["때", "일"], [f"남쪽부두의첫째장부책{WRAP}부", "없음"], ["가을", "있음"]]
    made = table(("때", "일"), ("봄", "없음"))
    assert continued(made, table(("여름", ""), ("가을", "있음"), page=2))
    assert texts(made) == [["때", "일"], ["봄", "없음"], ["여름", ""], ["가을", "있음"]]
