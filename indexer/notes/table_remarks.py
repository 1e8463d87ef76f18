"""Which notes belong to a table, and not to the page? Finds the numbered remarks under tables and what they explain.

A table numbers its notes for itself («주: 1) … 2) …», or «1) …» above its source). They are no footnotes, and marks in
the table call none: what the table's own remarks explain stays as printed, any other mark in its rows stays open.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from archive.model import BlockKind
from indexer.lines import TextLine, usual_gap
from indexer.notes.references import SUPERSCRIPT, find_marks

REACH = 60  # printed lines of a table whose head is looked for above its remarks: a page
ROWS = 2  # lines that end in figures make a table of what has no caption
HEADS, HEAD = 8, 30.0  # lines of heads above the first row, and their width in ems
CONTINUED = 24.0  # ems: a line of a remark that is narrower does not go on in the next
_SENTENCE = 12.0  # ems: a shorter line that ends in a point is a cell
_WORD = re.compile(r"[*※]?\s?[(\[<]?\s?(?:주|비고|Notes?|NOTES?)\s?[)\]>]?\s?(?P<colon>[:：]?)\s?(?=[\d¹²³⁴-⁹a-z*])")
_LABEL = re.compile(r"[(]?(?P<label>\d{1,2}|[a-z])[).]\s?(?=\S)|(?P<raised>[¹²³⁴-⁹]{1,2})[)]?\s?(?=\S)")
_INLINE = re.compile(r"(?<=\s)(\d{1,2})\)\s?(?=\S)")
_CITES = re.compile(r"[「『《«“]|https?:|\bpp?\.\s?\d|(?:19|20)\d\d\)?\.?$")  # a footnote, by its look
_UNIT = re.compile(r"[(\[<]?\s?(?:단위|Unit)s?\s?[:：]", re.IGNORECASE)
_FIGURE = re.compile(r"[-–△▲+]?\(?\d+(?:[.,]\d+)*\)?(?:%|％|p)?")
_FIGURES = re.compile(r"(?:(?:^|\s)[-–△▲+]?\(?\d+(?:[.,]\d+)*\)?(?:%|％|p)?){2,}$")


@dataclass(frozen=True)
class TableRemarks:
    """The printed lines of each numbered remark under a table, and for each line of a table what its remarks explain.

    `scopes` has the numbers of the lines from a table's caption to its last row, `captions` those that are captions.
    """

    items: tuple[tuple[TextLine, ...], ...] = ()
    scopes: Mapping[int, frozenset[str]] = field(default_factory=dict)
    captions: frozenset[int] = frozenset()

    @cached_property
    def lines(self) -> frozenset[int]:
        """Numbers of all lines of remarks."""
        return frozenset(line.number for item in self.items for line in item)

    def over_heads(self, heads: Sequence[TextLine]) -> "TableRemarks":
        """The same with lines that are known to be heads of tables, whose remarks may have been lost."""
        new = {line.number: frozenset[str]() for line in heads if line.legend is not BlockKind.CAPTION}
        return replace(self, scopes={**new, **self.scopes})

    def explains(self, label: str, line: int) -> bool:
        """A mark of this label on this line calls a remark of its own table."""
        return label in self.scopes.get(line, ())

    def closes(self, label: str, line: int) -> bool:
        """A mark of this label on this line calls no note of the page: its table explains it, or it stands in a row."""
        return self.explains(label, line) or (line in self.scopes and line not in self.captions)


def find_table_remarks(lines: Sequence[TextLine]) -> TableRemarks:
    """The numbered remarks of all tables among the lines."""
    items: dict[tuple[int, ...], tuple[TextLine, ...]] = {}  # by the numbers of their lines
    position = {line.number: at for at, line in enumerate(lines)}
    scopes: dict[int, frozenset[str]] = {}
    captions: set[int] = set()
    usual = usual_gap(lines)
    end = 0
    for i, line in enumerate(lines):
        if i < end:
            continue
        word = _WORD.match(line.text)
        table = _table_above(lines, i) if word or line.legend is BlockKind.SOURCE else range(0)
        if word and (word["colon"] or table):
            found = _Remarks(lines, i, table, usual).items()
        elif table:
            found = _bare(lines, table, usual)
        else:
            continue
        labels = frozenset(label for item in found for label in _labels(item[0].text))
        items |= {tuple(line.number for line in item): item for item in found}
        end = max((position[item[-1].number] + 1 for item in found), default=end)
        for at in table:
            scopes[lines[at].number] = scopes.get(lines[at].number, frozenset()) | labels
            if lines[at].legend is BlockKind.CAPTION:
                captions.add(lines[at].number)
    taken = {number for numbers in items for number in numbers}
    return TableRemarks(
        tuple(items.values()), {n: labels for n, labels in scopes.items() if n not in taken}, frozenset(captions)
    )


def _table_above(lines: Sequence[TextLine], i: int) -> range:
    """The lines of the table that ends above line i, from its caption or unit on; none where no table stands there."""
    top = i
    for at in range(i - 1, max(-1, i - REACH), -1):
        line = lines[at]
        if line.legend in (BlockKind.SOURCE, BlockKind.REMARK) and not _UNIT.match(line.text):
            if top < i and not all(above.legend for above in lines[top:i]):
                break
        elif line.legend is BlockKind.CAPTION:
            return range(at, i)
        elif line.ends_sentence and line.width > _SENTENCE:
            break
        top = at
    headed = [at for at in range(top, i) if _UNIT.match(lines[at].text)]
    if headed:
        return range(headed[-1], i)
    rows = [at for at in range(top, i) if _FIGURES.search(lines[at].text) or _FIGURE.fullmatch(lines[at].text)]
    return range(_head_above(lines, top, rows[0]), i) if len(rows) >= ROWS else range(0)


def _head_above(lines: Sequence[TextLine], top: int, row: int) -> int:
    """Where the heads above the first row of figures begin: short lines, down to the first label."""
    first = row
    while first > top and row - first < HEADS and lines[first - 1].width <= HEAD and not lines[first - 1].bullet:
        first -= 1
    return first


class _Remarks:
    """The remarks that begin at a line, one after the other, as far as they count up."""

    def __init__(self, lines: Sequence[TextLine], start: int, table: range, usual: int) -> None:
        self._lines, self._start, self._usual = lines, start, usual
        self._worded = _WORD.match(lines[start].text) is not None
        self._inside = {mark.label for at in table for mark in find_marks(lines[at].text)}
        above = lines[max(0, start - REACH) : table.start if table else start]
        self._outside = {mark.label for line in above for mark in find_marks(line.text)}

    def items(self) -> list[tuple[TextLine, ...]]:
        found: list[list[TextLine]] = [[self._lines[self._start]]]
        for at in range(self._start + 1, len(self._lines)):
            above, line = self._lines[at - 1], self._lines[at]
            if self._is_next(found[-1][0], line):
                found.append([line])
            elif self._goes_on(above, line):
                found[-1].append(line)
            else:
                break
        return [tuple(item) for item in found]

    def _is_next(self, item: TextLine, line: TextLine) -> bool:
        """The next number of the list, unless the text calls it and the table does not: then it is a footnote."""
        before, after = _labels(item.text), _labels(line.text)
        if not before or not after or line.starts_page or line.gap > self._usual + 1:
            return False
        if ord(after[0][-1]) - ord(before[-1][-1]) != 1 and (before[-1], after[0]) != ("9", "10"):
            return False
        if after[0] in self._inside or after[0] not in self._outside:
            return True
        return self._worded and not _CITES.search(line.text)  # «주: 1) 톤 | 2) 척»: the word stands for both

    def _goes_on(self, above: TextLine, line: TextLine) -> bool:
        itself = line.legend or line.bullet or line.enumeration or line.starts_page or _WORD.match(line.text)
        return not itself and line.gap <= self._usual and above.width >= CONTINUED and not above.ends_sentence


def _labels(text: str) -> list[str]:
    """The numbers at the head of a remark and in its line: 1 and 2 of «주: 1) 톤 2) 척»."""
    word = _WORD.match(text)
    first = _LABEL.match(text, word.end() if word else 0)
    if first is None:
        return []
    label = first["label"] or first["raised"].translate(SUPERSCRIPT)
    found = [label]
    for more in _INLINE.finditer(text, first.end()):
        if label.isdigit() and int(more[1]) == int(found[-1]) + 1:
            found.append(more[1])
    return found


def _bare(lines: Sequence[TextLine], table: range, usual: int) -> list[tuple[TextLine, ...]]:
    """Numbered lines between the last row and the source, which marks in the table call: 1) 리, 2022년 봄."""
    last = max((at for at in table if _FIGURES.search(lines[at].text)), default=table.start)
    for at in _numbered(lines, range(last + 1, table.stop)):
        if _labels(lines[at].text) == ["1"]:
            called = {mark.label for row in range(table.start, at) for mark in find_marks(lines[row].text)}
            return _Remarks(lines, at, range(table.start, at), usual).items() if "1" in called else []
    return []


def _numbered(lines: Sequence[TextLine], places: range) -> Iterator[int]:
    return (at for at in places if _labels(lines[at].text))
