"""By what can a search be narrowed, and how is it written? Field names and their values in Korean and English.

A value that cannot be read is None: the query then takes it as plain text. Every value that is read can be written in
both languages and read back.
"""

import re
from collections.abc import Callable
from unicodedata import normalize

from archive.errors import NotFound
from archive.model import Language, PassageKind, parse_permalink
from archive.query.signs import is_bare, without_quotes
from archive.text import bare

Years = tuple[int | None, int | None]

# What a field is called inside: in Korean, in English, an example's value in both.
NAMES = {
    "title": ("제목", "title", "전망", "outlook"),
    "author": ("저자", "author", "홍예시", "Hong"),
    "publisher": ("발행처", "publisher", "예시연구원", "institute"),
    "outlet": ("매체", "outlet", "타스", "TASS"),
    "source": ("출처", "source", "t2zjmohdsv", "t2zjmohdsv"),
    "year": ("연도", "year", "2024", "2024"),
    "language": ("언어", "language", "한국어", "ko"),
    "kind": ("종류", "kind", "표", "table"),
    "in": ("in", "in", "각주", "note"),
    "document": ("문서", "document", "7k4m2", "7k4m2"),
}
_BY_NAME = {name: field for field, (ko, en, *_) in NAMES.items() for name in (ko, en)} | {"lang": "language"}
# What a place is called: as a field of its own in Korean, and as values of in:
_PLACES = {
    "note": ("각주에서", "note", "각주", "미주", "footnote", "endnote"),
    "table": ("표에서", "table", "표"),
    "body": ("본문에서", "body", "본문"),
}
# How a kind is written in Korean and English, and what else it is called.
_KINDS = {
    PassageKind.TITLE: ("제목", "title", "문서제목"),
    PassageKind.HEADING: ("절제목", "heading", "절", "소제목", "section"),
    PassageKind.PARAGRAPH: ("문단", "paragraph", "단락"),
    PassageKind.ITEM: ("항목", "item"),
    PassageKind.ROW: ("표", "table", "행", "row"),
    PassageKind.CAPTION: ("표제목", "caption", "그림제목", "표·그림 제목", "캡션"),
    PassageKind.SOURCE: ("자료출처", "source", "출처"),
    PassageKind.REMARK: ("표주", "remark", "주", "표·그림 주"),
    PassageKind.DISCLAIMER: ("밝힘글", "disclaimer"),
    PassageKind.NOTE: ("각주", "note", "미주", "footnote", "endnote"),
}
# The same of languages. Others are named by their code of two letters (ISO 639-1).
_LANGUAGES = {
    "ko": ("한국어", "ko", "korean", "국어", "국문", "한글", "корейский", "韓國語", "韩语"),
    "en": ("영어", "en", "english", "영문", "английский", "英語", "英语"),
    "ru": ("러시아어", "ru", "russian", "노어", "русский", "俄語", "俄语"),
    "zh": ("중국어", "zh", "chinese", "중문", "китайский", "中文", "漢語", "汉语"),
}
_SOURCE = re.compile(r"(?:.*[-/])?([a-z2-7]{10})")  # see `archive.citing.source_keys`
_YEARS = re.compile(r"([0-9]{4})년?|(?:([0-9]{4})년?)?(?:[-–—~〜∼]|\.{2,3})(?:([0-9]{4})년?)?")


def _names(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {bare(name): value for value, names in table.items() for name in names}


_PLACE_NAMED = _names({place: names[1:] for place, names in _PLACES.items()})
_KIND_NAMED = _names({kind.value: names for kind, names in _KINDS.items()})
_LANGUAGE_NAMED = _names(_LANGUAGES)


def field_named(name: str) -> str | None:
    """The field of that name; None where there is none."""
    return _BY_NAME.get(name.casefold())


def place_named(name: str) -> str | None:
    """The place that a field without a value names: note of 각주에서."""
    return next((place for place, names in _PLACES.items() if names[0] == name), None)


def read_value(name: str, typed: str) -> str | None:
    """The value as the tree holds it; None where the field cannot have it."""
    value = " ".join(typed.split())
    return _READERS.get(name, _text)(value) if bare(value) else None


def years(value: str) -> Years:
    """The first and last year that a value of `year` asks for; None where it is open: 2023- gives (2023, None)."""
    first, _, last = value.partition("-")
    if "-" not in value:
        last = first
    return int(first) if first else None, int(last) if last else None


def _text(value: str) -> str | None:
    return value if is_bare(value) else without_quotes(value) or None


def _year(value: str) -> str | None:
    match = _YEARS.fullmatch(normalize("NFKC", value).replace(" ", ""))
    if match is None or not any(match.groups()):
        return None
    if match[1]:
        return match[1]
    first, last = match[2] or "", match[3] or ""
    if first and last:
        return first if first == last else "-".join(sorted((first, last)))
    return f"{first}-{last}"


def _language(value: str) -> str | None:
    code = bare(value)
    return _LANGUAGE_NAMED.get(code) or (code if re.fullmatch("[a-z]{2}", code) else None)


def _document(value: str) -> str | None:
    try:
        return parse_permalink(value).document
    except NotFound:
        return None


def _source(value: str) -> str | None:
    """The id at the end of a source's address, or alone. Another word after 출처: is what it seems, text."""
    match = _SOURCE.fullmatch(value.casefold())
    return match[1] if match else None


_READERS: dict[str, Callable[[str], str | None]] = {
    "year": _year,
    "language": _language,
    "kind": lambda value: _KIND_NAMED.get(bare(value)),
    "in": lambda value: _PLACE_NAMED.get(bare(value)),
    "document": _document,
    "source": _source,
}


def write_field(name: str, value: str, language: Language) -> str:
    """A field as it is typed: 제목:전망, title:"two words", 각주에서:, kind:table."""
    at = 0 if language == "ko" else 1
    if name == "in":
        return f"{_PLACES[value][0]}:" if language == "ko" else f"in:{value}"
    if name == "kind":
        value = _KINDS[PassageKind(value)][at]
    elif name == "language" and value in _LANGUAGES:
        value = _LANGUAGES[value][at]
    return f"{NAMES[name][at]}:{value}" if is_bare(value) else f'{NAMES[name][at]}:"{value}"'
