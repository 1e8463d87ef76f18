"""Pieces that several pages share: catalogue data, notes, printed lines, differences, opened documents."""

from webapp.components.catalogue import (
    describe, describe_in, handle, kind_name, language_name, line_range, translated_from,
)  # fmt: skip
from webapp.components.diff import Side, change_of, compared
from webapp.components.doubt import doubt_notices
from webapp.components.gone import gone_page
from webapp.components.fragments import copy, facts, grip, quotable, unit, words
from webapp.components.notes import NoteRefRenderer, note_view, note_views, sources
from webapp.components.head import head_tags
from webapp.components.references import (
    FIRST, alternates, citing_panel, file_form, is_numbered, reference_to, reference_views, words_view,
)  # fmt: skip
from webapp.components.printlines import all_lines_page, lines_page
from webapp.components.addresses import (
    Redirect, Gone, NoSource, OpenDocument, OpenPart, is_elsewhere, moved_notices, open_document, open_part,
    open_passage, place_of, record_at, refuse_withdrawn, resolve_document, revision_notices, revision_of,
)  # fmt: skip
