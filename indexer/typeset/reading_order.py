"""Which columns has a page, in the order of reading? Those of its white, and those of the boxes side by side on it.

Tables without rules are taken out first where they go over the whole page, for their own columns look like those of a
page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.typeset.aligned_tables import with_aligned_tables
from indexer.typeset.coloured_boxes import Band
from indexer.typeset.columns import Column, PanelRow, Placed, Row, as_column, column_order, find_rows
from indexer.typeset.gutters import Gutter
from indexer.typeset.lines import TypesetLine
from indexer.typeset.page import Box
from indexer.typeset.panels import torn_panels
from indexer.typeset.tables import PrintedTable

PITCH = 2.0  # ems between the tops of two lines of one text


def in_order(
    words: Sequence[TypesetLine],
    tables: Sequence[PrintedTable],
    coloured: Sequence[Band] = (),
    gutter: Gutter | None = None,
    panels: Sequence[Box] = (),
) -> list[Column]:
    """The columns of a page; `gutter` is that of the page before, `panels` the boxes on this one."""
    rows = find_rows(words, tables)
    columns = _columns(rows, words, tables, coloured, gutter)
    torn = torn_panels(columns, rows, panels) if panels and rows else []
    whole_page = len(words) + len(tables)
    if not torn or any(len(panel) == whole_page for row in torn for panel in row.panels):  # a frame around all of it
        return columns
    held = {id(part) for row in torn for panel in row.panels for part in panel}
    words = [word for word in words if id(word) not in held]
    whole: list[PrintedTable] = [table for table in tables if id(table) not in held]
    parted = _columns(find_rows(words, [*whole, *torn]), words, [*whole, *torn], coloured, gutter)
    return [one for column in parted for one in _opened(_clear(column.parts), coloured, panels)]


def _clear(parts: Sequence[Placed]) -> list[Placed]:
    """What stands in a column, panels moved before the text at their right and behind the text at their left."""
    left = list(parts)
    for panel in (part for part in parts if isinstance(part, PanelRow)):
        left.remove(panel)
        beside = [at for at, part in enumerate(left) if panel.top < (part.top + part.bottom) / 2 < panel.bottom]
        rights = {left[at].x >= panel.end for at in beside if _is_apart(left[at], panel)}
        if len(rights) != 1 or not all(_is_apart(left[at], panel) for at in beside):
            left.insert(sum(part.bottom <= panel.bottom for part in left) if not beside else beside[-1] + 1, panel)
            continue
        first, last = beside[0], beside[-1]
        while first and _goes_on(left[first - 1], left[first], panel):
            first -= 1
        while last + 1 < len(left) and _goes_on(left[last], left[last + 1], panel):
            last += 1
        left.insert(first if True in rights else last + 1, panel)
    return left


def _is_apart(part: Placed, panel: PanelRow) -> bool:
    return part.x >= panel.end or part.end <= panel.x


def _goes_on(above: Placed, below: Placed, panel: PanelRow) -> bool:
    """Whether two lines of text beside, above or below a panel follow each other and keep clear of it."""
    if not (isinstance(above, TypesetLine) and isinstance(below, TypesetLine)):
        return False
    return _is_apart(above, panel) and _is_apart(below, panel) and 0 < below.top - above.top < PITCH * above.size


def _columns(
    rows: Sequence[Row],
    words: Sequence[TypesetLine],
    tables: Sequence[PrintedTable],
    coloured: Sequence[Band],
    gutter: Gutter | None,
) -> list[Column]:
    if gutter and (parted := gutter.parted(rows)) and len(column_order(rows)) == 1:
        return [as_column(part) for part in parted]
    whole = with_aligned_tables(as_column(rows), coloured)
    found = [part for part in whole.parts if isinstance(part, PrintedTable)]
    known = {id(table) for table in tables}  # what is in their cells is no word of the page any more
    aligned = [table for table in found if id(table) not in known]
    left = [word for word in words if not any(table.box.holds(word.x, word.y) for table in aligned)]
    same = len(left) == len(words) and len(found) == len(tables)
    columns = column_order(rows if same else find_rows(left, found))
    if same and len(columns) == 1:
        return [whole]
    return [with_aligned_tables(as_column(column), coloured) for column in columns]


def _opened(parts: Sequence[Placed], coloured: Sequence[Band], panels: Sequence[Box]) -> Iterator[Column]:
    """A column, what stands in its panels in columns of their own."""
    run: list[Placed] = []
    for part in parts:
        if not isinstance(part, PanelRow):
            run.append(part)
            continue
        yield from [Column(tuple(run))] if run else []
        run = []
        for panel in part.panels:
            words = [one for one in panel if isinstance(one, TypesetLine)]
            tables = [one for one in panel if isinstance(one, PrintedTable)]
            yield from (replace(one, framed=True) for one in in_order(words, tables, coloured, None, panels))
    yield from [Column(tuple(run))] if run else []
