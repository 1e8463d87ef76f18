"""Which request gets which page? Parses arguments, calls the archive, builds a page value, renders it."""

from dataclasses import replace
from urllib.parse import quote

from flask import Blueprint, Response, make_response, request

from archive.errors import NotFound
from archive.history import Past, Quotation, Resolution, excerpt, find_quoted, parse_quotation, resolve
from archive.model import Address, Span, parse_address, parse_permalink
from webapp.attachment import attachment, shown, written_file
from webapp.components import (
    OpenDocument,
    Redirect,
    all_lines_page,
    file_form,
    lines_page,
    open_document,
    open_passage,
    record_at,
    reference_to,
    refuse_withdrawn,
    resolve_document,
    revision_notices,
    revision_of,
    translated_from,
)
from webapp.document import (
    DisplayOptions,
    Related,
    about_page,
    document_page,
    documents_page,
    home_page,
    named_page,
    search_document,
    sources_of,
)
from webapp.errors import WrongAddress
from webapp.help import help_page
from webapp.history import compare_page, history_page
from webapp.passage import passage_context, passage_page, quotation_context, with_similar
from webapp.problems import problems_csv as csv_of
from webapp.problems import problems_page
from webapp.saved_list import parse_list, saved_page
from webapp.saved_list import saved_file as file_of_list
from webapp.search import follow_address, parse_form, parse_whole, results_page
from webapp.site import cite_as, current_frame, current_site, show
from webapp.sources import SourceFilter, outlet_page, source_page, sources_page
from webapp.validators import answer_unchanged, tagged

blueprint = Blueprint("views", __name__)
blueprint.before_request(answer_unchanged)
blueprint.after_request(tagged)

LAST = 999_999  # the highest number of a revision that an address may name


@blueprint.get("/")
def home() -> Response:
    return show("home.html", home_page(current_site(), current_frame()))


@blueprint.get("/search")
def search() -> Response:
    form = parse_form(request.args, _page(), current_frame().language)
    if not form.query.strip():
        return show("home.html", home_page(current_site(), current_frame(), focus=True))
    follow_address(current_site(), current_frame(), form.query)
    return show("results.html", results_page(current_site(), current_frame(), form))


@blueprint.get("/documents")
def documents() -> Response:
    query = request.args.get("q", "")
    if query.strip():
        return show("named.html", named_page(current_site(), current_frame(), query, _page()))
    return show(
        "documents.html", documents_page(current_site(), current_frame(), request.args.get("sort", ""), _page())
    )


@blueprint.get("/d/<document>")
def document(document: str) -> Response:
    opened = open_document(current_site(), current_frame(), _document(document))
    store, stored = current_site().store, opened.stored
    related = Related(
        translated_from(store, stored.record),
        () if opened.view.revision else tuple(store.forms(stored.record.id)),
        opened.resolution.revisions,
        revision_notices(current_site(), opened),
        *sources_of(current_site(), opened),
    )
    page = document_page(stored, opened.view, _display(opened), related)
    return cite_as(show("document.html", page), page.head.cite_as)


@blueprint.get("/d/<document>/original")
def original(document: str) -> Response:
    resolution, store = _document(document), current_site().store
    name, revision = resolution.address.document, revision_of(resolution)
    return attachment(store.ledger.original_at(name, revision) if revision else store.original(name))


@blueprint.get("/d/<document>/original/view")
def shown_original(document: str) -> Response:
    resolution, store = _document(document), current_site().store
    name, revision = resolution.address.document, revision_of(resolution)
    return shown(store.ledger.original_at(name, revision) if revision else store.original(name))


@blueprint.get("/d/<document>/forms/<digest>")
def form(document: str, digest: str) -> Response:
    return attachment(current_site().store.form(_document(document).address.document, digest))


@blueprint.get("/d/<document>/lines")
def printed(document: str) -> Response:
    opened = open_document(current_site(), current_frame(), _document(document), with_lines=True)
    return show("lines.html", all_lines_page(opened.stored, opened.view))


@blueprint.get("/d/<document>/history")
def history(document: str) -> Response:
    resolution = _document(document)
    past = Past.of(current_site().store, resolution.address.document)
    return show("history.html", history_page(record_at(current_site(), resolution), past, current_frame()))


@blueprint.get("/d/<document>/compare")
def compare(document: str) -> Response:
    resolution = _document(document)
    past = Past.of(current_site().store, resolution.address.document)
    after = parse_whole(request.args, "to", past.last, 1, LAST)
    before = parse_whole(request.args, "from", max(min(after, past.last) - 1, 1), 1, LAST)
    return show(
        "compare.html", compare_page(record_at(current_site(), resolution), past, before, after, current_frame())
    )


@blueprint.get("/p/<address>")
def passage(address: str) -> Response:
    resolution = _passage(address)
    if "q" in request.args:
        context = quotation_context(current_site(), current_frame(), resolution, _quotation())
    else:
        context = passage_context(current_site(), current_frame(), resolution)
    page = with_similar(current_site(), context, passage_page(context))
    return cite_as(show("passage.html", page, page.status), page.permalink)


