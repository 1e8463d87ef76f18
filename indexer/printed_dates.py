"""Which day, month or year does this printed date mean? Dates in a text become ISO 8601, as exact as the print.

A date that no calendar has (2023. 2. 30) and one that two readers would read differently (3/4/2023) are not read.
Nothing is completed: a month without a year is no date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as it stands in a text: half-open offsets of its print, its ISO value, and the row that read it."""

    start: int
    end: int
    iso: str
    form: str


@dataclass(frozen=True, slots=True)
class Form:
    """A way to print a date: named groups y, m (number) or name (of a month), d, and till (the end of a range)."""

    name: str
    pattern: str
    example: str
    why: str


_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_RUSSIAN = (
    ("январь", "января"), ("февраль", "февраля"), ("март", "марта"), ("апрель", "апреля"), ("май", "мая"),
    ("июнь", "июня"), ("июль", "июля"), ("август", "августа"), ("сентябрь", "сентября"), ("октябрь", "октября"),
    ("ноябрь", "ноября"), ("декабрь", "декабря"),
)  # fmt: skip
_MONTHS: dict[str, int] = {name.lower(): n for n, name in enumerate(_ENGLISH, 1)}
_MONTHS |= {name[:3].lower(): n for n, name in enumerate(_ENGLISH, 1)} | {"sept": 9}
_MONTHS |= {form: n for n, forms in enumerate(_RUSSIAN, 1) for form in forms}

_EN = "|".join((*_ENGLISH, "Sept", *(name[:3] for name in _ENGLISH)))
_RU = "|".join(form for forms in _RUSSIAN for form in reversed(forms))
_Y = r"(?P<y>(?:19|20)\d\d)"
_M = r"(?P<m>\d{1,2})"
_D = r"(?P<d>\d{1,2})"
_POINT = r"\s{0,2}\.\s{0,2}"
_TH = r"(?:st|nd|rd|th)?"
_TILL = r"(?:\s?[~∼–-]\s?(?P<till>\d{1,2}))?"
_ISSUE_OF = r"(?:일?자(?![가-힣]))?"  # 2023. 9. 13.자 신문
_OF_YEAR = r"(?:\s?(?:года\b|г\.))?"

# Where several fit at one place the first row wins: the most exact form first, the bare year last.
FORMS = (
    Form("points", rf"(?<![\d.]){_Y}{_POINT}{_M}{_POINT}{_D}{_TILL}(?!\d|(?![일자])[가-힣]){_ISSUE_OF}\.?",
         "2023. 9. 13.", "the Korean numeric date, with or without spaces and the last point"),
    Form("points, month", rf"(?<![\d.]){_Y}{_POINT}{_M}(?![\d%가-힣])\.?", "2023. 9.", "monthly journals"),
    Form("dashes", rf"(?<![\d-]){_Y}-{_M}-{_D}(?![\d-])", "2023-09-13", "ISO 8601 itself"),
    Form("slashes", rf"(?<![\d/]){_Y}/{_M}/{_D}(?![\d/])", "2023/9/13", "year first leaves no doubt"),
    Form("hangul", rf"(?<!\d){_Y}년\s?{_M}월\s?{_D}일{_ISSUE_OF}", "2023년 9월 13일", "dates of access, newspapers"),
    Form("hangul, month", rf"(?<!\d){_Y}년\s?{_M}월", "2023년 9월", "journals"),
    Form("hangul, year", rf"(?<!\d){_Y}년", "2023년", "yearbooks"),
    Form("hanja", rf"(?<!\d){_Y}年\s?{_M}月\s?{_D}[日号]", "2023年9月13日", "Chinese and Japanese print"),
    Form("hanja, month", rf"(?<!\d){_Y}年\s?{_M}月", "2023年9月", "Chinese and Japanese print"),
    Form("hanja, year", rf"(?<!\d){_Y}年", "2023年", "a Chinese journal: 2023年第5期"),
    Form("English, month first", rf"\b(?P<name>{_EN})\.?\s{_D}{_TH},?\s{_Y}\b", "November 22, 2024", "Chicago"),
    Form("English, day first", rf"(?<!\d){_D}{_TH}\s(?P<name>{_EN})\.?,?\s{_Y}\b", "22 Nov. 2024", "British"),
    Form("English, month", rf"\b(?P<name>{_EN})\.?,?\s{_Y}\b", "October 2024", "reports"),
    Form("Russian", rf"(?<!\d){_D}\s(?P<name>{_RU})\s{_Y}\b{_OF_YEAR}", "19 февраля 2025 года", "speeches, in words"),
    Form("Russian, month", rf"\b(?P<name>{_RU})\s{_Y}\b{_OF_YEAR}", "февраль 2025 г.", "journals"),
    Form("day first", rf"(?<![\d.]){_D}\.{_M}\.{_Y}(?!\.?\d){_OF_YEAR}", "13.09.2023", "Russian and German print"),
    Form("year", rf"(?<![\w.,/-]){_Y}[a-zа-я]?{_OF_YEAR}(?![\w-])", "2023", "books; 2023a in institute form"),
)  # fmt: skip
_COMPILED = tuple((form, re.compile(form.pattern, re.IGNORECASE)) for form in FORMS)


def _iso(match: re.Match[str]) -> str | None:
    """The ISO date of a match, None where the calendar has no such day. Of a range of days only the month is one."""
    parts = match.groupdict()
    year = parts["y"]
    month = _MONTHS[parts["name"].lower()] if parts.get("name") else int(parts.get("m") or 0)
    if not month:
        return None if parts.get("m") else str(year)
    if not 1 <= month <= 12:
        return None
    if not parts.get("d"):
        return f"{year}-{month:02}"
    try:
        day = date(int(year), month, int(parts["d"]))
    except ValueError:
        return None
    return day.isoformat() if not parts.get("till") else f"{year}-{month:02}"


def find_dates(text: str) -> Iterator[PrintedDate]:
    """The dates of a text in order, without overlap. An impossible date is passed over whole, not read in part."""
    found: list[tuple[int, int, re.Match[str], str]] = []
    for rank, (form, pattern) in enumerate(_COMPILED):
        found.extend((match.start(), rank, match, form.name) for match in pattern.finditer(text))
    found.sort(key=lambda item: (item[0], item[1]))
    taken = 0
    for start, _, match, name in found:
        if start < taken:
            continue
        taken = match.end()
        iso = _iso(match)
        if iso is not None:
            yield PrintedDate(start, match.end(), iso, name)


def parse_date(text: str) -> str | None:
    """The ISO date of a text that prints one date and nothing else but points and brackets: "2023.10.11." """
    dates = list(find_dates(text))
    if len(dates) != 1:
        return None
    around = text[: dates[0].start] + text[dates[0].end :]
    return None if any(character.isalnum() for character in around) else dates[0].iso
