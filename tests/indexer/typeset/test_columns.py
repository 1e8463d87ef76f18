"""A page is read column by column, below what is set over both."""

from indexer.typeset.columns import Column, PanelRow, as_column, column_order, find_rows
from indexer.typeset.lines import TypesetLine, find_runs, find_words
from indexer.typeset.page import Box
from indexer.typeset.tables import PrintedTable
from tests.indexer.typeset.press import SPACING, Sheet

LEFT = "남쪽 항구의 장부는 종이에 적혀 있어 찾기 어렵고 북쪽 항구의 장부는 서식이 해마다 바뀌었다고 한다 "
RIGHT = "연구원은 장부를 견주는 방법을 세 가지로 나누어 살폈으며 배의 이름을 맞추는 방법이 가장 빨랐다고 적었다 "


def ordered(words: list[TypesetLine], tables: list[PrintedTable]) -> list[Column]:
    return [as_column(rows) for rows in column_order(find_rows(words, tables))]


def read(sheet: Sheet) -> list[list[str]]:
    columns = ordered(find_words(find_runs(sheet.glyphs), 1, SPACING), [])
    return [[line.text.strip() for line in column.lines] for column in columns]


def two_columns(offset: float = 0.0) -> Sheet:
    sheet = Sheet()
    sheet.put("항구의 장부를 견주어 본 결과와 앞으로의 전망에 관한 짧은 보고", 120, size=14)
    top = sheet.y + 10
    for x, text, shift in ((70, LEFT * 3, 0.0), (310, RIGHT * 3, offset)):
        sheet.y = top + shift
        sheet.paragraph(text, x, x + 210)
    return sheet


def test_the_left_column_is_read_before_the_right_and_the_title_before_both() -> None:
    for offset in (0.0, 4.5):
        columns = read(two_columns(offset))
        assert [len(lines) > 6 for lines in columns] == [False, True, True]
        assert " ".join(columns[1]).startswith(LEFT.strip())
        assert " ".join(columns[2]).startswith(RIGHT.strip())


def test_three_columns_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    for n, x in enumerate((60, 220, 380)):
        sheet.y = 100
        sheet.paragraph(f"{n}번째 " + LEFT * 2, x, x + 140)
    assert [lines[0][:3] for lines in read(sheet)] == ["0번째", "1번째", "2번째"]


def test_one_column_stays_whole_though_spaces_stand_under_each_other() -> None:
    sheet = Sheet()
    for _ in range(12):
        sheet.put("남쪽 항구의  장부는 종이에  적혀 있어 찾기  어렵고 북쪽의 서식은 바뀌었다")
    assert len(read(sheet)) == 1


def test_a_list_of_terms_with_short_labels_is_read_row_by_row() -> None:
    sheet = Sheet()
    for n in range(8):
        sheet.put(f"{n + 1}월", 70, 100 + 16 * n)
        sheet.put("남쪽 항구에 배가 들어와 석탄을 내리고 나갔다", 200, 100 + 16 * n)
    (lines,) = read(sheet)
    assert lines[0] == "1월 남쪽 항구에 배가 들어와 석탄을 내리고 나갔다"


def test_what_is_set_to_the_right_over_two_columns_comes_first() -> None:
    sheet = Sheet()
    sheet.put("2025. 3. 24.", 460, 60)
    for x, text in ((70, LEFT * 3), (310, RIGHT * 3)):
        sheet.y = 100
        sheet.paragraph(text, x, x + 210)
    assert read(sheet)[0] == ["2025. 3. 24."]


def test_a_mark_alone_in_a_line_goes_back_to_the_line_that_had_no_room() -> None:
    sheet = Sheet()
    sheet.put("남쪽 항구의 장부는 종이에 적혀 있다.", y=100)
    sheet.put("¹²⁾", y=116)
    (column,) = ordered(find_words(find_runs(sheet.glyphs), 1, SPACING), [])
    assert [(line.text, [mark.label for mark in line.marks]) for line in column.lines] == [
        ("남쪽 항구의 장부는 종이에 적혀 있다.", ["12"])
    ]


def test_a_word_beside_a_larger_heading_of_the_other_column_stays_in_its_line() -> None:
    sheet = two_columns()
    first = read(sheet)[1]
    sheet.put("큰 제목", 310, sheet.y + 300, size=16)
    assert read(sheet)[1] == first


def test_a_table_stands_in_its_column() -> None:
    sheet = two_columns()
    table = PrintedTable(Box(70, 600, 280, 660), 1, [], (70, 280))
    columns = ordered(find_words(find_runs(sheet.glyphs), 1, SPACING), [table])
    assert [table in column.parts for column in columns] == [False, True, False]


def test_a_title_that_reaches_over_what_is_printed_on_it_bounds_the_page() -> None:
    sheet = two_columns()
    sheet.put("항구의 장부를 견주어 본 결과와 앞으로의 전망에 관한", 70, 700, size=24)
    sheet.put("부두", 200, 702, size=24)
    assert len(read(sheet)) > 2


