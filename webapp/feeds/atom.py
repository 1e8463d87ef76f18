"""Which documents are new or changed, for feed readers? An Atom feed of all of them, or of those that a search finds.

An entry's id is the permalink of its document, which never changes; it is there once, whatever happens to it. All texts
are plain. Source: RFC 4287.
"""

from xml.etree.ElementTree import Element

from archive.citing import title_of
from archive.store import Change, DocumentRecord
from webapp.dates import format_date
from webapp.search import SearchForm, refuse_nothing
from webapp.site import Frame, Site
from webapp.snippets import shorten
from webapp.xml_tree import document, element

NAMESPACE = "http://www.w3.org/2005/Atom"
ENTRIES = 50
SUMMARY = 400  # characters
SHOWN_LANGUAGES = ("ko", "en", "ru", "zh")  # a catalogue may say anything
NEVER = "1970-01-01T00:00:00Z"  # when an archive without documents was last changed: a feed must say some instant


def atom_feed(site: Site, frame: Frame, form: SearchForm | None) -> bytes:
    """The latest changes, of the documents that a search finds if there is one.

    Raises:
        QueryError: there is nothing in the query to look for.
        StaleIndex: the index must be built first.
    """
    changes = site.store.changes.latest(ENTRIES, _found(site, form) if form else None)
    numbers = [one.number for one in changes]
    records, openings = site.store.records(numbers), site.store.changes.openings(numbers)
    t, own = frame.t, frame.urls.whole(form.feed_url(frame.urls) if form else frame.urls.feed())
    page = frame.urls.whole(form.url(frame.urls)) if form else frame.urls.whole_home
    title = t("feed-of-search", name=t("name"), query=form.query) if form else t("feed-title", name=t("name"))
    root = element(
        "feed",
        [
            element("id", own),
            element("title", title.unescape()),
            element("updated", changes[0].at if changes else NEVER),
            element("author", [element("name", str(t("name")))]),
            element("generator", "Gakju"),
            element("link", rel="self", type="application/atom+xml", href=own),
            element("link", rel="alternate", type="text/html", href=page),
            *(
                _entry(one, records[one.number], openings.get(one.number, ""), frame)
                for one in changes
                if one.number in records
            ),
        ],
        **{"xmlns": NAMESPACE, "xml:lang": frame.language},
    )
    return document(root)


def _found(site: Site, form: SearchForm) -> list[int]:
    """The documents with passages that a search finds, by number."""
    found = site.search.rank(form.options(limit=1, counted=True))
    refuse_nothing(found)
    return [] if found.guarded else list(found.by_document)


def _entry(change: Change, record: DocumentRecord, opening: str, frame: Frame) -> Element:
    """A document: its summary is where it was published and how it begins."""
    metadata, address = record.metadata, frame.urls.permalink(record.id)
    date = format_date(metadata.date, frame.language) if metadata.date else None
    head = " · ".join(filter(None, (metadata.publisher, metadata.series, metadata.number, date)))
    summary = "\n".join(filter(None, (head, shorten(opening, SUMMARY))))
    return element(
        "entry",
        [
            element("id", address),
            element("title", title_of(metadata)),
            element("updated", change.at),
            *(element("author", [element("name", name)]) for name in metadata.authors if name.strip()),
            element("link", rel="alternate", type="text/html", href=address),
            element("summary", summary or title_of(metadata)),
            element("rights", metadata.rights) if metadata.rights else None,
        ],
        **{"xml:lang": metadata.language if metadata.language in SHOWN_LANGUAGES else None},
    )
