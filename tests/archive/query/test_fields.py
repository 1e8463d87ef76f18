"""By what a search is narrowed is typed in Korean or English, and written back in either."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model.passage import PassageKind
from archive.query import Field, parse, years
from archive.query.fields import NAMES, field_named, place_named, read_value, write_field
from archive.query.signs import clean


@pytest.mark.parametrize("typed, value", [
    ("2024", "2024"), ("2024년", "2024"), ("２０２４", "2024"), ("2023-2025", "2023-2025"), ("2025-2023", "2023-2025"),
    ("2023..2025", "2023-2025"), ("2023~2025", "2023-2025"), ("2023～2025년", "2023-2025"), ("2023–2025", "2023-2025"),
    ("2023-", "2023-"), ("2023~", "2023-"), ("-2023", "-2023"), ("..2023", "-2023"), ("2023-2023", "2023"),
    ("24", None), ("20245", None), ("2024-06", None), ("2023-24", None), ("-", None), ("year", None),
])  # fmt: skip
def test_years_are_read(typed: str, value: str | None) -> None:
    assert read_value("year", typed) == value


@pytest.mark.parametrize("value, span", [
    ("2024", (2024, 2024)), ("2023-2025", (2023, 2025)), ("2023-", (2023, None)), ("-2023", (None, 2023)),
])  # fmt: skip
def test_a_year_value_says_first_and_last(value: str, span: object) -> None:
    assert years(value) == span


@pytest.mark.parametrize("name, typed, value", [
    ("kind", "문단", "paragraph"), ("kind", "표", "row"),
    ("kind", "Table", "row"), ("kind", "미주", "note"), ("kind", "제목", "title"),
    ("kind", "절 제목", "heading"), ("kind", "HEADING", "heading"),
    ("language", "한국어", "ko"), ("language", "Русский", "ru"),
    ("language", "English", "en"), ("language", "中文", "zh"),
    ("language", "ja", "ja"), ("in", "각주", "note"), ("in", "body", "body"),
    ("document", "7K4M2", "7k4m2"), ("document", "7k4m", None),
    ("source", "T2ZJMOHDSV", "t2zjmohdsv"), ("source", "лед-на-реке-t2zjmohdsv", "t2zjmohdsv"),
    ("source", "https://example.org/sources/a-t2zjmohdsv", "t2zjmohdsv"), ("source", "통계청", None),
    ("source", "t2zjmohds", None), ("source", "t2zjmohdsv1", None),
    ("title", '두 "낱말"', "두 낱말"), ("author", "…", None),
])  # fmt: skip
def test_values_are_read_in_either_language(name: str, typed: str, value: str | None) -> None:
    assert read_value(name, typed) == value


@pytest.mark.parametrize("kind", PassageKind)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_kind_is_written_as_it_is_read(kind: PassageKind, language: str) -> None:
    typed = write_field("kind", kind.value, "ko" if language == "ko" else "en")
    assert parse(typed).root == Field("kind", kind.value)


@pytest.mark.parametrize("name, field", [
    ("제목", "title"), ("title", "title"), ("TITLE", "title"),
    ("저자", "author"), ("발행처", "publisher"), ("매체", "outlet"), ("출처", "source"),
    ("연도", "year"), ("언어", "language"), ("lang", "language"), ("Lang", "language"), ("종류", "kind"), ("in", "in"),
    ("문서", "document"), ("각주에서", None), ("제 목", None), ("", None), ("titles", None),
])  # fmt: skip
def test_a_field_is_called_by_either_name(name: str, field: str | None) -> None:
    assert field_named(name) == field


@pytest.mark.parametrize("name, place", [
    ("각주에서", "note"), ("표에서", "table"), ("본문에서", "body"), ("각주", None), ("note", None), ("제목", None),
])  # fmt: skip
def test_a_place_is_a_field_of_its_own_in_korean(name: str, place: str | None) -> None:
    assert place_named(name) == place


@pytest.mark.parametrize("name, value, ko, en", [
    ("title", "전망", "제목:전망", "title:전망"),
    ("title", "두 낱말", '제목:"두 낱말"', 'title:"두 낱말"'),
    ("outlet", "기구(CSTO)", "매체:기구(CSTO)", "outlet:기구(CSTO)"),
    ("author", "홍(보기", '저자:"홍(보기"', 'author:"홍(보기"'),
    ("publisher", "보기 연구원", '발행처:"보기 연구원"', 'publisher:"보기 연구원"'),
    ("year", "2023-", "연도:2023-", "year:2023-"),
    ("language", "ru", "언어:러시아어", "language:ru"),
    ("language", "ja", "언어:ja", "language:ja"),
    ("kind", "row", "종류:표", "kind:table"),
    ("kind", "heading", "종류:절제목", "kind:heading"),
    ("in", "note", "각주에서:", "in:note"),
    ("in", "body", "본문에서:", "in:body"),
    ("document", "7k4m2", "문서:7k4m2", "document:7k4m2"),
])  # fmt: skip
def test_a_field_is_written_in_either_language(name: str, value: str, ko: str, en: str) -> None:
    assert (write_field(name, value, "ko"), write_field(name, value, "en")) == (ko, en)


@pytest.mark.parametrize("typed", ["국문", "корейский", "韓國語", "KOREAN", "한 글"])
def test_a_language_is_known_by_many_names(typed: str) -> None:
    assert read_value("language", typed) == "ko"


@pytest.mark.parametrize("typed", ["7k4m2", "7K4M2", " 7k4m2 ", "https://보기.example/d/7k4m2", "/d/7k4m2", "7k4m2@3"])
def test_a_document_is_named_by_its_address(typed: str) -> None:
    assert read_value("document", typed) == "7k4m2"


@pytest.mark.parametrize("name", NAMES)
def test_the_example_of_a_field_is_one_of_its_values(name: str) -> None:
    _, _, ko, en = NAMES[name]
    assert None not in (read_value(name, ko), read_value(name, en))


@given(st.sampled_from(sorted(NAMES)), st.one_of(st.text('가나 다"“”():：＂*-2024', max_size=12), st.text(max_size=8)))
def test_a_value_that_is_read_is_written_so_that_it_is_read_again(name: str, typed: str) -> None:
    value = read_value(name, clean(typed)[0])
    if value is not None:
        assert read_value(name, value) == value
        for language in ("ko", "en"):
            assert parse(write_field(name, value, "ko" if language == "ko" else "en")).root == Field(name, value)


@given(st.integers(1000, 9999), st.integers(1000, 9999), st.sampled_from(["-", "~", "–", "..", "～"]))
def test_two_years_are_a_range_whichever_stands_first(one: int, other: int, between: str) -> None:
    value = read_value("year", f"{one}{between}{other}년")
    assert value is not None
    assert years(value) == (min(one, other), max(one, other))
