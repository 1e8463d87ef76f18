"""Do two texts differ in just the words that say which?"""

import pytest

from archive.alignment.distinctions import says_another, words_of
from archive.alignment.letters import common, fold_letters

WAS = "북한과 러시아는 2023년 5월 평양에서 경제공동위원회를 열고 나진항의 석탄 수송을 논의하였다."


def another(was: str, now: str) -> bool:
    letters, there = fold_letters(was), fold_letters(now).text
    return says_another(words_of(letters, was), letters.text, common(letters.text, there), there)


@pytest.mark.parametrize("was, now", [
    ("2023년", "2024년"), ("5월", "11월"), ("러시아는", "중국은"), ("러시아는", "우크라이나는"), ("북한과", "남한과"),
    ("평양에서", "모스크바에서"), ("나진항의 석탄", "청진항의 곡물"), ("경제공동위원회를", "과학기술위원회를"),
    ("북한과 러시아는 2023년", "중국과 베트남은 2019년"),
])  # fmt: skip
def test_another_number_country_or_name_says_another(was: str, now: str) -> None:
    assert another(WAS, WAS.replace(was, now))


@pytest.mark.parametrize("was, now", [
    ("러시아는", "러시아가"), ("논의하였다", "논의했다"), ("평양", "펑양"), ("경제공동위원회", "경제공동워원회"),
    ("석탄 수송을", "수송을"), ("석탄 수송을", "석탄과 곡물의 수송을"), ("열고 나진항", "열고7 나진항"),
    ("논의하였다.", "논의하였다. 다음 회의는 모스크바에서 열린다."),
    ("열고 나진항의 석탄 수송을 논의하였다", "열어 뱃길과 다리를 두고 이야기를 나누었다"),
    ("평양에서 경제공동위원회를 열고", "경제공동위원회를 평양에서 열고"), (" ", "  "), (" ", ""),
])  # fmt: skip
def test_other_endings_misread_letters_and_words_put_in_or_taken_out_do_not(was: str, now: str) -> None:
    assert not another(WAS, WAS.replace(was, now))


def test_the_same_says_the_same() -> None:
    assert not another(WAS, WAS)
    assert not another("", WAS)


def test_words_end_at_spaces_and_signs() -> None:
    printed = "1. 북·중, (3국) 회담"
    letters = fold_letters(printed)
    assert [letters.text[slice(*word)] for word in words_of(letters, printed)] == ["북", "중", "3국", "회담"]
    assert words_of(fold_letters(""), "") == []
