"""What is this document, said in the reader's language? Catalogue data for lists, results and title blocks."""

from collections.abc import Iterable
from dataclasses import replace

from archive.citing import title_of
from archive.errors import Ambiguous, NotFound
from archive.model import Lines, Metadata, Passage
from archive.store import DocumentRecord, Store
from webapp.dates import format_date
from webapp.languages import written_in
from webapp.site import Frame, View
from webapp.urls import anchor
from webapp.view_models import Catalogue, Fact, Handle


def describe(record: DocumentRecord, frame: Frame, original: DocumentRecord | None = None) -> Catalogue:
    """A document's catalogue entry, with the document it translates.

    An unknown date is said to be unknown; the day of indexing never stands in for it.
    """
    data, english = record.metadata, frame.language == "en"
    title = title_of(data)
    authors = (data.authors_latin if english else ()) or data.authors
    return Catalogue(
        id=record.id,
        url=frame.urls.document(record.id),
        title=title,
        other_title=data.title_en if english and data.title_en != title else None,
        language=written_in(data.language, title),
        byline=", ".join(authors),
        publisher=_publisher(data, english),
        date=format_date(data.date, frame.language) if data.date else frame.t("undated"),
        iso=data.date,
        sample=data.sample,
        facts=tuple(_facts(record, frame, original)),
    )


def describe_in(view: View, record: DocumentRecord, original: DocumentRecord | None = None) -> Catalogue:
    """The same as it heads pages of the document: its link stays in the text that is read."""
    return replace(describe(record, view.frame, original), url=view.open_at(record.id))


def _publisher(data: Metadata, english: bool) -> str:
    return (data.publisher_en if english else None) or data.publisher or ""


def _facts(record: DocumentRecord, frame: Frame, original: DocumentRecord | None) -> Iterable[Fact]:
    """The catalogue data that is known, in the order of a title page; the date always, as unknown if need be."""
    data, t = record.metadata, frame.t
    translated = title_of(original.metadata) if original else data.translation_of
    rows = (
        ("title", t(f"supplied-{data.supplied.origin}") if data.supplied and not data.title else None, None),
        ("file", record.source if not data.title else None, None),
        ("affiliation", data.affiliation, None),
        ("publisher", _publisher(data, frame.language == "en"), None),
        ("series", data.series, None),
        ("number", data.number, None),
        ("published", format_date(data.date, frame.language) if data.date else t("undated"), None),
        ("original-publication", data.original, None),
        ("written-in", language_name(data.language, frame) if data.language else None, None),
        ("translation-of", translated, frame.urls.document(original.id) if original else None),
        ("status", data.status, None),
        ("rights", data.rights, None),
        ("web-address", data.url, data.url if data.url and data.url.startswith(("http://", "https://")) else None),
    )
    return [Fact(t(name), value, url) for name, value, url in rows if value]


def translated_from(store: Store, record: DocumentRecord) -> DocumentRecord | None:
    """The document that this one is a translation of, if it is here, not withdrawn, and not ambiguous."""
    if not record.metadata.translation_of:
        return None
    try:
        found = store.find(record.metadata.translation_of)
    except (NotFound, Ambiguous):
        return None
    return None if store.withdrawals.has(found.number) else found


def language_name(code: str, frame: Frame) -> str:
    """Korean for ko; a code that has no name here as it is."""
    key = f"language-{code.split('-')[0].casefold()}"
    return frame.t(key) if key in frame.t else code


def handle(passage: Passage, lines: Lines | None, view: View) -> Handle:
    """How a passage is linked, copied and traced to its printed lines."""
    frame, address = view.frame, str(passage.address)
    return Handle(
        ordinal=passage.ordinal,
        anchor=anchor(passage.id),
        address=address,
        row=passage.text if passage.row is not None else None,
        url=frame.urls.passage(address),
        in_document=view.open_at(passage.document, passage.id),
        permalink=frame.urls.permalink(address),
        lines=line_range(lines, frame) if lines else "",
        lines_url=frame.urls.lines(address),
    )


def line_range(lines: Lines, frame: Frame) -> str:
    """12–14행, or lines 12–14."""
    first, last = lines
    return frame.t("line", n=first) if first == last else frame.t("lines", first=first, last=last)


def kind_name(passage: Passage, frame: Frame) -> str:
    """문단, 항목, 표, 각주 …"""
    return frame.t(f"kind-{passage.kind.value}")
