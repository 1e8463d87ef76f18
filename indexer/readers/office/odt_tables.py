"""Which cells does a table of an OpenDocument text have? Rows of cells that span others, and may stand for many.

A cell that was split holds a table of its own, as OpenOffice wrote it: its cells stand in the columns that it spans.
A cell or a row says how often it is repeated: a spreadsheet ends with some 16,000 empty columns in one cell. What is
empty is counted on; what says something is repeated as often as a page could show.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from indexer.readers.office.flow import FlowCell, FlowTable, Paragraph, TextBox
from indexer.readers.office.tables import plain
from indexer.readers.office.xml import Node, attribute, number, tag

MAX_SPAN = 1_000  # rows or columns of one cell; Writer has no tables with more columns
MAX_REPEATED = 60  # times that a cell or a row which says something is shown
MAX_CELLS = 20_000  # of one table, those that are repeated among them
HEADS = "table-header-rows"
ROWS = frozenset(("table-rows", "table-row-group", HEADS))
HIDDEN = ("collapse", "filter")


def read_table(node: Node, read: Callable[[Node], tuple[Paragraph, ...]]) -> FlowTable:
    """The cells of a table in their places; rows that are not shown are left out, and empty columns at the end.

    LibreOffice fills rows that are shorter than others up with empty cells.
    """
    cells: list[FlowCell] = []
    at = 0
    for line, head in _rows(node):
        row = list(_cells(line, at, head, read))
        height = max((cell.row for cell in row), default=at) - at + 1
        times, shown = _repeats(line, "rows", row) if height == 1 else (height, 1)
        for again in range(shown if len(cells) < MAX_CELLS else min(shown, 1)):
            cells.extend(replace(cell, row=cell.row + again) for cell in row)
        at += times
    last = max((cell.column for cell in cells if plain(cell.paragraphs).strip()), default=0)
    return FlowTable(tuple(cell for cell in cells if cell.column <= last))


def _rows(node: Node, head: bool = False) -> Iterator[tuple[Node, bool]]:
    """The rows of a table, and whether each is one of heads."""
    for one in node:
        if tag(one) in ROWS:
            yield from _rows(one, head or tag(one) == HEADS)
        elif tag(one) == "table-row" and attribute(one, "visibility") not in HIDDEN:
            yield one, head


def _cells(line: Node, row: int, head: bool, read: Callable[[Node], tuple[Paragraph, ...]]) -> Iterator[FlowCell]:
    split = {cell: held for cell in line if (held := _sub_table(cell, read)) is not None}
    height = max((one.row + 1 for held in split.values() for one in held.cells), default=1)
    column = count = 0
    for node in line:
        if tag(node) == "covered-table-cell":
            column += max(number(node, "number-columns-repeated", 1), 1)
        elif node in split:
            for cell in split[node].cells:
                yield replace(cell, row=row + cell.row, column=column + cell.column, head=head)
            column += 1
        elif tag(node) == "table-cell":
            down, across = (
                min(max(number(node, f"number-{way}-spanned", 1), 1), MAX_SPAN) for way in ("rows", "columns")
            )
            cell = FlowCell(row, column, read(node), max(down, height), across, head)
            times, shown = _repeats(node, "columns", [cell])
            for again in range(shown if count < MAX_CELLS else min(shown, 1)):
                count += 1
                yield replace(cell, column=column + again)
            column += times


def _sub_table(cell: Node, read: Callable[[Node], tuple[Paragraph, ...]]) -> FlowTable | None:
    """The table of the cells into which this one was split, if they fit into the columns that it spans."""
    node = next((one for one in cell if tag(one) == "table" and attribute(one, "is-sub-table") == "true"), None)
    if node is None:
        return None
    held = read_table(node, read)
    width = max((one.column + one.columns for one in held.cells), default=0)
    return held if width <= max(number(cell, "number-columns-spanned", 1), 1) else None


def _repeats(node: Node, way: str, cells: list[FlowCell]) -> tuple[int, int]:
    """How many places a cell or a row takes, and how many times it is shown.

    What holds boxes or tables of its own is shown once: repeated in one another they would be without end.
    """
    times = max(number(node, f"number-{way}-repeated", 1), 1)
    if times == 1:
        return 1, 1
    paragraphs = tuple(paragraph for cell in cells for paragraph in cell.paragraphs)
    if not plain(paragraphs).strip():
        return times, 0
    boxed = any(isinstance(part, FlowTable | TextBox) for paragraph in paragraphs for part in paragraph.parts)
    times = 1 if boxed else min(times, MAX_REPEATED)
    return times, times
