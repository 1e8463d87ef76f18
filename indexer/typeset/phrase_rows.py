"""Which phrases make one row of a table without rules, and which cells span rows?

Lines that are nearer than an em are no lines of one column: what stands between two baselines is a label in the middle
of the rows that it spans, or figures in the middle of a label of two lines. A line without a label goes on with the row
above, unless it has figures of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.typeset.cell_values import is_value
from indexer.typeset.table_columns import TableColumn, TableLine, TablePhrase, over_columns, place
from indexer.typeset.tables import Cell

CLOSE = 0.95  # ems between baselines: nearer than two lines of one column
NEAR = 3.0  # ems between two rows with a label in the middle
CENTRED = 0.3  # ems by which a label may miss the middle of its rows


@dataclass(slots=True)
class PhraseRow:
    """A row: its cells by their first columns, where it stands, and between which rules."""

    y: float
    size: float
    band: int
    head: bool
    cells: dict[int, Cell]

    @property
    def covered(self) -> set[int]:
        """The columns in which it says something."""
        return {n for cell in self.cells.values() for n in range(cell.column, cell.column + cell.columns)}


def phrase_cells(
    rows: Sequence[TableLine], columns: Sequence[TableColumn], heads: float, rules: Sequence[float] = ()
) -> tuple[list[Cell], int]:
    """The cells of a table, and how many of its rows are heads: those above `heads`. Rules part rows, where there are
    any."""
    placed = [place(row, columns) for row in rows]
    made = [_row(row, phrases, heads, rules) for row, phrases in zip(rows, placed, strict=True)]
    head = _heads(rows, placed, made)
    body = [row for row in made if not row.head]
    body = _by_bands(body, len(rules)) or _centred(_going_on(_between(body)))
    return _numbered([*head, *body], len(columns)), len(head)


def _heads(
    rows: Sequence[TableLine], placed: Sequence[Sequence[TablePhrase]], made: Sequence[PhraseRow]
) -> list[PhraseRow]:
    """The rows of heads; one over heads of its own spans their columns."""
    heads = [row for row in made if row.head]
    many = len(heads)
    for n in range(many - 1):
        lower = next((placed[m] for m in range(n + 1, many) if len(placed[m]) > 1), None)
        if lower is not None:
            heads[n].cells = {phrase.first: _cell(phrase) for phrase in over_columns(placed[n], lower)}
    return _going_on(_between(heads))


def _row(row: TableLine, phrases: Sequence[TablePhrase], heads: float, rules: Sequence[float]) -> PhraseRow:
    cells = {phrase.first: _cell(phrase) for phrase in phrases}
    return PhraseRow(row[0].y, row[0].size, sum(rule < row[0].y for rule in rules), row[0].y < heads, cells)


def _cell(phrase: TablePhrase) -> Cell:
    return Cell(0, phrase.first, 1, len(phrase.columns), [phrase.line])


def _add(row: PhraseRow, other: PhraseRow) -> None:
    for column, cell in other.cells.items():
        if column in row.cells:
            row.cells[column].lines += cell.lines
        else:
            row.cells[column] = cell


def _by_bands(rows: Sequence[PhraseRow], rules: int) -> list[PhraseRow]:
    """One row between two rules, where no column has two figures there; none where the rules part no rows."""
    bands: dict[int, list[PhraseRow]] = {}
    for row in rows:
        bands.setdefault(row.band, []).append(row)
    if len(bands) < max(2, rules - 2):
        return []
    made: list[PhraseRow] = []
    for band in bands.values():
        figures = [n for row in band for n, cell in row.cells.items() if is_value(cell.text)]
        if len(figures) > len(set(figures)) or any(cell.columns > 1 for row in band for cell in row.cells.values()):
            return []
        for other in band[1:]:
            _add(band[0], other)
        made.append(band[0])
    return made


def _between(rows: Sequence[PhraseRow]) -> list[PhraseRow]:
    """Rows, with what stands between the baselines of another one put where it belongs."""
    found: list[PhraseRow] = []
    at = 0
    while at < len(rows):
        row = rows[at]
        near = [one for one in rows[at + 1 : at + 3] if one.band == row.band]
        if len(near) == 2 and _is_between(row, *near):
            found += _around(row, *near)
            at += 3
        elif near and _close(row, near[0]):
            _add(row, near[0])
            found.append(row)
            at += 2
        else:
            found.append(row)
            at += 1
    return found


def _is_between(above: PhraseRow, middle: PhraseRow, below: PhraseRow) -> bool:
    """Whether a row stands in the middle of two others that share columns, and in none of those."""
    shared, own = above.covered & below.covered, middle.covered & (above.covered | below.covered)
    centred = abs((above.y + below.y) / 2 - middle.y) <= CENTRED * middle.size
    return bool(shared) and not own and centred and below.y - above.y < NEAR * middle.size


def _close(above: PhraseRow, row: PhraseRow) -> bool:
    return row.y - above.y < CLOSE * min(above.size, row.size) and not above.covered & row.covered


def _around(above: PhraseRow, middle: PhraseRow, below: PhraseRow) -> list[PhraseRow]:
    """Two rows with a label between them that spans both; or one row, between two lines of its label."""
    if len(middle.cells) >= len(above.cells):
        _add(above, middle)
        _add(above, below)
        return [above]
    for column, cell in middle.cells.items():
        cell.rows = 2
        above.cells[column] = cell
    return [above, below]


def _going_on(rows: Sequence[PhraseRow]) -> list[PhraseRow]:
    found: list[PhraseRow] = []
    for row in rows:
        if found and _goes_on(found[-1], row):
            _add(found[-1], row)
        else:
            found.append(row)
    return found


def _goes_on(above: PhraseRow, row: PhraseRow) -> bool:
    """Whether a row is the rest of the one above: nothing stands in its first column, and no figure of its own."""
    if 0 in row.cells or above.band != row.band or above.head != row.head:
        return False
    if any(cell.columns > 1 or cell.rows > 1 for cell in above.cells.values()):
        return False
    return not any(is_value(cell.text) and column in above.cells for column, cell in row.cells.items())


def _centred(body: list[PhraseRow]) -> list[PhraseRow]:
    """Rows whose labels stand in the middle of the rows that they span; as they are where that is not sure."""
    labels = [(n, row.cells[0]) for n, row in enumerate(body) if 0 in row.cells]
    if len(labels) == len(body) or not labels or (labels[0][0] == 0 and all(cell.rows == 1 for _, cell in labels)):
        return body
    spans: list[tuple[int, int]] = []
    start = 0
    for n, cell in labels:
        end = _end(body, start, n, sum(line.y for line in cell.lines) / len(cell.lines))
        if end is None:
            return body
        spans.append((start, end))
        start = end + 1
    if start != len(body):
        return body
    for (n, cell), (first, last) in zip(labels, spans, strict=True):
        del body[n].cells[0]
        body[first].cells[0] = cell
        cell.rows = last - first + 1
    return body


def _end(body: Sequence[PhraseRow], start: int, label: int, y: float) -> int | None:
    """The last of the rows from `start` on in whose middle a label stands."""
    for end in range(max(start, label), len(body)):
        if end > label and 0 in body[end].cells:
            return None
        if abs((body[start].y + body[end].y) / 2 - y) <= CENTRED * body[end].size:
            return end
    return None


def _numbered(rows: Sequence[PhraseRow], columns: int) -> list[Cell]:
    """The cells with their rows, and empty ones where nothing stands."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for at, row in enumerate(rows):
        for column in range(columns):
            if (at, column) in taken:
                continue
            cell = row.cells.get(column) or Cell(at, column, 1, 1)
            cell.row = at
            cells.append(cell)
            taken |= {(at + i, column + k) for i in range(cell.rows) for k in range(cell.columns)}
    return cells
