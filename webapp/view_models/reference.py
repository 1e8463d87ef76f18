"""What does a page show to be cited by? References in their forms, and what its head says to programs."""

from dataclasses import dataclass

from markupsafe import Markup

from webapp.view_models.pieces import Link


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """A reference in one form; `remarks` are lines below it."""

    form: str
    name: str
    language: str
    html: Markup
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceReferences:
    """A source that the passage cites, as printed and in every form; or one of several of which it cites one."""

    printed: str
    forms: tuple[ReferenceView, ...]
    one_of: int = 0  # how many they are


@dataclass(frozen=True, slots=True)
class CitingPanel:
    """What can be copied of a document or a passage. `words` is its quotation, with all that can be left out of it."""

    forms: tuple[ReferenceView, ...]
    chosen: str  # the form that stands first for this reader
    files: tuple[Link, ...]
    words: Markup | None = None
    numbered: bool = False  # whether numbers of notes stand in the words
    sources: tuple[SourceReferences, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same in another form, for programs."""

    url: str
    media_type: str
    name: str


@dataclass(frozen=True, slots=True)
class HeadTags:
    """What the head of a page says: (name, content) of meta elements, of Open Graph's, and schema.org's in JSON-LD."""

    names: tuple[tuple[str, str], ...]
    properties: tuple[tuple[str, str], ...]
    schema: Markup
    cite_as: str
    alternates: tuple[Alternate, ...]
