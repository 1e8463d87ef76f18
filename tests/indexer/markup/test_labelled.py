"""Which note does a mark of Markdown call? All texts are invented."""

from indexer.markup.elements import Element, ElementRole, MarkupReference
from indexer.markup.labelled import bind_labels, open_unplaced, with_placed_notes


def text(words: str, line: int, *keys: tuple[str, str]) -> Element:
    marks = tuple(MarkupReference(len(words), label, label, key) for label, key in keys)
    return Element(ElementRole.PARAGRAPH, words, (line, line + words.count("\n")), marks=marks)


def note(label: str, line: int, key: str = "") -> Element:
    return Element(ElementRole.NOTE, f"글 {line}", (line, line), key=key or label, label=label)


def test_a_label_that_two_notes_bear_leads_to_the_one_below_its_mark() -> None:
    elements = (text("배", 1, ("1", "1")), note("1", 2), text("짐", 3, ("1", "1")), note("1", 4, "1 1"))
    assert [one.marks[0].key for one in bind_labels(elements) if one.marks] == ["1", "1 1"]


def test_notes_of_other_kinds_are_left_to_themselves() -> None:
    elements = (text("배", 1, ("1", "1"), ("1", "link 1 a")), note("1", 2), note("1", 3, "link 1 a"))
    assert [mark.key for mark in bind_labels(elements)[0].marks] == ["1", "link 1 a"]


def test_a_mark_leads_to_the_line_below_it_that_bears_its_place() -> None:
    elements = (text("배", 1, ("1", "#a"), ("2", "#b")), text("앞\n1: 글.", 3))
    opened = open_unplaced(elements, {"a": 4, "b": 1})
    assert [mark.key for mark in opened[0].marks] == ["#a", None]
    found = list(with_placed_notes(opened, {"a": 4, "b": 1}))
    assert [(one.role, one.text, one.lines, one.key) for one in found[1:]] == [
        (ElementRole.PARAGRAPH, "앞", (3, 3), None),
        (ElementRole.NOTE, "1: 글.", (4, 4), "#a"),
    ]
