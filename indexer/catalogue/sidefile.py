"""What does the person who keeps this archive say of a document? Reads side files: `brief.toml` beside `brief.txt`.

A side file gives or corrects catalogue data, whatever the document prints. `_defaults.toml` gives values for all the
documents of its folder and the folders in it, where neither the document nor its side file has one; the nearest wins.
Nothing is taken on trust: a key that does not exist and a value of the wrong form are errors with the file's name.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from archive.errors import SourceError
from archive.model import FIELDS, FieldKind, Metadata, Value, check, nearest, not_taken_in
from indexer.files import SideFile, SourceFile
from indexer.readers import decode

MAX_BYTES = 64 * 1024  # every field full is 20 KB
MAX_PARTS = 32  # of a dotted key, of which a side file has none; one of 30,000 takes 3.4 GB to read
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DEEP = re.compile(rf"(?<![A-Za-z0-9_-]){_PART}(?:[ \t]*\.[ \t]*{_PART}){{{MAX_PARTS},}}")


@dataclass(frozen=True, slots=True)
class Overrides:
    """What side files say. `given` counts before the print, `defaults` after it; None and () take a value away."""

    given: Mapping[str, Value] = field(default_factory=dict)  # fields of Metadata
    defaults: Mapping[str, Value] = field(default_factory=dict)
    replaces: str | None = None  # the id of the document that this is a new state of


def overrides_for(source: SourceFile) -> Overrides:
    """What the side files of a source say.

    Raises:
        SourceError: a side file cannot be read, or holds something wrong; all that is wrong in it is said at once.
    """
    defaults: dict[str, Value] = {}
    for side in source.defaults:
        defaults.update(read_sidefile(side))
    given = read_sidefile(source.side) if source.side else {}
    if "replaces" in defaults:
        where = source.defaults[-1].path
        raise SourceError(f"{where}: replaces is said of one document: put it in the document's own side file")
    replaces = given.pop("replaces", None)
    return Overrides(given, defaults, replaces if isinstance(replaces, str) else None)


def read_sidefile(side: SideFile) -> dict[str, Value]:
    """The fields that a side file gives, each checked."""
    try:
        with open(side.path, "rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(f"{side.path} cannot be read: {error.strerror}") from error
    return parse_sidefile(content, side.path)


def parse_sidefile(content: bytes, name: str) -> dict[str, Value]:
    """The fields in the bytes of a side file; `name` is for messages."""
    if len(content) > MAX_BYTES:
        raise SourceError(f"{name} has more than {MAX_BYTES:,} bytes: a side file holds catalogue data only")
    text, _ = decode(content, name)
    if _DEEP.search(text):
        raise SourceError(f'{name} has a key of more than {MAX_PARTS} parts; write lines as: title = "…"')
    try:
        values = tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = f'{name} is not TOML: {error or "nested too deep"}; write lines as: title = "…"'
        raise SourceError(message) from None
    fields: dict[str, Value] = {}
    wrong = list(_taken(values, name, fields))
    if wrong:
        raise SourceError("\n".join(wrong))
    return fields


def _taken(values: dict[str, Any], name: str, fields: dict[str, Value]) -> Iterator[str]:
    """Puts what is right into `fields` and yields what is wrong."""
    known = {field.name: field for field in FIELDS}
    for key, value in values.items():
        if refused := not_taken_in(key):
            yield f"{name}: {refused}"
            continue
        if key not in known:
            yield f"{name}: there is no key {key!r}; {nearest(key)}"
            continue
        try:
            fields[key] = check(known[key], _plain(value, known[key].kind))
        except ValueError as error:
            yield f"{name}: {error}"


def _plain(value: object, kind: FieldKind) -> object:
    """A value as it would stand in quotes: TOML reads 2025-03-24 as a date, and 2025 as a number, without them."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    textual = kind in (FieldKind.TEXT, FieldKind.NUMBER, FieldKind.DATE)
    return str(value) if textual and isinstance(value, int) and not isinstance(value, bool) else value


def apply_overrides(metadata: Metadata, overrides: Overrides) -> Metadata:
    """Catalogue data as corrected: side file, then the print, then the folder's defaults."""
    absent = (None, (), False)
    missing = {name: value for name, value in overrides.defaults.items() if getattr(metadata, name) in absent}
    corrected: dict[str, Any] = {**missing, **overrides.given}
    return replace(metadata, **corrected)
