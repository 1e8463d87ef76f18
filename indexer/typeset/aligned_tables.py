"""Which tables have no rules at all? Several lines in a row whose words stand in the same columns.

Under a caption, or on stripes of colour, they may say anything short; else most of them must be figures, with labels
before them. Two columns of text, lists of contents, formulas and lists are none: their phrases are long, or lead to
page numbers, or have no figures in several columns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.model import BlockKind
from indexer.lines import ends_sentence, is_figure_caption, legend
from indexer.typeset.cell_values import has_words, is_value, is_year, lead_to_pages
from indexer.typeset.coloured_boxes import Band, around
from indexer.typeset.columns import Column, Placed
from indexer.typeset.lines import TypesetLine, find_words
from indexer.typeset.page import Box
from indexer.typeset.paragraphs import leads_to_page
from indexer.typeset.phrase_rows import phrase_cells
from indexer.typeset.table_columns import APART, TableLine, column_edges, find_columns, phrases, share_columns
from indexer.typeset.tables import Cell, PrintedTable

LEAST_ROWS = 3
LEAST_COLUMNS = 3  # without a caption
REACH = 3  # lines above a table among which its caption is: a unit may stand between
NEAR = 6.0  # points by which a box may be narrower than its table
GAP = 3.2  # ems between the baselines of two rows
LONGEST = 18.0  # ems of a cell
FIGURES = 0.75  # of the cells behind the labels are figures
SHORT, FULL = 8.0, 0.85  # ems of labels, and how far lines of a text fill their column
FILLED = 0.6  # of the places of a table say something


@dataclass(frozen=True, slots=True)
class _Rows:
    """Lines that may be a table: from which of the parts of a column on, their words, the coloured boxes behind them,
    and whether these or a caption say that they are one."""

    start: int
    lines: list[TypesetLine]
    rows: list[TableLine]
    shades: list[Box]
    announced: bool

    @property
    def end(self) -> int:
        return self.start + len(self.lines)


def with_aligned_tables(column: Column, coloured: Sequence[Band] = ()) -> Column:
    """The column, with tables in place of the lines that are some. `coloured` are the coloured boxes of its page."""
    parts: list[Placed] = []
    done = 0
    for found in _candidates(column.parts, [around(band) for band in coloured]):
        table = _table(found)
        if table is not None:
            parts += [*column.parts[done : found.start], table]
            done = found.end
    return replace(column, parts=(*parts, *column.parts[done:])) if done else column


def _candidates(parts: Sequence[Placed], coloured: Sequence[Box]) -> Iterator[_Rows]:
    """Lines in a row that have several phrases each, or stand between such."""
    at = 0
    while at < len(parts):
        lines: list[TypesetLine] = []
        while at + len(lines) < len(parts):
            part = parts[at + len(lines)]
            if not isinstance(part, TypesetLine) or not _may_follow(lines, part):
                break
            lines.append(part)
        rows = [_words(line) for line in lines]
        while rows and len(phrases(rows[-1])) < 2:
            rows.pop()
        if len(rows) >= LEAST_ROWS and len(phrases(rows[0])) > 1:
            lines = lines[: len(rows)]
            shades = _shades(lines, coloured)
            yield _Rows(at, lines, rows, shades, bool(shades) or _captioned(parts, at, at + len(rows)))
        at += max(len(rows), 1)


def _may_follow(lines: Sequence[TypesetLine], line: TypesetLine) -> bool:
    """Whether a line may be a row below others: near, of several phrases, or a short one among such."""
    if lines and not 0 < line.y - lines[-1].y < GAP * line.size:
        return False
    among = bool(lines) and line.end - line.x <= LONGEST * line.size and _has_white(lines[-1])
    if not among and not _has_white(line):
        return False
    return legend(line.text) is None and not leads_to_page(line)


def _has_white(line: TypesetLine) -> bool:
    """Whether wide white stands in a line: found without its words, for most lines have none."""
    end = line.x
    for run in line.runs:
        for glyph in run.glyphs:
            if not glyph.text.isspace():
                if glyph.x - end >= APART * glyph.size:
                    return True
                end = max(end, glyph.end)
    return False


def _words(line: TypesetLine) -> TableLine:
    return sorted(find_words(line.runs, line.page, line.spacing), key=lambda word: word.x)


def _captioned(parts: Sequence[Placed], start: int, end: int) -> bool:
    """Whether the caption of a table stands right above, or right below."""
    for part in reversed(parts[max(start - REACH, 0) : start]):
        if not isinstance(part, TypesetLine):
            return False
        if _is_caption(part):
            return True
        if ends_sentence(part.text):
            break
    below = parts[end] if end < len(parts) else None
    return isinstance(below, TypesetLine) and _is_caption(below)


def _shades(lines: Sequence[TypesetLine], coloured: Sequence[Box]) -> list[Box]:
    """The coloured boxes behind rows, where there are several or one is behind the heads; none where they are not as
    wide as the table."""
    left, right = min(line.x for line in lines), max(line.end for line in lines)
    wide = [box for box in coloured if box.x <= left + NEAR and box.end_x >= right - NEAR]
    behind = [box for box in wide if any(box.y < line.y <= box.end_y for line in lines)]
    holding = [[line for line in lines if box.y < line.y <= box.end_y] for box in behind]
    if any(len(held) > 1 and held[0] is not lines[0] for held in holding):
        return []  # a picture of boxes with texts in them
    heads = len(behind) == 1 and holding[0][0] is lines[0] and len(holding[0]) < len(lines)
    return behind if heads or len(behind) > 1 else []


def _is_caption(line: TypesetLine) -> bool:
    return legend(line.text) is BlockKind.CAPTION and not is_figure_caption(line.text)


def _table(found: _Rows) -> PrintedTable | None:
    first = _first_figures(found.rows)
    heads = found.rows[first][0].y - 1 if first else 0.0
    columns = find_columns(found.rows[first:])
    if len(columns) < (2 if found.announced else LEAST_COLUMNS) or share_columns(found.rows, columns):
        return None
    edges = sorted({edge for box in found.shades for edge in (box.y, box.end_y)})
    cells, many = phrase_cells(found.rows, columns, heads, edges)
    table = PrintedTable(_box(found.lines), found.lines[0].page, cells, column_edges(columns, 0, 0), many)
    return table if _is_table(table, found.announced) else None


def _box(lines: Sequence[TypesetLine]) -> Box:
    return Box(
        min(line.x for line in lines), lines[0].top, max(line.end for line in lines), max(line.bottom for line in lines)
    )


def _first_figures(rows: Sequence[TableLine]) -> int:
    """The first row that has figures behind its label; the second of a table that has none."""
    for n, row in enumerate(rows):
        said = phrases(row)[1:]
        figures = sum(map(_is_figure, said))
        if said and figures >= len(said) / 2 and not all(is_year(_text(phrase)) for phrase in said):
            return n + (n > 0 and _heads_columns(row, rows[n + 1 :]))
    return 1


def _is_figure(phrase: TableLine) -> bool:
    worded = any(has_words(run.text) for word in phrase for run in word.runs)  # most are: their text is not needed
    return not worded and is_value(_text(phrase))


def _text(phrase: TableLine) -> str:
    return "".join(word.text for word in phrase)


def _heads_columns(row: TableLine, below: Sequence[TableLine]) -> bool:
    """Whether figures are heads of their columns: the labels of the rows below begin before them."""
    return bool(below) and row[0].x > below[0][0].end and all(is_value(word.text) for word in row)


def _is_table(table: PrintedTable, announced: bool) -> bool:
    """Whether the cells are those of a table: short, hardly one empty, and without a caption figures under heads."""
    body = [cell for cell in table.cells if cell.row >= (table.heads or 0)]
    rows = len({cell.row for cell in body})
    said = [cell for cell in body if cell.lines]
    if rows + (table.heads or 0) < LEAST_ROWS or len(said) < FILLED * len(body):
        return False
    if any(line.end - line.x > LONGEST * line.size for cell in said for line in cell.lines):
        return False
    if max(cell.column for cell in body) == 1 and lead_to_pages([cell.text for cell in body if cell.column]):
        return False
    return announced or _are_labelled_figures(body)


def _is_text(labels: Sequence[Cell]) -> bool:
    """Whether the labels are lines of a text beside figures: most are as long as the longest."""
    widths = [line.end - line.x for cell in labels for line in cell.lines]
    long = max(widths, default=0.0)
    size = max((line.size for cell in labels for line in cell.lines), default=0.0)
    return long > SHORT * size and sum(width > FULL * long for width in widths) > len(widths) / 2


def _are_labelled_figures(cells: Sequence[Cell]) -> bool:
    labels = [cell.text.strip() for cell in cells if cell.column == 0 and cell.lines]
    others = [cell.text for cell in cells if cell.column > 0 and cell.lines]
    named = sum(not is_value(label) or is_year(label) for label in labels)
    rows = sum(cell.rows for cell in cells if cell.column == 0 and cell.lines)
    known = rows >= FILLED * len({cell.row for cell in cells}) and named >= FIGURES * len(labels)
    if _is_text([cell for cell in cells if cell.column == 0 and cell.lines]):
        return False
    return known and len(labels) >= LEAST_ROWS - 1 and sum(map(is_value, others)) >= FIGURES * len(others)
