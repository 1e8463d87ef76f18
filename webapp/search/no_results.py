"""What can be done where nothing was found? What was understood, and the steps that would find something.

Each step is tried before it is offered: none leads from one empty page to another. The searches of a page are counted;
steps come first, and words are looked up one by one where all of them can be.
"""

from collections.abc import Iterator
from dataclasses import replace

from archive.model import Language
from archive.query import Query, fields, parse, with_field, without_field, words
from archive.search import MatchMode, Results
from webapp.search.expansions import typed, words_with_forms
from webapp.search.request import SearchForm
from webapp.site import Frame, Site, recall
from webapp.view_models import NoResults, Offer, WordView

TRIED = 10  # searches beside the one that found nothing; chosen: the steps of most queries and six words
OFFERED = 3  # steps
NAMES = 2  # names of the catalogue that are tried
_FIELDS = {"title": "title", "author": "author", "publisher": "publisher", "series": "publisher"}  # of the query


def no_results(site: Site, frame: Frame, form: SearchForm, found: Results) -> NoResults:
    """Why nothing was found, and what would find something."""
    offers, tried = _offers(site, frame, form, found)
    if _catalogued(site, found.query):  # how it was understood is seen from the documents
        return NoResults((str(frame.t("only-in-catalogue")),), (), offers)
    terms = {typed(term): f'"{term.printed}"' if term.exact else term.printed for term in found.terms}
    alone = terms if 1 < len(terms) <= TRIED - tried else {}
    counted = {word: (query, _count(site, _alone(form, query))) for word, query in alone.items()}
    return NoResults(
        (str(frame.t("no-results")), *_why(frame, found, offers)),
        tuple(
            _word(site, frame, form, word, *counted.get(word.typed, ("", None)))
            for word in words_with_forms(site, frame, form, found)
        ),
        offers,
    )


def _count(site: Site, form: SearchForm) -> int:
    return site.search.rank(form.options(0), recall("engine", site.search.engine)).passages


def _alone(form: SearchForm, query: str) -> SearchForm:
    return SearchForm(query, exact=form.exact, dropped=form.dropped)


def _word(site: Site, frame: Frame, form: SearchForm, word: WordView, query: str, passages: int | None) -> WordView:
    url = _alone(form, query).url(frame.urls) if passages else None
    catalogued = passages == 0 and _catalogued(site, parse(query))
    return replace(word, passages=passages, url=url, catalogued=catalogued)


def _catalogued(site: Site, query: Query) -> bool:
    """Does a document's catalogue data have all that is sought?"""
    return any(match.covers(query.text) for match in site.search.named(query, loosely=True))


def _why(frame: Frame, found: Results, offers: tuple[Offer, ...]) -> Iterator[str]:
    size, narrowed = len(found.terms), bool(fields(found.query))
    if not size and not narrowed and not found.query.hints:
        yield str(frame.t("no-word"))
    elif narrowed and (not size or any(offer.text == frame.t("without-fields") for offer in offers)):
        yield str(frame.t("none-so-narrowed"))
    elif found.guarded and offers:
        yield str(frame.t("guarded"))
    elif size > 1:
        yield str(frame.t("none-with-all", words=frame.t.all_of(size)))
    if size and not offers:
        yield str(frame.t("none-at-all" if size > 1 else "none-of-one"))


def _offers(site: Site, frame: Frame, form: SearchForm, found: Results) -> tuple[tuple[Offer, ...], int]:
    """The steps that find something, and how many were tried; one that finds no more than a smaller step is none."""
    offers: list[Offer] = []
    most = tried = 0
    for text, step in (*_named(site, frame, form, found), *_steps(frame, form, found)):
        passages = _count(site, step)
        tried += 1
        if passages > most:
            most = passages
            offers.append(Offer(text, step.url(frame.urls), passages))
        if len(offers) == OFFERED:
            break
    return tuple(offers), tried


def _named(site: Site, frame: Frame, form: SearchForm, found: Results) -> Iterator[tuple[str, SearchForm]]:
    """Fields in the place of names of the catalogue that stand in the query, with its other words and alone."""
    text = found.query.text
    for match in [one for one in site.search.named(found.query) if one.whole and one.field in _FIELDS][:NAMES]:
        field = _FIELDS[match.field]
        name = str(frame.t("chosen-field", name=frame.t(f"field-{field}"), value=match.name).unescape())
        rest = parse(text[: match.start] + text[match.end :])
        for query in dict.fromkeys((rest, parse(""))):
            step = with_field(query, field, match.name).written(frame.language)
            yield name, replace(form, page=1, query=step)


def _steps(frame: Frame, form: SearchForm, found: Results) -> Iterator[tuple[str, SearchForm]]:
    """What could be form instead, the smallest step first: (its words, the search)."""
    for key, step in _wider(form, found, frame.language):
        yield str(frame.t(key)), step


def _wider(form: SearchForm, found: Results, language: Language) -> Iterator[tuple[str, SearchForm]]:
    first = replace(form, page=1)
    if form.exact or form.dropped:
        yield "search-widely", replace(first, exact=False, dropped=())
    if form.match is not MatchMode.ANY and found.optional_terms > 1:
        yield "show-any", replace(first, match=MatchMode.ANY)
    if form.match is MatchMode.ALL:
        yield "allow-missing", replace(first, match=MatchMode.MOST)
    query = found.query
    for field in fields(query):
        query = without_field(query, field.name, field.value)
    if query != found.query and query.root is not None:
        yield "without-fields", replace(first, query=query.written(language))
    plain = " ".join(word.text for word in words(found.query))
    if plain != found.query.written(language):
        yield "plain-words", replace(first, query=plain)
        if " " in plain:
            yield "plain-words-any", replace(first, query=plain, match=MatchMode.ANY)
