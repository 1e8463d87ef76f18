"""Which lines are a table under a line of heads, its labels beside or above their figures? Reads rows of figures.

Such a table says itself where it begins: below its caption or its unit, or with a head that only tables have (구분).
So two rows of two figures are enough, and a label that stands alone above its figures is theirs, not text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.model import BlockKind, Merge, Problem, Row, Table
from indexer.lines import TextLine
from indexer.structure.scattered_tables import TableLines

_FIGURE = re.compile(r"[-–△▲+]?\(?[-–△▲+]?\d+(?:[.,]\d+)*\)?(?:%|％|p|배)?|[-–—]|n/?a|N/?A|\.\.\.?|…")
_STUB = re.compile(r"(?:구\s?분|항\s?목|연\s?도|분\s?류|지\s?역|국\s?가|품\s?목|업\s?종|계\s?정)(?=\s)")
_UNIT = re.compile(r"[(\[<]?\s?(?:단위|Units?)\s?[:：]")
FEWEST_ROWS, FEWEST_FIGURES = 2, 2
LABEL = 20.0  # ems: a label that stands alone above its figures


def figures_at_end(text: str) -> int:
    """How many words at the end of a line are figures."""
    count = 0
    for word in reversed(text.split()):
        if not _FIGURE.fullmatch(word):
            break
        count += 1
    return count


def is_unit(line: TextLine) -> bool:
    """It gives the unit of the table below it: (단위: 톤, %)."""
    return _UNIT.match(line.text) is not None


@dataclass(frozen=True, slots=True)
class _FigureRow:
    """A printed row: its label, the first line of the label or of the row, and its figures."""

    label: str
    first: TextLine
    line: TextLine
    cells: tuple[str, ...]


def headed(lines: Sequence[TextLine], start: int) -> TableLines | None:
    """The table whose line of heads is line `start`."""
    if not _announced(lines, start) or not is_table_head(lines, start):
        return None
    rows, end = _rows(lines, start + 1)
    columns = _columns(lines[start], len(rows[0].cells))
    problems = () if columns else (Problem("table-uneven", (lines[start].number,) * 2, (lines[start].text,)),)
    return _table(lines[start], columns, rows, lines[start:end], problems)


def labelled(lines: Sequence[TextLine], start: int) -> TableLines | None:
    """The table without heads whose first label stands alone on line `start`, its figures under it."""
    if not _may_be_label(lines[start]) or not _bare_figures(lines, start + 1):
        return None
    if figures_at_end(lines[start + 1].text) < FEWEST_FIGURES + 1:
        return None
    rows, end = _rows(lines, start)
    apart = sum(row.first is not row.line for row in rows)
    if apart < FEWEST_ROWS:
        return None
    return _table(None, (), rows, lines[start:end], ())


def is_table_head(lines: Sequence[TextLine], i: int) -> bool:
    """Line i has a word or more for each column of the rows of figures below it."""
    line = lines[i]
    if line.legend or line.bullet or line.ends_sentence or line.width > 60 or figures_at_end(line.text) > 1:
        return False
    rows, _ = _rows(lines, i + 1, FEWEST_ROWS)
    return len(rows) >= FEWEST_ROWS and len(line.text.split()) > len(rows[0].cells)


def _announced(lines: Sequence[TextLine], start: int) -> bool:
    above = lines[start - 1] if start else None
    if above is not None and (above.legend is BlockKind.CAPTION or is_unit(above)):
        return True
    return _STUB.match(lines[start].text) is not None


def _may_be_label(line: TextLine) -> bool:
    plain = line.legend is None and line.bullet is None and line.enumeration is None
    return plain and line.width <= LABEL and not line.ends_sentence and figures_at_end(line.text) == 0


def _rows(lines: Sequence[TextLine], start: int, most: int | None = None) -> tuple[list[_FigureRow], int]:
    """The rows of figures from line `start` on, all of one width, so many at `most`, and where they end."""
    rows: list[_FigureRow] = []
    label: TextLine | None = None
    i = start
    while i < len(lines) and (most is None or len(rows) < most):
        line = lines[i]
        count = figures_at_end(line.text)
        words = line.text.split()
        if count >= FEWEST_FIGURES and line.bullet is None and (not rows or count == len(rows[0].cells)):
            stub = " ".join(words[:-count])
            above = rows[-1].label if rows and not stub and label is None else ""
            rows.append(
                _FigureRow(stub or (label.text if label else above), label or line, line, tuple(words[-count:]))
            )
            label = None
        elif label is None and _may_be_label(line) and _bare_figures(lines, i + 1):
            label = line
        else:
            break
        i += 1
    return rows, i


def _bare_figures(lines: Sequence[TextLine], i: int) -> bool:
    """Line i holds figures and nothing else."""
    return i < len(lines) and FEWEST_FIGURES <= figures_at_end(lines[i].text) == len(lines[i].text.split())


def _columns(head: TextLine, figures: int) -> tuple[str, ...]:
    """The heads, one a column: parted by wide spaces, or as many words a column (2020년 말); else ()."""
    wide = [cell.strip() for cell in re.split(r"\t+|\s{2,}", head.raw.strip())]
    if len(wide) == figures + 1:
        return tuple(wide)
    words = head.text.split()
    for stub in (1, 2):
        each, rest = divmod(len(words) - stub, figures)
        if not rest and each:
            groups = [words[at : at + each] for at in range(stub, len(words), each)]
            if (
                each > 1
                and len({group[-1] for group in groups}) > 1
                and not all(group[0][0].isdigit() for group in groups)
            ):
                continue
            names = map(" ".join, groups)
            return (" ".join(words[:stub]), *names)
    return ()


def _table(
    head: TextLine | None,
    columns: tuple[str, ...],
    rows: Sequence[_FigureRow],
    lines: Sequence[TextLine],
    problems: tuple[Problem, ...],
) -> TableLines:
    found = [Row((row.label, *row.cells), (row.first.number, row.line.number)) for row in rows]
    if head is not None and not columns:
        found.insert(0, Row((head.text,), (head.number, head.number)))
    merges = tuple(_spans(rows, len(found) - len(rows)))
    return TableLines(Table(columns, tuple(found), merges), tuple(lines), problems)


def _spans(rows: Sequence[_FigureRow], before: int) -> list[Merge]:
    """Labels that stand for the rows below them as well."""
    spans: list[Merge] = []
    first = 0
    for i, row in enumerate(rows):
        if i and (row.first is not row.line or row.line.text.split()[: -len(row.cells)]):
            first = i
        elif i > first:
            if spans and spans[-1].row == before + first:
                spans.pop()
            spans.append(Merge(before + first, 0, i - first + 1))
    return spans
