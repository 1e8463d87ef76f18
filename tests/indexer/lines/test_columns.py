"""Which lines are set in a narrower column, and where is its edge? All lines are invented."""

from archive.model import Line
from indexer.lines import ColumnEdges, TextLine, text_lines
from indexer.lines.columns import narrow_columns

WIDE = ["들판의 물길을 다룬 이 글은 마을마다 그린 그림을 한데 모아 살펴보고 그"] * 8
NARROW = ["들판의 물길을 다룬 글은 아직 많"] * 8


def printed(lines: list[str]) -> tuple[TextLine, ...]:
    return text_lines([Line(n, line) for n, line in enumerate(lines, 1)])


def numbers(lines: list[str]) -> list[list[int]]:
    return [[line.number for line in column] for column in narrow_columns(printed(lines))]


def test_a_stretch_with_an_edge_of_its_own_is_a_column() -> None:
    assert numbers(WIDE + NARROW + WIDE) == [list(range(9, 17))]
    assert numbers([*WIDE, "물길", *NARROW]) == [list(range(9, 18))]


def test_one_width_is_one_column() -> None:
    assert numbers(WIDE) == numbers(NARROW) == numbers([]) == []


def test_short_lines_without_a_common_edge_are_no_column() -> None:
    assert numbers([*WIDE, "물길", "윗마을의 우물", "들", "아랫마을의 논과 밭", "언덕", "마을의 길", "집", *WIDE]) == []


def test_a_line_is_judged_by_the_edge_of_its_own_column() -> None:
    lines = printed(WIDE + NARROW)
    edges = ColumnEdges(lines)
    assert edges.wrapped(lines[2]) and edges.wrapped(lines[10])
    assert edges.full(lines[2], lines[3]) and edges.full(lines[10], lines[11])
    assert edges.overhang(printed(["물길"])[0], lines[3]) < 0
