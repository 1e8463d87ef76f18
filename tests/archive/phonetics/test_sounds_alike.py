"""Two names of any scripts: filed where the other is looked for, alike if they sound so, and not otherwise."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.phonetics import LIKE, keys, likeness, lookup, sounds
from archive.phonetics.distance import near, skeleton
from archive.phonetics.pronunciation import Sound
from archive.phonetics.sounds_alike import FLOOR

ALIKE = [
    ("Rogov", "로고프"),
    ("Роговым", "로고프"),
    ("Роговой", "로고바"),
    ("로고브", "로고프"),
    ("Rogov", "Рогов"),
    ("Hong Kil Tong", "홍길동"),
    ("洪吉童", "홍길동"),
    ("张伟", "장웨이"),
    ("Чжан Вэй", "張偉"),
    ("Zhang Wei", "张伟"),
    ("Hamilton", "해밀턴"),
    ("hamilton", "해밀톤"),
    ("Тамбове", "탐보프"),
    ("하바로브스크", "하바롭스크"),
    ("쎄바스또뽈", "세바스토폴"),
    ("로동", "노동"),
    ("Ryongchon", "룡천"),
    ("Ryongchon", "용천"),
    ("Рёнчхон", "룡천"),
    ("St. Petersburg", "상트페테르부르크"),
    ("Ким", "김"),
    ("Moscow", "모스크바"),
]
UNLIKE = [
    ("Kim", "김치"),
    ("Kim", "감"),
    ("role", "노래"),
    ("role", "노력"),
    ("bridge", "버리지"),
    ("помощь", "포마시"),
    ("вода", "보다"),
    ("정부", "정보"),
    ("대표", "대포"),
    ("회담", "회단"),
    ("홍길동", "홍길성"),
    ("in", "인"),
    ("son", "손"),
    ("such", "수치"),
    ("Rogov", "로고"),
    ("Rogov", "바로프"),
    ("张伟", "장어"),
    ("Рогов", "로마노프"),
    ("핵실험", "Hegseth"),
    ("", "가"),
]


@pytest.mark.parametrize("asked, form", ALIKE)
def test_names_that_sound_alike_find_each_other(asked: str, form: str) -> None:
    assert likeness(asked, form) >= LIKE
    assert lookup(asked) & keys(form)
    assert lookup(form) & keys(asked)


@pytest.mark.parametrize("asked, form", UNLIKE)
def test_words_that_do_not_sound_alike_stay_apart(asked: str, form: str) -> None:
    assert likeness(asked, form) < LIKE


def test_the_same_reading_is_wholly_alike_and_a_guess_a_little_less() -> None:
    assert likeness("Рогов", "로고프") == 1.0
    assert LIKE < likeness("Hamilton", "해밀턴") < 1.0


def test_a_settled_form_comes_before_the_rule() -> None:
    assert sounds("Россия")[0] == Sound("러시아", "settled", 1.0)
    assert "러시아" in [sound.hangul for sound in sounds("Россией")]


def test_a_skeleton_is_consonants_and_short_ones_keep_their_vowels() -> None:
    assert [skeleton(word) for word in ("로고프", "안나", "왕이", "블라디보스톡")] == ["LKP", "aNa", "aNi", "PLTPSTK"]


def test_short_skeletons_stand_for_themselves_and_longer_ones_for_their_neighbours() -> None:
    assert near("aNi") == {"aNi"}
    assert "PLTPSTK" in near("PLTPTK")
    assert "SKL" in near("TKL")


@example("n", "은")  # 0.336 and 0.168: below the floor nobody asks how much below
@given(
    st.text(alphabet="가각라브로프정은ЛавроKimJong李金平 -'", max_size=12),
    st.text(alphabet="라브로프김정은Lavro", max_size=8),
)
def test_likeness_is_between_nothing_and_one_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, other) <= 1.0
    ways = [max(likeness(one, other), FLOOR), max(likeness(other, one), FLOOR)]
    assert ways[0] == pytest.approx(ways[1], abs=0.05)
    assert likeness(one, one) == 1.0
