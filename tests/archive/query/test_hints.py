"""A hint is one line in the reader's language, whatever was typed."""

import pytest

from archive.query import message, parse
from archive.query.hints import SHOWN, WORDS, Hint, hint


@pytest.mark.parametrize("code", WORDS)
def test_every_hint_has_words_in_both_languages(code: str) -> None:
    values = tuple((name, "x") for name in ("most", "field", "value", "example", "operator"))
    assert message(Hint(code, values), "ko").endswith(("다.", "오."))
    assert "{" not in message(Hint(code, values), "en")


def test_a_hint_in_words() -> None:
    (hint,) = parse("저자: 홍예시").hints
    assert (
        message(hint, "en")
        == "‘저자:’ had no value right after it, so it was taken as a word. Write it as in: 저자:홍예시"
    )


@pytest.mark.parametrize("typed, ko, en", [
    ("나루터 OR", "OR: 앞이나 뒤에 낱말이 없어 빼고 찾았습니다. 포탄 OR 미사일처럼 쓰십시오.",
     "OR had no word on one side and was passed over. Write it as in: shells OR missiles."),
    ("언어:화성어 나루터", "‘화성어’: 언어 이름이 아니어서 보통 낱말로 찾았습니다. "
        "한국어, 영어, 러시아어, 중국어 가운데 하나를 쓰십시오.",
     "‘화성어’ is not a language, so it was taken as a word. Write ko, en, ru or zh."),
    ("year: 나루터", "‘year:’ 바로 뒤에 값이 없어 보통 낱말로 찾았습니다. year:2024처럼 붙여 쓰십시오.",
     "‘year:’ had no value right after it, so it was taken as a word. Write it as in: year:2024"),
    ("매체: 나루터", "‘매체:’ 바로 뒤에 값이 없어 보통 낱말로 찾았습니다. 매체:타스처럼 붙여 쓰십시오.",
     "‘매체:’ had no value right after it, so it was taken as a word. Write it as in: 매체:타스"),
    ("…", "찾을 낱말이 없습니다. 낱말이나 이름, 숫자를 쓰십시오.",
        "There is no word to look for: type a word, a name or a number."),
], ids=["연산자", "언어", "값 없음, 영어", "값 없음", "낱말 없음"])  # fmt: skip
def test_a_hint_names_what_was_typed(typed: str, ko: str, en: str) -> None:
    (told,) = parse(typed).hints
    assert (message(told, "ko"), message(told, "en")) == (ko, en)


def test_a_hint_holds_its_values_by_name() -> None:
    assert hint("too-deep", most=16) == Hint("too-deep", (("most", "16"),))


@pytest.mark.parametrize(
    "length, shown", [(SHOWN, "가" * SHOWN), (SHOWN + 1, "가" * SHOWN + "…"), (10_000, "가" * SHOWN + "…")]
)
def test_a_long_value_is_shortened(length: int, shown: str) -> None:
    assert hint("no-year", value="가" * length).values == (("value", shown),)


def test_braces_that_were_typed_are_no_value() -> None:
    (told,) = parse("언어:{value} 나루터").hints
    assert message(told, "en").startswith("‘{value}’ is not a language")
