"""What else in the archive speaks of the same? Similar passages, for the foot of a passage's own page."""

from dataclasses import replace

from archive.errors import StaleIndex
from archive.search import Similar, similar
from webapp.components import describe, kind_name
from webapp.passage.page import PassageContext
from webapp.site import Frame, Site, recall
from webapp.snippets import shorten
from webapp.view_models import PassagePage, SimilarPassage

SHOWN = 5  # passages
GLIMPSE = 140  # characters shown of each


def with_similar(site: Site, context: PassageContext, page: PassagePage) -> PassagePage:
    """The page with the passages most like the one it shows, where that is today's text and the only one shown.

    A passage can be read without an index: then nothing stands beside it.
    """
    view, shown = context.opened.view, context.opened.part.shown
    if len(shown) > 1 or view.revision is not None or context.change is not None:
        return page
    try:
        found = similar(site.store, recall("engine", site.search.engine), shown[0], SHOWN)
    except StaleIndex:
        return page
    return replace(page, similar=tuple(_similar(one, view.frame) for one in found))


def _similar(one: Similar, frame: Frame) -> SimilarPassage:
    return SimilarPassage(
        document=describe(one.document, frame),
        kind=kind_name(one.passage, frame),
        text=shorten(one.passage.text, GLIMPSE),
        url=frame.urls.passage(str(one.passage.address)),
        common=one.common,
        copy=one.copy,
    )
