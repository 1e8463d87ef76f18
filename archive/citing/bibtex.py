"""How does LaTeX take a reference? As an entry of BibTeX, with the dates of BibLaTeX beside it.

Names and titles are braced, so that no program cuts a name in two or lowers the case of a title. Fields that BibTeX
does not know (title_en, author_latin, institution_en) it leaves alone.
"""

from collections.abc import Sequence

from archive.citing.csl import CslItem, csl_item
from archive.citing.reference import Reference

_SPECIAL = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip


def bibtex(references: Sequence[Reference]) -> str:
    """An entry for each reference."""
    return "\n".join(_entry(csl_item(one)) for one in references)


def _entry(item: CslItem) -> str:
    kind = "article" if "container-title" in item else "misc"
    if item["type"] == "report" and "publisher" in item:
        kind = "techreport"  # which is refused without an institution
    fields = [f"  {name} = {{{value}}}" for name, value in _fields(item, kind) if value]
    return f"@{kind}{{gakju-{item['id'].replace('@', '-r')},\n" + ",\n".join(fields) + "\n}\n"


def _fields(item: CslItem, kind: str) -> list[tuple[str, str]]:
    report, custom = kind == "techreport", item.get("custom", {})
    year, month, date = _dated(item.get("issued", {}))
    return [
        ("author", " and ".join(_name(author) for author in item.get("author", []))),
        ("title", _braced(item.get("title"))),
        ("title_en", _braced(custom.get("title_en"))),
        ("author_latin", " and ".join(f"{{{_safe(name)}}}" for name in custom.get("authors_latin", []))),
        ("institution" if report else "publisher", _safe(item.get("publisher"))),
        ("institution_en" if report else "publisher_en", _safe(custom.get("publisher_en"))),
        ("type" if report else "series", _safe(item.get("collection-title"))),
        ("journal", _safe(item.get("container-title"))),
        ("number", _safe(item.get("number"))),
        ("address", _safe(item.get("publisher-place"))),
        ("pages", _safe(item.get("page")).replace("-", "--")),
        ("year", year),
        ("month", month),
        ("date", date),
        ("language", _safe(item.get("language"))),
        ("url", _url(item.get("URL"))),
        ("urldate", _dated(item.get("accessed", {}))[2]),
        ("note", _safe(item.get("note"))),
    ]


def _dated(date: CslItem) -> tuple[str, str, str]:
    """Year, month and the whole in ISO 8601."""
    if "date-parts" not in date:
        return _safe(date.get("literal")), "", ""
    parts = date["date-parts"][0]
    return str(parts[0]), "".join(map(str, parts[1:2])), "-".join(f"{part:02}" for part in parts)


def _name(author: CslItem) -> str:
    if "literal" in author:
        return f"{{{_safe(author['literal'])}}}"
    return f"{_safe(author['family'])}, {_safe(author['given'])}"


def _braced(text: str | None) -> str:
    return f"{{{_safe(text)}}}" if text else ""


def _safe(text: str | None) -> str:
    return " ".join((text or "").split()).translate(_SPECIAL)


def _url(url: str | None) -> str:
    """An address is taken as it is; only what would end the field is sent in another way."""
    return (url or "").replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace(" ", "%20")
