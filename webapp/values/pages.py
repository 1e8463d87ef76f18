"""What does a page show? The values that views hand to templates: frozen, typed, everything already decided.

Markup is text that has been escaped and marked; every other string is escaped by the template. Addresses come from
`webapp.urls`.
"""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of catalogue data: its name in the reader's language, and what is known."""

    name: str
    value: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a document is, in a list or at its head. `title` is the file's name where the document prints none."""

    id: str
    url: str
    title: str
    other_title: str | None
    language: str  # of the document: a lang attribute
    byline: str
    publisher: str
    date: str  # "발행일 미상" where unknown
    iso: str | None
    sample: bool
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Handle:
    """How a passage is taken hold of: its address, and the printed lines it was read from."""

    passage: str
    ordinal: int  # among the passages of its document
    anchor: str
    address: str
    row: str | None  # the whole text of a table row: its cells may not show all of it
    url: str
    in_document: str
    permalink: str
    lines: str  # "12–14행"
    lines_url: str


# Parts of several pages


@dataclass(frozen=True, slots=True)
class CellView:
    """A table cell, with the head of its column where there is one."""

    head: str | None
    html: Markup
    rows: int = 1
    columns: int = 1
    at: int | None = None  # where its text begins in that of the row


@dataclass(frozen=True, slots=True)
class Caller:
    """A passage that calls a note."""

    html: Markup
    url: str
    kind: str


@dataclass(frozen=True, slots=True)
class Link:
    """An offer: what it says, and where it leads."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence above a text: what it is, in relation to what was cited, and where to go from there."""

    text: str
    links: tuple[Link, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class HomePage:
    documents: int
    passages: int
    notes: int
    samples: int
    recent: tuple[Catalogue, ...]
    stale: int
    focus: bool  # whether the reader was about to type


# Document


@dataclass(frozen=True, slots=True)
class Prose:
    """A printed unit of running text. `handle` is None where it has no address (page heads, end marks)."""

    form: ClassVar[str] = "prose"
    kind: str
    html: Markup
    handle: Handle | None = None
    level: int = 2  # of a heading: h2 the highest
    depth: int = 0  # of an item
    marker: str | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """Items that follow each other."""

    form: ClassVar[str] = "items"
    items: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """Lines that print what the catalogue data says: series, authors, date. They stand on one line, small."""

    form: ClassVar[str] = "front"
    lines: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    cells: tuple[CellView, ...]
    handle: Handle | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class TableView:
    heads: tuple[CellView, ...]
    rows: tuple[TableRow, ...]
    width: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A caption with its tables, sources and remarks; without tables where the print shows an image."""

    form: ClassVar[str] = "figure"
    caption: Prose | None
    tables: tuple[TableView, ...]
    legends: tuple[Prose, ...]


Part = Prose | Items | Front | Figure


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading in the contents."""

    text: str
    url: str
    level: int


@dataclass(frozen=True, slots=True)
class Back:
    """A way back from a note to where it is called."""

    url: str
    letter: str | None  # a, b, c where there are several


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source that a note cites: as printed, and what was read from it."""

    printed: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class NoteView:
    label: str
    html: Markup
    handle: Handle | None
    chosen: bool
    backs: tuple[Back, ...]
    sources: tuple[CitedSource, ...]
    same_as: Link | None


@dataclass(frozen=True, slots=True)
class DocumentPage:
    document: Catalogue
    title: Prose | None
    permalink: str
    contents: tuple[ContentsEntry, ...]
    parts: tuple[Part, ...]
    notes_heading: Prose | None  # that the document prints above its notes
    notes: tuple[NoteView, ...]
    open_labels: tuple[str, ...]
    file: Link
    forms: tuple[Link, ...]  # other files of the same document
    printed: str
    traces: bool
    traces_url: str
    problems: Link | None
    history: str | None  # where it has had more than one revision
    told: tuple[Notice, ...]


# Lists


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    documents: tuple[Catalogue, ...]
    total: int
    order: str
    orders: tuple[Link, ...]
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True)
class ProblemView:
    document: Catalogue
    code: str
    kind: str
    message: str
    remedy: str
    place: Link | None


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ProblemsPage:
    doubts: tuple[ProblemView, ...]
    total: int
    documents: tuple[Choice, ...]
    codes: tuple[Choice, ...]
    csv: str
    filtered: bool
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True)
class AboutPage:
    documents: int
    passages: int
    samples: int


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What went wrong, and what to do next."""

    status: int
    title: str
    message: str
    advice: str | None
    command: str | None
    query: str | None
