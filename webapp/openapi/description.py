"""Which requests does the API take, and how may it answer? The paths, their parameters with limits, and the errors.

Source: OpenAPI 3.1.
"""

from collections.abc import Mapping

from archive.engine import Order
from archive.search import MatchMode
from webapp.openapi.schemas import SCHEMAS, Schema, one_of, reference
from webapp.search import API_DEEPEST, API_MOST, API_USUAL, LONGEST_ID, MOST, MOST_DROPPED, USUAL
from webapp.urls import COMPLETIONS, Urls

JSON = "application/json"

Description = Mapping[str, object]


def description(urls: Urls) -> Description:
    """The description of the API under the addresses of an archive."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Gakju (각주)",
            "version": "1",
            "summary": "Find passages of documents, and what became of what was cited",
            "description": "Everything is read, nothing is written, and nobody signs in. See the page for programs.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": urls.whole_home.rstrip("/")}],
        "paths": {
            "/api/search": {"get": _search()},
            "/api/suggest": {"get": _suggest()},
            "/api/completions": {"get": _completions()},
            "/api/resolve": {"get": _resolve()},
            "/api/openapi.json": {"get": _description()},
        },
        "components": {"schemas": SCHEMAS},
    }


def _parameter(name: str, said: str, schema: Schema, required: bool = False, **more: object) -> Description:
    return {"name": name, "in": "query", "description": said, "required": required, "schema": schema, **more}


def _whole(name: str, said: str, default: int, least: int, most: int) -> Description:
    return _parameter(name, said, {"type": "integer", "minimum": least, "maximum": most, "default": default})


def _flag(name: str, said: str) -> Description:
    return _parameter(name, said, {**one_of(("0", "1")), "default": "0"})


def _answers(answer: str, said: str, media: str = JSON, **errors: str) -> Description:
    """What a request may be answered; every answer has a tag, and may be "not modified"."""
    tag = {"ETag": {"description": "Changes with whatever is written to the archive", "schema": {"type": "string"}}}
    wrong = {"content": {JSON: {"schema": reference("Error")}}}
    return {
        "200": {"description": said, "headers": tag, "content": {media: {"schema": reference(answer)}}},
        "304": {"description": "Not modified since the answer of that ETag (If-None-Match)"},
        **{status.removeprefix("s"): {"description": meaning, **wrong} for status, meaning in errors.items()},
        "500": {"description": "The archive could not answer", **wrong},
    }


_WRONG = "A value that the parameter cannot have; `error.code` is no-argument, no-number, no-choice, or that of a query"
_STALE = "The search index must be built first (stale-index)"
_LANGUAGE = _parameter(
    "lang", "language of the words around the answer, ko or en; others are not heeded", {"type": "string"}
)


def _search() -> Description:
    ids = {"type": "string", "maxLength": LONGEST_ID, "pattern": "^[a-z-]+:.+$"}
    dropped = {"type": "array", "items": ids, "maxItems": MOST_DROPPED}
    return {
        "operationId": "search",
        "summary": "Passages that answer a query",
        "parameters": [
            _parameter("q", "the query, as in the search field", {"type": "string", "minLength": 1}, required=True),
            _whole("limit", "passages at most", API_USUAL, 1, API_MOST),
            _whole("offset", "how many are passed over", 0, 0, API_DEEPEST),
            _parameter(
                "match",
                "how many of the words a passage must have: enough, all, any",
                {**one_of([mode.value for mode in MatchMode]), "default": MatchMode.MOST.value},
            ),
            _parameter("sort", "the best or the newest first", one_of([order.value for order in Order])),
            _flag("exact", "1: the words as typed, in no other form"),
            _flag("facets", "1: the passages are counted by document, place, kind, author …"),
            _parameter("drop", "expansions to be taken away, by their ids in `understood`", dropped, explode=True),
        ],
        "responses": _answers(
            "SearchAnswer", "What was found, and how the query was understood", s400=_WRONG, s503=_STALE
        ),
    }


def _suggest() -> Description:
    return {
        "operationId": "suggest",
        "summary": "What may complete what is being typed",
        "parameters": [
            _parameter("q", "what is typed so far", {"type": "string"}),
            _whole("limit", "suggestions at most", USUAL, 1, MOST),
            _LANGUAGE,
        ],
        "responses": _answers("Suggestions", "Suggestions, the best first", s400=_WRONG, s503=_STALE),
    }


def _completions() -> Description:
    return {
        "operationId": "complete",
        "summary": "The same, in the form of OpenSearch",
        "parameters": [
            _parameter("q", "what is typed so far", {"type": "string"}),
            _whole("limit", "completions at most", USUAL, 1, MOST),
            _LANGUAGE,
        ],
        "responses": _answers(
            "Completions",
            "What was typed, the queries, words on them, their addresses",
            COMPLETIONS,
            s400=_WRONG,
            s503=_STALE,
        ),
    }


def _resolve() -> Description:
    said = "a permalink of this archive as people paste it: whole, its path, or 7k4m2-93xch alone"
    return {
        "operationId": "resolve",
        "summary": "What became of a cited passage or document",
        "parameters": [_parameter("permalink", said, {"type": "string", "minLength": 1}, required=True)],
        "responses": _answers(
            "Resolution",
            "What was cited, and where it stands today",
            s400=_WRONG,
            s404="It was never an address of this archive, or has a slip in it (not-found)",
        ),
    }


def _description() -> Description:
    answers = {"200": {"description": "OpenAPI 3.1", "content": {JSON: {"schema": {"type": "object"}}}}}
    return {"operationId": "describe", "summary": "This description", "parameters": [], "responses": answers}
