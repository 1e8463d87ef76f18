"""What do several pages show? Links, handles, notices, cells, notes: frozen, typed, everything already decided.

Markup is text that has been escaped and marked; every other string is escaped by the template. Addresses come from
`webapp.urls`. The macros of templates/pieces.html show most of these.
"""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of catalogue data: its name in the reader's language, and what is known."""

    name: str
    value: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a document is, in a list or at its head. `title` stands in brackets where the document has none."""

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

    ordinal: int  # among the passages of its document
    anchor: str
    address: str
    row: str | None  # the whole text of a table row: its cells may not show all of it
    url: str
    in_document: str
    permalink: str
    lines: str  # "12–14행"
    lines_url: str


@dataclass(frozen=True, slots=True)
class Link:
    """An offer: what it says, and where it leads."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence above a text: what it is, in relation to what was cited or printed, and where to go from there."""

    text: str
    links: tuple[Link, ...] = ()
    quiet: bool = False
    warning: str = ""  # what the text is warned of, in a word or two; "" where it is no warning


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class CellView:
    """A table cell, with the head of its column where there is one."""

    head: str | None
    html: Markup
    rows: int = 1
    columns: int = 1
    at: int | None = None  # where its text begins in that of the row
    number: bool = False  # whether its column holds numbers


@dataclass(frozen=True, slots=True)
class Caller:
    """A passage that calls a note."""

    html: Markup
    url: str
    kind: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The passage before or after."""

    kind: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source that a note cites: as printed, and what was read from it."""

    printed: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Back:
    """A way back from a note to where it is called."""

    url: str
    letter: str | None  # a, b, c where there are several


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
