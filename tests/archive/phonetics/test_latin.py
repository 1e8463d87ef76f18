"""Names in Latin letters: Korean in its romanizations, Chinese, Russian and English."""

import pytest

from archive.phonetics import english, latin, sounds
from archive.phonetics.latin import to_cyrillic


@pytest.mark.parametrize(
    "name, hangul",
    [
        ("Hong Kil Tong", "홍길동"),
        ("Hong Gildong", "홍길동"),
        ("Hong Kiltong", "홍길동"),
        ("Sŏnggan", "성간"),
        ("Ch'osan", "초산"),
        ("Ch’osan", "초산"),
        ("Ongjin", "옹진"),
        ("Haeju", "해주"),
        ("Cheongju", "청주"),
        ("Ri Chun Hyang", "리춘향"),
        ("Lee Mong-ryong", "이몽룡"),
        ("Thaechon", "태천"),
        ("Phyongsong", "평성"),
        ("Kyŏngwŏn", "경원"),
        ("Jagang", "자강"),
    ],
)
def test_korean_is_read_in_every_romanization(name: str, hangul: str) -> None:
    assert hangul in [sound.hangul for sound in sounds(name) if sound.by == "korean"]


@pytest.mark.parametrize(
    "name, hangul",
    [
        ("Zhang Wei", "장웨이"),
        ("Xuzhou", "쉬저우"),
        ("Xi'an", "시안"),
        ("Lüshun", "뤼순"),
        ("Quanzhou", "취안저우"),
    ],
)
def test_pinyin_is_cut_into_its_syllables(name: str, hangul: str) -> None:
    assert hangul in [sound.hangul for sound in sounds(name) if sound.by == "pinyin"]


@pytest.mark.parametrize(
    "name, cyrillic",
    [
        ("rogov", "рогов"),
        ("zhukovskiy", "жуковский"),
        ("zhukovsky", "жуковский"),
        ("shcherbakov", "щербаков"),
        ("tsoi", "цой"),
        ("khariton", "харитон"),
        ("yevgeny", "евгений"),
        ("afanasyev", "афанасьев"),
        ("vasilii", "василий"),
    ],
)
def test_a_russian_name_in_latin_letters_goes_back_to_its_own(name: str, cyrillic: str) -> None:
    assert to_cyrillic(name) == cyrillic


@pytest.mark.parametrize(
    "name, hangul",
    [
        ("Walker", "워커"),
        ("Benson", "벤슨"),
        ("Hamilton", "해밀턴"),
        ("Knight", "나이트"),
        ("Shepard", "셰퍼드"),
        ("Quincy", "퀸시"),
        ("Kirk", "커크"),
        ("Howard", "하워드"),
        ("Maddox", "매독스"),
        ("Scott", "스콧"),
        ("Fleming", "플레밍"),
        ("Blake", "블레이크"),
    ],
)
def test_english_letters_sound_as_they_mostly_do(name: str, hangul: str) -> None:
    assert english.hangul(name) == hangul


def test_a_word_in_small_letters_is_no_korean_name_where_english_writes_so() -> None:
    assert [sound for sound in sounds("role") if sound.by == "korean"] == []
    assert [sound for sound in sounds("Son") if sound.by == "korean"] != []
    assert [sound for sound in sounds("son") if sound.by == "korean"] == []


def test_what_holds_digits_or_other_signs_is_no_name() -> None:
    assert [*latin.readings("KN-23")] == []
    assert sounds("F-35") == sounds("") == sounds("123") == ()
