"""What of a plan can match nothing in this archive, and how rare is the rest? Settled before an engine is asked.

Most forms of a word stand in few headings and titles, and many in no text either: of 470 leaves of a question of seven
words some 130 are left. What a plan matches stays the same. The weight of each leaf is multiplied by its rarity. Of a
phrase the rarest place counts, since how often it stands itself is not known before.
"""

from collections.abc import Callable, Sequence

from archive.engine import FACET, AllOf, AnyOf, AtLeast, Boosted, DisMax, Node, Phrase, Term, Without, rarity

Frequencies = Callable[[Sequence[tuple[str, str]]], Sequence[int]]

NOTHING = AnyOf(())


class Reducer:
    """Takes away what stands nowhere and weighs the rest by rarity, of plans that share nodes: each is seen once."""

    def __init__(self, plans: Sequence[Node | None], frequencies: Frequencies, size: int) -> None:
        """`size` is how many passages there are."""
        found: dict[tuple[str, str], None] = {}
        self._seen: set[int] = set()
        for plan in plans:
            if plan is not None:
                self._gather(plan, found)
        terms = list(found)
        self._frequencies = {term: many for term, many in zip(terms, frequencies(terms), strict=True) if many}
        self._size = size
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

    def _rarity(self, stream: str, terms: Sequence[str]) -> float:
        """The inverse document frequency of these terms together."""
        if stream == FACET:
            return 1.0
        many = sum(self._frequencies[stream, term] for term in terms)
        return rarity(self._size, min(many, self._size))

    def _reduced(self, node: Node) -> Node:
        known = self._frequencies
        match node:
            case Term(stream, term, weight):
                if (stream, term) not in known:
                    return NOTHING
                return Term(stream, term, weight * self._rarity(stream, (term,)))
            case Phrase(stream, places, weight):
                left = tuple(tuple(term for term in place if (stream, term) in known) for place in places)
                if not all(left):
                    return NOTHING
                return Phrase(stream, left, weight * max(self._rarity(stream, place) for place in left))
            case AnyOf(nodes) | DisMax(nodes):
                return _gathered(type(node), [self._left(child) for child in nodes])
            case AllOf(nodes):
                all_of = tuple(self._left(child) for child in nodes)
                return NOTHING if any(one is NOTHING for one in all_of) else AllOf(all_of)
            case AtLeast(nodes, needs, minimum, gain):  # each node has a need of its own, and stays
                return AtLeast(tuple(self._left(child) for child in nodes), needs, minimum, gain)
            case Without(kept, barred):
                kept, barred = self._left(kept), self._left(barred)
                return kept if NOTHING is kept or NOTHING is barred else Without(kept, barred)
            case Boosted(kept, bonus):
                kept, bonus = self._left(kept), self._left(bonus)
                return kept if NOTHING is kept or NOTHING is bonus else Boosted(kept, bonus)


def _gathered(kind: type[AnyOf] | type[DisMax], nodes: Sequence[Node]) -> Node:
    left = tuple(node for node in nodes if node is not NOTHING)
    return NOTHING if not left else left[0] if len(left) == 1 else kind(left)
