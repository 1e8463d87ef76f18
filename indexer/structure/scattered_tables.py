"""Which lines are cells of a table that an extractor printed one by one? Finds them, so that they are no paragraphs.

Extractors that follow reading order print a table cell by cell, by columns or by rows, with blank lines between. Where
the blank lines part it into columns (or rows) of one length, the table is put together again; elsewhere its cells
stand one a row, as printed, and a `Problem` says so. Words alone are no cells: half of the lines must be figures.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from archive.model import Problem, Row, Table
from indexer.lines import TextLine

CELL = 14.0  # ems: a cell of a table of figures is narrower, its heads too
FEWEST = 6  # lines: two columns of three cells
FIGURE = re.compile(r"[-–△▲+]?\(?\d+(?:[.,]\d+)*\)?(?:\s?(?:%|％|p|배|년))?|[-–—]")


@dataclass(frozen=True, slots=True)
class TableLines:
    """A table and the printed lines it was read from."""

    table: Table
    lines: tuple[TextLine, ...]
    problems: tuple[Problem, ...] = ()


class ScatteredCells:
    """The lines of a text that may be cells, and how far they go on: found once, for a table may begin at any."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._lines = lines
        self._figures = [0, *accumulate(map(_is_figure, lines))]  # above each line
        self._ends = [0] * len(lines) + [len(lines)]  # for each line the end of the cells that begin with it
        for i in range(len(lines) - 1, -1, -1):
            goes_on = i + 1 < len(lines) and self._ends[i + 1] > i + 1 and not lines[i + 1].starts_page
            self._ends[i] = i if not _may_be_cell(lines[i]) else self._ends[i + 1] if goes_on else i + 1

    def table_at(self, start: int) -> TableLines | None:
        """The table whose cells begin at line `start`."""
        end = self._ends[start]
        figures = self._figures[end] - self._figures[start]
        if end - start < FEWEST or 2 * figures < end - start or not _is_figure(self._lines[end - 1]):
            return None
        return _table(tuple(self._lines[start:end]))


def _table(cells: tuple[TextLine, ...]) -> TableLines:
    groups = _groups(cells)
    rows = _by_columns(groups) or _by_rows(groups)
    if rows is None:
        place = (cells[0].number, cells[-1].number)
        single = tuple(Row((line.text,), (line.number, line.number)) for line in cells)
        return TableLines(Table((), single), cells, (Problem("table-uneven", place, (cells[0].text,)),))
    heads, *lined = [tuple(cell.text if cell else "" for cell in row) for row in rows]
    table = Table(heads, tuple(Row(row, _place(printed)) for row, printed in zip(lined, rows[1:], strict=True)))
    return TableLines(table, cells)


def _may_be_cell(line: TextLine) -> bool:
    if _is_figure(line):
        return True
    return (
        line.width <= CELL
        and not line.ends_sentence
        and line.legend is None
        and line.bullet is None
        and line.enumeration is None
    )


def _is_figure(line: TextLine) -> bool:
    return FIGURE.fullmatch(line.text) is not None


def _groups(cells: Sequence[TextLine]) -> list[list[TextLine]]:
    groups: list[list[TextLine]] = []
    for i, cell in enumerate(cells):
        if i == 0 or cell.gap > 0:
            groups.append([])
        groups[-1].append(cell)
    return groups


Cells = Sequence[TextLine | None]  # a row or column; None where nothing was printed


def _by_columns(groups: Sequence[Sequence[TextLine]]) -> list[Cells] | None:
    """Columns of one length; the first may lack its head."""
    height = len(groups[-1])
    first = groups[0]
    if len(groups) < 2 or height < 3 or any(len(group) != height for group in groups[1:]):
        return None
    if len(first) not in (height, height - 1) or any(map(_is_figure, first[1:])):  # years there are the heads of rows
        return None
    columns: list[Cells] = [[*[None] * (height - len(first)), *first], *groups[1:]]
    return [[column[i] for column in columns] for i in range(height)]


def _by_rows(groups: Sequence[Sequence[TextLine]]) -> list[Cells] | None:
    """Rows of one length, the heads first; their corner may be empty."""
    width = len(groups[-1])
    if len(groups) < 3 or width < 3 or any(len(group) != width for group in groups[1:]):
        return None
    if len(groups[0]) not in (width, width - 1):
        return None
    return [[*[None] * (width - len(groups[0])), *groups[0]], *groups[1:]]


def _place(row: Cells) -> tuple[int, int]:
    numbers = [cell.number for cell in row if cell]
    return min(numbers), max(numbers)
