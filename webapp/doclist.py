"""Which documents are here? The list of all of them, and the few latest for the first page."""

from collections.abc import Sequence

from archive.search import title_of
from archive.store import DocumentRecord
from webapp.catalogue import describe
from webapp.frame import Frame, Site
from webapp.pages import AboutPage, DocumentsPage, HomePage, Link

PAGE = 100  # documents on a page
RECENT = 5
ORDERS = ("date", "title", "added")


def home_page(site: Site, frame: Frame, focus: bool = False) -> HomePage:
    """The first page: what this archive holds, and the latest documents in it. `focus` puts the cursor into the field."""
    records, counts = site.store.documents(), site.store.counts()
    return HomePage(
        documents=len(records),
        passages=counts["passages"],
        notes=counts["notes"],
        samples=sum(record.metadata.sample for record in records),
        recent=tuple(describe(record, frame) for record in ordered(records, "date")[:RECENT]),
        stale=len({document for _, document, _ in site.store.pending()}),
        focus=focus,
    )


def documents_page(site: Site, frame: Frame, order: str, page: int) -> DocumentsPage:
    """A page of the list of documents."""
    chosen = order if order in ORDERS else ORDERS[0]
    records = ordered(site.store.documents(), chosen)
    first = PAGE * (page - 1)
    return DocumentsPage(
        documents=tuple(describe(record, frame) for record in records[first : first + PAGE]),
        total=len(records),
        order=chosen,
        orders=tuple(Link(name, frame.urls.documents(name)) for name in ORDERS),
        previous=frame.urls.documents(chosen, page - 1) if page > 1 else None,
        following=frame.urls.documents(chosen, page + 1) if len(records) > first + PAGE else None,
    )


def about_page(site: Site) -> AboutPage:
    """What this archive is."""
    counts = site.store.counts()
    records = site.store.documents()
    return AboutPage(len(records), counts["passages"], sum(record.metadata.sample for record in records))


def ordered(records: Sequence[DocumentRecord], order: str) -> list[DocumentRecord]:
    """Latest first (undated ones last), by title, or last come first."""
    if order == "added":
        return list(reversed(records))
    by_title = sorted(records, key=lambda r: title_of(r.metadata, r.source).casefold())
    if order == "title":
        return by_title
    return sorted(by_title, key=lambda r: r.metadata.date or "", reverse=True)
