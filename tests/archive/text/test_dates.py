"""Printed dates: every row of the table by its example, in searching and in documents; and what must not be read."""

import pytest

from archive.text import quantities
from archive.text.dates import DATE_FORMS, DateForm, date_at, find_dates, parse_date
from archive.text.folding import fold
from indexer.citations.fields import NUMBERS, find_fields

FORMS = [form for form, _ in DATE_FORMS]


def terms(text: str) -> set[str]:
    """The dates as a search has them."""
    return {found.term for found in quantities.find(fold(text).text) if found.term.startswith("@")}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_reads_its_own_example(form: DateForm) -> None:
    assert [(found.form, found.start, found.end) for found in find_dates(form.example)] == [
        (form.name, 0, len(form.example))
    ]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_search_and_a_document_read_the_same_date(form: DateForm) -> None:
    found = date_at(form.example)
    assert found is not None and terms(form.example)
    assert found.iso is None or f"@{found.iso}" in terms(form.example)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_note_dates_its_source_so_too_but_by_rows_that_are_numbers_there(form: DateForm) -> None:
    found = date_at(form.example)
    dated = [field.value for field in find_fields(f"보기신문, {form.example}", ()) if field.kind == "date"]
    assert found is not None
    if form.name in NUMBERS:
        assert dated in ([], [form.example[:4]])
    else:
        assert dated == ([found.iso] if found.iso else [])


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
        ("2025. 00. 00.", None),  # of a form that waits for its day
        ("2025. 3. 00.", None),
        ("3/4/2023", None),
        ("No. 2025-09", None),
        ("2023. 9. 13.과 14일", None),
        ("", None),
    ],
)
def test_a_date_is_as_exact_as_its_print(printed: str, iso: str | None) -> None:
    assert parse_date(printed) == iso


@pytest.mark.parametrize(
    "printed, iso",
    [
        ("2024-06", "2024-06"),
        ("＇24년 6월", "2024-06"),
        ("6/19/2024", "2024-06-19"),
        ("20240619", "2024-06-19"),
        ("1997. 2", "1997-02"),
        ("보기학회, 1997. 2, 3쪽", "1997-02"),
        ("제3호 2024. 6. 19.", "2024-06-19"),
        ("실제 2024년 6월", "2024-06"),
        ("2024. 6. 19에 났다", "2024-06-19"),
        ("2024. 10. 12명이 왔다", "2024-10"),
        ("2024, June 19", "2024-06-19"),
    ],
)
def test_what_one_reads_the_other_reads(printed: str, iso: str) -> None:
    assert [found.iso for found in find_dates(printed)] == [iso]
    assert max((term for term in terms(printed) if term[1] != "-"), key=len) == f"@{iso}"


@pytest.mark.parametrize(
    "printed",
    [
        "It ended in 1997. 2 ships came",
        "1997. 2척",
        "1997. 2.5%",
        "1990년대",
        "A20240619",
        "3/4/2023",
    ],
)
def test_what_only_looks_like_a_month_or_a_day_is_none(printed: str) -> None:
    assert not any("-" in (found.iso or "") for found in find_dates(printed))
    assert not any("-" in term for term in terms(printed))


def test_offsets_slice_the_print() -> None:
    text = "항구, 『겨울신문』, 2024. 1. 2., 3면; 도로, 5 мая 2023 года"
    assert [text[found.start : found.end] for found in find_dates(text)] == ["2024. 1. 2.", "5 мая 2023 года"]
