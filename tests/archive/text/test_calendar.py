"""The terms of the dates of a text, each with the span of its words, and what the sentence carries on."""

import pytest

from archive.text.calendar import Calendar


def terms(text: str, *starts: int) -> list[str]:
    calendar = Calendar(text)
    return [term for start in starts for term, _, _ in calendar.read(start)[1]]


@pytest.mark.parametrize("text, found", [
    ("2024년 6월 19일", ["@2024", "@-06", "@2024-06", "@-06-19", "@2024-06-19"]),
    ("6월 19일", ["@-06", "@-06-19"]),
    ("2024년 13월 1일", ["@2024"]),
    ("나루 24척", []),
])  # fmt: skip
def test_a_date_gives_what_is_said_and_no_more(text: str, found: list[str]) -> None:
    assert terms(text, 0) == found


def test_a_bare_month_of_the_same_sentence_has_its_year() -> None:
    assert "@2023-12" in terms("2023년 9월과 12월", 0, 10)
    assert "@2023-12" not in terms("2023년 9월에 갔다. 12월", 0, 14)


def test_each_term_has_the_span_of_its_own_words() -> None:
    text = "2024년 6월"
    assert [text[start:end] for _, start, end in Calendar(text).read(0)[1]] == ["2024년", "6월", "2024년 6월"]
