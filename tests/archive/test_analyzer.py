"""Each stream finds what it is there for, and every token's span is the text it was made from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.analyzer import analyze, full_year, pairs
from archive.knowledge import builtin
from archive.tokens import STREAMS, Streams


def streams(text: str) -> Streams:
    (result,) = analyze([text], builtin())
    return result


def terms(text: str, stream: str) -> list[str]:
    return [token.term for token in streams(text)[stream]]


@pytest.mark.parametrize(
    "text, words",
    [
        ("북한은 위성을 발사했다.", ["북한", "위성", "발사"]),
        ("한·미·일 협력", ["한미일", "협력"]),
        ("Путина встретил Лавров", ["путина", "встретил", "лавров"]),
        ("sanctions were reimposed", ["sanction", "wer", "reimpos"]),
        ("朝中俄 회담", ["朝", "中", "俄", "회담"]),
        ("13,221명 입국", ["13221", "입국"]),
        ("’24년 가을", ["2024", "가을"]),
        ("세르게이 라브로프 외무장관", ["세르게이", "라브로프", "외무", "장관"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert terms(text, "word") == words


def test_a_compound_is_found_by_its_parts_joined() -> None:
    assert set(terms("군사정찰위성의 발사", "compound")) == {"군사정찰", "정찰위성", "군사정찰위성"}


def test_pairs_are_bigrams_as_typed() -> None:
    assert pairs("안보 리") == ["안보", "보리"]


def test_marks_of_a_token_cover_the_morpheme_and_not_its_particle() -> None:
    text = "회의에서 북한은"
    token = next(t for t in streams(text).word if t.term == "북한")
    assert text[token.start : token.end] == "북한"


def test_years_of_two_digits() -> None:
    assert (full_year("24"), full_year("91"), full_year("05")) == ("2024", "1991", "2005")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("북한러시아는 은ABcд金正·-'’24년, .１㎜\n𝒳"), max_size=40))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    found = streams(text)
    for stream in STREAMS:
        spans = [(t.start, t.end) for t in found[stream]]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert [start for start, _ in spans] == sorted(start for start, _ in spans)
        assert all(not any(c.isspace() for c in t.term) and t.term for t in found[stream])


@pytest.mark.parametrize(
    "text, found",
    [
        ("류행을 막았다", True),
        ("린접한 지역", True),
        ("로씨야에서", False),
        ("라면을 먹는다", False),
        ("유행을 막았다", False),
    ],
)
def test_northern_words_that_the_model_cuts_are_whole(text: str, found: bool) -> None:
    assert (text[:2] in terms(text, "compound")) is found
    (typed,) = analyze([text], builtin(), query=True)
    assert not found or typed.terms("word")[0] == text[:2]
