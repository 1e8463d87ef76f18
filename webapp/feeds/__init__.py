"""What do programs that follow the archive read? The Atom feed, the site map, and how browsers search here."""

from webapp.feeds.atom import atom_feed
from webapp.feeds.opensearch import DESCRIPTION, completions, search_description
from webapp.feeds.robots import robots_text
from webapp.feeds.sitemap import sitemap
