"""Which lines are a table, and what are its cells? Reads tables that text extraction has flattened into lines.

Four shapes are known: a chronology (`chronologies.py`), rows of figures under their heads (`headed_tables.py`) or
without, and cells parted by wide spaces,
tabs or bars. A label that spans rows is repeated in each of them and the span is kept. What has none of these shapes
is not guessed at: it stays text.
"""

import re
from collections.abc import Sequence

from archive.model import Merge, Problem, Row, Table
from archive.text import parse_date
from indexer.lines import LineJoiner, TextLine, em, is_caption_number
from indexer.structure.chronologies import chronology
from indexer.structure.headed_tables import figures_at_end, headed, is_unit, labelled
from indexer.structure.scattered_tables import ScatteredCells, TableLines


def find_tables(lines: Sequence[TextLine], joiner: LineJoiner) -> tuple[TableLines, ...]:
    """All tables among the lines, in order."""
    tables: list[TableLines] = []
    bars, spaced, scattered = _Bars(lines), _SpacedCells(lines), ScatteredCells(lines)
    i = 0
    while i < len(lines):
        if i and is_caption_number(lines[i - 1].text) and not is_unit(lines[i]):  # the words of a caption
            i += 1
            continue
        flat = bars.table_at(i) or chronology(lines, i, joiner) or headed(lines, i) or figures(lines, i)
        if found := flat or spaced.table_at(i) or labelled(lines, i) or scattered.table_at(i):
            tables.append(found)
        i += len(found.lines) if found else 1
    return tuple(tables)


# --- rows of figures ----------------------------------------------------------------------------------------------

MIN_FIGURES = 3  # figures at the end of a row: dates and ranges in running text have fewer in sequence


def figures(lines: Sequence[TextLine], start: int) -> TableLines | None:
    """Rows that end in the same number of figures under a line of heads, with labels that may span rows."""
    width = figures_at_end(lines[start].text)
    if width < MIN_FIGURES:
        return None
    end, last = start + 1, start + 1
    while end < len(lines) and end - last <= 2:
        count = figures_at_end(lines[end].text)
        if count == width:
            last = end + 1
        elif count or lines[end].width > 20 or lines[end].ends_sentence or lines[end].legend is not None:
            break
        end += 1
    body = lines[start:last]
    full = sum(figures_at_end(line.text) == width for line in body)
    return _figure_table(body, width) if full >= 3 else None


def _figure_table(lines: Sequence[TextLine], width: int) -> TableLines:
    split = [(line, *_halves(line.text, width)) for line in lines]
    _, named, values = split[0]
    headed = re.fullmatch(r"[\s\d년월./-]+", " ".join(values)) is not None and _years(values)
    rows = split[1:] if headed else split
    stubs = min(2, max((len(stub) for _, stub, cells in rows if cells), default=1))
    if headed and len(named) > 2:
        stubs = len(named)
    columns = (*[""] * (stubs - len(named)), *named, *values) if headed else ()
    table_rows: list[Row] = []
    merges: list[Merge] = []
    label, label_line, spans = "", 0, 0
    problems: list[Problem] = []
    for line, stub, cells in rows:
        if not cells:
            label, label_line, spans = line.text, line.number, 0
            continue
        if label and len(stub) < stubs:
            spans += 1
            first = label_line if spans == 1 else line.number
            table_rows.append(Row((label, *stub, *[""] * (stubs - 1 - len(stub)), *cells), (first, line.number)))
            if spans > 2:
                merges.pop()
            if spans > 1:
                merges.append(Merge(len(table_rows) - spans, 0, rows=spans))
            continue
        label, spans = "", 0
        if len(stub) > stubs:
            stub = [" ".join(stub[: len(stub) - stubs + 1]), *stub[len(stub) - stubs + 1 :]]
        if len(stub) < stubs:
            problems.append(Problem("table-uneven", (line.number, line.number), (line.text,)))
        table_rows.append(Row((*stub, *[""] * (stubs - len(stub)), *cells), (line.number, line.number)))
    return TableLines(Table(columns, tuple(table_rows), tuple(merges)), tuple(lines), tuple(problems))


