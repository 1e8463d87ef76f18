"""Which pages are search engines to know? Every document with the instant of its last change, in files of a size.

More than a file may hold are parted into several, and the site map is a list of these. Source: sitemaps.org, protocol.
"""

from archive.errors import NotFound
from archive.store import Change
from webapp.site import Site, recall
from webapp.urls import Urls
from webapp.xml_tree import document, element

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000  # addresses in a file. Source: the protocol


def sitemap(site: Site, urls: Urls, part: int | None = None, most: int = MOST) -> bytes:
    """All documents; where they are too many for a file, the list of the parts, or a part, counted from 1.

    Raises:
        NotFound: there is no such part.
    """
    changes = recall("changes", lambda: [one for one in site.store.changes.between() if not one.gone])
    if part is None and len(changes) > most:
        parts = range(0, len(changes), most)
        listed = [
            element("sitemap", [element("loc", urls.sitemap(n)), element("lastmod", _last(changes[at : at + most]))])
            for n, at in enumerate(parts, 1)
        ]
        return document(element("sitemapindex", listed, xmlns=NAMESPACE))
    first = 0 if part is None else (part - 1) * most
    if part is not None and not 0 <= first < len(changes):
        raise NotFound(f"there is no part {part} of the site map")
    rows = [
        element("url", [element("loc", urls.permalink(one.id)), element("lastmod", one.at)])
        for one in changes[first : first + most]
    ]
    return document(element("urlset", rows or [element("url", [element("loc", urls.whole_home)])], xmlns=NAMESPACE))


def _last(changes: list[Change]) -> str:
    """The instant of the last of them; they are in order."""
    return changes[-1].at
