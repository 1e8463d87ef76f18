"""Which lines are a table under a line of heads? All lines are invented."""

import pytest

from archive.model import Line, Merge
from indexer.lines import TextLine, text_lines
from indexer.structure.headed_tables import figures_at_end, headed, is_table_head, is_unit, labelled


def printed(text: str) -> tuple[TextLine, ...]:
    return text_lines([Line(n, line) for n, line in enumerate(text.split("\n"), 1)])


@pytest.mark.parametrize(
    ("line", "count"),
    [("윗마을 30 4", 2), ("윗마을 (60.0) △3.1 - n/a", 4), ("구분 2020년 2021년", 0), ("2024. 3. 4.", 0)],
)
def test_figures_at_the_end_of_a_line(line: str, count: int) -> None:
    assert figures_at_end(line) == count


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("구분 2020년 말 2021년 말", ("구분", "2020년 말", "2021년 말")),
        ("구분 물길 우물", ("구분", "물길", "우물")),
        ("구분  새로 판 물길  우물", ("구분", "새로 판 물길", "우물")),
        ("구분 새로 판 물길 우물", ()),
    ],
)
def test_heads_are_parted_by_what_they_share(head: str, columns: tuple[str, ...]) -> None:
    found = headed(printed(f"{head}\n윗마을 30 4\n아랫마을 20 7\n물길은 길다."), 0)
    assert found is not None and found.table.columns == columns
    assert [row.cells for row in found.table.rows][-2:] == [("윗마을", "30", "4"), ("아랫마을", "20", "7")]
    assert bool(found.problems) is not bool(columns)


def test_a_label_stands_for_all_rows_below_it() -> None:
    found = headed(printed("구분 1월 2월\n윗마을\n30 4\n(88) (12)\n아랫마을 20 7"), 0)
    assert found is not None
    assert [row.cells[0] for row in found.table.rows] == ["윗마을", "윗마을", "아랫마을"]
    assert found.table.merges == (Merge(0, 0, 2),)


def test_labels_above_three_figures_need_no_head() -> None:
    found = labelled(printed("윗마을\n30 4 5\n아랫마을\n20 7 9\n물길은 길다."), 0)
    assert found is not None and [row.cells[0] for row in found.table.rows] == ["윗마을", "아랫마을"]
    assert labelled(printed("윗마을\n30 4\n아랫마을\n20 7"), 0) is None


def test_a_line_of_text_over_figures_is_no_head() -> None:
    lines = printed("물길은 해마다 길어졌다.\n윗마을 30 4\n아랫마을 20 7")
    assert not is_table_head(lines, 0) and headed(lines, 0) is None
    assert headed(printed("마을 물길 우물\n윗마을 30 4\n아랫마을 20 7"), 0) is None


def test_a_unit_says_so() -> None:
    assert is_unit(printed("(단위: 톤)")[0]) and not is_unit(printed("단위를 고치다")[0])
