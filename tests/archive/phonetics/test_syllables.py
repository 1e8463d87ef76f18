"""Hangul taken apart and put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.phonetics.syllables import join, southern, split, syllable


@given(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3).filter(lambda char: split(char)[0] not in "ㅈㅉㅊ"))
def test_a_syllable_taken_apart_goes_together_again(char: str) -> None:
    assert syllable(*split(char)) == char


def test_a_final_closes_an_open_syllable_or_stands_alone() -> None:
    assert join(["나", "+ㅅ", "카"]) == "낫카"
    assert join(["+ㅁ", "첸"]) == "므첸"
    assert join(["안", "+ㄹ", "라"]) == "안르라"


@pytest.mark.parametrize(
    "north, south", [("리", "이"), ("로", "노"), ("녀", "여"), ("노", "노"), ("류", "유"), ("가", "가")]
)
def test_the_south_begins_no_word_with_some_sounds(north: str, south: str) -> None:
    assert southern(north) == south
