"""Which lines break off in a clause? All lines are invented."""

import pytest

from indexer.lines import breaks_off


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("들판의 물길을 다룬 글은 아직", ""),
        ("이 글의 뜻은 두 가지로 나눌", ""),
        ("물이 맑지", "않은 곳은 많지"),
        ("물길을 새로 팔 수", "있는 곳은"),
        ("보기군청은 마을과 마을을 잇는 물길을", "새로 팠다."),
    ],
)
def test_a_line_that_waits_for_its_verb_or_noun_breaks_off(line: str, below: str) -> None:
    assert breaks_off(line, below)


@pytest.mark.parametrize(
    "line", ["들판의 물길", "길을 찾아서", "바다로", "물길은 어디로 가는가", "Into the Sea", "3.", ""]
)
def test_what_a_heading_may_end_in(line: str) -> None:
    assert not breaks_off(line)
