"""White that goes through all rows parts columns; a head stands over the columns whose own heads are below it."""

from indexer.typeset.lines import find_runs, find_words
from indexer.typeset.table_columns import (
    TableColumn,
    TableLine,
    baselines,
    column_edges,
    find_columns,
    over_columns,
    phrases,
    place,
    share_columns,
)
from tests.indexer.typeset.press import SPACING, set_text


def row(*words: tuple[str, float], y: float = 100.0) -> TableLine:
    glyphs = [glyph for text, x in words for glyph in set_text(text, x, y)]
    (found,) = baselines(find_words(find_runs(glyphs), 1, SPACING))
    return found


ROWS = [row(("남쪽", 70), ("120", 200), ("7", 300)), row(("북쪽", 70), ("1,204", 190), ("19", 295))]


def test_columns_are_parted_by_white_that_goes_through_all_rows() -> None:
    assert find_columns(ROWS) == [TableColumn(70, 90), TableColumn(190, 215), TableColumn(295, 305)]
    assert column_edges(find_columns(ROWS), 60, 400) == (60, 140, 255, 400)


def test_narrow_white_parts_columns_only_where_words_keep_to_an_edge() -> None:
    kept = [row(("남쪽 부두", 70), ("석탄", 121), ("1", 300)) for _ in range(3)]
    assert len(find_columns(kept)) == 3
    loose = [row(("가" * n, 70), ("석탄", 76 + 10 * n), ("1", 300)) for n in (3, 4, 5)]
    assert len(find_columns(loose)) == 2


def test_a_phrase_stands_in_the_columns_under_it() -> None:
    wide = row(("남쪽 북쪽 동쪽 서쪽", 180), ("7", 295))
    assert [list(phrase.columns) for phrase in place(wide, find_columns(ROWS))] == [[1], [2]]
    over = row(("남쪽 북쪽 동쪽 서쪽 섬", 200))
    assert [list(phrase.columns) for phrase in place(over, find_columns(ROWS))] == [[1, 2]]


def test_a_head_is_over_the_columns_whose_heads_are_nearest() -> None:
    columns = [TableColumn(70, 90), TableColumn(190, 215), TableColumn(250, 270), TableColumn(330, 350)]
    upper = place(row(("항구", 70), ("물동량", 215), ("배", 335)), columns)
    lower = place(row(("수입", 190), ("수출", 250), ("척", 335)), columns)
    assert [list(phrase.columns) for phrase in over_columns(upper, lower)] == [[0], [1, 2], [3]]


def test_a_head_that_stands_over_one_column_spans_none_beside_it() -> None:
    columns = [TableColumn(70, 90), TableColumn(190, 215)]
    upper, lower = place(row(("소관", 193)), columns), place(row(("항구", 70), ("부처", 193)), columns)
    assert [list(phrase.columns) for phrase in over_columns(upper, lower)] == [[1]]


def test_the_head_of_the_labels_has_none_over_it() -> None:
    columns = [TableColumn(70, 90), TableColumn(150, 170), TableColumn(190, 210), TableColumn(230, 250)]
    lower = place(row(("항구", 70), ("수입", 150), ("수출", 190), ("합계", 230)), columns)
    upper = place(row(("물동량", 185)), columns)
    assert [list(phrase.columns) for phrase in over_columns(upper, lower)] == [[1, 2, 3]]


def test_stars_behind_a_figure_stand_on_its_baseline() -> None:
    glyphs = set_text("13.98", 70, 100) + set_text("**", 96, 95, size=6) + set_text("7", 200, 100)
    (found,) = baselines(find_words(find_runs(glyphs), 1, SPACING))
    assert "".join(run.text for word in found for run in word.runs) == "13.98**7"


def test_two_phrases_in_one_column_are_counted() -> None:
    assert share_columns([row(("남쪽", 70), ("120", 185), ("7", 210))], find_columns(ROWS)) == 1
    assert share_columns(ROWS, find_columns(ROWS)) == 0
    assert [len(phrase) for phrase in phrases(row(("남쪽 부두", 70), ("7", 210)))] == [2, 1]
