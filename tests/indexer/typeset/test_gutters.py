"""A page that ends after a few lines is read in the columns of the page before."""

from indexer.typeset.columns import as_column, column_order, find_rows
from indexer.typeset.gutters import Gutter
from indexer.typeset.lines import find_runs, find_words
from tests.indexer.typeset.press import SPACING, Sheet

PROSE = "남쪽 항구의 장부는 종이에 적혀 있어 찾기 어렵고 북쪽 항구의 장부는 서식이 해마다 바뀌었다고 한다 "


def sheet(*columns: str) -> Sheet:
    made = Sheet()
    for x, text in zip((70, 310), columns, strict=True):
        made.y = 100
        made.paragraph(text, x, x + 210)
    return made


def gutter() -> Gutter | None:
    rows = find_rows(find_words(find_runs(sheet(PROSE * 5, PROSE * 5).glyphs), 1, SPACING), [])
    return Gutter.between([as_column(rows) for rows in column_order(rows)])


def parted(made: Sheet) -> list[list[str]] | None:
    found = gutter()
    assert found is not None
    parts = found.parted(find_rows(find_words(find_runs(made.glyphs), 2, SPACING), []))
    return parts and [[line.text.strip() for line in as_column(part).lines] for part in parts]


def test_two_lines_beside_two_are_read_one_column_after_the_other() -> None:
    columns = parted(sheet(PROSE, PROSE[3:]))
    assert columns is not None
    assert [" ".join(column) for column in columns] == [PROSE.strip(), PROSE[3:].strip()]


def test_the_last_line_may_stand_alone_in_the_right_column() -> None:
    columns = parted(sheet(PROSE, "적었다."))
    assert columns is not None and columns[1] == ["적었다."]


def test_what_stands_above_over_both_is_read_first() -> None:
    made = sheet(PROSE, PROSE)
    made.put("항구의 장부를 견주어 본 결과와 앞으로의 전망에 관한 짧은 보고와 그 뒤의 일", 120, 60)
    columns = parted(made)
    assert columns is not None and len(columns) == 3


def test_rows_of_short_words_and_lines_at_other_edges_are_no_columns() -> None:
    assert parted(sheet("봄의 짐 120", "가을의 짐 80")) is None
    assert parted(sheet("봄", "가을의 짐 80")) is None
    made = Sheet()
    for n in range(2):
        made.put("남쪽 항구의 장부는 종이에 적혀 있어 찾기", 70, 100 + 16 * n)
        made.put("북쪽 항구의 장부는 서식이 바뀌었다", 290, 100 + 16 * n)
    assert parted(made) is None
    assert Gutter.between([]) is None
