"""Each kind of spelling changes what it names and nothing else, and the tables say what is true of the words."""

import csv
from collections import Counter, defaultdict
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.keyboard import hangul
from tests.quality.search.spellings import KINDS, WORDS

SYLLABLES = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
WORD = st.text(SYLLABLES, min_size=1, max_size=8)
SIGNED = st.from_regex(r"[A-Za-z0-9]{1,5}[가-힣]?[.?%]?", fullmatch=True)
QUESTION = st.lists(WORD | SIGNED, min_size=1, max_size=8).map(" ".join)
KEPT = ("no-space", "wrong-space", "letter-by-letter")  # kinds that only move spaces
# One character, two syllables: where it begins a word (한글 맞춤법 제10-12항), and in another sense, or in a name.
INITIAL = {
    "령": "영",
    "론": "논",
    "란": "난",
    "녀": "여",
    "립": "입",
    "리": "이",
    "라": "나",
    "력": "역",
    "로": "노",
    "렬": "열",
    "련": "연",
    "려": "여",
    "륙": "육",
    "롱": "농",
}
TWICE = {"北": {"북", "배"}, "金": {"금", "김"}, "平": {"평", "핑"}}


def rows(kind: str) -> list[tuple[str, str]]:
    with WORDS.open(encoding="utf-8", newline="") as file:
        return [(row["plain"], row["other"]) for row in csv.DictReader(file, delimiter="\t") if row["kind"] == kind]


@pytest.mark.parametrize(
    "kind, question, spelt",
    [
        ("no-space", "나선의 전력 사정", "나선의전력사정"),
        ("letter-by-letter", "북한의 3호 부두, UN 결의", "북 한 의 3 호 부 두, UN 결 의"),
        ("nfd", "각주", "\u1100\u1161\u11a8\u110c\u116e"),
        ("full-width", "UN 결의 2371호는?", "ＵＮ 결의 ２３７１호는?"),
        ("keyboard", "북한 왜 UN", "qnrgks dho UN"),
        ("hanja", "국경무역의 역사", "國境貿易의 歷史"),
        ("hanja", "갈 수도 있다", "갈 首都 있다"),  # a homonym, as a careless converter writes: its reading is the same
        ("north", "여객선의 역사와 러시아 근로자", "려객선의 력사와 로씨야 근로자"),
        ("states", "북러 관계", "러북 관계"),
        ("states", "북한과 한러 근처의 중한 병", "북한과 러한 근처의 중한 병"),
        ("states", "남북 정상과 북미 대륙", "북남 정상과 북미 대륙"),
        ("years", "2024년과 1812년의 2010년대", "＇24년과 1812년의 ＇10년대"),
        ("units", "5km를 60% 더", "5킬로미터를 60％ 더"),
        ("units", "면적 3㎡", "면적 3m2"),
        ("superscripts", "제2371호", "제²³⁷¹호"),
        ("abbreviations", "유엔과 EU의 나사렛 회의", "UN과 유럽연합의 나사렛 회의"),
        ("one-letter", "미국은 미국산 쌀을 일본에", "美은 미국산 쌀을 日에"),
    ],
)
def test_a_kind_spells_otherwise_what_it_names(kind: str, question: str, spelt: str) -> None:
    number = {"units": 1}.get(kind, 0)
    assert KINDS[kind](question, number if "km" in question else 0) == spelt


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_without_what_it_names_stays_as_it_is(kind: str) -> None:
    assert KINDS[kind]("", 0) == ""
    if kind not in ("nfd", "keyboard"):
        assert KINDS[kind]("꿈", 0) == "꿈"


def test_the_forms_of_a_pair_of_states_rotate() -> None:
    assert [KINDS["states"]("북러 관계", number) for number in range(8)] == [
        "러북 관계",
        "북·러 관계",
        "러ㆍ북 관계",
        "북・러 관계",
        "러•북 관계",
        "북-러 관계",
        "러 -북 관계",
        "러북 관계",
    ]


def test_the_forms_of_a_year_rotate() -> None:
    assert [KINDS["years"]("2024년", number) for number in range(3)] == ["＇24년", "'24년", "24년"]


@given(QUESTION)
def test_spacing_loses_no_letter(question: str) -> None:
    for kind in KEPT:
        assert KINDS[kind](question, 0).replace(" ", "") == question.replace(" ", "")
    assert " " not in KINDS["no-space"](question, 0)
    letters = KINDS["letter-by-letter"](question, 0).split()
    assert all(sum("가" <= char <= "힣" for char in part) <= 1 for part in letters)


@given(QUESTION)
def test_composition_and_width_fold_back(question: str) -> None:
    assert normalize("NFC", KINDS["nfd"](question, 0)) == question
    assert normalize("NFKC", KINDS["full-width"](question, 0)) == question
    assert normalize("NFKC", KINDS["superscripts"](question, 0)) == question


@given(WORD)
def test_the_keys_of_a_word_spell_it(word: str) -> None:
    assert hangul(KINDS["keyboard"](word, 0)) == word


@given(QUESTION)
def test_the_same_question_is_always_spelt_the_same(question: str) -> None:
    assert [spell(question, 3) for spell in KINDS.values()] == [spell(question, 3) for spell in KINDS.values()]


def test_there_are_enough_words_and_none_stands_twice() -> None:
    counted = {kind: len(rows(kind)) for kind in ("hanja", "north", "loan", "abbreviation", "letter")}
    least = {"hanja": 300, "north": 150, "loan": 40, "abbreviation": 60}
    assert {kind: counted[kind] for kind in least if counted[kind] < least[kind]} == {}
    for kind in counted:
        assert [word for word, times in Counter(plain for plain, _ in rows(kind)).items() if times > 1] == []


def test_chinese_characters_are_as_many_as_syllables_and_each_has_one_reading() -> None:
    read: dict[str, set[str]] = defaultdict(set)
    for plain, other in rows("hanja"):
        assert len(plain) == len(other)
        assert all("가" <= char <= "힣" for char in plain)
        assert all("\u4e00" <= char <= "\u9fff" for char in normalize("NFC", other))
        for syllable, char in zip(plain, other, strict=True):
            read[char].add(INITIAL.get(syllable, syllable))
    assert {char: found for char, found in read.items() if len(found) > 1} == TWICE


def test_northern_words_differ_in_their_first_sound_alone() -> None:
    north = rows("north")
    assert north
    for plain, other in north:
        assert plain[1:] == other[1:]
        first, north = (divmod(ord(word[0]) - 0xAC00, 588) for word in (plain, other))
        assert (first[0], north[0]) in {(11, 5), (11, 2), (2, 5)}  # ㅇ for ㄹ, ㅇ for ㄴ, ㄴ for ㄹ
        assert first[1] == north[1]
