"""What does a marked-up document (web page, Markdown) say? Elements, tables and note links, for every markup reader."""

from indexer.markup.elements import (
    LINE_ENDS, WRAP, Element, ElementRole, Extract, MarkupCell, MarkupReference, shifted, with_lines,
)  # fmt: skip
from indexer.markup.insidenotes import inside_note
from indexer.markup.grid import fill_spans
from indexer.markup.notecalls import NoteLinks
from indexer.markup.notelinks import find_links
from indexer.markup.notesigns import BACK, MARK, NAMED, NO_EXPONENT, REST
from indexer.markup.tree import BLOCKS, attribute, is_text, script_text, short_text, walk
from indexer.markup.runs import SCRIPT_FIGURES, TextRun, script_figures
from indexer.markup.tables import data_tables, read_table
from indexer.markup.typednotes import bind_typed_notes, cites
from indexer.markup.labelled import bind_labels, open_unplaced, with_placed_notes
