"""What a word may become whose last syllable is still being typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.suggest.keystrokes import LONGEST, Beginning, beginning, letters, on_keys
from archive.text.keyboard import DOUBLE, FINALS, INITIALS, VOWELS
from archive.vocabulary import initials


def read(typed: str) -> Beginning:
    found = beginning(typed)
    assert found is not None
    return found


def begins(typed: str, word: str) -> bool:
    """Whether the word may come of what is typed, by the pattern and by the bounds alike."""
    found = read(typed)
    key = initials(letters(word)) if found.by_initials else letters(word)
    matched = found.pattern.match(word) is not None
    if matched and key:
        assert found.first <= key < found.after
    return matched


# Source: KS X 5002, the two-set layout: what the next keys make of a syllable.
@pytest.mark.parametrize("typed, word", [
    ("ㄹ", "라브로프"), ("라", "라브로프"), ("랍", "라브로프"),
    ("라브", "라브로프"), ("라블", "라브로프"), ("라브로", "라브로프"),
    ("라브롶", "라브로프"), ("라브로프", "라브로프"),
    ("고", "관광"), ("과", "관광"), ("관", "관광"), ("관ㄱ", "관광"),
    ("관고", "관광"), ("구", "권리"), ("으", "의자"), ("우", "위성"), ("오", "왜가리"),
    ("달", "닭"), ("닭", "달구지"), ("갑", "값"), ("값", "갑사"),
    ("안", "앉다"), ("앉", "안주"), ("각", "가구"), ("갂", "가까이"),
    ("나룻", "나루세"), ("나룻", "나룻배"), ("일", "잃다"), ("싫", "실험"),
])  # fmt: skip
def test_a_syllable_half_typed_stands_for_what_it_may_become(typed: str, word: str) -> None:
    assert begins(typed, word)


@pytest.mark.parametrize("typed, word", [
    ("ㄹㅂ", "라브로프"), ("ㄹㅂㄹㅍ", "라브로프"), ("라브ㄹㅍ", "라브로프"),
    ("라ㅂ", "라브로프"), ("ㄼ", "라브로프"), ("ㄱㅅㄱ", "가스관"),
    ("ㄳ", "가스관"), ("ㄲ", "까치"), ("나ㄹㅌ", "나루터"),
])  # fmt: skip
def test_a_lone_consonant_stands_for_every_syllable_that_begins_with_it(typed: str, word: str) -> None:
    assert begins(typed, word)


@pytest.mark.parametrize("typed, word", [
    ("라부", "라브로프"), ("라브라", "라브로프"), ("ㄹㅂㅍ", "라브로프"),
    ("브로", "라브로프"), ("관", "과자"), ("과", "고기"), ("닭", "달래"),
    ("나루터가", "나루터"), ("나룻", "나루터"), ("ㄱ", "까치"), ("값", "가을"), ("Lavr", "라브로프"),
])  # fmt: skip
def test_what_goes_on_otherwise_does_not_begin_so(typed: str, word: str) -> None:
    assert not begins(typed, word)


@pytest.mark.parametrize("typed, word", [
    ("fer", "Ferry"), ("FER", "ferry"), ("ｆｅｒ", "Ferry"),
    ("пар", "Паром"), ("나루터와다", "나루터와 다리"), ("나루터 와", "나루터와"),
    ("kn2", "KN-23"), ("kn-2", "KN 23"), ("북러", "북·러"), ("渡", "渡口"), ("a.b", "a+b"),
])  # fmt: skip
def test_case_width_spaces_and_signs_are_nothing(typed: str, word: str) -> None:
    assert begins(typed, word)


@pytest.mark.parametrize("typed", ["", " ", "…", "-", "*", "가" * (LONGEST + 1)])
def test_signs_alone_and_what_is_too_long_begin_nothing(typed: str) -> None:
    assert beginning(typed) is None


@pytest.mark.parametrize("text, found", [
    ("나루터, 다리", "나루터다리"), ("Ferry No. 7", "ferryno7"), ("ㄹㅂ", "ㄹㅂ"), ("ㅏ", "ㅏ"), ("ㄳ", "ㄳ"), ("", ""),
])  # fmt: skip
def test_letters_are_folded_and_lone_ones_stay_lone(text: str, found: str) -> None:
    assert letters(text) == found


@pytest.mark.parametrize("typed, first, after, by_initials", [
    ("ㄹㅂ", "ㄹㅂ", "ㄹㅃ", True),
    ("ㄹ브", "ㄹ", "ㄺ", True),
    ("라ㅂ", "라바", "라빠", False),
    ("라브", "라브", "라비", False),
    ("ab", "ab", "ac", False),
    ("a", "a", "b", False),
    ("가", "가", "개", False),
])  # fmt: skip
def test_what_begins_so_lies_between_two_words(typed: str, first: str, after: str, by_initials: bool) -> None:
    found = read(typed)
    assert (found.first, found.after, found.by_initials) == (first, after, by_initials)


@pytest.mark.parametrize(
    "typed, consonants",
    [("ㄹㅂ", True), ("라ㅂ", False), ("ㄹ", False), ("라브", False), ("ㄹ브", True), ("라ㅂ로", True)],
)
def test_consonants_before_the_last_letter_stand_for_syllables(typed: str, consonants: bool) -> None:
    assert read(typed).by_consonants is consonants


@pytest.mark.parametrize("typed, korean", [
    ("fkqmfh", "라브로"), ("fkqmfhv", "라브롶"), ("dkE", "아ㄸ"), ("fqfv", "ㄹㅂㄹㅍ"),
    ("skfn", "나루"), ("skfnx", "나뤁"), ("SKFN", "나루"), ("rhksrhkd", "관광"),
    ("Rk", "까"), ("dho", "왜"), ("ekfr", "닭"), ("rr", "ㄱㄱ"),
    ("tjdnf", "서울"), ("sk fn", None), ("s", None), ("kn-23", None), ("나루", None),
    ("hello", None), ("", None), ("r" * (LONGEST + 1), None),
])  # fmt: skip
def test_latin_letters_are_read_on_the_keys_of_the_two_set_layout(typed: str, korean: str | None) -> None:
    assert on_keys(typed) == korean


# The law: at every key on the way to a word, what stands there begins the word.

PARTS = {double: parts for parts, double in DOUBLE.items()}


def keys(word: str) -> list[str]:
    """The keys of a Hangul word, one a letter, double vowels and finals by two."""
    found: list[str] = []
    for char in word:
        code = ord(char) - ord("가")
        for letter in (INITIALS[code // 588], VOWELS[code % 588 // 28], FINALS[code % 28].strip()):
            found += PARTS.get(letter, letter)
    return found


def shown(typed: list[str]) -> str:
    """What an input method shows for these keys: a final goes to the next syllable once a vowel follows."""
    out, at = "", 0
    while at < len(typed):
        if at + 1 == len(typed) or typed[at] not in INITIALS or typed[at + 1] not in VOWELS:
            out, at = out + typed[at], at + 1
            continue
        initial, vowel, final, at = typed[at], typed[at + 1], " ", at + 2
        if at < len(typed) and vowel + typed[at] in DOUBLE:
            vowel, at = DOUBLE[vowel + typed[at]], at + 1
        while at < len(typed) and typed[at] in FINALS and (at + 1 == len(typed) or typed[at + 1] not in VOWELS):
            longer = typed[at] if final == " " else DOUBLE.get(final + typed[at], "")
            if longer not in FINALS or not longer:
                break
            final, at = longer, at + 1
        out += chr(ord("가") + (INITIALS.index(initial) * 21 + VOWELS.index(vowel)) * 28 + FINALS.index(final))
    return out


def test_an_input_method_shows_what_people_see() -> None:
    assert [shown(keys("라브로프")[:n]) for n in range(1, 9)] == [
        "ㄹ",
        "라",
        "랍",
        "라브",
        "라블",
        "라브로",
        "라브롶",
        "라브로프",
    ]
    assert [shown(keys("관광")[:n]) for n in range(1, 9)] == ["ㄱ", "고", "과", "관", "관ㄱ", "관고", "관과", "관광"]
    assert [shown(keys("닭이")[:n]) for n in range(1, 7)] == ["ㄷ", "다", "달", "닭", "닭ㅇ", "닭이"]


SYLLABLES = st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣"))


@given(st.text(SYLLABLES, min_size=1, max_size=4), st.integers(1, 20))
def test_at_every_key_on_the_way_to_a_word_it_begins_so(word: str, count: int) -> None:
    assert begins(shown(keys(word)[:count]), word)


@given(st.text(SYLLABLES, min_size=1, max_size=4))
def test_initial_consonants_begin_every_word_that_has_them(word: str) -> None:
    assert begins(initials(word), word)
