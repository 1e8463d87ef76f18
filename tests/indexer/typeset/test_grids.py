"""Rules that touch make a grid; its squares are one cell where no rule parts them."""

from indexer.typeset.grids import Place, find_grid, places, touching
from indexer.typeset.page import Rule

XS, YS = (70.0, 170.0, 300.0), (100.0, 130.0, 160.0)


def test_rules_that_hang_together_are_one_group() -> None:
    table = [Rule(70, 100, 300, 100), Rule(70, 100, 70, 160), Rule(71, 160, 300, 160)]
    apart = [Rule(70, 400, 300, 400)]
    assert sorted(map(len, touching([*apart, *table]))) == [1, 3]


def test_where_no_rule_stands_at_its_sides_a_grid_ends_with_its_rules() -> None:
    grid = find_grid([Rule(XS[0], y, XS[2], y) for y in YS] + [Rule(XS[1], YS[0], XS[1], YS[2])])
    assert grid is not None
    assert (grid.xs, grid.ys) == (XS, YS)


def test_rules_that_only_lie_are_no_grid() -> None:
    assert find_grid([Rule(XS[0], y, XS[2], y) for y in YS]) is None


def test_a_cell_goes_on_to_the_next_rule() -> None:
    rules = [Rule(XS[0], y, XS[2], y) for y in YS] + [Rule(x, YS[0], x, YS[2]) for x in (XS[0], XS[2])]
    grid = find_grid([*rules, Rule(XS[1], YS[1], XS[1], YS[2])])
    assert grid is not None
    assert places(grid) == [Place(0, 0, 1, 2), Place(1, 0, 1, 1), Place(1, 1, 1, 1)]
