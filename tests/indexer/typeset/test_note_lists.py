"""Numbered paragraphs under a heading that says so are notes, those elsewhere are not."""

from indexer.markup import WRAP, Element, ElementRole
from indexer.typeset.note_lists import listed_notes, without_head


def element(role: ElementRole, text: str, marker: str | None = None) -> Element:
    return Element(role, text, marker=marker, pages=(1,) * (text.count(WRAP) + 1))


def test_what_stands_under_the_heading_of_the_notes_is_a_note() -> None:
    body, notes = listed_notes(
        [
            element(ElementRole.ITEM, "장부를 견줌", "1)"),
            element(ElementRole.HEADING, "각주"),
            element(ElementRole.ITEM, "김보기.", "1)"),
            element(ElementRole.PARAGRAPH, f"2{WRAP} 이보기."),
            element(ElementRole.PARAGRAPH, "끝맺는 말."),
            element(ElementRole.HEADING, "부록"),
            element(ElementRole.ITEM, "서식", "1)"),
        ],
        3,
    )
    assert [(note.key, note.label, note.text) for note in notes] == [
        ("note 3", "1", "김보기."),
        ("note 4", "2", "이보기."),
    ]
    assert [one.text for one in body] == ["장부를 견줌", "각주", "끝맺는 말.", "부록", "서식"]


def test_a_head_that_takes_a_whole_line_takes_its_page_along() -> None:
    left = without_head(Element(ElementRole.PARAGRAPH, f"1.{WRAP}배경", pages=(1, 2)), 3)
    assert (left.text, left.pages) == ("배경", (2,))
