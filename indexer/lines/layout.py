"""Where does each printed line stand? Spaces, gaps, pages, and whether a line was full or ended on purpose.

The classic rule of paragraph ends is kept here: a line was broken on purpose if what begins the next line would still
have fitted into it. Nobody tells us the width of the column or of the letters, so both are learned from the lines that
surely go on in the next one. The column may change its width on the way (a first page with a wider margin), so a line
is compared with its neighbours only. Nothing here knows what a heading or a note is.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from archive.model import Line

SPACES = re.compile(r"\s+")
# Abbreviations whose point ends no sentence (Source: Chicago 10.4; the notes of Korean briefs use No., Vol., pp.).
ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|No|Vol|Nos|pp?|vs|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|Fig|cf|ed|eds|et al|e\.g|i\.e)\.$"
)
MARK = r"(?:[⁰¹²³⁴-⁹]+|(?:주\s?)?\d{1,3}\)|\[\^?\w{1,4}\]|\d{1,3}|\*{1,3})"  # a note reference after the sentence end
SENTENCE_END = re.compile(rf"[.?!。！？…][”’\"'」』)\]》〉]*\s?{MARK}?[”’\"')]?$")
# A line drawn across the column, to part the notes from the text or a table's head from its rows: no text, but a gap.
RULE = re.compile(r"[-–—―_=~─━═－＿]{3,}")
DATE_TAIL = re.compile(r"\d\.$")  # "(2023." may be half a date


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line that is not blank. `gap` counts the blank lines above it, `text` has runs of spaces made one."""

    number: int
    raw: str
    text: str
    gap: int
    page: int | None = None
    starts_page: bool = False

    @property
    def indent(self) -> int:
        """Leading spaces."""
        return len(self.raw) - len(self.raw.lstrip())

    @property
    def trailing(self) -> bool:
        """A space stands at the end of the line: in many files it tells that the next line begins a word."""
        return self.raw[-1:].isspace()


def ends_sentence(text: str, following: str = "") -> bool:
    """A sentence ends with this line. `following` is the next line, which shows half a date for what it is."""
    text = text.rstrip()
    if not SENTENCE_END.search(text) or ABBREVIATION.search(text):
        return False
    return not (DATE_TAIL.search(text) and following[:1].isdigit())


# A line that ends so is the middle of something. Particles that are also the last syllable of nouns (성과, 합의, 보고) tell nothing.
_OPEN_END = re.compile(
    r"[,;:·‘“(\[「『\u00ad-]$|(?:\s|^)(?:및|또는|그리고|the|of|and|to|in|for|a|with|by|on|or)$"
    r"|[가-힣](?:는|은|를|(?<![가마노고])을|으로|며|면서|에서|에게|부터)$"
)
_SENTENCE_INSIDE = re.compile(r"(?:[가-힣][.!]|[a-z]{3}\.)\S{0,4}\s")


def leads_on(text: str) -> bool:
    """The line can be neither a title nor a heading: it breaks off, or a sentence ends within it."""
    return _OPEN_END.search(text) is not None or _SENTENCE_INSIDE.search(text) is not None


def usual_gap(lines: Sequence[Printed]) -> int:
    """Blank lines that stand between two lines of one sentence: 0 in most files, 1 where every line is followed by one."""
    gaps = Counter(b.gap for a, b in pairwise(lines) if not ends_sentence(a.text, b.text))
    return gaps.most_common(1)[0][0] if gaps else 0


