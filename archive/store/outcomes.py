"""What is put into the store, and what becomes of it? The values that go into saving a document and come out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive.model import Document, PassageDraft
from archive.store.records import Bytes
from archive.tokens import Streams


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document came from. `entry` is its id in a collection, "" for a whole file."""

    path: str
    entry: str
    source: str  # the file's name, or the entry's id
    sha256: str
    reader: int  # version of the reader
    today: str  # the day it is read, ISO 8601
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class IncomingDocument:
    """A document ready to be kept: where it came from, what was read, its passages and their tokens.

    `originals` are the bytes that it was read from, and those of its other forms.
    """

    origin: Origin
    document: Document
    drafts: Sequence[PassageDraft]
    streams: Sequence[Streams]
    facets: Sequence[tuple[str, ...]]
    originals: Sequence[Bytes] = ()


class MatchedBy(StrEnum):
    """What decided which document this is."""

    REPLACES = "replaces"  # its side file
    SAME_TEXT = "same-text"
    SAME_FILE = "same-file"
    SHARED = "shared"  # most of its passages
    NEW = "new"  # nothing: it is another one
    UNDECIDED = "undecided"  # nothing yet: other files of the run are asked first


class RevisionCause(StrEnum):
    """Why a revision began."""

    FIRST = "first"
    EDITION = "edition"  # the publisher's words changed
    EXTRACTION = "reading"  # what we make of them changed; stored under the name of the first release


class SaveResult(StrEnum):
    """What became of an incoming document."""

    NEW = "new"
    CHANGED = "changed"  # a new revision
    REREAD = "reread"  # the same words
    SAME = "same"
    COPY = "copy"  # a file that says the same as another
    DOWN = "down"  # it is withdrawn or purged: nothing was kept
    UNDECIDED = "undecided"  # nothing was kept: another file of the run may be the document with better reason


@dataclass(frozen=True, slots=True)
class Identity:
    """Which document an incoming one was found to be. `number` is None for a new document."""

    number: int | None
    why: MatchedBy
    resembles: int | None = None  # a document that is almost the same, where it was found to be another
    copy: bool = False  # it says the same as a document whose own file is there
    share: float = 0.0  # of passages with the nearest document that may go on in another file, 0 to 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an incoming document, in full. `changes` counts fates by status where a revision began."""

    number: int
    id: str
    result: SaveResult
    identity: Identity
    cause: RevisionCause | None = None
    changes: Mapping[str, int] | None = None
