"""How does a frozen value lie in a JSON column, and come back the same? Encodes dataclasses by their types."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from archive.analyzer import STREAMS, StoredTokens, Streams

T = TypeVar("T")


def encode(value: object) -> Any:
    """Dataclasses as objects without their default fields, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(v) for f in fields(value) if (v := getattr(value, f.name)) != f.default}
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    return value


def decode(kind: type[T], value: Any) -> T:
    """The value of type `kind` that `encode` gave; fields that are missing take their defaults."""
    decoder = _decoder(kind)
    result: T = decoder(value) if decoder else value
    return result


Decoder = Callable[[Any], Any]


@cache
def _decoder(kind: Any) -> Decoder | None:
    """What makes a value of a type; None where JSON gives it as it is. Types are looked into once."""
    origin = get_origin(kind)
    if origin is UnionType:
        some = _decoder(next(arg for arg in get_args(kind) if arg is not NoneType))
        return some and (lambda value: None if value is None else some(value))
    if origin is tuple:
        return _tuple_decoder(get_args(kind))
    if isinstance(kind, type) and is_dataclass(kind):
        return _object_decoder(kind)
    return kind if isinstance(kind, type) and issubclass(kind, Enum) else None


def _tuple_decoder(args: tuple[Any, ...]) -> Decoder:
    if len(args) == 2 and args[1] is Ellipsis:
        one = _decoder(args[0])
        return (lambda value: tuple(map(one, value))) if one else tuple
    each = [_decoder(arg) for arg in args]
    if not any(each):
        return tuple
    return lambda value: tuple(one(item) if one else item for one, item in zip(each, value, strict=True))


def _object_decoder(kind: type) -> Decoder:
    decoders = {name: _decoder(hint) for name, hint in get_type_hints(kind).items()}

    def made(value: Mapping[str, Any]) -> Any:
        known = {}
        for name, item in value.items():
            if name in decoders:
                one = decoders[name]
                known[name] = one(item) if one else item
        return kind(**known)

    return made


def bound_by_position(document: Mapping[str, Any]) -> dict[str, Any]:
    """A stored document, its references to notes as positions. In release 0.1.0 they were labels.

    A label leads to the one note that bears it; where several do, nothing tells which was meant.
    """
    notes = document.get("notes", [])
    bearing: dict[str, list[int]] = {}
    for position, note in enumerate(notes):
        bearing.setdefault(note["label"], []).append(position)

    def position_of(meant: Any) -> Any:
        if not isinstance(meant, str):
            return meant
        found = bearing.get(meant, [])
        return found[0] if len(found) == 1 else None

    def settled(value: Mapping[str, Any], name: str) -> dict[str, Any]:
        return {**value, name: position_of(value[name])} if name in value else dict(value)

    blocks = [
        {**block, "refs": [settled(ref, "note") for ref in block["refs"]]} if "refs" in block else block
        for block in document.get("blocks", [])
    ]
    return {**document, "blocks": blocks, "notes": [settled(note, "same_as") for note in notes]}


def pack(streams: Streams) -> dict[str, list[object]]:
    """Streams as they lie in the store: terms parted by spaces, and offsets."""
    return {
        name: [" ".join(t.term for t in tokens), [offset for t in tokens for offset in (t.start, t.end)]]
        for name in STREAMS
        if (tokens := streams[name])
    }


def unpack(packed: dict[str, list[object]]) -> Streams:
    """The streams that `pack` gave."""

    def tokens(name: str) -> StoredTokens:
        terms, offsets = packed.get(name, ("", []))
        return StoredTokens(str(terms).split(" ") if terms else (), offsets)  # type: ignore[arg-type]

    return Streams(*map(tokens, STREAMS))
