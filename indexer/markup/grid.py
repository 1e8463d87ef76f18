"""Which cell stands in which place of a table whose cells span rows and columns? Fills the spans in.

The text of a spanning cell is repeated in every place it covers, so that each row reads whole; `Merge` remembers it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.model import Merge
from indexer.markup.elements import MarkupCell

MAX_COLUMNS = 200
MAX_CELLS = 50_000  # of one table, spans filled in: HTML allows one cell to span 65,534 rows and 1,000 columns


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its spans filled in: every row as wide as the widest. `kept` is False where spans were too large."""

    rows: tuple[tuple[MarkupCell, ...], ...]
    merges: tuple[Merge, ...]  # rows counted from the first, heads included
    kept: bool = True


def fill_spans(rows: Iterable[tuple[MarkupCell, ...]]) -> Grid:
    """The rows with the text of spanning cells repeated. Where that would be too large, spans are ignored."""
    written = tuple(rows)
    if filled := _filled(written):
        return Grid(*filled)
    alone = tuple(tuple(MarkupCell(c.text, c.head, marks=c.marks) for c in row[:MAX_COLUMNS]) for row in written)
    return Grid(*(_filled(alone) or ((), ())), kept=False)


def _filled(
    rows: tuple[tuple[MarkupCell, ...], ...],
) -> tuple[tuple[tuple[MarkupCell, ...], ...], tuple[Merge, ...]] | None:
    places: dict[tuple[int, int], MarkupCell] = {}
    merges: list[Merge] = []
    width = 0
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in places:
                x += 1
            down, across = min(cell.rows, len(rows) - y), cell.columns
            if x + across > MAX_COLUMNS or len(places) + down * across > MAX_CELLS:
                return None
            if down > 1 or across > 1:
                merges.append(Merge(y, x, down, across))
            for dy in range(down):
                for dx in range(across):
                    shown = cell if not (dx or dy) else MarkupCell(cell.text, cell.head)  # marks stand once
                    places.setdefault((y + dy, x + dx), shown)
            x += across
            width = max(width, x)
    if width * len(rows) > MAX_CELLS:
        return None
    empty = MarkupCell("")
    return tuple(tuple(places.get((y, x), empty) for x in range(width)) for y in range(len(rows))), tuple(merges)
