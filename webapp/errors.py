"""What does a reader see when something goes wrong? Errors become pages, or JSON for machines, and say the way out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from flask import Flask, Response, jsonify, redirect, request
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from archive.citing import title_of
from archive.errors import GakjuError, NoRevision, NotFound, QueryError, StaleIndex, StoreError, TooLong
from archive.history import likely
from webapp.components import Gone, NoSource, Redirect, gone_page
from webapp.site import Frame, cite_as, current_frame, current_site, show
from webapp.snippets import shorten
from webapp.view_models import ErrorPage, LikelyAddress, Link

ADDRESS = re.compile(
    r"\s*[0-9A-Za-z]{5}-?[0-9A-Za-z]{5}(?![0-9A-Za-z])"
)  # the shape of an address, whatever its letters
WORDS = re.compile(r"[^\W\d_]{2,}")  # of a path
COMMAND = re.compile(r'run "([^"]+)"')
AGAIN = 30  # seconds until what took too long may be asked again
SHOWN = 40  # characters of a wrong address
GLIMPSE = 120  # characters of a passage whose address may have been meant


class WrongAddress(NotFound):
    """An address with a slip in it, or none at all."""

    def __init__(self, address: str) -> None:
        super().__init__(f"no address: {address}")
        self.address = address


class LongList(GakjuError):
    """A list with more addresses than a page shows."""

    def __init__(self, count: int, most: int) -> None:
        super().__init__(f"a list of {count} addresses: give at most {most}")


class WrongArgument(QueryError):
    """A number in a request to the API that is none, or out of bounds."""

    def __init__(self, name: str, value: str, least: int, most: int) -> None:
        super().__init__(f"{name} is “{value[:SHOWN]}”: a whole number from {least} to {most}", "no-number", name=name)


class WrongChoice(QueryError):
    """A value in a request to the API that is none of those it can have."""

    def __init__(self, name: str, value: str, choices: Sequence[str]) -> None:
        super().__init__(f"{name} is “{value[:SHOWN]}”: give {', '.join(choices)}", "no-choice", name=name)


class MissingArgument(QueryError):
    """A request to the API without what it is about."""

    def __init__(self, name: str, example: str) -> None:
        super().__init__(f"{name} is missing: give one, as in ?{name}={example}", "no-argument", name=name)


@dataclass(frozen=True, slots=True)
class ErrorAnswer:
    """An error as it is answered: the page, and for machines a code and an English message."""

    page: ErrorPage
    code: str
    message: str

    def response(self) -> Response:
        if "/api/" in request.path or request.path.endswith(".json"):
            answer = jsonify(error={"code": self.code, "message": self.message})
            answer.status_code = self.page.status
            return answer
        return show("error.html", self.page, self.page.status)


def register(app: Flask) -> None:
    """Makes an app answer errors so."""
    app.register_error_handler(GakjuError, lambda error: _ours(app, error))
    app.register_error_handler(Gone, _gone)
    app.register_error_handler(Redirect, lambda error: redirect(error.url))
    app.register_error_handler(HTTPException, lambda error: _http(error))


def _ours(app: Flask, error: GakjuError) -> Response:
    frame = current_frame()
    match error:
        case QueryError():
            return _query(error, frame).response()
        case LongList():
            text = str(frame.t("list-full"))
            return _answer(frame, 400, text, "long-list", str(error)).response()
        case WrongAddress():
            return _address(error, frame).response()
        case NoSource():
            return _uncited(error, frame).response()
        case NoRevision():
            return _no_revision(error, frame).response()
        case NotFound():
            return _missing(error, frame).response()
        case StaleIndex():
            command = COMMAND.search(str(error))
            message = str(frame.t("index-missing"))
            return _answer(frame, 503, message, "stale-index", str(error), command=command and command[1]).response()
        case TooLong():
            answer = _answer(frame, 503, str(frame.t("too-long")), "too-long", str(error), query=request.args.get("q"))
            return _again_later(answer.response())
        case StoreError():
            app.logger.error("%s", error)
            return _answer(frame, 500, str(frame.t("store-fault")), "store", "the archive cannot be read").response()
        case _:
            app.logger.error("%s", error)
            return _answer(frame, 500, str(frame.t("our-fault")), "failed", "the archive could not answer").response()


def _again_later(response: Response) -> Response:
    """Says when to ask again. Source: RFC 9110, 10.2.3."""
    response.headers["Retry-After"] = str(AGAIN)
    return response


def _gone(error: Gone) -> Response:
    page = gone_page(current_site().store, error.resolution, current_frame())
    return cite_as(show("gone.html", page, 410), page.permalink)


def _query(error: QueryError, frame: Frame) -> ErrorAnswer:
    text = frame.t("query-other", message=str(error))
    return _answer(frame, 400, str(text.unescape()), error.code, str(error), query=request.args.get("q", ""))


def _address(error: WrongAddress, frame: Frame) -> ErrorAnswer:
    slip = ADDRESS.match(error.address)
    shown = slip.group().strip() if slip else error.address[:SHOWN]
    text = frame.t("address-slip" if slip else "no-address", address=shown)
    meant = _likely(error.address, frame)
    advice = str(frame.t("likely-address" if meant else "compare-address")) if slip or meant else None
    code = "address-slip" if slip else "no-address"
    query = request.args.get("q") if request.path == "/search" else None  # it stays in the box
    return _answer(frame, 404, text.unescape(), code, str(error), advice=advice, likely=meant, query=query)


def _uncited(error: NoSource, frame: Frame) -> ErrorAnswer:
    """A source or an outlet that no note cites now, with a search for what its address says."""
    look = Link(str(frame.t("look-in-sources")), frame.urls.sources(error.words))
    text = frame.t("no-outlet" if error.kind == "outlet" else "no-source")
    return _answer(frame, 404, str(text), "not-found", str(error), ways=(look,))


def _no_revision(error: NoRevision, frame: Frame) -> ErrorAnswer:
    """A document that is there, in a revision that never was."""
    text = frame.t("no-revision", document=error.document, n=error.revision, last=error.last)
    history = Link(frame.t("history"), frame.urls.history(error.document))
    latest = Link(frame.t("current"), frame.urls.document(error.document))
    return _answer(frame, 404, str(text.unescape()), "no-revision", str(error), ways=(latest, history))


def _missing(error: NotFound, frame: Frame) -> ErrorAnswer:
    """What is not there, under an address that may have a slip in it."""
    kind = "address" if request.path.startswith("/p/") else "document"
    given, key = (request.view_args or {}).get(kind, ""), "no-passage" if kind == "address" else "no-document"
    meant = _likely(given, frame) if given else ()
    advice = str(frame.t("likely-address")) if meant else None
    return _answer(frame, 404, str(frame.t(key)), "not-found", str(error), advice=advice, likely=meant)


def _likely(given: str, frame: Frame) -> tuple[LikelyAddress, ...]:
    """The addresses that may have been meant."""
    store = current_site().store
    found = {str(one.address): one for one in likely(store, given)}
    titles = {
        one.id: title_of(one.metadata) for one in store.records_of({one.address.document for one in found.values()})
    }
    return tuple(
        LikelyAddress(
            address,
            frame.urls.canonical(address),
            titles.get(one.address.document, ""),
            shorten(one.current[0].text if one.current else one.cited.text or "", GLIMPSE),
        )
        for address, one in found.items()
    )


def _answer(
    frame: Frame,
    status: int,
    text: str,
    code: str,
    message: str,
    likely: tuple[LikelyAddress, ...] = (),
    ways: tuple[Link, ...] = (),
    **more: str | None,
) -> ErrorAnswer:
    """`likely`, `ways` and `more` say what to do next: see `ErrorPage`."""
    title = f"error-{status}" if f"error-{status}" in frame.t else "error-other"
    return ErrorAnswer(ErrorPage(status, str(frame.t(title)), text, likely=likely, ways=ways, **more), code, message)


def _searched(frame: Frame) -> Link:
    """A search for the words of an address that leads nowhere."""
    words = shorten(" ".join(WORDS.findall(unquote(request.path))), SHOWN)
    return Link(frame.t("search-instead", words=words), frame.urls.search(words))


def _http(error: HTTPException) -> Response:
    """Errors of HTTP itself; a fault of ours has been logged by Flask with its trace."""
    frame, status = current_frame(), error.code or 500
    if isinstance(error, SecurityError):
        return _answer(frame, 400, str(frame.t("wrong-host")), "host", "unknown host: set GAKJU_BASE_URL").response()
    key = "our-fault" if isinstance(error, InternalServerError) else "not-here" if status == 404 else "error-other"
    ways = (_searched(frame),) if status == 404 and WORDS.search(unquote(request.path)) else ()
    response = _answer(frame, status, str(frame.t(key)), error.name.casefold(), error.name, ways=ways).response()
    response.headers.update({name: value for name, value in error.get_headers() if name == "Allow"})
    return response
