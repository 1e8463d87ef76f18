"""What is an outlet cited for, and by whom? Its names, its pieces by year, the documents that rest on it."""

from collections import Counter
from dataclasses import replace

from archive.query import write_field
from webapp.components import NoSource, describe
from webapp.languages import written_in
from webapp.site import Frame, Site, cited_sources
from webapp.sources.entries import bars, cited_times, entry, outlet_name
from webapp.view_models import Fact, Link, OutletPage, RestingDocument

PIECES = 20  # of the most cited
DOCUMENTS = 10  # that cite it most


def outlet_page(site: Site, frame: Frame, id_: str) -> OutletPage:
    """The page of an outlet.

    Raises:
        NoSource: no note cites it.
    """
    cited, t, urls = cited_sources(site, frame), frame.t, frame.urls
    outlet = cited.outlets.get(id_)
    if outlet is None:
        raise NoSource("outlet", id_, id_)
    row, name = outlet.row, outlet_name(outlet, frame)
    other = (row.ko if frame.language == "en" else row.en) if row else None
    resting = sorted(outlet.documents.items(), key=lambda item: (-item[1], item[0]))[:DOCUMENTS]
    records = site.store.records([number for number, _ in resting])
    most = [(records[number], n) for number, n in resting if number in records]
    pieces = sorted(outlet.sources, key=lambda source: (-source.citations, -len(source.documents), source.id))
    years = Counter(source.date[:4] for source in pieces if source.date)
    rows = [("outlet-kind", t(f"kind-{row.kind}"))] if row else []
    return OutletPage(
        name=name,
        language=written_in(None, name),
        other_name=other if other != name else None,
        facts=tuple(Fact(t(key), value) for key, value in rows),
        counted=cited_times(outlet.citations, len(outlet.documents), frame),
        spellings=tuple(
            (printed, f"{n:,}") for printed, n in sorted(outlet.spellings.items(), key=lambda item: (-item[1], item[0]))
        ),
        years=bars(years, frame, lambda year: urls.sources(kept={"outlet": id_, "year": year})),
        entries=tuple(replace(entry(source, cited, frame), outlet=None) for source in pieces[:PIECES]),
        listed=Link(str(t.count("n-sources", len(pieces))), urls.sources(kept={"outlet": id_})) if pieces else None,
        documents=tuple(RestingDocument(describe(record, frame), str(t.count("cited-times", n))) for record, n in most),
        search=urls.search(write_field("outlet", name, frame.language)),
    )
