"""Which line dates a document and says nothing else? All lines are invented."""

import pytest

from indexer.lines.dateline import DATE_LENGTH, date_line


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("2024. 3. 1.", "2024-03-01"),
        ("2024년 3월 1일", "2024-03-01"),
        ("2024년 3월", "2024-03"),
        ("발행일: 2024. 3. 1.", "2024-03-01"),
        ("Published: 1 March 2024", "2024-03-01"),
        ("2024. 3. 1. (금)", "2024-03-01"),
        ("2024", None),
        ("2024. 3. 1. 두 나라의 장관이", None),
        ("발행일", None),
        ("", None),
        ("2024. 3. 1." + " " * DATE_LENGTH, None),
    ],
)
def test_a_line_that_is_a_date_of_a_month_or_a_day(line: str, iso: str | None) -> None:
    assert date_line(line) == iso
