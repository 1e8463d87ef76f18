"""Which other documents rest on the same sources as this one? Those that share several, and how many it cites."""

from archive.sources import sharing
from archive.store import DocumentRecord
from webapp.components import OpenDocument
from webapp.site import Site

SHOWN = 6  # documents that share most
LOOKED = 20  # documents with most works in common, of which outlets may still part some


def sources_of(site: Site, opened: OpenDocument) -> tuple[int, tuple[tuple[DocumentRecord, int], ...]]:
    """How many sources today's text of a document cites, and the documents that share several, with how many."""
    if opened.view.revision:
        return 0, ()
    count, shared = sharing(site.store, opened.stored.record.number, site.archive.knowledge.outlets, LOOKED)
    records = site.store.records([number for number, _ in shared[:SHOWN]]) if shared else {}
    return count, tuple((records[number], n) for number, n in shared[:SHOWN] if number in records)
