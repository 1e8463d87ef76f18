"""What exactly shall an engine look for? A query after analysis: a tree over terms of named streams.

Plans are engine-neutral: terms are our tokens, never words an engine would analyse again. What a node matches is
defined by `archive.engine.plain`; every other engine must find the same. Weights only rank.

What a leaf scores is its weight times how often it stands in a passage for its length (`bm25.saturation`). How rare it
is lies in the weight, set by the planner from the index's frequencies: engines know that in ways of their own, by
shard or with what was taken out, and two of them would not agree. Of a phrase the rarest place counts.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Term:
    """Passages that have the term in the stream. A weight of 0 chooses and does not rank."""

    stream: str
    term: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Passages that have, at consecutive positions of the stream, one of the alternatives of each place in turn."""

    stream: str
    places: tuple[tuple[str, ...], ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Passages that match at least one."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class DisMax:
    """Passages that match at least one; only the best counts, as with several words for one thing."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Passages that match every one."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Passages that match `node` and not `barred`."""

    node: "Node"
    barred: "Node"


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Passages whose matched nodes' needs add up to `minimum` or more; they score `gain` times that sum."""

    nodes: tuple["Node", ...]
    needs: tuple[float, ...]
    minimum: float
    gain: float = 0.0


@dataclass(frozen=True, slots=True)
class Boosted:
    """Passages that match `node`; those that match `bonus` too rank higher by its score."""

    node: "Node"
    bonus: "Node"


Node = Term | Phrase | AnyOf | DisMax | AllOf | Without | AtLeast | Boosted


class Order(StrEnum):
    """In what order hits come."""

    RELEVANCE = "relevance"
    DATE = "date"  # newest first, undated last; by relevance within a day


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What an engine is asked for: the plan, which of its hits in what order, and by which facets they are counted.

    Where a `guard` is given and matches no passage, nothing is found.
    """

    plan: Node
    limit: int
    guard: Node | None = None
    offset: int = 0
    order: Order = Order.RELEVANCE
    facets: tuple[str, ...] = ()
