"""How alike two words of any scripts sound: as near as those who read them may differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.phonetics.sounds_alike import DOUBT, LIKE, SLACK, likeness

ONE_NAME = [
    ("Пушкин", "푸시킨"), ("Pushkin", "푸시킨"), ("Пушкиным", "푸시킨"), ("Достоевский", "도스토옙스키"),
    ("Dostoyevsky", "도스토옙스키"),
    ("Чехов", "체호프"), ("Chekhov", "Чехов"), ("Гоголь", "고골"), ("Akhmatova", "아흐마토바"), ("Байкал", "바이칼"),
    ("鲁迅", "루쉰"), ("魯迅", "노신"), ("Lu Xun", "루쉰"), ("巴金", "바진"), ("老舍", "라오서"), ("Лао Шэ", "老舍"),
    ("长江", "창장"),
    ("長江", "장강"), ("Vladivostok", "블라디보스토크"), ("Владивосток", "블라디보스톡"), ("Хасан", "하산"),
    ("Hong Gildong", "홍길동"),
    ("Хон Гиль Дон", "홍길동"), ("Chunhyang", "춘향"), ("Dickens", "디킨스"), ("Orwell", "오웰"),
    ("Hemingway", "헤밍웨이"),
    ("栗谷", "율곡"), ("栗谷", "률곡"), ("Раджин", "나진"), ("Rajin", "라진"), ("Сеул", "서울"),
]  # fmt: skip
TWO_WORDS = [
    ("Пушкин", "푸틴"), ("Чехов", "체코"), ("Gogol", "구글"), ("长江", "장항"), ("Vladivostok", "블라디미르"),
    ("춘향", "춘천"),
    ("감자", "감사"), ("기차", "기자"), ("바람", "보람"), ("사과", "사고"), ("시장", "시간"), ("산", "상"),
    ("홍길동", "홍길순"),
    ("river", "리베라"), ("water", "워털루"), ("house", "하우스만"), ("Dickens", "디킨슨"), ("table", "타블로"),
    ("역사", "력기"), ("기관차", "기관사"), ("나루", "나무"),
]  # fmt: skip


@pytest.mark.parametrize("one, other", ONE_NAME)
def test_one_name_in_two_spellings_is_alike(one: str, other: str) -> None:
    assert min(likeness(one, other), likeness(other, one)) >= LIKE


@pytest.mark.parametrize("one, other", TWO_WORDS)
def test_two_words_that_only_look_so_are_not(one: str, other: str) -> None:
    assert max(likeness(one, other), likeness(other, one)) < LIKE


@pytest.mark.parametrize("one, other", [
    ("로고프", "로고프"), (" 로고프", "로고프 "), ("Пу́шкин", "Пушкин"), ("KN-23", "KN-23"), ("…", "…"), ("", ""),
    ("Ｒｏｇｏｖ", "Rogov"),
])  # fmt: skip
def test_the_same_word_is_wholly_alike_even_if_it_has_no_sound(one: str, other: str) -> None:
    assert likeness(one, other) == 1.0


@pytest.mark.parametrize("one, other", [("KN-23", "케이엔"), ("2024", "이천이십사"), ("", "나루"), ("ㄱ", "기역")])
def test_what_has_no_sound_is_like_nothing_else(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one) == 0.0


def test_a_reading_that_is_a_guess_costs_its_doubt() -> None:
    assert likeness("вода", "보다") == pytest.approx(1.0 - DOUBT * 0.8)
    assert likeness("로동", "노동") == pytest.approx(1.0 - DOUBT * 0.1)


@pytest.mark.parametrize("nearer, farther", [
    (("Рогов", "로고프"), ("Рогов", "로고브")), (("Рогов", "로고브"), ("Рогов", "로고스")), (("Hamilton", "해밀턴"),
    ("Hamilton", "하밀손")),
    (("블라디보스토크", "블라디보스톡"), ("블라디보스토크", "블라디캅카스")),
])  # fmt: skip
def test_the_nearer_by_ear_the_more_alike(nearer: tuple[str, str], farther: tuple[str, str]) -> None:
    assert likeness(*nearer) > likeness(*farther)


def test_a_long_word_may_differ_where_a_short_one_may_not() -> None:
    assert likeness("블라디보스토크", "블라디보스톡") > LIKE > likeness("토크", "톡")


def test_koreas_own_words_must_agree_nearly_in_full() -> None:
    assert likeness("로고프", "로고브") > LIKE > likeness("정부", "정보")


def test_english_may_differ_more_than_characters_do() -> None:
    assert SLACK["english"] > SLACK["russian"] > SLACK["chinese"] > SLACK["hanja"]


@given(
    st.sampled_from([word for pair in ONE_NAME + TWO_WORDS for word in pair]),
    st.text("가나로고프RogvРоъ李 ", max_size=6),
)
def test_likeness_is_a_share_and_a_word_is_like_itself(word: str, other: str) -> None:
    assert 0.0 <= likeness(word, other) <= 1.0
    assert likeness(other, other) == likeness(word, word) == 1.0
