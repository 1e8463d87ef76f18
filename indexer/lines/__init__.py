"""How do printed lines become text? Where lines stand, what they open with, and how broken lines are joined."""

from indexer.lines.characters import INVALID, composed
from indexer.lines.dateline import date_line
from indexer.lines.edge import RightEdge, breaks_between_words
from indexer.lines.seams import LOST_SPACE, Healed, Healer, SecondLook, lift, words_of
from indexer.lines.items import YEAR, Depths, Number, bullet, number, run_in
from indexer.lines.joins import Joiner
from indexer.lines.layout import print_lines, torn_gaps, usual_gap
from indexer.lines.legends import disclaims, legend, names_figure
from indexer.lines.line import TextLine
from indexer.lines.sentences import ends_sentence, leads_on
from indexer.lines.widths import em
