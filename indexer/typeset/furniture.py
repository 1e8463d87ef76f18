"""Which lines are running heads and feet, and what number is printed on each page? By place, across pages.

A line at the upper or lower edge is furniture where lines at the same height say the same on other pages, but for
figures; a figure that counts the pages is the page's number.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from indexer.typeset.lines import TypesetLine
from indexer.typeset.page import Glyph, Rule, TypesetPage

EDGE = 0.13  # of a page's height, at the top and the bottom, in which furniture stands
NEAR = 0.03  # ... and further in, where the line stands with which one at the edge may go on
FAR = 0.18  # ... where nothing stands further out: pages with wide margins
LEVEL = 4.0  # points by which the height may differ between pages
TWICE = 2  # pages on which it must stand, on every other page at least one in ...
SHARE = 0.25  # of the pages
SENTENCE = re.compile(r"[가-힣][.?!]\s*$")  # the last line of a page, and of another: 한다.
TOUCH = 3.0  # points: rules of two rows that meet
FRAME = 0.88  # of a page's height: a frame around all of it, and no table
SELDOM = 0.5  # of the pages: what stands on fewer may be the end of a text that is printed twice
PITCH = 1.7  # times the size of letters: the distance of lines of one text
ALIKE = 0.06  # by which their sizes may differ
SHORT = 160  # letters; no running head is longer
ROMAN = re.compile(r"[ivxlc]{1,7}", re.IGNORECASE)
HEADS_OF_PARTS = ("□", "○")  # "□ by region" over a table at the top of several pages: it heads what is below
# A page's number alone, or with dashes, bars or words around: 7, - 7 -, | 7 |, 7쪽, p. 7, 7 / 20, Page 7 of 20, iv.
NUMBER = re.compile(
    r"[\s\-–—|·~<〈\[(]*(?:p\.?\s?|page\s)?(\d{1,5}|[ivxlc]{1,7})(?:\s?쪽|\s?면)?(?:\s?(?:/|of)\s?\d+)?[\s\-–—|·~>〉\])]*",
    re.I,
)
# 2023.10.11. beside the name of a series.
DATE = re.compile(r"\D{0,2}(?:19|20)\d\d[^\d\w]+\d{1,2}(?:[^\d\w]+\d{1,2})?\D{0,2}")
BESIDE = re.compile(r"^\s*\|?\s*(\d{1,5})\s*(?:\||\s{1,})|(?:\||\s)\s*(\d{1,5})\s*\|?\s*$")


def find_furniture(
    pages: Sequence[Sequence[TypesetLine]], heights: Sequence[float]
) -> tuple[set[int], tuple[str, ...]]:
    """The `id()` of every line that is a running head or foot, and the number printed on each page, "" where none."""
    edge = [_at_edges(lines, height) for lines, height in zip(pages, heights, strict=True)]
    found, seldom = set[int](), set[int]()
    by_words: dict[tuple[str, int], list[TypesetLine]] = defaultdict(list)
    for lines in edge:
        for line in (one for one in lines if one.text.lstrip()[:1] not in HEADS_OF_PARTS):
            by_words[_words(line.text), round(line.y / LEVEL)].append(line)
    least = max(TWICE, round(SHARE * len(pages) / 2))
    for (words, level), lines in by_words.items():
        near = [line for step in (-1, 0, 1) for line in by_words.get((words, level + step), ())]
        many = len({line.page for line in near})
        if words and many >= least:
            found |= {id(line) for line in lines}
            seldom |= {id(line) for line in lines if many < SELDOM * len(pages)}
    labels, numbers = _labels(edge)
    found |= numbers | _of_chapters(edge, labels, numbers)
    found |= _alone(edge, labels, found - numbers)
    for page, label, height in zip(pages, labels, heights, strict=True):
        feet = [line for line in page if line.y > height / 2]
        found -= _of_text(feet, found, {id(line) for line in feet if label not in _figures(line.text)} & seldom)
    outer = (line for lines, near in zip(pages, edge, strict=True) for line in _outermost(lines, found, near))
    return {id(line) for line in outer}, labels


def _of_text(feet: Sequence[TypesetLine], found: Set[int], seldom: Set[int]) -> set[int]:
    """The `id()` of those lines that go on with the text above them: two pages may end with the same note."""
    text: set[int] = set()
    for line in sorted(feet, key=lambda one: one.y):
        above = [other for other in feet if id(other) not in found or id(other) in text]
        if id(line) in seldom and any(_follows(line, other) for other in above):
            text.add(id(line))
    return text


def _follows(line: TypesetLine, above: TypesetLine) -> bool:
    alike = abs(line.size - above.size) <= ALIKE * line.size and 0 < line.y - above.y <= PITCH * line.size
    return alike and above.x < line.end and line.x < above.end


def _of_chapters(edge: Sequence[Sequence[TypesetLine]], labels: Sequence[str], numbers: Set[int]) -> set[int]:
    """The `id()` of those that say something else in each chapter: they stand beside the number of their page, and on a
    page near by the same does."""
    found: dict[tuple[str, int], list[tuple[int, TypesetLine]]] = defaultdict(list)
    for at, (lines, label) in enumerate(zip(edge, labels, strict=True)):
        for line in (one for one in lines if _has_number(one, lines, label, numbers)):
            found[_words(line.text), round(line.y / LEVEL)].append((at, line))
    taken = set[int]()
    for (words, level), alike in found.items():
        near = {at for step in (-1, 0, 1) for at, _ in found.get((words, level + step), ())} if words else set()
        taken |= {id(line) for at, line in alike if any(at + step in near for step in (-2, -1, 1, 2))}
    return taken


def _alone(edge: Sequence[Sequence[TypesetLine]], labels: Sequence[str], found: Set[int]) -> set[int]:
    """The `id()` of those of a chapter of one or two pages: with the number of their page, at a height where others
    stand with that of theirs. Slides that count their titles have no such others."""
    numbered = [
        line for lines, label in zip(edge, labels, strict=True) for line in lines if label in _figures(line.text)
    ]
    heights = Counter(round(line.y / LEVEL) for line in numbered if id(line) in found)
    least = max(TWICE, SHARE * len(edge))
    return {id(line) for line in numbered if sum(heights[round(line.y / LEVEL) + step] for step in (-1, 0, 1)) >= least}


def _has_number(line: TypesetLine, lines: Sequence[TypesetLine], label: str, numbers: Set[int]) -> bool:
    """Whether the number of the page stands in a line or on its height."""
    beside = any(id(other) in numbers and abs(other.y - line.y) < LEVEL for other in lines)
    return label != "" and (beside or label in _figures(line.text))


def _outermost(lines: Sequence[TypesetLine], found: Set[int], edge: Sequence[TypesetLine]) -> Iterator[TypesetLine]:
    """Of the lines of a page those found with nothing but such between them and the edge."""
    near = {id(line) for line in edge}
    for inwards in (sorted(lines, key=lambda line: line.y), sorted(lines, key=lambda line: -line.y)):
        for line in inwards:
            level = [other for other in lines if abs(other.y - line.y) < LEVEL and id(other) in found]
            if not level or id(line) not in near:
                break
            if id(line) in found:
                yield line


def at_edges(page: TypesetPage) -> list[Glyph]:
    """The glyphs of a page among which running heads and feet stand, and those of the lines next to them."""
    top, bottom = _edges([glyph.y for glyph in page.glyphs if not glyph.text.isspace()], page.height)
    near = NEAR * page.height
    return [glyph for glyph in page.glyphs if not top + near <= glyph.y <= bottom - near]


def outside_tables(lines: Sequence[TypesetLine], page: TypesetPage) -> list[TypesetLine]:
    """The lines at the edges that stand in no table which goes on into the text: its head may recur page after page."""
    walls = [wall for wall in _walls(page) if wall.y < (1 - EDGE) * page.height and wall.end_y > EDGE * page.height]
    beside = [[wall for wall in walls if wall.y < line.y - TOUCH and line.y < wall.end_y] for line in lines]
    return [line for line, near in zip(lines, beside, strict=True) if not _is_walled(near, page)]


def _is_walled(walls: Sequence[Rule], page: TypesetPage) -> bool:
    """Whether the walls on a line's height are those of a table, not the two of a frame around the page."""
    return len(walls) > 2 or any(wall.end_y - wall.y < FRAME * page.height for wall in walls)


