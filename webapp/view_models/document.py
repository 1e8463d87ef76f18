"""What does the page of a whole document show? Its blocks in order, its tables, its contents and its notes."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from webapp.view_models.pieces import Catalogue, CellView, Handle, Link, NoteView, Notice
from webapp.view_models.reference import CitingPanel, HeadTags
from webapp.view_models.sources import RestingDocument


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
class Finder:
    """Finding in a document: the box, and the matches of what is sought, each passage a step.

    `position` (from 1) is that of the passage where the document was opened. `anchors` are those of all the steps, in
    order; `kept` is the manner of searching that another query from here keeps.
    """

    action: str
    query: str
    kept: tuple[tuple[str, str], ...]
    anchors: tuple[str, ...]
    position: int | None
    few: bool  # passages have some of the words only
    previous: str | None
    following: str | None
    results: str | None  # back to where the search was


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
    sources: Link | None  # the list of what its notes cite
    sharing: tuple[RestingDocument, ...]  # documents that rest on the same sources
    notices: tuple[Notice, ...]
    citing: CitingPanel
    head: HeadTags
    finder: Finder | None  # of today's text
