"""How does a file become readings? The path from bytes to documents, in one place.

A file is one document, a collection one an entry, with the id of the entry as source. Side files correct what the print
says of itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from archive.citing import Outlets
from archive.errors import SourceError
from archive.model import Block, BlockKind, Document, Line, Metadata
from archive.store import Bytes, FormRecord
from indexer.assembly import finish, read_extract
from indexer.catalogue import Overrides, apply_overrides, overrides_for
from indexer.files import SourceFile
from indexer.markup import Extract
from indexer.readers import CollectionEntry, format_of
from indexer.sandbox import Extractor, Extractors, is_long

ENTRY_TYPE = "application/json"  # of one line of a collection


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One document of a file. `entry` is its id in a collection, "" for a whole file.

    `original` are the bytes that it was read from: an entry's own line, so that none holds what another one says.
    """

    entry: str
    source: str
    document: Document
    original: Bytes
    replaces: str | None = None  # what its side file says it is a new state of
    path: str = ""
    reader: int = 0  # the version of its format's reader
    forms: tuple[FormRecord, ...] = ()  # kept beside the one that is read
    form_originals: tuple[Bytes, ...] = ()  # their bytes


def read_source(
    source: SourceFile, data: bytes, extractor: Extractor | Extractors, outlets: Outlets
) -> tuple[Extract, Iterator[SourceDocument | SourceError]]:
    """The documents of a file, their citations read by a table of outlets.

    Raises:
        SourceError: the file, or a side file of it, cannot be read.
    """
    overrides, format_ = overrides_for(source), format_of(source.name, data)
    if format_.entries is not None:
        entries = format_.entries(data, source.name)
        return Extract(format_.media_type, "utf-8", ()), _collection(entries, _for_entries(overrides), outlets)
    extract = extractor.extract(data, source.name)
    long = is_long(extract)
    document = extractor.assemble(extract, source.name, outlets) if long else read_extract(extract, outlets)
    problems = (*extract.problems, *document.problems)
    document = replace(document, metadata=apply_overrides(document.metadata, overrides), problems=problems)
    original = Bytes(sha256(data).hexdigest(), data, extract.media_type, extract.encoding)
    return extract, iter([SourceDocument("", source.name, document, original, overrides.replaces)])


def _collection(
    entries: Iterable[CollectionEntry | SourceError], overrides: Overrides, outlets: Outlets
) -> Iterator[SourceDocument | SourceError]:
    for entry in entries:
        if isinstance(entry, SourceError):
            yield entry
            continue
        document = _entry(entry, outlets)
        document = replace(document, metadata=apply_overrides(document.metadata, overrides))
        original = Bytes(sha256(entry.original).hexdigest(), entry.original, ENTRY_TYPE, entry.encoding)
        yield SourceDocument(entry.id, entry.id, document, original)


def _for_entries(overrides: Overrides) -> Overrides:
    """What the side file of a collection says of its documents: what they lack, but never its own title for theirs."""
    given = {name: value for name, value in overrides.given.items() if name not in ("title", "title_en")}
    return Overrides(defaults={**overrides.defaults, **given})


def _entry(entry: CollectionEntry, outlets: Outlets) -> Document:
    """An entry is one block; its title is catalogue data, not text."""
    block = Block(BlockKind.PARAGRAPH, " ".join(entry.text.split()), (1, 1))
    metadata = Metadata(title=entry.title, language=entry.language)
    return finish(metadata, (block,), (), (Line(1, entry.text),), entry.problems, outlets=outlets)
