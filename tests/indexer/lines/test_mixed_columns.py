"""Which lines did two columns give by turns? All lines are invented."""

from archive.model import Line
from indexer.lines import mixed_columns, side_by_side, text_lines

LEFT = (
    "들판의 물길을 다룬 글은 아직 많", "지 않은 편이다. 보기군청은 네 해 동", "안 마을 여섯 곳을 살폈다. 그 가운데 두",
    "곳은 봄에 물이 말랐다. 나머지 네 곳은", "비가 잦은 해에만 물이 넘쳤다.",
)  # fmt: skip
RIGHT = (
    "그리는 법을 새로 세우는 일은 마을마", "다 다르게 이루어졌다. 윗마을은 천을 그", "대로 쓰고, 아랫마을은 "
        "나무를 새로 깎았",
    "다. 두 그림을 맞추는 일은 아직 시작되지", "않았다. 다음 해에 시작할 생각이다.",
)  # fmt: skip
BY_TURNS = [line for pair in zip(LEFT, RIGHT, strict=True) for line in pair]


def stretches(*lines: str) -> list[tuple[int, int]]:
    printed = text_lines([Line(n, line) for n, line in enumerate(lines, 1)])
    return [(stretch[0].number, stretch[-1].number) for stretch in mixed_columns(printed)]


def test_lines_that_go_on_in_the_next_but_one_are_mixed() -> None:
    assert stretches(*BY_TURNS) == [(1, 10)]
    ((first, last),) = stretches(*LEFT, *RIGHT, *BY_TURNS, *LEFT, *RIGHT)
    assert 8 <= first <= 11 and 19 <= last <= 23


def test_they_are_found_in_a_long_text() -> None:
    found = stretches(*(LEFT + RIGHT) * 8, *BY_TURNS * 2, *(LEFT + RIGHT) * 8)
    assert len(found) == 1 and 78 <= found[0][0] <= 84 and 97 <= found[0][1] <= 103


def test_lines_in_their_order_are_not_mixed() -> None:
    assert stretches(*LEFT, *RIGHT) == stretches(*(LEFT + RIGHT) * 8) == stretches("들판", "물길") == stretches() == []


def beside(*lines: str) -> list[tuple[int, int]]:
    printed = text_lines([Line(n, line) for n, line in enumerate(lines, 1)])
    return [(stretch[0].number, stretch[-1].number) for stretch in side_by_side(printed)]


def test_two_columns_on_one_line_are_mixed() -> None:
    both = [f"{left}        {right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    assert beside("물길의 앞날", *both, *both) in ([(2, 11)], [(2, 10)])


def test_wide_spaces_in_a_text_and_cells_of_a_table_are_no_columns() -> None:
    assert beside(*(f"{line[:12]}    {line[12:]}" for line in (LEFT + RIGHT) * 2)) == []
    assert beside(*["윗마을의 물길      서른 리"] * 8) == beside(*LEFT) == beside() == []
