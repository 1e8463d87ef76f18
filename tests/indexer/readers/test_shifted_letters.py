"""Latin letters that a false table calls Hangul are told from Hangul by the row of 256 in which all of them stand."""

import pytest

from indexer.readers.shifted_letters import ShiftedLetters, printed_letter

ROW = 0xC900
TEXT = "The harbour, 2024."
HANGUL = "남쪽 항구의 부두는 해마다 짐이 늘어서 새 길을 냈다."


def shifted_text(text: str) -> str:
    return "".join(letter if letter == " " else chr(ROW + ord(letter)) for letter in text)


def told(*printed: tuple[str, str]) -> dict[str, int]:
    letters = ShiftedLetters()
    for text, typeface in printed:
        for letter in text:
            if typeface not in letters.ordinary:
                letters.add(letter, typeface)
    return dict(letters.shifted())


def test_a_shifted_typeface_is_told_from_the_hangul_beside_it() -> None:
    assert told((shifted_text(TEXT), "t1harbour"), (HANGUL, "harbourmj")) == {"t1harbour": ROW}
    assert "".join(printed_letter(letter, ROW) for letter in shifted_text("T.,2")) == "T.,2"


@pytest.mark.parametrize(
    "text, typeface",
    [
        (HANGUL, "mj"),
        (shifted_text(TEXT), "harbourc9"),
        (shifted_text("harbour"), "mj"),
        (shifted_text(TEXT) + "지", "mj"),
        (shifted_text(TEXT) + "x", "mj"),
        (TEXT, "mj"),
        ("", "mj"),
    ],
    ids=["Hangul", "a row by its name", "few letters", "the second half", "Latin among it", "Latin", "nothing"],
)
def test_what_may_be_hangul_stays_as_it_is(text: str, typeface: str) -> None:
    assert told((text, typeface)) == {}


def test_quotes_and_ligatures_stand_where_t1_has_them() -> None:
    assert [printed_letter(chr(ROW + place), ROW) for place in (0x60, 0x27, 0x10, 0x1C, 0x0A)] == [
        "‘", "’", "“", "\ufb01", chr(ROW + 0x0A),
    ]  # fmt: skip
