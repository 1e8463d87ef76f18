"""What do the pages of a passage, of its past and of its printed lines show? See `webapp.values.pages` for the form."""

from dataclasses import dataclass

from markupsafe import Markup

from webapp.values.pages import Caller, Catalogue, CellView, CitedSource, Handle, Link, NoteView, Notice


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The passage before or after."""

    kind: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Version:
    """What a passage says in a revision, with what differs from another marked."""

    kind: str
    html: Markup
    address: Link
    permalink: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What was cited and what carries it on, side by side. `status` is one of `archive.model.revision`, or "new"."""

    status: str
    old_name: str  # "인용 당시 (2026. 1. 1.)"
    new_name: str
    old: tuple[Version, ...]
    new: tuple[Version, ...]
    marks: str | None = None  # what the marks mean


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of a passage on its own page."""

    handle: Handle
    kind: str
    html: Markup
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
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
    permalink: str
    canonical: str
    coordinate: str
    kind: str
    label: str | None
    section: Link | None
    shown: tuple[Shown, ...]
    quoting: bool
    told: tuple[Notice, ...]
    change: ChangeView | None
    when: str | None  # it changed, and why
    history: str | None  # where the document has had more than one revision
    caption: str | None
    notes: tuple[NoteView, ...]
    open_labels: tuple[str, ...]
    sources: tuple[CitedSource, ...]  # that it cites, if it is a note
    callers: tuple[Caller, ...]
    in_document: str
    quotation: str  # what 인용문 복사 copies
    previous: Neighbour | None
    following: Neighbour | None
    similar: tuple[Likeness, ...] = ()


@dataclass(frozen=True, slots=True)
class GonePage:
    """An address whose passage or document is not there any more: what was cited, and what is around its place."""

    title: str
    message: str
    details: tuple[str, ...]
    cited: Markup | None
    cited_name: str
    kind: str | None
    document: Catalogue | None
    then: str | None  # the document as it was, at the passage
    permalink: str
    around: tuple[Neighbour, ...]


# The past of a document


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """A revision of a document in its history."""

    number: int
    date: str
    iso: str
    cause: str
    counts: tuple[str, ...]
    current: bool
    url: str
    permalink: str
    changed: str | None  # what this revision changed
    compare: str | None  # what has changed since


@dataclass(frozen=True, slots=True)
class HistoryPage:
    document: Catalogue
    revisions: tuple[RevisionRow, ...]  # the latest first


@dataclass(frozen=True, slots=True)
class Compared:
    """A difference between two revisions, or a run of passages that are the same."""

    status: str
    name: str
    change: ChangeView | None


@dataclass(frozen=True, slots=True)
class ComparePage:
    document: Catalogue
    told: str
    entries: tuple[Compared, ...]
    differs: bool
    history: str


# Printed lines


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A printed line. `own` lines belong to the passage shown; `join` says how it was joined to the line before."""

    number: int
    anchor: str
    page: int | None
    html: Markup
    own: bool
    join: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class LinesPage:
    """The printed lines of a passage with a few around it, or of a whole document (`handle` None)."""

    document: Catalogue
    handle: Handle | None
    kind: str | None
    html: Markup | None
    lines: tuple[PrintedLine, ...]
    all_lines: str
    paged: bool
    joined: bool
    file: Link
