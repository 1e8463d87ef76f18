"""Boxes side by side are known by what is drawn, and only where lines would be torn."""

from indexer.typeset.columns import PanelRow, as_column, find_rows
from indexer.typeset.lines import find_runs, find_words
from indexer.typeset.page import Box, Rule
from indexer.typeset.panels import find_panels, torn_panels
from tests.indexer.typeset.press import SPACING, Sheet, words_of

LABEL, TEXT = Box(60, 90, 180, 160), Box(190, 90, 530, 160)


def labelled(*, apart: float = 0.0) -> Sheet:
    """A label of two lines beside a text of three."""
    sheet = Sheet()
    for n, words in enumerate(("남쪽 항구의", "종이 장부")):
        sheet.put(words, 70, 108 + apart + 16 * n)
    for n, words in enumerate(
        ("배가 들어올 때마다 적은 장부는 해마다 서식이", "바뀌어 서로 견주기가 어렵고, ", "이름도 다르다.")
    ):
        sheet.put(words, 200, 100 + 16 * n)
    return sheet


def found(sheet: Sheet, *panels: Box) -> list[PanelRow]:
    rows = find_rows(find_words(find_runs(sheet.glyphs), 1, SPACING), [])
    return torn_panels([as_column(rows)], rows, panels)


def test_a_label_and_its_text_are_one_row_of_panels_whether_their_lines_are_level_or_not() -> None:
    for apart in (0.0, 8.0):
        (row,) = found(labelled(apart=apart), LABEL, TEXT)
        assert [words_of(panel) for panel in row.panels] == [
            "남쪽 항구의 종이 장부",
            "배가 들어올 때마다 적은 장부는 해마다 서식이 바뀌어 서로 견주기가 어렵고, 이름도 다르다.",
        ]


def test_a_box_whose_lines_nothing_tears_is_none() -> None:
    assert found(labelled()) == []
    assert found(labelled(), Box(50, 80, 540, 170)) == []
    above = Sheet()
    above.paragraph("남쪽 항구의 장부는 종이에 적혀 있어 찾기 어렵고 북쪽 항구의 장부는 서식이 해마다 바뀌었다고 한다")
    assert found(above, Box(60, 70, 530, 120)) == []


def test_a_box_around_words_of_a_line_is_none() -> None:
    sheet = Sheet()
    for _ in range(3):
        sheet.put("남쪽 항구의 장부는 종이에 적혀 있어 찾기 어렵다고 한다")
    assert found(sheet, Box(102, 70, 160, 118)) == []


def test_the_numbers_of_lines_before_a_box_belong_to_it() -> None:
    sheet = Sheet()
    for n, (left, right) in enumerate(
        (("begin harbour", "A ledger of"), ("ledger of paper", "paper"), ("end harbour", ""))
    ):
        sheet.put(f"{n + 1}", 56, 100 + 16 * n, size=7)
        sheet.put(left, 72, 100 + 16 * n)
        sheet.put(right, 310, 100 + 16 * n)
    (row,) = found(sheet, Box(68, 88, 250, 140), Box(300, 88, 500, 140))
    assert [words_of(panel) for panel in row.panels] == [
        "1 begin harbour 2 ledger of paper 3 end harbour", "A ledger of paper",
    ]  # fmt: skip


def test_boxes_in_two_columns_of_text_stand_each_for_itself() -> None:
    sheet = labelled()
    sheet.put("그 아래의 글", 70, 141)
    rows = found(sheet, Box(60, 90, 180, 130), TEXT)
    assert [len(row.panels) for row in rows] == [1, 1]


def test_four_rules_are_a_box_also_where_a_side_is_drawn_in_pieces() -> None:
    sides = [Rule(70, 100, 300, 100), Rule(70, 160, 300, 160), Rule(300, 100, 300, 160)]
    left = [Rule(70, 100, 70, 130), Rule(70, 130.5, 70, 160)]
    assert find_panels([], [*sides, *left]) == [Box(70, 100, 300, 160)]
    assert find_panels([], [*sides, *left[:1]]) == []
    assert find_panels([LABEL, LABEL], []) == [LABEL]


def test_boxes_that_share_a_rule_are_cells_of_a_table() -> None:
    lying = [Rule(70, y, 300, y) for y in (100, 160)]
    assert find_panels([], [*lying, *(Rule(x, 100, x, 160) for x in (70, 180, 300))]) == [Box(70, 100, 300, 160)]


def test_the_names_in_a_drawing_and_the_cells_of_a_shaded_column_are_no_text() -> None:
    sheet = Sheet()
    for n in range(4):
        for x in (70, 200, 330):
            sheet.put("부두", x, 100 + 16 * n)
    assert found(sheet, Box(190, 88, 250, 160)) == []


def test_a_title_in_a_box_above_a_panel_is_read_with_it() -> None:
    sheet = labelled()
    sheet.put("첫 부두", 70, 82)
    sheet.put("둘째 부두", 200, 82)
    (row,) = found(sheet, LABEL, TEXT, Box(60, 70, 180, 89), Box(190, 70, 530, 89))
    assert [words_of(panel)[:6].strip() for panel in row.panels] == ["첫 부두 남", "둘째 부두"]


def coloured_table(*, cells: int) -> list[PanelRow]:
    """A text of three lines, and cells beside it: of two words, one below the other."""
    sheet, panels = Sheet(), [Box(60, 90, 260, 160)]
    for n, words in enumerate(("배가 들어올 때마다 적은 장부는", "바뀌어 서로 견주기가 어렵고, ", "이름도 다르다.")):
        sheet.put(words, 70, 100 + 16 * n)
    for cell in range(cells):
        for n, words in enumerate(("가", "나")):
            sheet.put(words, 270 + 60 * cell, 108 + 16 * n)
        panels.append(Box(262 + 60 * cell, 90, 320 + 60 * cell, 160))
    return found(sheet, *panels)


def test_boxes_few_of_which_hold_text_are_the_cells_of_a_coloured_table() -> None:
    assert [len(row.panels) for row in coloured_table(cells=1)] == [2]
    assert coloured_table(cells=3) == []


def test_boxes_whose_words_make_a_table_by_its_columns_are_not_torn() -> None:
    sheet = labelled()
    rows = find_rows(find_words(find_runs(sheet.glyphs), 1, SPACING), [])
    assert torn_panels([], rows, [LABEL, TEXT]) == []


def test_the_number_of_an_empty_line_belongs_to_the_box_behind_it() -> None:
    sheet = Sheet()
    for n, (left, right) in enumerate((("begin harbour", "A ledger of"), ("", "paper and of"), ("end harbour", "ink"))):
        sheet.put(f"{n + 1}", 56, 100 + 16 * n + (4 if n == 1 else 0), size=7)
        sheet.put(left, 72, 100 + 16 * n)
        sheet.put(right, 310, 100 + 16 * n)
    (row,) = found(sheet, Box(68, 88, 250, 140), Box(300, 88, 500, 140))
    assert [words_of(panel) for panel in row.panels] == [
        "1 begin harbour 2 3 end harbour",
        "A ledger of paper and of ink",
    ]
