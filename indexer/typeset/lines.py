"""Which glyphs stand in one printed line, and how does it read? Runs of one size and baseline, then lines of runs.

A smaller run that stands higher than its neighbour is raised: a figure that calls a note, or an exponent.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf

from indexer.markup import SCRIPT_FIGURES
from indexer.typeset.gaps import word_starts
from indexer.typeset.page import Glyph
from indexer.typeset.powers import is_power

SMALLER = 0.82  # of the size of the line: a raised figure is set at 58 to 75 %
RAISED = 0.12  # ems above the line's baseline
BESIDE = 0.6  # ems between a word and the mark behind it
ALMOST, HIGH = 0.95, 0.25  # the same where figures come from a typeface larger than that of the text
APART = 0.8  # ems: a gap that ends a run
WORD = 0.22  # ems: no letters of one word stand so far apart
WIDE = 2.0  # ems: no justified space is so wide
DOUBLE = 0.1  # ems: the same glyph printed twice within this is one, made bold
SPOT = 2.0  # points

SPACE_FOLLOWS = re.compile(r"[,;을를의]\s*$")  # a comma, the commonest particles: a space follows nearly always
ENOUGH, NEARLY_ALL = 10, 0.97
CALLS, LEAST_TEXT = 4, 0.2  # marks, and share of the letters, of a text that is shorter than its notes
SKIPPED = 3  # marks that may be missing between two that follow each other
# A raised mark: 1, 1), (1), [1], *, †, and several of them. Source: Korean reports, journals and LibreOffice.
MARK = re.compile(r"[(\[]?([1-9]\d{0,2}|[*＊†‡§]{1,3}+)[)\]）]?")
_NEXT = r"(?:[,·]\s?|\s|(?<=[)\]）*＊†‡§])|(?<![)\]）*＊†‡§])(?=[*＊†‡§]))"  # between two of them
LETTERS = re.compile(r"[ivxlc]{1,7}|[a-z]")  # a raised letter, or a number in small Roman figures
MARKS = re.compile(rf"{MARK.pattern}(?:{_NEXT}{MARK.pattern})*[,·\s]?")


class Run:
    """Glyphs one after another, of one size on one baseline, from `x` to `end`; `ink_end` is where its letters end."""

    __slots__ = ("end", "glyphs", "ink_end", "size", "text", "x", "y")

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        first = glyphs[0]
        self.glyphs = glyphs
        self.x, self.y, self.size, self.end = first.x, first.y, first.size, glyphs[-1].end
        self.text = "".join([glyph.text for glyph in glyphs])
        self.ink_end = max([glyph.end for glyph in glyphs if not glyph.text.isspace()], default=-inf)


@dataclass(frozen=True, slots=True)
class RaisedMark:
    """A raised figure or sign, and where in the text of its line it stood: perhaps in a formula."""

    offset: int
    printed: str
    label: str
    formula: bool = False


@dataclass
class TypesetLine:
    """Runs that stand side by side. `page` counts from 1; `spacing` is the gap that is a space here, in ems."""

    runs: list[Run]
    page: int
    spacing: float
    carried: list[str] = field(default_factory=list)  # marks that stand alone in the next line
    lettered: bool = False  # raised letters in it are marks
    letter_head: str = ""  # the letters of the note that begins with it
    x: float = field(init=False)  # where its ink begins and ends
    end: float = field(init=False)
    size: float = field(init=False)  # in which most of it is set, marks left aside
    y: float = field(init=False)  # its baseline: of the runs of its own size

    def __post_init__(self) -> None:
        runs = self.runs
        self.x = min([run.x for run in runs if run.ink_end > -inf] or [run.x for run in runs])
        self.end = max([run.ink_end for run in runs])
        self.size = _size(runs)
        self.y = next((run.y for run in runs if abs(run.size - self.size) < 0.1), runs[0].y)

    @property
    def top(self) -> float:
        return self.y - 0.85 * self.size

    @property
    def bottom(self) -> float:
        return self.y + 0.2 * self.size

    @cached_property
    def bold(self) -> bool:
        letters = [glyph.bold for run in self.runs for glyph in run.glyphs if not glyph.text.isspace()]
        return sum(letters) > 0.8 * len(letters)

    @cached_property
    def _spelled(self) -> tuple[str, tuple[RaisedMark, ...]]:
        return spell(self)

    @property
    def text(self) -> str:
        """What it says, without its marks. A space at its end is one that was printed there."""
        return self._spelled[0]

    @property
    def marks(self) -> tuple[RaisedMark, ...]:
        return self._spelled[1]

    def join_carried(self) -> None:
        """Makes the mark alone in the next line the rest of the last one here."""
        text, (*marks, last, rest) = self._spelled
        whole = RaisedMark(last.offset, last.printed + rest.printed, last.label + rest.label)
        self._spelled = text, (*marks, whole)

    def with_letters(self, head: str = "") -> None:
        """Makes marks of the raised letters in this line, with which a note may begin."""
        self.lettered, self.letter_head = True, head or self.letter_head
        self._spelled = spell(self)

    def is_raised(self, run: Run) -> bool:
        """Whether a run stands above the line in smaller letters."""
        raised = (self.y - run.y) / self.size
        return (run.size < SMALLER * self.size and raised > RAISED) or (run.size < ALMOST * self.size and raised > HIGH)

    def is_lowered(self, run: Run) -> bool:
        """Whether a run stands below the line in smaller letters."""
        return run.size < SMALLER * self.size and run.y - self.y > RAISED * self.size / 2


def _size(runs: Sequence[Run]) -> float:
    largest = max([run.size for run in runs])
    if largest == min([run.size for run in runs]):
        return round(largest, 1)
    own = [run for run in runs if run.size >= ALMOST * largest or not may_be_mark(run.text.strip())]
    counts: Counter[float] = Counter()
    for run in own or runs:
        counts[round(run.size, 1)] += len(run.text.strip())
    return max(counts, key=lambda size: (counts[size], size))


def find_runs(glyphs: Iterable[Glyph]) -> list[Run]:
    """The runs of a page, in the order of the file."""
    found: list[list[Glyph]] = []
    for glyph in _once(glyphs):
        last = found[-1] if found else None
        if last and _goes_on(last[-1], glyph):
            last.append(glyph)
        elif not glyph.text.isspace() or (last and abs(last[0].y - glyph.y) < 0.1 * glyph.size):
            found.append([glyph])
    runs = map(Run, found)
    return [run for run in runs if run.text.strip() or len(run.text) < 3]


def _once(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """Glyphs that have a size, those that are printed twice on one spot once."""
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    before = ""
    for glyph in glyphs:
        if glyph.size <= 0:
            continue
        if glyph.text == before == "f":  # a ligature: both letters stand where it begins
            yield glyph
            continue
        before = glyph.text
        x, y, near = round(glyph.x / SPOT), round(glyph.y / SPOT), DOUBLE * glyph.size
        beside = [other for dx in (-1, 0, 1) for other in seen.get((glyph.text, x + dx, y), ())]
        if not beside or not any(abs(one.x - glyph.x) < near and abs(one.y - glyph.y) < near for one in beside):
            seen.setdefault((glyph.text, x, y), []).append(glyph)
            yield glyph


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    size = before.size
    return (
        abs(before.y - glyph.y) < 0.05 * size
        and abs(size - glyph.size) < 0.05 * size
        and -0.5 * size < glyph.x - before.end < APART * size
    )


def find_words(runs: Sequence[Run], page: int, spacing: float) -> list[TypesetLine]:
    """The words of a page with the raised figures at them: what may make one line, or stand in two columns."""
    return _pieces(runs, page, spacing, WORD)


def find_lines(runs: Sequence[Run], page: int, spacing: float) -> list[TypesetLine]:
    """Runs put side by side into lines, parted at gaps that no space makes."""
    return _pieces(runs, page, spacing, WIDE)


def _pieces(runs: Sequence[Run], page: int, spacing: float, gap: float) -> list[TypesetLine]:
    rows = [sorted(row, key=lambda run: run.x) for row in _rows(runs)]
    return [TypesetLine(part, page, spacing) for row in rows for part in _parted(row, gap)]


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that stand on one baseline, with what is raised or lowered beside them."""
    rows: list[list[Run]] = []
    inked = sorted((run for run in runs if run.text.strip()), key=lambda run: (-run.size, run.y))
    for run in inked:
        homes = (row for row in reversed(rows) if _beside(row, run))
        # A raised mark may stand just as high as the line of another column.
        mark = MARKS.fullmatch(run.text.strip())
        home = min(homes, key=lambda row: _distance(row, run), default=None) if mark else next(homes, None)
        if home is not None:
            home.append(run)
        else:
            rows.append([run])
    for blank in (run for run in runs if not run.text.strip()):
        for row in rows:
            if abs(row[0].y - blank.y) < 0.1 * row[0].size and any(-1 < blank.x - run.end < row[0].size for run in row):
                row.append(blank)
                break
    return rows


