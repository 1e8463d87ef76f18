"""What stands on a page are values, with places that count from the upper left corner."""

from indexer.typeset.page import Box, Rule


def test_a_rule_lies_or_stands() -> None:
    assert Rule(10, 50, 90, 50).is_horizontal
    assert not Rule(10, 50, 10, 90).is_horizontal


def test_a_box_holds_what_is_within_its_edges() -> None:
    box = Box(10, 20, 30, 40)
    assert box.holds(10, 40)
    assert not box.holds(9, 30)
