"""Words that keep to columns over several lines are a table; prose, contents and formulas are none."""

import pytest

from indexer.typeset.aligned_tables import with_aligned_tables
from indexer.typeset.columns import as_column, find_rows
from indexer.typeset.lines import TypesetLine, find_runs, find_words
from indexer.typeset.page import Box
from indexer.typeset.tables import PrintedTable
from tests.indexer.typeset.press import SPACING, Sheet

FIGURES = (("항구", "석탄", "목재"), ("남쪽", "120", "7"), ("북쪽", "1,204", "-"), ("동쪽", "△3.2", "9"))
WORDS = (("항구", "부처"), ("남쪽", "해양국"), ("북쪽", "항만청"))


def sheet(rows: tuple[tuple[str, ...], ...], *above: str, below: str = "") -> Sheet:
    made = Sheet()
    for text in above:
        made.put(text)
    for row in rows:
        for n, text in enumerate(row):
            made.put(text, 70 + 100 * n, made.y)
        made.y += 16
    if below:
        made.put(below)
    return made


def read(made: Sheet, *coloured: Box) -> tuple[list[PrintedTable], list[str]]:
    column = as_column(find_rows(find_words(find_runs(made.glyphs), 1, SPACING), []))
    column = with_aligned_tables(column, [(box,) for box in coloured])
    tables = [part for part in column.parts if isinstance(part, PrintedTable)]
    return tables, [part.text.strip() for part in column.parts if isinstance(part, TypesetLine)]


def test_figures_under_heads_with_labels_are_a_table_without_a_caption() -> None:
    (table,), text = read(sheet(FIGURES, "글이 먼저 있다.", below="글이 이어진다."))
    assert (table.heads, text) == (1, ["글이 먼저 있다.", "글이 이어진다."])
    assert [cell.text for cell in table.cells] == [text for row in FIGURES for text in row]


def test_words_are_a_table_only_under_a_caption() -> None:
    (table,), text = read(sheet(WORDS, "〈표 1〉 항구와 부처", "(단위: 없음)"))
    assert (table.heads, len(table.cells), len(text)) == (1, 6, 2)
    assert read(sheet(WORDS))[0] == []
    assert read(sheet(WORDS, "〈그림 1〉 항구와 부처"))[0] == []


def test_a_caption_may_stand_below() -> None:
    assert len(read(sheet(WORDS, below="Table 1. Ports"))[0]) == 1


LONG = "남쪽 항구의 장부는 종이에 적혀 있어 찾기 어렵고"


@pytest.mark.parametrize(
    "rows",
    [
        (("머리말", "1"), ("항구의 역사", "7"), ("맺음말", "21")),  # contents
        ((LONG, "12", "7"), (LONG, "14", "9"), (LONG, "15", "3")),  # a text beside figures
        (("12", "7", "3"), ("14", "9", "1"), ("15", "3", "2")),  # a matrix
        (("가나", "120", "7"), ("다라", "80", "9")),  # two rows
    ],
)
def test_other_lines_are_none(rows: tuple[tuple[str, ...], ...]) -> None:
    assert read(sheet(rows, "〈표 1〉 차례" if rows[0][0] == "머리말" else "글이 있다."))[0] == []


def test_two_columns_of_text_are_none() -> None:
    made = Sheet()
    for n in range(6):
        made.put("장부를 견주는 일은 아직 시작되지 않았고", 70, 100 + 16 * n)
        made.put("내년에 시작할 예정이며 사람이 더 든다", 310, 100 + 16 * n)
    assert read(made)[0] == []


def test_a_head_over_figures_that_are_heads() -> None:
    rows = (("항구", "몫"), ("", "10", "20"), *((name, "0.5", "0.7") for name in ("남쪽", "북쪽", "동쪽")))
    (table,), _ = read(sheet(rows, "Table 2. Shares"))
    assert table.heads == 2


def test_stripes_and_a_box_behind_the_heads_show_a_table() -> None:
    stripes = [Box(60, y - 12, 400, y + 4) for y in (80, 112)]
    (table,), _ = read(sheet((*WORDS, ("동쪽", "수산원"))), *stripes)
    assert [cell.text for cell in table.cells][-2:] == ["동쪽", "수산원"]
    assert len(read(sheet(WORDS), stripes[0])[0]) == 1
    narrow = [Box(60, y - 12, 100, y + 4) for y in (80, 112)]
    assert read(sheet(WORDS), *narrow)[0] == []


def test_boxes_with_texts_in_them_are_no_stripes() -> None:
    rows = tuple((f"{name} 부두", "장부를 견줌") for name in "남북동서")
    assert read(sheet(rows), *(Box(60, y - 12, 400, y + 20) for y in (80, 112)))[0] == []
