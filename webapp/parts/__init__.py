"""Pieces that several pages share: catalogue data, notes, printed lines, differences, opened documents."""

from webapp.parts.catalogue import describe, describe_in, handle, kind_name, language_name, line_range, translated_from
from webapp.parts.diff import Side, change_of, compared
from webapp.parts.gone import gone_page
from webapp.parts.notes import Calls, note_view, note_views, sources
from webapp.parts.printlines import all_lines_page, lines_page
from webapp.parts.revision import (
    Elsewhere,
    Gone,
    Opened,
    in_revision,
    opened,
    opened_passage,
    record_of,
    refuse_withdrawn,
    resolved,
    revision_of,
    told_of_document,
)
