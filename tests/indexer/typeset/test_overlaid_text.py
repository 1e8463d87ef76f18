"""Lines that begin in the box of a table and go on far beyond it are those of the next column."""

from indexer.typeset.overlaid_text import beside_table
from indexer.typeset.page import Box
from tests.indexer.typeset.press import Sheet

BOX = Box(70, 90, 300, 190)


def test_several_lines_at_one_edge_stand_beside_the_table() -> None:
    sheet = Sheet()
    for n in range(4):
        sheet.put("120", 240, 110 + 20 * n)
        sheet.put("북쪽 항구의 장부", 270, 105 + 20 * n)
    sheet.put("이다", 270, 186)
    beside = beside_table(BOX, sheet.glyphs)
    assert "".join(glyph.text for glyph in beside.without(sheet.glyphs)) == "120" * 4
    assert 268 < beside.x < 270


def test_a_word_that_its_cell_was_too_narrow_for_is_none_of_them() -> None:
    sheet = Sheet()
    for n in range(4):
        sheet.put("1,204,302", 265, 110 + 20 * n)
    sheet.put("옆 단의 글", 320, 110)
    assert beside_table(BOX, sheet.glyphs).without(sheet.glyphs) == sheet.glyphs
