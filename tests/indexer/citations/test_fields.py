"""Which parts of a note are dates, pages, numbers, addresses and dates of access? All notes are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.citations.fields import FIELDS, CitationField, FieldPattern, find_fields
from indexer.citations.quotes import find_quoted


def fields(text: str) -> tuple[CitationField, ...]:
    return find_fields(text, tuple(find_quoted(text)))


def found(text: str) -> list[tuple[str, str, str]]:
    """Kind, print and value of each field."""
    return [(field.kind, text[field.start : field.end], field.value) for field in fields(text)]


@pytest.mark.parametrize("row", FIELDS, ids=lambda row: f"{row.kind} {row.example}")
def test_each_form_is_found_in_its_example(row: FieldPattern) -> None:
    text = f"보기, {row.example}" if row.example == "15-05" else row.example
    assert row.kind in [field.kind for field in fields(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("보기연구, pp. 183~208.", "183~208"),
        ("보기연구, p.7.", "7"),
        ("보기연구, p. 12, 15, 20-22, 보기학회", "12, 15, 20-22"),
        ("보기연구, 136-138면.", "136-138"),
        ("보기연구, 12쪽.", "12"),
        ("보기연구, 12, 14쪽 참조.", "12, 14"),
        ("보기연구, pp. 12, 15.", "12, 15"),
        ("보기연구, pp. 12, 15. 보기학회", "12, 15"),
        ("보기연구, pp. 12, 9. 14.", "12"),
        ("Пример. С. 12, 15.", "12, 15"),
        ("Пример. С. 12–20.", "12–20"),
        ("Пример, стр. 7.", "7"),
        ("例文, 第12-20页。", "12-20"),
        ("Example Review 7 (2020): 12–15.", "12–15"),
        ("(Seoul: Example, 2020), 12–15.", "12–15"),
    ],
)
def test_pages(text: str, value: str) -> None:
    assert [(kind, kept) for kind, _, kept in found(text) if kind == "pages"] == [("pages", value)]


def test_an_address_in_the_angle_brackets_of_titles_is_an_address() -> None:
    text = "보기연구원, 〈https://example.org/a〉 (검색일: 2024. 1. 3)"
    assert found(text)[0] == ("url", "〈https://example.org/a〉", "https://example.org/a")


def test_a_year_before_pages_is_no_page() -> None:
    assert found("보기출판, 2020, 12쪽.") == [("date", "2020", "2020"), ("pages", "12쪽", "12")]
    assert found("보기출판, pp. 3-5, 2020.") == [("pages", "pp. 3-5", "3-5"), ("date", "2020", "2020")]


@pytest.mark.parametrize("text", ["12면체의 꼴", "app. 12", "세 쪽", "group. 3", "쪽수 12", "C. Kim"])
def test_what_is_no_page(text: str) -> None:
    assert [kind for kind, _, _ in found(text) if kind == "pages"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("『보기연구』 제12권 제3호, 보기학회", "제12권 제3호"),
        ("『보기연구』 통권 45호, 보기학회", "통권 45호"),
        ("『보기총서』 제7집", "제7집"),
        ("『보기연구』 12권 3호", "12권 3호"),
        ("Example Review, Vol. 22, 2024", "Vol. 22"),
        ("Example Review, no. 3(2)", "no. 3(2)"),
        ("Example Review, Issue 3", "Issue 3"),
        ("Пример. 2024. № 5 (12)", "№ 5 (12)"),
        ("Пример, Т. 3", "Т. 3"),
        ("《例文》第5期", "第5期"),
        ("《例文》第3卷第2期", "第3卷第2期"),
        ("보기브리프, 15-05, 보기연구원", "15-05"),
        ("Resolution S/RES/2397 of the Council", "S/RES/2397"),
        ("Report S/2024/215 of the Panel", "S/2024/215"),
        ("A/HRC/55/63, para. 8", "A/HRC/55/63"),
    ],
)
def test_numbers_of_issues_series_and_documents(text: str, value: str) -> None:
    assert [kept for kind, _, kept in found(text) if kind == "number"] == [value]


@pytest.mark.parametrize("text", ["No pasarán 3", "제12차 회의", "호수 3", "USA/2024", "3권역", "말없이 5"])
def test_what_is_no_number_of_an_issue(text: str) -> None:
    assert [kind for kind, _, _ in found(text) if kind == "number"] == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("보기, https://example.org/a.", ("url", "https://example.org/a", "https://example.org/a")),
        ("<https://example.org/a>", ("url", "<https://example.org/a>", "https://example.org/a")),
        ("URL: https://example.org/a", ("url", "URL: https://example.org/a", "https://example.org/a")),
        ("(https://example.org/a)", ("url", "https://example.org/a", "https://example.org/a")),
        ("www.example.org/b_(c), 보기", ("url", "www.example.org/b_(c)", "www.example.org/b_(c)")),
        ("https://example.kr/?a=1&b=2”", ("url", "https://example.kr/?a=1&b=2", "https://example.kr/?a=1&b=2")),
        ("网址：https://example.cn/a。", ("url", "网址：https://example.cn/a", "https://example.cn/a")),
    ],
)
def test_addresses_without_the_marks_of_the_sentence_around_them(text: str, field: tuple[str, str, str]) -> None:
    assert found(text) == [field]


def test_what_stands_in_a_title_is_no_field() -> None:
    assert found("「2024년 5월 2일의 pp. 3-5와 https://example.org/a」, 2025") == [("date", "2025", "2025")]


def test_what_looks_like_a_field_inside_an_address_is_part_of_it() -> None:
    assert found("https://example.org/2024/05/02/pp.3-5, 2024. 5. 3.") == [
        ("url", "https://example.org/2024/05/02/pp.3-5", "https://example.org/2024/05/02/pp.3-5"),
        ("date", "2024. 5. 3.", "2024-05-03"),
    ]


@pytest.mark.parametrize(
    "phrase",
    [
        "검색일: 2024. 5. 2.",
        "(접속일: 2024. 5. 2.)",
        "(최종 접속 2024년 5월 2일)",
        "(2024. 5. 2. 검색)",
        "2024년 5월 2일 접속",
        "(accessed May 2, 2024)",
        "(last accessed on 2 May 2024)",
        "Retrieved on May 2, 2024",
        "(дата обращения: 02.05.2024)",
        "（访问日期：2024年5月2日）",
        "（2024年5月2日访问）",
    ],
)
def test_a_date_of_access_is_known_by_its_word_and_takes_its_brackets(phrase: str) -> None:
    assert found(f"보기 {phrase} 끝") == [("accessed", phrase, "2024-05-02")]


def test_an_access_phrase_glued_to_an_address_is_not_part_of_it() -> None:
    assert found("https://example.org/a(검색일: 2024. 5. 2)") == [
        ("url", "https://example.org/a", "https://example.org/a"),
        ("accessed", "(검색일: 2024. 5. 2)", "2024-05-02"),
    ]


def test_a_whole_note_field_by_field() -> None:
    note = (
        "홍보기, 「겨울 항로 2024」, 『보기연구』 제12권 제3호(2024. 9), "
        "pp. 3-20, https://example.kr/a (검색일: 2025. 1. 3)."
    )
    assert found(note) == [
        ("number", "제12권 제3호", "제12권 제3호"),
        ("date", "2024. 9", "2024-09"),
        ("pages", "pp. 3-20", "3-20"),
        ("url", "https://example.kr/a", "https://example.kr/a"),
        ("accessed", "(검색일: 2025. 1. 3)", "2025-01-03"),
    ]


NOTES = st.lists(
    st.sampled_from(
        [
            "보기",
            ", ",
            " ",
            "2024. 5. 2.",
            "2024",
            "pp. 3-5",
            "12쪽",
            "제3호",
            "https://a.kr/b",
            "(",
            ")",
            "「",
            "」",
            "검색일: ",
            "№ 5",
            ".",
        ]
    ),
    max_size=10,
).map("".join)


@settings(max_examples=100)
@given(NOTES)
def test_fields_are_in_order_apart_outside_quotes_and_hold_their_value(note: str) -> None:
    quoted = tuple(find_quoted(note))
    end = 0
    for field in find_fields(note, quoted):
        assert end <= field.start < field.end <= len(note)
        assert field.kind in ("date", "accessed") or field.value in note[field.start : field.end]
        assert not any(stretch.start <= field.start < stretch.end for stretch in quoted)
        end = field.end
