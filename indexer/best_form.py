"""What does a file say? Reads the best form of a brief that can be read, and tells of those that could not."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256

from archive.citing import Outlets
from archive.errors import GakjuError, SourceError
from indexer.files import Forms, read_bytes
from indexer.ingest import SourceDocument, read_source
from indexer.markup import Extract
from indexer.readers import format_of
from indexer.sandbox import Extractors


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file's bytes and what was read of them. `pieces` of a collection are read while they are asked for."""

    data: bytes
    sha256: str
    reader: int  # version of its format's reader
    extract: Extract
    pieces: Iterable[SourceDocument | SourceError]
    lacks: list[str] = field(default_factory=list)  # why documents of it could not be read; filled as these are


@dataclass(frozen=True, slots=True)
class BestForm:
    """The form of a brief that was read, None if none could be; and those before it, with why."""

    forms: Forms
    content: FileContent | None
    failed: tuple[tuple[Forms, GakjuError], ...] = ()


def read_best(one: Forms, extractors: Extractors, outlets: Outlets) -> BestForm:
    """Reads the best form of a brief that can be read: a file that is locked must not hide the text beside it."""
    try:
        return BestForm(one, _read(one, extractors, outlets))
    except GakjuError as error:
        failed = (one, error)
    if not one.others:
        return BestForm(one, None, (failed,))
    found = read_best(Forms(one.others[0], one.others[1:]), extractors, outlets)
    return replace(found, failed=(failed, *found.failed))


def _read(one: Forms, extractors: Extractors, outlets: Outlets) -> FileContent:
    data = read_bytes(one.primary)
    extract, pieces = read_source(one.primary, data, extractors, outlets)
    return FileContent(data, sha256(data).hexdigest(), format_of(one.primary.name, data).version, extract, pieces)
