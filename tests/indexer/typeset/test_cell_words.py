"""A word stands in the cell of its middle; figures with a rule between them are two."""

from indexer.typeset.cell_words import are_cut, glyphs_by_square
from indexer.typeset.grids import RuledGrid, find_grid
from indexer.typeset.lines import find_runs, find_words
from indexer.typeset.page import Glyph, Rule
from tests.indexer.typeset.press import SPACING, set_text

XS, YS = (70.0, 170.0, 300.0), (100.0, 130.0, 160.0)
RULES = [Rule(XS[0], y, XS[2], y) for y in YS] + [Rule(x, YS[0], x, YS[2]) for x in XS]


def grid() -> RuledGrid:
    found = find_grid(RULES)
    assert found is not None
    return found


def squares(glyphs: list[Glyph]) -> dict[tuple[int, int], str]:
    words = find_words(find_runs(glyphs), 1, SPACING)
    return {at: "".join(glyph.text for glyph in own) for at, own in glyphs_by_square(words, grid()).items()}


def test_a_word_that_reaches_over_the_edge_stays_whole() -> None:
    assert squares(set_text("남쪽부두", 155, 120)) == {(0, 1): "남쪽부두"}
    assert squares(set_text("남쪽부두", 135, 120)) == {(0, 0): "남쪽부두"}


def test_figures_that_nearly_touch_are_parted_by_the_rule_between_them() -> None:
    near = set_text("1,204", 145, 120) + set_text("804", 170.5, 120)
    assert squares(near) == {(0, 0): "1,204", (0, 1): "804"}


def test_rules_through_words_part_no_cells() -> None:
    through = [glyph for y in (112, 124, 142, 154) for glyph in set_text("남쪽 부두의장부를견주는일", 100, y)]
    assert are_cut(find_words(find_runs(through), 1, SPACING), grid())
    beside = [glyph for y in (112, 124, 142, 154) for glyph in set_text("남쪽 부두의장부", 80, y)]
    assert not are_cut(find_words(find_runs(beside), 1, SPACING), grid())
