"""What does the page of a list show? Its entries in order, with how each is cited, and the ways to change it."""

from dataclasses import dataclass

from markupsafe import Markup

from webapp.view_models.pieces import Catalogue, Choice, Link, Notice
from webapp.view_models.reference import ReferenceView


@dataclass(frozen=True, slots=True)
class SavedEntry:
    """An address of a list. `link` None: it was never one of this archive; `forms` (): it cannot be cited."""

    address: str
    link: str | None
    kind: str
    document: Catalogue | None
    notices: tuple[Notice, ...]
    words: Markup | None  # in quotation marks, with all that may be left out of them
    forms: tuple[ReferenceView, ...]
    in_document: str | None
    up: str | None
    down: str | None
    remove: str


@dataclass(frozen=True, slots=True)
class SavedPage:
    title: str
    entries: tuple[SavedEntry, ...]
    addresses: tuple[str, ...]
    forms: tuple[Choice, ...]
    chosen: str
    given: bool  # whether the address of the page says which form
    numbered: bool  # whether numbers of notes stand in the words
    files: tuple[Link, ...]
    permalink: str
    clear: str
    uncited: int  # entries that cannot be cited
