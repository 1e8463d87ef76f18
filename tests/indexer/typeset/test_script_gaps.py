"""White that a program leaves between two scripts is no space where the file prints its spaces."""

from dataclasses import replace

import pytest

from indexer.typeset.elements import page_elements
from indexer.typeset.page import Glyph, TypesetPage
from indexer.typeset.script_gaps import without_script_gaps
from tests.indexer.typeset.press import HEIGHT, LEFT, PITCH, WIDTH, set_text

TEXT = "부두 1호의 장부는 AI와 WTO의 2024년 규정을 따르며, 제3항은 남쪽 항구의 화물을 헤아린다"


def set_apart(text: str, y: float, gap: float, printed: bool, space: float = 0.3) -> list[Glyph]:
    """A line whose program sets scripts so many ems apart; its spaces may be left out of the file."""
    glyphs: list[Glyph] = []
    shift = 0.0
    for glyph in set_text(text, LEFT, y, 9.0):
        before = glyphs[-1].text if glyphs else " "
        if before.isalnum() and glyph.text.isalnum() and before.isascii() != glyph.text.isascii():
            shift += gap * glyph.size
        wider = (space - 0.3) * glyph.size if glyph.text.isspace() else 0.0
        glyphs.append(replace(glyph, x=glyph.x + shift, end=glyph.end + shift + wider))
        shift += wider
    return [glyph for glyph in glyphs if printed or not glyph.text.isspace()]


def page(gap: float, printed: bool = True, space: float = 0.3) -> TypesetPage:
    lines = [set_apart(TEXT, 80 + PITCH * n, gap, printed, space) for n in range(6)]
    return TypesetPage(1, WIDTH, HEIGHT, tuple(glyph for line in lines for glyph in line))


def read(made: TypesetPage) -> str:
    elements, *_ = page_elements([made], {})
    return " ".join(" ".join(element.text.split()) for element in elements)


@pytest.mark.parametrize("gap", [0.0, 0.2, 0.25])
def test_scripts_set_apart_are_one_word(gap: float) -> None:
    assert read(page(gap)).count("제3항은") == 6
    assert read(page(gap)).count("AI와 WTO의 2024년") == 6


def test_a_wide_gap_is_a_space_whatever_stands_beside_it() -> None:
    assert read(page(0.4)).count("제 3 항은") == 6


def test_wide_spaces_need_not_be_printed() -> None:
    assert read(page(0.2, printed=False, space=0.6)).count("AI와 WTO의 2024년") == 6


def test_a_file_that_leaves_out_narrow_spaces_does_not_tell() -> None:
    made = page(0.2, printed=False, space=0.25)
    assert without_script_gaps([made]) == [made]


def test_a_space_left_out_here_and_there_is_one() -> None:
    usual = [set_apart(TEXT, 80 + PITCH * n, 0.0, printed=True) for n in range(6)]
    left_out = set_apart("서식3부를 내는 항구", 80 + PITCH * 6, 0.25, printed=True)
    made = TypesetPage(1, WIDTH, HEIGHT, tuple(glyph for line in [*usual, left_out] for glyph in line))
    assert "서식 3 부를" in read(made)


def test_a_space_that_is_a_little_wider_than_the_white_is_one() -> None:
    usual = [set_apart(TEXT, 80 + PITCH * n, 0.2, printed=True) for n in range(6)]
    left_out = set_apart("부두 KS뉴스", 80 + PITCH * 6, 0.26, printed=True)
    made = TypesetPage(1, WIDTH, HEIGHT, tuple(glyph for line in [*usual, left_out] for glyph in line))
    assert "부두 KS 뉴스" in read(made) and read(made).count("제3항은") == 6


def test_letters_of_one_script_stay_as_they_stand() -> None:
    made = page(0.2)
    (closed,) = without_script_gaps([made])
    moved = [(a.text, b.text) for a, b in zip(made.glyphs, closed.glyphs, strict=True) if a.end != b.end]
    assert set(moved) == {("1", "1"), ("I", "I"), ("O", "O"), ("4", "4"), ("제", "제"), ("3", "3")}


def test_stretched_lines_set_all_letters_apart() -> None:
    stretched = [set_apart(TEXT, 80 + PITCH * n, 0.2, printed=True) for n in range(6)]
    lines = [[moved(glyph, 0.15 * n * glyph.size) for n, glyph in enumerate(line)] for line in stretched]
    made = TypesetPage(1, WIDTH, HEIGHT, tuple(glyph for line in lines for glyph in line))
    assert read(made).count("AI와 WTO의 2024년") == 6


def moved(glyph: Glyph, by: float) -> Glyph:
    return replace(glyph, x=glyph.x + by, end=glyph.end + by)
