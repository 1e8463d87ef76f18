"""Which tables of a web page hold data, and what stands in their cells? Old pages lay out their columns with tables.

A table is data if it has no table and no heading inside and either says so (head cells, a caption) or has at least
two rows and two columns. All else is layout, read as if its cells were paragraphs.
"""

from dataclasses import dataclass, field

from bs4 import Tag

from indexer.markup.elements import MarkupCell, MarkupReference
from indexer.markup.notelinks import BLOCKS, NoteLinks, attribute, is_text, script_text, walk
from indexer.markup.runs import TextRun

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True)
class _Facts:
    """What a table shows of itself: cells directly in it, row by row."""

    rows: int = 0
    width: int = 0
    widest: int = 0
    says: bool = False  # it has head cells or a caption
    layout: bool = False


@dataclass(frozen=True, slots=True)
class TableText:
    """A data table as written."""

    rows: tuple[tuple[MarkupCell, ...], ...]
    heads: int  # how many of the first rows are column heads
    caption: str
    caption_marks: tuple[MarkupReference, ...] = ()
    invalid: int = 0


def data_tables(root: Tag) -> set[int]:
    """The `id()` of every table node that holds data."""
    facts: dict[int, _Facts] = {}
    within: list[_Facts] = []
    for node, opens in walk(root):
        if not isinstance(node, Tag):
            continue
        if node.name == "table":
            if not opens:
                within.pop()
                continue
            for outer in within[-1:]:
                outer.layout = True
            within.append(facts.setdefault(id(node), _Facts(layout=attribute(node, "role") == "presentation")))
        elif opens and within:
            _learn(within[-1], node)
    return {table for table, of in facts.items() if _is_data(of)}


def _learn(facts: _Facts, node: Tag) -> None:
    if node.name == "tr":
        facts.rows += 1
        facts.width = 0
    elif node.name in ("td", "th"):
        facts.width += 1
        facts.widest = max(facts.widest, facts.width)
        facts.says |= node.name == "th"
    elif node.name in ("caption", "thead"):
        facts.says = True
    elif node.name in HEADINGS:
        facts.layout = True


def _is_data(facts: _Facts) -> bool:
    return not facts.layout and facts.rows > 0 and (facts.says or (facts.rows > 1 and facts.widest > 1))


@dataclass(slots=True)
class _Collected:
    """A table being read."""

    rows: list[list[MarkupCell]] = field(default_factory=list)
    in_head: list[bool] = field(default_factory=list)
    run: TextRun = field(default_factory=TextRun)
    head: bool = False
    caption: tuple[str, tuple[MarkupReference, ...]] = ("", ())

    def close(self, tag: Tag) -> None:
        """Takes what was collected when a cell or the caption ends."""
        if tag.name == "caption":
            self.caption = self.run.finish()
        elif tag.name in ("td", "th"):
            text, marks = self.run.finish()
            if not self.rows:
                self.start_row()
            self.rows[-1].append(
                MarkupCell(text, tag.name == "th", _span(tag, "rowspan"), _span(tag, "colspan"), marks)
            )

    def start_row(self) -> None:
        """Begins a row."""
        self.rows.append([])
        self.in_head.append(self.head)


def read_table(table: Tag, links: NoteLinks, skipped: frozenset[str]) -> TableText:
    """The cells of a data table, its caption, how many rows are heads. Each item of a cell has a line of its own."""
    found = _Collected()
    skipping: Tag | None = None
    for node, opens in walk(table):
        if skipping is not None:
            skipping = None if node is skipping else skipping
        elif not isinstance(node, Tag):
            if is_text(node):
                found.run.add(str(node))
        elif not opens:
            _closed(node, found)
        elif call := links.calls.get(id(node)):
            found.run.mark(call.printed, call.label, call.key)
            skipping = node
        elif node.name in skipped or id(node) in links.backs:
            skipping = node
        elif figures := script_text(node):
            found.run.add(figures)
            skipping = node
        else:
            _opened(node, found)
    rows = tuple(tuple(row) for row in found.rows if row)
    heads = _heads(rows, [head for head, row in zip(found.in_head, found.rows, strict=True) if row])
    return TableText(rows, heads, *found.caption, found.run.invalid)


def _opened(node: Tag, found: _Collected) -> None:
    if node.name in ("td", "th", "caption"):
        found.run.finish()  # what stands between cells belongs to none
    elif node.name == "tr":
        found.start_row()
    elif node.name == "thead":
        found.head = True
    elif node.name in BLOCKS or node.name == "br":
        found.run.end_line()


def _closed(node: Tag, found: _Collected) -> None:
    if node.name in ("td", "th", "caption"):
        found.close(node)
    elif node.name == "thead":
        found.head = False
    elif node.name in BLOCKS:
        found.run.end_line()


def _heads(rows: tuple[tuple[MarkupCell, ...], ...], in_head: list[bool]) -> int:
    """The rows in <thead>, or the first rows that have head cells only. A table of heads alone has none."""
    for count, (row, head) in enumerate(zip(rows, in_head, strict=True)):
        if not (head or all(cell.head for cell in row)):
            return count
    return 0


def _span(tag: Tag, name: str) -> int:
    printed = attribute(tag, name).strip()
    return max(int(printed), 1) if printed.isdecimal() and len(printed) <= 5 else 1
