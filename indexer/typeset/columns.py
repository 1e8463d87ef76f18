"""In which order is a page read? Finds columns by the white between them, and reads one after the other.

A gutter is a place that hardly any row crosses, with full lines of text on both sides at the same height. Rows that do
cross it (a title over two columns) part the page into bands, which are read from above.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from statistics import median

from indexer.lines import bullet
from indexer.typeset.lines import MARKS, SMALLER, TypesetLine, joined, may_be_mark, printed
from indexer.typeset.tables import PrintedTable

LEAST = 4  # lines that a column must have in a band
WHITE = 0.9  # ems: no gutter is narrower
NARROWEST = 0.25  # of the width of both columns: a narrower one holds the labels of a table
FILLED = 0.5  # of a column's width must be filled by the median line: cells of a table are shorter
EDGE = 0.15  # of the width at both sides of a page, where no gutter is looked for
OVERLAP = 0.4  # of the lower column's height at which the other must stand, too
STEP = 2.0  # points; no finer is looked
MOST_CROSSED = 0.8  # of the rows may cross a gutter: titles, pictures' captions, notes over both columns
ALIGNED = 2.0  # points
EDGES, MANY, MOST_SHARED = 3, 10, 0.6  # edges at which so large a share of so many rows begins
MOST_ITEMS = 0.6  # of the rows of a list begin an item
SET_OFF = 2.0  # ems from the edge of a column: no indent is so deep
LEVEL, MOST_LEVEL = 0.12, 0.6  # ems between baselines that are one, and the share of lines with one in a table
EVENLY = 0.2  # ems by which the spaces of a justified line differ
SAME_LINE = 0.3  # ems between baselines of one line
BESIDE = 2.0  # ems between a figure set off the line and its neighbour
ABOVE, BELOW = 0.75, 0.35  # ems by which a raised or lowered figure may stand off its line's baseline

Placed = TypesetLine | PrintedTable
Row = list[Placed]  # what stands on one baseline, from the left; or one table


@dataclass(slots=True)
class PanelRow(PrintedTable):
    """Boxes side by side. They stand on their page as one thing, as a table does; what is in each, from the left."""

    panels: tuple[tuple[Placed, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in one column of a band, from above: lines and tables."""

    parts: tuple[Placed, ...]
    framed: bool = False  # it stands in a box of its own, and goes on nowhere

    @property
    def lines(self) -> list[TypesetLine]:
        """Its lines of text."""
        return [part for part in self.parts if isinstance(part, TypesetLine)]


