"""Where in this document is what is sought? The matches of a query in it, marked, and the way from one to the next.

They are those of the results: the same words in the same forms, and passages that answer the query. A document as it
was in an earlier revision has no index and is not searched.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.errors import StaleIndex
from archive.model import Passage, PassageKind, Span
from archive.search import DocumentMatches, Hit
from webapp.components import OpenDocument
from webapp.search import SearchForm
from webapp.site import Frame, Site
from webapp.urls import anchor, hit_anchor
from webapp.view_models import Finder

Marks = dict[str, tuple[Span, ...]]  # by a passage's id


@dataclass(frozen=True, slots=True)
class DocumentSearch:
    """What a query matches in a document: the spans to mark, and the box with its steps."""

    finder: Finder | None = None
    marks: Marks = field(default_factory=dict)


def search_document(site: Site, opened: OpenDocument, form: SearchForm, chosen: str | None) -> DocumentSearch:
    """What a form finds in the document that is opened, at the passage that is `chosen`; a text is read without an
    index, too, and has no box then.
    """
    if opened.view.revision is not None:
        return DocumentSearch()
    document, frame = opened.stored.record.id, opened.view.frame
    try:
        found = site.search.within(document, form.options(0)) if form.query.strip() else DocumentMatches()
    except StaleIndex:
        return DocumentSearch()
    finder = _finder(frame, document, form, found, chosen)
    return DocumentSearch(finder, marks_of(found.hits, opened.stored.passages))


def marks_of(hits: Sequence[Hit], passages: Sequence[Passage]) -> Marks:
    """What is matched in these passages, and in the title and headings above them."""
    title = next((passage.id for passage in passages if passage.kind is PassageKind.TITLE), None)
    above = [
        (id_, marks) for hit in hits for id_, marks in ((title, hit.title_marks), (hit.heading_id, hit.heading_marks))
    ]
    rows = (*((id_, marks) for id_, marks in above if id_), *((hit.passage.id, hit.marks) for hit in hits))
    return {id_: tuple((mark.start, mark.end) for mark in marks) for id_, marks in rows if marks}


def _finder(frame: Frame, document: str, form: SearchForm, found: DocumentMatches, chosen: str | None) -> Finder:
    ids = [hit.passage.id for hit in found.hits]
    here = ids.index(chosen) if chosen in ids else None
    urls = frame.urls
    at = here if here is not None else -1
    return Finder(
        action=urls.document(document),
        query=form.query,
        kept=form.kept,
        anchors=tuple(map(anchor, ids)),
        position=None if here is None else here + 1,
        few=found.few,
        previous=form.url_in(urls, document, ids[max(at, 0) - 1]) if ids else None,
        following=form.url_in(urls, document, ids[(at + 1) % len(ids)]) if ids else None,
        results=_results(frame, document, form, chosen) if form.query.strip() else None,
    )


def _results(frame: Frame, document: str, form: SearchForm, chosen: str | None) -> str:
    """The page of results, at the hit that was opened."""
    fragment = f"#{hit_anchor(document, chosen)}" if chosen else ""
    return form.url(frame.urls) + fragment
