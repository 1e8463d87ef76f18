"""The forms of marks and of what stands around them."""

import pytest

from indexer.markup.notesigns import INSIDE, LIST_HEADING, REST, label_in


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("[각주:3]", "3"),
        ("[가]", "가"),
        ("[A]", "A"),
        ("주7)", "7"),
        ("[내용주 1]", None),
        ("배", None),
        ("1234", None),
    ],
)
def test_the_label_in_a_mark(printed: str, label: str | None) -> None:
    assert label_in(printed) == label


def test_a_name_in_brackets_is_a_label_where_its_note_leads_back() -> None:
    assert (label_in("[내용주 1]", mutual=True), label_in("내용주 1", mutual=True)) == ("내용주 1", None)


@pytest.mark.parametrize("text", ["↑ 글 하나.", "글 하나. []", "[] 글 하나.", ". 글 하나.", "^ 글 하나. ↩"])
def test_what_the_ways_back_leave_is_no_part_of_a_note(text: str) -> None:
    assert REST.sub("", text) == "글 하나."


@pytest.mark.parametrize(
    ("heading", "announces"), [("각주", True), ("[각 주]", True), ("<주석>", True), ("주요 일정", False)]
)
def test_a_heading_announces_notes(heading: str, announces: bool) -> None:
    assert (LIST_HEADING.fullmatch(heading) is not None) is announces


@pytest.mark.parametrize(
    ("name", "inside"), [("modern-footnotes-footnote__note", True), ("tooltiptext", True), ("footnote-list", False)]
)
def test_a_class_says_that_a_note_stands_within_its_line(name: str, inside: bool) -> None:
    assert (INSIDE.fullmatch(name) is not None) is inside
