"""What do the pages of cited sources show? The list of all, a source with those who cite it, an outlet."""

from dataclasses import dataclass

from markupsafe import Markup

from webapp.view_models.pieces import Catalogue, Choice, Fact, Link
from webapp.view_models.reference import CitingPanel


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source in a list. `language` is a lang attribute; `counted` says how often it is cited, or beside another."""

    url: str
    name: str
    language: str
    author: str
    outlet: Link | None
    date: str
    counted: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A year with a count, which is also given as a share in percent of the most."""

    text: str
    count: int
    share: int
    url: str | None


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """`kept` are the conditions that the form does not show: (name, value)."""

    query: str
    entries: tuple[SourceEntry, ...]
    total: int
    all: int  # sources in the archive
    order: str
    orders: tuple[Link, ...]
    kinds: tuple[Choice, ...]
    languages: tuple[Choice, ...]
    kept: tuple[tuple[str, str], ...]
    conditions: tuple[str, ...]  # what `kept` says, in words
    filtered: bool
    outlets: tuple[Link, ...]
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True)
class SpellingView:
    """A way in which a source is printed, and the notes that print it so: some of `count`."""

    text: str
    count: int
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CitingPassage:
    """A passage that calls the note."""

    text: Markup
    url: str


@dataclass(frozen=True, slots=True)
class CitingNoteView:
    """A note that cites a source: where it stands, what it prints, who calls it."""

    note: Link
    printed: str
    repeated: bool  # by Ibid. or 앞의 글 only
    callers: tuple[CitingPassage, ...]


@dataclass(frozen=True, slots=True)
class CitingDocument:
    document: Catalogue
    notes: tuple[CitingNoteView, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    name: str
    language: str
    facts: tuple[Fact, ...]
    counted: str
    years: tuple[Bar, ...]
    spellings: tuple[SpellingView, ...]
    citing: tuple[CitingDocument, ...]
    beside: tuple[SourceEntry, ...]
    reference: CitingPanel | None
    json: str
    search: str  # in the passages that cite it
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True)
class RestingDocument:
    """A document, and how often it cites an outlet, or how many sources it shares with another."""

    document: Catalogue
    counted: str


@dataclass(frozen=True, slots=True)
class OutletPage:
    name: str
    language: str
    other_name: str | None
    facts: tuple[Fact, ...]
    counted: str
    spellings: tuple[tuple[str, str], ...]  # a printed name, and how often
    years: tuple[Bar, ...]
    entries: tuple[SourceEntry, ...]
    listed: Link | None  # the list of all its pieces
    documents: tuple[RestingDocument, ...]
    search: str
