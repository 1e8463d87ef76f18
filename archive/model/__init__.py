"""The nouns of the archive: documents, passages, notes, problems, addresses and revisions. Values only."""

from archive.model.permalink import ALPHABET, Address, mint_document, mint_passage, parse_address, parse_permalink, slug
from archive.model.catalogue import (
    FIELDS, CatalogueField, FieldKind, Value, check, lacking, nearest, not_taken_in, setting_command, unsupported,
)  # fmt: skip
from archive.model.document import (
    Block, BlockKind, Citation, Document, Line, Lines, Merge, Metadata, Note, NoteRef, Problem, Row, Seam, Span,
    SuppliedTitle, Table, TitleOrigin,
)  # fmt: skip
from archive.model.margins import DocumentPart, Margin, Margins, callers_of, cell_starts, part_of, row_refs
from archive.model.passage import CONTEXTS, Passage, PassageDraft, PassageKind, drafts
from archive.model.problems import DOUBTFUL_DOCUMENT, Language, message, remedy
from archive.model.revision import (
    Fate, Followed, Revision, Withdrawal, Wording, named_revision, neighbours, said_since, status_of, wording_at,
)  # fmt: skip
