"""Which part of what is typed is to be completed: the last word, alone and with the words before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.suggest.partial_query import WORDS, PartialQuery, partial_query
from tests.archive.query.typed import TYPED


def tails(text: str) -> list[str]:
    """What may be completed, with the most words first."""
    found = partial_query(text)
    return [found.text[tail.start :] for tail in found.tails] if found else []


@pytest.mark.parametrize("text, parts", [
    ("나", ["나"]),
    ("나루", ["나루"]),
    ("나루터 다", ["나루터 다", "다"]),
    ("나루터  다", ["나루터  다", "다"]),
    ("가나 나다 다라 라마 마바", ["나다 다라 라마 마바", "다라 라마 마바", "라마 마바", "마바"]),
    ("나루터 ㄷ", ["나루터 ㄷ", "ㄷ"]),
    ("river bo", ["river bo", "bo"]),
    ("river b", ["river b"]),  # one letter of an alphabet begins too many words
    ("b", ["b"]),
    ("나루터 b", ["나루터 b"]),
    ("나루터 -다", ["다"]),
    ("-나루터 다", ["나루터 다", "다"]),
    ("나루터 −다", ["다"]),
    ("나루터 다리-배", ["나루터 다리-배", "다리-배"]),
    ("(나루터 다", ["나루터 다", "다"]),
    ("(나루터) 다", ["다"]),
    ('"나루터 다', ["나루터 다", "다"]),
    ('"나루터" 다', ["다"]),
    ("10:3", ["3"]),
])  # fmt: skip
def test_the_last_words_are_completed_together_and_the_last_alone(text: str, parts: list[str]) -> None:
    assert tails(text) == parts


@pytest.mark.parametrize(
    "text",
    ["", "   ", "…", "나루터 (", "나루터)", '"', "나루터 -", "언어:한", "연도:20", "종류:", "in:각", "제목:", "제목:…"],
)
def test_where_nothing_could_be_completed_nothing_is(text: str) -> None:
    assert partial_query(text) is None


@pytest.mark.parametrize("text, field, letters", [
    ("제목:나루", "title", "나루"), ("title:나루", "title", "나루"),
    ("TITLE:나루", "title", "나루"), ("제목：나루", "title", "나루"),
    ('제목:"나루터 다', "title", "나루터다"), ("제목:“나루", "title", "나루"),
    ("저자:홍", "author", "홍"), ("매체:보기", "outlet", "보기"),
    ("나루터 제목:다", "title", "다"), ("(저자:홍", "author", "홍"),
    ("-매체:보", "outlet", "보"), ("제목:나루터 다", "title", "나루터다"),
])  # fmt: skip
def test_a_field_is_filled_in_by_one_name(text: str, field: str, letters: str) -> None:
    found = partial_query(text)
    assert found is not None
    assert (found.field, [tail.beginning.letters for tail in found.tails]) == (field, [letters])


def test_a_field_is_replaced_from_its_name_on() -> None:
    found = partial_query("뱃삯 제목:나루")
    assert found is not None
    assert found.query(found.tails[0], '제목:"나루터와 다리"') == '뱃삯 제목:"나루터와 다리"'


def test_what_only_looks_like_a_field_is_words() -> None:
    found = partial_query("저지:나루")
    assert found is not None
    assert (found.field, tails("저지:나루"), tails("각주에서:나루")) == (None, ["나루"], ["나루"])


@pytest.mark.parametrize("text, words, completed", [
    ("나루터 다", 1, "나루터 다리"), ("나루터 다", 2, "다리"),
    ('"나루터 다', 1, '"나루터 다리'), ("나루터 -다", 1, "나루터 -다리"), ("다", 1, "다리"),
])  # fmt: skip
def test_a_tail_is_completed_and_the_rest_stays_as_typed(text: str, words: int, completed: str) -> None:
    found = partial_query(text)
    assert found is not None
    (tail,) = (tail for tail in found.tails if tail.words == words)
    assert found.query(tail, "다리") == completed


@pytest.mark.parametrize("text, ended", [("나루터", False), ("나루터 ", True), ("나루터\n", True), (" 나루터", False)])
def test_a_space_ends_a_word(text: str, ended: bool) -> None:
    found = partial_query(text)
    assert found is not None
    assert found.ended is ended


@pytest.mark.parametrize(
    "text, free",
    [("나루", True), ('"나루', False), ("“나루", False), ("(나루", True), ('"나루" 다', False), ("가:나", True)],
)
def test_a_field_may_stand_where_no_quotation_is_open(text: str, free: bool) -> None:
    found = partial_query(text)
    assert found is not None
    assert found.free is free


@pytest.mark.parametrize(
    "text, letters",
    [("skfn", "나루"), ("다리 skfn", "나루"), ("dkE", "아ㄸ"), ("house", None), ("나루", None), ("s", None)],
)
def test_the_last_word_is_read_on_the_korean_keys(text: str, letters: str | None) -> None:
    found = partial_query(text)
    assert found is not None
    korean = found.on_keys()
    assert ([tail.beginning.letters for tail in korean.tails] if korean else None) == ([letters] if letters else None)


@given(TYPED)
def test_whatever_is_typed_tails_are_ends_of_it_with_fewer_and_fewer_words(typed: str) -> None:
    found = partial_query(typed)
    if found is not None:
        assert isinstance(found, PartialQuery)
        assert [tail.words for tail in found.tails] == sorted({tail.words for tail in found.tails}, reverse=True)
        assert all(found.query(tail, typed[tail.start :]) == typed for tail in found.tails)
        assert 1 <= len(found.tails) <= WORDS
        assert all(tail.beginning.letters for tail in found.tails)


@given(st.text('가나 -:"(b', max_size=12))
def test_what_follows_a_bracket_or_a_quotation_mark_is_completed_without_it(typed: str) -> None:
    assert not any(set(tail) & set('"():') for tail in tails(typed)) or ":" in typed
