"""What are the parts of a document? Page furniture, front matter, headings, blocks and tables."""

from indexer.structure.blocks import BlockDraft, BlockParser
from indexer.structure.contents import find_contents
from indexer.structure.cover_names import (
    NO_AUTHOR,
    WORDS,
    CoverLine,
    authors_of,
    cover_date,
    cover_names,
    form_date,
    form_names,
)
from indexer.structure.front_lines import RELEASE_LABELS, filled, front_role, names_institution, read_byline, released
from indexer.structure.frontmatter import SECTION_HEADS, FrontMatter, find_front_matter, read_disclaimer
from indexer.structure.heading_levels import levels
from indexer.structure.headings import is_numbered_heading
from indexer.structure.name_lists import author_names, has_note_sign, lone_name
from indexer.structure.pages import PageHeads, find_page_heads
from indexer.structure.placeholders import find_placeholders
from indexer.structure.scattered_tables import TableLines
from indexer.structure.tables import find_tables
from indexer.structure.title_words import is_kind_or_occasion
