"""How far apart two Hangul readings are by ear, and under which key a reading is filed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.phonetics.distance import CHANGE, MISSING, distance, heard, near, skeleton

HANGUL = st.text("가각간갈감강나날다달라랄마바사아자차카타파하흐브스트르", max_size=6)


def far(one: str, other: str) -> float:
    return round(distance(heard(one).phones, heard(other).phones, 99.0), 2)


# Source: 표준 발음법 제8-11항 (받침의 발음), 제13항 (연음).
@pytest.mark.parametrize("written, said", [
    ("닦", "닥"), ("키읔", "키윽"), ("옷", "옫"), ("꽃", "꼳"), ("솥", "솓"), ("빚", "빋"), ("앞", "압"),  # 제9항
    ("넋", "넉"), ("앉", "안"), ("여덟", "여덜"), ("값", "갑"),  # 제10항
    ("닭", "닥"), ("젊", "점"), ("읊", "읍"),  # 제11항
    ("옷이", "오시"), ("있어", "이써"), ("꽂아", "꼬자"), ("꽃을", "꼬츨"), ("앞으로", "아프로"),  # 제13항
])  # fmt: skip
def test_a_final_is_heard_as_it_is_said(written: str, said: str) -> None:
    assert heard(written).phones == heard(said).phones


@pytest.mark.parametrize(
    "one, other", [("빌라", "비라"), ("블라디", "브라디"), ("아", "ㅇ아"), ("나루 터", "나루터"), ("", "·")]
)
def test_what_is_not_heard_makes_no_phone(one: str, other: str) -> None:
    assert heard(one).phones == heard(other).phones


@pytest.mark.parametrize(
    "word, own", [("정부", True), ("력사", True), ("나비", True), ("로고프", False), ("킴", False), ("뷰", False)]
)
def test_syllables_that_some_character_is_read_as_are_koreas_own(word: str, own: bool) -> None:
    assert (heard(word).own, heard(word).syllables) == (own, len(word))


# Prices as the module's tables have them: what 외래어 표기법, 조선말규범집 and misspelt names confuse is cheap.
@pytest.mark.parametrize("one, other, price", [
    ("로고프", "로고프", 0.0),
    ("가", "카", 0.15), ("다", "따", 0.15), ("바", "빠", 0.15), ("사", "싸", 0.15),
    ("산", "상", 0.2),
    ("다", "자", 0.3),
    ("사", "자", 0.4),
    ("하", "카", 0.5), ("나", "마", 0.5), ("나", "라", 0.5),
    ("바", "마", 0.7),
    ("가", "마", 1.0),
    ("하", "아", 0.5), ("라", "아", 0.7), ("나", "아", 0.9),
    ("브", "ㅂ브", 0.0),
    ("스타", "사타", 0.42),
    ("나", "나스", 1.02),
    ("로고프", "", 3.52),
])  # fmt: skip
def test_each_change_has_its_price(one: str, other: str, price: float) -> None:
    assert far(one, other) == pytest.approx(price, abs=0.011)


@pytest.mark.parametrize("nearer, farther", [
    (("보", "부"), ("비", "바")), (("게", "개"), ("게", "고")), (("르", "러"), ("르", "로")), (("야", "아"),
    ("야", "위")),
    (("로고프", "로고브"), ("로고프", "로고스")), (("탐보프", "땀보프"), ("탐보프", "담보트")),
])  # fmt: skip
def test_what_sounds_nearer_is_nearer(nearer: tuple[str, str], farther: tuple[str, str]) -> None:
    assert far(*nearer) < far(*farther)


def test_a_vowel_costs_half_of_what_a_consonant_does() -> None:
    assert max(map(max, [row[19:] for row in CHANGE[19:]])) == 0.5
    assert max(map(max, [row[:19] for row in CHANGE[:19]])) == 1.0


def test_a_distance_beyond_the_limit_is_the_limit() -> None:
    assert distance(heard("로고프").phones, heard("나비").phones, 0.5) == 0.5


@given(HANGUL, HANGUL)
def test_a_distance_is_the_same_both_ways_and_at_most_all_of_both(one: str, other: str) -> None:
    a, b = heard(one), heard(other)
    there, back = distance(a.phones, b.phones, 99.0), distance(b.phones, a.phones, 99.0)
    assert there == pytest.approx(back)
    assert 0 <= there <= a.weight + b.weight + 1e-9
    assert (there == 0) is (a.phones == b.phones)
    assert distance(a.phones, a.phones, 99.0) == 0


def test_changes_cost_the_same_both_ways_and_nothing_for_the_same() -> None:
    assert all(CHANGE[i][j] == CHANGE[j][i] for i in range(len(CHANGE)) for j in range(len(CHANGE)))
    assert {CHANGE[i][i] for i in range(len(CHANGE))} == {0.0}
    assert len(MISSING) == len(CHANGE)


@pytest.mark.parametrize("hangul, bones", [
    ("라브로프", "LPLP"), ("로고프", "LKP"), ("탐보프", "TMPP"), ("블라디보스토크", "PLTPSTK"),
    ("도스토옙스키", "TSTPSK"),
    ("장웨이", "SaNei"), ("안나", "aNa"), ("왕이", "aNi"), ("이", "i"), ("나루터", "NLT"), ("한라산", "HNLSN"),
    ("만나라", "MNL"), ("", ""),
])  # fmt: skip
def test_a_skeleton_is_the_classes_of_its_consonants(hangul: str, bones: str) -> None:
    assert skeleton(hangul) == bones


@pytest.mark.parametrize("one, other", [
    ("로고프", "로꼬브"), ("탐보프", "담뽀브"), ("세바스토폴", "쎄바스또뽈"), ("하르빈", "하르핀"),
    ("모스크바", "모스끄바"), ("스탄", "스땅"),
])  # fmt: skip
def test_spellings_that_scripts_confuse_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize("bones, around", [
    ("", {""}), ("K", {"K"}), ("KP", {"KP"}), ("aNi", {"aNi"}),
    ("LKP", {"LKP", "NKP", "TKP", "LHP", "LKH"}),
    ("MMM", {"MMM", "NMM", "MNM", "MMN"}),
])  # fmt: skip
def test_around_a_skeleton_are_those_with_a_class_that_is_confused_with_one_of_its(
    bones: str, around: set[str]
) -> None:
    assert near(bones) == around


def test_from_four_classes_on_one_may_be_missing_or_added() -> None:
    around = near("LPLP")
    assert {"PLP", "LLP", "LPP", "LPL", "LPLPK", "KLPLP", "LPSLP"} <= around
    assert {"LP", "LPLPKK", "PLPL", "LSLP"} & around == set()


@given(st.text("KTPSMNLH", min_size=5, max_size=7))
def test_what_is_one_step_away_is_so_both_ways(bones: str) -> None:
    assert all(bones in near(other) for other in near(bones))
