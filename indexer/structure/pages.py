"""Which lines belong to the page and not to the text? Running heads and feet, and page numbers.

Where pages are known, their first and last lines are compared; elsewhere only what says so itself is taken: numbers
between dashes, short lines that come back word for word, a name with a date under it in the middle of a text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.text import find_dates
from indexer.lines import TextLine
from indexer.structure.headed_tables import is_table_head


# A page number alone on its line. Rows: what it looks like, an example; `anywhere`: taken without knowing the pages.
@dataclass(frozen=True, slots=True)
class Folio:
    """One way to print a page number."""

    pattern: re.Pattern[str]
    anywhere: bool
    example: str


FOLIOS: tuple[Folio, ...] = (
    Folio(re.compile(r"[-–—]\s?\d{1,4}\s?[-–—]"), True, "- 3 -"),
    Folio(re.compile(r"\d{1,3}\s?/\s?\d{1,3}"), True, "3 / 12"),
    Folio(re.compile(r"(?:Page|page|p\.)\s?\d{1,4}(?:\s(?:of|/)\s\d{1,4})?"), True, "Page 3 of 12"),
    Folio(re.compile(r"\d{1,4}\s?쪽"), True, "3쪽"),
    Folio(re.compile(r"[|]\s?\d{1,4}\s?[|]?|\d{1,4}\s?[|]"), True, "| 3"),
    Folio(re.compile(r"\d{1,4}"), False, "3"),
    Folio(re.compile(r"[ivxl]{1,6}"), False, "iv"),
)
# The same beside a name: | 2 | 예시리포트, 예시리포트 | 3 |. A row of a table has bars at both ends.
NAMED_FOLIO = re.compile(
    r"[|ㅣ│]\s?(?P<left>\d{1,4})\s?[|ㅣ│]\s?(?P<after>\S.*[^|ㅣ│])|(?P<before>[^|ㅣ│].*\S)\s?[|ㅣ│]\s?(?P<right>\d{1,4})\s?[|ㅣ│]"
)
EDGE = 2  # lines of a page that may be its head or its foot: a name and a number
APART = 8  # printed lines: a row of a chronology has fewer
SHORT = 45.0  # ems: running heads are shorter than a line of text


@dataclass(frozen=True, slots=True)
class PageHeads:
    """Numbers of the lines that belong to the page; the series and date that a running head names."""

    lines: frozenset[int]
    series: str | None = None
    date: str | None = None


def find_page_heads(lines: Sequence[TextLine]) -> PageHeads:
    """Running heads, feet and page numbers among the printed lines."""
    heads = {line.number for i, line in enumerate(lines) if is_table_head(lines, i)}  # on every page that a table fills
    lines = [line for line in lines if line.number not in heads]
    pages = _pages(lines)
    found = _folios(lines, pages)
    if len(pages) > 1:
        rest = _pages([line for line in lines if line.number not in found])
        found |= _repeated_at_edges(rest)
        found |= _astray(pages, found)
    else:
        found |= _repeated(lines)
    found -= _title(lines, found)
    dated = _dated_head(lines)
    if dated is None:
        return PageHeads(frozenset(found))
    name, date = dated
    return PageHeads(frozenset(found | {name.number, date.number}), name.text, date.date)


TOP = 6  # printed lines at the top of a document within which a running head stands over its title


def _title(lines: Sequence[TextLine], found: Collection[int]) -> set[int]:
    """The title, where the running head repeats it and stands right above it as well: the second of the two."""
    top = [line for line in lines[:TOP] if line.number in found and line.page == lines[0].page]
    return {line.number for i, line in enumerate(top) if any(line.text == other.text for other in top[:i])}


def _pages(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    pages: dict[int, list[TextLine]] = defaultdict(list)
    for line in lines:
        if line.page is not None:
            pages[line.page].append(line)
    return [pages[page] for page in sorted(pages)]


def _folios(lines: Sequence[TextLine], pages: Sequence[Sequence[TextLine]]) -> set[int]:
    found = {line.number for line in lines if any(f.anywhere and f.pattern.fullmatch(line.text) for f in FOLIOS)}
    found |= {line.number for line in lines if line.width <= SHORT and NAMED_FOLIO.fullmatch(line.text)}
    if len(pages) < 2:
        counted = _counting(lines)
        return found | counted | _beside(lines, counted)
    at_edge = [line for page in pages for line in (*page[:EDGE], *page[-EDGE:])]
    return found | {line.number for line in at_edge if any(f.pattern.fullmatch(line.text) for f in FOLIOS)}


def _counting(lines: Sequence[TextLine]) -> set[int]:
    """Bare numbers alone on their lines that count up by one, with text between them."""
    bare = [line for line in lines if re.fullmatch(r"\d{1,3}", line.text)]
    values = [int(line.text) for line in bare]
    counts = len(bare) >= 2 and all(b - a == 1 for a, b in pairwise(values))
    last = lines[-1].number if lines else 0  # the last page may hold but a line
    apart = all(b.number - a.number > 10 or b.number == last for a, b in pairwise(bare))
    return {line.number for line in bare} if counts and apart else set()


def _beside(lines: Sequence[TextLine], numbers: Collection[int]) -> set[int]:
    """Short lines that stand beside two page numbers and more, word for word: the names of a foot in three parts."""
    at = [i for i, line in enumerate(lines) if line.number in numbers]
    near = [lines[j] for i in at for j in range(max(0, i - EDGE), min(len(lines), i + EDGE + 1)) if j != i]
    counts = Counter(line.text for line in near if _may_be_running_head(line))
    everywhere = Counter(line.text for line in lines)  # once more as the title, but not in the text
    return {line.number for line in near if everywhere[line.text] - 1 <= counts[line.text] > 1}


def _plain(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _may_be_running_head(line: TextLine, letters: int = 3) -> bool:
    """Short, names something (or the time of printing), is neither a sentence nor a note nor an item."""
    return (
        sum(c.isalpha() for c in line.text) >= letters
        and line.width <= SHORT
        and not line.ends_sentence
        and line.enumeration is None
        and line.bullet is None
        and line.legend is None  # (단위: 톤): under every caption
    )


def _repeated_at_edges(pages: Sequence[Sequence[TextLine]]) -> set[int]:
    tops = [[line for line in page[:EDGE] if _may_be_running_head(line, 1)] for page in pages]
    feet = [[line for line in page[-EDGE:] if _may_be_running_head(line, 1)] for page in pages]
    # Short lines that end in a date may look like sentences: a date's point ends none.
    dated = [[line for line in (*page[:EDGE], *page[-EDGE:]) if _ends_in_date(line)] for page in pages]
    return _common(tops, _plain) | _common(feet, _plain) | _common(dated, str)


OFTEN = 3  # pages that bear a running head, so that it is known on one where an extractor put it elsewhere


def _astray(pages: Sequence[Sequence[TextLine]], found: Collection[int]) -> set[int]:
    """The running head of many pages, on a page whose edges lack it."""
    heads = Counter(line.text for page in pages for line in page if line.number in found)
    stray: set[int] = set()
    for page in pages:
        own = {line.text for line in page if line.number in found}
        stray |= {line.number for line in page if line.text not in own and heads[line.text] >= OFTEN}
    return stray


def _common(edges: Sequence[Sequence[TextLine]], shown: Callable[[str], str]) -> set[int]:
    """Lines of the edges of pages whose text, as `shown`, stands there on a third of the pages, and on two at least."""
    counts = Counter(text for lines in edges for text in {shown(line.text) for line in lines})
    enough = max(2, (len(edges) + 2) // 3)
    return {line.number for lines in edges for line in lines if counts[shown(line.text)] >= enough}


def _ends_in_date(line: TextLine) -> bool:
    """In a date of a month or a day, as far as its point."""
    if line.width > SHORT:
        return False
    return any(found.end == len(line.text) and "-" in (found.iso or "") for found in find_dates(line.text))


def _repeated(lines: Sequence[TextLine]) -> set[int]:
    """Three times the same words, a good way apart: in a file without pages that is a running head."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if (_may_be_running_head(line) or _ends_in_date(line)) and sum(c.isalpha() for c in line.text) >= 6:
            places[line.text].append(i)
    found: set[int] = set()
    for at in places.values():
        apart = at[:1] + at[2:] if at[1:] and at[1] < TOP else at  # the head over the title and the title itself
        if len(at) >= 3 and all(b - a > 8 for a, b in pairwise(apart)):
            found |= {lines[i].number for i in at}
    return found | _counted(lines)


