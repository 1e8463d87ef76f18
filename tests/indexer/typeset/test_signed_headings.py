"""A line behind a bullet is a heading where few are large and bold, with smaller ones below each."""

import pytest

from indexer.markup import ElementRole
from indexer.typeset.body_parts import BodyPart
from indexer.typeset.paragraphs import PrintedParagraph
from indexer.typeset.signed_headings import find_signed
from tests.indexer.typeset.press import line


def part(text: str, size: float = 10.0, bold: bool = False, page: int = 1) -> BodyPart:
    made = line(text, size=size, bold=bold)
    made.page = page
    return BodyPart(PrintedParagraph([made]))


def head(text: str, page: int = 1) -> BodyPart:
    return part(text, 13, True, page)


def signed(*bodies: BodyPart) -> list[str]:
    return [body.text for body in find_signed(bodies, 10.0, bold=False)]


ITEMS = part("■ 부두의 짐이 늘었음"), part("· 배의 수는 그대로임", 9)


def test_large_bold_items_head_the_smaller_ones_below_them() -> None:
    found = signed(head("○ 짐의 변화"), *ITEMS, head("○ 배의 변화"), *ITEMS, part("짐은 부두에 있다."))
    assert found == ["○ 짐의 변화", "○ 배의 변화"]


@pytest.mark.parametrize(
    "bodies",
    [
        (head("○ 짐의 변화"), *ITEMS),  # a single one
        (head("○ 짐의 변화"), head("○ 배의 변화"), head("○ 다리의 변화"), *ITEMS),  # a list
        (head("○ 짐의 변화"), *ITEMS, head("○ 배의 변화"), part("부두의 다리", 13)),  # as large a line below
        (part("○ 짐의 변화", 13), *ITEMS, part("○ 배의 변화", 13), *ITEMS),  # not bold
        (part("○ 짐", 10, True), *ITEMS, part("○ 배", 10, True), *ITEMS),  # not larger
        (head("○ 짐"), part("* 지난해", 8), *ITEMS, head("○ 배"), part("* 올해", 8), *ITEMS),  # remarks on items
        (head("○ 짐이 늘었다."), *ITEMS, head("○ 배가 줄었다."), *ITEMS),  # sentences
        5 * (head("○ 짐의 변화"), *ITEMS),  # many on a page
    ],
)
def test_other_items_are_none(bodies: tuple[BodyPart, ...]) -> None:
    assert signed(*bodies, part("짐은 부두에 있다.")) == []


def test_in_bold_text_weight_says_nothing() -> None:
    bodies = [head("○ 짐의 변화"), *ITEMS, head("○ 배의 변화"), *ITEMS]
    assert list(find_signed(bodies, 10.0, bold=True)) == []


def test_a_heading_stays_one_and_no_item() -> None:
    given = head("○ 짐의 변화")
    given.role = ElementRole.HEADING
    assert signed(given, *ITEMS, head("○ 배의 변화"), *ITEMS) == []
