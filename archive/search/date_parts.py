"""What of a full date stands here? A chronicle has the year and month in a heading, and the day in each row."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Span = tuple[int, int]

_FULL = re.compile(r"@(\d{4})-(\d{2})-(\d{2})")  # as archive.text.calendar makes them
_PARTS = re.compile(r"\d+[년월일年月日號号]?|[^\W\d_]{3,}")


class FullDate(NamedTuple):
    """A day: its year, month and day as two or four digits."""

    year: str
    month: str
    day: str

    @classmethod
    def of(cls, concepts: Sequence[str]) -> "FullDate | None":
        """The one day among the concepts of a query's word; None where there is none, or several."""
        found = [match.groups() for one in concepts if (match := _FULL.fullmatch(one))]
        return cls(*found[0]) if len(found) == 1 else None

    def stands_in(self, texts: Sequence[frozenset[str]]) -> bool:
        """Does the whole day stand in one of these texts, by their concepts?"""
        return any(f"@{self.year}-{self.month}-{self.day}" in one for one in texts)

    def has_month(self, texts: Sequence[frozenset[str]]) -> bool:
        """Do its year and month stand in these texts?"""
        return self._has_year(texts) and any(self._is_of_month(one) for one in texts)

    def lone_days(self, text: str) -> Iterator[Span]:
        """Where its day stands without a month: 19일, of another month for all that the text says."""
        for match in re.finditer(rf"(?<!\d)0?{int(self.day)}\s?[일日号號](?![본간間])", text):
            if not re.search(r"[월月]\s?$", text[: match.start()]):
                yield match.span()

    def missing(self, texts: Sequence[tuple[str, frozenset[str]]], printed: str) -> list[str] | None:
        """Which parts, as printed, none of these texts has, each with its concepts; None if that cannot be told."""
        parts = _in_order(printed)
        if parts is None:
            return None
        concepts = [one for _, one in texts]
        in_month = self.has_month(concepts)
        day = any(f"@-{self.month}-{self.day}" in one and self._is_of_month(one) for one in concepts)
        day = day or (in_month and any(True for text, _ in texts for _ in self.lone_days(text)))
        month = any(self._is_of_month(one) for one in concepts)
        stand = self._has_year(concepts), month, day
        return [part for part, stands in zip(parts, stand, strict=True) if not stands]

    def _has_year(self, texts: Sequence[frozenset[str]]) -> bool:
        return any(f"@{self.year}" in one for one in texts)

    def _is_of_month(self, concepts: frozenset[str]) -> bool:
        """Does its month stand there, of its year or of none?"""
        if f"@{self.year}-{self.month}" in concepts:
            return True
        others = any(re.fullmatch(rf"@\d{{4}}-{self.month}", one) for one in concepts)
        return f"@-{self.month}" in concepts and not others


def _in_order(printed: str) -> tuple[str, str, str] | None:
    """Year, month and day: as their words say, or as they stand (2024-06-19, 24.6.19, 19.06.2024, June 19, 2024)."""
    parts: list[str] = _PARTS.findall(printed)
    named = [part for part in parts if part.isalpha()]
    numbers = [part for part in parts if not part.isalpha()]
    if len(named) == 1 and len(numbers) == len(FullDate._fields) - 1:
        year = max(numbers, key=len)
        return year, named[0], next(part for part in numbers if part is not year)
    if named or len(numbers) != len(FullDate._fields):
        return None
    if re.fullmatch(r"\d{4}", numbers[2]):
        return numbers[2], numbers[1], numbers[0]
    return numbers[0], numbers[1], numbers[2]
