"""The morphemes of a Korean text, each with its span, and the spaces that the model would set."""

import pytest

from archive.text import is_name, is_noun, morphemes, spaced, without_particles
from archive.text.kiwi_analysis import nouns_in


def test_morphemes_know_their_span_and_their_eojeol() -> None:
    text = "나루터에 배가 닿았다"
    (found,) = morphemes([text])
    assert [(m.form, m.tag, m.word) for m in found][:4] == [
        ("나루터", "NNG", 0),
        ("에", "JKB", 0),
        ("배", "NNG", 1),
        ("가", "JKS", 1),
    ]
    assert all(text[m.start : m.end] == m.form for m in found[:4])


@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_a_blank_text_has_none_and_its_neighbours_keep_theirs(blank: str) -> None:
    before, none, after = morphemes(["강", blank, "산"])
    assert ([m.form for m in before], none, [m.form for m in after]) == (["강"], [], ["산"])


@pytest.mark.parametrize(
    "word, noun, name",
    [
        ("백두산", True, True),
        ("나루터", True, False),
        ("닿았다", False, False),
        ("뀨뷁", False, False),
        ("", False, False),
    ],
)
def test_a_noun_or_a_name_is_one_of_the_dictionary(word: str, noun: bool, name: bool) -> None:
    assert (is_noun(word), is_name(word)) == (noun, name)


@pytest.mark.parametrize(
    "noun, inside",
    [
        ("정찰위성", ("정찰", "위성")), ("벌목공", ("벌목",)), ("허가증", ("허가",)), ("난민촌", ("난민",)),
        ("합의문", ("합의",)), ("관광객", ("관광",)), ("연장선", ()), ("청소년", ()), ("아버지", ()), ("나루터", ()),
    ],
)  # fmt: skip
def test_nouns_inside_a_noun(noun: str, inside: tuple[str, ...]) -> None:
    assert nouns_in(noun) == inside


@pytest.mark.parametrize(
    "word, bare",
    [
        ("나루터에서는", "나루터"), ("정찰위성의", "정찰위성"), ("2024년 6월에", "2024년 6월"),
        ("나루터와 다리를", "나루터와 다리"),
        ("닿았다", "닿았다"), ("특별한", "특별한"), ("나루터", "나루터"), ("에서", "에서"), ("론의", "론의"), ("", ""),
    ],
)  # fmt: skip
def test_particles_behind_a_noun_are_left_out(word: str, bare: str) -> None:
    assert without_particles(word) == bare


def test_spaces_are_set_anew() -> None:
    assert spaced("나루터에배가닿았다") == "나루터에 배가 닿았다"
