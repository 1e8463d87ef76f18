"""Which parts of a note are dates, pages, numbers, addresses, dates of access? Finds the fields known by their form.

Titles, authors and outlets are not found here: they have no form of their own and are what the fields leave over.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.text import PrintedDate, find_dates
from indexer.citations.quotes import QuotedTitle


@dataclass(frozen=True, slots=True)
class CitationField:
    """A field of a note: half-open offsets of its print, and its value. `kind` is a name of `FIELDS` or "date"."""

    kind: str
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class FieldPattern:
    """A way to print a field; the group `value` is what is kept of it."""

    kind: str
    pattern: str
    example: str
    why: str


_RANGE = r"\d{1,5}(?:\s?[-–—~∼～]\s?\d{1,5})?"
_MORE = r"(?:,\s?\d{1,3}(?:[-–~]\d{1,3})?(?![\d년年]|\.\s?\d{1,2}(?!\d))){0,9}"  # further pages; no year, no date
_LIST = _RANGE + _MORE
_SHORT_LIST = r"\d{1,3}(?:\s?[-–—~∼～]\s?\d{1,3})?" + _MORE  # where the word follows: 2020, 12쪽 is a year and a page
_BARE_SERIES = r"\d{1,4}[-–]\d{1,3}|\d{1,3}\(\d{1,2}\)"
_KOREAN_ISSUE = (
    r"(?:통권\s?)?제\s?\d+\s?[권집](?:\s?제?\s?\d+\s?호)?|(?:통권\s?)?제\s?\d+\s?호"
    r"|통권\s?\d+\s?호|(?<!\d)\d+권\s?\d+호"
)
_ADDRESS = r"(?:https?://|www\.)(?:(?!\((?:검색|접속|열람|방문|최종))[^\s<>〈〉「」『』“”\"。，；（）])+"

FIELDS = (
    FieldPattern("url", rf"(?:(?:URL|Режим доступа|网址|Available at)\s?[:：]?\s?)?[<〈]?(?P<value>{_ADDRESS})>?",
        "<https://example.org/a>", "angle brackets mark an address off; a Russian list says URL:"),
    FieldPattern("pages", rf"(?<![\w.])pp?\.?\s?(?P<value>{_LIST})(?![\d\w])", "pp. 183~208",
        "Korean institutes, English"),
    FieldPattern("pages", rf"(?<![\w])(?P<value>{_SHORT_LIST})\s?(?:쪽|면)(?![가-힣])", "136-138면",
        "humanities 쪽, law 면"),
    FieldPattern("pages", rf"(?<![\w])(?:[СсC]|стр)\.\s?(?P<value>{_LIST})(?![\d\w])", "С. 12–20", "GOST 7.0.5"),
    FieldPattern("pages", rf"第?(?P<value>{_RANGE})[页頁]", "第12-20页", "Chinese"),
    FieldPattern("pages", rf"(?<=\)):\s?(?P<value>{_LIST})(?![\d\w])", "(2020): 12–15",
        "Chicago, after the year of an issue"),
    FieldPattern("pages", rf"(?<=\),\s)(?P<value>{_RANGE})(?=\.?\s?(?:$|[;,]))", "(Seoul: Hanul, 2020), 12–15.",
        "Chicago"),
    FieldPattern("number", rf"(?P<value>{_KOREAN_ISSUE})", "제12권 제3호", "Korean journals"),
    FieldPattern("number", r"(?P<value>(?<!\w)(?:Vol|vol|No|no|Iss|iss|Nr|Т|Вып)\.\s?\d[\d-]*(?:\(\d+\))?)",
        "Vol. 22", "English and Russian journals"),
    FieldPattern("number", r"(?P<value>(?<!\w)(?:Issue|Volume|Number)\s\d[\d-]*)", "Issue 3", "English"),
    FieldPattern("number", r"(?P<value>№\s?\d[\d-]*(?:\s?\(\d+\))?)", "№ 5", "Russian journals"),
    FieldPattern("number", r"(?P<value>第\s?\d+\s?[卷期号辑](?:第?\s?\d+\s?[期号])?)", "第5期", "Chinese journals"),
    FieldPattern("number", rf"(?<=[,，]\s)(?P<value>{_BARE_SERIES})(?=\s?[,，.(]|\s?$)", "15-05",
        "a series' number, bare"),
    FieldPattern("number", r"(?P<value>(?<![\w/])[SA]/(?:RES|PRST|PV|HRC)?[/.]?\d{1,4}(?:[/.]\d{1,4}){0,4})",
        "S/RES/2397", "documents of the United Nations"),
)  # fmt: skip
_COMPILED = tuple((form, re.compile(form.pattern)) for form in FIELDS)

_ACCESS_WORDS = (
    r"(?:최종\s?)?(?:검색|접속|열람|방문)일?", r"(?:last )?accessed(?: on)?", r"retrieved(?: on)?", "дата обращения",
    "访问日期", "访问时间", "检索日期", "查阅日期",
)  # fmt: skip
_ACCESS = re.compile("(?:" + "|".join(_ACCESS_WORDS) + r")\s?[:：]?\s?", re.IGNORECASE)
_ACCESS_AFTER = re.compile(r"\s?(?:검색|접속|열람|방문|accessed|访问)(?![가-힣\w])")
_URL_TAIL = ".,;:!?)]）】』」”’'\""


# Rows that in a note are numbers of a series or of an issue: 연구총서 2020-03, Military Balance 2023/24.
NUMBERS = ("ISO month", "season")


def _access(text: str, dates: Sequence[PrintedDate]) -> Iterator[CitationField]:
    """Dates of access: a word that says so before or after a date; brackets around both are theirs."""
    starts = {found.start: found for found in dates}
    for match in _ACCESS.finditer(text):
        found = starts.get(match.end())
        if found and found.iso:
            yield _with_brackets(text, CitationField("accessed", match.start(), found.end, found.iso))
    for found in dates:
        after = _ACCESS_AFTER.match(text, found.end)
        if after and found.iso:
            yield _with_brackets(text, CitationField("accessed", found.start, after.end(), found.iso))


def _with_brackets(text: str, field: CitationField) -> CitationField:
    start, end = field.start, field.end
    if end < len(text) and text[end] in ")）]" and start and text[start - 1] in "(（[":
        return CitationField(field.kind, start - 1, end + 1, field.value)
    return field


def _url(field: CitationField, text: str) -> CitationField:
    """An address without the points and brackets of the sentence around it; a bracket it opens itself is its own."""
    value = field.value
    while value and value[-1] in _URL_TAIL and not (value[-1] == ")" and value.count("(") >= value.count(")")):
        value = value[:-1]
    end = text.index(value, field.start) + len(value)
    return CitationField("url", field.start, end + (text[end : end + 1] in (">", "〉")), value)


def find_fields(text: str, quoted: Sequence[QuotedTitle]) -> tuple[CitationField, ...]:
    """The fields of a text outside its quoted stretches, in order, without overlap."""
    addresses: list[CitationField] = []
    others: list[CitationField] = []
    for form, pattern in _COMPILED:
        for match in pattern.finditer(text):
            field = CitationField(form.kind, match.start(), match.end(), match["value"].strip())
            (addresses if form.kind == "url" else others).append(field)
    dates = [found for found in find_dates(text, without=NUMBERS) if found.iso]
    # Where fields overlap the earlier wins: an address may hold a date, an access phrase does, pages may look like one.
    ranked = [_url(field, text) for field in addresses] + list(_access(text, dates))
    bare = [found.form == "year alone" for found in dates]
    dated = [CitationField("date", found.start, found.end, found.iso or "") for found in dates]
    ranked += [field for field, alone in zip(dated, bare, strict=True) if not alone] + others
    ranked += [field for field, alone in zip(dated, bare, strict=True) if alone]
    return _without_overlap(ranked, quoted)


def _without_overlap(ranked: Sequence[CitationField], quoted: Sequence[QuotedTitle]) -> tuple[CitationField, ...]:
    starts = [stretch.start for stretch in quoted]
    taken: dict[int, CitationField] = {}
    covered = bytearray(max((field.end for field in ranked), default=0))
    for field in ranked:
        inside = bisect_right(starts, field.start) - 1
        if inside >= 0 and field.start < quoted[inside].end:
            continue
        if any(covered[field.start : field.end]):
            continue
        covered[field.start : field.end] = b"\1" * (field.end - field.start)
        taken[field.start] = field
    return tuple(taken[start] for start in sorted(taken))
