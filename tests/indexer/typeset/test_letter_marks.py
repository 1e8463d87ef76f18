"""Raised letters are marks where the text calls a, b, … and as many small lines begin with them."""

import pytest

from indexer.typeset.letter_marks import mark_letters
from indexer.typeset.lines import TypesetLine, find_lines, find_runs
from indexer.typeset.note_heads import Form, note_head
from indexer.typeset.page import Glyph
from tests.indexer.typeset.press import LEFT, SPACING, set_text, width_of

SMALL = 9.4


def set_line(text: str, y: float, size: float = 10.0) -> TypesetLine:
    """A line; what stands between carets is raised: 장부^a^를."""
    glyphs: list[Glyph] = []
    x = LEFT
    for n, part in enumerate(text.split("^")):
        own, base = (0.6 * size, y - 0.35 * size) if n % 2 else (size, y)
        glyphs += set_text(part, x, base, own)
        x += sum(width_of(letter, own) for letter in part)
    (found,) = find_lines(find_runs(glyphs), 1, SPACING)
    return found


def marked(text: list[str], notes: list[str]) -> list[TypesetLine]:
    lines = [set_line(one, 100 + 16 * n) for n, one in enumerate(text)]
    lines += [set_line(one, 400 + 12 * n, 8) for n, one in enumerate(notes)]
    mark_letters(lines, SMALL)
    return lines


def calls(lines: list[TypesetLine]) -> list[str]:
    return [mark.label for line in lines for mark in line.marks if mark.offset]


def heads(lines: list[TypesetLine]) -> list[str]:
    found = [note_head(line) for line in lines]
    return [head.label for head in found if head and head.form is Form.LETTER]


@pytest.mark.parametrize("raised", [True, False])
@pytest.mark.parametrize("labels", [["a", "b", "c"], ["i", "ii", "iii"]])
def test_letters_that_count_on_call_the_notes_that_begin_with_them(labels: list[str], raised: bool) -> None:
    text = [f"남쪽 부두의 장부^{label}^를 견주어 보았다" for label in labels]
    sign = "^" if raised else ""
    lines = marked(text, [f"{sign}{label}{sign}김보기, 「부두의 장부」" for label in labels])
    assert calls(lines) == heads(lines) == labels
    assert lines[0].text == "남쪽 부두의 장부를 견주어 보았다"
    assert [line.text[(note_head(line) or pytest.fail("none")).drop :] for line in lines[3:]] == [
        "김보기, 「부두의 장부」"
    ] * 3


@pytest.mark.parametrize(
    "text, notes",
    [
        (["부두^a^의 장부", "장부^c^의 서식"], ["^a^김보기", "^c^이보기"]),  # b is missing
        (["부두^a^의 장부", "장부^b^의 서식"], ["^a^김보기"]),  # no note for the second
        (["부두^a^의 장부"], ["a김보기"]),  # one letter in front of a line says nothing
        (["부두^a^의 장부", "장부^b^의 서식"], ["apier in the south", "beside the port"]),  # words
        (["x^a^ + y^b^"], ["^a^김보기", "^b^이보기"]),  # powers
    ],
)
def test_what_does_not_agree_stays_text(text: list[str], notes: list[str]) -> None:
    lines = marked(text, notes)
    assert calls(lines) == heads(lines) == []


def test_a_mark_at_the_head_of_a_line_of_the_text_was_cut_from_the_line_above() -> None:
    lines = marked(["남쪽 부두의 장부", "^a^ 그리고 서식^b^이다"], ["^a^김보기", "^b^이보기"])
    assert [mark.label for mark in lines[1].marks] == heads(lines) == ["a", "b"]
