"""What does a marked-up document (web page, Markdown) say? Elements, tables and note links, for every markup reader."""

from indexer.markup.elements import (
    LINE_ENDS, WRAP, Element, ElementRole, Extract, MarkupCell, MarkupReference, shifted, with_lines,
)  # fmt: skip
from indexer.markup.grid import fill_spans
from indexer.markup.notelinks import BLOCKS, NoteLinks, attribute, find_links, is_text, script_text, walk
from indexer.markup.runs import SCRIPT_FIGURES, TextRun, script_figures
from indexer.markup.tables import data_tables, read_table
