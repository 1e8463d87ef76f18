"""Which lines are numbered remarks of a table, and what do they explain? All lines are invented."""

import pytest

from archive.model import Line
from indexer.lines import text_lines
from indexer.notes import find_table_remarks

TABLE = "<표 1> 마을별 물길\n마을 물길1) 우물2)\n윗마을 30 4\n아랫마을 20 7\n"


def found(text: str):
    return find_table_remarks(text_lines([Line(n, line) for n, line in enumerate(text.split("\n"), 1)]))


def items(text: str) -> list[str]:
    return [" | ".join(line.text for line in item) for item in found(text).items]


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("주: 1) 리\n2) 곳", ["주: 1) 리", "2) 곳"]),
        ("주: 1) 리  2) 곳\n3) 마른 것은 뺌", ["주: 1) 리 2) 곳", "3) 마른 것은 뺌"]),
        ("주: ¹ 리\n² 곳", ["주: ¹ 리", "² 곳"]),
        ("주: a) 리\nb) 곳\n자료: 보기군", ["주: a) 리", "b) 곳"]),
        ("1) 리\n2) 곳\n자료: 보기군", ["1) 리", "2) 곳"]),
        ("주: 1) 리로 잰 것이며 지난해 봄에 마른 물길은 여기에서 모두 빼고\n재었음\n2) 곳", ["주: 1) 리로 잰 "
            "것이며 지난해 봄에 마른 물길은 여기에서 모두 빼고 | 재었음", "2) 곳"]),
    ],
)  # fmt: skip
def test_remarks_count_up_under_their_table(remark: str, expected: list[str]) -> None:
    assert items(f"{TABLE}{remark}\n\n물길은 길다.") == expected


def test_a_footnote_that_the_text_calls_ends_the_remarks() -> None:
    text = f"우물은 깊다.3)\n{TABLE}주: 1) 리\n2) 곳\n3) 최보기, 『우물』, 2021."
    assert items(text) == ["주: 1) 리", "2) 곳"]


def test_what_the_remarks_explain_is_closed_in_the_table_and_open_elsewhere() -> None:
    remarks = found(f"우물은 깊다.1)\n{TABLE}주: 1) 리\n2) 곳")
    assert remarks.explains("1", 3) and not remarks.explains("3", 3) and not remarks.explains("1", 1)
    assert remarks.closes("3", 3) and not remarks.closes("3", 2) and not remarks.closes("1", 1)
    assert remarks.lines == {6, 7}


def test_numbered_lines_without_a_table_are_no_remarks() -> None:
    assert items("물길은 길다.1)\n\n1) 최보기, 『우물』, 2021.\n자료: 보기군") == []