# A name with the page's number behind or before it, on one line as extractors print a head of two parts.
_COUNTED = re.compile(
    r"(?P<l>\D{2,}?)\s(?P<middle>\d{1,3})\s(?P<r>\D{2,})|(?P<before>\d{1,3})\s+(?P<name>\D.*)|(?P<head>.*\S)\s+(?P<after>\d{1,3})"
)


def _counted(lines: Sequence[TextLine]) -> set[int]:
    """The same name with a number that counts the pages, before it or behind, or by turns on the pages of a book.

    Headings count too, but stand in no sentence's way.
    """
    places: dict[str, list[tuple[int, int, bool]]] = defaultdict(list)
    for i, line in enumerate(lines):
        match = _COUNTED.fullmatch(line.text)
        if match is None or line.width > SHORT or sum(c.isalpha() for c in line.text) < 6:
            continue
        before = match["before"] is not None
        name, number = (match["name"], match["before"]) if before else (match["head"], match["after"])
        if match["middle"]:
            name, number = f"{match['l']} {match['r']}", match["middle"]
        places[name].append((i, int(number), before))
    found: set[int] = set()
    for at in places.values():
        found |= {lines[i].number for series in _series(at) if _are_pages(lines, series) for i, _, _ in series}
    return found


_Place = tuple[int, int, bool]  # position of the line, the number in it, whether it stands before the name


