"""The pages of what notes cite: the list of all sources, a source, an outlet."""

from webapp.sources.listing import SourceFilter, sources_page
from webapp.sources.outlet import outlet_page
from webapp.sources.source import source_json, source_page
