"""Glyphs become lines: raised figures are marks, gaps are spaces, wide gaps part a line."""

from dataclasses import replace

import pytest

from indexer.typeset.lines import (
    MARKS,
    body_size,
    find_lines,
    find_runs,
    find_words,
    join_cut_marks,
    joined,
    latin_size,
    spell,
)
from indexer.typeset.page import Glyph
from tests.indexer.typeset.press import SPACING, line, set_text


@pytest.mark.parametrize(
    "printed, text, marks",
    [
        ("부두가 열렸다.¹", "부두가 열렸다.", [(8, "1")]),
        ("부두가² 열렸다.¹⁾", "부두가 열렸다.", [(3, "2"), (8, "1")]),
        ("¹ 김보기, 「부두」", "김보기, 「부두」", [(0, "1")]),
        ("부두가 열렸다.", "부두가 열렸다.", []),
    ],
)
def test_raised_figures_are_marks_and_no_text(printed: str, text: str, marks: list[tuple[int, str]]) -> None:
    found = line(printed)
    assert found.text.strip() == text
    assert [(mark.offset, mark.label) for mark in found.marks] == marks


def test_figures_raised_by_less_than_a_mark_are_in_the_line() -> None:
    raised = [Glyph("7", 130, 135, 99.5, 9.0)]
    (found,) = find_lines(find_runs([*set_text("부두 장부", 70, 100), *raised]), 1, SPACING)
    assert (found.marks, found.text) == ((), "부두 장부 7")


def test_a_gap_is_a_space() -> None:
    glyphs = set_text("부두가", 70, 100) + set_text("열렸다", 103, 100)
    (found,) = find_lines(find_runs(glyphs), 1, SPACING)
    assert found.text == "부두가 열렸다"


def test_letters_that_are_all_set_apart_stay_one_word() -> None:
    glyphs = [glyph for n, letter in enumerate("부두장부전망") for glyph in set_text(letter, 70 + 14 * n, 100)]
    (found,) = find_lines(find_runs(glyphs), 1, SPACING)
    assert found.text == "부두장부전망"


def test_a_letter_printed_twice_to_make_it_bold_is_one() -> None:
    glyphs = [one for letter in set_text("부두", 70, 100) for one in (letter, letter)]
    doubled = [g if n % 2 == 0 else Glyph(g.text, g.x + 0.3, g.end + 0.3, g.y, g.size) for n, g in enumerate(glyphs)]
    (found,) = find_lines(find_runs(doubled), 1, SPACING)
    assert found.text == "부두"


def test_a_wide_gap_parts_a_line_and_words_are_parted_by_any() -> None:
    runs = find_runs(set_text("왼쪽 부두", 70, 100) + set_text("오른쪽", 300, 100))
    assert [one.text for one in find_lines(runs, 1, SPACING)] == ["왼쪽 부두", "오른쪽"]
    words = find_words(runs, 1, SPACING)
    assert [one.text for one in words] == ["왼쪽 ", "부두", "오른쪽"]
    assert joined(words).text == "왼쪽 부두 오른쪽"


def test_a_space_printed_at_the_end_of_a_line_is_kept() -> None:
    assert spell(line("장부를 견주어 "))[0] == "장부를 견주어 "


def test_the_size_of_the_text_is_that_of_most_letters_and_latin_has_its_own() -> None:
    lines = [line("부두의 장부를 견주어 본다"), line("Ledger", size=11), line("제목", size=18)]
    assert (body_size(lines), latin_size(lines), lines[2].size) == (10.0, 11.0, 18.0)


def test_the_size_of_a_line_is_not_that_of_its_mark() -> None:
    assert line("함.¹²⁾").size == 10.0


def test_powers_and_fractions_are_text() -> None:
    assert (line("1,200km² 늘었다").text, line("1,200km² 늘었다").marks) == ("1,200km² 늘었다", ())
    assert line("비율은 ¹/3이다").marks == ()
    assert [mark.label for mark in line("창고¹ 늘었다").marks] == ["1"]


def test_the_text_is_what_has_marks_though_its_notes_are_longer() -> None:
    text = [line(f"부두가 열렸다{mark}", size=10) for mark in "¹²³⁴"]
    notes = [line("¹ 김보기는 널리 읽혔다", size=8) for _ in range(6)]
    assert body_size([*text, *notes]) == 10.0
    assert body_size([*text[:2], *notes]) == 8.0


def test_a_mark_that_a_line_end_cuts_is_one_where_it_counts_on() -> None:
    for before, labels in (("⁴⁴", ["45"]), ("³", ["4", "5"])):
        lines = [line(f"부두{before}의 장부"), line("북쪽 항구의 장부⁴", y=116)]
        lines[1].carried.append("5")
        join_cut_marks(lines)
        assert [mark.label for mark in lines[1].marks] == labels


def test_the_size_of_a_short_line_is_not_that_of_its_raised_letters() -> None:
    glyphs = [*set_text("다.", 70, 100), *set_text("xxii", 90, 96.5, 5.8)]
    (found,) = find_lines(find_runs(glyphs), 1, SPACING)
    assert found.size == 10.0


def test_a_mark_knows_that_it_stands_at_a_letter_of_a_formula() -> None:
    def marks(formula: int) -> list[bool]:
        glyphs = set_text("값 w² 길이", 70, 100)
        glyphs[formula] = replace(glyphs[formula], formula=True)
        (found,) = find_lines(find_runs(glyphs), 1, SPACING)
        return [mark.formula for mark in found.marks]

    assert (marks(2), marks(3), marks(0)) == ([True], [True], [False])


def test_a_figure_above_another_is_that_of_a_fraction() -> None:
    above, below = Glyph("1", 139, 142, 96.5, 6.0), Glyph("2", 139, 142, 103.0, 6.0)
    (found,) = find_lines(find_runs([*set_text("너비의 절반 값 ", 70, 100), above, below]), 1, SPACING)
    assert not found.marks


def test_a_line_of_signs_takes_no_time() -> None:
    assert MARKS.fullmatch("*" * 60 + "x") is None
    assert MARKS.fullmatch("*" * 4) is not None


def test_a_figure_above_one_that_begins_before_it_is_that_of_a_fraction() -> None:
    def marks(x: float) -> list[str]:
        above, below = Glyph("3", x, x + 3, 96.5, 6.0), Glyph("4", 139, 142, 103.0, 6.0)
        (found,) = find_lines(find_runs([*set_text("너비의 절반 값 ", 70, 100), below, above]), 1, SPACING)
        return [mark.label for mark in found.marks]

    assert marks(139.3) == []
    assert marks(142.2) == ["3"]
