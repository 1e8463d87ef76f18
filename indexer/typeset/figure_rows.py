"""Does one ruled box hold several cells? Figures that stand on one baseline are a row, though no rule lies under it;
those that stand in several columns of the grid are cells of these, though there no rule parts them.

Rules often part only groups of rows, or the head from the rest. Where figures stand in two columns or more on the
same baselines, each of them is a row with the label beside it. A figure in brackets below another is no row of its own
where there are but two: it says more of the one above (182.6 above (△3.5)).
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from indexer.typeset.cell_values import is_value
from indexer.typeset.lines import TypesetLine, find_words
from indexer.typeset.paragraphs import first_word
from indexer.typeset.tables import Cell

BRACKETS = re.compile(r"[(\[].*[)\]]")
CUT = re.compile(r".*\d,\d{0,2}|\d[\d,.]*\.")  # no whole figure
SAME_LINE = 0.3  # ems
LEAST = 2  # columns of figures, and rows
ROOM = 0.4  # ems that a full line may leave


def part_columns(cells: Sequence[Cell], edges: Sequence[float]) -> list[Cell]:
    """The cells, with those parted that span columns and hold a figure in each. `edges` are those of the columns."""
    return [part for cell in cells for part in (_in_columns(cell, edges) if cell.columns > 1 else [cell])]


def _in_columns(cell: Cell, edges: Sequence[float]) -> list[Cell]:
    columns = range(cell.column, cell.column + cell.columns)
    cells = [Cell(cell.row, column, cell.rows, 1) for column in columns]
    for line in cell.lines:
        words = find_words(line.runs, line.page, line.spacing)
        places = [bisect_right(edges, (word.x + word.end) / 2) - 1 for word in words]
        if places != list(columns) or not all(is_value(word.text) for word in words):
            return [cell]
        for one, word in zip(cells, words, strict=True):
            one.lines.append(word)
    return cells if cell.lines else [cell]


def part_rows(cells: Sequence[Cell]) -> list[Cell]:
    """The cells, with the rows of figures that stand in one box each in its own row."""
    parted: list[Cell] = []
    below = 0  # rows that were added above
    for row in range(max((cell.row + cell.rows for cell in cells), default=0)):
        own = [cell for cell in cells if cell.row == row]
        crossed = any(cell.row < row < cell.row + cell.rows for cell in cells)
        baselines = [] if crossed or any(cell.rows > 1 for cell in own) else _baselines(own)
        for cell in own:
            cell.row += below
            parted += _in_rows(cell, baselines) if baselines else [cell]
        below += max(len(baselines) - 1, 0)
    return parted


def _baselines(cells: Sequence[Cell]) -> list[float]:
    """The baselines of the rows in these cells; none where they are one row."""
    figures = [cell for cell in cells if cell.lines and all(is_value(line.text) for line in cell.lines)]
    labels = [cell for cell in cells if cell.lines and cell not in figures]
    lines = [line for cell in figures for line in cell.lines]
    found: list[float] = []
    for line in sorted(lines, key=lambda one: one.y):
        if not found or line.y - found[-1] > SAME_LINE * line.size:
            found.append(line.y)
    shared = Counter(_nearest(found, line) for line in lines)
    if len(found) < LEAST or min(shared.values()) < LEAST or _explains(lines, found) or _are_cut(figures):
        return []
    if labels and {_nearest(found, line) for line in labels[0].lines} != set(range(len(found))):
        return []
    alone = [line for cell in labels[1:] for line in cell.lines if not _is_on(found, line)]
    lone_labels = [line.y for cell in labels[:1] for line in _lone(cell, found)]
    return [] if alone else sorted([*found, *lone_labels])


def _lone(cell: Cell, baselines: Sequence[float]) -> list[TypesetLine]:
    """Labels beside which no figures stand: heads of the rows below. The rest of a label that was too long is none."""
    right = max(line.end for line in cell.lines)
    after = [None, *cell.lines]
    return [
        line
        for above, line in zip(after, cell.lines, strict=False)
        if not _is_on(baselines, line) and (above is None or right - above.end > first_word(line) + ROOM * line.size)
    ]


def _is_on(baselines: Sequence[float], line: TypesetLine) -> bool:
    return abs(baselines[_nearest(baselines, line)] - line.y) <= SAME_LINE * line.size


def _explains(lines: Sequence[TypesetLine], baselines: Sequence[float]) -> bool:
    """Whether of two lines the lower says more of the figures above it, in brackets."""
    lower = [line.text.strip() for line in lines if _nearest(baselines, line) == 1]
    return len(baselines) == LEAST and all(BRACKETS.fullmatch(text) for text in lower)


def _are_cut(cells: Sequence[Cell]) -> bool:
    """Whether figures go on in the next line of their cells, which were too narrow for them: 36,70 above 4.2."""
    several = [cell for cell in cells if len(cell.lines) > 1]
    return all(CUT.fullmatch(cell.lines[0].text.strip()) for cell in several)


def _nearest(baselines: Sequence[float], line: TypesetLine) -> int:
    return min(range(len(baselines)), key=lambda n: abs(baselines[n] - line.y))


def _in_rows(cell: Cell, baselines: Sequence[float]) -> list[Cell]:
    rows = [Cell(cell.row + n, cell.column, 1, cell.columns) for n in range(len(baselines))]
    for line in cell.lines:
        above = [n for n, y in enumerate(baselines) if y <= line.y + SAME_LINE * line.size]
        rows[above[-1] if above else 0].lines.append(line)
    return rows
