"""How are the passages found laid out? Under their documents, the best document first, a few of each.

One question is put to the engine: it gives the order of all passages that can be shown, and their counts. The page's
documents are read off that order, so that no document is on two pages; only the passages on the page are fetched.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from archive.engine import Engine, Order
from archive.engine import Match as Ranked
from archive.model import Margin, cell_starts
from archive.query import MAX_LENGTH, FieldWriter, fields, message
from archive.search import MOST, Hit, MatchMode, Results, Search
from archive.store import DocumentRecord
from webapp.components import describe, handle, kind_name, refuse_withdrawn
from webapp.search.cards import cards_of
from webapp.search.expansions import also_searched, grouped_reasons
from webapp.search.facets import counted_documents, narrowing
from webapp.search.no_results import no_results
from webapp.search.request import SearchForm
from webapp.site import Frame, Site, View, recall
from webapp.snippets import excerpt, shorten, weave, within
from webapp.urls import hit_anchor
from webapp.view_models import Caller, CellView, Group, Link, Result, ResultsPage

DOCUMENTS = 10  # on a page of results
SHOWN = 3  # passages of a document, when several documents are shown
RANKED = 200  # passages a page from which its documents are read; all that can be asked for where they are too few
UNSURE = 5  # documents shown where no passage has enough of the words
ALONE = 20  # passages on a page when one document is searched
CALLER = 120  # characters of the passage that calls a note
JOINER = "\u2060"  # without width; a query that is pasted with it means the same


@dataclass(frozen=True, slots=True)
class PageShare:
    """A page's share of the answer: matches by document number, in order, and whether more follow."""

    matches: Mapping[int, Sequence[Ranked]]
    more: bool


def results_page(site: Site, frame: Frame, form: SearchForm) -> ResultsPage:
    """The page of results that was asked for.

    Raises:
        StaleIndex: the index must be built first.
        Gone: the one document that is to be searched was withdrawn.
    """
    engine = recall("engine", site.search.engine)
    found, typed = _ranked(site.search, engine, form), form.query
    if len(typed) > MAX_LENGTH:  # every link of the page repeats the query: no more of it than was read
        form = replace(form, query=found.query.text)
    only = [field.value for field in fields(found.query) if field.name == "document"]
    for document in only:
        refuse_withdrawn(site, document)
    share = _alone(found, form.page) if only else _several(found, form.page)
    unsure = {} if found.passages else _several(replace(found, ranked=found.doubtful), 1).matches
    unsure = dict(list(unsure.items())[:UNSURE])
    records = site.store.records(sorted({*share.matches, *unsure, *counted_documents(found)}))
    groups = _groups(site, frame, form, found, share.matches, records)
    if share.matches and not groups and form.page == 1:
        found, share = found.emptied(), PageShare({}, more=False)
    orders = {
        order: Link(frame.t(f"order-{order}"), replace(form, page=1, order=order).url(frame.urls)) for order in Order
    }
    words = len(found.words) if form.match is MatchMode.ALL else found.optional_terms
    return ResultsPage(
        query=typed,
        kept=form.kept,
        hints=tuple(_unbroken(message(hint, frame.language)) for hint in found.query.hints),
        passages=found.passages,
        documents=found.documents,
        cards=cards_of(site, frame, found) if form.page == 1 and not only else None,
        groups=tuple(groups),
        doubtful=tuple(_groups(site, frame, form, found, unsure, records)),
        doubtful_passages=found.doubtful_passages,
        suggested=_suggested(frame, found),
        also=also_searched(site, frame, form, found) if found.passages else None,
        narrowing=narrowing(site, frame, form, found, records),
        orders=tuple(orders.values()),
        order=orders[form.order].text,
        dated=form.order is Order.DATE,
        matching={MatchMode.ALL: str(frame.t("only-all")), MatchMode.ANY: str(frame.t("only-any"))}.get(form.match),
        toggle=_toggle(frame, form) if words > 1 else None,
        nothing=no_results(site, frame, form, found) if not found.passages else None,
        feed=form.feed_url(frame.urls),
        first=replace(form, page=1).url(frame.urls),
        previous=replace(form, page=form.page - 1).url(frame.urls) if form.page > 1 and share.matches else None,
        following=replace(form, page=form.page + 1).url(frame.urls) if share.more else None,
        page=form.page,
        cut=len(found.ranked) if len(found.ranked) < found.passages and not share.more else None,
        stale=recall("stale", site.store.queue.count_documents),
    )


def _ranked(search: Search, engine: Engine, form: SearchForm) -> Results:
    """What is found, with as many passages in order as say which documents are on the page, and what of them."""
    few = min(RANKED * form.page, MOST)
    found = search.rank(form.options(few, counted=True), engine)
    if few == MOST or len(found.ranked) == found.passages or _enough(found, form.page):
        return found
    return search.rank(form.options(MOST, counted=True), engine)


def _enough(found: Results, page: int) -> bool:
    """Would more passages change nothing: is the page full, or is every document there with all that is shown of it?"""
    many = Counter(match.document for match in found.ranked)
    shown = all(many[number] >= min(SHOWN, count) for number, count in found.by_document.items())
    return len(many) > DOCUMENTS * page if len(many) < found.documents else shown or len(many) > DOCUMENTS * page


