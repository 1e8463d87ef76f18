"""Which terms do the dates of a text give, and which year does a bare month of the same sentence mean?

A date (archive.text.dates) gives terms as exact as ISO 8601 lets them be, without what was not said: `@2024-06-19`,
`@2024-06`, `@2024`, and `@-06-19`, `@-06`. Each has the span of its own words. A range gives both its ends. Days end at
the 31st, so that a misprinted 31 June is found as it was printed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from archive.text.dates import DATE_FORMS, TWO, numbered, value_of
from archive.text.folding import APOSTROPHES

# A bare year may as well be a number: archive.text.quantities gives both readings of it.
_FORMS = tuple((form, pattern) for form, pattern in DATE_FORMS if form.name != "year alone")

_LINKS = re.compile(r"\s?(?:부터|에서|과|와|및|,|to|and|и|по|至|到|[~∼〜‐–—-])?\s?")
_SENTENCE_END = re.compile(r"[가-힣a-zа-я)\]]\.(?=\s|$|[0-9])|[!?。]", re.IGNORECASE)
_LONE_DAY = re.compile(rf"(?P<D>{TWO}\s?[일日])(?![본간間])")
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
        for _, pattern in _FORMS:
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
        part = {name: _Part(value_of(name, printed), *match.span(name)) for name, printed in words.items()}
        if numbered(self.text, match) or not _possible(part, words):
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
            terms = _date_terms(None, month, day, part["Y"].value, None)
            yield from (term for term in terms if not term[0].startswith("@-"))


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
