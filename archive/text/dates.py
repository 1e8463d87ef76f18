"""Which day, month or year is printed here?

The one grammar of dates. A search makes terms of them (archive.text.calendar), the reading of a file ISO values
(`find_dates`); either may leave out rows that its texts mean otherwise, by their names. A value is as exact as the
print, and completes nothing: a month without a year is no date.

Refused: years before 1500, days that no calendar has, and guessing which of 5/6/2024 is the month. Halves and quarters
give their year. All patterns are bounded: each character is looked at a fixed number of times.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from archive.text.folding import APOSTROPHES, fold


class DateForm(NamedTuple):
    """A way to write a date. Groups: Y year, M month, D day, with their words; Z, L, E the ends of a range."""

    name: str
    example: str
    source: str
    pattern: str


LETTER = "A-Za-z\u00c0-\u024f\u0400-\u04ff"
END = f"(?![{LETTER}])"
TO = r"(?:\s?[~∼〜‐–—-]\s?)"
HAN = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

MONTHS = (
    "jan янв", "feb фев", "mar мар", "apr апр", "may май мая мае маю маем", "jun июн",
    "jul июл", "aug авг", "sep сен", "oct окт", "nov ноя", "dec дек",
)  # fmt: skip
_MONTH_OF = {name[:3]: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
LONG_MONTH = (
    r"january|february|april|june|july|august|september|october|november|december"
    r"|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|"
    r"декабр)(?:[ьяею]|[её]м)|(?:март|август)(?:ом|[аеу])?|ма(?:[йяею]|ем)"
)
SHORT_MONTH = r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|янв|февр?|апр|авг|сент?|окт|нояб?|дек)\.?|march|may"
_MONTH = rf"(?P<M>(?<![{LETTER}])(?:{LONG_MONTH}|{SHORT_MONTH}){END})"

YEAR_ALONE = "(?:19|20)[0-9]{2}"  # without a word or sign that says so
_YEAR = "(?:1[5-9]|20)[0-9]{2}"
TWO = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_QUOTE = f"[{APOSTROPHES}]"
_YEAR_WORD = (
    rf"(?P<Y>(?:{_YEAR}|[一二三四五六七八九〇零]{{4}}|{_QUOTE}[0-9]{{2}})\s?[년年](?![대代])"
    r"|[0-9]{2}\s?[년年](?=\s?[0-9]{1,2}\s?[월月]))"
)
_DAY_WORDS = (
    rf"(?P<D>{TWO}(?:\s?[일日号號])?)(?:(?:{TO}|,\s?|\s)(?P<E>{TWO}\s?[일日号號]))?(?<=[일日号號])(?![본간間])"
    r"(?:자(?![가-힣]))?"
)
_ALONE = r"(?<![0-9])(?<![0-9][./-])"  # not the end of a longer row of numbers
_POINT = r"\s{0,2}\.\s{0,2}"
# 2024. 10. 12명: what is counted is no day. Source: 표준국어대사전, the commonest units.
_COUNTED = "[명개척대건곳회차쪽면권톤여만억조천호인위배종년월시분초세]|가지"
_NO_COUNT = rf"(?![0-9%]|{_COUNTED})"
_ISSUE = r"(?:\.?일?자(?![가-힣])|\.)?"  # 2024. 6. 19.자 신문
_ORDINAL = r"(?:st|nd|rd|th|-?го|-?е)?"
_TO_DAY = rf"(?:{TO}| and | to | и | по |, )"
_NOT_MORE = r"(?![0-9]|[.,][0-9]|\s?[%만억조])"
_G = r"(?:\s?(?:гг?\.?|год\w{0,3})(?![A-Za-z\u0400-\u04ff]))"

# 날짜: 국어기본법 어문 규정 문장 부호 (2024. 6. 19., 끝에도 점), KS X ISO 8601, ГОСТ Р 7.0.97 (19.06.2024, 19 июня
# 2024 г.), Chicago Manual of Style 9.31, GB/T 15835. Order matters: the first form that fits and is a possible date
# wins.
_FORMS = (
    DateForm("months", "2024년 6~8월", "어문 규정",
        rf"(?:{_YEAR_WORD}\s?|(?<![가-힣.,)\]]))(?P<M>{TWO}(?:\s?[월月])?)(?:{TO}|,\s?|\s)"
        rf"(?P<L>{TWO}\s?[월月])(?!요일|\s?{TWO}\s?[일日])"),
    DateForm("words", "2024년 6월 18~19일", "어문 규정; GB/T 15835",
        rf"(?:{_YEAR_WORD}\s?)?(?P<M>{TWO}\s?[월月])(?!요일)(?:\s?{_DAY_WORDS})?"),
    DateForm("year and words", "2021, 3월 16일", "covers of reports",
        rf"{_ALONE}(?P<Y>{_YEAR}),\s?(?P<M>[0-9]{{1,2}}\s?월)\s?(?P<D>[0-9]{{1,2}}\s?일)(?![본간])"),
    DateForm("years", "2022~24년", "어문 규정",
        rf"(?P<Y>(?:{_YEAR}|{_QUOTE}[0-9]{{2}})\s?[년年]?){TO}(?P<Z>{_QUOTE}?(?:{_YEAR}|[0-9]{{2}})\s?[년年])(?![대代])"),
    DateForm("year", "＇24년", "어문 규정; GB/T 15835", _YEAR_WORD),
    DateForm("points", "2024. 6. 19.", "어문 규정",
        rf"{_ALONE}(?P<Y>{_YEAR}|{_QUOTE}[0-9]{{2}}){_POINT}(?P<M>[0-9]{{1,2}}){_POINT}"
        rf"(?P<D>[0-9]{{1,2}}){_NO_COUNT}(?:\.?{TO}(?P<E>[0-9]{{1,2}}){_NO_COUNT})?{_ISSUE}"),
    DateForm("ISO", "2024-06-19", "ISO 8601",
        rf"{_ALONE}(?P<Y>{_YEAR})(?P<sep>[-‐–/])(?P<M>[0-9]{{1,2}})(?P=sep)(?P<D>[0-9]{{1,2}})"
        r"(?![0-9]|(?P=sep)[0-9])"),
    DateForm("ISO, spaced", "2024 – 06 - 19", "covers of reports",
        rf"{_ALONE}(?P<Y>{_YEAR})\s[-‐–]\s(?P<M>[01][0-9])\s[-‐–]\s(?P<D>[0-3][0-9])(?![0-9])"),
    DateForm("ISO, name", "2020-JUN-09", "covers of reports; Oracle's DD-MON-RR turned round",
        rf"{_ALONE}(?P<Y>{_YEAR})(?P<sep>[-‐–/]){_MONTH}(?P=sep)(?P<D>[0-9]{{1,2}})(?![0-9])"),
    DateForm("ISO month", "2024-06", "ISO 8601",
        rf"{_ALONE}(?P<Y>{_YEAR})[-‐–/](?P<M>0[1-9]|1[0-2])(?![0-9]|[-‐–/.][0-9]|\s?[호号號])"),
    DateForm("month, points", "2024.6.", "어문 규정",
        rf"{_ALONE}(?P<Y>{_YEAR}|{_QUOTE}[0-9]{{2}})\.(?P<M>[0-9]{{1,2}}){_NO_COUNT}(?!\.[0-9])\.?"),
    DateForm("month, spaced points", "2024. 6.", "어문 규정",
        rf"{_ALONE}(?P<Y>{_YEAR}){_POINT}(?P<M>[0-9]{{1,2}})\.(?![0-9]|\s{{0,2}}[0-9]{{1,2}}{_NO_COUNT})"),
    DateForm("month, no last point", "1997. 2",
        "notes; before a comma, a bracket or the end, where no sentence begins with the number",
        rf"{_ALONE}(?P<Y>{_YEAR}){_POINT}(?P<M>[0-9]{{1,2}})(?![0-9]|[.,][0-9])(?=\s{{0,2}}(?:$|[^\w\s.%]))"),
    DateForm("compact", "20240619", "ISO 8601, basic",
        rf"(?<![-/_])(?P<Y>{YEAR_ALONE})(?P<M>[01][0-9])(?P<D>[0-3][0-9])(?![0-9])"),
    DateForm("day first", "19.06.2024", "ГОСТ Р 7.0.97",
        rf"{_ALONE}(?P<D>[0-9]{{1,2}})\.(?P<M>[0-9]{{1,2}})\.(?P<Y>{_YEAR}(?!\.?[0-9]){_G}?)"),
    DateForm("day first, slashes", "19/06/2024", "British usage",
        rf"{_ALONE}(?P<D>1[3-9]|2[0-9]|3[01])/(?P<M>[0-9]{{1,2}})/(?P<Y>{_YEAR})(?![0-9])"),
    DateForm("month first, slashes", "6/19/2024", "Chicago 9.31",
        rf"{_ALONE}(?P<M>[0-9]{{1,2}})/(?P<D>1[3-9]|2[0-9]|3[01])/(?P<Y>{_YEAR})(?![0-9])"),
    DateForm("month and year", "06.2024", "ГОСТ Р 7.0.97", rf"{_ALONE}(?P<M>[01][0-9])\.(?P<Y>{_YEAR})(?![0-9])"),
    DateForm("day and name", "18–19 июня 2024 г.", "ГОСТ Р 7.0.97; Chicago 9.31",
        rf"(?P<D>[0-9]{{1,2}}){_ORDINAL}(?:{_TO_DAY}(?P<E>[0-9]{{1,2}}){_ORDINAL})?"
        rf"[ -](?:of )?{_MONTH}(?:,?[ -](?:of )?(?P<Y>{_YEAR}(?![0-9]){_G}?|{_QUOTE}[0-9]{{2}}))?"),
    DateForm("name and day", "June 18–19, 2024", "Chicago 9.31",
        rf"{_MONTH} (?P<D>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:{_TO_DAY}(?P<E>[0-9]{{1,2}})(?:th)?)?"
        rf"{_NOT_MORE}(?:,? (?P<Y>{_YEAR})(?![0-9]))?"),
    DateForm("year and name", "2024, June 19", "APA 7",
        rf"(?P<Y>{_YEAR}),? (?-i:(?=[A-Z])){_MONTH}(?: (?P<D>[0-9]{{1,2}}){_NOT_MORE})?"),
    DateForm("name and year", "июнь 2024", "ГОСТ Р 7.0.97; Chicago 9.31",
        rf"{_MONTH},?[ -](?:of )?(?P<Y>{_YEAR}(?![0-9]){_G}?)"),
    DateForm("name", "June", "Chicago 9.31",
        rf"(?P<M>(?<![{LETTER}])(?:{LONG_MONTH}){END}"
        rf"|(?:(?<=(?:in|of|by) )|(?<=(?:since|until|early) )|(?<=(?:last|late) ))(?:May|March){END})"),
    DateForm("years, Russian", "2022–2024 гг.", "ГОСТ Р 7.0.97",
        rf"(?P<Y>{_YEAR})(?:{TO}(?P<Z>{_YEAR}))?(?:-?(?:го|м|й))?{_G}"),
    DateForm("season", "2023/24", "ISO 8601-2", rf"(?P<Y>{YEAR_ALONE})[-‐–/](?P<Z>1[3-9]|[2-9][0-9])(?![0-9])"),
    DateForm("year alone", "2024", "books; 2024a in institute form",
        rf"(?<![\w.,/-])(?P<Y>{YEAR_ALONE})[a-zа-я]?(?![\w-])"),
)  # fmt: skip
DATE_FORMS = tuple((form, re.compile(form.pattern, re.IGNORECASE)) for form in _FORMS)

NUMBER = r"\bNo\.?|№|(?<![가-힣])제|第"  # what follows is the number of something; 실제 2024년 is not
_NUMBER = re.compile(rf"(?:{NUMBER})\s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as it stands in a text: half-open offsets of its print, its ISO value, and the row that read it.

    `iso` is None where it is no date by itself: without a year, of several years, or on no calendar.
    """

    start: int
    end: int
    iso: str | None
    form: str


