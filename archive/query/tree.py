"""What is a query, once read? A tree of frozen values, and its canonical text.

What every tree holds that `parse` gives, and a planner may build on:

- a group has two parts or more, and none of its own kind (brackets that change nothing are gone);
- every query, every alternative of an Or and whatever stands under a Not asks for something: nothing is only left out;
- a Not therefore stands only inside And and Loose, beside a part that asks, and never directly under another Not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from archive.model import Language
from archive.query.fields import write_field
from archive.query.hints import Hint
from archive.text import STATES


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed, with the signs that stick to it; `start` and `end` (half-open) are offsets of the query."""

    text: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word, without its star: letters and digits only."""

    text: str
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """Exactly these words in this order, spaces made one. `start` is the offset of their first character."""

    text: str
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """A condition. `name` is one of title, author, publisher, outlet, source, year, language, kind, in, document.

    `value` is what was typed for the first four, spaces made one; else: years as 2024, 2023-2025, 2023- or -2025 (see
    `years`), a language's code, a `PassageKind`, note | table | body, the id of a document or a source.
    """

    name: str
    value: str
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """What a passage must not have."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """All of these."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of these."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Loose:
    """Side by side with no operator: words may be missing, most must not."""

    nodes: tuple["Node", ...]


Leaf = Word | Prefix | Quote | Field
Node = Leaf | Not | And | Or | Loose
_RANK: dict[type, int] = {Or: 0, And: 1, Loose: 2}  # the higher binds closer
_BETWEEN = (" OR ", " AND ", " ")


@dataclass(frozen=True, slots=True)
class Query:
    """A query as understood. `root` is None where nothing is left to look for.

    Equal queries ask the same. `text` is what was read: as typed (line breaks and all) but for control characters, in
    NFC, cut at `MAX_LENGTH`; every `start` is an offset of it, in code points.
    """

    root: Node | None
    hints: tuple[Hint, ...] = field(default=(), compare=False)
    text: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.written("en")

    def written(self, language: Language) -> str:
        """The canonical text, with the field names of a language. Either parses to this query."""
        return write(self.root, language) if self.root is not None else ""


def write(node: Node, language: Language, above: int = 0) -> str:
    """The text of a tree; in brackets where it binds less closely than what stands above it."""
    match node:
        case Word(text):
            return text
        case Prefix(text):
            return f"{text}*"
        case Quote(text):
            return f'"{text}"'
        case Field(name, value):
            return write_field(name, value, language)
        case Not(Word(text)) if (
            text[:1] in STATES and not "가" <= text[1:2] <= "힣"
        ):  # 북 -러 would be a pair of states
            return f"NOT {text}"
        case Not(And() | Or() | Loose() as group):
            return f"-({write(group, language)})"
        case Not(child):
            return f"-{write(child, language)}"
        case And(nodes) | Or(nodes) | Loose(nodes):
            rank = _RANK[type(node)]
            text = _BETWEEN[rank].join(write(child, language, rank) for child in nodes)
            return f"({text})" if rank < above else text


def write_before(node: Node, language: Language) -> str:
    """The text of a tree up to where one more part of it would be written, as `gather` would add it."""
    rank = _RANK[And if isinstance(node, And) else Loose]
    return write(node, language, rank) + _BETWEEN[rank]


def asks(node: Node) -> bool:
    """Whether it asks for something, rather than only leaving something out."""
    match node:
        case Not():
            return False
        case And(nodes) | Loose(nodes):
            return any(asks(child) for child in nodes)
        case _:
            return True


def gather(kind: type[And] | type[Or] | type[Loose], parts: Iterable[Node | None]) -> Node | None:
    """The group of what is left of its parts. An Or lets go of alternatives that only leave something out."""
    left = [part for part in parts if part is not None]
    if len(left) < 2:
        return left[0] if left else None
    nodes: list[Node] = []
    for part in left:
        if kind is Or and not asks(part):
            continue
        if isinstance(part, kind) or (isinstance(part, And | Loose) and not asks(part)):
            nodes += part.nodes
        else:
            nodes.append(part)
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    return kind(tuple(nodes))


def negate(node: Node | None) -> Node | None:
    """What is left out. Leaving out a Not asks for it; leaving out nothing but exclusions says nothing."""
    if isinstance(node, Not):
        return node.node
    return Not(node) if node is not None and asks(node) else None


def leaves(node: Node, excluded: bool = True) -> Iterator[Leaf]:
    """The words, phrases and fields in order; with `excluded`, those under Not too."""
    match node:
        case Not(child):
            if excluded:
                yield from leaves(child)
        case And(nodes) | Or(nodes) | Loose(nodes):
            for child in nodes:
                yield from leaves(child, excluded)
        case _:
            yield node


def prune(node: Node | None, gone: Sequence[Leaf]) -> Node | None:
    """The tree without some of its leaves: these very values, not their equals."""
    return _pruned(node, frozenset(map(id, gone)))


def _pruned(node: Node | None, gone: frozenset[int]) -> Node | None:
    match node:
        case None:
            return None
        case Not(child):
            return negate(_pruned(child, gone))
        case And(nodes) | Or(nodes) | Loose(nodes):
            return gather(type(node), [_pruned(child, gone) for child in nodes])
        case _:
            return None if id(node) in gone else node
