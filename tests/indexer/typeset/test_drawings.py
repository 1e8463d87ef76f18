"""Lines, thin boxes and the sides of rectangles are rules; filled rectangles are boxes; drawings are neither."""

from indexer.typeset.drawings import DrawnPath, Point, find_boxes, find_frames, find_rules, is_line_or_speck
from indexer.typeset.page import Box, Rule

RECTANGLE = ((70.0, 100.0), (170.0, 100.0), (170.0, 130.0), (70.0, 130.0), (70.0, 100.0))
SLANTED = ((70.0, 100.0), (170.0, 130.0), (200.0, 180.0), (70.0, 130.0))


def path(*parts: tuple[Point, ...], stroked: bool = False, coloured: bool = False) -> DrawnPath:
    points = [point for part in parts for point in part]
    xs, ys = zip(*points, strict=True)
    return DrawnPath(Box(min(xs), min(ys), max(xs), max(ys)), parts, stroked, coloured)


def test_a_line_and_a_thin_box_are_one_rule() -> None:
    assert list(find_rules(path(((70, 100), (170, 100)), stroked=True))) == [Rule(70, 100, 170, 100)]
    thin = path(((70, 100), (170, 100), (170, 102), (70, 102)), coloured=True)
    assert (list(find_rules(thin)), list(find_boxes(thin))) == ([Rule(70, 101, 170, 101)], [])


def test_a_grid_drawn_as_one_path_has_all_its_rules() -> None:
    lines = [((70.0, y), (300.0, y)) for y in (100.0, 130.0, 160.0)] + [((x, 100.0), (x, 160.0)) for x in (70.0, 300.0)]
    assert len(list(find_rules(path(*lines, stroked=True)))) == 5
    assert len(list(find_rules(path(RECTANGLE, stroked=True)))) == 4


def test_a_coloured_rectangle_is_a_box_and_no_rule() -> None:
    filled = path(RECTANGLE, coloured=True)
    assert (list(find_boxes(filled)), list(find_rules(filled))) == ([Box(70, 100, 170, 130)], [])
    assert list(find_boxes(path(RECTANGLE))) == []


def test_a_drawing_has_neither() -> None:
    drawn = path(SLANTED, RECTANGLE, stroked=True)
    assert (list(find_rules(drawn)), list(find_boxes(drawn))) == ([], [])
    assert list(find_boxes(path(SLANTED, coloured=True))) == []


def test_lines_and_specks_need_no_second_look() -> None:
    assert is_line_or_speck(Box(70, 100, 300, 101))
    assert is_line_or_speck(Box(70, 100, 74, 104))
    assert not is_line_or_speck(Box(70, 100, 170, 130))


def test_a_rectangle_with_round_corners_frames_what_stands_in_it_and_a_cloud_does_not() -> None:
    corners = ((80.0, 100.0), (160.0, 100.0), (170.0, 110.0), (170.0, 120.0), (160.0, 130.0), (80.0, 130.0))
    box = Box(70, 100, 170, 130)
    around = (*corners, (70.0, 120.0), (70.0, 110.0))
    assert list(find_frames(DrawnPath(box, (), stroked=True, coloured=False, curve=around))) == [box]
    assert list(find_frames(DrawnPath(box, (), stroked=False, coloured=False, curve=around))) == []
    cloud = ((120.0, 100.0), (170.0, 115.0), (120.0, 130.0), (70.0, 115.0))
    assert list(find_frames(DrawnPath(box, (), stroked=True, coloured=True, curve=cloud))) == []
    assert list(find_frames(path(RECTANGLE, stroked=True))) == [box]
