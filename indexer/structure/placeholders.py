"""Which lines only say that something stood here? What converters leave in the place of tables, pictures and equations.

They are no text, and nothing is joined with them; what is missing is counted and said.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from archive.model import Lines, Problem
from indexer.lines import TextLine

LeftOut = Callable[[Lines, str], Problem]  # the first place and the count


def _tables(lines: Lines, count: str) -> Problem:
    return Problem("tables-left-out", lines, (count,))


def _pictures(lines: Lines, count: str) -> Problem:
    return Problem("pictures-left-out", lines, (count,))


def _equations(lines: Lines, count: str) -> Problem:
    return Problem("equations-left-out", lines, (count,))


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What a converter writes. `left_out` says so; None for a line that goes with the one above it."""

    pattern: re.Pattern[str]
    left_out: LeftOut | None
    example: str
    source: str


PLACEHOLDERS = (
    Placeholder(re.compile(r"[<‹〈\[(]\s?(?:표|table|TABLE)\s?[>›〉\])]"), _tables, "<표>", "hwp5txt"),
    Placeholder(re.compile(r"[<‹〈\[(]\s?(?:그림|사진|이미지|image|IMAGE|Image|picture|figure)\s?[>›〉\])]"),
        _pictures, "<그림>", "hwp5txt and its kin"),
    Placeholder(re.compile(r"[<‹〈\[(]\s?(?:수식|equation)\s?[>›〉\])]"),
        _equations, "<수식>", "hwp5txt"),
    Placeholder(re.compile(r"<!--\s?image\s?-->"), _pictures, "<!-- image -->", "docling"),
    Placeholder(re.compile(r"(?:그림|사진)입니다\.?"), _pictures, "그림입니다.", "Hangul's own descriptions"),
    Placeholder(
        re.compile(r"(?:원본 그림의 (?:이름|크기)|사진 찍은 날짜|카메라 (?:제조 업체|모델)|프로그램 이름)\s?:.*"),
        None, "원본 그림의 크기: 가로 640pixel", "Hangul's own descriptions"),
    Placeholder(re.compile(r"(?:표|수식)입니다\.?"), None, "표입니다.", "Hangul's own descriptions"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placeholders:
    """Numbers of the lines that stand for something else, and what is said of it."""

    lines: frozenset[int]
    problems: tuple[Problem, ...]


def find_placeholders(lines: Sequence[TextLine]) -> Placeholders:
    """The placeholders among the lines."""
    found: set[int] = set()
    counted: Counter[LeftOut] = Counter()
    first: dict[LeftOut, int] = {}
    for line in lines:
        row = next((row for row in PLACEHOLDERS if row.pattern.fullmatch(line.text)), None)
        if row is None:
            continue
        found.add(line.number)
        if row.left_out is not None:
            counted[row.left_out] += 1
            first.setdefault(row.left_out, line.number)
    problems = [left_out((first[left_out],) * 2, str(count)) for left_out, count in counted.items()]
    return Placeholders(frozenset(found), tuple(problems))