def _parted(row: Sequence[Run], gap: float) -> Iterator[list[Run]]:
    """A row parted where no ink stands over so many ems; a space stays with the word before it."""
    part: list[Run] = []
    end: float | None = None
    wide = gap * row[0].size
    for run in row:
        start = 0
        for n, glyph in enumerate(run.glyphs):
            if glyph.text.isspace():
                continue
            if end is not None and glyph.x - end > wide and glyph.x - end > gap * glyph.size:
                yield [*part, *([Run(run.glyphs[start:n])] if n > start else [])]
                part, start = [], n
            end = glyph.end if end is None or glyph.end > end else end
        part.append(Run(run.glyphs[start:]) if start else run)
    if any(run.text.strip() for run in part):
        yield part


def _beside(row: list[Run], run: Run) -> bool:
    """Whether a run belongs to a row of larger or equal ones: on its baseline, or raised right beside one of it."""
    main = row[0]
    if abs(main.y - run.y) <= 0.2 * min(main.size, run.size):
        return True
    if run.size >= ALMOST * main.size or not -0.75 * main.size <= run.y - main.y <= 0.35 * main.size:
        return False
    return any(
        -0.3 * other.size <= run.x - other.end <= 0.5 * main.size
        or -0.3 * other.size <= other.x - run.end <= 0.5 * main.size
        for other in row
    )