# Where a date can begin: not within a number or a name (A2024).
_SEED = re.compile(
    rf"(?<![0-9{LETTER}_])(?:{_QUOTE}?[0-9]|{LONG_MONTH}|{SHORT_MONTH})|(?<![一二三四五六七八九十〇零])[一二三四五六七八九十〇零]",
    re.IGNORECASE,
)


def find_dates(text: str, without: Collection[str] = ()) -> Iterator[PrintedDate]:
    """The dates of a text in order, without overlap; `without` names rows that the caller's texts mean otherwise.

    An impossible date is passed over whole, not read in part.
    """
    folded = fold(text)
    at = 0
    while seed := _SEED.search(folded.text, at):
        form, match = _fitting(folded.text, seed.start(), without)
        at = match.end() if match else seed.end()
        if match:
            yield PrintedDate(*folded.back(match.start(), match.end()), _iso(match), form)


def date_at(text: str, start: int = 0) -> PrintedDate | None:
    """The date that begins at an offset, whatever stands before it."""
    folded = fold(text[start:])
    form, match = _fitting(folded.text, 0, ()) if _SEED.match(folded.text) else ("", None)
    return PrintedDate(start, start + folded.back(0, match.end())[1], _iso(match), form) if match else None


def _fitting(text: str, start: int, without: Collection[str]) -> tuple[str, re.Match[str] | None]:
    """The first row that fits at a place, by name, and how."""
    for form, pattern in DATE_FORMS:
        match = None if form.name in without else pattern.match(text, start)
        if match and not numbered(text, match):
            return form.name, match
    return "", None


