"""Which signs of a query speak, and where a word ends."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.query.limits import MAX_LENGTH
from archive.query.signs import clean, is_bare, narrow, pairs, without_quotes, word_end


@pytest.mark.parametrize("typed, read", [
    ("나루터", "나루터"),
    ("  나루터\n", "나루터"),
    (normalize("NFD", "나루터 다리"), "나루터 다리"),
    ("나루터\n다리\t배", "나루터\n다리\t배"),
    ("나\u200b루\u00ad터\ufeff\u2060", "나루터"),
    ("나루터\0다리", "나루터 다리"),
    ("나루터\x1b다리\x85", "나루터 다리"),
    ("\ud800나루터\udfff", "나루터"),
    ("나루\ufffd터", "나루 터"),
    ("\u200b", ""),
    ("", ""),
], ids=lambda value: ascii(value)[:30])  # fmt: skip
def test_a_text_is_read_composed_and_without_signs_that_nobody_sees(typed: str, read: str) -> None:
    assert clean(typed) == (read, False)


@pytest.mark.parametrize("typed, read", [
    ("말 " * 600, ("말 " * 500).strip()),
    ("가나 " * 400, ("가나 " * 333).strip()),
    ("북" * (MAX_LENGTH + 1), "북" * MAX_LENGTH),
    ("북" * MAX_LENGTH + " 남", "북" * MAX_LENGTH),
    ("앞말 " + "북" * MAX_LENGTH, "앞말"),
], ids=["두 글자마다", "세 글자마다", "한 낱말", "끝에서", "첫 낱말 뒤"])  # fmt: skip
def test_a_text_that_is_too_long_is_cut_at_a_word(typed: str, read: str) -> None:
    assert clean(typed) == (read, True)


def test_a_text_of_just_the_length_is_whole() -> None:
    assert clean("북" * MAX_LENGTH) == ("북" * MAX_LENGTH, False)


def test_letters_that_fall_together_are_counted_once_composed() -> None:
    assert clean(normalize("NFD", "각" * MAX_LENGTH)) == ("각" * MAX_LENGTH, False)


@given(st.text(max_size=60))
def test_what_was_cleaned_is_clean(typed: str) -> None:
    read, cut = clean(typed)
    assert (clean(read), cut) == ((read, False), False)


@pytest.mark.parametrize("typed, narrowed", [
    ("제목：전망", "제목:전망"), ("（나루터）", "(나루터)"),
    ("＂나루터＂", '"나루터"'), ("－나루터＊", "-나루터*"), ("ＡＮＤ", "AND"),
    ("나루터、다리", "나루터、다리"), ("“나루터”", "“나루터”"),
])  # fmt: skip
def test_signs_of_full_width_are_those_of_the_keyboard(typed: str, narrowed: str) -> None:
    assert narrow(typed) == narrowed


@given(st.text())
def test_narrowing_moves_no_letter(typed: str) -> None:
    assert len(narrow(typed)) == len(typed)


@pytest.mark.parametrize("text, closes", [
    ("나루터", {}),
    ("기구(CSTO)", {2: 7}),
    ("((가))", {1: 3, 0: 4}),
    ("(가)(나)", {0: 2, 3: 5}),
    ("(가 나)", {}),
    ("(가 (나))", {3: 5}),
    ("가)나(", {}),
    ("((가)", {1: 3}),
])  # fmt: skip
def test_a_bracket_closes_inside_its_word_or_not_at_all(text: str, closes: dict[int, int]) -> None:
    assert pairs(text) == closes


@pytest.mark.parametrize("text, word", [
    ("나루터 다리", "나루터"), ("기구(CSTO)는 왔다", "기구(CSTO)는"),
    ("나루터)는", "나루터"), ("나루(터 다리)", "나루"),
    ("OR(가)", "OR"), ("NOT(가)", "NOT"), ("or(가)", "or(가)"),
    ("(가)나", "(가)나"), ("나루터\n다리", "나루터"), ("", ""),
    ("가(나(다))라", "가(나(다))라"),
])  # fmt: skip
def test_a_word_ends_at_a_space_or_a_bracket_that_is_not_its_own(text: str, word: str) -> None:
    assert text[: word_end(text, 0, pairs(text))] == word


@pytest.mark.parametrize("value, bare", [
    ("나루터", True), ("기구(CSTO)", True), ('가"나', True),
    ("(가)", True), ("두 낱말", False), ('"나루터', False), ("”가", False),
    ("＂가", False), ("나루(터", False), ("나루터)", False), ("", False),
])  # fmt: skip
def test_a_value_stands_bare_where_it_is_one_word(value: str, bare: bool) -> None:
    assert is_bare(value) is bare


@pytest.mark.parametrize("value, written", [
    ('나루터 "다리"', "나루터 다리"), ("나루터”", "나루터"),
    ("＂나루터＂", "나루터"), (' " ', ""), ("나루터   다리", "나루터 다리"),
    ("‘나루터’", "‘나루터’"),
])  # fmt: skip
def test_a_value_in_quotation_marks_loses_those_it_has(value: str, written: str) -> None:
    assert without_quotes(value) == written