def test_a_mark_as_high_as_a_line_of_the_other_column_stays_with_its_word() -> None:
    sheet = two_columns(offset=12.5)  # the right column's lines stand where the left one's marks are raised to
    left = min(glyph.y for glyph in sheet.glyphs if glyph.x < 300 and glyph.size == 10 and glyph.y > 110)
    end = max(glyph.end for glyph in sheet.glyphs if glyph.x < 290 and glyph.y == left + 16)
    sheet.put("¹", end, left + 16)
    column = ordered(find_words(find_runs(sheet.glyphs), 1, SPACING), [])[1]
    assert [bool(line.marks) for line in column.lines[:3]] == [False, True, False]


def test_a_column_of_lists_begins_at_several_edges() -> None:
    sheet = Sheet()
    sheet.paragraph(LEFT * 6, 70, 280)
    sheet.y = 80
    for n in range(1, 6):
        sheet.put(f"{n}. 남쪽 항구의 장부는 종이에", 310)
        sheet.put("적혀 있어 찾기 어렵고 서식이", 325)
        sheet.put("① 해마다 바뀌어 견주기가 쉽지", 318)
    assert [lines[0][:4] for lines in read(sheet)] == ["남쪽 항", "1. 남"]


def test_columns_of_figures_are_read_across() -> None:
    sheet = Sheet()
    for n in range(12):
        sheet.put(f"남쪽 항구에 들어온 배와 석탄 {n}", 70, 100 + 16 * n)
        sheet.put(f"{1234 + n} {2345 * n} {7654 - n}  {8765 + n} 98", 360, 100 + 16 * n)
    (lines,) = read(sheet)
    assert lines[3].startswith("남쪽 항구에 들어온 배와 석탄 3 1237")


def test_columns_whose_lines_stand_at_different_heights_are_columns() -> None:
    sheet = Sheet()
    for n, x in enumerate((60, 220, 380)):
        sheet.y = 100 + 5.5 * n
        sheet.paragraph(f"{n}번째 " + LEFT * 3, x, x + 140)
    assert [lines[0][:3] for lines in read(sheet)] == ["0번째", "1번째", "2번째"]


def test_two_columns_above_three_are_read_first() -> None:
    sheet = two_columns()
    below = sheet.y + 20
    for n, x in enumerate((70, 225, 380)):
        sheet.y = below
        sheet.paragraph(f"{n}번째 " + LEFT * 2, x, x + 140)
    firsts = [lines[0][:3] for lines in read(sheet)]
    assert firsts[1:] == [LEFT[:3], RIGHT[:3], "0번째", "1번째", "2번째"]


def test_a_mark_that_a_stretched_line_sets_far_from_its_words_begins_it() -> None:
    sheet = Sheet()
    for n, label in enumerate("¹²³"):
        sheet.put(label, 70, 100 + 30 * n)
        for at, word in enumerate(("부두의", "장부를", "견주어")):
            sheet.put(word, 110 + 70 * at, 100 + 30 * n)
        sheet.put("본 뒤에", 70, 115 + 30 * n)
    (column,) = ordered(find_words(find_runs(sheet.glyphs), 1, SPACING), [])
    heads = [[mark.label for mark in line.marks if mark.offset == 0] for line in column.lines]
    assert heads == [["1"], [], ["2"], [], ["3"], []]


def test_the_white_of_stretched_lines_that_stands_under_itself_is_no_gutter() -> None:
    sheet = Sheet()
    for n in range(5):
        for at in range(3):
            sheet.put("부두의장부", 70 + 80 * at, 100 + 16 * n)
    assert len(read(sheet)) == 1


def test_a_raised_letter_stays_with_its_line() -> None:
    sheet = Sheet()
    sheet.put("남쪽 부두의 장부", 70, 100)
    sheet.put("d", 152, 96.5, size=5.8)
    sheet.put("를 견주었다", 160, 100)
    ((line,),) = read(sheet)
    assert line.startswith("남쪽 부두의 장부")


def test_lists_side_by_side_are_columns_however_short_their_items() -> None:
    sheet = Sheet()
    for n in range(6):
        for at, x in enumerate((70, 230, 390)):
            sheet.put(f"• 항구의 등대 {at}{n}", x, 100 + 16 * n)
    assert [lines[0] for lines in read(sheet)] == ["• 항구의 등대 00", "• 항구의 등대 10", "• 항구의 등대 20"]


def test_a_row_of_boxes_beside_text_is_a_column_of_its_own() -> None:
    sheet = Sheet()
    sheet.paragraph(RIGHT * 4, 310, 520)
    rows = PanelRow(Box(70, 110, 280, 180), 1, [], ())
    columns = ordered(find_words(find_runs(sheet.glyphs), 1, SPACING), [rows])
    assert [rows in column.parts for column in columns] == [True, False]


def test_the_number_of_an_empty_line_of_source_code_is_no_mark() -> None:
    for number, begin, marks in (("7", 56, []), ("9", 56, ["9"]), ("7", 200, [])):
        sheet = Sheet()
        sheet.put("6", 56, 100, size=6)
        sheet.put("open harbour ledger", 72, 100)
        sheet.put(number, begin, 112, size=6)
        (column,) = ordered(find_words(find_runs(sheet.glyphs), 1, SPACING), [])
        assert [mark.label for line in column.lines for mark in line.marks] == marks