def _distance(row: list[Run], run: Run) -> float:
    return min(max(run.x - other.end, other.x - run.end) for other in row)


def joined(lines: Sequence[TypesetLine]) -> TypesetLine:
    """One line of several that stand side by side."""
    runs = sorted((run for line in lines for run in line.runs), key=lambda run: run.x)
    carried = [one for line in lines for one in line.carried]
    return TypesetLine(runs, lines[0].page, lines[0].spacing, carried)


def may_be_mark(text: str) -> bool:
    """Whether these letters, raised, may be a mark, or several."""
    return MARKS.fullmatch(text) is not None or LETTERS.fullmatch(text) is not None


def printed(line: TypesetLine) -> str:
    """All that is printed in a line, marks and all."""
    return "".join(run.text for run in line.runs).strip()


def spell(line: TypesetLine) -> tuple[str, tuple[RaisedMark, ...]]:
    """The text of a line, runs of spaces made one, and the marks taken out of it."""
    starts = word_starts([glyph for run in line.runs for glyph in run.glyphs], line.spacing)
    if min([run.size for run in line.runs]) >= ALMOST * line.size:
        text, marks = _evenly(line, starts), list[RaisedMark]()
    else:
        text, marks = _with_scripts(line, starts)
    for one in line.carried:
        marks += _marks(one, len(text.rstrip()))
    return text, tuple(marks)


def _evenly(line: TypesetLine, starts: set[int]) -> str:
    """The text of a line in which nothing is so small that it may be raised or lowered."""
    text = "".join([run.text for run in line.runs])
    if starts:
        glyphs = (glyph for run in line.runs for glyph in run.glyphs)
        text = "".join([f" {glyph.text}" if id(glyph) in starts else glyph.text for glyph in glyphs])
    words = " ".join(text.split())
    return f"{words} " if words and text[-1].isspace() else words


def _with_scripts(line: TypesetLine, starts: set[int]) -> tuple[str, list[RaisedMark]]:
    """The text of a line with its raised and lowered figures as such, and its marks."""
    parts: list[str] = []
    marks: list[RaisedMark] = []
    end: float | None = None
    for at, run in enumerate(line.runs):
        over = at > 0 and _is_over(line, line.runs[at - 1], run)
        raised = line.is_raised(run) and not over and not _is_numerator(line, line.runs[at : at + 2])
        found = run.text.strip()
        near = end is None or run.x - end <= BESIDE * line.size
        lettered = line.lettered and LETTERS.fullmatch(found) is not None
        if raised and near and (lettered or (MARKS.fullmatch(found) and not is_power("".join(parts), found))):
            offset = len("".join(parts).rstrip())
            formula = _is_in_formula(line.runs[max(at - 1, 0) : at + 2], run)
            marks += [RaisedMark(offset, found, found)] if lettered else _marks(found, offset, formula)
            end = run.end
            continue
        if raised or line.is_lowered(run):
            figures = SCRIPT_FIGURES["sup" if raised else "sub"]
            scripted = "".join(figures.get(letter, letter) for letter in run.text)
        else:
            scripted = run.text
        for glyph, letter in zip(run.glyphs, scripted, strict=True):
            spaced = not parts or parts[-1] == " "
            if letter.isspace():
                parts += () if spaced else (" ",)
                continue
            parts += (" ",) if not spaced and id(glyph) in starts else ()
            parts.append(letter)
            end = glyph.end
    return "".join(parts), marks


