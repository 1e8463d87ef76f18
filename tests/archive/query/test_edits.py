"""What a click makes of a query: fields added and taken away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.query import (
    MAX_CLAUSES,
    MAX_LENGTH,
    Field,
    FieldWriter,
    Prefix,
    Quote,
    Word,
    fields,
    parse,
    with_field,
    without_field,
    words,
)
from archive.query.tree import Leaf, leaves
from tests.archive.query.typed import TYPED


@given(
    TYPED,
    st.sampled_from(["title", "publisher", "year", "kind"]),
    st.sampled_from(["2024", "표", '가 "나"', "", "(", "x" * 80]),
)
def test_a_field_added_and_taken_away(typed: str, name: str, value: str) -> None:
    query = parse(typed)
    narrowed = with_field(query, name, value)
    assert parse(str(narrowed)) == narrowed
    for language in ("ko", "en"):
        written = FieldWriter(query, language).text(name, value)
        assert written == (None if narrowed == query else narrowed.written(language))
    clauses = (
        len(list(leaves(query.root))) if query.root else 0
    )  # a query that is full gives its last word for the field
    if narrowed != query and clauses < MAX_CLAUSES and len(str(query)) < MAX_LENGTH - 100:
        assert without_field(narrowed, name, value) == query


@pytest.mark.parametrize("typed, narrowed", [
    ("", "year:2024"),
    ("위성", "위성 year:2024"),
    ("위성 발사", "위성 발사 year:2024"),
    ("위성 AND 발사", "위성 AND 발사 AND year:2024"),
    ("위성 OR 발사", "(위성 OR 발사) year:2024"),
    ("위성 연도:2023", "위성 year:2023 year:2024"),
    ("위성 AND (연도:2024 발사)", "위성 AND year:2024 발사"),
    ("위성 " * 70, " ".join(["위성"] * 63 + ["year:2024"])),
], ids=lambda value: value[:30])  # fmt: skip
def test_a_click_on_a_facet_narrows(typed: str, narrowed: str) -> None:
    assert str(with_field(parse(typed), "year", "2024")) == narrowed


@pytest.mark.parametrize("typed, widened", [
    ("위성 year:2024", "위성"),
    ("위성 AND year:2024 AND year:2023", "위성 AND year:2023"),
    ("위성 -year:2024", "위성 -year:2024"),
    ("위성 (year:2024 OR 발사)", "위성 (year:2024 OR 발사)"),
    ("year:2024", ""),
    ("year:2024 -위성", ""),
])  # fmt: skip
def test_a_click_takes_a_facet_away(typed: str, widened: str) -> None:
    assert str(without_field(parse(typed), "year", "2024")) == widened


def test_a_name_is_taken_away_in_another_spelling() -> None:
    assert str(without_field(parse('발행처:"예시 연구원" 위성'), "publisher", "예시연구원")) == "위성"


def test_fields_that_every_result_answers() -> None:
    query = parse("제목:전망 (연도:2024 AND 위성) (언어:ko OR 발사) -종류:표")
    assert fields(query) == (Field("title", "전망"), Field("year", "2024"))


def test_words_in_order_with_or_without_what_is_left_out() -> None:
    query = parse('위성 -(핵 OR 실험) 제목:전망 (미사일* OR "발사 시험")')
    found: tuple[Leaf, ...] = (Word("위성"), Prefix("미사일"), Quote("발사 시험"))
    assert words(query) == found
    assert words(query, excluded=True) == (found[0], Word("핵"), Word("실험"), *found[1:])


@pytest.mark.parametrize("typed, found", [
    ("", ()),
    ("나루터", ()),
    ("연도:2024", (Field("year", "2024"),)),
    ("나루터 연도:2024 제목:전망", (Field("year", "2024"), Field("title", "전망"))),
    ("연도:2024 OR 연도:2023", ()),
    ("나루터 AND (연도:2024 AND 언어:ko)", (Field("year", "2024"), Field("language", "ko"))),
    ("나루터 -연도:2024", ()),
    ("나루터 -(연도:2024 뱃삯)", ()),
])  # fmt: skip
def test_a_field_beside_or_or_under_not_is_not_every_results(typed: str, found: tuple[Field, ...]) -> None:
    assert fields(parse(typed)) == found


@pytest.mark.parametrize(
    "name, value", [("year", "24"), ("language", "화성어"), ("kind", "그림자"), ("title", "…"), ("document", "보고서")]
)
def test_a_field_that_cannot_have_the_value_changes_nothing(name: str, value: str) -> None:
    query = parse("나루터 연도:2024")
    assert with_field(query, name, value) is query
    assert without_field(query, name, value) is query


@pytest.mark.parametrize("typed, name, value", [
    ("나루터 연도:2024", "year", "2024년"),
    ("나루터 언어:ko", "language", "한국어"), ("나루터 각주에서:", "in", "미주"),
    ('나루터 발행처:"보기 연구원"', "publisher", "보기연구원"), ("나루터 저자:Hong", "author", "HONG"),
])  # fmt: skip
def test_a_query_that_is_so_narrowed_stays_itself(typed: str, name: str, value: str) -> None:
    query = parse(typed)
    assert with_field(query, name, value) is query


@pytest.mark.parametrize("typed, name, value, widened", [
    ("나루터 연도:2024", "year", "2024년", "나루터"),
    ("나루터 언어:ko", "language", "한국어", "나루터"),
    ("나루터 매체:타스", "outlet", "‘타스’", "나루터"),
    ("나루터 AND 각주에서: 뱃삯", "in", "note", "나루터 AND 뱃삯"),
    ("나루터 연도:2024 연도:2024", "year", "2024", "나루터"),
    ("(나루터 연도:2024) AND 뱃삯", "year", "2024", "나루터 AND 뱃삯"),
    ("나루터 연도:2023-2024", "year", "2024", "나루터 year:2023-2024"),
    ("나루터 제목:나루", "author", "나루", "나루터 title:나루"),
])  # fmt: skip
def test_a_field_is_taken_away_however_its_value_is_said(typed: str, name: str, value: str, widened: str) -> None:
    assert str(without_field(parse(typed), name, value)) == widened


def test_a_query_without_words_looks_for_none() -> None:
    assert words(parse("연도:2024")) == words(parse("")) == ()
