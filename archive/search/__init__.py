"""Which passages answer a query, and why? From the parsed query to hits with their marks and reasons."""

from archive.search.catalogue import NamedDocument
from archive.search.holdings import Holdings
from archive.search.planner import MatchMode
from archive.search.results import DocumentMatches, Hit, Reason, Results, SearchOptions
from archive.search.search import MOST, Search
from archive.search.similar import Similar, similar
from archive.search.term import ExpansionKind, QueryTerm
