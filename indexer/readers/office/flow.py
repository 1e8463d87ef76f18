"""What does a word processor hold? Paragraphs of words and objects, in order, whichever program wrote it.

The readers of DOCX, HWPX and HWP give these values; `indexer.readers.office.elements` makes elements of them.
"""

from dataclasses import dataclass
from enum import StrEnum

from indexer.markup import ElementRole


@dataclass(frozen=True, slots=True)
class Words:
    """Text as it stands, set as `script` says: "", "sup" or "sub"."""

    text: str
    script: str = ""


@dataclass(frozen=True, slots=True)
class LineEnd:
    """A line ends here within its paragraph."""


@dataclass(frozen=True, slots=True)
class NoteAtMark:
    """A mark and its note, which the file holds in the place of the mark, or under its number."""

    label: str  # "1"
    printed: str  # "1)"
    paragraphs: tuple["Paragraph", ...]
    endnote: bool = False
    identity: str = ""  # the same in every mark of this note, where several may call it


@dataclass(frozen=True, slots=True)
class FlowCell:
    """A table cell in its place, counted from 0, and how much it spans."""

    row: int
    column: int
    paragraphs: tuple["Paragraph", ...]
    rows: int = 1
    columns: int = 1
    head: bool = False
    shaded: bool = False  # its ground is not white


@dataclass(frozen=True, slots=True)
class FlowTable:
    """A table and its caption."""

    cells: tuple[FlowCell, ...]
    caption: tuple["Paragraph", ...] = ()
    below: bool = False  # the caption stands under it


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text in a box of its own."""

    paragraphs: tuple["Paragraph", ...]


class LeftOutKind(StrEnum):
    """What is no text."""

    PICTURE = "picture"  # charts and embedded files among them
    EQUATION = "equation"


@dataclass(frozen=True, slots=True)
class LeftOutCount:
    """What is no text, with its caption."""

    kind: LeftOutKind
    caption: tuple["Paragraph", ...] = ()


@dataclass(frozen=True, slots=True)
class RunningHead:
    """A head or foot that is printed on many pages."""

    paragraphs: tuple["Paragraph", ...]


Part = Words | LineEnd | NoteAtMark | FlowTable | TextBox | LeftOutCount | RunningHead


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `number` is what its list prints before it: "1.", "가)", "•"."""

    parts: tuple[Part, ...]
    role: ElementRole = ElementRole.PARAGRAPH
    level: int | None = None  # of a heading, or of the list, 1 the highest
    number: str = ""
    size: float = 0.0  # of its largest letters, in points; 0 where the file doesn't say
    bold: bool = False  # all of it
    contents: bool = False  # a line of a table of contents


@dataclass(frozen=True, slots=True)
class Flow:
    """A whole document."""

    paragraphs: tuple[Paragraph, ...]
    title: str | None = None  # that the file claims
    authors: tuple[str, ...] = ()
