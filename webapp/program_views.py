"""Which request of a program gets which answer? The API, feeds, the site map, harvesters: views as those of pages."""

from flask import Blueprint, Response, jsonify, request

from archive.history import resolve
from webapp.errors import MissingArgument
from webapp.feeds import DESCRIPTION, atom_feed, completions, robots_text, search_description, sitemap
from webapp.oai import answer as oai_answer
from webapp.openapi import description
from webapp.search import (
    API_DEEPEST,
    API_MOST,
    API_USUAL,
    parse_api_form,
    parse_flag,
    parse_whole,
    search_json,
    suggestions,
)
from webapp.search import MOST as SUGGESTED_MOST
from webapp.search import USUAL as SUGGESTED
from webapp.site import current_frame, current_generation, current_site
from webapp.sources import source_json
from webapp.urls import COMPLETIONS
from webapp.validators import answer_unchanged, tagged

blueprint = Blueprint("programs", __name__)
blueprint.before_request(answer_unchanged)
blueprint.after_request(tagged)

XML = "application/xml"


@blueprint.get("/api/search")
def api_search() -> Response:
    form, counted = parse_api_form(request.args), parse_flag(request.args, "facets")
    limit = parse_whole(request.args, "limit", API_USUAL, 1, API_MOST)
    offset = parse_whole(request.args, "offset", 0, 0, API_DEEPEST)
    return jsonify(search_json(current_site(), current_frame().urls, form.options(limit, offset, counted)))


@blueprint.get("/api/suggest")
def api_suggest() -> Response:
    """What may complete what is typed; any text is taken, and none has no completion."""
    limit = parse_whole(request.args, "limit", SUGGESTED, 1, SUGGESTED_MOST)
    return jsonify(suggestions(current_site(), current_frame(), request.args.get("q", ""), limit))


@blueprint.get("/api/completions")
def api_completions() -> Response:
    """The same in the form of OpenSearch, for the search field of a browser."""
    limit = parse_whole(request.args, "limit", SUGGESTED, 1, SUGGESTED_MOST)
    response = jsonify(completions(current_site(), current_frame(), request.args.get("q", ""), limit))
    response.mimetype = COMPLETIONS
    return response


@blueprint.get("/api/resolve")
def api_resolve() -> Response:
    """What became of a permalink."""
    printed = request.args.get("permalink", "")
    if not printed.strip():
        raise MissingArgument("permalink", "https://archive.example.org/p/7k4m2-93xch")
    resolution, urls = resolve(current_site().store, printed), current_frame().urls
    return jsonify(resolution.as_json(urls.permalink(str(resolution.address)), urls.permalink))


@blueprint.get("/api/openapi.json")
def api_description() -> Response:
    return jsonify(description(current_frame().urls))


@blueprint.get("/opensearch.xml")
def opensearch() -> Response:
    return Response(search_description(current_frame()), mimetype=DESCRIPTION)


@blueprint.get("/sources/<source>.json")
def source(source: str) -> Response:
    """A cited source with the notes and passages that cite it."""
    return jsonify(source_json(current_site(), current_frame(), source))


@blueprint.get("/feed.atom")
def feed() -> Response:
    form = parse_api_form(request.args) if request.args.get("q", "").strip() else None
    return Response(atom_feed(current_site(), current_frame(), form), mimetype="application/atom+xml")


@blueprint.get("/sitemap.xml")
def site_map() -> Response:
    return Response(sitemap(current_site(), current_frame().urls), mimetype=XML)


@blueprint.get("/sitemap-<int:part>.xml")
def site_map_part(part: int) -> Response:
    return Response(sitemap(current_site(), current_frame().urls, part), mimetype=XML)


@blueprint.route("/oai", methods=["GET", "POST"])
def oai() -> Response:
    """Harvesters may ask by either method. Source: OAI-PMH 2.0, 3.1.1."""
    given = request.form if request.method == "POST" else request.args
    made = oai_answer(current_site(), current_frame(), current_generation(), list(given.items(multi=True)))
    return Response(made, mimetype="text/xml")


@blueprint.get("/robots.txt")
def robots() -> Response:
    return Response(robots_text(request.script_root, current_frame().urls), mimetype="text/plain")


@blueprint.get("/favicon.ico")
def favicon() -> Response:
    """Browsers ask for it where an answer is no page, and names no icon."""
    return current_site().assets.answer("icon.svg", request)
