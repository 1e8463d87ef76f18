"""Which request gets which page? Parses arguments, calls the archive, builds a page value, renders it."""

from urllib.parse import quote

from flask import Blueprint, Response, jsonify, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from archive.errors import NotFound
from archive.permalink import format_address, parse_address
from archive.planning import Match
from webapp.attachment import attachment
from webapp.catalogue import translated_from
from webapp.doclist import about_page, documents_page, home_page
from webapp.doubts import problems_csv as csv_of
from webapp.doubts import problems_page
from webapp.errors import WrongAddress, WrongArgument
from webapp.frame import frame, show, site
from webapp.gone import opened, still_there
from webapp.helppage import help_page
from webapp.layout import document_page
from webapp.place import all_lines_page, lines_page, passage_page
from webapp.results import Asked, results_page

blueprint = Blueprint("views", __name__)

API_MOST = 100  # results of one request to the API


@blueprint.get("/")
def home() -> Response:
    return show("home.html", home_page(site(), frame()))


@blueprint.get("/search")
def search() -> Response:
    query = request.args.get("q", "")
    if not query.strip():
        return home()
    asked = Asked(query, _page(), _match(), request.args.get("document") or None)
    return show("results.html", results_page(site(), frame(), asked))


@blueprint.get("/api/search")
def api_search() -> Response:
    query, limit, offset = request.args.get("q", ""), _whole("limit", 20, 1, API_MOST), _whole("offset", 0, 0, 1_000)
    found = site().search.search(query, limit, offset, match=_match())
    results = [hit.as_json(frame().urls.permalink(hit.address)) for hit in found.hits]
    return jsonify(query=query, passages=found.passages, documents=found.documents, results=results)


@blueprint.get("/documents")
def documents() -> Response:
    return show("documents.html", documents_page(site(), frame(), request.args.get("sort", ""), _page()))


@blueprint.get("/d/<document>")
def document(document: str) -> Response:
    stored = opened(site().store, document)
    original = translated_from(site().store, stored.record)
    page = document_page(stored, frame(), request.args.get("p"), "traces" in request.args, original)
    return _cited(show("document.html", page), page.permalink)


@blueprint.get("/d/<document>/original")
def original(document: str) -> Response:
    return attachment(site().store.original(opened(site().store, document).record.id))


@blueprint.get("/d/<document>/lines")
def printed(document: str) -> Response:
    return show("lines.html", all_lines_page(opened(site().store, document), frame()))


@blueprint.get("/p/<address>")
def passage(address: str) -> AnyResponse:
    name, key = _parsed(address)
    if (canonical := format_address(name, key)) != address:
        return redirect(frame().urls.passage(canonical))
    still_there(site().store, name, key)
    page = passage_page(site().store.document(name), site().store.passage(name, key), frame())
    return _cited(show("passage.html", page), page.handle.permalink)


@blueprint.get("/p/<address>/lines")
def lines(address: str) -> AnyResponse:
    name, key = _parsed(address)
    if (canonical := format_address(name, key)) != address:
        return redirect(frame().urls.lines(canonical))
    still_there(site().store, name, key)
    return show("lines.html", lines_page(site().store.document(name), site().store.passage(name, key), frame()))


@blueprint.get("/problems")
def problems() -> Response:
    document, code = request.args.get("document", ""), request.args.get("kind", "")
    return show("problems.html", problems_page(site(), frame(), document, code, _page()))


@blueprint.get("/problems.csv")
def problems_csv() -> Response:
    document, code = request.args.get("document", ""), request.args.get("kind", "")
    response = make_response(csv_of(site(), frame(), document, code))
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = (
        f"attachment; filename=problems.csv; filename*=UTF-8''{quote('확인 필요.csv')}"
    )
    return response


@blueprint.get("/help")
def help() -> Response:
    return show("help.html", help_page(frame()))


@blueprint.get("/about")
def about() -> Response:
    return show("about.html", about_page(site()))


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Pages of results have no end: crawlers stay out of them."""
    root = request.script_root
    response = make_response(f"User-agent: *\nDisallow: {root}/search\nDisallow: {root}/api/\n")
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    return response


def _page() -> int:
    """The page that is asked for; nonsense is the first."""
    asked = request.args.get("page", "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1


def _match() -> Match:
    asked = request.args.get("match", "")
    return Match(asked) if asked in set(Match) else Match.MOST


def _whole(name: str, default: int, least: int, most: int) -> int:
    asked = request.args.get(name)
    if asked is None:
        return default
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10 and least <= int(asked) <= most):
        raise WrongArgument(name, asked, least, most)
    return int(asked)


def _parsed(address: str) -> tuple[str, str]:
    try:
        return parse_address(address)
    except NotFound as error:
        raise WrongAddress(address) from error


def _cited(response: Response, permalink: str) -> Response:
    """Says by which address the page is cited. Source: RFC 8574."""
    response.headers["Link"] = f'<{permalink}>; rel="cite-as"'
    return response