def join_cut_marks(lines: Iterable[TypesetLine]) -> None:
    """Joins marks that a line end cuts in two, 4 / 5, where the whole counts on from the mark before it. All lines of a
    text, in its order."""
    before = 0
    for line in lines:
        labels = [int(mark.label) for mark in line.marks if mark.label.isdecimal()]
        if len(line.carried) == 1 and line.carried[0].isdecimal() and len(labels) > 1:
            *_, before = [before, *labels[:-2]]
            if 0 < int(f"{labels[-2]}{labels[-1]}") - before <= SKIPPED:
                line.join_carried()
                labels = [int(line.marks[-1].label)]
        before = labels[-1] if labels else before


def _is_over(line: TypesetLine, below: Run, run: Run) -> bool:
    """Whether a figure stands over a lowered one that begins before it: the numerator of 3/4."""
    figures = below.text.strip().isdecimal() and run.text.strip().isdecimal()
    return figures and line.is_lowered(below) and below.end - run.x > (run.end - run.x) / 2


def _is_numerator(line: TypesetLine, runs: Sequence[Run]) -> bool:
    """Whether a raised figure is that of a fraction: 1/2, or one above the other."""
    if len(runs) < 2 or not runs[0].text.strip().isdecimal():
        return False
    above, below = runs
    stacked = line.is_lowered(below) and below.text.strip().isdecimal() and below.x < above.end
    return stacked or below.text[:1] in ("/", "\u2044", "\u2215")


def _is_in_formula(runs: Sequence[Run], run: Run) -> bool:
    """Whether a raised run, one of these, is set in a typeface of formulas, or stands at a letter that is."""
    glyphs = [glyph for one in runs for glyph in one.glyphs if not glyph.text.isspace()]
    places = [at for at, glyph in enumerate(glyphs) if glyph in run.glyphs]
    return any(glyph.formula for glyph in glyphs[max(places[0] - 1, 0) : places[-1] + 2])


def _marks(printed: str, offset: int, formula: bool = False) -> Iterator[RaisedMark]:
    for found in MARK.finditer(printed):
        yield RaisedMark(offset, found[0], found[1], formula and found[0].isdecimal())


def keeps_spaces(lines: Sequence[TypesetLine]) -> bool:
    """Whether a file prints the space behind every word that ends a line, so that where none stands a word was cut."""
    sure = [line.text.endswith(" ") for line in lines if SPACE_FOLLOWS.search(line.text)]
    return len(sure) >= ENOUGH and sum(sure) >= NEARLY_ALL * len(sure)


def body_size(lines: Iterable[TypesetLine]) -> float:
    """The size in which most of a document is set; its notes may be longer than the text that calls them."""
    counts: Counter[float] = Counter()
    calls: Counter[float] = Counter()
    for line in lines:
        size = round(line.size * 2) / 2
        counts[size] += len(line.text)
        calls[size] += sum(mark.offset > 0 for mark in line.marks)
    most = max(counts, key=lambda size: counts[size], default=0.0)
    calling = max(calls, key=lambda size: (calls[size], size), default=most)
    text = calling > most and calls[calling] >= CALLS and counts[calling] >= LEAST_TEXT * counts.total()
    return calling if text and calls[calling] > 2 * calls[most] else most


def latin_size(lines: Iterable[TypesetLine]) -> float:
    """The size of Latin letters in the text, which may come from a larger typeface; 0 where there are none."""
    counts: Counter[float] = Counter()
    for line in lines:
        for run in line.runs:
            counts[run.size] += sum(letter.isascii() and letter.isalpha() for letter in run.text)
    return counts.most_common(1)[0][0] if counts.total() else 0.0
