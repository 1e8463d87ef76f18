"""What does the search index hold, and is it in step with the store? Makes index entries, facets and the lexicon."""

from archive.index.builder import Progress, begin, open_index
from archive.index.capacity import crowding
from archive.index.facets import facet_plan, holding, titled
from archive.index.analysis import analyze_documents, tokens_and_facets
