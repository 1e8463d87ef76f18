"""Printed lines of an element become one text, and marks stay where they stood."""

import pytest

from indexer.assembly.wraps import WrapJoiner
from indexer.markup import WRAP, Element, ElementRole, MarkupReference


def joined(text: str, *offsets: int) -> tuple[str, list[int], list[tuple[int, int]]]:
    element = Element(ElementRole.PARAGRAPH, text)
    marks = [MarkupReference(offset, "1", "1", None) for offset in offsets]
    numbers = range(5, 6 + text.count(WRAP) + text.count("\n"))
    whole, moved, seams = WrapJoiner([element]).join(text, marks, numbers)
    return whole, [mark.offset for mark in moved], [(seam.offset, seam.line) for seam in seams]


def test_words_are_parted_or_joined_at_the_ends_of_lines() -> None:
    assert joined(f"배의 수는,{WRAP}그대로이다.") == ("배의 수는, 그대로이다.", [], [(7, 6)])
    assert joined(f"2021{WRAP}년에 배가 들어왔다.")[0] == "2021년에 배가 들어왔다."


@pytest.mark.parametrize("offset, moved", [(0, 0), (6, 6), (7, 7), (13, 13)])
def test_marks_stay_at_their_letters(offset: int, moved: int) -> None:
    text = f"배의 수는,{WRAP}그대로이다."
    assert joined(text, offset)[1] == [moved]


def test_a_line_end_that_the_file_means_is_kept() -> None:
    assert joined(f"석탄,{WRAP}목재\n쌀", 8) == ("석탄, 목재\n쌀", [8], [(4, 6), (7, 7)])


def test_a_text_without_wraps_is_as_it_was() -> None:
    assert joined("배의 수\n그대로", 3) == ("배의 수\n그대로", [3], [])
