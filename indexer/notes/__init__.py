"""Where are the notes, and which mark calls which? Finds notes and references in printed text."""

from indexer.notes.binding import LabelPosition, bind
from indexer.notes.notes import NoteLines, find_notes, scopes
from indexer.notes.references import find_marks
from indexer.notes.table_remarks import TableRemarks, find_table_remarks