def _series(places: Sequence[_Place]) -> list[list[_Place]]:
    """By turns before and behind the name, or else each side for itself."""
    sides = [before for _, _, before in places]
    if len(places) >= TURNS and all(a != b for a, b in pairwise(sides)):
        return [list(places)]
    return [[place for place in places if place[2] is side] for side in (True, False)]


TURNS = 3  # times that a name has its number on the other side: no headings do


def _are_pages(lines: Sequence[TextLine], at: Sequence[_Place]) -> bool:
    if len(at) < 2 or any(b[1] - a[1] != 1 for a, b in pairwise(at)):
        return False
    if len({before for _, _, before in at}) == 2:
        return True
    far = all(b - a > APART or b == len(lines) - 1 for (a, *_), (b, *_) in pairwise(at))  # not two notes on one work
    torn = any(0 < i < len(lines) - 1 and not lines[i - 1].ends_sentence for i, *_ in at)
    return far and (torn or _evenly([i for i, *_ in at]))


EVEN = 1.5  # pages of one document hold so many times more lines than others, the last one apart; sections differ more


def _evenly(places: Sequence[int]) -> bool:
    """Three or more places, as far apart as the ends of pages are."""
    apart = [b - a for a, b in pairwise(places)]
    return len(apart) >= 2 and max(apart) <= EVEN * min(apart[:-1]) and min(apart[:-1]) > APART


def _dated_head(lines: Sequence[TextLine]) -> tuple[TextLine, TextLine] | None:
    """A name with a date alone under it, after text and before text: the running head that a file keeps but once."""
    for i in range(1, len(lines) - 2):
        name, date = lines[i], lines[i + 1]
        day = date.date
        if day is None or len(day) < len("2023-10-11") or not _may_be_running_head(name) or name.page != date.page:
            continue
        if name.text.endswith(",") or re.match(r"\d{1,3}\s", name.text):  # the last lines of a note
            continue
        if any(line.date for line in lines[i + 2 : i + 2 + APART]):  # a table of dates
            continue
        if lines[i - 1].ends_sentence and any(line.ends_sentence for line in lines[i + 2 :]):
            return name, date
    return None
