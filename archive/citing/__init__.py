"""How is a work or a passage named in a citation? Outlets in all their spellings, places, references in their forms."""

from archive.citing.back_references import cited_by, find_back_reference, meant_sources, resolve_ibid
from archive.citing.forms import FILE_FORMS, REFERENCE_FORMS, FileForm, ReferenceForm
from archive.citing.locator import coordinate, format_coordinate, page_label, page_of
from archive.citing.manuscripts import MANUSCRIPT_FORMS, QuotedEntry
from archive.citing.outlets import KINDS as OUTLET_KINDS
from archive.citing.outlets import Outlet, Outlets
from archive.citing.quoted_words import QuotedPassage, quoted_words
from archive.citing.reference import Reference, format_remark, refer, refer_by_way_of
from archive.citing.source_keys import find_source, outlet_id, place_of, source_id, work_digest
from archive.citing.styled import Look, Styled, text_of
from archive.citing.supplied_titles import supplied_title, title_of
from archive.citing.works import is_known, title_of_work
