"""Where do the rows of a chronology begin, and where does its last one end? All lines are invented."""

import pytest

from archive.model.document import Line
from indexer.lines import LatinWords, LineJoiner, text_lines
from indexer.lines.spacing import BreakClassifier
from indexer.structure.chronologies import chronology

ROWS = (
    "시기 주요 내용",
    "2023년 2월 첫 배가 떠나고 부두의 등대를 고침",
    "2023년 4월 둘째 배가 떠나고 등대지기가",
    "바뀜",
)


def rows(*texts: str) -> list[tuple[str, ...]] | None:
    lines = text_lines([Line(i, text) for i, text in enumerate(texts, 1)])
    found = chronology(lines, 0, LineJoiner(BreakClassifier(texts), LatinWords.of(lines)))
    return None if found is None else [row.cells for row in found.table.rows]


def test_a_row_begins_with_a_date_and_its_cell_goes_on_in_the_lines_below() -> None:
    assert rows(*ROWS) == [
        ("2023년 2월", "첫 배가 떠나고 부두의 등대를 고침"),
        ("2023년 4월", "둘째 배가 떠나고 등대지기가 바뀜"),
    ]


@pytest.mark.parametrize("key", ["2024년", "2024년 봄", "2024년 하반기", "2024년 1월~3월", "2024년 1분기"])
def test_a_date_a_part_of_a_year_and_a_range_begin_a_row(key: str) -> None:
    assert rows(*ROWS[:3], f"{key} 셋째 배가 떠남") == [
        ("2023년 2월", "첫 배가 떠나고 부두의 등대를 고침"),
        ("2023년 4월", "둘째 배가 떠나고 등대지기가"),
        (key, "셋째 배가 떠남"),
    ]


def test_what_stands_below_the_last_row_is_no_cell() -> None:
    text = "\f그 뒤로 오랫동안 두 항구의 사람들은 새 배가 들어오는 날만을 손꼽아 기다렸다고 한다."
    assert rows(*ROWS, text) == rows(*ROWS)


@pytest.mark.parametrize("texts", [("항구 배", *ROWS[1:]), (ROWS[0], "배가 떠남", "배가 섬", *ROWS[1:]), ROWS[:2]])
def test_no_head_no_date_below_it_or_one_row_alone_are_no_chronology(texts: tuple[str, ...]) -> None:
    assert rows(*texts) is None
