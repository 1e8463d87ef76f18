"""What stands where on a typeset page, and what is it? From glyphs with places to elements."""

from indexer.typeset.drawings import DrawnPath, Point, find_boxes, find_frames, find_rules, is_line_or_speck
from indexer.typeset.elements import page_elements
from indexer.typeset.page import Box, Glyph, PageFrame, Rule, TypesetPage
from indexer.typeset.powers import is_formula_typeface
