"""A mark calls the note of its label on its page; what may be another's stays open."""

import pytest

from indexer.typeset.marks import MAYBE_POWER, PlacedMark, bind_by_page


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


def test_what_may_be_a_power_calls_a_note_only_where_no_other_mark_does() -> None:
    notes = [PlacedMark("2", 1)]
    power = PlacedMark("2", 1, MAYBE_POWER)
    assert bind_by_page([power, PlacedMark("2", 1)], notes) == (None, 0)
    assert bind_by_page([power], notes) == (0,)


def test_a_sign_calls_notes_of_its_own_page_alone() -> None:
    assert bind_by_page([PlacedMark("*", 1)], [PlacedMark("*", 2)]) == (None,)
    assert bind_by_page([PlacedMark("*", 2)], [PlacedMark("*", 2)]) == (0,)
