"""Which sources does a note cite? Cuts notes into citations and reads their fields."""

from indexer.citations.back_references import cited_sources, resolve_ibid, source_key
from indexer.citations.parser import find_citations, unread_source
