"""What does a click make of a query? Adds fields and takes them away, and lists what is in it."""

from archive.query.fields import read_value, write_field
from archive.query.limits import MAX_CLAUSES, MAX_LENGTH
from archive.query.parser import fit, written
from archive.query.tree import (
    And,
    Field,
    Language,
    Loose,
    Node,
    Prefix,
    Query,
    Quote,
    Word,
    gather,
    leaves,
    prune,
    write,
    write_before,
)
from archive.text import bare

LANGUAGES: tuple[Language, ...] = ("ko", "en")
AS_NAMED = frozenset({"title", "author", "publisher", "outlet"})  # fields whose values are names


def fields(query: Query) -> tuple[Field, ...]:
    """The fields that every result must answer, in order: not those beside OR or under NOT."""
    return tuple(_required(query.root))


def _required(node: Node | None) -> list[Field]:
    match node:
        case Field():
            return [node]
        case And(nodes) | Loose(nodes):
            return [field for child in nodes for field in _required(child)]
        case _:
            return []


def with_field(query: Query, name: str, value: str) -> Query:
    """The query narrowed by one more field; itself where it has that field, or the field cannot have the value."""
    read = read_value(name, value)
    if read is None or any(_same(field, name, read) for field in fields(query)):
        return query
    return written(_with(query.root, Field(name, read)))


class FieldWriter:
    """How a query is written that is narrowed by one more field. Fifty of them stand beside an answer."""

    def __init__(self, query: Query, language: Language) -> None:
        self._query, self._language = query, language
        self._held = fields(query)
        root = query.root
        self._before = {one: write_before(root, one) if root is not None else "" for one in LANGUAGES}
        self._room = root is None or len(list(leaves(root))) < MAX_CLAUSES

    def text(self, name: str, value: str) -> str | None:
        """The text of `with_field`; None where that is the query itself."""
        read = read_value(name, value)
        if read is None or any(_same(field, name, read) for field in self._held):
            return None
        texts = {one: before + write_field(name, read, one) for one, before in self._before.items()}
        if self._room and max(map(len, texts.values())) <= MAX_LENGTH:
            return texts[self._language]
        fitting, _ = fit(_with(self._query.root, Field(name, read)))
        text = write(fitting, self._language) if fitting is not None else ""
        return text if text != self._query.written(self._language) else None


def _with(root: Node | None, field: Field) -> Node | None:
    return gather(And if isinstance(root, And) else Loose, [root, field])


def without_field(query: Query, name: str, value: str) -> Query:
    """The query without that field where every result must answer it; itself where it has none such."""
    read = read_value(name, value)
    gone = [field for field in fields(query) if read is not None and _same(field, name, read)]
    return written(prune(query.root, gone)) if gone else query


def _same(field: Field, name: str, value: str) -> bool:
    """Names are compared as they are found: by their letters and digits."""
    if field.name != name:
        return False
    return bare(field.value) == bare(value) if name in AS_NAMED else field.value == value


def words(query: Query, excluded: bool = False) -> tuple[Word | Quote | Prefix, ...]:
    """What is looked for, in order; with `excluded`, what is left out too."""
    if query.root is None:
        return ()
    return tuple(leaf for leaf in leaves(query.root, excluded) if not isinstance(leaf, Field))
