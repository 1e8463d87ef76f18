"""What does the head of a page say to programs? To reference managers, search engines, and who shows a link.

Highwire's tags, so that Zotero takes a document for a report: `citation_technical_report_institution` makes it one, and
where no publisher is known `z:itemType` does; a title alone would be taken for an article's. Its series is
`z:seriesTitle`: `citation_series_title` is dropped, as reports have no such field. A file's name is no title.
schema.org's `Report` is for search engines, which alone read it.
Source: Zotero's translators Embedded Metadata and RDF, as of April 2026.
"""

import json
from collections.abc import Iterator

from markupsafe import Markup

from archive.citing import Reference, title_of_work
from webapp.site import Frame
from webapp.view_models import Alternate, HeadTags

_GUARDED = (*"<>&", *map(chr, (*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2066, 0x206A))))
_IN_SCRIPT = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in _GUARDED})  # and signs that turn the writing


def head_tags(
    reference: Reference, frame: Frame, alternates: tuple[Alternate, ...], pdf: str | None = None
) -> HeadTags:
    """The tags of a document or a passage of it; `pdf` is where its original is, if it is a PDF file."""
    return HeadTags(
        names=tuple((name, value) for name, value in _highwire(reference, pdf) if value),
        properties=tuple((name, value) for name, value in _open_graph(reference, frame) if value),
        schema=_schema(reference),
        cite_as=reference.address or "",
        alternates=alternates,
    )


def _highwire(reference: Reference, pdf: str | None) -> Iterator[tuple[str, str]]:
    work, date = reference.work, (reference.work.date or "").replace("-", "/")
    yield "citation_title", title_of_work(work)
    for author in work.authors:
        turned = author.family and author.latin is None
        yield "citation_author", f"{author.family}, {author.given}" if turned else author.printed
    yield "citation_publication_date", date
    yield "citation_technical_report_institution", work.publisher or ""
    yield "citation_technical_report_number", (work.number or "").removeprefix("No. ")
    yield "citation_language", work.language or ""
    yield "citation_public_url", reference.address or ""
    yield "citation_pdf_url", pdf or ""
    yield "z:itemType", "report"
    yield "z:seriesTitle", work.series or ""


def _open_graph(reference: Reference, frame: Frame) -> Iterator[tuple[str, str]]:
    work = reference.work
    yield "og:type", "article"
    yield "og:site_name", str(frame.t("name"))
    yield "og:title", title_of_work(work)
    yield "og:url", reference.address or ""
    yield "article:published_time", work.date or ""


def _schema(reference: Reference) -> Markup:
    work = reference.work
    known = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": title_of_work(work),
        "alternateName": work.title_en,
        "author": [{"@type": "Person", "name": author.printed} for author in work.authors],
        "datePublished": work.date,
        "publisher": work.publisher and {"@type": "Organization", "name": work.publisher},
        "isPartOf": work.series and {"@type": "CreativeWorkSeries", "name": work.series},
        "reportNumber": work.number,
        "inLanguage": work.language,
        "url": reference.address,
        "sameAs": work.url if (work.url or "").startswith(("https://", "http://")) else None,
    }
    kept = {name: value for name, value in known.items() if value}
    return Markup(json.dumps(kept, ensure_ascii=False).translate(_IN_SCRIPT))
