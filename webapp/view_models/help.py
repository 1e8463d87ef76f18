"""What do the pages show that help a reader on: the query language, and errors?"""

from dataclasses import dataclass

from webapp.view_models.pieces import Link


@dataclass(frozen=True, slots=True)
class Example:
    """A query that can be tried, and what it finds; `url` is None where it would find nothing here."""

    query: str
    url: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Variety:
    """A kind of other forms that are looked for: its name, what it means, examples of query → found."""

    name: str
    meaning: str
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HelpPage:
    words: tuple[Example, ...]
    fields: tuple[Example, ...]
    varieties: tuple[Variety, ...]


@dataclass(frozen=True, slots=True)
class LikelyAddress:
    """An address that may have been meant: what stands there, and in which document."""

    address: str
    url: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What went wrong, and what to do next."""

    status: int
    title: str
    message: str
    advice: str | None = None
    command: str | None = None
    query: str | None = None
    likely: tuple[LikelyAddress, ...] = ()
    ways: tuple[Link, ...] = ()
