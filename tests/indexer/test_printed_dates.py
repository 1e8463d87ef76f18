"""Printed dates: every row of the table by its example, and what must not be read."""

import pytest

from indexer.printed_dates import FORMS, find_dates, parse_date


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_reads_its_own_example(form):
    assert [found.form for found in find_dates(form.example)] == [form.name]


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2023. 9. 13.", "2023-09-13"),
        ("2023.09.13", "2023-09-13"),
        ("2024. 10.", "2024-10"),
        ("2024년 10월", "2024-10"),
        ("2019", "2019"),
        ("2019a", "2019"),
        ("19 мая 2024 г.", "2024-05-19"),
        ("март 2024", "2024-03"),
        ("May 5, 2024", "2024-05-05"),
        ("3rd Sept. 2024", "2024-09-03"),
        ("2023年9月", "2023-09"),
        ("(2023. 6. 18~19)", "2023-06"),
        ("2023년 9월 13일자", "2023-09-13"),
        ("2023. 2. 30", None),
        ("2023. 13. 1.", None),
        ("3/4/2023", None),
        ("No. 2025-09", None),
        ("2023. 9. 13.과 14일", None),
        ("", None),
    ],
)
def test_a_date_is_as_exact_as_its_print(printed, iso):
    assert parse_date(printed) == iso


def test_a_count_after_a_date_is_not_its_day():
    assert [found.iso for found in find_dates("2024. 10. 12명이 왔다")] == ["2024-10"]


def test_offsets_slice_the_print():
    text = "항구, 『겨울신문』, 2024. 1. 2., 3면; 도로, 5 мая 2023 года"
    assert [text[found.start : found.end] for found in find_dates(text)] == ["2024. 1. 2.", "5 мая 2023 года"]
