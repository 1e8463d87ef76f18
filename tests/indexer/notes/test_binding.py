"""Marks find their notes by where both stand, and stay open where two could be meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.notes.binding import LabelPosition, bind


def places(printed: str, sign: str) -> tuple[list[LabelPosition], list[int]]:
    """Of "m1 m2 n1": the marks (m) or notes (n), each at the place of its word."""
    found = [(word[1:], at) for at, word in enumerate(printed.split()) if word[0] == sign]
    return [LabelPosition(label, at, named=label.isalpha()) for label, at in found], [at for _, at in found]


def bound(printed: str, together: bool = False) -> str:
    """For each mark which word of the text its note is; "-" where none."""
    marks, _ = places(printed, "m")
    notes, at = places(printed, "n")
    return " ".join("-" if n is None else str(at[n]) for n in bind(marks, notes, together))


@pytest.mark.parametrize(
    ("printed", "notes"),
    [
        ("m1 m2 n1 n2", "2 3"),
        ("n1 m1", "0"),  # an extractor put the foot of the page first
        ("m1 m2 n2 n1", "3 2"),
        ("m1 n2", "-"),
        ("m1 n1 m1 n1", "1 3"),
        ("m1 m2 n1 n2 m1 m2 n1 n2", "2 3 6 7"),
        ("m1 m2 n1 n2 m1 m2", "2 3 - -"),
        ("m1 m1 n1", "- -"),  # a table's mark, or a section's whose notes are lost
        ("m1 m2 m1 m2 m3 n1 n2 n3", "- - - - 7"),
        ("m1 n1 n1", "-"),
        ("m1 m1 n1 n1", "- -"),
        ("ma ma na", "2 2"),
        ("ma na ma na", "1 3"),
        ("ma ma na ma na", "2 2 4"),
        ("m1 m2 m3 n1 n2 m1 m2 m3 n1 n2 n3", "3 4 - 8 9 -"),
        ("m1 m2 m3 n1 n2 m1 m2 n1 n2 n3", "3 4 - 7 8"),  # note 3 is the second section's
    ],
)
def test_a_mark_calls_the_first_note_of_its_label_below_it(printed: str, notes: str) -> None:
    assert bound(printed) == notes


def test_notes_that_stand_together_are_called_section_by_section() -> None:
    assert bound("m1 m2 m1 n1 n2 n1", together=True) == "3 4 5"
    assert bound("m1 m2 m1 n1 n1", together=True) == "- - -"


@given(st.lists(st.tuples(st.sampled_from("mn"), st.sampled_from(["1", "2", "3", "ㄱ"])), max_size=24), st.booleans())
def test_a_mark_never_calls_a_note_of_another_label(printed: list[tuple[str, str]], together: bool) -> None:
    text = " ".join(sign + label for sign, label in printed)
    marks, _ = places(text, "m")
    notes, _ = places(text, "n")
    found = bind(marks, notes, together)
    assert len(found) == len(marks)
    assert all(n is None or notes[n].label == mark.label for mark, n in zip(marks, found, strict=True))
    numbers = [n for mark, n in zip(marks, found, strict=True) if n is not None and not mark.named]
    assert len(numbers) == len(set(numbers))
