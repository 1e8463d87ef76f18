"""How is a plan answered over arrays? Walks the tree for engines whose leaves are arrays of rows.

Rows are numbers of passages from 0, ascending. A walk writes into arrays as long as the index and reads out only what
it wrote, so that it costs what its leaves have, not what the index has.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, reduce
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from archive.deadline import keep
from archive.engine.plan import AllOf, AnyOf, AtLeast, Boosted, DisMax, Node, Phrase, Term, Without

Array = NDArray[Any]
SPARSE = 16  # times as many rows in the index: then some are put in order, not ticked off; chosen, not swept
FEW = 16  # times as many rows: then each that bounds them is looked up by itself; chosen, not swept


class Postings(NamedTuple):
    """The rows that hold a term or phrase, ascending, and how often each does."""

    rows: Array
    counts: Array


class Found(NamedTuple):
    """Rows, ascending, and the score of each."""

    rows: Array
    scores: Array


class Leaves(Protocol):
    """What a walk asks of an engine."""

    rows: int  # of the whole index

    def postings(self, leaf: Term | Phrase) -> Postings:
        """Where a term or phrase stands."""

    def scores(self, leaf: Term | Phrase, found: Postings) -> Array:
        """What these of its postings score."""

    def bound(self, leaf: Term | Phrase) -> float:
        """What none of its postings scores more than."""


class Within:
    """Rows that bound an answer."""

    def __init__(self, rows: Array, size: int) -> None:
        self.rows = rows
        self._size = size

    @cached_property
    def _mask(self) -> Array:
        mask = np.zeros(self._size, bool)
        mask[self.rows] = True
        return mask

    def among(self, rows: Array) -> Array:
        """Which of these rows lie within: their positions, ascending."""
        if len(self.rows) * FEW > len(rows):
            return np.flatnonzero(self._mask[rows])
        at = np.searchsorted(rows, self.rows)
        at = at[at < len(rows)] if len(rows) else at[:0]
        found: Array = at[rows[at] == self.rows[: len(at)]]
        return found


class Evaluation:
    """One question's walk over its plans; what a node matches is found once, whatever asks for it."""

    def __init__(self, leaves: Leaves) -> None:
        self._leaves = leaves
        self._size = leaves.rows
        self._score, self._seen = np.zeros(self._size), np.zeros(self._size, bool)
        self._rows: dict[int, tuple[Node, Array]] = {}  # by identity: a node is long to compare

    def rows(self, node: Node) -> Array:
        """What a node matches, without scores."""
        found = self._rows.get(id(node))
        if found is None:
            keep()
            found = self._rows[id(node)] = node, self._matched(node)
        return found[1]

    def _matched(self, node: Node) -> Array:
        match node:
            case Term() | Phrase():
                return self._leaves.postings(node).rows
            case AnyOf(nodes) | DisMax(nodes):
                return self._union([self.rows(child) for child in nodes])
            case AllOf(nodes):
                return reduce(self._common, (self.rows(child) for child in nodes))
            case Without(kept, barred):
                rows = self.rows(kept)
                return np.delete(rows, self._within(self.rows(barred)).among(rows))
            case AtLeast():
                return self._enough(node).rows
            case Boosted(kept, _):
                return self.rows(kept)

    def _union(self, parts: Sequence[Array]) -> Array:
        parts = [rows for rows in parts if len(rows)]
        if len(parts) < 2:
            return parts[0] if parts else np.zeros(0, np.int64)
        if sum(map(len, parts)) * SPARSE < self._size:
            rows = np.sort(np.concatenate(parts), kind="stable")  # of ascending parts: merged
            first: Array = rows[np.append(True, rows[1:] != rows[:-1])]
            return first
        for rows in parts:
            self._seen[rows] = True
        union = np.flatnonzero(self._seen)
        self._seen[union] = False
        return union

    def _common(self, some: Array, others: Array) -> Array:
        return some[self._within(others).among(some)]

    def _within(self, rows: Array) -> Within:
        return Within(rows, self._size)

    def scored(self, node: Node, within: Within | None = None) -> Found:
        """What a node matches, with scores; `within` bounds the answer."""
        match node:
            case Term() | Phrase():
                postings = self._leaves.postings(node)
                if within is not None:
                    here = within.among(postings.rows)
                    postings = Postings(postings.rows[here], postings.counts[here])
                return Found(postings.rows, self._leaves.scores(node, postings))
            case AnyOf(nodes):
                return self._gathered([self.scored(child, within) for child in nodes], np.add)
            case DisMax(nodes):
                return self._gathered([self.scored(child, within) for child in nodes], np.maximum)
            case AllOf(nodes):
                return self._all(nodes, within)
            case Without(kept, barred):
                found = self.scored(kept, within)
                out = self._within(self.rows(barred)).among(found.rows)
                return Found(np.delete(found.rows, out), np.delete(found.scores, out))
            case AtLeast():
                return self._bounded(self._enough(node), within)
            case Boosted(kept, bonus):
                return self.boosted(self.scored(kept, within), bonus)

    def boosted(self, found: Found, bonus: Node) -> Found:
        """The same rows, those that match the bonus with its score on top."""
        scores = found.scores.copy()
        more = self.scored(bonus, self._within(found.rows))
        scores[np.searchsorted(found.rows, more.rows)] += more.scores
        return Found(found.rows, scores)

    def _gathered(self, parts: Iterable[Found], how: Callable[..., Array]) -> Found:
        """The union, the scores of a row put together; none is below 0."""
        parts = [part for part in parts if len(part.rows)]
        if len(parts) < 2:
            return parts[0] if parts else Found(np.zeros(0, np.int64), np.zeros(0))
        for rows, scores in parts:
            self._score[rows] = how(self._score[rows], scores)
        union = self._union([part.rows for part in parts])
        scores = self._score[union]
        self._score[union] = 0.0
        return Found(union, scores)

    def _all(self, nodes: Sequence[Node], within: Within | None) -> Found:
        found = self.scored(nodes[0], within)
        for child in nodes[1:]:
            more = self.scored(child, self._within(found.rows))
            found = Found(more.rows, more.scores + found.scores[np.searchsorted(found.rows, more.rows)])
        return found

    def _bounded(self, found: Found, within: Within | None) -> Found:
        if within is None:
            return found
        here = within.among(found.rows)
        return Found(found.rows[here], found.scores[here])

    def _enough(self, node: AtLeast) -> Found:
        matched = [self.rows(child) for child in node.nodes]
        for rows, need in zip(matched, node.needs, strict=True):
            self._score[rows] += need
        union = self._union(matched)
        met = self._score[union]
        self._score[union] = 0.0
        enough = met >= node.minimum
        return Found(union[enough], node.gain * met[enough])

    def bound(self, node: Node) -> float:
        """What no match of a node scores more than."""
        match node:
            case Term() | Phrase():
                return self._leaves.bound(node)
            case AnyOf(nodes) | AllOf(nodes):
                return sum(map(self.bound, nodes))
            case DisMax(nodes):
                return max(map(self.bound, nodes), default=0.0)
            case Without(kept, _):
                return self.bound(kept)
            case AtLeast():
                return node.gain * sum(node.needs)
            case Boosted(kept, bonus):
                return self.bound(kept) + self.bound(bonus)

    def best(self, plan: Node, depth: int) -> Found:
        """What a plan matches; the scores of the `depth` best are right, and no other comes before them.

        Of a boosted plan the bonus is asked only for rows that it can bring among the best.
        """
        if not isinstance(plan, Boosted):
            return self.scored(plan)
        found = self.scored(plan.node)
        if len(found.rows) <= depth or not depth:
            return self.boosted(found, plan.bonus)
        least = np.partition(found.scores, -depth)[-depth]
        hopeful = np.flatnonzero(found.scores + self.bound(plan.bonus) >= least)
        raised = self.boosted(Found(found.rows[hopeful], found.scores[hopeful]), plan.bonus)
        scores = found.scores.copy()
        scores[hopeful] = raised.scores
        return Found(found.rows, scores)
