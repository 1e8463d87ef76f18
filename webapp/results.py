"""How are the passages found laid out? Under their documents, the best document first, a few of each.

A page holds ten documents. The passages come best first in one window of the engine's answer; where the window does not
hold the page that was asked for, it is widened once to the most that a query may ask.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.passage import PassageKind
from archive.planning import Match
from archive.search import MOST, Hit, Results
from webapp.catalogue import describe, handle, kind_name
from webapp.frame import Frame, Site
from webapp.margins import Margin, cell_starts
from webapp.marking import excerpt, shorten, weave, within
from webapp.pages import Caller, Cell, Group, Link, Result, ResultsPage

WINDOW = 200  # passages looked at for the first pages
DOCUMENTS = 10  # on a page of results
SHOWN = 3  # passages of a document, when several documents are shown
ALONE = 20  # passages on a page when one document is searched
CALLER = 120  # characters of the passage that calls a note


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as the address asks for it."""

    query: str
    page: int = 1
    match: Match = Match.MOST
    document: str | None = None


def results_page(site: Site, frame: Frame, asked: Asked) -> ResultsPage:
    """The page of results that was asked for.

    Raises:
        QueryError: the query cannot be understood.
        StaleIndex: the index must be built first.
        NotFound: the document that is to be searched is not here.
    """
    found, groups = _grouped(site, asked)
    cut = len(found.hits) < found.passages
    words = len(found.words) if asked.match is Match.ALL else found.loose
    if asked.document:
        hits = groups.get(asked.document, [])
        shown = {asked.document: hits[ALONE * (asked.page - 1) : ALONE * asked.page]} if hits else {}
        passages, documents, more = len(hits), min(len(hits), 1), len(hits) > ALONE * asked.page
    else:
        first = DOCUMENTS * (asked.page - 1)
        shown = dict(list(groups.items())[first : first + DOCUMENTS])
        passages, documents = found.passages, found.documents
        more = len(groups) > first + DOCUMENTS
    only = site.store.records_of([asked.document]) if asked.document else []
    return ResultsPage(
        query=asked.query,
        match=asked.match,
        document=describe(only[0], frame) if only else None,
        passages=passages,
        documents=documents,
        words=words,
        groups=tuple(
            _group(site, frame, asked, hits, None if cut else len(groups[name])) for name, hits in shown.items() if hits
        ),
        toggle=_toggle(frame, asked) if words > 1 else None,
        any_word=_any_word(frame, asked) if not passages and words > 1 else None,
        whole=Link(frame.t("search-everywhere"), frame.urls.search(asked.query, match=asked.match)) if only else None,
        previous=_turn(frame, asked, -1) if asked.page > 1 else None,
        following=_turn(frame, asked, +1) if more else None,
        page=asked.page,
        cut=len(found.hits) if cut and not more and (asked.document or len(groups) < found.documents) else None,
        stale=len({document for _, document, _ in site.store.pending()}),
    )


def _grouped(site: Site, asked: Asked) -> tuple[Results, dict[str, list[Hit]]]:
    """Hits under their documents, both in the order of the best hit."""
    window = MOST if asked.document else WINDOW
    found = site.search.search(asked.query, window, match=asked.match)
    groups = _by_document(found.hits)
    needed = min(DOCUMENTS * asked.page + 1, found.documents)  # one more tells whether a page follows
    if len(groups) < needed and len(found.hits) < min(found.passages, MOST):
        found = site.search.search(asked.query, MOST, match=asked.match)
        groups = _by_document(found.hits)
    return found, groups


def _by_document(hits: Sequence[Hit]) -> dict[str, list[Hit]]:
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.document.id, []).append(hit)
    return groups


def _group(site: Site, frame: Frame, asked: Asked, hits: Sequence[Hit], of: int | None) -> Group:
    """`of` is how many passages of the document were found, None where that isn't known."""
    document = describe(hits[0].document, frame)
    shown = hits if asked.document else hits[:SHOWN]
    title_marks = next((hit.title_marks for hit in hits if hit.title_marks), ())
    titled = hits[0].title or document.title
    return Group(
        document=document,
        title=weave(titled, [(mark.start, mark.end) for mark in title_marks]),
        results=tuple(_result(site, frame, hit) for hit in shown),
        more=0 if asked.document else (of - len(shown) if of is not None else None),
        more_url=frame.urls.search(asked.query, match=asked.match, document=document.id),
    )


def _result(site: Site, frame: Frame, hit: Hit) -> Result:
    passage, marks = hit.passage, [(mark.start, mark.end) for mark in hit.marks]
    margin = site.margins.of(passage)
    start, end = excerpt(passage.text, marks)
    html = weave(passage.text[start:end], within(marks, start, end))
    before, after = "… " if start else "", " …" if end < len(passage.text) else ""
    heading_marks = [(mark.start, mark.end) for mark in hit.heading_marks]
    in_caption = margin.caption is not None and margin.caption == hit.heading
    return Result(
        handle=handle(passage, margin.lines, frame),
        kind=kind_name(passage, frame),
        section=weave(hit.heading, heading_marks) if hit.heading and not in_caption else None,
        html=before + html + after,
        cells=cells(margin, marks),
        caption=margin.caption,
        label=margin.label,
        callers=tuple(
            Caller(
                weave(shorten(caller.text, CALLER)),
                frame.urls.document(caller.document, caller.id),
                kind_name(caller, frame),
            )
            for caller in (margin.callers if passage.kind is PassageKind.NOTE else ())
        ),
        missing=hit.missing,
    )


def cells(margin: Margin, marks: Sequence[tuple[int, int]] = ()) -> tuple[Cell, ...]:
    """The cells of a row under the heads of their columns, with the matches marked."""
    if margin.row is None:
        return ()
    heads = margin.columns
    return tuple(
        Cell(
            (heads[column] or None) if column < len(heads) else None,
            weave(margin.row.cells[column], within(marks, start, start + len(margin.row.cells[column]))),
            at=start,
        )
        for column, start in cell_starts(margin.row)
    )


def _turn(frame: Frame, asked: Asked, step: int) -> str:
    return frame.urls.search(asked.query, asked.page + step, asked.match, asked.document)


def _toggle(frame: Frame, asked: Asked) -> Link:
    """Between passages with all words and passages with most of them."""
    strict = asked.match is Match.ALL
    url = frame.urls.search(asked.query, match=Match.MOST if strict else Match.ALL, document=asked.document)
    return Link(frame.t("allow-missing" if strict else "require-all"), url)


def _any_word(frame: Frame, asked: Asked) -> Link | None:
    """What is offered where no passage has enough of the words."""
    if asked.match is Match.ANY:
        return None
    return Link(frame.t("show-any"), frame.urls.search(asked.query, match=Match.ANY, document=asked.document))
