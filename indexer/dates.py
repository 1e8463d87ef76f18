"""Which date is this line? Reads the date forms of Korean and English title pages into ISO 8601, as exact as the print."""

import re
from dataclasses import dataclass

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}
_MONTH = "(?P<name>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"


@dataclass(frozen=True, slots=True)
class DateForm:
    """One way to print a date; groups y, m or name, d."""

    name: str
    pattern: re.Pattern[str]
    example: str


_Y, _M, _D = r"(?P<y>(?:19|20)\d\d)", r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
FORMS: tuple[DateForm, ...] = (
    DateForm("iso", re.compile(rf"{_Y}-{_M}-{_D}"), "2025-03-24"),
    DateForm("points", re.compile(rf"{_Y}\.\s?{_M}\.\s?{_D}\.?"), "2025. 3. 24."),
    DateForm("slashes", re.compile(rf"{_Y}/{_M}/{_D}"), "2025/03/24"),
    DateForm("syllables", re.compile(rf"{_Y}년\s?{_M}월\s?{_D}일"), "2025년 3월 24일"),
    DateForm("month first", re.compile(rf"{_MONTH}\s+{_D},?\s+{_Y}", re.IGNORECASE), "March 24, 2025"),
    DateForm("day first", re.compile(rf"{_D}\s+{_MONTH},?\s+{_Y}", re.IGNORECASE), "24 March 2025"),
    DateForm("month in syllables", re.compile(rf"{_Y}년\s?{_M}월"), "2025년 3월"),
    DateForm("month in points", re.compile(rf"{_Y}\.\s?{_M}\.?"), "2025. 3."),
    DateForm("month and year", re.compile(rf"{_MONTH},?\s+{_Y}", re.IGNORECASE), "March 2025"),
)
_LABEL = re.compile(r"(?:발행일자?|발간일|작성일|게재일|등록일|일자|날짜|Published|Date|Issued)\s*[:：]?\s*", re.IGNORECASE)
_WEEKDAY = re.compile(r"\s*[(（](?:[월화수목금토일]|[A-Z][a-z]{2})[)）]$|^(?:\w{6,9}day),\s+")


def date_line(text: str) -> str | None:
    """ISO 8601 of a line that holds a date and nothing else; None for any other line."""
    text = _LABEL.sub("", text.strip(), count=1)
    text = _WEEKDAY.sub("", text.strip("[]() "))
    for form in FORMS:
        match = form.pattern.fullmatch(text)
        if match is not None:
            return _iso(match)
    return None


def _iso(match: re.Match[str]) -> str:
    found = match.groupdict()
    month = int(found["m"]) if found.get("m") else MONTHS[found["name"].lower()]
    return f"{found['y']}-{month:02}" + (f"-{int(found['d']):02}" if found.get("d") else "")
