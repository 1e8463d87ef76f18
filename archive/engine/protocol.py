"""What must a search engine do? The contract that every engine keeps.

An engine is given tokens and gives back keys and scores. No engine's query syntax, analysis or markup leaves this
package, and one module each imports an engine's library. `plain` is the oracle that defines what a plan matches.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from archive.engine.plan import SearchRequest

# Fields of an engine: the four streams of a passage's own text, of the heading and of the title it stands under, and
# its facets ("language:ko", "in:note"): whole terms, which choose and never rank.
PASSAGE_FIELDS = ("text", "heading", "title")
FACET = "facet"
STREAMS = ("word", "compound", "bigram", "concept")
FIELDS = tuple(f"{place}.{stream}" for place in PASSAGE_FIELDS for stream in STREAMS)

# What hits can be counted by. A passage is counted once under each of its values.
FACET_NAMES = ("in", "kind", "author", "publisher", "outlet", "source", "year", "language")
MOST = {"source": 500}  # values that are given of a facet, the most frequent: sources are nearly as many as notes


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A passage as engines see it: terms by field in text order, and the document it belongs to.

    `facet_values` holds what it is counted under, by name; `date` is a number like 20240613, 0 where it is unknown.
    """

    key: int
    document: int
    fields: Mapping[str, Sequence[str]]
    facets: tuple[str, ...] = ()
    facet_values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date: int = 0


class Match(NamedTuple):
    """A passage that a plan matches. Scores have no unit and compare only within one answer."""

    key: int
    document: int
    score: float


@dataclass(frozen=True, slots=True)
class SearchResponse:
    """An answer: the matches that were asked for, in order, and how many there are in all.

    `counts` says how many passages match by facet and value, the most frequent first; `by_document` by document.
    """

    matches: tuple[Match, ...]
    passages: int
    documents: int
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    by_document: Mapping[int, int] = field(default_factory=dict)
    guarded: bool = False  # the request's guard matched nothing


class Engine(Protocol):
    """What an engine can do. Readers in several threads and one writer may work at once."""

    def find(self, request: SearchRequest) -> SearchResponse:
        """The passages that are asked for; equal scores in order of their keys."""

    def frequencies(self, terms: Sequence[tuple[str, str]]) -> list[int]:
        """In how many passages each (field, term) stands: 0 for none; for others removed ones may count for a while."""

    def size(self) -> int:
        """How many passages there are."""

    def generation(self) -> int:
        """A number that every update changes: what was counted at the same number still holds."""

    def update(self, entries: Iterable[IndexEntry], removed: Iterable[int]) -> None:
        """Takes out `removed` keys, then adds or replaces entries, all or nothing."""


def counts(found: Iterable[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    """How often each value of each facet was met, the most frequent first, no more than `MOST`."""
    by_facet: dict[str, Counter[str]] = {}
    for name, value, many in found:
        by_facet.setdefault(name, Counter())[value] += many
    return {
        name: dict(sorted(c.items(), key=lambda item: (-item[1], item[0]))[: MOST.get(name)])
        for name, c in by_facet.items()
    }
