"""How does a file become readings? The path from bytes to documents, in one place.

A text, Markdown text or web page is one document; a collection (`.jsonl`) is one a line, each with the `id` of its line as source.
Side files correct what the print says of itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.document import Block, Kind, Line, Metadata, Reading
from archive.errors import SourceError
from archive.outlets import Outlets
from archive.store import FormRecord
from indexer.extract import NDJSON, Entry, Extract, read_collection
from indexer.markup import read_markup
from indexer.reading import READER_VERSION, read
from indexer.sidefile import Overrides, apply, overrides_for
from indexer.sources import Source
from indexer.worker import Extractor

__all__ = ["READER_VERSION", "Piece", "read_source"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of a file. `entry` is its id in a collection, "" for a whole file."""

    entry: str
    source: str
    reading: Reading
    replaces: str | None = None  # what its side file says it is a new state of
    path: str = ""
    sha256: str = ""
    forms: tuple[FormRecord, ...] = ()  # kept beside the one that is read


def read_source(
    source: Source, data: bytes, extractor: Extractor, outlets: Outlets | None = None
) -> tuple[Extract, Iterator[Piece | SourceError]]:
    """The documents of a file, their citations read by a table of outlets (the program's by default).

    Raises:
        SourceError: the file, or a side file of it, cannot be read.
    """
    overrides = overrides_for(source)
    if source.name.casefold().endswith(".jsonl"):
        return Extract(NDJSON, "utf-8", ()), _collection(source, data, _for_entries(overrides))
    extract = extractor.extract(data, source.name)
    reading = read_markup(extract, outlets) if extract.elements is not None else read(extract.lines, outlets)
    problems = (*extract.problems, *reading.problems)
    reading = replace(reading, metadata=apply(reading.metadata, overrides), problems=problems)
    return extract, iter([Piece("", source.name, reading, overrides.replaces)])


def _collection(source: Source, data: bytes, overrides: Overrides) -> Iterator[Piece | SourceError]:
    for entry in read_collection(data, source.name):
        if isinstance(entry, SourceError):
            yield entry
            continue
        reading = _entry(entry)
        yield Piece(entry.id, entry.id, replace(reading, metadata=apply(reading.metadata, overrides)))


def _for_entries(overrides: Overrides) -> Overrides:
    """What the side file of a collection says of its documents: what they lack, but never its own title for theirs."""
    given = {name: value for name, value in overrides.given.items() if name not in ("title", "title_en")}
    return Overrides(defaults={**overrides.defaults, **given})


def _entry(entry: Entry) -> Reading:
    """An entry is one block; its title is catalogue data, not text."""
    text = " ".join(entry.text.split())
    lines = (Line(1, entry.text),)
    return Reading(
        Metadata(title=entry.title, language=entry.language),
        (Block(Kind.PARAGRAPH, text, (1, 1)),),
        (),
        lines,
        entry.problems,
    )
