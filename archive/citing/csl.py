"""How does a reference reach another program? As an item of CSL-JSON, from which the other files are written, too.

Dates are as exact as they are known. What CSL has no field for stands in `custom`: the catalogue's English and Latin
forms, and where the publisher has the work. Source: https://github.com/citation-style-language/schema, csl-data.json.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from archive.citing.chicago import chicago
from archive.citing.days import date_parts
from archive.citing.english import english_place
from archive.citing.korean import by_way_of
from archive.citing.locator import PageOrigin, section_place
from archive.citing.names import AuthorName
from archive.citing.reference import Reference, format_remark
from archive.citing.styled import plain, text_of
from archive.citing.works import Work
from archive.model import Language

CslItem = dict[str, Any]  # the rim: this is what json.dumps takes


def csl_item(reference: Reference) -> CslItem:
    """The item of a reference; a field that is not known is left out."""
    work = reference.work
    item = {
        "id": reference.key,
        "type": work.kind.value,
        "title": work.title or work.supplied,
        "author": [_name(author, work.korean) for author in work.authors],
        "issued": _date(work.date),
        "publisher": work.publisher,
        "publisher-place": work.city,
        "collection-title": work.series,
        "container-title": work.outlet,
        "number": (work.number or "").removeprefix("No. "),
        "page": _range(work.pages) if work.pages else shown_page(reference),
        "language": work.language,
        "URL": reference.address or (work.url if reference.via else None),
        "accessed": _date(reference.accessed if reference.address else None),
        "note": "; ".join(_notes(reference)),
        "custom": _custom(work, reference),
    }
    return {name: value for name, value in item.items() if value}


def csl_json(references: Sequence[Reference]) -> str:
    """A list of items, a line each."""
    items = ",\n".join(json.dumps(csl_item(one), ensure_ascii=False) for one in references)
    return f"[\n{items}\n]\n"


def _range(printed: str) -> str:
    """5-27, with whatever stroke it is printed."""
    return re.sub(r"(?<=\d)\s*[~∼–]\s*(?=\d)", "-", printed)


def shown_page(reference: Reference) -> str | None:
    """The page of a passage that is printed on it."""
    place = reference.place
    return place.page if place and place.page_origin is PageOrigin.PRINTED else None


def _name(author: AuthorName, korean: bool) -> dict[str, str]:
    """In the work's own script; in parts only where these are known in that script."""
    if author.family and author.given and not korean:
        return {"family": author.family, "given": author.given}
    return {"literal": author.printed}


def _date(iso: str | None) -> dict[str, Any] | None:
    parts = date_parts(iso)
    if not iso:
        return None
    return {"date-parts": [list(parts)]} if parts else {"literal": iso}


def _notes(reference: Reference) -> list[str]:
    """The place of a passage, the status of its document, and the brief from which a source is known."""
    language: Language = "ko" if (reference.via or reference).work.korean else "en"
    notes = [format_remark(*remark, language) for remark in reference.remarks]
    if via := reference.via:
        known_from = by_way_of(via) if language == "ko" else plain("cited in ") + chicago(via)
        return [text_of(known_from).removesuffix("."), *notes]
    if reference.place is None:
        return notes
    place = section_place(reference.place, "ko") if language == "ko" else english_place(reference.place, "“{}”")
    return [place, *notes]


def _custom(work: Work, reference: Reference) -> dict[str, Any]:
    latin = [author.latin for author in work.authors if author.latin]
    source = work.url if reference.address else None
    rows = {"title_en": work.title_en, "authors_latin": latin, "publisher_en": work.publisher_en, "source_url": source}
    return {name: value for name, value in rows.items() if value}
