"""How is a plan answered from its leaves? Walks the tree for engines that only know postings."""

from collections import defaultdict
from collections.abc import Callable

from archive.engine.plan import AllOf, AnyOf, AtLeast, Boosted, DisMax, Node, Phrase, Term, Without

Scores = dict[int, float]
Leaf = Callable[[Term | Phrase, Scores | None], Scores]


def walk(node: Node, leaf: Leaf, within: Scores | None = None) -> Scores:
    """What `node` matches, with scores. `leaf` answers terms and phrases; `within`, where given, bounds the answer.

    Each kind of node is answered as `archive.engine.plan` defines it; bounds only save work.
    """
    match node:
        case Term() | Phrase():
            return leaf(node, within)
        case AnyOf(nodes):
            total: Scores = defaultdict(float)
            for child in nodes:
                for key, score in walk(child, leaf, within).items():
                    total[key] += score
            return dict(total)
        case DisMax(nodes):
            best: Scores = {}
            for child in nodes:
                for key, score in walk(child, leaf, within).items():
                    best[key] = max(score, best.get(key, score))
            return best
        case AllOf(nodes):
            found = walk(nodes[0], leaf, within)
            for child in nodes[1:]:
                more = walk(child, leaf, found)
                found = {key: found[key] + score for key, score in more.items()}
            return found
        case Without(kept, barred):
            found = walk(kept, leaf, within)
            out = walk(barred, leaf, found)
            return {key: score for key, score in found.items() if key not in out}
        case AtLeast(nodes, needs, minimum, gain):
            met: Scores = defaultdict(float)
            for child, need in zip(nodes, needs, strict=True):
                for key in walk(child, leaf, within):
                    met[key] += need
            return {key: gain * have for key, have in met.items() if have >= minimum}
        case Boosted(kept, bonus):
            found = walk(kept, leaf, within)
            more = walk(bonus, leaf, found)
            return {key: score + more.get(key, 0.0) for key, score in found.items()}
