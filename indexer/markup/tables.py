"""Which tables of a web page hold data, and what stands in their cells? Old pages lay out their columns with tables.

A table is data if it has no table and no heading inside and either says so (head cells, a caption) or has at least
two rows and two columns. All else is layout, read as if its cells were paragraphs.
"""

from dataclasses import dataclass, field

from bs4 import Tag

from indexer.markup.elements import Element, MarkupCell, MarkupReference
from indexer.markup.insidenotes import inside_note
from indexer.markup.notecalls import NoteLinks
from indexer.markup.runs import TextRun
from indexer.markup.tree import BLOCKS, attribute, is_text, script_text, walk

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True)
class _TableFacts:
    """What a table shows of itself: cells directly in it, row by row."""

    rows: int = 0
    width: int = 0
    widest: int = 0
    has_heads: bool = False  # or a caption
    layout: bool = False


@dataclass(frozen=True, slots=True)
class TableText:
    """A data table as written."""

    rows: tuple[tuple[MarkupCell, ...], ...]
    heads: int  # how many of the first rows are column heads
    caption: str
    caption_marks: tuple[MarkupReference, ...] = ()
    invalid: int = 0
    notes: tuple[Element, ...] = ()  # that stand within its cells


def data_tables(root: Tag) -> set[int]:
    """The `id()` of every table node that holds data."""
    facts: dict[int, _TableFacts] = {}
    within: list[_TableFacts] = []
    for node, opens in walk(root):
        if not isinstance(node, Tag):
            continue
        if node.name == "table":
            if not opens:
                within.pop()
                continue
            for outer in within[-1:]:
                outer.layout = True
            within.append(facts.setdefault(id(node), _TableFacts(layout=attribute(node, "role") == "presentation")))
        elif opens and within:
            _learn(within[-1], node)
    return {table for table, of in facts.items() if _is_data(of)}


def _learn(facts: _TableFacts, node: Tag) -> None:
    if node.name == "tr":
        facts.rows += 1
        facts.width = 0
    elif node.name in ("td", "th"):
        facts.width += 1
        facts.widest = max(facts.widest, facts.width)
        facts.has_heads |= node.name == "th"
    elif node.name in ("caption", "thead"):
        facts.has_heads = True
    elif node.name in HEADINGS:
        facts.layout = True


def _is_data(facts: _TableFacts) -> bool:
    return not facts.layout and facts.rows > 0 and (facts.has_heads or (facts.rows > 1 and facts.widest > 1))


@dataclass(slots=True)
class _TableReader:
    """A table being read."""

    links: NoteLinks
    skipped: frozenset[str]
    rows: list[list[MarkupCell]] = field(default_factory=list)
    in_head: list[bool] = field(default_factory=list)  # of each row
    run: TextRun = field(default_factory=TextRun)
    head: bool = False  # <thead> is open
    caption: tuple[str, tuple[MarkupReference, ...]] = ("", ())
    notes: list[Element] = field(default_factory=list)

    def open(self, tag: Tag) -> bool:
        """Opens a node; False where nothing in it is to be read."""
        call, key = self.links.calls.get(id(tag)), self.links.inside.get(id(tag))
        if call:
            self.run.mark(call.printed, call.label, call.key)
        if key is not None:
            self.notes.append(inside_note(tag, key, self.links, self.skipped))
        if call or key is not None:
            return False
        if tag.name in self.skipped or id(tag) in self.links.backlinks:
            return False
        if figures := script_text(tag):
            self.run.add(figures)
            return False
        if tag.name in ("td", "th", "caption"):
            self.run.finish()  # what stands between cells belongs to none
        elif tag.name == "tr":
            self._start_row()
        elif tag.name == "thead":
            self.head = True
        elif tag.name in BLOCKS or tag.name == "br":
            self.run.end_line()
        return True

    def close(self, tag: Tag) -> None:
        """Takes what was collected when a cell, the caption or a block in them ends."""
        if tag.name == "caption":
            self.caption = self.run.finish()
        elif tag.name in ("td", "th"):
            if not self.rows:
                self._start_row()
            text, marks = self.run.finish()
            spans = (_span(tag, "rowspan"), _span(tag, "colspan"))
            self.rows[-1].append(MarkupCell(text, tag.name == "th", *spans, marks))
        elif tag.name == "thead":
            self.head = False
        elif tag.name in BLOCKS:
            self.run.end_line()

    def _start_row(self) -> None:
        self.rows.append([])
        self.in_head.append(self.head)


def read_table(table: Tag, links: NoteLinks, skipped: frozenset[str]) -> TableText:
    """The cells of a data table, its caption, how many rows are heads. Each item of a cell has a line of its own."""
    reader = _TableReader(links, skipped)
    for node, opens in walk(table, reader.open):
        if is_text(node) and id(node) not in links.silent:
            reader.run.add(str(node))
        elif isinstance(node, Tag) and not opens:
            reader.close(node)
    rows = tuple(tuple(row) for row in reader.rows if row)
    heads = _heads(rows, [head for head, row in zip(reader.in_head, reader.rows, strict=True) if row])
    return TableText(rows, heads, *reader.caption, reader.run.invalid, tuple(reader.notes))


def _heads(rows: tuple[tuple[MarkupCell, ...], ...], in_head: list[bool]) -> int:
    """The rows in <thead>, or the first rows that have head cells only. A table of heads alone has none."""
    for count, (row, head) in enumerate(zip(rows, in_head, strict=True)):
        if not (head or all(cell.head for cell in row)):
            return count
    return 0


def _span(tag: Tag, name: str) -> int:
    printed = attribute(tag, name).strip()
    return max(int(printed), 1) if printed.isdecimal() and len(printed) <= 5 else 1
