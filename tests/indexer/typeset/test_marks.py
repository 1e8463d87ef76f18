"""A mark calls the note of its label on its page; what may be another's stays open."""

import pytest

from indexer.typeset.marks import IN_TABLE, MAYBE_POWER, PlacedMark, PlacedNote, bind_by_page


def marks(said: str) -> list[PlacedMark]:
    return [PlacedMark(label, int(page)) for label, page in (one.split(":") for one in said.split())]


def notes(said: str) -> list[PlacedNote]:
    return [PlacedNote(frozenset(label.split(",")), int(page)) for label, page in (n.split(":") for n in said.split())]


@pytest.mark.parametrize(
    "called, printed, found",
    [
        ("1:1 2:1 1:2", "1:1 2:1 1:2", (0, 1, 2)),  # numbers begin anew on each page
        ("1:1 2:1 3:2", "1:1 2:2 3:2", (0, 1, 2)),  # a note was moved to the next page
        ("1:1 1:1 2:1", "1:1 2:1", (None, None, 1)),  # two marks claim one note
        ("1:1 2:3", "1:1 2:1", (0, None)),  # the note stands before its mark: another's
        ("1:1 2:1 1:2 2:2", "1:1 1:2 2:2", (0, None, 1, 2)),
        ("1:1 2:1 1:2", "1:1 1:2 2:2", (0, None, 1)),  # only the first notes of a page are moved there
        ("1:1 2:9", "1:7 2:9", (None, 1)),  # at the foot of a page far off: another's
        ("1:1 2:1", "1,2:1", (0, 0)),  # two marks share a note
        ("*:1 *:1", "*:1", (0, 0)),  # a sign may stand several times
        ("*:1", "*:2", (None,)),  # and calls notes of its own page alone
        ("1:1", "", (None,)),
    ],
)
def test_marks_call_the_notes_of_their_page(called: str, printed: str, found: tuple[int | None, ...]) -> None:
    assert bind_by_page(marks(called), notes(printed)) == found


@pytest.mark.parametrize(
    "called, listed, found",
    [
        ("1:1 2:2 3:3", "1:9 2:9 3:9", (0, 1, 2)),
        ("1:1 1:5 2:6", "1:9 2:9", (None, None, 1)),
        ("*:1 1:1", "1:9 2:9", (None, 0)),
    ],
)
def test_marks_call_notes_listed_behind_the_text(called: str, listed: str, found: tuple[int | None, ...]) -> None:
    assert bind_by_page(marks(called), [], notes(listed)) == found


def test_what_the_page_has_comes_before_what_is_listed() -> None:
    assert bind_by_page(marks("1:1 2:1"), notes("1:1"), notes("1:9 2:9")) == (0, 2)


def test_what_may_be_a_power_calls_a_note_only_where_no_other_mark_does() -> None:
    power = PlacedMark("2", 1, MAYBE_POWER)
    for printed in ((notes("2:1"), ()), ((), notes("2:9"))):
        assert bind_by_page([power, PlacedMark("2", 1)], *printed) == (None, 0)
        assert bind_by_page([power], *printed) == (0,)


def test_notes_that_were_moved_together_are_called_by_likely_and_less_likely_marks() -> None:
    asking = [PlacedMark("1", 1), PlacedMark("2", 1, MAYBE_POWER), PlacedMark("3", 1)]
    assert bind_by_page(asking, notes("1:2 2:2 3:2")) == (0, 1, 2)


def test_a_mark_in_a_table_calls_a_note_of_its_own_page() -> None:
    assert bind_by_page([PlacedMark("1", 1, IN_TABLE)], notes("1:1")) == (0,)
    assert bind_by_page([PlacedMark("1", 1, IN_TABLE)], notes("1:2")) == (None,)
