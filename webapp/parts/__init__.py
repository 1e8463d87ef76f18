"""Pieces that several pages share: catalogue data, notes, printed lines, differences, opened documents."""

from webapp.parts.catalogue import describe, describe_in, handle, kind_name, language_name, line_range, translated_from
from webapp.parts.diff import Side, change_of, compared
from webapp.parts.gone import gone_page
from webapp.parts.notes import NoteRefs, note_view, note_views, sources
from webapp.parts.printlines import all_lines_page, lines_page
from webapp.parts.revision import (
    Elsewhere,
    Gone,
    OpenDocument,
    open_document,
    open_passage,
    open_revision,
    record_at,
    refuse_withdrawn,
    resolve_document,
    revision_notices,
    revision_of,
)
