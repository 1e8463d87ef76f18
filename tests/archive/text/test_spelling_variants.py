"""Spellings of the South and the North are each other's candidates, few at a time and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.spelling_variants import MOST, variants


@pytest.mark.parametrize(
    "one, other",
    [
        ("력사", "역사"),
        ("련방", "연방"),
        ("리유", "이유"),
        ("로동", "노동"),
        ("녀성", "여성"),
        ("래일", "내일"),
        ("량심", "양심"),
        ("뇨소", "요소"),
        ("리병철", "이병철"),
        ("로동신문", "노동신문"),
        ("나룻배", "나루배"),
        ("바닷가", "바다가"),
        ("류엔", "유엔"),
    ],
)
def test_each_is_a_spelling_of_the_other(one: str, other: str) -> None:
    assert other in variants(one)
    assert one in variants(other)


@pytest.mark.parametrize("word", ["", "력", "Лавров", "북a", "ㄹㅂ", "2024", "가" * 9, "김산복", "정상"])
def test_other_words_have_none(word: str) -> None:
    assert variants(word) == ()


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=2, max_size=8))
def test_candidates_are_few_whole_and_begin_with_the_nearest(word: str) -> None:
    found = variants(word)
    changed = [sum(a != b for a, b in zip(word, other, strict=True)) for other in found]
    assert len(found) <= MOST and word not in found and changed == sorted(changed)
    assert all(1 <= count <= 2 for count in changed)
