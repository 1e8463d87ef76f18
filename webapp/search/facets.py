"""By what can these results be narrowed, and by what are they narrowed already?

A facet's values are fields of the query: a click adds one, another takes it away. What would narrow nothing is not
offered.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from archive.citing import outlet_id, title_of
from archive.query import Field, FieldWriter, fields, without_field
from archive.search import Results
from archive.store import DocumentRecord
from webapp.components import language_name
from webapp.languages import written_in
from webapp.search.request import SearchForm
from webapp.site import Frame, Site, cited_sources
from webapp.snippets import shorten
from webapp.view_models import Facet, Link, Narrowing, Value

DOCUMENTS = 8  # the documents with the most passages
SHOWN = 8  # values of a facet; more come folded
YEARS = 12
NAMED = ("document", "author", "publisher", "outlet", "source")  # facets whose values are names in any language
PLACES = ("note", "row")  # kinds that are places as well, and are counted as such
SOURCES = 5  # values of what more than one of the passages cites, and more than one note of the archive; no more
NAME = 60  # characters of the name of a source
FOLDED = 40  # values that come folded; what is rarer still is not offered

Counted = Sequence[tuple[str, str, int]]  # value of the field, its name for the reader, passages


def narrowing(
    site: Site, frame: Frame, form: SearchForm, found: Results, records: Mapping[int, DocumentRecord]
) -> Narrowing:
    """The facets of an answer, and the conditions that it answers. `records` holds those of `counted_documents`."""
    held = fields(found.query)
    bare = found.query
    for field in held:
        bare = without_field(bare, field.name, field.value)
    clear = replace(form, page=1, query=bare.written(frame.language))
    return Narrowing(
        tuple(_chosen(site, frame, form, found, field) for field in held),
        clear.url(frame.urls) if held else None,
        tuple(_facets(site, frame, form, found, records)) if found.counted else (),
        tuple(link for field in held if found.counted and (link := _chosen_page(site, frame, field))),
    )


def _chosen_page(site: Site, frame: Frame, field: Field) -> Link | None:
    """The page of an outlet or a source that is chosen."""
    url = _page(frame, field.name, field.value)
    if url is None:
        return None
    said = "outlet-of" if field.name == "outlet" else "source-of"
    text = frame.t(said, name=_value_name(site, frame, field.name, field.value))
    return Link(str(text.unescape()), url)


def _page(frame: Frame, name: str, value: str) -> str | None:
    match name:
        case "outlet":
            return frame.urls.outlet(outlet_id(value, frame.outlets))
        case "source":
            return frame.urls.source_of(value)
        case _:
            return None


def _chosen(site: Site, frame: Frame, form: SearchForm, found: Results, field: Field) -> Link:
    left = without_field(found.query, field.name, field.value)
    url = replace(form, page=1, query=left.written(frame.language)).url(frame.urls)
    name, value = frame.t(f"field-{field.name}"), _value_name(site, frame, field.name, field.value)
    return Link(str(frame.t("chosen-field", name=name, value=value).unescape()), url)


def _value_name(site: Site, frame: Frame, name: str, value: str) -> str:
    """What a value of a field is called on the page."""
    match name:
        case "document":
            records = site.store.records_of([value])
            return title_of(records[0].metadata) if records else value
        case "language":
            return language_name(value, frame)
        case "kind":
            return str(frame.t(f"kind-{value}"))
        case "in":
            return str(frame.t(f"place-{value}"))
        case "outlet":
            outlet = site.search.knowledge.outlets.find(value)
            return value if outlet is None else outlet.ko if frame.language == "ko" else outlet.en
        case "source":
            source = cited_sources(site, frame).sources.get(value)
            return shorten(source.name, NAME) if source else value
        case "year":
            return value.replace("-", "–")
        case _:
            return value


def _facets(
    site: Site, frame: Frame, form: SearchForm, found: Results, records: Mapping[int, DocumentRecord]
) -> Iterable[Facet]:
    def counted(name: str) -> Counted:
        values = found.counts.get(name, {}).items()
        return [(value, _value_name(site, frame, name, value), n) for value, n in values]

    rows: tuple[tuple[str, Counted, int], ...] = (
        ("document", _documents(found, records), DOCUMENTS),
        ("in", counted("in"), SHOWN),
        ("author", counted("author"), SHOWN),
        ("publisher", counted("publisher"), SHOWN),
        ("year", sorted(counted("year"), reverse=True), YEARS),
        ("language", counted("language"), SHOWN),
        ("outlet", counted("outlet"), SHOWN),
        ("source", _sources(site, frame, found), SOURCES),
        ("kind", [one for one in counted("kind") if one[0] not in PLACES], SHOWN),
    )
    writer = FieldWriter(found.query, frame.language)
    first = replace(form, page=1, query="")
    for name, values, shown in rows:
        if facet := _facet(frame, first, found, writer, name, values, shown):
            yield facet


def counted_documents(found: Results) -> list[int]:
    """The documents, by number, that results can be narrowed to: those with the most passages."""
    return list(islice(found.by_document, DOCUMENTS))


def _documents(found: Results, records: Mapping[int, DocumentRecord]) -> Counted:
    titled = [(records[n], found.by_document[n]) for n in counted_documents(found) if n in records]
    return [(record.id, title_of(record.metadata), n) for record, n in titled]


def _sources(site: Site, frame: Frame, found: Results) -> Counted:
    """The sources that join passages: what one note alone cites says no more than the note."""
    cited = cited_sources(site, frame).sources if found.counts.get("source") else {}
    joining = (
        (id_, shorten(source.name, NAME), n)
        for id_, n in found.counts.get("source", {}).items()
        if n > 1 and (source := cited.get(id_)) and source.citations > 1
    )
    return list(islice(joining, SOURCES))


def _facet(
    frame: Frame, form: SearchForm, found: Results, writer: FieldWriter, name: str, counted: Counted, shown: int
) -> Facet | None:
    most = max((n for _, _, n in counted), default=0)
    some = counted[: shown + FOLDED]
    values = [value for given, text, n in some if (value := _value(frame, form, writer, name, given, text, n, most))]
    if not any(value.count < found.counted for value in values):
        return None
    title, note = frame.t(f"field-{name}"), frame.t("facet-language-note") if name == "language" else None
    unknown = max(found.counted - sum(n for _, _, n in counted), 0) if name == "year" else 0
    first, rest = tuple(values[:shown]), tuple(values[shown : shown + FOLDED])
    return Facet(name, title, note, first, rest, unknown, bars=name == "year")


def _value(
    frame: Frame, form: SearchForm, writer: FieldWriter, name: str, given: str, text: str, count: int, most: int
) -> Value | None:
    query = writer.text(name, given)
    if query is None:  # held already, or no field can say it
        return None
    url = replace(form, query=query).url(frame.urls)
    language = written_in(None, text) if name in NAMED else ""
    return Value(text, language, count, max(1, round(100 * count / most)), url, _page(frame, name, given))
