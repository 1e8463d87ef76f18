"""Which lines are running heads and feet, and what number is printed on each page? By place, across pages.

A line at the upper or lower edge is furniture where lines at the same height say the same on other pages, but for
figures; a figure that counts the pages is the page's number.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from indexer.typeset.lines import PrintedLine

EDGE = 0.13  # of a page's height, at the top and the bottom, in which furniture stands
LEVEL = 4.0  # points by which the height may differ between pages
TWICE = 2  # pages on which it must stand, on every other page at least one in ...
SHARE = 0.25  # of the pages
SHORT = 90  # letters; no running head is longer
ROMAN = re.compile(r"[ivxlc]{1,7}", re.IGNORECASE)
# A page's number alone, or with dashes, bars or words around: 7, - 7 -, | 7 |, 7쪽, p. 7, 7 / 20, iv.
NUMBER = re.compile(r"[\s\-–—|·~<〈\[(]*(?:p\.?\s?|page\s)?(\d{1,4}|[ivxlc]{1,7})(?:\s?쪽|\s?면)?(?:\s?/\s?\d+)?[\s\-–—|·~>〉\])]*", re.I)
BESIDE = re.compile(r"^\s*\|?\s*(\d{1,4})\s*(?:\||\s{1,})|(?:\||\s)\s*(\d{1,4})\s*\|?\s*$")


def find_furniture(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]) -> tuple[set[int], tuple[str, ...]]:
    """The `id()` of every line that is a running head or foot, and the number printed on each page, "" where none."""
    edge = [[line for line in lines if _at_edge(line, height)] for lines, height in zip(pages, heights, strict=True)]
    found: set[int] = set()
    by_words: dict[tuple[str, int], list[PrintedLine]] = defaultdict(list)
    for lines in edge:
        for line in lines:
            by_words[_words(line.text), round(line.y / LEVEL)].append(line)
    least = max(TWICE, round(SHARE * len(pages) / 2))
    for (words, level), lines in by_words.items():
        near = [line for step in (-1, 0, 1) for line in by_words.get((words, level + step), ())]
        if len({line.page for line in near}) >= least and (words or len(near) >= least):
            found |= {id(line) for line in lines}
    labels = _labels(edge, len(pages))
    found |= {id(line) for label, lines in zip(labels, edge, strict=True) for line in lines if _is_number(line, label)}
    return found, labels


def _at_edge(line: PrintedLine, height: float) -> bool:
    return (line.y < EDGE * height or line.y > (1 - EDGE) * height) and 0 < len(line.text) <= SHORT


def _words(text: str) -> str:
    """What a running head says on every page: its letters without figures."""
    return re.sub(r"[\d\W_]+", "", ROMAN.sub("", text) if ROMAN.fullmatch(text.strip("-– ")) else text).casefold()


def _is_number(line: PrintedLine, label: str) -> bool:
    alone = NUMBER.fullmatch(line.text.strip())
    return bool(label) and alone is not None and alone[1] == label


def _labels(edge: Sequence[Sequence[PrintedLine]], count: int) -> tuple[str, ...]:
    """The figures at the edges that count on from page to page, for each page."""
    offered: list[dict[int, str]] = []  # by what a figure is more than the page's place in the file
    for at, lines in enumerate(edge):
        offers: dict[int, str] = {}
        for line in lines:
            for label in _figures(line.text):
                offers.setdefault(_value(label) - at, label)
        offered.append(offers)
    votes = Counter(shift for offers in offered for shift in offers)
    labels = [""] * count
    for shift, many in votes.most_common():
        if many < TWICE and count > 1:
            break
        for at, offers in enumerate(offered):
            if not labels[at] and shift in offers and _neighbour(offered, at, shift):
                labels[at] = offers[shift]
    return tuple(labels)


def _neighbour(offered: Sequence[dict[int, str]], at: int, shift: int) -> bool:
    """Whether a page near by counts the same way."""
    near = range(max(0, at - 2), min(len(offered), at + 3))
    return len(offered) == 1 or any(shift in offered[n] for n in near if n != at)


def _figures(text: str) -> list[str]:
    alone = NUMBER.fullmatch(text.strip())
    if alone:
        return [alone[1]]
    beside = BESIDE.search(text)
    return [beside[1] or beside[2]] if beside else []


def _value(label: str) -> int:
    if label.isdecimal():
        return int(label)
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    numbers = [values[letter] for letter in label.lower()]
    return 1000 + sum(-a if a < b else a for a, b in zip(numbers, [*numbers[1:], 0], strict=True))
