"""Which day, month or year is printed here, and which year does a bare month of the same sentence mean?

A date gives terms as exact as ISO 8601 lets them be, without what was not said: `@2024-06-19`, `@2024-06`, `@2024`, and
`@-06-19`, `@-06`. Each has the span of its own words. Refused: days past the 31st, years before
1500, and guessing which of 5/6/2024 is the month. Halves and quarters give their year.
All patterns are bounded: each character is looked at a fixed number of times.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from archive.folding import APOSTROPHES


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

_YEAR = "(?:1[5-9]|20)[0-9]{2}"
_TWO = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_QUOTE = f"[{APOSTROPHES}]"
_YEAR_WORD = (
    rf"(?P<Y>(?:{_YEAR}|[一二三四五六七八九〇零]{{4}}|{_QUOTE}[0-9]{{2}})\s?[년年](?![대代])"
    r"|[0-9]{2}\s?[년年](?=\s?[0-9]{1,2}\s?[월月]))"
)
_DAY_WORDS = (
    rf"(?P<D>{_TWO}(?:\s?[일日号號])?)(?:(?:{TO}|,\s?|\s)(?P<E>{_TWO}\s?[일日号號]))?(?<=[일日号號])(?![본간間])"
)
_ORDINAL = r"(?:st|nd|rd|th|-?го|-?е)?"
_TO_DAY = rf"(?:{TO}| and | to | и | по |, )"
_NOT_MORE = r"(?![0-9]|[.,][0-9]|\s?[%만억조])"
_G = r"(?:\s?(?:гг?\.?|год\w{0,3})(?![A-Za-z\u0400-\u04ff]))"

# 날짜: 국어기본법 어문 규정 문장 부호 (2024. 6. 19., 끝에도 점), KS X ISO 8601, ГОСТ Р 7.0.97 (19.06.2024, 19 июня 2024 г.), Chicago
# Manual of Style 9.31, GB/T 15835. Order matters: the first form that fits and is a possible date wins.
DATE_FORMS = tuple(
    (form, re.compile(form.pattern, re.IGNORECASE))
    for form in (
        DateForm(
            "months",
            "2024년 6~8월",
            "어문 규정",
            rf"(?:{_YEAR_WORD}\s?|(?<![가-힣.,)\]]))(?P<M>{_TWO}(?:\s?[월月])?)(?:{TO}|,\s?|\s)"
            rf"(?P<L>{_TWO}\s?[월月])(?!요일|\s?{_TWO}\s?[일日])",
        ),
        DateForm(
            "words",
            "2024년 6월 18~19일",
            "어문 규정; GB/T 15835",
            rf"(?:{_YEAR_WORD}\s?)?(?P<M>{_TWO}\s?[월月])(?!요일)(?:\s?{_DAY_WORDS})?",
        ),
        DateForm(
            "years",
            "2022~24년",
            "어문 규정",
            rf"(?P<Y>(?:{_YEAR}|{_QUOTE}[0-9]{{2}})\s?[년年]?){TO}(?P<Z>{_QUOTE}?(?:{_YEAR}|[0-9]{{2}})\s?[년年])(?![대代])",
        ),
        DateForm("year", "＇24년", "어문 규정; GB/T 15835", _YEAR_WORD),
        DateForm(
            "points",
            "2024. 6. 19.",
            "어문 규정",
            rf"(?P<Y>{_YEAR}|{_QUOTE}[0-9]{{2}})\.\s?(?P<M>[0-9]{{1,2}})\.\s?(?P<D>[0-9]{{1,2}})"
            rf"(?![0-9])(?:\.?{TO}(?P<E>[0-9]{{1,2}})(?=\.|$|[^0-9.]))?",
        ),
        DateForm(
            "ISO",
            "2024-06-19",
            "ISO 8601",
            rf"(?P<Y>{_YEAR})(?P<sep>[-‐–/])(?P<M>[0-9]{{1,2}})(?P=sep)(?P<D>[0-9]{{1,2}})(?![0-9])",
        ),
        DateForm(
            "ISO month",
            "2024-06",
            "ISO 8601",
            rf"(?P<Y>{_YEAR})[-‐–/](?P<M>[0-9]{{2}})(?![0-9]|[-‐–/.][0-9]|\s?[호号號])",
        ),
        DateForm(
            "month, points",
            "2024.6.",
            "어문 규정",
            rf"(?P<Y>{_YEAR}|{_QUOTE}[0-9]{{2}})\.(?P<M>[0-9]{{1,2}})(?![0-9]|\.[0-9])",
        ),
        DateForm(
            "month, spaced points", "2024. 6.", "어문 규정", rf"(?P<Y>{_YEAR})\. (?P<M>[0-9]{{1,2}})\.(?! ?[0-9])"
        ),
        DateForm(
            "compact",
            "20240619",
            "ISO 8601, basic",
            r"(?P<Y>(?:19|20)[0-9]{2})(?P<M>[01][0-9])(?P<D>[0-3][0-9])(?![0-9])",
        ),
        DateForm(
            "day first",
            "19.06.2024",
            "ГОСТ Р 7.0.97",
            rf"(?P<D>[0-9]{{1,2}})\.(?P<M>[0-9]{{1,2}})\.(?P<Y>{_YEAR})(?![0-9])",
        ),
        DateForm(
            "day first, slashes",
            "19/06/2024",
            "British usage",
            rf"(?P<D>1[3-9]|2[0-9]|3[01])/(?P<M>[0-9]{{1,2}})/(?P<Y>{_YEAR})(?![0-9])",
        ),
        DateForm(
            "month first, slashes",
            "6/19/2024",
            "Chicago 9.31",
            rf"(?P<M>[0-9]{{1,2}})/(?P<D>1[3-9]|2[0-9]|3[01])/(?P<Y>{_YEAR})(?![0-9])",
        ),
        DateForm("month and year", "06.2024", "ГОСТ Р 7.0.97", rf"(?P<M>[01][0-9])\.(?P<Y>{_YEAR})(?![0-9])"),
        DateForm(
            "day and name",
            "18–19 июня 2024 г.",
            "ГОСТ Р 7.0.97; Chicago 9.31",
            rf"(?P<D>[0-9]{{1,2}}){_ORDINAL}(?:{_TO_DAY}(?P<E>[0-9]{{1,2}}){_ORDINAL})?"
            rf"[ -](?:of )?{_MONTH}(?:,?[ -](?:of )?(?P<Y>{_YEAR}(?![0-9]){_G}?|{_QUOTE}[0-9]{{2}}))?",
        ),
        DateForm(
            "name and day",
            "June 18–19, 2024",
            "Chicago 9.31",
            rf"{_MONTH} (?P<D>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:{_TO_DAY}(?P<E>[0-9]{{1,2}})(?:th)?)?"
            rf"{_NOT_MORE}(?:,? (?P<Y>{_YEAR})(?![0-9]))?",
        ),
        DateForm(
            "name and year",
            "июнь 2024",
            "ГОСТ Р 7.0.97; Chicago 9.31",
            rf"{_MONTH},?[ -](?:of )?(?P<Y>{_YEAR}(?![0-9]){_G}?)",
        ),
        DateForm(
            "name",
            "June",
            "Chicago 9.31",
            rf"(?P<M>(?<![{LETTER}])(?:{LONG_MONTH}){END}"
            rf"|(?:(?<=(?:in|of|by) )|(?<=(?:since|until|early) )|(?<=(?:last|late) ))(?:May|March){END})",
        ),
        DateForm(
            "years, Russian",
            "2022–2024 гг.",
            "ГОСТ Р 7.0.97",
            rf"(?P<Y>{_YEAR})(?:{TO}(?P<Z>{_YEAR}))?(?:-?(?:го|м|й))?{_G}",
        ),
        DateForm("season", "2023/24", "ISO 8601-2", r"(?P<Y>(?:19|20)[0-9]{2})[-‐–/](?P<Z>1[3-9]|[2-9][0-9])(?![0-9])"),
    )
)

NUMBERED = re.compile(r"(?:\bNo\.?|№|제|第|호)\s?$", re.IGNORECASE)
_LINKS = re.compile(r"\s?(?:부터|에서|과|와|및|,|to|and|и|по|至|到|[~∼〜‐–—-])?\s?")
_SENTENCE_END = re.compile(r"[가-힣a-zа-я)\]]\.(?=\s|$|[0-9])|[!?。]", re.IGNORECASE)
_LONE_DAY = re.compile(rf"(?P<D>{_TWO}\s?[일日])(?![본간間])")
_CARRIED = 400  # characters; a year is not carried through a text without full stops


class _Part(NamedTuple):
    """The year, month or day of a date, and the span of its words."""

    value: int
    start: int
    end: int


@dataclass(slots=True)
class Calendar:
    """Reads the dates of one text from left to right; keeps the year and month of the sentence (2023년 9월과 12월)."""

    text: str
    end: int = 0
    year: int | None = None
    month: int | None = None
    waiting: tuple[_Part, _Part | None] | None = None  # month and day of the last date, if no year was known

    def read(self, start: int) -> tuple[int, list[tuple[str, int, int]]]:
        """The date that begins at a digit or name: its end (0 if there is none), and its terms with spans."""
        self._forget(start)
        if self.month and _LINKS.fullmatch(self.text, self.end, start) and (day := _LONE_DAY.match(self.text, start)):
            terms = self._terms(day, self.year, self.month)
            return (self.end, terms) if terms else (0, [])
        starts = (start - 1, start) if start and self.text[start - 1] in APOSTROPHES else (start,)
        for _, pattern in DATE_FORMS:
            for at in starts:
                if (match := pattern.match(self.text, at)) and (terms := self._terms(match, None, None)):
                    return self.end, terms
        return 0, []

    def _forget(self, start: int) -> None:
        if (self.year or self.month) and (
            start - self.end > _CARRIED or _SENTENCE_END.search(self.text, self.end, start)
        ):
            self.year = self.month = None

    def _terms(self, match: re.Match[str], year: int | None, month: int | None) -> list[tuple[str, int, int]]:
        """The terms of a form that fits, with year and month carried from before it; none if it cannot be a date."""
        words = {name: printed for name, printed in match.groupdict().items() if printed and name != "sep"}
        part = {name: _Part(_value(name, printed), *match.span(name)) for name, printed in words.items()}
        numbered = "Y" in part and NUMBERED.search(self.text[max(0, match.start() - 4) : match.start()])
        if numbered or not _possible(part, words):
            return []
        year = None if "Y" in part else self.year
        earlier = list(self._year_for_earlier(part, match.start()))
        self.year = part["Z" if "Z" in part else "Y"].value if "Y" in part else year
        self.month = part["L" if "L" in part else "M"].value if "M" in part else month
        self.end = match.end()
        self.waiting = (part["M"], part.get("D")) if "M" in part and not self.year else None
        days = product(_either(part, "YZ"), _either(part, "ML"), _either(part, "DE"))
        return earlier + [term for y, m, d in days for term in _date_terms(y, m, d, year, month)]

    def _year_for_earlier(self, part: Mapping[str, _Part], start: int) -> Iterator[tuple[str, int, int]]:
        """September–December 2023: a year that ends a range is that of its beginning too."""
        if self.waiting and "Y" in part and "M" in part and _LINKS.fullmatch(self.text, self.end, start):
            month, day = self.waiting
            yield from (
                term for term in _date_terms(None, month, day, part["Y"].value, None) if not term[0].startswith("@-")
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


def _value(name: str, words: str) -> int:
    """The number of a year, month or day, from its words."""
    digits = "".join(char for char in words if char.isascii() and char.isdigit())
    if digits:
        return int(full_year(digits)) if name in "YZ" and len(digits) == 2 else int(digits)
    han = "".join(char for char in words if char in HAN or char in HAN_SCALES)
    return han_value(han) if han else _MONTH_OF[words[:3].lower()]


def _possible(part: Mapping[str, _Part], words: Mapping[str, str]) -> bool:
    """Months end at 12, days at 31, spans of years go forward; may and march are verbs unless a year follows."""
    return (
        all(1 <= part[m].value <= 12 for m in "ML" if m in part)
        and all(1 <= part[d].value <= 31 for d in "DE" if d in part)
        and ("Z" not in part or part["Z"].value > part["Y"].value)
        and ("Y" in part or "D" not in part or words.get("M") not in ("may", "march"))
    )


def _either(part: Mapping[str, _Part], names: str) -> list[_Part | None]:
    """The two ends of a range, or the one that there is, or nothing."""
    return [part[name] for name in names if name in part] or [None]


def _date_terms(
    y: _Part | None, m: _Part | None, d: _Part | None, year: int | None, month: int | None
) -> Iterator[tuple[str, int, int]]:
    """The terms of one date; year and month are what was carried, if they are not printed here."""
    if y:
        year = y.value
        yield f"@{year}", y.start, y.end
    if m:
        month = m.value
        yield f"@-{month:02}", m.start, m.end
        if year:
            yield f"@{year}-{month:02}", *_around(y, m)
    if d and month:
        yield f"@-{month:02}-{d.value:02}", *_around(m, d)
        if year:
            yield f"@{year}-{month:02}-{d.value:02}", *_around(y, m, d)


def _around(*parts: _Part | None) -> tuple[int, int]:
    printed = [part for part in parts if part]
    return min(part.start for part in printed), max(part.end for part in printed)
