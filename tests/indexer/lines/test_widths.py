"""How wide is a text in print? All texts are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.lines.widths import em


@pytest.mark.parametrize(("narrow", "wide"), [("il", "mm"), ("배", "배가"), ("ab", "가나"), ("..", "ab")])
def test_widths_are_those_of_print(narrow: str, wide: str) -> None:
    assert em(narrow) < em(wide)


def test_an_ideograph_is_one_em_in_any_script_that_has_them() -> None:
    assert (em("항구"), em("港口"), em("")) == (2.0, 2.0, 0.0)


@settings(max_examples=40)
@given(st.text(max_size=10), st.text(max_size=10))
def test_the_width_of_a_line_is_that_of_its_parts(left: str, right: str) -> None:
    assert em(left + right) == pytest.approx(em(left) + em(right))
