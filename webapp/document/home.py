"""What does the first page show? What the archive holds, in small pictures that narrow a search; searches worth trying
that it can answer; its latest documents.

All of it is made once for each state of the archive. Where there is no index yet, there is nothing to narrow or to try.
"""

from collections.abc import Iterator, Mapping, Sequence

from archive.errors import StaleIndex
from archive.query import read_value, write_field
from archive.search import Holdings
from archive.store import Listing
from webapp.components import describe, language_name
from webapp.document.lists import listed, overview
from webapp.languages import written_in
from webapp.site import Frame, Site, recall
from webapp.view_models import Facet, HomePage, Suggested, Value

RECENT = 5
YEARS = 5  # rows of years; the older ones are put together in one more
NAMES = 5  # publishers, and languages

Counted = Sequence[tuple[str, str, int]]  # the value as a query has it, as it is shown, and passages


def home_page(site: Site, frame: Frame, focus: bool = False) -> HomePage:
    """The first page. `focus` puts the cursor into the field."""
    counts, latest = overview(site), recall("latest", lambda: listed(site, Listing.DATE, RECENT))
    facets, tries = recall(f"holdings {frame.language} {frame.urls.home}", lambda: _shown(site, frame))
    return HomePage(
        documents=counts.documents,
        passages=counts.passages,
        notes=counts.notes,
        samples=counts.samples,
        holdings=facets,
        tries=tries,
        recent=tuple(describe(record, frame) for record in latest),
        stale=recall("stale", site.store.queue.count_documents),
        focus=focus,
    )


def _shown(site: Site, frame: Frame) -> tuple[tuple[Facet, ...], tuple[Suggested, ...]]:
    """What is held and worth trying, as readers of one language are shown it."""
    held = recall("holdings", lambda: _holdings(site))
    return tuple(_facets(held, frame)), tuple(_tries(site, held, frame))


def _holdings(site: Site) -> Holdings:
    try:
        return site.search.holdings(recall("engine", site.search.engine))
    except StaleIndex:
        return Holdings()


def _facets(held: Holdings, frame: Frame) -> Iterator[Facet]:
    """By year, publisher and language."""
    counts = held.counts
    languages = [(code, language_name(code, frame), n) for code, n in counts.get("language", {}).items()]
    publishers = [(name, name, n) for name, n in counts.get("publisher", {}).items()]
    years = _years(counts.get("year", {}))
    rows = (("year", years), ("publisher", publishers[:NAMES]), ("language", languages[:NAMES]))
    for name, counted in rows:
        most = max((n for _, _, n in counted), default=0)
        values = tuple(value for one in counted if (value := _value(frame, name, *one, most)))
        if values:
            note = frame.t("facet-language-note") if name == "language" else None
            yield Facet(name, frame.t(f"field-{name}"), note, values, (), 0, bars=True)


def _years(counts: Mapping[str, int]) -> Counted:
    """The latest years; those before them in one row."""
    years = sorted(counts.items(), reverse=True)
    shown, before = years[:YEARS], years[YEARS:]
    rows = [(year, year, n) for year, n in shown]
    if before:
        first, last = before[-1][0], before[0][0]
        text = f"{first}–{last}" if first != last else first
        rows.append((f"{first}-{last}", text, sum(n for _, n in before)))
    return rows


def _value(frame: Frame, name: str, given: str, text: str, count: int, most: int) -> Value | None:
    read = read_value(name, given)
    if read is None:
        return None
    url = frame.urls.search(write_field(name, read, frame.language))
    language = written_in(None, text) if name == "publisher" else ""
    return Value(text, language, count, max(1, round(100 * count / most)), url)


def _tries(site: Site, held: Holdings, frame: Frame) -> Iterator[Suggested]:
    """One in Korean, one in another language that is answered by the term base, one of an author or an outlet."""
    t, urls = frame.t, frame.urls
    if held.korean:
        query = " ".join(concept.preferred("ko") or "" for concept in held.korean)
        meant = ", ".join(concept.preferred("en") or "" for concept in held.korean) if frame.language == "en" else ""
        yield Suggested(query, "ko", meant or t("try-both" if len(held.korean) > 1 else "try-one"), urls.search(query))
    if held.foreign:
        concept, form = held.foreign
        meant = concept.preferred(frame.language) or ""
        yield Suggested(form, written_in(None, form), t("try-foreign", meant=meant), urls.search(form))
    for name in ("author", "outlet"):
        if value := next(iter(held.counts.get(name, {})), None):
            yield _of_name(site, name, value, frame)
            return


def _of_name(site: Site, name: str, value: str, frame: Frame) -> Suggested:
    language = frame.language
    outlet = site.search.knowledge.outlets.find(value) if name == "outlet" else None
    shown = value if outlet is None else outlet.ko if language == "ko" else outlet.en
    query = write_field(name, read_value(name, shown) or shown, language)
    return Suggested(query, written_in(None, shown), frame.t(f"try-{name}"), frame.urls.search(query))
