"""A raised figure is a power by what stands before it."""

import pytest

from indexer.typeset.powers import POWERS, is_power, may_be_power, raised


@pytest.mark.parametrize("row", POWERS, ids=lambda row: row.name)
def test_each_row_knows_its_example(row) -> None:  # type: ignore[no-untyped-def]
    plain = row.example.translate(str.maketrans("²³⁹", "239"))
    assert is_power(plain[:-1], plain[-1])


@pytest.mark.parametrize("before, printed", [("km", "2)"), ("창고", "2"), ("1910", "3"), ("R", "7"), ("item", "2")])
def test_what_may_call_a_note_is_surely_no_power(before: str, printed: str) -> None:
    assert not is_power(before, printed)


def test_a_figure_behind_a_figure_or_variable_may_be_one() -> None:
    assert [may_be_power(*said) for said in (("10", "3"), ("값 x", "2"), ("= dΩ", "2"), ("sin", "2"))] == [True] * 4
    assert [may_be_power(*said) for said in (("창고", "2"), ("10", "3)"), ("2019", "6"))] == [False, False, False]
    assert raised("12") == "¹²"
