"""What may stand in a field of the catalogue? One table of fields, by which side files and spreadsheets are checked.

A value is refused rather than mended: the message names the field and the value, and says what is accepted.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import Enum
from shlex import quote
from urllib.parse import urlsplit

from archive.model.document import Metadata

Value = str | tuple[str, ...] | bool | None
MAX_VALUE = 1_000  # characters; the longest title known to us has 180
MAX_NAMES = 50

# ISO 639-1, all codes. Source: Library of Congress, the registration authority.
LANGUAGES = frozenset(
    re.findall(
        "..",
        "aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifjfofrfygagdglgngu"
        "gvhahehihohrhthuhyhziaidieigiiikioisitiujajvkakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulvmgmhmimkmlmnmrms"
        "mtmynanbndnengnlnnnonrnvnyocojomorospapiplpsptqurmrnrorurwsascsdsesgsiskslsmsnsosqsrssstsusvswtatetgthtitktl"
        "tntotrtstttwtyugukuruzvevivowawoxhyiyozazhzu",
    )
)
# Codes of countries and other lists, written for languages. KR is Korea's; the language kr is Kanuri.
MISTAKEN = {
    "kr": "ko", "kor": "ko", "한국어": "ko", "eng": "en", "us": "en", "gb": "en", "영어": "en", "rus": "ru",
    "러시아어": "ru", "cn": "zh", "chi": "zh", "zho": "zh", "jp": "ja", "jpn": "ja", "ua": "uk",
}  # fmt: skip
# What a spreadsheet makes of 2024-10 or 2025-09 when it opens a file.
REWRITTEN = re.compile(r"[A-Z][a-z]{2}-\d{2}|\d{1,2}-[A-Z][a-z]{2}(-\d{2,4})?|\d+(\.\d+)?E\+\d+")


class FieldKind(Enum):
    """What form the values of a field have."""

    TEXT = "text on one line"
    NUMBER = "a number as printed"
    NAMES = "a name, or a list of names"
    DATE = "a date as 2025, 2025-03 or 2025-03-24"
    LANGUAGE = "two letters of ISO 639-1, as ko, en, ru, zh"
    URL = "an address that begins with https:// or http://"
    FLAG = "true or false"


@dataclass(frozen=True, slots=True)
class CatalogueField:
    """A field that side files and spreadsheets may give. `special` ones are no part of `Metadata`."""

    name: str
    kind: FieldKind
    example: str
    special: bool = False


FIELDS = (
    CatalogueField("title", FieldKind.TEXT, "두만강 물류의 전망"),
    CatalogueField("authors", FieldKind.NAMES, "김보기"),
    CatalogueField("affiliation", FieldKind.TEXT, "보기대학교 교수"),
    CatalogueField("publisher", FieldKind.TEXT, "보기연구원"),
    CatalogueField("series", FieldKind.TEXT, "보기브리프"),
    CatalogueField("number", FieldKind.NUMBER, "No. 2025-09"),
    CatalogueField("date", FieldKind.DATE, "2025-03-24"),
    CatalogueField("language", FieldKind.LANGUAGE, "ko"),
    CatalogueField("status", FieldKind.TEXT, "op-ed"),
    CatalogueField("rights", FieldKind.TEXT, "CC BY 4.0"),
    CatalogueField("original", FieldKind.TEXT, "보기일보, 7월 8일"),
    CatalogueField("url", FieldKind.URL, "https://example.org/brief"),
    CatalogueField("translation_of", FieldKind.TEXT, "brief-ko"),
    CatalogueField("title_en", FieldKind.TEXT, "Prospects of Tumen River logistics"),
    CatalogueField("authors_latin", FieldKind.NAMES, "Kim Bogi"),
    CatalogueField("publisher_en", FieldKind.TEXT, "Bogi Institute"),
    CatalogueField("sample", FieldKind.FLAG, "true"),
    CatalogueField("replaces", FieldKind.TEXT, "the id of a document", special=True),
)
# What nobody can cite without, and what stands for it in a command that sets it.
NEEDED = {"title": "TITLE", "authors": "AUTHOR", "publisher": "PUBLISHER", "date": "YYYY-MM-DD"}
# Fields that would be a promise which nothing keeps yet, and how it is instead.
UNSUPPORTED = {
    "access": "every document in an archive is public",
    "reading_source": "of files that differ in their endings only, the best one is read",
    "form_of": "files that differ in their endings only are one document, no others are",
}


def check(field: CatalogueField, value: object) -> Value:
    """The value as the field holds it; "" and an empty list say that there is none.

    Raises:
        ValueError: it is not of the field's form. The message begins with the field's name.
    """
    if field.kind is FieldKind.FLAG:
        return _flag(field, value)
    if field.kind is FieldKind.NAMES:
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, (list, tuple)) or len(names) > MAX_NAMES:
            raise ValueError(refusal(field, value))
        return tuple(text for name in names if (text := _text(field, name)))
    if not (text := _text(field, value)):
        return None
    if field.kind is FieldKind.LANGUAGE:
        _check_language(field, text)
    elif not _FORMS[field.kind](text):
        raise ValueError(refusal(field, text))
    return text


def lacking(metadata: Metadata) -> tuple[str, ...]:
    """Which of the fields that are needed a document does not have."""
    return tuple(name for name in NEEDED if not getattr(metadata, name))


def setting_command(document: str, field: str, metadata: Metadata) -> str:
    """The command that sets a field of a document: its title to what stands for it, the others to be filled in."""
    title = metadata.supplied if field == "title" else None
    return f"gakju metadata set {document} {field} {quote(title.text) if title else NEEDED[field]}"


def refusal(field: CatalogueField, value: object) -> str:
    """Why a value is not accepted, and what is."""
    shown = repr(value if len(repr(value)) <= 60 else f"{str(value)[:50]}…")
    message = f"{field.name} = {shown} is not accepted: give {field.kind.value}, as {field.example!r}"
    if isinstance(value, str) and REWRITTEN.fullmatch(value):
        message += "; a spreadsheet seems to have rewritten it as a date or number: format the column as text first"
    return message


def unsupported(name: str) -> str | None:
    """Why a field that does nothing yet is refused; None of any other. A restricted document must not be found."""
    return f"{name} is not supported yet: {UNSUPPORTED[name]}" if name in UNSUPPORTED else None


def not_taken_in(name: str) -> str | None:
    """The same, with what it means for the document that the field was given to."""
    why = unsupported(name)
    return (
        why and f"{why}; the document is not taken in, and stays as it was if it is in (gakju withdraw takes it down)"
    )


def nearest(name: str) -> str:
    """What may have been meant by a field that does not exist."""
    names = [field.name for field in FIELDS]
    close = get_close_matches(name.casefold()[:40], names, n=1)
    return f"did you mean {close[0]!r}?" if close else f"these exist: {', '.join(names)}"


def _text(field: CatalogueField, value: object) -> str:
    if not isinstance(value, str) or len(value) > MAX_VALUE:
        raise ValueError(refusal(field, value))
    text = value.strip()
    if any(not letter.isprintable() for letter in text):  # line ends, controls, surrogates
        raise ValueError(refusal(field, text))
    return text


def _flag(field: CatalogueField, value: object) -> bool:
    words = {"true": True, "false": False, "": False}
    if isinstance(value, str) and value.strip().lower() in words:
        return words[value.strip().lower()]
    if not isinstance(value, bool):
        raise ValueError(refusal(field, value))
    return value


def _check_language(field: CatalogueField, text: str) -> None:
    meant = MISTAKEN.get(text.lower()) or (text.lower()[:2] if re.fullmatch("[A-Za-z]{2}([-_].+)?", text) else None)
    if text in LANGUAGES and text not in MISTAKEN:
        return
    hint = f"; did you mean {meant!r}?" if meant in LANGUAGES else ""
    raise ValueError(refusal(field, text) + hint)


def _is_date(text: str) -> bool:
    """Whether it is a day, month or year that the calendar has, as ISO 8601 writes it."""
    parts = re.fullmatch(r"(1[5-9]\d\d|20\d\d)(?:-(\d\d)(?:-(\d\d))?)?", text)  # print begins in 1500 for us
    try:
        return parts is not None and bool(date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1)))
    except ValueError:
        return False


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text


_FORMS: dict[FieldKind, Callable[[str], bool]] = {
    FieldKind.TEXT: bool,
    FieldKind.NUMBER: lambda text: not REWRITTEN.fullmatch(text),
    FieldKind.DATE: _is_date,
    FieldKind.URL: _is_url,
}
