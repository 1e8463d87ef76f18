"""What do the pages of a passage show: the passage, what became of it, its printed lines?"""

from dataclasses import dataclass

from markupsafe import Markup

from webapp.view_models.pieces import (
    Caller,
    Catalogue,
    CellView,
    ChangeView,
    CitedSource,
    Handle,
    Link,
    Neighbour,
    NoteView,
    Notice,
)
from webapp.view_models.reference import CitingPanel, HeadTags


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """The text of a passage on its own page."""

    handle: Handle
    kind: str
    html: Markup
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class SimilarPassage:
    """A passage that speaks of the same, anywhere in the archive. `common` are words that both have."""

    document: Catalogue
    kind: str
    text: str
    url: str
    common: tuple[str, ...]
    copy: bool  # nearly the same text


@dataclass(frozen=True, slots=True)
class PassagePage:
    """A passage, or several that a quotation runs over; `handle` is the first one's."""

    status: int
    document: Catalogue
    handle: Handle
    address: str
    saved: str  # how it stands in a list: its address, with the words that are quoted
    permalink: str
    canonical: str
    coordinate: str
    original: Link | None  # the original file at its page, where browsers show such files
    kind: str
    label: str | None
    section: Link | None
    shown: tuple[ShownPassage, ...]
    quoting: bool
    notices: tuple[Notice, ...]
    change: ChangeView | None
    when: str | None  # it changed, and why
    history: str | None  # where the document has had more than one revision
    caption: str | None
    notes: tuple[NoteView, ...]
    open_labels: tuple[str, ...]
    sources: tuple[CitedSource, ...]  # that it cites, if it is a note
    callers: tuple[Caller, ...]
    in_document: str
    citing: CitingPanel
    head: HeadTags
    previous: Neighbour | None
    following: Neighbour | None
    similar: tuple[SimilarPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class GonePage:
    """An address whose passage or document is not there any more: what was cited, and what is around its place."""

    title: str
    message: str
    details: tuple[str, ...]
    permalink: str
    cited: Markup | None = None
    cited_name: str = ""
    kind: str | None = None
    document: Catalogue | None = None
    then: str | None = None  # the document as it was, at the passage
    around: tuple[Neighbour, ...] = ()
    similar: tuple[Neighbour, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A printed line. `own` lines belong to the passage shown; `join` says how it was joined to the line before."""

    number: int
    anchor: str
    page: str | None
    html: Markup
    own: bool
    join: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class LinesPage:
    """The printed lines of a passage with a few around it, or of a whole document (`handle` None)."""

    document: Catalogue
    lines: tuple[PrintedLine, ...]
    all_lines: str
    paged: bool
    joined: bool
    file: Link
    handle: Handle | None = None
    kind: str | None = None
    html: Markup | None = None
