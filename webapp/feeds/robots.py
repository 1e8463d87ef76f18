"""Where may crawlers go? To documents and permalinks, and not into pages of results, which have no end.

Source: RFC 9309.
"""

from webapp.urls import Urls

CLOSED = ("/search", "/list", "/documents?q=", "/api/", "/oai", "/feed.atom?q=")


def robots_text(root: str, urls: Urls) -> str:
    """robots.txt of an archive that is served under the path `root`."""
    rows = ("User-agent: *", *(f"Disallow: {root}{path}" for path in CLOSED), "", f"Sitemap: {urls.sitemap()}")
    return "\n".join(rows) + "\n"
