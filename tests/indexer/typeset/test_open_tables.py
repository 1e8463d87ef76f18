"""A table may have lying rules only: one above, one under its heads, one below."""

from indexer.typeset.open_tables import find_open_tables
from indexer.typeset.page import Box, Rule
from tests.indexer.typeset.press import SPACING, Sheet


def journal_table() -> Sheet:
    sheet = Sheet()
    for y in (100.0, 125.0, 200.0):
        sheet.rules += [Rule(100, y, 250, y), Rule(249, y, 400, y)]
    for y, row in ((117, ("항로", "짐")), (140, ("남쪽", "120톤")), (156, ("북쪽", "80톤"))):
        sheet.put(row[0], 110, y)
        sheet.put(row[1], 300, y)
    sheet.put("남은 짐은 뺌", 300, 172)
    return sheet


def test_its_rows_and_heads_are_read_and_a_row_without_a_label_goes_on() -> None:
    sheet = journal_table()
    (table,), left, free = find_open_tables(sheet.glyphs, sheet.rules, 1, SPACING)
    assert (table.heads, left, free) == (1, [], [])
    assert [(cell.row, cell.column, cell.text) for cell in table.cells] == [
        (0, 0, "항로"), (0, 1, "짐"), (1, 0, "남쪽"), (1, 1, "120톤"), (2, 0, "북쪽"), (2, 1, "80톤 남은 짐은 뺌"),
    ]  # fmt: skip


def test_two_rules_are_no_table_and_neither_is_text_between_three() -> None:
    sheet = journal_table()
    assert find_open_tables(sheet.glyphs, sheet.rules[:4], 1, SPACING)[0] == []
    prose = Sheet()
    for y in (100.0, 150.0, 200.0):
        prose.rule(70, 520, y)
    for y in (116, 132, 166, 182):
        prose.put("부두의 장부를 견주는 일은 아직 시작되지 않았고 내년에 시작할 예정이다", y=y)
    assert find_open_tables(prose.glyphs, prose.rules, 1, SPACING)[0] == []


def test_where_two_heads_share_a_column_the_columns_are_not_known() -> None:
    sheet = Sheet()
    for y in (100.0, 125.0, 200.0):
        sheet.rule(70, 400, y)
    for y, row in (
        (117, (("항로", 80), ("짐", 130), ("몫", 300))),
        (140, (("남쪽부두120톤", 80), ("7", 300))),
        (156, (("북쪽부두80톤", 80), ("9", 300))),
    ):
        for text, x in row:
            sheet.put(text, x, y)
    assert find_open_tables(sheet.glyphs, sheet.rules, 1, SPACING)[0] == []


def test_heads_in_a_coloured_box_above_the_rules_are_heads_of_the_table() -> None:
    sheet = Sheet()
    for y in (125.0, 150.0):
        sheet.rule(70, 400, y)
    for y, row in ((117, ("항로", "짐")), (140, ("남쪽", "120톤"))):
        sheet.put(row[0], 110, y)
        sheet.put(row[1], 300, y)
    assert find_open_tables(sheet.glyphs, sheet.rules, 1, SPACING)[0] == []
    (table,), _, _ = find_open_tables(sheet.glyphs, sheet.rules, 1, SPACING, [(Box(70, 100, 400, 125),)])
    assert (table.heads, [cell.text for cell in table.cells]) == (1, ["항로", "짐", "남쪽", "120톤"])


def test_a_letterhead_and_a_chart_between_rules_are_no_tables() -> None:
    letter = Sheet()
    for y in (90.0, 110.0, 200.0):
        letter.rule(70, 520, y)
    letter.put("알림", 250, 105)
    letter.put("때: 2022. 3. 4.", 80, 130)
    letter.put("곳: 남쪽 부두", 300, 130)
    for y in (150, 166, 182):
        letter.put("부두의 앞날에 관한 모임을 엽니다", 150, y)
    assert find_open_tables(letter.glyphs, letter.rules, 1, SPACING)[0] == []
    chart = Sheet()
    for y in (100.0, 140.0, 200.0):
        chart.rule(70, 520, y)
    for x, y in ((80, 120), (200, 120), (320, 132), (200, 160), (320, 160), (320, 172), (440, 185), (200, 185)):
        chart.put("12", x, y)
    assert find_open_tables(chart.glyphs, chart.rules, 1, SPACING)[0] == []


