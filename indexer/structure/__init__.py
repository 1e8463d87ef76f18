"""What are the parts of a document? Page furniture, front matter, headings, blocks and tables."""

from indexer.structure.blocks import BlockDraft, BlockParser
from indexer.structure.contents import find_contents
from indexer.structure.front_lines import (
    RELEASE_LABELS,
    author_names,
    filled,
    front_role,
    has_note_sign,
    names_institution,
    read_byline,
    released,
)
from indexer.structure.frontmatter import SECTION_HEADS, FrontMatter, find_front_matter, read_disclaimer
from indexer.structure.heading_levels import levels
from indexer.structure.headings import is_numbered_heading
from indexer.structure.pages import PageHeads, find_page_heads
from indexer.structure.placeholders import find_placeholders
from indexer.structure.scattered_tables import TableLines
from indexer.structure.tables import find_tables
