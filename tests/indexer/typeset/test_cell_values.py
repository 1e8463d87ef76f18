"""Amounts and dashes are values, years may be heads."""

import pytest

from indexer.typeset.cell_values import has_words, is_value, is_year, lead_to_pages


@pytest.mark.parametrize("text", ["1,204", "-3.5", "△3.2%", "(△35.4)", "–", "12.5 %"])
def test_a_figure_or_a_dash_is_a_value(text: str) -> None:
    assert is_value(text) and not has_words(text)


def test_what_has_a_letter_of_no_figure_needs_no_second_look() -> None:
    assert [has_words(text) for text in ("120톤", "3²", "1,204*", "3배", "N/A")] == [True, True, False, False, False]


@pytest.mark.parametrize("text", ["120톤", "제3조", "", "A-1"])
def test_words_are_no_values(text: str) -> None:
    assert not is_value(text)


def test_a_year_is_no_amount() -> None:
    assert [is_year(text) for text in ("2021", " '21", "1,204", "21")] == [True, True, False, False]


def test_whole_figures_that_never_fall_lead_to_pages() -> None:
    assert lead_to_pages(["1", "", "7", "7", "21"])
    assert not lead_to_pages(["1", "7", "3"])
    assert not lead_to_pages(["1.5", "7", "9"])
    assert not lead_to_pages(["1", "7"])
