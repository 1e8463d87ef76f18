"""What does the store give back? Values read from its tables."""

from dataclasses import dataclass
from enum import StrEnum

from archive.model import Document, Metadata, Passage, slug
from archive.tokens import Streams


class FileState(StrEnum):
    """How far a file was read."""

    READ = "read"
    PENDING = "reading"  # not all of it is kept yet: a killed run leaves it so
    FAILED = "failed"
    MISSING = "missing"  # it has vanished since; what was read from it is kept
    LEFT_OUT = "left out"  # of a kind that is not read
    ABSORBED = "absorbed"  # it has vanished, and its document stands in others now


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as it was last read."""

    path: str
    name: str
    size: int
    mtime_ns: int
    sha256: str
    side: str
    reader: int
    state: FileState
    message: str | None = None  # why it, or some of what it holds, was not read

    @property
    def whole(self) -> bool:
        """All that it holds was read, and it is still there."""
        return self.state is FileState.READ and self.message is None


@dataclass(frozen=True, slots=True)
class Purged:
    """A document whose text was destroyed: its id, the digests of its letters in every revision, why and since when."""

    document: str
    letters: tuple[str, ...]
    reason: str
    since: str  # ISO 8601


@dataclass(frozen=True, slots=True)
class Bytes:
    """A file as it is kept, byte for byte."""

    sha256: str
    data: bytes
    media_type: str
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class FormRecord:
    """Another file of a document: an hwp or pdf beside the html that is read."""

    path: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Overview:
    """How much a reader can find."""

    documents: int
    passages: int
    notes: int
    samples: int


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document's catalogue entry. `number` is the archive's own, `id` the public one."""

    number: int
    id: str
    path: str
    entry: str
    source: str
    sha256: str
    metadata: Metadata

    @property
    def slug(self) -> str:
        """A readable name for people beside the id: of the title, or else of the source. It may change; the id not."""
        return slug_of(self.metadata.title, self.source)


def slug_of(title: str | None, source: str) -> str:
    """The slug of a document of this title, read from this source."""
    return slug(title or source.rsplit(".", 1)[0])


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document whole: its catalogue entry, what was read, and its passages in order."""

    record: DocumentRecord
    document: Document
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Original:
    """The file a document was read from, byte for byte."""

    name: str
    media_type: str
    encoding: str | None
    data: bytes


@dataclass(frozen=True, slots=True)
class Indexed:
    """A passage with the tokens it is found and marked by."""

    passage: Passage
    streams: Streams
    facets: tuple[str, ...]
    findable: bool

    @property
    def key(self) -> int:
        assert self.passage.key is not None, "only passages of today are indexed"
        return self.passage.key
