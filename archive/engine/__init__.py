"""Where are these tokens? The interface of search engines.

An engine is given tokens and gives back keys and scores. No engine's query syntax, analysis or markup leaves this
package, and one module each imports an engine's library. `plain` is the oracle that defines what a plan matches.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from archive.plan import Node

# Fields of an engine: the three streams of a passage's own text, of the heading and of the title it stands under, and
# its facets ("language:ko", "in:note"): whole terms, which choose and never rank.
PLACES = ("text", "heading", "title")
FACET = "facet"
FIELDS = tuple(f"{place}.{stream}" for place in PLACES for stream in ("word", "compound", "bigram"))

K1, B = 1.2, 0.75  # BM25 as every baseline of the evaluation has it


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage as engines see it: terms by field in text order, and the document it belongs to."""

    key: int
    document: int
    fields: Mapping[str, Sequence[str]]
    facets: tuple[str, ...] = ()


class Match(NamedTuple):
    """A passage that a plan matches. Scores have no unit and compare only within one answer."""

    key: int
    document: int
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """An answer: the best matches, best first, and how many there are in all."""

    matches: tuple[Match, ...]
    passages: int
    documents: int


class Engine(Protocol):
    """What an engine can do. Readers in several threads and one writer may work at once."""

    def find(self, plan: Node, limit: int) -> Found:
        """The `limit` best passages; equal scores in order of their keys."""

    def frequencies(self, terms: Sequence[tuple[str, str]]) -> list[int]:
        """In how many passages each (field, term) stands."""

    def size(self) -> int:
        """How many passages there are."""

    def update(self, entries: Iterable[Entry], removed: Iterable[int]) -> None:
        """Takes out `removed` keys, then adds or replaces entries, all or nothing."""
