"""Chinese characters as Korea reads them: the table, 두음법칙, and the characters with several readings."""

import pytest

from archive.phonetics import hanja_readings
from archive.phonetics.hanja import is_traditional, syllables


@pytest.mark.parametrize(
    "text, readings",
    [
        ("金九", ("금구", "김구")),
        ("金時習", ("김시습", "금시습")),
        ("李舜臣", ("이순신", "리순신")),
        ("柳成龍", ("유성룡", "류성룡")),
        ("反독재", ("반독재",)),
        ("對北", ("대북",)),
        ("女子", ("여자", "녀자")),
        ("男女", ("남녀",)),
        ("不正", ("부정", "불정")),
        ("不滿", ("불만",)),
        ("比率", ("비율", "비솔")),
        ("合格率", ("합격률", "합격솔")),
        ("國際聯合", ("국제연합", "국제련합")),
        ("经济", ("경제",)),
        ("経済", ("경제",)),
        ("對外經濟", ("대외경제",)),
        ("한강", ()),
        ("㐂田", ()),
    ],
)
def test_characters_are_read_with_the_rules_for_where_a_word_begins(text: str, readings: tuple[str, ...]) -> None:
    assert hanja_readings(text) == readings


def test_compatibility_characters_are_the_ones_they_stand_for() -> None:
    assert hanja_readings("\uf9b4土") == hanja_readings("領土") == ("영토", "령토")


def test_the_same_word_in_old_simplified_and_japanese_characters_reads_the_same() -> None:
    assert {hanja_readings(word)[0] for word in ("發展", "发展", "発展")} == {"발전"}


def test_simplified_characters_are_known_from_the_others() -> None:
    assert is_traditional("經濟")
    assert not is_traditional("经济")


def test_the_table_knows_which_syllables_are_read_from_characters() -> None:
    assert {"정", "녀", "여", "력", "역"} <= syllables()
    assert {"킴", "팍", "뷁"} & syllables() == set()
