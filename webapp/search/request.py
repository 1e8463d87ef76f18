"""What does the address of a search ask for? People's addresses are read with patience, machines' strictly.

A page takes what it cannot read as not asked; the API answers with an error that names the parameter and its values.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from werkzeug.datastructures import MultiDict

from archive.engine import Order
from archive.model import Language
from archive.query import parse, with_field
from archive.search import ExpansionKind, MatchMode, SearchOptions
from webapp.errors import MissingArgument, WrongArgument, WrongChoice
from webapp.urls import Urls

Arguments = MultiDict[str, str]
Choice = TypeVar("Choice", bound=StrEnum)

MOST_DROPPED = 64  # expansions that one address takes away; a query has no more words
LONGEST_ID = 200  # characters of an expansion's id
API_USUAL, API_MOST, API_DEEPEST = 20, 100, 1_000  # results of one request to the API, and how many it may pass over
YES, NO = "1", "0"


@dataclass(frozen=True, slots=True)
class SearchForm:
    """A search as the address asks for it. `dropped` are ids of expansions that were taken away, in order."""

    query: str
    page: int = 1
    match: MatchMode = MatchMode.MOST
    order: Order = Order.RELEVANCE
    exact: bool = False
    dropped: tuple[str, ...] = ()

    def url(self, urls: Urls) -> str:
        """The address that asks for this."""
        return urls.search(self.query, self.page, self.match, self.order, self.exact, self.dropped)

    def feed_url(self, urls: Urls) -> str:
        """The feed of the documents that this finds."""
        return urls.feed(self.query, self.match, self.exact, self.dropped)

    def url_in(self, urls: Urls, document: str, passage: str | None = None) -> str:
        """The address of a document with what this search matches in it marked, opened at a passage of it."""
        manner = (self.page, self.match, self.order, self.exact, self.dropped)
        return urls.match(document, passage, self.query, *manner)

    def options(self, limit: int, offset: int = 0, counted: bool = False) -> SearchOptions:
        """The options of the search in the archive."""
        dropped = frozenset(self.dropped)
        return SearchOptions(self.query, limit, offset, self.match, self.order, self.exact, dropped, counted)

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """What another query from this page keeps: the manner of searching, not what is sought."""
        rows = (
            ("match", self.match.value, self.match is MatchMode.ALL),
            ("sort", self.order.value, self.order is Order.DATE),
            ("exact", YES, self.exact),
        )
        return tuple((name, value) for name, value, keep in rows if keep)


def parse_form(arguments: Arguments, page: int, language: Language) -> SearchForm:
    """What a page is asked for. `document`, of addresses given out earlier, is a field of the query now."""
    query = arguments.get("q", "")
    if query.strip() and (document := arguments.get("document")):
        query = with_field(parse(query), "document", document).written(language) or query
    return SearchForm(
        query,
        page,
        _chosen(MatchMode, arguments.get("match"), MatchMode.MOST),
        _chosen(Order, arguments.get("sort"), Order.RELEVANCE),
        arguments.get("exact") == YES,
        tuple(dict.fromkeys(id_ for id_ in arguments.getlist("drop") if _is_id(id_)))[:MOST_DROPPED],
    )


def parse_api_form(arguments: Arguments) -> SearchForm:
    """What the API is asked for.

    Raises:
        QueryError: there is no query, or a parameter has a value that it cannot have.
    """
    query = arguments.get("q", "")
    if not query.strip():
        raise MissingArgument("q", "두만강+다리")
    dropped = arguments.getlist("drop")
    for id_ in dropped:
        if not _is_id(id_):
            raise WrongChoice("drop", id_, ("the id of an expansion, as “understood” gives it",))
    if len(dropped) > MOST_DROPPED:
        raise WrongChoice("drop", f"{len(dropped)} ids", (f"{MOST_DROPPED} ids at most",))
    return SearchForm(
        query,
        match=_choice(MatchMode, "match", arguments.get("match"), MatchMode.MOST),
        order=_choice(Order, "sort", arguments.get("sort"), Order.RELEVANCE),
        exact=parse_flag(arguments, "exact"),
        dropped=tuple(dict.fromkeys(dropped)),
    )


def parse_flag(arguments: Arguments, name: str) -> bool:
    """Whether a machine says 1.

    Raises:
        QueryError: it says neither 1 nor 0.
    """
    given = arguments.get(name, NO)
    if given not in (YES, NO):
        raise WrongChoice(name, given, (YES, NO))
    return given == YES


def parse_whole(arguments: Arguments, name: str, default: int, least: int, most: int) -> int:
    """The whole number that a machine gives; `default` if it gives none.

    Raises:
        QueryError: it gives no number, or one out of bounds.
    """
    given = arguments.get(name)
    if given is None:
        return default
    if not (given.isascii() and given.isdigit() and len(given) < 10 and least <= int(given) <= most):
        raise WrongArgument(name, given, least, most)
    return int(given)


def _chosen(kind: type[Choice], given: str | None, default: Choice) -> Choice:
    return kind(given) if given in {value.value for value in kind} else default


def _choice(kind: type[Choice], name: str, given: str | None, default: Choice) -> Choice:
    choices = [value.value for value in kind]
    if given is not None and given not in choices:
        raise WrongChoice(name, given, choices)
    return kind(given) if given is not None else default


def _is_id(text: str) -> bool:
    """Whether this can be the id of an expansion: name:라브로프."""
    kind, _, rest = text.partition(":")
    return bool(rest) and len(text) <= LONGEST_ID and kind in {value.value for value in ExpansionKind}
