"""What of a plan can match nothing in this archive? Takes away leaves that stand nowhere, before an engine is asked.

Most forms of a word stand in few headings and titles, and many in no text either: of 470 leaves of a question of seven
words some 130 are left. What a plan matches, and what that scores, stays the same.
"""

from collections.abc import Callable, Sequence

from archive.engine import AllOf, AnyOf, AtLeast, Boosted, DisMax, Node, Phrase, Term, Without

Frequencies = Callable[[Sequence[tuple[str, str]]], Sequence[int]]

NOTHING = AnyOf(())


def reduced(plan: Node, frequencies: Frequencies) -> Node:
    """The plan without what stands nowhere; `NOTHING` where nothing is left."""
    found: dict[tuple[str, str], None] = {}
    _gather_terms(plan, found)
    terms = list(found)
    occurring = {term for term, many in zip(terms, frequencies(terms), strict=True) if many}
    return _kept(plan, occurring)


def _gather_terms(node: Node, found: dict[tuple[str, str], None]) -> None:
    match node:
        case Term(stream, term):
            found[stream, term] = None
        case Phrase(stream, places):
            found.update(((stream, term), None) for place in places for term in place)
        case AnyOf(nodes) | DisMax(nodes) | AllOf(nodes) | AtLeast(nodes):
            for child in nodes:
                _gather_terms(child, found)
        case Without(node, other) | Boosted(node, other):
            _gather_terms(node, found)
            _gather_terms(other, found)


def _kept(node: Node, occurring: set[tuple[str, str]]) -> Node:
    match node:
        case Term(stream, term):
            return node if (stream, term) in occurring else NOTHING
        case Phrase(stream, places, weight):
            left = tuple(tuple(term for term in place if (stream, term) in occurring) for place in places)
            return Phrase(stream, left, weight) if all(left) else NOTHING
        case AnyOf(nodes) | DisMax(nodes):
            return _gathered(type(node), [_kept(child, occurring) for child in nodes])
        case AllOf(nodes):
            all_of = tuple(_kept(child, occurring) for child in nodes)
            return NOTHING if NOTHING in all_of else AllOf(all_of)
        case AtLeast(nodes, needs, minimum, lead, extra):  # each node has a need of its own, and stays
            return AtLeast(tuple(_kept(child, occurring) for child in nodes), needs, minimum, lead, extra)
        case Without(kept, barred):
            kept, barred = _kept(kept, occurring), _kept(barred, occurring)
            return kept if NOTHING in (kept, barred) else Without(kept, barred)
        case Boosted(kept, bonus):
            kept, bonus = _kept(kept, occurring), _kept(bonus, occurring)
            return kept if NOTHING in (kept, bonus) else Boosted(kept, bonus)


def _gathered(kind: type[AnyOf] | type[DisMax], nodes: Sequence[Node]) -> Node:
    left = tuple(node for node in nodes if node is not NOTHING and node != NOTHING)
    return NOTHING if not left else left[0] if len(left) == 1 else kind(left)
