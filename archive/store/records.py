"""What does the store give back? Values read from its tables."""

from dataclasses import dataclass

from archive.analyzer import Streams
from archive.document import Metadata, Reading
from archive.passage import Passage
from archive.permalink import slug


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as it was last read. `state` is read, reading (not all of it is kept yet), failed or missing."""

    path: str
    name: str
    size: int
    mtime_ns: int
    sha256: str
    side: str
    reader: int
    state: str
    message: str | None = None


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
    """A document whole: its catalogue entry, its reading, and its passages in order."""

    record: DocumentRecord
    reading: Reading
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
