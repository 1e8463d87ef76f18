"""Which sources are cited here? The list of all, by words, kind of outlet, language, outlet, year or document."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from archive.citing import OUTLET_KINDS, title_of
from archive.sources import CitedOutlet, Source, SourceCatalogue, SourceOrder
from webapp.components import language_name
from webapp.site import Frame, Site, cited_sources, recall
from webapp.sources.entries import entry, outlet_name
from webapp.urls import Urls
from webapp.view_models import Choice, Link, SourcesPage

PAGE = 50  # sources on a page
OUTLETS = 12  # of the most cited outlets above the list


@dataclass(frozen=True, slots=True)
class SourceFilter:
    """What a list of sources is narrowed by; "" narrows nothing."""

    query: str = ""
    order: str = ""
    kind: str = ""
    language: str = ""
    outlet: str = ""
    year: str = ""
    document: str = ""
    page: int = 1

    @classmethod
    def of(cls, arguments: Mapping[str, str], page: int) -> "SourceFilter":
        """As an address has it; an order or a kind that there is none of is as if it were not there."""
        order, kind = arguments.get("sort", ""), arguments.get("kind", "")
        return cls(
            query=arguments.get("q", ""),
            order=order if order in set(SourceOrder) and order != SourceOrder.CITED else "",
            kind=kind if kind in OUTLET_KINDS else "",
            language=arguments.get("language", ""),
            outlet=arguments.get("outlet", ""),
            year=arguments.get("year", ""),
            document=arguments.get("document", ""),
            page=page,
        )

    def url(self, urls: Urls) -> str:
        """Its address."""
        rest = {"kind": self.kind, "language": self.language, "outlet": self.outlet, "year": self.year}
        return urls.sources(self.query, self.order, {**rest, "document": self.document}, self.page)

    @property
    def narrows(self) -> bool:
        return any((self.query.strip(), self.kind, self.language, self.outlet, self.year, self.document))


def sources_page(site: Site, frame: Frame, narrowed: SourceFilter) -> SourcesPage:
    """A page of the list of sources."""
    cited = cited_sources(site, frame)
    found = _found(site, cited, narrowed)
    first = PAGE * (narrowed.page - 1)
    chosen = SourceOrder(narrowed.order or SourceOrder.CITED)
    kept = (("outlet", narrowed.outlet), ("year", narrowed.year), ("document", narrowed.document))
    return SourcesPage(
        query=narrowed.query,
        entries=tuple(entry(source, cited, frame) for source in found[first : first + PAGE]),
        total=len(found),
        all=len(cited.sources),
        order=chosen,
        orders=tuple(_by(order, narrowed, frame) for order in SourceOrder),
        kinds=tuple(
            Choice(kind, str(frame.t(f"kind-{kind}")), kind == narrowed.kind)
            for kind in OUTLET_KINDS
            if kind in _kinds(cited)
        ),
        languages=tuple(
            Choice(code, language_name(code, frame), code == narrowed.language) for code in _languages(cited)
        ),
        kept=tuple((name, value) for name, value in (*kept, ("sort", narrowed.order)) if value),
        conditions=tuple(_conditions(site, cited, narrowed, frame)),
        filtered=narrowed.narrows,
        outlets=() if narrowed.narrows or narrowed.page > 1 else _outlets(cited, frame),
        previous=replace(narrowed, page=narrowed.page - 1).url(frame.urls) if narrowed.page > 1 else None,
        following=replace(narrowed, page=narrowed.page + 1).url(frame.urls) if len(found) > first + PAGE else None,
    )


def _by(order: SourceOrder, narrowed: SourceFilter, frame: Frame) -> Link:
    value = "" if order is SourceOrder.CITED else order.value
    return Link(order, replace(narrowed, order=value, page=1).url(frame.urls))


def _found(site: Site, cited: SourceCatalogue, narrowed: SourceFilter) -> Sequence[Source]:
    order = SourceOrder(narrowed.order or SourceOrder.CITED)
    listed = recall(f"sources by {order}", lambda: cited.ordered(order))
    if narrowed.document:
        numbers = {record.number for record in site.store.records_of([narrowed.document])}
        own = {id_ for number in numbers for id_ in cited.of_document.get(number, ())}
        listed = [source for source in listed if source.id in own]
    if narrowed.outlet:
        listed = [source for source in listed if source.outlet and source.place == narrowed.outlet]
    if narrowed.kind:
        places = {id_ for id_, one in cited.outlets.items() if one.row and one.row.kind == narrowed.kind}
        listed = [source for source in listed if source.outlet and source.place in places]
    if narrowed.language:
        listed = [source for source in listed if source.language == narrowed.language]
    if narrowed.year:
        listed = [source for source in listed if (source.date or "")[:4] == narrowed.year]
    return cited.having(listed, narrowed.query) if narrowed.query.strip() else listed


def _conditions(site: Site, cited: SourceCatalogue, narrowed: SourceFilter, frame: Frame) -> list[str]:
    found = []
    if narrowed.outlet:
        outlet = cited.outlets.get(narrowed.outlet)
        found.append(frame.t("only-outlet", name=outlet_name(outlet, frame) if outlet else narrowed.outlet))
    if narrowed.year:
        found.append(frame.t("only-year", year=narrowed.year))
    if narrowed.document:
        records = site.store.records_of([narrowed.document])
        found.append(frame.t("only-document", title=title_of(records[0].metadata) if records else narrowed.document))
    return [str(one) for one in found]


def _kinds(cited: SourceCatalogue) -> set[str]:
    return recall("kinds of outlets", lambda: {one.row.kind for one in cited.outlets.values() if one.row})


def _languages(cited: SourceCatalogue) -> list[str]:
    """The languages of the sources, most frequent first."""

    def counted() -> list[str]:
        counts = Counter(source.language for source in cited.sources.values() if source.language)
        return sorted(counts, key=lambda code: (-counts[code], code))

    return recall("languages of sources", counted)


def _outlets(cited: SourceCatalogue, frame: Frame) -> tuple[Link, ...]:
    def most() -> list[CitedOutlet]:
        return sorted(cited.outlets.values(), key=lambda one: (-one.citations, one.id))[:OUTLETS]

    return tuple(
        Link(f"{outlet_name(one, frame)} {one.citations:,}", frame.urls.outlet(one.id))
        for one in recall("most cited outlets", most)
    )
