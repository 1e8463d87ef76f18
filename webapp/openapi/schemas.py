"""What do the answers of the API hold? Their schemas: every field that may stand there, and which always do.

Source: JSON Schema 2020-12, as OpenAPI 3.1 takes it.
"""

from collections.abc import Mapping, Sequence

from archive.engine import FACET_NAMES, Order
from archive.model import PassageKind
from archive.search import ExpansionKind, MatchMode
from archive.suggest import SuggestionKind

Schema = Mapping[str, object]

TEXT: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
LINK: Schema = {"type": "string", "format": "uri"}
STATUSES = ("same", "revised", "split", "merged", "ambiguous", "moved", "gone", "withdrawn")


def listed(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def one_of(values: Sequence[str]) -> Schema:
    return {"type": "string", "enum": list(values)}


def record(optional: Mapping[str, Schema] | None = None, /, **fields: Schema) -> Schema:
    """An object with just these fields, of which the optional ones may be missing."""
    return {
        "type": "object",
        "properties": {**fields, **(optional or {})},
        "required": list(fields),
        "additionalProperties": False,
    }


def reference(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


_MATCH = record(
    **{"in": one_of(("text", "heading", "title"))},
    start={"type": "integer", "minimum": 0, "description": "code points into that text"},
    end={"type": "integer", "minimum": 1, "description": "code points, not included"},
    because={"type": "string", "description": "the words of the query that it answers"},
)
_HIT = record(
    document=TEXT,
    source=TEXT,
    passage=TEXT,
    permalink=LINK,
    kind=one_of([kind.value for kind in PassageKind]),
    text=TEXT,
    heading=MAYBE,
    title=MAYBE,
    date={"type": ["string", "null"], "description": "ISO 8601, as exact as it is known"},
    score={"type": "number"},
    matches=listed(_MATCH),
    reasons=listed(record(typed=TEXT, found=TEXT)),
    missing={**listed(TEXT), "description": "words of the query that it has not"},
)
_UNDERSTOOD = record(
    typed=TEXT,
    read_as=MAYBE,
    also=listed(
        record(
            id={"type": "string", "description": "what `drop` takes"},
            form=TEXT,
            kind=one_of([kind.value for kind in ExpansionKind]),
        )
    ),
)
_NAMED = record(document=TEXT, title=TEXT, permalink=LINK, because=listed(record(field=TEXT, name=TEXT, whole=FLAG)))
_COUNTED = listed(record(value=TEXT, passages=COUNT))
_SOURCES = {**_COUNTED, "description": "cited sources by the ids that end their addresses: the 50 that most rest on"}
_FACETS = record(
    {**dict.fromkeys(FACET_NAMES, _COUNTED), "source": _SOURCES}, document=_COUNTED
)  # what no passage has is not there
_SEARCH = record(
    {"facets": _FACETS},
    query=TEXT,
    read_as={"type": "string", "description": "the query in its plain form"},
    hints=listed(record(code=TEXT, message=TEXT)),
    match=one_of([mode.value for mode in MatchMode]),
    sort=one_of([order.value for order in Order]),
    exact=FLAG,
    dropped=listed(TEXT),
    understood=listed(_UNDERSTOOD),
    named={**listed(_NAMED), "description": "documents that the query names, the first of them"},
    named_documents=COUNT,
    passages=COUNT,
    documents=COUNT,
    too_few_words={"type": "boolean", "description": "no passage has enough of the words: see `uncertain`"},
    results=listed(reference("Hit")),
    uncertain=listed(reference("Hit")),
    uncertain_passages=COUNT,
)
_SUGGESTION = record(
    text=TEXT,
    parts={**listed(TEXT), "minItems": 3, "maxItems": 3, "description": "before, in and after what was typed"},
    kind=one_of([kind.value for kind in SuggestionKind]),
    name=TEXT,
    query={"type": "string", "description": "what is then searched for"},
    detail=TEXT,
    language=TEXT,
    detail_language=TEXT,
)
_PLACE = record(text=TEXT, permalink=LINK, document=TEXT, revision={"type": "integer", "minimum": 1})
_RESOLUTION = record(
    {
        "similar": {**listed(_PLACE), "description": "passages that say nearly the same as what is gone: a hint only"},
        "documents": listed(record(document=TEXT, permalink=LINK)),
        "reason": TEXT,
        "since": TEXT,
    },
    permalink=LINK,
    status=one_of(STATUSES),
    cited=record(text=MAYBE, document=TEXT, revision={"type": "integer", "minimum": 1}, date=TEXT),
    current=listed(_PLACE),
)
SCHEMAS: Mapping[str, Schema] = {
    "Hit": _HIT,
    "SearchAnswer": _SEARCH,
    "Suggestions": record(typed=TEXT, label=TEXT, said=TEXT, suggestions=listed(_SUGGESTION)),
    "Completions": {
        "type": "array",
        "items": {"anyOf": [TEXT, listed(TEXT)]},
        "minItems": 4,
        "maxItems": 4,
        "description": "what was typed; the queries; a word on each; the addresses of their results",
    },
    "Resolution": _RESOLUTION,
    "Error": record(error=record(code=TEXT, message=TEXT)),
}
