"""A sheet with two pages side by side is read page by page; landscape tables and slides stay whole."""

from dataclasses import replace

import pytest

from indexer.typeset.elements import page_elements
from indexer.typeset.page import Box, Rule, TypesetPage
from indexer.typeset.spreads import opened
from tests.indexer.typeset.press import Sheet

WIDE, HIGH = 842.0, 595.0
TEXT = "남쪽 항구의 장부는 종이에 적혀 있어 찾기 어렵고 북쪽 항구의 장부는 서식이 해마다 바뀌었다고 한다 "


def sheet(number: int, left: str, right: str, numbered: bool = True, lines: int = 3) -> TypesetPage:
    """Two pages on one sheet; the first says what its page is, and so does the second."""
    set_ = Sheet(number)
    for n, (x, said) in enumerate(((60.0, left), (480.0, right))):
        set_.y = 90
        set_.paragraph(f"{said} {TEXT * lines}", x, x + 300)
        if numbered:
            set_.put(f"- {2 * number + n} -", x + 130, 570)
    return replace(set_.page(), width=WIDE, height=HIGH)


def test_the_left_page_is_read_before_the_right_and_both_say_their_sheet() -> None:
    sheets = [sheet(1, "첫째", "둘째"), sheet(2, "셋째", "넷째")]
    assert opened(sheets).sheets == (1, 1, 2, 2)
    elements, lines, labels, _ = page_elements(sheets, {})
    assert labels == ("2–3", "4–5")
    text = "\n".join(one.text for one in elements)
    assert [text.index(word) for word in ("첫째", "둘째", "셋째", "넷째")] == sorted(
        text.index(word) for word in ("첫째", "둘째", "셋째", "넷째")
    )
    assert {line.page for line in lines} == {1, 2}


def test_each_page_of_a_spread_has_its_own_edges() -> None:
    book = opened([sheet(1, "첫째", "둘째"), sheet(2, "셋째", "넷째")])
    left, right = book.pages[:2]
    assert left.width + right.width == WIDE
    assert min(glyph.x for glyph in right.glyphs) == 480 - left.width
    assert [page.number for page in book.pages] == [1, 2, 3, 4]


def test_a_box_of_colour_stays_on_its_page() -> None:
    box = Box(480, 100, 780, 120)
    sheets = [replace(sheet(n, "왼쪽", "오른쪽"), boxes=(box,)) for n in (1, 2)]
    left, right = opened(sheets).pages[:2]
    assert (left.boxes, right.boxes) == ((), (Box(480 - left.width, 100, 780 - left.width, 120),))


def test_sheets_without_numbers_are_spreads_where_nearly_all_are() -> None:
    assert len(opened([sheet(n, "왼쪽", "오른쪽", numbered=False) for n in range(1, 6)]).pages) == 10
    assert len(opened([sheet(n, "왼쪽", "오른쪽", numbered=False) for n in range(1, 3)]).pages) == 2


@pytest.mark.parametrize("crossed", ["A title over the whole width of the sheet " * 3, TEXT * 2])
def test_a_sheet_whose_lines_go_over_the_middle_is_one_page(crossed: str) -> None:
    whole = Sheet(3)
    whole.put(crossed, 60, 120)
    sheets = [sheet(1, "첫째", "둘째"), sheet(2, "셋째", "넷째"), replace(whole.page(), width=WIDE, height=HIGH)]
    assert opened(sheets).sheets == (1, 1, 2, 2, 3)


def test_columns_on_upright_pages_are_no_spread() -> None:
    upright = [replace(sheet(n, "왼쪽", "오른쪽"), height=WIDE) for n in range(1, 4)]
    assert opened(upright).pages == tuple(upright)


def test_rules_stay_with_their_page() -> None:
    ruled = replace(sheet(1, "첫째", "둘째"), rules=(Rule(60, 500, 200, 500), Rule(480, 500, 600, 500)))
    left, right = opened([ruled, sheet(2, "셋째", "넷째")]).pages[:2]
    assert left.rules == (Rule(60, 500, 200, 500),)
    assert right.rules == (Rule(480 - left.width, 500, 600 - left.width, 500),)