@blueprint.get("/p/<address>/cite/<form>")
def passage_reference(address: str, form: str) -> Response:
    return _reference_file(_passage(address), form)


@blueprint.get("/d/<document>/cite/<form>")
def document_reference(document: str, form: str) -> Response:
    return _reference_file(_document(document), form)


@blueprint.get("/p/<address>/lines")
def lines(address: str) -> Response:
    resolution = _passage(address)
    opened, passage = open_passage(current_site(), current_frame(), resolution)
    return show("lines.html", lines_page(opened.stored, passage, opened.view))


@blueprint.get("/list")
def saved() -> Response:
    return show("saved.html", saved_page(current_site(), current_frame(), parse_list(request.args)))


@blueprint.get("/list/cite/<form>")
def saved_file(form: str) -> Response:
    return written_file(*file_of_list(current_site(), current_frame(), parse_list(request.args), form))


@blueprint.get("/sources")
def sources() -> Response:
    narrowed = SourceFilter.of(request.args, _page())
    return show("sources.html", sources_page(current_site(), current_frame(), narrowed))


@blueprint.get("/sources/<source>")
def source(source: str) -> Response:
    return show("source.html", source_page(current_site(), current_frame(), source, _page()))


@blueprint.get("/outlets/<outlet>")
def outlet(outlet: str) -> Response:
    return show("outlet.html", outlet_page(current_site(), current_frame(), outlet))


@blueprint.get("/problems")
def problems() -> Response:
    document, code = request.args.get("document", ""), request.args.get("kind", "")
    return show("problems.html", problems_page(current_site(), current_frame(), document, code, _page()))


@blueprint.get("/problems.csv")
def problems_csv() -> Response:
    document, code = request.args.get("document", ""), request.args.get("kind", "")
    response = make_response(csv_of(current_site(), current_frame(), document, code))
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = (
        f"attachment; filename=problems.csv; filename*=UTF-8''{quote('확인 필요.csv')}"
    )
    return response


@blueprint.get("/help")
def help() -> Response:
    return show("help.html", help_page(current_frame()))


@blueprint.get("/about")
def about() -> Response:
    return show("about.html", about_page(current_site()))


def _page() -> int:
    """The page that is asked for; nonsense is the first."""
    given = request.args.get("page", "1")
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < 6 else 1


def _document(given: str) -> Resolution:
    """What became of the document of an address.

    Raises:
        Redirect: more than its own address was given.
    """
    resolution = resolve_document(current_site(), parse_permalink(given))
    _redirect_unless_own("d", given, str(resolution.address))
    return resolution


def _passage(given: str) -> Resolution:
    """What became of the passage of an address.

    Raises:
        Redirect: more than its own address was given.
    """
    try:
        parse_address(given)
    except NotFound as error:
        raise WrongAddress(given) from error
    resolution = resolve(current_site().store, given)
    _redirect_unless_own("p", given, str(resolution.address))
    return resolution


def _redirect_unless_own(kind: str, given: str, address: str) -> None:
    """Particles and signs stuck to an address are taken off; what is known under another name leads to it."""
    if given != address:
        rest = request.path.removeprefix(f"/{kind}/{given}")
        raise Redirect(current_frame().urls.canonical(address, rest, request.query_string.decode("ascii", "replace")))


def _reference_file(resolution: Resolution, form: str) -> Response:
    """The reference to what an address cites, as a file of another program."""
    written, store = file_form(form), current_site().store
    refuse_withdrawn(current_site(), resolution.address.document)
    query = request.query_string.decode("ascii", "replace")
    reference = reference_to(excerpt(store, f"{resolution.address}?{query}"), current_frame())
    return written_file(written.write([reference]), f"gakju-{reference.key}.{written.suffix}", written.media_type)


def _quotation() -> Quotation | None:
    """The words that the address quotes; None if it cannot be read."""
    try:
        return parse_quotation(request.args.get("q", ""), request.args.get("to"))
    except NotFound:
        return None


def _display(opened: OpenDocument) -> DisplayOptions:
    """How a document is to be shown; its address may say which words it quotes, or what is sought in it."""
    passage, traces, quotation = request.args.get("p"), "traces" in request.args, _quotation()
    form = parse_form(request.args, _page(), current_frame().language)
    if passage and quotation:
        form = replace(form, query="")
    found = search_document(current_site(), opened, form, passage)
    marks = _quoted_in(opened, passage, quotation) if passage and quotation else found.marks
    return DisplayOptions(passage, traces, marks, found.finder)


def _quoted_in(opened: OpenDocument, passage: str, quotation: Quotation) -> dict[str, tuple[Span, ...]]:
    """The quoted words of a document's passages, if they stand in the revision that is shown."""
    revision = opened.view.revision
    found = find_quoted(current_site().store, Address(opened.stored.record.id, passage, revision), quotation)
    return {id_: (span,) for id_, span in found.spans} if found and found.revision == revision else {}