def column_order(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of each column of a page in the order of reading."""
    return [column for column in _columns(rows, 2) if column]


def as_column(rows: Sequence[Row]) -> Column:
    """Rows as one column: the words of each are put together into a line."""
    return Column(tuple(_lines(rows)))


def find_rows(words: Sequence[TypesetLine], tables: Sequence[PrintedTable]) -> list[Row]:
    """Words on one baseline, with the figures raised or lowered beside them; from above."""
    rows: list[Row] = [[table] for table in tables]
    by_place: dict[int, list[Row]] = {}
    for word in sorted(words, key=lambda one: -one.size):
        place = round(word.y / NEAR)
        homes = [row for step in (-1, 0, 1) for row in by_place.get(place + step, ()) if _on_row(word, row)]
        if homes:
            # A raised mark may stand just as high as the line of the other column.
            home = homes[0] if len(homes) == 1 else min(homes, key=lambda row: _distance(word, row))
            home.append(word)
        else:
            row: Row = [word]
            rows.append(row)
            by_place.setdefault(place, []).append(row)
    for row in rows:
        row.sort(key=lambda part: part.x)
    return sorted(rows, key=lambda row: max(part.bottom for part in row))


NEAR = 12.0  # points: rows so far apart share no word


def _on_row(line: TypesetLine, row: Row) -> bool:
    main = row[0]
    if not isinstance(main, TypesetLine):
        return False
    if abs(main.y - line.y) <= SAME_LINE * min(main.size, line.size):
        return True
    if line.size >= SMALLER * main.size or not -ABOVE * main.size <= line.y - main.y <= BELOW * main.size:
        return False
    reach = BESIDE * main.size
    beside = any(-line.size <= line.x - part.end <= reach or 0 <= part.x - line.end <= reach for part in row)
    return beside and may_be_mark(printed(line))


def _distance(line: TypesetLine, row: Row) -> float:
    return min(max(line.x - part.end, part.x - line.end) for part in row)


def _columns(rows: Sequence[Row], depth: int) -> Iterator[list[Row]]:
    """The rows of one column after the other."""
    gutter = _gutter(rows) if depth else None
    if gutter is None:
        yield list(rows)
        return
    whole: list[Row] = []
    for band in _bands(rows, gutter):
        if not _is_double(band, gutter):
            whole += band
            continue
        above = _set_right(band, gutter)
        yield from _columns(whole + band[:above], depth)  # these may have gutters of their own
        whole = []
        band = band[above:]
        sides = _sides(band, gutter)
        lists = all(map(_are_items, sides))  # of which many may stand side by side
        for side in sides:
            yield from _columns(side, depth if lists else depth - 1)
    yield from _columns(whole, depth)


def _lines(rows: Sequence[Row]) -> list[Placed]:
    """Each row as one line; a mark for which a line had no room, alone in the next, is given back to it."""
    lines: list[Placed] = []
    for row in _with_raised(rows):
        words = [part for part in row if isinstance(part, TypesetLine)]
        if len(words) < len(row):
            lines += row
            continue
        line = joined(words)
        above = next((one for one in reversed(lines) if isinstance(one, TypesetLine)), None)
        if above is not None and _is_lone_mark(line, above):
            above.carried.append(printed(line))
        else:
            lines.append(line)
    return lines


def _with_raised(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of one column, marks that stand raised before a row in it: a justified line has wide spaces."""
    left: Row = []
    for row, below in zip(rows, [*rows[1:], []], strict=False):
        if below and _is_raised(row, below):
            left += row
        else:
            yield [*left, *row]
            left = []


def _is_raised(row: Row, below: Row) -> bool:
    """Whether a row is a mark that stands before the row below it, higher by less than a line."""
    mark, word = row[0], below[0]
    if len(row) > 1 or not (isinstance(mark, TypesetLine) and isinstance(word, TypesetLine)):
        return False
    before = mark.end <= word.x and 0 < word.y - mark.y <= ABOVE * word.size
    return before and mark.size < SMALLER * word.size and may_be_mark(printed(mark))


def _is_lone_mark(line: TypesetLine, above: TypesetLine) -> bool:
    small = line.size < SMALLER * above.size and line.y - above.y < 2.5 * above.size
    begins = line.x - above.x < above.size  # where a line does, not in a drawing
    return small and begins and MARKS.fullmatch(printed(line)) is not None and not _counts_lines(line, above)


def _counts_lines(line: TypesetLine, above: TypesetLine) -> bool:
    """Whether a figure is the number of an empty line: the one above, of source code, has the number before it."""
    number, before = printed(line), above.runs[0]
    alike = before.size < SMALLER * above.size and abs(before.x - line.x) < above.size
    return alike and before.text.strip().isdecimal() and number == str(int(before.text) + 1)


def _sides(rows: Sequence[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    """The left and the right parts of rows that do not cross a gutter."""
    left = [[part for part in row if part.end <= gutter] for row in rows]
    right = [[part for part in row if part.x >= gutter] for row in rows]
    return [row for row in left if row], [row for row in right if row]


def _bands(rows: Sequence[Row], gutter: float) -> list[list[Row]]:
    """The rows between two that cross the gutter, and each of those, from above."""
    bands: list[list[Row]] = [[]]
    for row in rows:
        if _crosses(row, gutter):
            bands += [[row], []]
        else:
            bands[-1].append(row)
    return [band for band in bands if band]


def _set_right(band: Sequence[Row], gutter: float) -> int:
    """How many rows at the top of a band stand at the right edge alone: a byline or a date set over both columns."""
    top = min((part.top for row in band for part in row if part.x < gutter), default=0.0)
    above = [row for row in band if max(part.bottom for part in row) < top]
    edge = min((part.x for row in band[len(above) :] for part in row if part.x >= gutter), default=0.0)
    ems = [part.size for row in above for part in row if isinstance(part, TypesetLine)]
    return len(above) if ems and all(row[0].x - edge > SET_OFF * ems[0] for row in above) else 0


def _crosses(row: Row, gutter: float) -> bool:
    """Whether a row goes on over a gutter: ink stands there, or a space between two words."""
    end = max([part.end for part in row if part.x < gutter], default=None)
    begin = min([part.x for part in row if part.end > gutter], default=None)
    if end is None or begin is None or end > gutter:
        return end is not None and begin is not None
    size = max([part.size for part in row if isinstance(part, TypesetLine)], default=0.0)
    return begin - end < WHITE * size


def _is_double(band: Sequence[Row], gutter: float, nested: bool = True) -> bool:
    """Whether a band has a column of text on either side of the gutter, or there, where `nested`, several."""
    sides = _sides(band, gutter)
    if any(map(_are_panels, sides)):
        return max(map(len, sides)) >= LEAST
    if all(map(_are_items, sides)):
        return True
    if min(map(len, sides)) < LEAST and not all(
        any(isinstance(row[0], PrintedTable) for row in side) for side in sides
    ):
        return False
    if not all(sides) or any(map(_are_figures, sides)) or _is_stretched(band, gutter):
        return False
    edges = [(min(row[0].x for row in side), max(row[-1].end for row in side)) for side in sides]
    widths = [end - begin for begin, end in edges]
    if min(widths) < NARROWEST * sum(widths):
        return False
    tops = [min(part.top for row in side for part in row) for side in sides]
    bottoms = [max(part.bottom for row in side for part in row) for side in sides]
    shared = min(bottoms) - max(tops)
    if shared < OVERLAP * min(bottom - top for top, bottom in zip(tops, bottoms, strict=True)):
        return False
    filled = [
        _is_filled(side, width) or (nested and len(side) >= 2 * MANY and _holds_columns(side))
        for side, width in zip(sides, widths, strict=True)
    ]
    if all(filled):
        return _begin_together(sides[1])
    return any(filled) and not _stand_side_by_side(sides[0], sides[1])


def _are_panels(rows: Sequence[Row]) -> bool:
    """Whether all that stands on a side is in boxes of its own."""
    return bool(rows) and all(isinstance(part, PanelRow) for row in rows for part in row)


def _are_items(rows: Sequence[Row]) -> bool:
    """Whether most rows of a side begin with the bullet of a list."""
    texts = [" ".join(printed(part) for part in row if isinstance(part, TypesetLine)) for row in rows]
    items = sum(bullet(text) is not None for text in texts)
    return items >= max(LEAST, MOST_ITEMS * len(rows))


def _is_stretched(band: Sequence[Row], gutter: float) -> bool:
    """Whether the white over a gutter is that of justified lines: as wide as between all words of most that tell."""
    stretched: list[bool] = []
    for row in band:
        gaps = [(b.x - a.end, a.end <= gutter <= b.x) for a, b in pairwise(row)]
        own = [gap for gap, over in gaps if over]
        if own and len(gaps) > 1:
            ems = max(part.size for part in row if isinstance(part, TypesetLine))
            stretched.append(max(gap for gap, _ in gaps) - min(gap for gap, _ in gaps) <= EVENLY * ems)
    return sum(stretched) > len(stretched) / 2


def _holds_columns(rows: Sequence[Row]) -> bool:
    """Whether most rows of a side stand in columns, of which no line shares its baseline with one of the other."""
    bands = ((at, band) for at in _whites(rows) for band in _bands(rows, at) if len(band) >= MOST_LEVEL * len(rows))
    return any(_is_double(band, at, nested=False) for at, band in bands)


def _are_figures(rows: Sequence[Row]) -> bool:
    """Whether most rows hold more figures than letters: the columns of a statistic are read across."""
    texts = ["".join(printed(part) for part in row if isinstance(part, TypesetLine)) for row in rows]
    figures = sum(sum(map(str.isdecimal, text)) > sum(map(str.isalpha, text)) for text in texts)
    return figures > len(rows) / 2


def _stand_side_by_side(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether most lines of the shorter side share a baseline with one of the other: cells of a table, not a picture's
    labels beside text."""
    sides = [
        [(part.y, part.size) for row in side for part in row[:1] if isinstance(part, TypesetLine)]
        for side in (left, right)
    ]
    few, many = sorted(sides, key=len)
    level = sum(any(abs(y - other) <= LEVEL * size for other, _ in many) for y, size in few)
    return level >= MOST_LEVEL * len(few)


def _is_filled(rows: Sequence[Row], width: float) -> bool:
    """Whether the median line goes over most of its column."""
    return width > 0 and median(row[-1].end - row[0].x for row in rows) >= FILLED * width


def _begin_together(rows: Sequence[Row]) -> bool:
    """Whether half of the rows begin at one edge, or most of many at three, as lists in a column do: the white between
    justified words stands nowhere under itself."""
    edges = Counter(round(row[0].x / ALIGNED) for row in rows)
    shared: list[int] = []
    for _ in range(EDGES if len(rows) >= MANY else 1):
        first = max(edges, key=lambda edge: edges[edge] + max(edges[edge - 1], edges[edge + 1]), default=0)
        beside = max(first - 1, first + 1, key=edges.__getitem__)
        shared.append(edges.pop(first, 0) + edges.pop(beside, 0))
    return shared[0] >= len(rows) / 2 or sum(shared) >= MOST_SHARED * len(rows)


def _gutter(rows: Sequence[Row]) -> float | None:
    """The place that parts most rows into two columns, in the middle of its white."""
    best, found = 0, None
    for at in _whites(rows):
        doubled = sum(len(band) for band in _bands(rows, at) if _is_double(band, at))
        if doubled > best:
            best, found = doubled, at
    return found


def _whites(rows: Sequence[Row]) -> list[float]:
    """The middle of each place that fewer rows cross than what is beside it."""
    if not rows:
        return []
    left, right = min(row[0].x for row in rows), max(part.end for row in rows for part in row)
    count = int((right - left) / STEP) + 2
    steps = [0] * (count + 1)
    for row in rows:
        for begin, end in _inked(row):
            steps[int((begin - left) / STEP) + 1] += 1
            steps[int((end - left) / STEP) + 1] -= 1
    crossed = list(accumulate(steps))[:count]
    margin = max(int(EDGE * count), 1)
    found: list[float] = []
    for many, run in groupby(range(margin, count - margin), key=crossed.__getitem__):
        places = list(run)
        beside = min(crossed[places[0] - 1], crossed[places[-1] + 1])
        if many < beside and many <= MOST_CROSSED * len(rows):
            found.append(left + (places[0] + places[-1]) / 2 * STEP)
    return found


def _inked(row: Row) -> Iterator[tuple[float, float]]:
    """Where a row has ink, its spaces filled in: from where to where."""
    begin, end = row[0].x, row[0].end
    size = max((part.size for part in row if isinstance(part, TypesetLine)), default=0.0)
    for part in row[1:]:
        if part.x - end >= WHITE * size:
            yield begin, end
            begin = part.x
        end = max(end, part.end)
    yield begin, end