def _walls(page: TypesetPage) -> Iterator[Rule]:
    """The standing rules of a page; those that meet, one above the other, are one."""
    standing = sorted((rule for rule in page.rules if not rule.is_horizontal), key=lambda rule: (round(rule.x), rule.y))
    open_: Rule | None = None
    for rule in standing:
        if open_ and abs(open_.x - rule.x) <= TOUCH and rule.y <= open_.end_y + TOUCH:
            open_ = replace(open_, end_y=max(open_.end_y, rule.end_y))
        else:
            yield from (open_,) if open_ else ()
            open_ = rule
    yield from (open_,) if open_ else ()


def _at_edges(lines: Sequence[TypesetLine], height: float) -> list[TypesetLine]:
    top, bottom = _edges([line.y for line in lines], height)
    return [line for line in lines if not top <= line.y <= bottom and 0 < len(line.text) <= SHORT]


def _edges(places: Sequence[float], height: float) -> tuple[float, float]:
    """How far down, and from where on, the edges of a page go; `places`: the heights at which something stands."""
    first, last = min(places, default=0.0), max(places, default=height)
    top, bottom = EDGE * height, (1 - EDGE) * height
    top = first + LEVEL if top <= first < FAR * height else top
    bottom = last - LEVEL if (1 - FAR) * height < last <= bottom else bottom
    return top, bottom


