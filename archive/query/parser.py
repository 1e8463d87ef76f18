"""How does typed text become a query? Its parts by recursive descent, then the bounds."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from archive.query.hints import Hint, hint
from archive.query.lexer import Lexeme, lexemes
from archive.query.limits import MAX_CLAUSES, MAX_HINTS, MAX_LENGTH
from archive.query.signs import clean
from archive.query.tree import And, Field, Leaf, Loose, Node, Or, Query, asks, gather, leaves, negate, prune, write


def parse(text: str) -> Query:
    """The query that a text asks. Raises nothing: what is not of the language is plain text, with a hint."""
    read, cut = clean(text)
    found, hints = lexemes(read)
    parser = _Parser(found)
    tree = parser.tree()
    root, dropped = fit(tree)
    if cut:
        hints.insert(0, hint("too-long", most=f"{MAX_LENGTH:,}"))
    hints += [*parser.hints, *dropped]
    if root is None and read and (nothing := _nothing(found, tree)):
        hints = [one for one in hints if one.code != "lone-not"] + [nothing]
    return Query(root, tuple(dict.fromkeys(hints))[:MAX_HINTS], read)


def written(root: Node | None) -> Query:
    """The query of a tree that was put together otherwise: what its text, within the bounds, asks."""
    fitting, _ = fit(root)
    return parse(write(fitting, "en")) if fitting is not None else Query(None)


def too_many(query: Query) -> Query:
    """The query with the hint that its last words were left out."""
    return replace(query, hints=tuple(dict.fromkeys((*query.hints, hint("too-many", most=MAX_CLAUSES))))[:MAX_HINTS])


def fit(root: Node | None) -> tuple[Node | None, list[Hint]]:
    """The tree within the bounds, and what was said about it. The last words go first, fields only after all words."""
    hints: list[Hint] = []
    kept = sorted(leaves(root), key=lambda leaf: isinstance(leaf, Field), reverse=True) if root is not None else []
    if len(kept) > MAX_CLAUSES:
        hints.append(hint("too-many", most=MAX_CLAUSES))
        root, kept = prune(root, kept[MAX_CLAUSES:]), kept[:MAX_CLAUSES]
    while root is not None and _length(root) > MAX_LENGTH:
        hints.append(hint("too-long", most=f"{MAX_LENGTH:,}"))
        root = prune(root, [kept.pop()])
    return (root if root is not None and asks(root) else None), hints


def _length(root: Node) -> int:
    return max(len(write(root, "ko")), len(write(root, "en")))


def _nothing(found: Sequence[Lexeme], tree: Node | None) -> Hint | None:
    """Why nothing is left to look for."""
    if tree is not None and asks(tree):
        return None  # said already: one word too long to be written
    return hint("only-not" if any(lexeme.leaf for lexeme in found) else "no-word")


class _Parser:
    """or > and > loose > not > atom. Brackets come balanced; an operator without its words is passed over."""

    def __init__(self, found: Sequence[Lexeme]) -> None:
        self._found = found
        self._at = 0
        self.hints: list[Hint] = []

    def tree(self) -> Node | None:
        return self._or()

    @property
    def _next(self) -> str | None:
        return self._found[self._at].kind if self._at < len(self._found) else None

    def _or(self) -> Node | None:
        alternatives = [part for part in self._operands("OR", self._and) if part is not None]
        if len(alternatives) > 1 and not all(asks(part) for part in alternatives):
            self.hints.append(hint("lone-not"))
        return gather(Or, alternatives)

    def _and(self) -> Node | None:
        return gather(And, self._operands("AND", self._loose))

    def _operands(self, operator: str, read: Callable[[], Node | None]) -> list[Node | None]:
        operands = [read()]
        while self._next == operator:
            self._at += 1
            operands.append(read())
        if len(operands) > 1 and None in operands:
            self.hints.append(hint("bare-operator", operator=operator))
        return operands

    def _loose(self) -> Node | None:
        parts: list[Node | None] = []
        while self._next not in (None, "OR", "AND", ")"):
            parts.append(self._not())
        return gather(Loose, parts)

    def _not(self) -> Node | None:
        barred = False
        while self._next == "NOT":
            self._at += 1
            barred = not barred
        if self._next in (None, "OR", "AND", ")"):
            self.hints.append(hint("bare-not"))
            return None
        node = self._atom()
        if not barred:
            return node
        if node is not None and isinstance(node, And | Loose) and not asks(node):
            self.hints.append(hint("lone-not"))
        return negate(node)

    def _atom(self) -> Leaf | Node | None:
        lexeme = self._found[self._at]
        self._at += 1
        if lexeme.leaf is not None:
            return lexeme.leaf
        node = self._or()
        self._at += 1  # the closing bracket
        return node
