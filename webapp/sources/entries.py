"""How is a source shown in a list? What the pages of sources share: entries, bars of years, what is not there."""

from collections import Counter
from collections.abc import Callable

from archive.sources import CitedOutlet, Source, SourceCatalogue
from archive.store import DocumentRecord
from webapp.dates import format_date
from webapp.languages import written_in
from webapp.site import Frame
from webapp.snippets import shorten
from webapp.view_models import Bar, Link, SourceEntry

NAME = 250  # characters of a title in a list, and of a way in which it is printed; no printed one comes near


def outlet_name(outlet: CitedOutlet, frame: Frame) -> str:
    """An outlet in the reader's language; one that the table does not know as it is printed most."""
    if outlet.row is None:
        return min(outlet.spellings.items(), key=lambda item: (-item[1], item[0]))[0]
    return outlet.row.en if frame.language == "en" else outlet.row.ko


def outlet_of(source: Source, cited: SourceCatalogue, frame: Frame) -> Link | None:
    """The outlet of a source; None where none is printed."""
    outlet = cited.outlets.get(source.place) if source.outlet else None
    return Link(outlet_name(outlet, frame), frame.urls.outlet(outlet.id)) if outlet else None


def entry(source: Source, cited: SourceCatalogue, frame: Frame, counted: str | None = None) -> SourceEntry:
    """A source in a list; `counted` where it is not how often it is cited."""
    return SourceEntry(
        url=frame.urls.source(source.id, source.name),
        name=shorten(source.name, NAME),
        language=written_in(source.language, source.title or ""),
        author=shorten(source.author or "", NAME),
        outlet=outlet_of(source, cited, frame),
        date=format_date(source.date, frame.language) if source.date else "",
        counted=counted or cited_times(source.citations, len(source.documents), frame),
    )


def cited_times(citations: int, documents: int, frame: Frame) -> str:
    """인용 5회 · 문서 3건"""
    return f"{frame.t.count('cited-times', citations)} · {frame.t.count('in-n-documents', documents)}"


def bars(counts: Counter[str], frame: Frame, url: Callable[[str], str | None] = lambda year: None) -> tuple[Bar, ...]:
    """Years with their counts, in their order; none of one year alone."""
    most = max(counts.values(), default=0)
    return tuple(
        Bar(str(frame.t("year-n", year=year)), n, max(1, round(100 * n / most)), url(year))
        for year, n in sorted(counts.items())
        if len(counts) > 1
    )


def year_of(record: DocumentRecord) -> str | None:
    """The year in which a document was published."""
    return record.metadata.date[:4] if record.metadata.date else None
