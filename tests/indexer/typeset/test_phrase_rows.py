"""Rows of a table without rules: what spans rows, what goes on with the row above, what rules part."""

from indexer.typeset.lines import find_runs, find_words
from indexer.typeset.phrase_rows import phrase_cells
from indexer.typeset.table_columns import TableColumn, TableLine, baselines
from tests.indexer.typeset.press import SPACING, set_text

COLUMNS = [TableColumn(70, 110), TableColumn(200, 240), TableColumn(300, 340)]


def rows(*printed: tuple[float, str, str, str]) -> list[TableLine]:
    """Each with its baseline and what stands in its columns."""
    glyphs = [
        glyph
        for y, *texts in printed
        for column, text in zip(COLUMNS, texts, strict=True)
        for glyph in set_text(text, column.x, y)
    ]
    return baselines(find_words(find_runs(glyphs), 1, SPACING))


def cells(*printed: tuple[float, str, str, str], heads: float = 110, rules: tuple[float, ...] = ()) -> list[list[str]]:
    """The cells by rows; how many rows one spans stands behind it."""
    found, _ = phrase_cells(rows(*printed), COLUMNS, heads, rules)
    texts = [(cell.row, cell.text + (f"/{cell.rows}" if cell.rows > 1 else "")) for cell in found]
    return [[text for at, text in texts if at == row] for row in sorted({at for at, _ in texts})]


HEAD = (100, "항구", "석탄", "목재")


def test_empty_places_are_cells() -> None:
    assert cells(HEAD, (120, "남쪽", "", "7")) == [["항구", "석탄", "목재"], ["남쪽", "", "7"]]


def test_text_without_a_label_goes_on_with_the_row_above_but_not_with_the_heads() -> None:
    assert cells(HEAD, (120, "남쪽", "많음", "7"), (132, "", "늘었음", ""))[1] == ["남쪽", "많음 늘었음", "7"]
    assert cells(HEAD, (120, "", "많음", "7")) == [["항구", "석탄", "목재"], ["", "많음", "7"]]


def test_figures_without_a_label_are_a_row() -> None:
    assert cells(HEAD, (120, "남쪽", "12", "7"), (135, "", "14", "9"))[1:] == [["남쪽", "12", "7"], ["", "14", "9"]]


def test_a_label_between_two_rows_spans_them() -> None:
    printed = [HEAD, (120, "", "12", "7"), (128, "남쪽", "", ""), (136, "", "14", "9")]
    assert cells(*printed)[1:] == [["남쪽/2", "12", "7"], ["14", "9"]]


def test_labels_in_the_middle_of_their_rows_span_them() -> None:
    two = [(120, "", "12", "7"), (128, "남쪽", "", ""), (136, "", "14", "9")]
    three = [(152, "", "1", "2"), (168, "북쪽", "3", "4"), (184, "", "5", "6")]
    assert cells(HEAD, *two, *three)[3:] == [["북쪽/3", "1", "2"], ["3", "4"], ["5", "6"]]


def test_figures_beside_a_label_of_two_lines_are_one_row() -> None:
    assert cells(HEAD, (120, "남쪽", "", ""), (126, "", "12", "7"), (132, "부두", "", ""))[1] == [
        "남쪽 부두",
        "12",
        "7",
    ]


def test_what_stands_between_two_rules_is_one_row() -> None:
    printed = [HEAD, (120, "남쪽", "많음", "7"), (132, "부두", "늘었음", ""), (150, "북쪽", "적음", "9")]
    assert cells(*printed, rules=(90, 110, 140, 160))[1:] == [["남쪽 부두", "많음 늘었음", "7"], ["북쪽", "적음", "9"]]


def test_a_head_spans_the_columns_of_the_heads_below() -> None:
    over = set_text("항구", 70, 90) + set_text("물동량", 245, 90)
    below = rows((105, "", "석탄", "목재"), (120, "남쪽", "12", "7"))
    found, heads = phrase_cells([*baselines(find_words(find_runs(over), 1, SPACING)), *below], COLUMNS, 110)
    assert heads == 2
    assert [(cell.text, cell.columns) for cell in found if cell.columns > 1] == [("물동량", 2)]
