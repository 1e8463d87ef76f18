"""Crossing rules make a table; its cells span where no rule parts them."""

from indexer.typeset.page import Rule
from indexer.typeset.tables import find_tables, same_columns
from tests.indexer.typeset.press import SPACING, Sheet

XS, YS = (70.0, 170.0, 300.0), (100.0, 130.0, 160.0, 190.0)


def ledger() -> Sheet:
    sheet = Sheet()
    sheet.grid(XS, YS)
    for n, row in enumerate((("부두", "짐"), ("남쪽", "120"), ("북쪽", "80"))):
        for x, cell in zip(XS, row, strict=False):
            sheet.put(cell, x + 5, YS[n] + 20)
    return sheet


def read(sheet: Sheet) -> list[list[tuple[int, int, str]]]:
    tables, _, _ = find_tables(sheet.glyphs, sheet.rules, 1, SPACING)
    return [[(cell.row, cell.column, cell.text) for cell in table.cells] for table in tables]


def test_text_stands_in_the_cells_of_its_rules() -> None:
    sheet = ledger()
    sheet.put("표 아래의 글", y=300)
    tables, left, free = find_tables(sheet.glyphs, sheet.rules, 1, SPACING)
    assert "".join(glyph.text for glyph in left) == "표 아래의 글"
    assert (len(tables), free) == (1, [])
    assert read(sheet) == [[(0, 0, "부두"), (0, 1, "짐"), (1, 0, "남쪽"), (1, 1, "120"), (2, 0, "북쪽"), (2, 1, "80")]]


def test_a_cell_goes_on_where_no_rule_parts_it() -> None:
    sheet = ledger()
    sheet.rules = [Rule(XS[0], y, XS[2], y) for y in (YS[0], YS[1], YS[3])]
    sheet.rules += [Rule(x, YS[0], x, YS[3]) for x in XS] + [Rule(XS[1], YS[2], XS[2], YS[2])]
    tables, _, _ = find_tables(sheet.glyphs, sheet.rules, 1, SPACING)
    spanning = [cell for cell in tables[0].cells if cell.rows == 2]
    assert [(cell.column, cell.text) for cell in spanning] == [(0, "남쪽 북쪽")]


def test_a_frame_around_text_is_no_table() -> None:
    sheet = Sheet()
    sheet.grid((60, 530), (90, 200))
    sheet.put("요약: 부두의 짐이 두 배로 늘었다.", y=120)
    assert read(sheet) == []


def test_a_lone_row_is_a_table_only_as_the_rest_of_one() -> None:
    sheet = Sheet(2)
    sheet.grid(XS, YS[:2])
    for x, cell in zip(XS, ("서쪽", "60"), strict=False):
        sheet.put(cell, x + 5, YS[0] + 20)
    assert read(sheet) == []
    (before,), _, _ = find_tables(ledger().glyphs, ledger().rules, 1, SPACING)
    (rest,), _, _ = find_tables(sheet.glyphs, sheet.rules, 2, SPACING, before)
    assert [cell.text for cell in rest.cells] == ["서쪽", "60"]


def test_columns_are_alike_by_their_widths() -> None:
    assert same_columns((70, 170, 300), (310, 412, 541))
    assert not same_columns((70, 170, 300), (70, 190, 300))
    assert not same_columns((70, 170), (70, 170, 300))


def test_figures_in_a_chart_are_no_table() -> None:
    sheet = Sheet()
    sheet.grid((70.0, 170.0, 270.0, 370.0), (100.0, 130.0, 160.0, 190.0))
    for x, y, figure in ((100, 120, "120"), (200, 150, "80"), (300, 180, "60")):
        sheet.put(figure, x, y)
    assert read(sheet) == []
    for x, y, figure in ((200, 120, "110"), (300, 120, "90"), (200, 180, "70")):
        sheet.put(figure, x, y)
    assert read(sheet) == []


def test_a_banner_is_no_table() -> None:
    sheet = Sheet()
    sheet.grid((70.0, 100.0, 300.0), (130.0, 160.0))
    sheet.rules += [Rule(70, 100, 300, 100), Rule(70, 100, 70, 130), Rule(300, 100, 300, 130)]
    sheet.put("Ⅰ. 2021년 평가", 80, 120)
    sheet.put("1", 80, 150)
    sheet.put("성과", 120, 150)
    assert read(sheet) == []


def test_text_above_and_below_a_table_in_one_frame_is_no_row_of_it() -> None:
    sheet = Sheet()
    sheet.grid((60.0, 530.0), (80.0, 200.0, 320.0, 440.0))
    sheet.rules += [Rule(60, y, 530, y) for y in (240.0, 280.0)] + [Rule(300, 200, 300, 320)]
    for top in (100.0, 340.0):
        sheet.y = top
        sheet.paragraph("남쪽 부두의 장부를 견주는 일은 아직 시작되지 않았다. " * 5, 65, 525)
    for n, row in enumerate((("부두", "짐"), ("남쪽", "120"), ("북쪽", "80"))):
        for x, cell in zip((70, 310), row, strict=True):
            sheet.put(cell, x, 225 + 40 * n)
    assert read(sheet) == [
        [
            (r, c, text)
            for r, row in enumerate((("부두", "짐"), ("남쪽", "120"), ("북쪽", "80")))
            for c, text in enumerate(row)
        ]
    ]
    _, left, _ = find_tables(sheet.glyphs, sheet.rules, 1, SPACING)
    assert "".join(glyph.text for glyph in left).count("남쪽 부두의 장부를") == 10


def test_a_remark_in_the_last_row_stays_with_its_table() -> None:
    sheet = ledger()
    sheet.rules += [Rule(XS[0], 300, XS[2], 300), Rule(XS[0], 190, XS[0], 300), Rule(XS[2], 190, XS[2], 300)]
    for n in range(6):
        sheet.put("※ 비고: 남쪽 부두의 짐은" if not n else "어림잡은 것으로 해마다 다르다", XS[0] + 5, 205 + 15 * n)
    assert read(sheet)[0][-1][:2] == (3, 0)


def test_panels_of_a_chart_under_their_names_are_no_table() -> None:
    sheet = Sheet()
    sheet.grid((70.0, 170.0, 270.0, 370.0), tuple(100.0 + 30 * n for n in range(9)))
    for x, y, text in (
        (80, 120, "남쪽"),
        (180, 120, "북쪽"),
        (280, 120, "동쪽"),
        (80, 330, "2019"),
        (180, 330, "2020"),
    ):
        sheet.put(text, x, y)
    assert read(sheet) == []


def test_a_row_at_the_head_of_the_next_column_belongs_to_the_table_before_it() -> None:
    sheet = ledger()
    sheet.grid([x + 300 for x in XS], (40, 70))
    sheet.put("서쪽", 480, 60)
    assert [len(table) for table in read(sheet)] == [6, 2]


def test_text_that_a_table_is_printed_over_is_none_of_it() -> None:
    sheet = ledger()
    for n in range(5):
        sheet.put("북쪽 항구의 장부는 서식이 바뀌었다", 270, 95 + 18 * n)
    tables, left, _ = find_tables(sheet.glyphs, sheet.rules, 1, SPACING)
    assert read(sheet) == [[(0, 0, "부두"), (0, 1, "짐"), (1, 0, "남쪽"), (1, 1, "120"), (2, 0, "북쪽"), (2, 1, "80")]]
    assert "".join(glyph.text for glyph in left) == "북쪽 항구의 장부는 서식이 바뀌었다" * 5
    assert tables[0].end < 270