def _halves(text: str, width: int) -> tuple[list[str], list[str]]:
    words = text.split()
    if figures_at_end(text) != width:
        return words, []
    return words[:-width], words[-width:]


def _years(cells: Sequence[str]) -> bool:
    return sum(len(parse_date(cell) or "") == len("2024") for cell in cells) >= len(cells) - 1


# --- cells parted by spaces, tabs or bars -------------------------------------------------------------------------

_BAR_RULE = re.compile(r"[|\s:+-]*-[|\s:+-]*")
_GAP = re.compile(r"\t+|\s{3,}")


class _Bars:
    """Lines between bars. How far they go on is found once: a table may begin at any."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._lines = lines
        self._ends = [0] * len(lines) + [len(lines)]  # for each line the end of the lines between bars from it on
        self._worded = [0] * (len(lines) + 1)  # and how many of these hold a letter or a figure
        for i in range(len(lines) - 1, -1, -1):
            text = lines[i].text
            barred = text.startswith("|") and text.endswith("|")
            self._ends[i] = max(self._ends[i + 1], i + 1) if barred else i
            self._worded[i] = self._worded[i + 1] + any(map(str.isalnum, text)) if barred else 0

    def table_at(self, start: int) -> TableLines | None:
        """The table whose first line is line `start`."""
        end = self._ends[start]
        return _barred(self._lines[start:end]) if end - start > 1 and self._worded[start] else None


def _barred(lines: Sequence[TextLine]) -> TableLines:
    rows = [(line, [cell.strip() for cell in line.text.strip("|").split("|")]) for line in lines]
    ruled = len(rows) > 1 and _BAR_RULE.fullmatch(rows[1][0].text) is not None
    body = [row for row in rows if not _BAR_RULE.fullmatch(row[0].text)]
    return _grid(body, lines, head=ruled)


class _SpacedCells:
    """Three or more lines with the same number of cells, parted by tabs or three spaces and more."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._lines = lines
        self._cells = [_cells(line) for line in lines]
        self._ends = list(range(1, len(lines) + 1))  # for each line the end of the lines of as many cells from it on
        self._tabbed = ["\t" in line.raw for line in lines]  # these all have a tab
        for i in range(len(lines) - 2, -1, -1):
            if self._cells[i] and len(self._cells[i]) == len(self._cells[i + 1]):
                self._ends[i] = self._ends[i + 1]
                self._tabbed[i] &= self._tabbed[i + 1]

    def table_at(self, start: int) -> TableLines | None:
        """The table whose first line is line `start`."""
        first, end = self._cells[start], self._ends[start]
        if not first or end - start < 3:
            return None
        if len(first) == 2 and (self._lines[start].bullet is not None or not self._tabbed[start]):
            return None  # justified lines have wide spaces too
        lines = self._lines[start:end]
        return _grid(list(zip(lines, self._cells[start:end], strict=True)), lines, head=True)


def _cells(line: TextLine) -> list[str]:
    """What stands between the wide spaces of a line; nothing where it has none, or a part too wide for a cell."""
    cells = [cell.strip() for cell in _GAP.split(line.raw.strip())]
    return [] if len(cells) < 2 or any(em(cell) > 40 for cell in cells) else cells


def _grid(rows: Sequence[tuple[TextLine, list[str]]], lines: Sequence[TextLine], head: bool) -> TableLines:
    columns = tuple(rows[0][1]) if head else ()
    body = rows[1:] if head else rows
    width = max(len(cells) for _, cells in rows)
    problems = tuple(
        Problem("table-uneven", (line.number, line.number), (line.text,)) for line, cells in body if len(cells) != width
    )
    table = Table(columns, tuple(Row(tuple(cells), (line.number, line.number)) for line, cells in body))
    return TableLines(table, tuple(lines), problems)
