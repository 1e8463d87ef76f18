"""What does a document say before it is printed? The known documents of the round trip, and how they are written down.

A source is a text with one block a paragraph, blank lines between, in a small notation:

    @title A title        a block of that kind (series, title, byline, date, caption, source, remark, disclaimer)
    ## 1) A heading       its level is the number of signs
    .. - An item          its depth is the number of points, then its mark, then its text
    | a | b |             a row of a table, the first one the heads; " // " parts the items of a cell
    [^7]: A note          its text; in other blocks [^7] is the place that calls it

All texts are invented. Nothing here knows how a document is printed: see `habits`, `page` and `word`.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from archive.model.document import BlockKind

SOURCES = Path(__file__).parent / "sources"
_CALL = re.compile(r"\[\^(\d+)\]")


@dataclass(frozen=True, slots=True)
class Call:
    """A place that calls a note: a code point offset into the text of its unit, from which the mark is taken out."""

    label: str
    offset: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A block as its author wrote it."""

    kind: BlockKind
    text: str = ""
    calls: tuple[Call, ...] = ()
    level: int = 1  # of headings
    marker: str | None = None  # of items
    depth: int = 1  # of items
    rows: tuple[tuple[str, ...], ...] = ()  # of tables, the heads first


@dataclass(frozen=True, slots=True)
class Known:
    """A document whose right reading is known."""

    name: str
    units: tuple[Unit, ...]
    notes: tuple[tuple[str, str], ...]  # label and text, in order


def load(name: str) -> Known:
    """The known document of that name."""
    return parse(name, (SOURCES / f"{name}.txt").read_text(encoding="utf-8"))


def parse(name: str, source: str) -> Known:
    """A document from its source text."""
    units: list[Unit] = []
    notes: list[tuple[str, str]] = []
    for part in re.split(r"\n\s*\n", source.strip()):
        if note := re.match(r"\[\^(\d+)\]: ", part):
            notes.append((note[1], part[note.end() :]))
        else:
            units.append(_unit(part))
    return Known(name, tuple(units), tuple(notes))


def _unit(part: str) -> Unit:
    if part.startswith("|"):
        rows = (line.strip().strip("|").split("|") for line in part.splitlines())
        return Unit(BlockKind.TABLE, rows=tuple(tuple(cell.strip() for cell in row) for row in rows))
    if part.startswith("@"):
        kind, text = part[1:].split(" ", 1)
        return Unit(BlockKind(kind), *_called(text))
    if heading := re.match(r"(#+) ", part):
        return Unit(BlockKind.HEADING, *_called(part[heading.end() :]), level=len(heading[1]))
    if item := re.match(r"(\.+) (\S+) ", part):
        return Unit(BlockKind.ITEM, *_called(part[item.end() :]), marker=item[2], depth=len(item[1]))
    return Unit(BlockKind.PARAGRAPH, *_called(part))


def _called(text: str) -> tuple[str, tuple[Call, ...]]:
    """The text without its calls, and where they stood."""
    calls: list[Call] = []
    plain, end = "", 0
    for call in _CALL.finditer(text):
        plain += text[end : call.start()]
        calls.append(Call(call[1], len(plain)))
        end = call.end()
    return plain + text[end:], tuple(calls)