def _words(text: str) -> str:
    """What a running head says on every page: its letters and figures, without the number of the page beside them; or
    the day of an issue."""
    if ROMAN.fullmatch(text.strip("-– ")):
        return ""
    if SENTENCE.search(text):
        return ""
    if DATE.fullmatch(text.strip()):
        return text.strip()
    said = re.sub(r"[\W_]+", "", BESIDE.sub(" ", text.strip())).casefold()
    return said if any(map(str.isalpha, said)) else ""


def _labels(edge: Sequence[Sequence[TypesetLine]]) -> tuple[tuple[str, ...], set[int]]:
    """The figures at one height of the edges that count on from page to page: the label of each page, and the `id()` of
    the lines that hold nothing else."""
    offers: dict[tuple[int, int], dict[int, tuple[str, TypesetLine]]] = defaultdict(dict)
    for at, lines in enumerate(edge):
        for line in lines:
            for label in _figures(line.text):
                for level in (0, 1):
                    offers[label_value(label) - at, round(line.y / LEVEL / 2 + level / 2)].setdefault(at, (label, line))
    labels, numbers = [""] * len(edge), set[int]()
    for pages in sorted(offers.values(), key=len, reverse=True):
        if len(pages) < TWICE and len(edge) > 1:
            break
        for at, (label, line) in pages.items():
            near = len(edge) == 1 or any(n in pages for n in (at - 2, at - 1, at + 1, at + 2))
            if near and not labels[at]:
                labels[at] = label
                numbers |= {id(line)} if NUMBER.fullmatch(line.text.strip()) else set()
    return tuple(labels), numbers


def _figures(text: str) -> list[str]:
    alone = NUMBER.fullmatch(text.strip())
    if alone:
        return [alone[1]]
    beside = BESIDE.search(text)
    return [beside[1] or beside[2]] if beside else []


def label_value(label: str) -> int:
    """The number that a page's label means: 7, vii."""
    if label.isdecimal():
        return int(label)
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    numbers = [values[letter] for letter in label.lower()]
    return 1000 + sum(-a if a < b else a for a, b in zip(numbers, [*numbers[1:], 0], strict=True))