def test_a_drawing_has_standing_rules() -> None:
    sheet = journal_table()
    sheet.rules += [Rule(x, 110, x, 140) for x in (120.0, 180.0, 240.0, 360.0)]
    assert find_open_tables(sheet.glyphs, sheet.rules, 1, SPACING)[0] == []


def test_a_listing_between_rules_is_no_table() -> None:
    sheet = Sheet()
    for y in (100.0, 125.0, 200.0):
        sheet.rule(100, 400, y)
    for y, row in ((117, ("Algorithm 2:", "")), (140, ("1", "V = 0")), (156, ("2", "return V"))):
        sheet.put(row[0], 110, y)
        sheet.put(row[1], 300, y)
    assert find_open_tables(sheet.glyphs, sheet.rules, 1, SPACING)[0] == []


def test_contents_between_rules_are_no_table() -> None:
    sheet = Sheet()
    for y in (100.0, 125.0, 200.0):
        sheet.rule(100, 400, y)
    for y, row in ((117, ("머리말", "1")), (140, ("항로의 역사", "7")), (156, ("남은 짐", "21"))):
        sheet.put(row[0], 110, y)
        sheet.put(row[1], 300, y)
    assert find_open_tables(sheet.glyphs, sheet.rules, 1, SPACING)[0] == []


def test_a_caption_between_the_first_rules_is_no_row() -> None:
    sheet = journal_table()
    sheet.put("Table 1. Cargo by route", 110, 90)
    sheet.rules += [Rule(100, 75, 250, 75), Rule(249, 75, 400, 75)]
    (table,), left, _ = find_open_tables(sheet.glyphs, sheet.rules, 1, SPACING)
    assert "".join(glyph.text for glyph in left) == "Table 1. Cargo by route"
    assert (table.heads, table.cells[0].text) == (1, "항로")


def test_the_first_rule_may_be_double() -> None:
    sheet = journal_table()
    sheet.rules += [Rule(100, 103, 400, 103)]
    (table,), _, _ = find_open_tables(sheet.glyphs, sheet.rules, 1, SPACING)
    assert (table.heads, table.cells[0].text) == (1, "항로")


def test_rules_between_rows_only_have_a_row_above_and_below() -> None:
    sheet = Sheet()
    for y in (120.0, 136.0, 152.0, 168.0):
        sheet.rule(70, 400, y)
    for n, row in enumerate((("앉기", "2.2"), ("서기", "5.8"), ("걷기", "12.1"), ("뛰기", "20.0"), ("오르기", "24.0"))):
        sheet.put(row[0], 80, 116 + 16 * n)
        sheet.put(row[1], 300, 116 + 16 * n)
    (table,), left, _ = find_open_tables(sheet.glyphs, sheet.rules, 1, SPACING)
    assert (table.heads, left) == (0, [])
    assert [cell.text for cell in table.cells][::2] == ["앉기", "서기", "걷기", "뛰기", "오르기"]


def test_lists_side_by_side_between_rules_are_no_table() -> None:
    sheet = Sheet()
    for y in (100.0, 125.0, 200.0):
        sheet.rule(70, 400, y)
    for y, left, right in ((117, "항로", "부두"), (140, "남쪽", "등대"), (156, "북쪽", "장부"), (172, "동쪽", "석탄")):
        sheet.put(f"• {left}", 80, y)
        sheet.put(f"• {right}", 300, y)
    assert find_open_tables(sheet.glyphs, sheet.rules, 1, SPACING)[0] == []
