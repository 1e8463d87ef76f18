"""Which cells does a table of a Word document have? Rows of cells that span columns, and go on in the row below."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from indexer.readers.office.docx_styles import is_on
from indexer.readers.office.flow import FlowCell, FlowTable, Paragraph
from indexer.readers.office.xml import Node, attribute, child, number, tag

MAX_SPAN = 200  # columns of one cell; Word has 63
HOLDERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo"))


def read_table(node: Node, read: Callable[[Node], tuple[Paragraph, ...]]) -> FlowTable:
    """The cells of a table in their places; rows whose deletion is tracked are gone."""
    cells: list[FlowCell] = []
    open_: dict[int, int] = {}  # column -> which cell began there and may go on below
    row = 0
    for line in _held(node, "tr"):
        properties = child(line, "trPr")
        if child(properties, "del") is not None:
            continue
        head = (header := child(properties, "tblHeader")) is not None and is_on(header)
        column = min(number(child(properties, "gridBefore"), "val"), MAX_SPAN)
        for cell in _held(line, "tc"):
            span = min(max(number(child(cell, "tcPr", "gridSpan"), "val", 1), 1), MAX_SPAN)
            merged = child(cell, "tcPr", "vMerge")
            goes_on = merged is not None and attribute(merged, "val", "continue") == "continue"
            if goes_on and column in open_:
                above = cells[open_[column]]
                cells[open_[column]] = replace(above, rows=row - above.row + 1)
            else:
                open_[column] = len(cells)
                cells.append(FlowCell(row, column, read(cell), 1, span, head, _is_shaded(cell)))
            column += span
        row += 1
    return FlowTable(tuple(cells))


def _is_shaded(cell: Node) -> bool:
    """Whether a cell stands on a ground that is not white."""
    return attribute(child(cell, "tcPr", "shd"), "fill", "auto").lower() not in ("", "auto", "ffffff")


def _held(parent: Node, name: str) -> Iterator[Node]:
    for one in parent:
        if tag(one) == name:
            yield one
        elif tag(one) in HOLDERS:
            yield from _held(one, name)
