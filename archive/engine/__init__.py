"""Where are these terms? The engine contract, its plans, and the engines: Whoosh on disk, and the plain oracle."""

from archive.engine.bm25 import rarity
from archive.engine.plan import (
    AllOf, AnyOf, AtLeast, Boosted, DisMax, Node, Order, Phrase, SearchRequest, Term, Without,
)  # fmt: skip
from archive.engine.protocol import (
    FACET_NAMES, FACET, FIELDS, PASSAGE_FIELDS, Engine, IndexEntry, Match, SearchResponse,
)  # fmt: skip
from archive.engine.whoosh import WhooshEngine
