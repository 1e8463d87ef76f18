"""How does a frozen value lie in a column, and come back the same? Dataclasses by their types, tokens as numbers."""

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from itertools import accumulate, chain
from operator import sub
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from archive.text import Once
from archive.tokens import Bigrams, StoredTokens, Streams, Token

T = TypeVar("T")

_PLAIN = frozenset((str, int, float, bool, NoneType))


def encode(value: object) -> Any:
    """Dataclasses as objects without their default fields, tuples as lists."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if defaults := _defaults(kind):
        return {name: encode(v) for name, default in defaults if (v := getattr(value, name)) != default}
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    return value.value if isinstance(value, Enum) else value


@cache
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass with their defaults; none of another type."""
    return tuple((f.name, f.default) for f in fields(kind)) if is_dataclass(kind) else ()


def decode(kind: type[T], value: Any) -> T:
    """The value of type `kind` that `encode` gave; fields that are missing take their defaults."""
    decoder = _decoder(kind)  # type: ignore[arg-type]  # a type is hashable
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


PACKED = ("word", "compound", "concept")  # the bigrams follow from the text
WIDTHS = {"B": 1, "H": 2, "I": 4}  # bytes of a number, by its letter in `struct`


def pack(streams: Streams, text: str) -> bytes:
    """The streams of a text as they lie in the store.

    A letter for the width of the numbers; how many tokens each stream has; of each stream how far every token begins
    after the one before, and how long it is; then the terms, a line each, empty where a term is what the text says.
    """
    counts, numbers, terms = list[int](), list[int](), list[str]()
    for name in PACKED:
        listed, (starts, ends) = streams.terms(name), streams.spans(name)
        counts.append(len(listed))
        numbers += [*map(sub, starts, (0, *starts)), *map(sub, ends, starts)]
        terms += ["" if text[s:e] == term else term for term, s, e in zip(listed, starts, ends, strict=True)]
    numbers = [*counts, *numbers]
    width = next(letter for letter, size in WIDTHS.items() if max(numbers) < 1 << 8 * size)
    return struct.pack(f"<c{len(numbers)}{width}", width.encode(), *numbers) + "\n".join(terms).encode()


def unpack(packed: bytes, text: str) -> Streams:
    """The streams of a text that `pack` gave. What nobody asks for is not made."""
    content = _Packed(packed, text)
    word, compound, concept = (PackedTokens(content, place) for place in range(len(PACKED)))
    return Streams(word, compound, Bigrams(text), concept)


class _Packed:
    """What `pack` gave, and the text that it is of."""

    def __init__(self, packed: bytes, text: str) -> None:
        self._packed = packed
        self.text = text

    def _numbers(self, count: int, skipped: int = 0) -> Sequence[int]:
        width = chr(self._packed[0])
        return struct.unpack_from(f"<{count}{width}", self._packed, 1 + skipped * WIDTHS[width])

    @Once
    def counts(self) -> Sequence[int]:
        """How many tokens each stream has."""
        return self._numbers(len(PACKED))

    @Once
    def terms(self) -> list[str]:
        """The terms of all streams, "" for what the text says."""
        size = WIDTHS[chr(self._packed[0])]
        return self._packed[1 + size * (len(PACKED) + 2 * sum(self.counts)) :].decode().split("\n")

    def places(self, place: int) -> tuple[list[int], list[int]]:
        """The starts and the ends of a stream's tokens."""
        count, before = self.counts[place], sum(self.counts[:place])
        numbers = self._numbers(2 * count, len(PACKED) + 2 * before)
        starts = list(accumulate(numbers[:count]))
        return starts, [start + length for start, length in zip(starts, numbers[count:], strict=True)]


class PackedTokens(StoredTokens):
    """One of the streams that are kept together."""

    def __init__(self, packed: _Packed, place: int) -> None:
        self._packed = packed
        self._place = place

    @Once
    def _places(self) -> tuple[list[int], list[int]]:
        return self._packed.places(self._place)

    @Once
    def terms(self) -> Sequence[str]:
        first, text = sum(self._packed.counts[: self._place]), self._packed.text
        terms = self._packed.terms[first : first + len(self._places[0])]
        return [term or text[start:end] for term, start, end in zip(terms, *self._places, strict=True)]

    @Once
    def offsets(self) -> Sequence[int]:
        return list(chain.from_iterable(zip(*self._places, strict=True)))


def of_version_4(packed: Mapping[str, Sequence[Any]]) -> Streams:
    """The streams as they lay in a JSON column up to version 4: terms parted by spaces, starts and ends in turn."""

    def tokens(name: str) -> list[Token]:
        terms, offsets = packed.get(name, ("", ()))
        found = map(Token, terms.split(" ") if terms else (), offsets[::2], offsets[1::2])
        return sorted(found, key=lambda token: token.start)

    return Streams(tokens("word"), tokens("compound"), (), tokens("concept"))
