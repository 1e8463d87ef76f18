"""What of a plan can match nothing in this archive? Takes away leaves that stand nowhere, before an engine is asked.

Most forms of a word stand in few headings and titles, and many in no text either: of 470 leaves of a question of seven
words some 130 are left. What a plan matches, and what that scores, stays the same.
"""

from collections.abc import Callable, Sequence

from archive.engine import AllOf, AnyOf, AtLeast, Boosted, DisMax, Node, Phrase, Term, Without

Frequencies = Callable[[Sequence[tuple[str, str]]], Sequence[int]]

NOTHING = AnyOf(())


class Reducer:
    """Takes away what stands nowhere, of plans that share nodes: each node is looked through once."""

    def __init__(self, plans: Sequence[Node | None], frequencies: Frequencies) -> None:
        found: dict[tuple[str, str], None] = {}
        self._seen: set[int] = set()
        for plan in plans:
            if plan is not None:
                self._gather(plan, found)
        terms = list(found)
        self._occurring = {term for term, many in zip(terms, frequencies(terms), strict=True) if many}
        self._kept: dict[int, Node] = {}
        self._plans = plans  # ids are those of their nodes as long as they are held

    def reduced(self) -> list[Node | None]:
        """The plans without what stands nowhere; `NOTHING` where nothing is left."""
        return [None if plan is None else self._left(plan) for plan in self._plans]

    def _gather(self, node: Node, found: dict[tuple[str, str], None]) -> None:
        if id(node) in self._seen:
            return
        self._seen.add(id(node))
        match node:
            case Term(stream, term):
                found[stream, term] = None
            case Phrase(stream, places):
                found.update(((stream, term), None) for place in places for term in place)
            case AnyOf(nodes) | DisMax(nodes) | AllOf(nodes) | AtLeast(nodes):
                for child in nodes:
                    self._gather(child, found)
            case Without(node, other) | Boosted(node, other):
                self._gather(node, found)
                self._gather(other, found)

    def _left(self, node: Node) -> Node:
        found = self._kept.get(id(node))
        if found is None:
            found = self._kept[id(node)] = self._reduced(node)
        return found

    def _reduced(self, node: Node) -> Node:
        match node:
            case Term(stream, term):
                return node if (stream, term) in self._occurring else NOTHING
            case Phrase(stream, places, weight):
                left = tuple(tuple(term for term in place if (stream, term) in self._occurring) for place in places)
                return Phrase(stream, left, weight) if all(left) else NOTHING
            case AnyOf(nodes) | DisMax(nodes):
                return _gathered(type(node), [self._left(child) for child in nodes])
            case AllOf(nodes):
                all_of = tuple(self._left(child) for child in nodes)
                return NOTHING if any(one is NOTHING for one in all_of) else AllOf(all_of)
            case AtLeast(nodes, needs, minimum, lead, extra):  # each node has a need of its own, and stays
                return AtLeast(tuple(self._left(child) for child in nodes), needs, minimum, lead, extra)
            case Without(kept, barred):
                kept, barred = self._left(kept), self._left(barred)
                return kept if NOTHING is kept or NOTHING is barred else Without(kept, barred)
            case Boosted(kept, bonus):
                kept, bonus = self._left(kept), self._left(bonus)
                return kept if NOTHING is kept or NOTHING is bonus else Boosted(kept, bonus)


def _gathered(kind: type[AnyOf] | type[DisMax], nodes: Sequence[Node]) -> Node:
    left = tuple(node for node in nodes if node is not NOTHING)
    return NOTHING if not left else left[0] if len(left) == 1 else kind(left)
