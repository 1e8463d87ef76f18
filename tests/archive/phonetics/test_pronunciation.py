"""How a word of any script may be read in Hangul, and under which keys it is filed."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.phonetics.distance import near
from archive.phonetics.pronunciation import (
    COMPARED,
    KEPT,
    LONGEST,
    UNLIKELY,
    VERSION,
    Sound,
    compared,
    exact,
    fingerprint,
    folded,
    keys,
    lookup,
    sounds,
)


def read(word: str, by: str) -> list[str]:
    return [sound.hangul for sound in sounds(word) if sound.by == by]


@pytest.mark.parametrize("word, plain", [
    (" Рогов ", "Рогов"), ("Пу́шкин", "Пушкин"), ("Ｒｏｇｏｖ", "Rogov"), (normalize("NFD", "나루"), "나루"),
    ("İzmir", "İzmir"), ("\uf9b4", "領"),
])  # fmt: skip
def test_a_word_is_looked_up_composed_and_without_stress(word: str, plain: str) -> None:
    assert folded(word) == plain


@pytest.mark.parametrize("word", ["나루터", "나루 터", " 나루터", normalize("NFD", "나루터"), "나루-터"])
def test_a_word_in_hangul_reads_as_itself(word: str) -> None:
    assert sounds(word) == (Sound("나루터", "korean", 1.0),)


@pytest.mark.parametrize(
    "word", ["", " ", "2024", "KN-23", "Рogov", "나루tower", "ㄱㄴ", "가" * (LONGEST + 1), "…", "Ωmega"]
)
def test_what_no_script_has_a_rule_for_is_not_read(word: str) -> None:
    assert sounds(word) == ()


# Source: 外来語 readings by 외래어 표기법 제3장 제7절 (Mandarin sound) and 한글 맞춤법 (Sino-Korean sound).
@pytest.mark.parametrize("word, first, second", [
    ("长江", Sound("창장", "chinese", 1.0), Sound("장강", "hanja", 1.0)),
    ("鲁迅", Sound("루쉰", "chinese", 1.0), Sound("노신", "hanja", 1.0)),
    ("魯迅", Sound("노신", "hanja", 1.0), Sound("루쉰", "chinese", 1.0)),
    ("李", Sound("이", "hanja", 1.0), Sound("리", "chinese", 1.0)),
])  # fmt: skip
def test_simplified_characters_are_chinas_first_others_koreas(word: str, first: Sound, second: Sound) -> None:
    assert sounds(word)[:2] == (first, second)


@pytest.mark.parametrize(
    "word, hangul", [("反독재", "반독재"), ("北한", "북한"), ("洪吉童전", "홍길동전"), ("對 北", "대북")]
)
def test_characters_beside_hangul_are_read_in_korean_first(word: str, hangul: str) -> None:
    assert sounds(word)[0] == Sound(hangul, "hanja", 1.0)


def test_characters_beside_hangul_are_not_read_in_chinese() -> None:
    assert read("北한", "chinese") == []


@pytest.mark.parametrize("word, hangul", [
    ("Петр", "표트르"), ("Moscow", "모스크바"), ("MOSCOW", "모스크바"), ("St. Petersburg", "상트페테르부르크"),
    ("香港", "홍콩"),
    ("Ｍｏｓｃｏｗ", "모스크바"), ("로씨야", "러시아"), ("쿠바", "쿠바"), ("六月", "유월"), ("漢拏山", "한라산"),
])  # fmt: skip
def test_what_usage_has_settled_comes_first(word: str, hangul: str) -> None:
    assert sounds(word)[0].hangul == hangul


def test_an_inflected_form_of_a_settled_name_is_a_little_less_sure() -> None:
    found = {sound.hangul: sound for sound in sounds("Россией")}
    assert found["러시아"] == Sound("러시아", "settled", 0.95)


@pytest.mark.parametrize("surface, name, hangul", [
    ("Пушкиным", "Пушкин", "푸시킨"), ("Достоевского", "Достоевский", "도스토옙스키"),
    ("Ахматовой", "Ахматова", "아흐마토바"),
    ("Фёдора Достоевского", "Фёдора Достоевский", "표도라도스토옙스키"),
])  # fmt: skip
def test_an_inflected_name_is_read_as_its_nominative(surface: str, name: str, hangul: str) -> None:
    assert hangul in read(surface, "russian")
    assert sounds(name)[0].hangul == hangul


@pytest.mark.parametrize("name, hangul, by", [
    ("Лао Шэ", "라오서", "chinese"), ("Ба Цзинь", "바진", "chinese"), ("Шэньчжэнь", "선전", "chinese"),
    ("Сим Чхон", "심청", "korean"),
    ("Синыйджу", "신의주", "korean"), ("Хон Гиль Дон", "홍길동", "korean"),
])  # fmt: skip
def test_an_asian_name_in_russian_letters_is_read_by_its_own_rules(name: str, hangul: str, by: str) -> None:
    assert hangul in read(name, by)


@pytest.mark.parametrize("words", ["лао шэ", "раджин", "Лао шэ"])
def test_what_is_not_written_as_a_name_is_no_asian_one(words: str) -> None:
    assert read(words, "chinese") == read(words, "korean") == []


@pytest.mark.parametrize("name, hangul", [
    ("Park Bogi", "박보기"), ("Lee Mong-ryong", "이몽룡"), ("Choi Bogi", "최보기"), ("Rhee Bogi", "이보기"),
    ("Lim Kkeok Jeong", "임꺽정"),
    ("Bogi Lee", "이보기"), ("Mong-ryong Yi", "이몽룡"), ("Lee", "이"), ("Park", "박"), ("Ryu", "류"),
])  # fmt: skip
def test_a_korean_surname_is_read_as_people_write_it(name: str, hangul: str) -> None:
    assert hangul in read(name, "korean")


def test_a_surname_in_small_letters_is_a_word() -> None:
    assert read("lee", "korean") == read("park", "korean") == []


@pytest.mark.parametrize("word, hangul", [("вода", "보다"), ("such", "수치"), ("лук", "루크"), ("а", "아")])
def test_a_short_word_in_small_letters_is_hardly_a_name(word: str, hangul: str) -> None:
    assert [sound.weight for sound in sounds(word) if sound.hangul == hangul] == [UNLIKELY]


def test_of_readings_that_differ_by_vowels_the_surest_is_compared() -> None:
    found = compared("Kim Yo Jong")
    assert len({(sure, by) for _, sure, by in found}) == len(found)
    assert [by for _, _, by in found].count("korean") < len(read("Kim Yo Jong", "korean"))


def test_a_word_in_hangul_is_compared_as_itself_and_an_english_word_as_a_word() -> None:
    assert [by for _, _, by in compared("로고프")] == ["itself"]
    assert {by for _, _, by in compared("river")} >= {"word"}
    assert "english" in {by for _, _, by in compared("River")}


# Source: 한글 맞춤법 제10-12항 (두음법칙).
@pytest.mark.parametrize("word, readings", [
    ("로동", {"로동": 1.0, "노동": 0.9}), ("력사", {"력사": 1.0, "역사": 0.9}), ("녀자", {"녀자": 1.0, "여자": 0.9}),
    ("나비", {"나비": 1.0}), ("라브로프", {"라브로프": 1.0}), ("2024", {}),
])  # fmt: skip
def test_a_northern_word_is_read_as_the_south_begins_it_too(word: str, readings: dict[str, float]) -> None:
    assert exact(word) == readings


@pytest.mark.parametrize("word, filed", [
    ("로고프", {"LKP"}), ("로동", {"LTN", "NTN"}), ("장강", {"SNKN"}), ("长江", {"SNKN", "SNSN"}), ("2024", set()),
    ("", set()),
])  # fmt: skip
def test_a_word_is_filed_under_the_skeletons_of_its_readings(word: str, filed: set[str]) -> None:
    assert keys(word) == filed


@pytest.mark.parametrize("asked, word", [
    ("Rogov", "로고프"), ("로고프", "Rogov"), ("Рогова", "로고프"), ("장강", "長江"), ("루쉰", "鲁迅"),
    ("노동", "로동"), ("Hong Gildong", "洪吉童"),
])  # fmt: skip
def test_a_word_is_looked_for_where_its_like_is_filed(asked: str, word: str) -> None:
    assert lookup(asked) & keys(word)


WORDS = st.one_of(st.text(max_size=8), st.text("가나라정RogovKimРогов李金长 -'", max_size=10))


@given(WORDS)
def test_whatever_a_word_is_its_readings_are_few_and_sure_to_a_degree(word: str) -> None:
    found = sounds(word)
    assert len({sound.hangul for sound in found}) == len(found) <= KEPT
    assert all(0 < sound.weight <= 1 for sound in found)
    assert len(compared(word)) <= COMPARED


@given(WORDS)
def test_a_word_is_looked_for_under_its_own_keys_and_those_around_them(word: str) -> None:
    assert lookup(word) == {one for bones in keys(word) for one in near(bones)} >= keys(word)


def test_the_fingerprint_names_the_rules_and_their_tables() -> None:
    assert fingerprint().startswith(f"sounds {VERSION}.")
