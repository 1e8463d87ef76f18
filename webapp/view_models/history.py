"""What do the pages of a document's past show? Its revisions, and what differs between two of them."""

from dataclasses import dataclass

from webapp.view_models.pieces import Catalogue, ChangeView


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
class ComparedPassages:
    """A difference between two revisions, or a run of passages that are the same."""

    status: str
    name: str
    change: ChangeView | None


@dataclass(frozen=True, slots=True)
class ComparePage:
    document: Catalogue
    summary: str
    entries: tuple[ComparedPassages, ...]
    differs: bool
    history: str
