"""Which lines are the contents of a document? Headings with dot leaders and page numbers, which the text repeats.

A leader says so itself; lines without one belong to the contents where they stand between such lines, or between them
and the heading over them: a chapter is often printed without dots, a number on a line of its own.
"""

import re
from collections.abc import Sequence

from indexer.lines import TextLine

_DOTS = r"(?:[.·∙‧ㆍ⋅•]\s?){4,}|(?:[…‥⋯]\s?){2,}"
_PAGE = r"(?:\d{1,4}|[ivxl]{1,6}|[-–]\s?\d{1,4}\s?[-–])"
_LEADER = re.compile(rf"(?:.*?[^.·∙‧ㆍ⋅•…‥⋯\s])?\s?(?:{_DOTS})\s?(?P<page>{_PAGE})?")
_PAGE_ALONE = re.compile(rf"{_PAGE}|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}\.?|제\s?\d{{1,2}}\s?[장절부편]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]\.?")
_PAGE_AT_END = re.compile(rf".*[^\d\s]\s{_PAGE}")
HEADING = re.compile(
    r"[<〈\[【]?\s?(?:(?:표|그림|도표|부록)\s?)?"
    r"(?:목\s?차|차\s?례|Contents|Table of Contents|List of (?:Tables|Figures))\s?[>〉\]】]?",
    re.IGNORECASE,
)
NEAR = 6  # printed lines between two leaders of one list
ABOVE = 8  # printed lines between the heading and the first leader
LONGEST = 200  # code points of a line of contents
BROAD = 45.0  # ems: a line of text
FEWEST = 2  # leaders that make a list without a heading


def find_contents(lines: Sequence[TextLine]) -> frozenset[int]:
    """Numbers of the lines of contents; the heading over them is none."""
    seeds = [i for i in range(len(lines)) if _is_leader(lines, i)]
    found: set[int] = set()
    for first, last, count in _lists(lines, seeds):
        top, headed = _top(lines, first)
        if headed or count >= FEWEST:
            found |= {line.number for line in lines[top : _bottom(lines, last) + 1]}
    return frozenset(found)


def _is_leader(lines: Sequence[TextLine], i: int) -> bool:
    """Dots with a page number behind them, on the line or on the next."""
    match = _LEADER.fullmatch(lines[i].text[:LONGEST])
    if match is None or lines[i].text[LONGEST:]:
        return False
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    return match["page"] is not None or re.fullmatch(_PAGE, below) is not None or lines[i].text.count(".") > NEAR


def _is_sentence(line: TextLine) -> bool:
    return line.ends_sentence and any(map(str.isalpha, line.text))  # 1.2 is none


def _lists(lines: Sequence[TextLine], seeds: Sequence[int]) -> list[tuple[int, int, int]]:
    """The first and last leader of each list, and how many it has."""
    found: list[tuple[int, int, int]] = []
    for i in seeds:
        if found and i - found[-1][1] <= NEAR and not any(map(_is_sentence, lines[found[-1][1] + 1 : i])):
            first, _, count = found[-1]
            found[-1] = (first, i, count + 1)
        else:
            found.append((i, i, 1))
    return found


def _top(lines: Sequence[TextLine], first: int) -> tuple[int, bool]:
    """Where the list begins, and whether a heading stands above it."""
    for i in range(first - 1, max(-1, first - 1 - ABOVE), -1):
        if HEADING.fullmatch(lines[i].text):
            return i + 1, True
        if _is_sentence(lines[i]) or lines[i].width > BROAD:
            break
    top = first
    while top and (_PAGE_ALONE.fullmatch(lines[top - 1].text) or _PAGE_AT_END.fullmatch(lines[top - 1].text)):
        top -= 1
    return top, False


def _bottom(lines: Sequence[TextLine], last: int) -> int:
    """The list ends with the pages of its last lines, printed without dots or on lines of their own."""
    while last + 1 < len(lines):
        text = lines[last + 1].text
        if not re.fullmatch(_PAGE, text) and not (_PAGE_AT_END.fullmatch(text) and not _is_sentence(lines[last + 1])):
            break
        last += 1
    return last
