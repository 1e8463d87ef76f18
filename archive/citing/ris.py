"""How do reference managers take a reference? As a record of RIS, in the tags that Zotero and EndNote read of a report.

Source: Zotero's translator RIS.js: SN is the number of a report, T2 its series, TT its title in another language.
"""

from collections.abc import Iterator, Sequence

from archive.citing.csl import CslItem, csl_item
from archive.citing.reference import Reference

_TYPES = {
    "report": "RPRT", "article-newspaper": "NEWS", "article-journal": "JOUR", "webpage": "ELEC", "document": "GEN",
}  # fmt: skip


def ris(references: Sequence[Reference]) -> str:
    """A record for each reference, lines ended as the format has them."""
    return "".join(
        "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in _tags(csl_item(one)) if value)
        + "ER  - \r\n\r\n"
        for one in references
    )


def _tags(item: CslItem) -> Iterator[tuple[str, str]]:
    custom = item.get("custom", {})
    yield "TY", _TYPES[item["type"]]
    yield "ID", item["id"]
    yield "TI", item.get("title", "")
    yield "TT", custom.get("title_en", "")
    for author in item.get("author", []):
        yield "AU", author.get("literal") or f"{author['family']}, {author['given']}"
    issued = item.get("issued", {})
    yield "PY", _date(issued).partition("/")[0]
    yield "DA", _date(issued) if "/" in _date(issued) else ""
    yield "PB", item.get("publisher", "")
    yield "CY", item.get("publisher-place", "")
    yield "T2", item.get("collection-title") or item.get("container-title", "")
    yield ("SN" if item["type"] == "report" else "IS"), item.get("number", "")
    yield "SP", item.get("page", "")
    yield "LA", item.get("language", "")
    yield "UR", item.get("URL", "")
    yield "Y2", _date(item.get("accessed", {}))
    yield "N1", item.get("note", "")
    yield "N1", "; ".join(filter(None, (", ".join(custom.get("authors_latin", [])), custom.get("publisher_en"))))


def _date(date: CslItem) -> str:
    """2025/03/24, so far as it is known."""
    if "date-parts" not in date:
        return str(date.get("literal", ""))
    return "/".join(f"{part:02}" for part in date["date-parts"][0])
