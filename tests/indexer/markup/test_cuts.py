"""An element is cut into its text and its notes, each with its printed lines. All texts are invented."""

from indexer.markup.cuts import notes_of
from indexer.markup.elements import Element, ElementRole, MarkupReference


def test_lines_that_are_notes_are_cut_off_with_their_printed_lines() -> None:
    element = Element(ElementRole.PARAGRAPH, "앞\n1) 글\n더\n2) 끝", (4, 7))
    found = list(notes_of(element, [(1, "a", "1"), (3, "b", "2")]))
    assert [(one.text, one.key, one.lines) for one in found] == [
        ("앞", None, (4, 4)),
        ("1) 글\n더", "a", (5, 6)),
        ("2) 끝", "b", (7, 7)),
    ]


def test_a_mark_within_a_note_stays_in_its_text() -> None:
    element = Element(ElementRole.PARAGRAPH, "1) 글 끝", marks=(MarkupReference(4, "2)", "2", None),))
    assert [one.text for one in notes_of(element, [(0, "a", "1")])] == ["1) 글2) 끝"]
