"""What do the pages show that count or list what the archive holds?"""

from dataclasses import dataclass

from webapp.view_models.pieces import Catalogue, Choice, Link
from webapp.view_models.search import Cards, Facet


@dataclass(frozen=True, slots=True)
class Suggested:
    """A search worth trying: its query and the language of that, and what it shows."""

    query: str
    language: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class HomePage:
    documents: int
    passages: int
    notes: int
    samples: int
    holdings: tuple[Facet, ...]
    tries: tuple[Suggested, ...]
    recent: tuple[Catalogue, ...]
    stale: int
    focus: bool  # whether the reader was about to type


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    documents: tuple[Catalogue, ...]
    total: int
    order: str
    orders: tuple[Link, ...]
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True)
class NamedPage:
    """The documents that a query names. `search` looks for it in passages, `everything` lists all documents."""

    query: str
    cards: Cards
    search: str
    everything: str
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True)
class ProblemView:
    document: Catalogue
    kind: str
    message: str
    remedy: str
    place: Link | None


@dataclass(frozen=True, slots=True)
class MissingData:
    """A document, what its catalogue data lack, and the commands that set it."""

    document: Catalogue
    fields: str  # "제목, 저자"
    commands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProblemsPage:
    """`missing` are some of the `lacking` documents; none where doubts of one kind, or a later page, are asked for."""

    missing: tuple[MissingData, ...]
    lacking: int
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
