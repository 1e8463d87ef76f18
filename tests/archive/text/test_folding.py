"""Spellings that mean the same fold to the same text, and offsets lead back into the text as stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model import mint_document
from archive.text.folding import bare, clusters, digest_letters, fold


@pytest.mark.parametrize(
    "printed, folded",
    [
        ("북·러", "북러"),
        ("북ㆍ러", "북러"),
        ("북・중・러는", "북중러는"),
        ("한-미-일", "한미일"),
        ("북 - 러", "북러"),
        ("중국·러시아", "중국 러시아"),
        ("나진-하산", "나진-하산"),
        ("KN-23", "KN-23"),
        ("１５２㎜", "152mm"),
        ("ＮＡＴＯ", "NATO"),
        ("½", "½"),
        ("다…", "다…"),
    ],
)
def test_fold(printed: str, folded: str) -> None:
    assert fold(printed).text == folded


def test_a_folded_span_leads_back_to_the_printed_letters() -> None:
    printed = "포탄 １５２㎜ 발"
    folded = fold(printed)
    start = folded.text.index("152mm")
    assert printed[slice(*folded.back(start, start + 5))] == "１５２㎜"


@given(st.text())
def test_every_folded_character_has_an_origin_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.origin)
    assert list(folded.origin) == sorted(folded.origin)
    assert all(0 <= place < len(text) for place in folded.origin)


def test_bare_keeps_letters_and_digits_only() -> None:
    assert bare("“Ａ 북·러” (2024)") == "a북러2024"


def test_what_ids_and_digests_are_made_of_is_what_it_was_in_the_first_release() -> None:
    """Stored digests, those of purged texts among them, would not be known again otherwise."""
    assert digest_letters("“Ａ 북·러ㆍ중” (2024)") == "a북러\u119e중2024"
    assert mint_document("북한ㆍ러시아 협력", ()) == "rjam7"


def test_a_letter_keeps_the_marks_and_jamo_that_follow_it() -> None:
    assert [*clusters("e\u0301\u1112\u1161\u11ab다")] == [(0, "e\u0301"), (2, "\u1112\u1161\u11ab"), (5, "다")]
    assert [*clusters("")] == []


@pytest.mark.parametrize("dot", "·ㆍ・‧･•∙⋅\u119e")
def test_a_middle_dot_is_no_letter_whatever_it_is_typed_as(dot: str) -> None:
    assert bare(f"북{dot}중{dot}러의 2{dot}9합의") == "북중러의29합의"


@pytest.mark.parametrize("sign", "'’ʼʻ`´ʹ′＇")
def test_an_apostrophe_is_no_letter_whatever_it_is_typed_as(sign: str) -> None:
    assert bare(f"Pyongyang{sign}s") == "pyongyangs"


def test_the_vowel_of_old_hangul_is_a_letter() -> None:
    old = "\u1112\u119e\u11ab글"  # ᄒᆞᆫ글
    assert bare(old) == old
