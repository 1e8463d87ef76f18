"""A mark calls the note of its label on its page; what may be another's stays open."""

import pytest

from indexer.markup import Element, ElementRole, MarkupReference
from indexer.typeset.marks import PlacedMark, bind_by_page, bound


@pytest.mark.parametrize(
    "marks, notes, called",
    [
        ("1:1 2:1 1:2", "1:1 2:1 1:2", (0, 1, 2)),  # numbers begin anew on each page
        ("1:1 2:1 3:2", "1:1 2:2 3:2", (0, 1, 2)),  # a note was moved to the next page
        ("1:1 1:1 2:1", "1:1 2:1", (None, None, 1)),  # two marks claim one note
        ("1:1 2:3", "1:1 2:1", (0, None)),  # the note stands before its mark: another's
        ("1:1 2:2 3:3", "1:9 2:9 3:9", (0, 1, 2)),  # all notes at the end
        ("1:1 1:5 2:6", "1:9 2:9", (None, None, 1)),
        ("1:1", "", (None,)),
    ],
)
def test_marks_are_bound_by_page(marks: str, notes: str, called: tuple[int | None, ...]) -> None:
    def places(said: str) -> list[PlacedMark]:
        return [PlacedMark(label, int(page)) for label, page in (one.split(":") for one in said.split())]

    assert bind_by_page(places(marks), places(notes)) == called


def test_a_raised_figure_that_calls_nothing_may_be_an_exponent() -> None:
    text = "넓이는 12km이고 배는 x이다. 길이"
    marks = (
        MarkupReference(8, "2", "2", None),
        MarkupReference(15, "3", "3", None),
        MarkupReference(18, "1", "1", None),
    )
    body = Element(ElementRole.PARAGRAPH, text, marks=marks, pages=(1,))
    note = Element(ElementRole.NOTE, "재었다.", key="n", label="1", pages=(1,))
    found, _ = bound([body], [note])
    assert found.text == "넓이는 12km²이고 배는 x³이다. 길이"
    assert [(mark.offset, mark.key) for mark in found.marks] == [(20, "n")]


def test_marks_in_tables_are_left_open() -> None:
    table = Element(ElementRole.TABLE, "", pages=(1,))
    assert bound([table], []) == [table]
