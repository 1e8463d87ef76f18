"""Which documents does this collection hold? A `.jsonl` file: one document a line, each decoded by itself."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from archive.errors import SourceError
from archive.model import Problem, not_taken_in
from indexer.lines import INVALID
from indexer.markup import Extract
from indexer.readers.decoding import BOMS, clean, decode, decode_as, refuse_binary

MEDIA_TYPE = "application/x-ndjson"
MAX_COLLECTION = 256 * 2**20  # a .jsonl file is read line by line: 256 MiB are some 400,000 passages of 600 bytes
MAX_ENTRY = 2**20  # bytes of one line of a collection: as long as a long report, and it is cited as one block
GIVE_UP = 100  # lines without one document: JSON printed over many lines, or another kind of list


@dataclass(frozen=True, slots=True)
class CollectionEntry:
    """One document of a collection; `line` is where it stands in the file. Texts are NFC, line ends kept.

    `original` are the bytes of that line, and `encoding` how they say their letters.
    """

    id: str
    title: str | None
    text: str
    language: str | None  # ISO 639-1
    line: int
    original: bytes
    encoding: str
    problems: tuple[Problem, ...] = ()


def read(data: bytes, name: str) -> Extract:
    """A collection as a file: its lines are documents, each read by itself (`read_entries`)."""
    refuse_binary(data, name, MAX_COLLECTION)
    return Extract(MEDIA_TYPE, "utf-8", ())


def read_entries(data: bytes, name: str) -> Iterator[CollectionEntry | SourceError]:
    """The documents of a collection, one a line: {"id", "title", "text", "language"}; other keys are passed over.

    A line that cannot be used is yielded as the error that it is, and costs itself alone. Blank lines are nothing.

    Raises:
        SourceError: the whole file is empty, too large or no text.
    """
    refuse_binary(data, name, MAX_COLLECTION)
    for mark, codec in BOMS:
        if data.startswith(mark):
            data = decode_as(data, codec, name).removeprefix("\ufeff").encode("utf-8", "surrogatepass")
    seen: dict[str, int] = {}
    failed = 0
    for number, line in enumerate(BytesIO(data), 1):
        if not line.strip():
            continue
        try:
            entry = _entry(line, f"{name}, line {number:,},", number)
        except SourceError as error:
            yield error
            failed += 1
            if failed == GIVE_UP and not seen:
                yield SourceError(
                    f"{name}: none of its first {GIVE_UP} lines is a document; the rest was not looked at"
                )
                return
            continue
        first = seen.setdefault(entry.id, number)
        if first != number:
            yield SourceError(f"{name}, line {number:,}, has the id {entry.id!r} of line {first:,}: give each its own")
        else:
            yield entry


def _entry(line: bytes, where: str, number: int) -> CollectionEntry:
    if len(line) > MAX_ENTRY:
        raise SourceError(
            f"{where} has {len(line):,} bytes, the limit is {MAX_ENTRY:,}: split it into several documents"
        )
    text, encoding = decode(line, where)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        said = str(error) or type(error).__name__
        raise SourceError(f'{where} is not JSON ({said}): write {{"id": …, "title": …, "text": …}}') from None
    if not isinstance(found, dict):
        raise SourceError(f'{where} is no object: write {{"id": …, "title": …, "text": …}}')
    for key in found:
        if refused := not_taken_in(key.strip().casefold()):
            raise SourceError(f"{where} cannot be used: {refused}")
    identity = found.get("id")
    identity = str(identity) if isinstance(identity, int) and not isinstance(identity, bool) else identity
    values = {"id": identity, **{key: found.get(key) for key in ("title", "text", "language")}}
    for key, value in values.items():
        optional = key in ("title", "language")
        if not (isinstance(value, str) and value.strip()) and not (optional and value in (None, "")):
            raise SourceError(
                f"{where} has no {key} that can be used ({str(value)[:40]!r}): give a text that is not empty"
            )
    kept = {key: clean(value) if isinstance(value, str) and value.strip() else None for key, value in values.items()}
    if (language := kept["language"]) and not re.fullmatch("[a-z]{2}", language):
        raise SourceError(f"{where} has the language {language!r}: give two small letters, as ko, en, ru")
    damaged = [sign for value in values.values() if isinstance(value, str) for sign in INVALID.findall(value)]
    first = f"U+{ord(damaged[0]):04X}" if damaged else ""
    problems = (Problem("invalid-characters", (1, 1), (str(len(damaged)), first)),) if damaged else ()
    return CollectionEntry(
        kept["id"] or "", kept["title"], kept["text"] or "", language, number, line.strip(), encoding, problems
    )
