"""What is this source, and who cites it? The page of one source: its spellings, and the passages that rest on it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from archive.citing import place_of, refer, refer_by_way_of
from archive.query import write_field
from archive.sources import Source, SourceCatalogue
from archive.store import CitingPassages, DocumentRecord, Edge
from webapp.components import NoSource, Redirect, citing_panel, describe, language_name
from webapp.dates import format_date
from webapp.languages import written_in
from webapp.site import Frame, Site, cited_sources, recall
from webapp.snippets import shorten, weave
from webapp.sources.entries import NAME, bars, cited_times, entry, outlet_of, year_of
from webapp.view_models import (
    CitingDocument,
    CitingNoteView,
    CitingPanel,
    CitingPassage,
    Fact,
    Link,
    SourcePage,
    SpellingView,
)

PAGE = 20  # citing documents on a page
BESIDE = 10  # sources that are cited together with it
LOOKED = 200  # edges that are read for its spellings, and given to machines
PLACES = 3  # notes of each spelling
PRINTED = 600  # characters of what a note prints
CALLER = 220  # characters of a passage that calls the note
SCHEMES = ("http://", "https://")

Notes = Mapping[tuple[int, int], CitingPassages]


def source_page(site: Site, frame: Frame, given: str, page: int) -> SourcePage:
    """A page of a source.

    Raises:
        NoSource: no note cites it. Redirect: other words stand in its address than say what it is.
    """
    cited = cited_sources(site, frame)
    source = _source(cited, given)
    if given != frame.urls.source_name(source.id, source.name):
        raise Redirect(frame.urls.source(source.id, source.name, page))
    first, last = PAGE * (page - 1), PAGE * page
    shown = _edges(site, source, frame, source.documents[first:last])
    spelt = _spelt(shown if page == 1 and len(source.documents) <= PAGE else _edges(site, source, frame))
    places = [edge for several in spelt.values() for edge in several[:PLACES]]
    notes = site.store.citations.passages([*shown, *places])
    records = site.store.records(sorted({edge.document for edge in (*shown, *places)}))
    years = recall("years", lambda: {one.number: year for one in site.store.documents() if (year := year_of(one))})
    return SourcePage(
        name=source.name,
        language=written_in(source.language, source.title or ""),
        facts=_facts(source, cited, frame),
        counted=cited_times(source.citations, len(source.documents), frame),
        years=bars(Counter(years[number] for number in source.documents if number in years), frame),
        spellings=tuple(_spelling(text, several, notes, records, frame) for text, several in spelt.items()),
        citing=tuple(
            CitingDocument(describe(records[number], frame), tuple(_note(edge, notes, frame) for edge in several))
            for number, several in groupby(shown, lambda edge: edge.document)
        ),
        beside=tuple(
            entry(other, cited, frame, str(frame.t.count("beside-n", n))) for other, n in cited.beside(source, BESIDE)
        ),
        reference=_reference(site, frame, shown, notes) if page == 1 else None,
        json=frame.urls.source_json(source.id),
        search=frame.urls.search(write_field("source", source.id, frame.language)),
        previous=frame.urls.source(source.id, source.name, page - 1) if page > 1 else None,
        following=frame.urls.source(source.id, source.name, page + 1) if len(source.documents) > last else None,
    )


def source_json(site: Site, frame: Frame, given: str) -> dict[str, object]:
    """A source and its citations, for machines.

    Raises:
        NoSource: no note cites it.
    """
    source = _source(cited_sources(site, frame), given)
    edges = _edges(site, source, frame)
    notes = site.store.citations.passages(edges)
    fields = ("id", "title", "author", "outlet", "date", "language", "url")
    return {
        **{name: getattr(source, name) for name in fields},
        "citations": [
            {
                "note": frame.urls.permalink(str(note.passage.address)),
                "label": note.label,
                "printed": note.text[edge.citation.start : edge.citation.end],
                "start": edge.citation.start,
                "end": edge.citation.end,
                "ibid": edge.repeated,
                "passages": [frame.urls.permalink(str(caller.address)) for caller in note.callers],
            }
            for edge in edges
            if (note := notes[edge.document, edge.note]).passage
        ],
    }


def _source(cited: SourceCatalogue, given: str) -> Source:
    """The source of an address: its id stands at the end."""
    words, _, id_ = given.rpartition("-")
    found = cited.sources.get(id_.casefold())
    if found is None:
        raise NoSource("source", given, words.replace("-", " "))
    return found


def _edges(site: Site, source: Source, frame: Frame, documents: Sequence[int] | None = None) -> list[Edge]:
    """The edges to a source: those of these documents, or the first of all."""
    edges = site.store.citations.of_work(source.work, documents, None if documents is not None else LOOKED)
    return [edge for edge in edges if place_of(edge.citation, frame.outlets) == source.place]


def _facts(source: Source, cited: SourceCatalogue, frame: Frame) -> tuple[Fact, ...]:
    outlet = outlet_of(source, cited, frame)
    rows = (
        ("author", source.author, None),
        ("outlet", outlet.text if outlet else None, outlet.url if outlet else None),
        ("published", format_date(source.date, frame.language) if source.date else None, None),
        ("written-in", language_name(source.language, frame) if source.language else None, None),
        ("web-address", source.url, source.url if source.url and source.url.startswith(SCHEMES) else None),
    )
    return tuple(Fact(frame.t(name), value, url) for name, value, url in rows if value)


def _spelt(edges: Sequence[Edge]) -> dict[str, list[Edge]]:
    """The edges by the title, outlet and author that each prints, most frequent first; no Ibid."""
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        if not edge.repeated:
            printed = (edge.citation.author, edge.citation.title or edge.citation.url, edge.citation.outlet)
            found.setdefault(", ".join(filter(None, printed)), []).append(edge)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def _spelling(
    text: str, edges: Sequence[Edge], notes: Notes, records: Mapping[int, DocumentRecord], frame: Frame
) -> SpellingView:
    places = [
        Link(f"{describe(records[edge.document], frame).title} {_label(notes, edge, frame)}", _url(notes, edge, frame))
        for edge in edges[:PLACES]
    ]
    return SpellingView(shorten(text, NAME), len(edges), tuple(places))


def _note(edge: Edge, notes: Notes, frame: Frame) -> CitingNoteView:
    note = notes[edge.document, edge.note]
    return CitingNoteView(
        note=Link(_label(notes, edge, frame), _url(notes, edge, frame)),
        printed=shorten(note.text[edge.citation.start : edge.citation.end], PRINTED),
        repeated=edge.repeated,
        callers=tuple(
            CitingPassage(weave(shorten(caller.text, CALLER)), frame.urls.document(caller.document, caller.id))
            for caller in note.callers
        ),
    )


def _label(notes: Notes, edge: Edge, frame: Frame) -> str:
    return str(frame.t("note-n", n=notes[edge.document, edge.note].label).unescape())


def _url(notes: Notes, edge: Edge, frame: Frame) -> str:
    passage = notes[edge.document, edge.note].passage
    return frame.urls.passage(str(passage.address)) if passage else ""


def _reference(site: Site, frame: Frame, edges: Sequence[Edge], notes: Notes) -> CitingPanel | None:
    """The references to a source by way of the first note shown that prints it."""
    for edge in edges:
        note = notes.get((edge.document, edge.note))
        if note and note.passage and not edge.repeated:
            record, part = site.store.part(note.passage.document, [note.passage.id])
            address = str(note.passage.address)
            permalink = frame.urls.permalink(address)
            via = refer(address, record.metadata, permalink, frame.day, part, record.source)
            return citing_panel(refer_by_way_of(via, edge.citation, frame.outlets), frame, ())
    return None