def parse_date(text: str) -> str | None:
    """The ISO date of a text that prints one date and nothing else but points and brackets: "2023.10.11." """
    dates = list(find_dates(text))
    if len(dates) != 1:
        return None
    around = text[: dates[0].start] + text[dates[0].end :]
    return None if any(character.isalnum() for character in around) else dates[0].iso


def _iso(match: re.Match[str]) -> str | None:
    """The ISO date of a form that fits; of a range what both its ends share."""
    words = {name: printed for name, printed in match.groupdict().items() if printed and name != "sep"}
    if "Y" not in words or "Z" in words:
        return None
    value = {name: value_of(name, printed) for name, printed in words.items()}
    month, day = value.get("M"), value.get("D")
    try:
        exact = date(value["Y"], *(1 if part is None else part for part in (month, day))).isoformat()
    except ValueError:
        return None
    return exact[: 4 if month is None or "L" in value else 7 if day is None or "E" in value else 10]


def numbered(text: str, match: re.Match[str]) -> bool:
    """Is what looks like a year the number of something? No. 2025-09."""
    return (
        match.groupdict().get("Y") is not None
        and _NUMBER.search(text[max(0, match.start() - 4) : match.start()]) is not None
    )


def full_year(two_digits: str) -> str:
    """The year that two digits mean in a text about our time: 24 -> 2024, 91 -> 1991."""
    return ("20" if int(two_digits) < 70 else "19") + two_digits


def han_value(numeral: str) -> int:
    """三百二十 is 320, 二〇二四 is 2024. Source: GB/T 15835-2011."""
    if not any(char in HAN_SCALES for char in numeral):
        return int("".join(str(HAN[char]) for char in numeral))
    total = section = digit = 0
    for char in numeral:
        scale = HAN_SCALES.get(char)
        if scale is None:
            digit = HAN[char]
        elif scale < 10**4:
            section, digit = section + (digit or 1) * scale, 0
        elif scale == 10**4:
            total, section, digit = total + (section + digit) * scale, 0, 0
        else:
            total, section, digit = (total + section + digit) * scale, 0, 0
    return total + section + digit


def value_of(name: str, words: str) -> int:
    """The number of a year, month or day, from its words."""
    digits = "".join(char for char in words if char.isascii() and char.isdigit())
    if digits:
        return int(full_year(digits)) if name in "YZ" and len(digits) == 2 else int(digits)
    han = "".join(char for char in words if char in HAN or char in HAN_SCALES)
    return han_value(han) if han else _MONTH_OF[words[:3].lower()]
