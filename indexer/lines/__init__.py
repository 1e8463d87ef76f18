"""How do printed lines become text? Where lines stand, what they open with, and how broken lines are joined."""

from indexer.lines.characters import INVALID, composed, without_setting_signs
from indexer.lines.dateline import date_line
from indexer.lines.clauses import breaks_off
from indexer.lines.columns import ColumnEdges
from indexer.lines.edge import RightEdge, breaks_between_words
from indexer.lines.items import YEAR, ItemDepths, Number, bullet, lone_bullet, number, run_in
from indexer.lines.spacing import LOST_SPACE, SURE, BreakClassifier
from indexer.lines.layout import text_lines, page_break_gaps, usual_gap
from indexer.lines.legends import is_caption_number, is_disclaimer, legend, is_figure_caption
from indexer.lines.line import TextLine
from indexer.lines.fit import LineFit, fits
from indexer.lines.hyphenation import LatinWords
from indexer.lines.joiner import JoinedText, LineJoiner, remove_spans
from indexer.lines.mixed_columns import mixed_columns, side_by_side
from indexer.lines.sentences import ends_sentence, is_running_text
from indexer.lines.widths import em
