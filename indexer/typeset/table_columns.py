"""Where are the columns of a table that no rules stand between? White that goes through all its rows parts them.

Wide white always parts two columns; narrower white does where the words beside it begin or end at one edge, which the
spaces of running text never do.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.typeset.lines import TypesetLine, joined

APART = 0.9  # ems of white between two columns
NARROW = 0.55  # ems of white between two columns whose words keep to an edge; a space has 0.25 to 0.5
KEEP, ON_EDGE, ENOUGH = 0.8, 2.0, 3  # the share of rows that must keep to an edge, in points; and how many
SAME_LINE = 0.3  # ems
OFF_MIDDLE = 0.25  # of the way between the heads below it a head may be off their middle
RAISED = 0.7  # ems above the baseline: stars behind a figure
SHARED = 0.3  # of the narrower of two must lie over the other for a cell to stand in a column

STARS = re.compile(r"[*†‡§]{1,3}")

TableLine = list[TypesetLine]  # the words on one baseline, from the left


@dataclass(frozen=True, slots=True)
class TableColumn:
    """From where to where the words of a column have ink."""

    x: float
    end: float

    @property
    def middle(self) -> float:
        return (self.x + self.end) / 2


@dataclass(frozen=True, slots=True)
class TablePhrase:
    """Words that are one cell, and in which columns it stands: from the first to the last."""

    line: TypesetLine
    first: int
    last: int

    @property
    def columns(self) -> range:
        return range(self.first, self.last + 1)


def baselines(words: Sequence[TypesetLine]) -> list[TableLine]:
    """The words on each baseline, from above; stars raised behind a word stand on its own."""
    found: list[TableLine] = []
    stars = [word for word in words if STARS.fullmatch(word.text.strip())]
    for word in sorted((word for word in words if word not in stars), key=lambda one: one.y):
        if found and abs(found[-1][0].y - word.y) <= SAME_LINE * word.size:
            found[-1].append(word)
        else:
            found.append([word])
    for star in stars:
        home = next((row for row in found if any(_is_behind(star, word) for word in row)), None)
        if home is not None:
            home.append(star)
        else:
            found.append([star])
    return [sorted(row, key=lambda word: word.x) for row in sorted(found, key=lambda row: row[0].y)]


def _is_behind(star: TypesetLine, word: TypesetLine) -> bool:
    near = -SAME_LINE * word.size <= star.x - word.end <= NARROW * word.size
    return near and -SAME_LINE * word.size <= word.y - star.y <= RAISED * word.size


def find_columns(rows: Sequence[TableLine]) -> list[TableColumn]:
    """The columns of rows that have more than one phrase; none where there are no such rows."""
    rows = [row for row in rows if len(phrases(row)) > 1]
    words = sorted((word for row in rows for word in row), key=lambda word: word.x)
    columns: list[TableColumn] = []
    for word in words:
        last = columns[-1] if columns else None
        if last is None or _parts(rows, last.end, word):
            columns.append(TableColumn(word.x, word.end))
        else:
            columns[-1] = TableColumn(last.x, max(last.end, word.end))
    return columns


def column_edges(columns: Sequence[TableColumn], left: float, right: float) -> tuple[float, ...]:
    """Where the columns are parted, in the middle of the white, with the edges of the table."""
    between = ((a.end + b.x) / 2 for a, b in pairwise(columns))
    return (min(left, columns[0].x), *between, max(right, columns[-1].end))


def _parts(rows: Sequence[TableLine], end: float, word: TypesetLine) -> bool:
    """Whether the white from `end` to a word parts two columns."""
    if word.x - end >= APART * word.size:
        return True
    if word.x - end < NARROW * word.size:
        return False
    beside = [(_last(row, end), _first(row, word.x)) for row in rows]
    pairs = [(before.end, after.x) for before, after in beside if before and after]
    ends, starts = (
        sum(abs(place - edge) <= ON_EDGE for place in places) for places, edge in _with_edges(pairs, end, word.x)
    )
    return len(pairs) >= ENOUGH and max(ends, starts) >= KEEP * len(pairs)


def _with_edges(
    pairs: Sequence[tuple[float, float]], end: float, begin: float
) -> tuple[tuple[list[float], float], tuple[list[float], float]]:
    return ([one for one, _ in pairs], end), ([other for _, other in pairs], begin)


def _last(row: TableLine, end: float) -> TypesetLine | None:
    return next((word for word in reversed(row) if word.end <= end + ON_EDGE), None)


def _first(row: TableLine, begin: float) -> TypesetLine | None:
    return next((word for word in row if word.x >= begin - ON_EDGE), None)


def phrases(row: TableLine, edges: Sequence[float] = ()) -> list[TableLine]:
    """The words of a row, parted at wide white, and where an edge of a column lies in it."""
    found: list[TableLine] = [row[:1]]
    for before, word in pairwise(row):
        white = word.x - before.end
        on_edge = any(before.end <= edge <= word.x for edge in edges)
        if white >= APART * word.size or (on_edge and white >= NARROW * word.size):
            found.append([word])
        else:
            found[-1].append(word)
    return found


def place(row: TableLine, columns: Sequence[TableColumn]) -> list[TablePhrase]:
    """The phrases of a row, each in its columns; those that share one are put together."""
    edges = column_edges(columns, columns[0].x, columns[-1].end)[1:-1]
    found: list[TablePhrase] = []
    for words in phrases(row, edges):
        line = joined(words)
        over = [n for n, column in enumerate(columns) if _over(line, column)] or [_nearest(line, columns)]
        found.append(TablePhrase(line, over[0], over[-1]))
    if any(a.last >= b.first for a, b in pairwise(found)):
        found = _one_each(found, columns)
    return found


def _over(line: TypesetLine, column: TableColumn) -> bool:
    shared = min(line.end, column.end) - max(line.x, column.x)
    return shared > SHARED * min(line.end - line.x, column.end - column.x)


def _nearest(line: TypesetLine, columns: Sequence[TableColumn]) -> int:
    return min(range(len(columns)), key=lambda n: abs(columns[n].middle - _middle(line)))


def _one_each(phrases: Sequence[TablePhrase], columns: Sequence[TableColumn]) -> list[TablePhrase]:
    """Each phrase in the column that is nearest; two in one column are one."""
    found: dict[int, list[TypesetLine]] = {}
    for phrase in phrases:
        found.setdefault(_nearest(phrase.line, columns), []).append(phrase.line)
    return [TablePhrase(joined(lines) if len(lines) > 1 else lines[0], n, n) for n, lines in sorted(found.items())]


def share_columns(rows: Sequence[TableLine], columns: Sequence[TableColumn]) -> int:
    """How many rows have two phrases, parted by wide white, in one column: there the columns are not known."""
    return sum(len(phrases(row)) > len(place(row, columns)) for row in rows)


def over_columns(upper: Sequence[TablePhrase], lower: Sequence[TablePhrase]) -> list[TablePhrase]:
    """The heads of an upper row, each over all columns whose own heads in the row below are nearest to it."""
    below: dict[int, list[TablePhrase]] = {}
    for phrase in (one for one in lower if one.first or not upper[0].first):  # labels have no head over them
        home = min(range(len(upper)), key=lambda n: abs(_middle(upper[n].line) - _middle(phrase.line)))
        below.setdefault(home, []).append(phrase)
    found: list[TablePhrase] = []
    for n, phrase in enumerate(upper):
        own = below.get(n, [])
        if len(own) > 1 and _is_over(phrase.line, own[0].line, own[-1].line):
            phrase = TablePhrase(phrase.line, own[0].first, own[-1].last)
        found.append(phrase)
    return found if all(a.last < b.first for a, b in pairwise(found)) else list(upper)


def _is_over(line: TypesetLine, first: TypesetLine, last: TypesetLine) -> bool:
    """Whether a head stands about in the middle of the heads below it."""
    begin, end = _middle(first), _middle(last)
    return abs(_middle(line) - (begin + end) / 2) <= OFF_MIDDLE * (end - begin)


def _middle(line: TypesetLine) -> float:
    return (line.x + line.end) / 2
