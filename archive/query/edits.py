"""What does a click make of a query? Adds fields and takes them away, and lists what is in it."""

from archive.query.fields import read_value
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
)
from archive.text import bare

_AS_NAMED = frozenset({"title", "author", "publisher", "outlet"})


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
    narrowed = _narrowed(query, name, value)
    return query if narrowed is None else written(narrowed)


def text_with_field(query: Query, name: str, value: str, language: Language) -> str | None:
    """How `with_field` is written; None where it is the query itself. Fifty of them stand beside an answer."""
    narrowed = _narrowed(query, name, value)
    fitting = None if narrowed is None else fit(narrowed)[0]
    text = "" if fitting is None else write(fitting, language)
    return text if narrowed is not None and text != query.written(language) else None


def _narrowed(query: Query, name: str, value: str) -> Node | None:
    read = read_value(name, value)
    if read is None or any(_same(field, name, read) for field in fields(query)):
        return None
    kind = And if isinstance(query.root, And) else Loose
    return gather(kind, [query.root, Field(name, read)])


def without_field(query: Query, name: str, value: str) -> Query:
    """The query without that field where every result must answer it; itself where it has none such."""
    read = read_value(name, value)
    gone = [field for field in fields(query) if read is not None and _same(field, name, read)]
    return written(prune(query.root, gone)) if gone else query


def _same(field: Field, name: str, value: str) -> bool:
    """Names are compared as they are found: by their letters and digits."""
    if field.name != name:
        return False
    return bare(field.value) == bare(value) if name in _AS_NAMED else field.value == value


def words(query: Query, excluded: bool = False) -> tuple[Word | Quote | Prefix, ...]:
    """What is looked for, in order; with `excluded`, what is left out too."""
    if query.root is None:
        return ()
    return tuple(leaf for leaf in leaves(query.root, excluded) if not isinstance(leaf, Field))
