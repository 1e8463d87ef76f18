"""A gap is a space by how much it is wider than those inside the words of its line."""

from collections.abc import Sequence

import pytest

from indexer.typeset.gaps import USUAL, space_of, word_starts
from indexer.typeset.page import Glyph
from tests.indexer.typeset.press import SPACING, set_text, width_of

TEXT = "남쪽 항구의 장부는 종이에 적혀 있다"


def spread(text: str, tracking: float, space: float, size: float = 10.0, y: float = 100.0) -> list[Glyph]:
    """A line without printed spaces: letters so many ems apart, words by so many more."""
    glyphs: list[Glyph] = []
    x = 70.0
    for letter in text:
        if letter == " ":
            x += space * size
            continue
        glyphs.append(Glyph(letter, x, x + width_of(letter, size), y, size))
        x = glyphs[-1].end + tracking * (width_of(letter, size) if tracking < 0 else size)
    return glyphs


def read(glyphs: Sequence[Glyph], space: float = USUAL) -> str:
    starts = word_starts(glyphs, space)
    return "".join((" " if id(glyph) in starts else "") + glyph.text for glyph in glyphs)


@pytest.mark.parametrize("tracking", [0.0, -0.1, -0.25, 0.3, 0.6])
def test_letters_may_stand_close_or_apart(tracking: float) -> None:
    assert read(spread(TEXT, tracking, 0.3)) == TEXT


def test_letters_set_close_are_so_by_their_width() -> None:
    text = "고시 제2023-27호(2023.4.18.)"
    assert read(spread(text, -0.25, 0.3)) == text


def test_words_of_one_letter_are_words() -> None:
    text = "남쪽 항구의 장부를 이 법 각 호"
    assert read(spread(text, 0.0, 0.4)) == text


def test_a_part_set_apart_is_read_by_its_own_gaps() -> None:
    spaced = spread("항구의 장부", 0.5, 0.5)
    rest = [
        Glyph(g.text, g.x + 150, g.end + 150, g.y, g.size) for g in spread("는 해마다 한 번씩 고친다고 한다", 0.0, 0.3)
    ]
    assert read([*spaced, *rest]) == "항구의 장부 는 해마다 한 번씩 고친다고 한다"


def test_figures_in_columns_are_no_word_set_apart() -> None:
    assert read(spread("1 2 3 4 5 6", 0.0, 0.5)) == "1 2 3 4 5 6"
    assert read(spread("서 비 스 업 74 25 32 66 42 48", 0.0, 0.5)).endswith("74 25 32 66 42 48")


def test_a_file_with_narrow_spaces_shows_where_they_begin() -> None:
    pages = [glyph for n in range(20) for glyph in spread(TEXT, 0.0, 0.13, y=100.0 + 16 * n)]
    assert read(spread(TEXT, 0.0, 0.13), space_of(pages)) == TEXT
    wide = [glyph for n in range(20) for glyph in spread(TEXT, 0.0, 0.3, y=100.0 + 16 * n)]
    assert read(spread("그렇다 면서도", 0.0, 0.13), space_of(wide)) == "그렇다면서도"


def test_a_file_that_prints_its_spaces_keeps_to_the_usual() -> None:
    assert space_of(spread("항구", 0.0, 0.0)) == USUAL


def test_a_stretched_line_sets_letters_apart_evenly_and_closer_than_its_words() -> None:
    def spelled(letters: float, words: float) -> str:
        x, glyphs, before = 70.0, list[Glyph](), ""
        for letter in "harbour_(부두의_장부)":
            if letter == "_":
                x += words
            else:
                x += letters if before > "가" and letter > "가" else 0.0
                (glyph,) = set_text(letter, x, 100)
                glyphs.append(glyph)
                x = glyph.end
            before = letter
        starts = word_starts(glyphs, SPACING)
        return "".join(f" {glyph.text}" if id(glyph) in starts else glyph.text for glyph in glyphs)

    assert spelled(2.2, 5.0) == "harbour (부두의 장부)"
    assert spelled(5.0, 5.0) == "harbour (부 두 의 장 부)"


def test_the_white_inside_a_bracket_is_no_space() -> None:
    text = "장부는 「 부두의 하루 」 , 『 예시 학보 』 ; 제2호에 실렸다"
    printed = [glyph for glyph in set_text(text, 0, 0) if not glyph.text.isspace()]
    starts = word_starts(printed, SPACING)
    said = "".join(f" {glyph.text}" if id(glyph) in starts else glyph.text for glyph in printed)
    assert said == "장부는 「부두의 하루」, 『예시 학보』; 제2호에 실렸다"
