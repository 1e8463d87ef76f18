"""What must a reference say? The work, the place in it, the address in this archive, and the day it was looked at."""

from dataclasses import dataclass

from archive.citing.locator import Coordinate, coordinate
from archive.citing.outlets import Outlets
from archive.citing.works import Work, document_work, source_work
from archive.model import Citation, DocumentPart, Language, Metadata


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a document, to a passage of it (`place`), or to a source that it cites (`via` the document).

    `key` is the address within the archive: an entry's name in the files of reference managers.
    """

    key: str
    work: Work
    address: str | None = None  # the whole permalink; None where the archive has no public address
    accessed: str | None = None  # the reader's own day, ISO 8601
    place: Coordinate | None = None
    via: "Reference | None" = None

    @property
    def remarks(self) -> tuple[tuple[str, str], ...]:
        """What must be said of a document beside its reference: ("status" or "original", the catalogue's words)."""
        work = self.via.work if self.via else self.work
        rows = (("status", work.status), ("original", work.original))
        return tuple((name, value) for name, value in rows if value)


def refer(
    key: str,
    data: Metadata,
    address: str | None = None,
    accessed: str | None = None,
    part: DocumentPart | None = None,
    source: str = "",
) -> Reference:
    """A reference to a document, or to those passages of it that a part shows; `source` is the name of its file."""
    return Reference(key, document_work(data), address, accessed, coordinate(part, source) if part else None)


def refer_by_way_of(via: Reference, cited: Citation, outlets: Outlets) -> Reference:
    """A reference to a source which is known from a note alone: `via` refers to that note."""
    return Reference(f"{via.key}-{cited.start}", source_work(cited, outlets), via=via)


def format_remark(name: str, value: str, language: Language) -> str:
    """성격: op-ed, 처음 실린 곳: 보기일보, 7월 8일."""
    ko, en = {"status": ("성격", "Status"), "original": ("처음 실린 곳", "First published")}[name]
    return f"{ko if language == 'ko' else en}: {value}"
