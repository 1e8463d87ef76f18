"""Which documents are here? The list of all of them, and of those that a query names."""

from archive.store import DocumentRecord, Listing, Overview
from webapp.components import describe
from webapp.search import named_cards
from webapp.site import Frame, Site, recall
from webapp.view_models import AboutPage, DocumentsPage, Link, NamedPage

PAGE = 100  # documents on a page


def documents_page(site: Site, frame: Frame, order: str, page: int) -> DocumentsPage:
    """A page of the list of documents."""
    chosen = Listing(order) if order in set(Listing) else Listing.DATE
    first, total = PAGE * (page - 1), overview(site).documents
    return DocumentsPage(
        documents=tuple(describe(record, frame) for record in listed(site, chosen, PAGE, first)),
        total=total,
        order=chosen,
        orders=tuple(Link(name, frame.urls.documents(name)) for name in Listing),
        previous=frame.urls.documents(chosen, page - 1) if page > 1 else None,
        following=frame.urls.documents(chosen, page + 1) if total > first + PAGE else None,
    )


def named_page(site: Site, frame: Frame, query: str, page: int) -> NamedPage:
    """A page of the documents whose catalogue data has the words of a query."""
    cards = named_cards(site, frame, query, PAGE, PAGE * (page - 1))
    return NamedPage(
        query=query,
        cards=cards,
        search=frame.urls.search(query),
        everything=frame.urls.documents(),
        previous=frame.urls.documents(page=page - 1, query=query) if page > 1 else None,
        following=frame.urls.documents(page=page + 1, query=query) if cards.count > PAGE * page else None,
    )


def about_page(site: Site) -> AboutPage:
    """What this archive is."""
    counts = overview(site)
    return AboutPage(counts.documents, counts.passages, counts.samples)


def overview(site: Site) -> Overview:
    """How much is here."""
    return recall("overview", site.store.overview)


def listed(site: Site, order: Listing, limit: int, first: int = 0) -> list[DocumentRecord]:
    """Documents in an order, from one of them on. All are put in order once."""
    numbers = recall(f"listed by {order}", lambda: site.store.ordered(order))[first : first + limit]
    records = site.store.records(numbers)
    return [records[number] for number in numbers if number in records]
