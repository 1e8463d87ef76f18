"""Korean names in Latin and Cyrillic letters: every romanization, the cheapest syllables first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.phonetics import romanized
from archive.phonetics.romanized import DEAREST, MOST, readings
from archive.phonetics.syllables import is_syllable


def read(name: str) -> list[str]:
    return [hangul for hangul, _ in readings(tuple(name.split()))]


# Source: the examples of 국어의 로마자 표기법 (2000), 제2장 and 제3장, in which no sound changes from syllable to
# syllable.
@pytest.mark.parametrize("name, hangul", [
    ("Gumi", "구미"), ("Yeongdong", "영동"), ("Baegam", "백암"), ("Okcheon", "옥천"), ("Hapdeok", "합덕"),
    ("Hobeop", "호법"),
    ("Guri", "구리"), ("Chilgok", "칠곡"), ("Imsil", "임실"), ("Ulleung", "울릉"), ("Gwanghuimun", "광희문"),
    ("Jungang", "중앙"),
    ("Busan", "부산"), ("Sejong", "세종"), ("Chungcheongbukdo", "충청북도"), ("Jeju", "제주"), ("Geumgang", "금강"),
    ("Haeundae", "해운대"), ("Dokdo", "독도"), ("Gyeongbokgung", "경복궁"), ("Muryangsujeon", "무량수전"),
    ("Anapji", "안압지"),
    ("Namhansanseong", "남한산성"), ("Hwarangdae", "화랑대"), ("Bulguksa", "불국사"), ("Jongmyo", "종묘"),
])  # fmt: skip
def test_the_revised_romanization_is_read(name: str, hangul: str) -> None:
    assert hangul in read(name)[:2]


# Source: McCune and Reischauer, The Romanization of the Korean Language (1939), and maps that follow it.
@pytest.mark.parametrize("name, hangul", [
    ("P'yŏngyang", "평양"), ("Ch'ungch'ŏng", "충청"), ("Kyŏngju", "경주"), ("Taejŏn", "대전"), ("Inch'ŏn", "인천"),
    ("Wŏnsan", "원산"),
    ("Hamhŭng", "함흥"), ("Ch'ŏngjin", "청진"), ("Sinŭiju", "신의주"), ("Kaesŏng", "개성"), ("Namp'o", "남포"),
    ("Kanggye", "강계"),
    ("T'aebaek", "태백"), ("P'ohang", "포항"),
])  # fmt: skip
def test_mccune_and_reischauer_settle_what_they_mark(name: str, hangul: str) -> None:
    assert read(name)[0] == hangul


# Source: DPRK, UN Document E/CONF.94/INF.72 (2002).
@pytest.mark.parametrize("name, hangul", [
    ("Phyongyang", "평양"), ("Chongjin", "청진"), ("Hamhung", "함흥"), ("Wonsan", "원산"), ("Sinuiju", "신의주"),
    ("Nampho", "남포"),
    ("Kaesong", "개성"), ("Sariwon", "사리원"), ("Kanggye", "강계"), ("Hyesan", "혜산"), ("Kusong", "구성"),
    ("Sinpho", "신포"),
    ("Rason", "라선"), ("Rajin", "라진"), ("Sonbong", "선봉"), ("Songchon", "성천"), ("Tanchon", "단천"),
    ("Hoeryong", "회령"),
])  # fmt: skip
def test_the_northern_romanization_is_read(name: str, hangul: str) -> None:
    assert hangul in read(name)[:4]


# Source: the transcription of Концевич and the usage of Russian agencies.
@pytest.mark.parametrize("name, hangul", [
    ("Чхонджин", "청진"), ("Вонсан", "원산"), ("Кэсон", "개성"), ("Хамхын", "함흥"), ("Синыйджу", "신의주"),
    ("Нампхо", "남포"),
    ("Раджин", "라진"), ("Сонбон", "선봉"), ("Хон Гиль Дон", "홍길동"), ("Сим Чхон", "심청"), ("Хэджу", "해주"),
])  # fmt: skip
def test_cyrillic_letters_are_read_too(name: str, hangul: str) -> None:
    assert hangul in read(name)[:6]


@pytest.mark.parametrize("name, hangul", [
    ("Hong Gil Dong", "홍길동"), ("Hong Gildong", "홍길동"), ("Hong Kil-tong", "홍길동"), ("Sim Cheong", "심청"),
    ("Sim Ch'ŏng", "심청"),
    ("Seong Chun Hyang", "성춘향"),
])  # fmt: skip
def test_a_name_may_be_written_in_parts(name: str, hangul: str) -> None:
    assert hangul in [text for text, _ in readings(tuple(name.replace("-", " ").split()))]


@pytest.mark.parametrize("one, other", [
    ("Ch'ŏngjin", "Ch’ŏngjin"), ("Kyŏngju", "Kyǒngju"), ("Hamhŭng", "Hamhûng"), ("KAESONG", "Kaesong"),
    ("Wŏnsan", "Wo\u0306nsan"),
    ("Cho\u0301nju", "Chonju"),
])  # fmt: skip
def test_marks_may_be_typed_in_many_ways(one: str, other: str) -> None:
    assert readings((one,)) == readings((other,))


def test_a_marked_breve_is_no_o() -> None:
    assert ("선" in read("Sŏn"), "손" in read("Sŏn")[:1], read("Seon")[0]) == (True, False, "선")


def test_a_syllable_that_no_character_has_costs_more() -> None:
    assert (read("Kim")[0], "킴" in read("Kim")) == ("김", False)


@pytest.mark.parametrize(
    "name", ["Smith", "Xerxes", "Weltschmerz", "Пушкин", "나루", "Kim3", "K", "Gyeongsangnamdobukdo", ""]
)
def test_what_cannot_be_cut_into_syllables_is_not_read(name: str) -> None:
    assert readings((name,)) == ()


def test_one_part_that_cannot_be_read_spoils_the_name() -> None:
    assert readings(("Hong", "Smith")) == readings(()) == ()


@given(st.lists(st.text("abcdeghijkmnoprstuwyŏŭ'", min_size=1, max_size=8), min_size=1, max_size=3))
def test_readings_are_syllables_the_cheapest_first_and_none_much_dearer(parts: list[str]) -> None:
    found = readings(tuple(parts))
    prices = [price for _, price in found]
    assert all(is_syllable(char) for hangul, _ in found for char in hangul)
    assert prices == sorted(prices)
    assert len(found) <= MOST
    assert not found or prices[-1] <= prices[0] + DEAREST + 0.01


def test_a_long_word_is_given_up() -> None:
    assert readings(("o" * (romanized.LONGEST + 1),)) == ()
