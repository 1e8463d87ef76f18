"""What stands on a page are values, with places that count from the upper left corner."""

from indexer.typeset.page import Box, PageFrame, Rule


def test_a_rule_lies_or_stands() -> None:
    assert Rule(10, 50, 90, 50).is_horizontal
    assert not Rule(10, 50, 10, 90).is_horizontal


def test_a_box_holds_what_is_within_its_edges() -> None:
    box = Box(10, 20, 30, 40)
    assert box.holds(10, 40)
    assert not box.holds(9, 30)


def test_a_frame_turns_a_page_so_that_its_text_lies() -> None:
    frames = [PageFrame(10, 20, 110, 220, turn) for turn in range(4)]
    assert [frame.size for frame in frames] == [(100, 200), (200, 100), (100, 200), (200, 100)]
    assert [frame.point(40, 70) for frame in frames] == [(30, 150), (50, 30), (70, 50), (150, 70)]
