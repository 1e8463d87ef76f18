"""Each format prints the third of something as its row says, and what it has no sign for in figures."""

import pytest

from indexer.readers.office.ordinals import FORMATS, HANGUL, OrdinalFormat, ordinal


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.names[0])
def test_the_third_is_printed_as_the_row_says(row: OrdinalFormat) -> None:
    assert {ordinal(3, name) for name in row.names} == {row.third}


@pytest.mark.parametrize(
    ("number", "format_", "printed"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "ROMAN_CAPITAL", "MCMXCIV"),
        (27, "upperLetter", "AA"),
        (15, "ganada", "거"),
        (21, "HANGUL_PHONETIC", "이십일"),
        (10, "IDEOGRAPH", "十"),
        (51, "CIRCLED_DIGIT", "51"),
        (112, "ordinal", "112th"),
        (0, "lowerRoman", "0"),
        (2, "nobody knows", "2"),
        (10**9, "upperRoman", "1000000000"),
    ],
)
def test_numbers_beyond_the_signs_are_figures(number: int, format_: str, printed: str) -> None:
    assert ordinal(number, format_) == printed


def test_the_codes_of_hwp_are_the_first_formats() -> None:
    assert (len(HANGUL), HANGUL[0], HANGUL[8], HANGUL[16]) == (17, "DIGIT", "HANGUL_SYLLABLE", "DECAGON_CIRCLE_HANJA")