def torn_gaps(lines: Sequence[Printed], usual: int) -> frozenset[int]:
    """Larger gaps that stand in the middle of sentences: page ends, not paragraph ends. Headings must not be among them.

    Source: a brief whose pages end in six empty lines, also between the words of a sentence.
    """
    width = sorted(em(line.text) for line in lines)
    long = 0.7 * width[len(width) * 9 // 10] if width else 0.0
    return frozenset(
        b.gap for a, b in pairwise(lines) if b.gap > usual and em(a.text) >= long and not ends_sentence(a.text, b.text)
    )


def print_lines(lines: Iterable[Line]) -> tuple[Printed, ...]:
    """The lines that are not blank, with their gaps and pages.

    Pages come from the extractor, from form feeds, or else from a single leading space right under the line before
    in a file where blank lines stand between all others (Source: the page starts of text saved from Korean PDF files).
    """
    rows: list[Printed] = []
    gap, feeds = 0, 0
    given, feed_seen = False, False
    for line in lines:
        feeds += line.text.count("\f")
        feed_seen = feed_seen or "\f" in line.text
        raw = line.text.replace("\f", "").rstrip("\r\n")
        text = SPACES.sub(" ", raw).strip()
        if not text or RULE.fullmatch(text):
            gap += 1
            continue
        given = given or line.page is not None
        rows.append(Printed(line.number, raw, text, gap, line.page or feeds + 1))
        gap = 0
    return _paged(rows) if given or feed_seen else _paged_by_spaces(rows)


def _paged(rows: list[Printed]) -> tuple[Printed, ...]:
    pages = [row.page for row in rows]
    return tuple(_at(row, row.page, i == 0 or pages[i - 1] != row.page) for i, row in enumerate(rows))


def _at(row: Printed, page: int | None, starts: bool) -> Printed:
    return Printed(row.number, row.raw, row.text, row.gap, page, starts)


def _paged_by_spaces(rows: list[Printed]) -> tuple[Printed, ...]:
    spaced = usual_gap(rows) > 0
    starts = [i for i, row in enumerate(rows) if row.indent == 1 and row.gap == 0] if spaced else []
    if rows and rows[0].indent == 1 and starts and starts[0] != 0:
        starts.insert(0, 0)
    if not any(starts):  # a leading space before the first line alone tells nothing
        return tuple(_at(row, None, False) for row in rows)
    page, paged = (0 if starts[0] == 0 else 1), []
    for i, row in enumerate(rows):
        page += i in starts
        paged.append(_at(row, page, i in starts))
    return tuple(paged)


# Classes of letters by width. A letter's width is unknown; a class's is tried below.
_CLASSES = (" ", ".,:;!|·'‘’", '"“”()[]-~/', "")
_NARROW, _BROAD = frozenset("iljftrI1"), frozenset("mwMW@—…")
_SPACE, _POINT, _QUOTE, _WIDE, _DIGIT, _SLIM, _LETTER, _FAT = range(8)
Counts = tuple[int, ...]
Widths = tuple[float, ...]
# In ems, an ideograph being 1. Tried: the space and the points of Korean text faces (batang, dotum, serif); letters as in Times.
_TRIED: tuple[Widths, ...] = tuple(
    (space, point, quote, 1.0, digit, 0.3, digit, 0.8)
    for space, point, quote, digit in product((0.25, 0.35, 0.5), (0.3, 0.5), (0.4,), (0.5, 0.55))
)
PLAIN: Widths = (0.3, 0.3, 0.4, 1.0, 0.55, 0.3, 0.52, 0.8)


@lru_cache(maxsize=4096)
def _class(letter: str) -> int:
    for position, letters in enumerate(_CLASSES):
        if letter in letters:
            return position
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    if letter.isdigit():
        return _DIGIT
    if letter in _NARROW:
        return _SLIM
    return _FAT if letter in _BROAD or letter.isupper() else _LETTER


def _counts(text: str) -> Counts:
    counts = [0] * 8
    for letter in text:
        counts[_class(letter)] += 1
    return tuple(counts)


def _width(counts: Counts, widths: Widths) -> float:
    return sum(count * width for count, width in zip(counts, widths, strict=True))


def em(text: str) -> float:
    """Width of a text in ems, in an average typeface."""
    return _width(_counts(text), PLAIN)


INSIDE_SPREAD = (
    1.7  # ems: full lines end within this where words are cut; 1.0 in such a brief, 2.5 to 4.4 where they are not
)
NEAR = 12  # printed lines on each side that share a column width; a page has some 20
# Ems by which a full line may seem short: what justification and the guessed widths hide. Paragraph ends of the briefs
# miss by 2.2 or more. Where lines are cut between any two letters, neighbours agree to half an em, and so does the margin.
MARGIN = 0.6
SPREAD = 0.4  # of the distance from the tightest neighbour to the middle one


class RightEdge:
    """The right edge of a column of lines, learned from its own lines."""

    def __init__(self, lines: Sequence[Printed], tells: bool = False) -> None:
        """`tells`: trailing spaces tell whether a word was cut."""
        pairs = [(a, b) for a, b in pairwise(lines) if not ends_sentence(a.text, b.text)]
        self._cut_words = self._cuts_words(pairs, tells)
        lows = [_counts(a.text) for a, _ in pairs]
        highs = [_counts(a.text + self._unit(a, b)) for a, b in pairs]
        self._widths = min(_TRIED, key=lambda widths: _misfit(lows, highs, widths)) if len(pairs) >= 8 else PLAIN
        broad = sorted(_width(c, self._widths) for c in highs)
        middle = broad[len(broad) // 2] if broad else 0.0
        self._sure = [
            (a.number, over)
            for (a, _), c in zip(pairs, highs, strict=True)
            if (over := _width(c, self._widths)) > 0.85 * middle
        ]
        self._numbers = [number for number, _ in self._sure]
        self.measure = middle
        # Unwrapped files print a paragraph a line: no common edge.
        low = sorted(width for c in lows if (width := _width(c, self._widths)) > 0.5 * middle)
        self.wrapped = len(low) >= 3 and low[len(low) * 9 // 10] < 1.25 * low[len(low) // 2] and middle < 120

    def _cuts_words(self, pairs: Sequence[tuple[Printed, Printed]], tells: bool) -> bool:
        if tells:
            return _lacks_spaces([a for a, _ in pairs])
        widths = sorted(em(a.text) for a, _ in pairs)
        if len(widths) < 8:
            return False
        widths = [w for w in widths if w > 0.75 * widths[-1]]
        return bool(widths) and widths[len(widths) * 9 // 10] - widths[len(widths) // 10] < INSIDE_SPREAD

    def _unit(self, left: Printed, right: Printed) -> str:
        """What would have had to fit: the next word, or the next letter where words are cut."""
        if self._cut_words and not right.text[:1].isascii():
            return (" " if left.trailing else "") + right.text[:1]
        return " " + right.text.split(" ", 1)[0]

    def over(self, left: Printed, right: Printed) -> float:
        """By how many ems the beginning of `right` would have stood out; negative where it would have fitted."""
        return self._reach(left, right) - self._edge(left.number)[0]

    def full(self, left: Printed, right: Printed) -> bool:
        """`left` could not hold the beginning of `right`."""
        edge, margin = self._edge(left.number)
        return self.wrapped and self._reach(left, right) >= edge - margin

    def _reach(self, left: Printed, right: Printed) -> float:
        return _width(_counts(left.text + self._unit(left, right)), self._widths)

    def _edge(self, number: int) -> tuple[float, float]:
        """The edge near a line and the margin of doubt, in ems."""
        i = bisect_left(self._numbers, number)
        near = sorted(reach for n, reach in self._sure[max(0, i - NEAR) : i + NEAR] if n != number)
        if not near:
            return 0.95 * self.measure, MARGIN
        return near[0], min(MARGIN, SPREAD * (near[len(near) // 2] - near[0]))

    def width(self, line: Printed) -> float:
        """Width of a line in ems."""
        return _width(_counts(line.text), self._widths)


CUT_LINES = 0.25  # of the lines end inside a word where words are cut: 0.4 and more in such briefs, 0.1 in the others


def _lacks_spaces(lines: Sequence[Printed]) -> bool:
    return sum(not line.trailing for line in lines) > CUT_LINES * len(lines)


def breaks_between_words(lines: Sequence[Printed]) -> bool:
    """This file, whose trailing spaces tell joins, cuts hardly any word: between two syllables stands a space nearly always."""
    return not _lacks_spaces(
        [
            a
            for a, b in pairwise(lines)
            if "가" <= a.text[-1] <= "힣" and "가" <= b.text[0] <= "힣" and em(a.text) > LONG
        ]
    )


LONG = 30.0  # ems: a shorter line may be a heading


def _misfit(lows: Sequence[Counts], highs: Sequence[Counts], widths: Widths) -> float:
    """How badly one edge parts what stood in the lines from what did not, in ems over all lines, by these widths."""
    low = sorted(_width(c, widths) for c in lows)
    high = sorted(_width(c, widths) for c in highs)
    middle = high[len(high) // 2]
    low = [w for w in low if w > 0.7 * middle]
    high = [w for w in high if w > 0.85 * middle]
    step = max(1, len(high) // 20)
    best = float("inf")
    for edge in (low + high)[::step]:
        loss = sum(w - edge for w in low[bisect_right(low, edge) :]) + sum(
            edge - w for w in high[: bisect_left(high, edge)]
        )
        best = min(best, loss)
    return best / middle
