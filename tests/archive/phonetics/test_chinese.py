"""Chinese names in Hangul: from characters, from pinyin, and from the Russian letters of Palladius."""

import pytest

from archive.phonetics import chinese, palladius


@pytest.mark.parametrize(
    "pinyin, hangul",
    [
        ("zhi", "즈"),
        ("ri", "르"),
        ("si", "쓰"),
        ("ci", "츠"),
        ("zi", "쯔"),
        ("xue", "쉐"),
        ("qu", "취"),
        ("jun", "쥔"),
        ("lv", "뤼"),
        ("nve", "눼"),
        ("yuan", "위안"),
        ("quan", "취안"),
        ("tian", "톈"),
        ("liu", "류"),
        ("hui", "후이"),
        ("wei", "웨이"),
        ("zhong", "중"),
        ("xiong", "슝"),
        ("er", "얼"),
        ("weng", "웡"),
        ("zhuai", "좌이"),
        ("brr", ""),
    ],
)
def test_a_syllable_of_pinyin_is_written_by_the_table(pinyin: str, hangul: str) -> None:
    assert chinese.syllable_hangul(pinyin) == hangul


def test_every_syllable_of_pinyin_has_its_hangul() -> None:
    assert [pinyin for pinyin in chinese.syllables() if not chinese.syllable_hangul(pinyin)] == []


@pytest.mark.parametrize(
    "name, hangul", [("长江", "창장"), ("單玉華", "산위화"), ("区明", "어우밍"), ("绥化", "쑤이화"), ("綏化", "쑤이화")]
)
def test_characters_are_read_as_china_says_them_surnames_their_own_way(name: str, hangul: str) -> None:
    assert chinese.hangul(name)[0] == hangul


@pytest.mark.parametrize(
    "name, hangul",
    [
        ("长春", "창춘"),
        ("重庆", "충칭"),
        ("重量", "중량"),
        ("校长", "샤오장"),
        ("井底之蛙", "징디즈와"),
        ("银行行长", "인항항장"),
    ],
)
def test_a_character_sounds_as_the_longest_word_that_it_stands_in_has_it(name: str, hangul: str) -> None:
    assert chinese.hangul(name)[0] == hangul


@pytest.mark.parametrize("name", ["王々", "长A", "王 毅"])
def test_what_has_no_known_sound_is_not_read(name: str) -> None:
    assert chinese.hangul(name) == ()


def test_what_is_too_long_for_a_name_is_not_read() -> None:
    assert chinese.hangul("关于加强两国边境地区合作的若干意见") == ()


@pytest.mark.parametrize(
    "name, hangul",
    [
        ("Чжан Вэй", "장웨이"),
        ("Сюй Цзюнь", "쉬쥔"),
        ("Хуанхэ", "황허"),
        ("Цицикар", ""),
        ("Шицзячжуан", "스자좡"),
        ("Цзян Ши", "장스"),
    ],
)
def test_russian_letters_of_a_chinese_name_are_cut_into_its_syllables(name: str, hangul: str) -> None:
    assert palladius.hangul(tuple(name.split())) == hangul
