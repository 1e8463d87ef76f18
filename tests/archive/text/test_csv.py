"""No spreadsheet runs a cell that we wrote, and what was guarded comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.csv import guard, unguard


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1"])
def test_a_cell_that_could_be_a_formula_becomes_text(cell: str) -> None:
    assert guard(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "나루터", "2024-11", "1+1", "'90년대", " 나루터"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert guard(cell) == cell == unguard(cell)


@given(st.text() | st.text("'= +-@\t\n가"))
def test_the_guard_comes_off_again(text: str) -> None:
    assert unguard(guard(text)) == text
    assert not guard(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
