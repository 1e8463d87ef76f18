"""Which request gets which page? Parses arguments, calls the archive, builds a page value, renders it."""

from urllib.parse import quote

from flask import Blueprint, Response, jsonify, make_response, request

from archive.errors import NotFound
from archive.history import (
    Past,
    Quotation,
    Resolution,
    count_revisions,
    find_quoted,
    original_at,
    parse_quotation,
    resolve,
)
from archive.model import Address, Span, parse_address, parse_permalink
from webapp.attachment import attachment
from webapp.document import DisplayOptions, Related, about_page, document_page, documents_page, home_page
from webapp.errors import MissingArgument, WrongAddress, WrongArgument
from webapp.help import help_page
from webapp.history import compare_page, history_page
from webapp.parts import (
    Elsewhere,
    Opened,
    all_lines_page,
    lines_page,
    opened,
    opened_passage,
    record_of,
    resolved,
    revision_of,
    told_of_document,
    translated_from,
)
from webapp.passage import beside_similar, passage_page, place_of, place_of_quotation
from webapp.problems import problems_csv as csv_of
from webapp.problems import problems_page
from webapp.search import MOST as SUGGESTED_MOST
from webapp.search import USUAL as SUGGESTED
from webapp.search import answer, asked_by_machine, asked_by_reader, results_page, said_yes, suggestions
from webapp.site import cited, frame, show, site

blueprint = Blueprint("views", __name__)

API_MOST = 100  # results of one request to the API


@blueprint.get("/")
def home() -> Response:
    return show("home.html", home_page(site(), frame()))


@blueprint.get("/search")
def search() -> Response:
    asked = asked_by_reader(request.args, _page(), frame().language)
    if not asked.query.strip():
        return show("home.html", home_page(site(), frame(), focus=True))
    return show("results.html", results_page(site(), frame(), asked))


@blueprint.get("/api/search")
def api_search() -> Response:
    asked, counted = asked_by_machine(request.args), said_yes(request.args, "facets")
    limit, offset = _whole("limit", 20, 1, API_MOST), _whole("offset", 0, 0, 1_000)
    return jsonify(answer(site(), frame().urls, asked.wanted(limit, offset, counted)))


@blueprint.get("/api/suggest")
def api_suggest() -> Response:
    """What may complete what is typed; any text is taken, and none has no completion."""
    limit = _whole("limit", SUGGESTED, 1, SUGGESTED_MOST)
    return jsonify(suggestions(site(), frame(), request.args.get("q", ""), limit))


@blueprint.get("/documents")
def documents() -> Response:
    return show("documents.html", documents_page(site(), frame(), request.args.get("sort", ""), _page()))


@blueprint.get("/api/resolve")
def api_resolve() -> Response:
    """What became of a permalink, for machines."""
    printed = request.args.get("permalink", "")
    if not printed.strip():
        raise MissingArgument("permalink", "https://archive.example.org/p/7k4m2-93xch")
    answer, urls = resolve(site().store, printed), frame().urls
    links = [urls.permalink(str(one.address)) for one in answer.current]
    return jsonify(answer.as_json(urls.permalink(str(answer.address)), links))


@blueprint.get("/d/<document>")
def document(document: str) -> Response:
    here = opened(site(), frame(), _document(document))
    store, stored = site().store, here.stored
    beside = Related(
        translated_from(store, stored.record),
        () if here.view.revision else tuple(store.forms(stored.record.id)),
        count_revisions(store, stored.record.id),
        told_of_document(here),
    )
    wanted = DisplayOptions(request.args.get("p"), "traces" in request.args, _quoted_in(here))
    page = document_page(stored, here.view, wanted, beside)
    return cited(show("document.html", page), frame().urls.permalink(str(here.answer.address)))


@blueprint.get("/d/<document>/original")
def original(document: str) -> Response:
    answer, store = _document(document), site().store
    name, revision = answer.address.document, revision_of(answer)
    return attachment(original_at(store, name, revision) if revision else store.original(name))


@blueprint.get("/d/<document>/forms/<digest>")
def form(document: str, digest: str) -> Response:
    return attachment(site().store.form(_document(document).address.document, digest))


@blueprint.get("/d/<document>/lines")
def printed(document: str) -> Response:
    here = opened(site(), frame(), _document(document))
    return show("lines.html", all_lines_page(here.stored, here.view))


@blueprint.get("/d/<document>/history")
def history(document: str) -> Response:
    answer = _document(document)
    past = Past.of(site().store, answer.address.document)
    return show("history.html", history_page(record_of(site(), answer), past, frame()))


@blueprint.get("/d/<document>/compare")
def compare(document: str) -> Response:
    answer = _document(document)
    past = Past.of(site().store, answer.address.document)
    before, after = _whole("from", 1, 1, 999_999), _whole("to", past.last, 1, 999_999)
    return show("compare.html", compare_page(record_of(site(), answer), past, before, after, frame()))


@blueprint.get("/p/<address>")
def passage(address: str) -> Response:
    answer = _passage(address)
    if "q" in request.args:
        place = place_of_quotation(site(), frame(), answer, _quotation())
    else:
        place = place_of(site(), frame(), answer)
    page = beside_similar(site(), place, passage_page(place))
    return cited(show("passage.html", page, page.status), page.permalink)


@blueprint.get("/p/<address>/lines")
def lines(address: str) -> Response:
    answer = _passage(address)
    here, passage = opened_passage(site(), frame(), answer)
    return show("lines.html", lines_page(here.stored, passage, here.view))


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


def _whole(name: str, default: int, least: int, most: int) -> int:
    asked = request.args.get(name)
    if asked is None:
        return default
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10 and least <= int(asked) <= most):
        raise WrongArgument(name, asked, least, most)
    return int(asked)


def _document(given: str) -> Resolution:
    """What became of the document of an address.

    Raises:
        Elsewhere: more than its own address was given.
    """
    answer = resolved(site(), parse_permalink(given))
    _stay("d", given, str(answer.address))
    return answer


def _passage(given: str) -> Resolution:
    """What became of the passage of an address.

    Raises:
        Elsewhere: more than its own address was given.
    """
    try:
        parse_address(given)
    except NotFound as error:
        raise WrongAddress(given) from error
    answer = resolve(site().store, given)
    _stay("p", given, str(answer.address))
    return answer


def _stay(kind: str, given: str, address: str) -> None:
    """Particles and signs stuck to an address are taken off; what is known under another name leads to it."""
    if given != address:
        rest = request.path.removeprefix(f"/{kind}/{given}")
        raise Elsewhere(frame().urls.canonical(address, rest, request.query_string.decode("ascii", "replace")))


def _quotation() -> Quotation | None:
    """The words that the address quotes; None if it cannot be read."""
    try:
        return parse_quotation(request.args.get("q", ""), request.args.get("to"))
    except NotFound:
        return None


def _quoted_in(here: Opened) -> dict[str, Span]:
    """The quoted words of a document's passages, if they stand in the revision that is shown."""
    passage, quotation = request.args.get("p"), _quotation()
    if not passage or quotation is None:
        return {}
    revision = here.view.revision
    found = find_quoted(site().store, Address(here.stored.record.id, passage, revision), quotation)
    return dict(found.spans) if found and found.revision == revision else {}