def _suggested(frame: Frame, found: Results) -> Link | None:
    """추천 검색어: offered, never searched for in the place of what was asked."""
    return Link(found.suggested, SearchForm(found.suggested).url(frame.urls)) if found.suggested else None


def _unbroken(text: str) -> str:
    """A hint whose examples stay in one piece: no line ends between a minus and its word (shells -missiles)."""
    return text.replace(" -", f" -{JOINER}")


def _several(found: Results, page: int) -> PageShare:
    """The documents of a page in the order of their best passage."""
    groups: dict[int, list[Ranked]] = {}
    for match in found.ranked:
        groups.setdefault(match.document, []).append(match)
    first = DOCUMENTS * (page - 1)
    shown = list(groups.items())[first : first + DOCUMENTS]
    return PageShare({number: matches[:SHOWN] for number, matches in shown}, len(groups) > first + DOCUMENTS)


def _alone(found: Results, page: int) -> PageShare:
    """The passages of a page, where one document is searched."""
    matches = found.ranked[ALONE * (page - 1) : ALONE * page]
    return PageShare({matches[0].document: matches} if matches else {}, len(found.ranked) > ALONE * page)


def _groups(
    site: Site,
    frame: Frame,
    form: SearchForm,
    found: Results,
    matches: Mapping[int, Sequence[Ranked]],
    records: Mapping[int, DocumentRecord],
) -> list[Group]:
    ordered = [match for several in matches.values() for match in several]
    hits: dict[int, list[Hit]] = {}
    for hit in site.search.hits(found, ordered, records):
        hits.setdefault(hit.document.number, []).append(hit)
    margins = site.store.margins((hit.document.number, hit.passage) for several in hits.values() for hit in several)
    writer = FieldWriter(found.query, frame.language)
    return [_group(site, frame, form, found, writer, several, margins) for several in hits.values()]


def _group(
    site: Site,
    frame: Frame,
    form: SearchForm,
    found: Results,
    writer: FieldWriter,
    hits: Sequence[Hit],
    margins: Mapping[int, Margin],
) -> Group:
    record = hits[0].document
    document = describe(record, frame)
    title_marks = next((hit.title_marks for hit in hits if hit.title_marks), ())
    within_it = writer.text("document", record.id)
    return Group(
        document=document,
        title=weave(hits[0].title or document.title, [(mark.start, mark.end) for mark in title_marks]),
        url=form.url_in(frame.urls, record.id),
        results=tuple(_result(site, frame, form, found, hit, margins) for hit in hits),
        more=0 if within_it is None else found.by_document.get(record.number, 0) - len(hits),
        more_url=replace(form, page=1, query=within_it or found.query.written(frame.language)).url(frame.urls),
    )


def _result(
    site: Site, frame: Frame, form: SearchForm, found: Results, hit: Hit, margins: Mapping[int, Margin]
) -> Result:
    passage, marks = hit.passage, [(mark.start, mark.end) for mark in hit.marks]
    margin = margins.get(passage.key or 0, Margin(None))
    start, end = excerpt(passage.text, marks)
    html = weave(passage.text[start:end], within(marks, start, end))
    before, after = "… " if start else "", " …" if end < len(passage.text) else ""
    heading_marks = [(mark.start, mark.end) for mark in hit.heading_marks]
    in_caption = margin.caption is not None and margin.caption == hit.heading
    typed = {term.label: term.printed for term in found.terms}
    return Result(
        handle=handle(passage, margin.lines, View(frame)),
        anchor=hit_anchor(passage.document, passage.id),
        url=form.url_in(frame.urls, passage.document, passage.id),
        kind=kind_name(passage, frame),
        section=weave(hit.heading, heading_marks) if hit.heading and not in_caption else None,
        section_url=form.url_in(frame.urls, passage.document, hit.heading_id),
        html=before + html + after,
        cells=cells(margin, marks),
        caption=weave(margin.caption, heading_marks if in_caption else ()) if margin.caption else None,
        label=margin.label,
        callers=tuple(
            Caller(
                weave(shorten(one.text, CALLER)), form.url_in(frame.urls, one.document, one.id), kind_name(one, frame)
            )
            for one in margin.callers
        ),
        reasons=grouped_reasons(site, frame, hit.reasons),
        missing=tuple(dict.fromkeys(typed.get(word, word) for word in hit.missing)),
    )


def cells(margin: Margin, marks: Sequence[tuple[int, int]] = ()) -> tuple[CellView, ...]:
    """The cells of a row under the heads of their columns, with the matches marked."""
    if margin.row is None:
        return ()
    heads = margin.columns
    return tuple(
        CellView(
            (heads[column] or None) if column < len(heads) else None,
            weave(margin.row.cells[column], within(marks, start, start + len(margin.row.cells[column]))),
            at=start,
        )
        for column, start in cell_starts(margin.row)
    )


def _toggle(frame: Frame, form: SearchForm) -> Link:
    """Between passages with all words and passages with most of them."""
    strict = form.match is MatchMode.ALL
    other = replace(form, page=1, match=MatchMode.MOST if strict else MatchMode.ALL)
    return Link(str(frame.t("allow-missing" if strict else "require-all")), other.url(frame.urls))
