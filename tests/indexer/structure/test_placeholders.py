"""What converters leave where they took something out. All lines are invented."""

import pytest

from archive.model import Line
from indexer.lines import text_lines
from indexer.structure.placeholders import PLACEHOLDERS, Placeholder, find_placeholders


def found(*lines: str):
    return find_placeholders(text_lines([Line(n, line) for n, line in enumerate(lines, 1)]))


@pytest.mark.parametrize("row", PLACEHOLDERS, ids=lambda row: row.example)
def test_a_row_finds_its_example(row: Placeholder) -> None:
    placeholders = found("물길은 길다.", row.example)
    assert placeholders.lines == {2}
    assert placeholders.problems == (() if row.left_out is None else (row.left_out((2, 2), "1"),))


@pytest.mark.parametrize("line", ["<표 1>", "<표>는 물길을 보인다.", "표", "그림입니다만 작다.", "[그림 2] 우물"])
def test_what_only_looks_like_one_is_text(line: str) -> None:
    assert found(line).lines == frozenset()


def test_they_are_counted_at_the_first() -> None:
    (problem,) = found("물길", "<표>", "우물", "<표>").problems
    assert (problem.code, problem.lines, problem.values) == ("tables-left-out", (2, 2), ("2",))
