"""Which documents does a query name? Cards above the passages: a title, or an author, a publisher, a series, a number.

Where the names are but some of the words, documents in which the query finds passages come alone, if there are any.
"""

from collections.abc import Iterator, Sequence

from archive.query import parse
from archive.search import NamedDocument, Results
from webapp.components import describe
from webapp.site import Frame, Site
from webapp.view_models import Card, Cards

SHOWN = 3  # above the passages


def cards_of(site: Site, frame: Frame, found: Results) -> Cards | None:
    """The documents that a query names; where no passage answers it, by any part of what the catalogue says."""
    named = site.search.named_documents(found.query, loosely=not found.passages)
    text = found.query.text
    if found.by_document and not any(match.covers(text) for one in named for match in one.because):
        named = tuple(one for one in named if one.number in found.by_document) or named
    if not named:
        return None
    more = frame.urls.documents(query=text) if len(named) > SHOWN else None
    return Cards(tuple(_cards(site, frame, named[:SHOWN], text)), len(named), more)


def named_cards(site: Site, frame: Frame, text: str, limit: int, first: int) -> Cards:
    """A page of the documents that a text names, loosely."""
    named = site.search.named_documents(parse(text), loosely=True)
    return Cards(tuple(_cards(site, frame, named[first : first + limit], text)), len(named), None)


def _cards(site: Site, frame: Frame, named: Sequence[NamedDocument], text: str) -> Iterator[Card]:
    records = site.store.records([one.number for one in named])
    for one in named:
        if record := records.get(one.number):
            said = [match for match in one.because if match.whole] or one.because  # a whole name says more than a part
            names = {match.name: _field(frame, match.field) for match in said if match.field != "title"}
            because = (frame.t("chosen-field", name=field, value=name) for name, field in names.items())
            yield Card(describe(record, frame), frame.urls.match(record.id, None, text), tuple(because))


def _field(frame: Frame, field: str) -> str:
    """What a field of the catalogue is called."""
    name = {"original": "original-publication"}.get(field, field)
    return frame.t(f"field-{name}" if f"field-{name}" in frame.t else name)
