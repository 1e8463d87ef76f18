"""Which sources does a note cite? Cuts notes into citations and reads their fields."""

from indexer.citations.parser import find_citations, unread_source
