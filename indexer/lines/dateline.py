"""Which date is this line? A line of a title page or a running head that dates the document and says nothing else."""

import re

from archive.text import parse_date

_DATE_LABEL = re.compile(
    r"(?:발행일자?|발간일|작성일|게재일|등록일|일자|날짜|Published|Date|Issued)\s*[:：]?\s*", re.IGNORECASE
)
_WEEKDAY = re.compile(r"\s[월화수목금토일]요일$|\s*[(（](?:[월화수목금토일]|[A-Z][a-z]{2})[)）]$|^\w{3,6}day,\s+")
_IN_FORCE = re.compile(
    r"\[시행\s?(?P<date>\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?)\](?:\s?\[[^\]]*\])*"
)  # of a law, with its number
_ISSUE = re.compile(r"(?<=월)\s?호$")  # of a monthly: 2023년 12월호
DATE_LENGTH = 40  # code points; a longer line holds more than a date


def date_line(text: str) -> str | None:
    """ISO 8601 of a line that holds a date of a month or a day and nothing else; None for any other line."""
    if law := _IN_FORCE.fullmatch(text.strip()):
        return parse_date(law["date"])
    if len(text) > DATE_LENGTH or not any(letter.isdigit() for letter in text):
        return None
    found = parse_date(_WEEKDAY.sub("", _ISSUE.sub("", _DATE_LABEL.sub("", text.strip(), count=1))))
    return found if found is not None and "-" in found else None
