"""Which lines at the foot of a column are notes, and where does each note begin? By the rule above them, or their size.

A note begins with its mark, raised or in front of its text, and the marks count on; what begins otherwise goes on with
the note above, also across a page.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from indexer.lines import legend
from indexer.typeset.columns import Column, Placed
from indexer.typeset.lines import TypesetLine
from indexer.typeset.page import Rule

SMALL = 0.94  # of the size of the text: notes are set in 80 to 90 % of it
SHORTEST_RULE = 24.0  # points
FAR = 40.0  # points between the rule and the first note at most
SKIPPED = 3  # notes that may be missing between two that follow each other
# The mark in front of a note, not raised: 1) …, [1] …, 주1) …, * …; a bare figure with a space behind it.
PRINTED = re.compile(
    r"(?:주\s?)?(?P<closed>[(\[]?(?P<label>\d{1,3}|[*＊†‡§]{1,3})[)\]）])\s*|(?P<sign>[*＊†‡§]{1,3})\s?(?=\S)"
)
BARE = re.compile(r"(?P<label>\d{1,3})(?:\.?\s+(?=\S)|(?=[\"“‘「『《〈<(A-Za-zА-я가-힣]))")


@dataclass(slots=True)
class PrintedNote:
    """A note in print: its label, its lines, and how many letters of the first line are its mark."""

    label: str
    page: int
    lines: list[TypesetLine] = field(default_factory=list)
    drop: int = 0


class NoteFinder:
    """Takes the notes out of columns that come in the order of reading."""

    def __init__(self, size: float, called: Mapping[int, Set[str]]) -> None:
        """`size` is that of the text, in points; `called` are the labels of the raised marks in it, by page."""
        self._size, self._by_page = size, called
        self._called: Set[str] = frozenset[str]().union(*called.values())
        self.notes: list[PrintedNote] = []

    def take(self, column: Column, rules: Sequence[Rule]) -> Column:
        """The column without the notes at its foot."""
        start = self._start(column.parts, [rule for rule in rules if rule.is_horizontal])
        if start is None:
            return column
        lines = [part for part in column.parts[start:] if isinstance(part, TypesetLine)]
        if not self._is_called(lines):
            return column
        for line in lines:
            self._add(line, column)
        return Column(column.parts[:start])

    def _is_called(self, lines: Sequence[TypesetLine]) -> bool:
        """Whether a note begins among these lines, or they go on with the last one; small, if no marks are raised."""
        if not any(self._mark(line) for line in lines):
            return bool(self.notes)
        return bool(self._called) or self._is_small(lines[0])

    def _start(self, parts: Sequence[Placed], rules: Sequence[Rule]) -> int | None:
        """Where the notes begin."""
        first = len(parts)
        while first and self._may_be_note(parts[first - 1]):
            first -= 1
        ruled = self._below_rule(parts, rules)
        if ruled is not None:
            return ruled
        if first == 0 and parts and self._goes_on(parts[0]):
            return 0
        return next((n for n in range(first, len(parts)) if self._begins(parts[n])), None)

    def _goes_on(self, part: Placed) -> bool:
        """Whether a column of nothing but notes begins with the rest of the last one."""
        if not self.notes or not isinstance(part, TypesetLine):
            return False
        last = self.notes[-1].lines[-1]
        return abs(last.size - part.size) < 0.3 and part.page - last.page <= 1

    def _below_rule(self, parts: Sequence[Placed], rules: Sequence[Rule]) -> int | None:
        """The first line under a rule that parts the notes from the text."""
        if not parts:
            return None
        left, right = min(part.x for part in parts), max(part.end for part in parts)
        for rule in sorted(rules, key=lambda one: one.y):
            wide = rule.end_x - rule.x
            if wide < SHORTEST_RULE or not (left - 12 <= rule.x <= left + 12 and rule.end_x <= right + 12):
                continue
            below = [n for n, part in enumerate(parts) if part.top >= rule.y - 2]
            if not below or below != list(range(below[0], len(parts))) or parts[below[0]].top - rule.y > FAR:
                continue
            if all(self._may_be_note(parts[n], ruled=True) for n in below):
                begins = next((n for n in below if self._begins(parts[n])), None)
                if begins == below[0] or (self.notes and (begins is not None or self._is_small(parts[below[0]]))):
                    return below[0]
        return None

    def _may_be_note(self, part: Placed, ruled: bool = False) -> bool:
        return isinstance(part, TypesetLine) and (part.size <= self._size * 1.01 if ruled else self._is_small(part))

    def _is_small(self, part: Placed) -> bool:
        return isinstance(part, TypesetLine) and part.size <= SMALL * self._size and legend(part.text) is None

    def _begins(self, part: Placed) -> bool:
        return isinstance(part, TypesetLine) and self._mark(part) is not None

    def _mark(self, line: TypesetLine) -> tuple[str, int] | None:
        """The label of the note that begins here, and the length of its mark in the text of the line."""
        if line.marks and line.marks[0].offset == 0:
            label = line.marks[0].label
            return (label, 0) if label in self._near(line.page) or label not in self._called else None
        found = PRINTED.match(line.text) or BARE.match(line.text)
        if found is None:
            return None
        label = found["label"] or found.groupdict().get("sign") or ""
        return (label, found.end()) if self._may_follow(label, line.page, found[0].startswith("[")) else None

    def _near(self, page: int) -> Set[str]:
        """The labels that are raised on a page or on the one before it."""
        return self._by_page.get(page, frozenset()) | self._by_page.get(page - 1, frozenset())

    def _may_follow(self, label: str, page: int, bracketed: bool) -> bool:
        """Whether a label that is not raised may be that of a note: it is called near by; or, where this file raises no
        mark at all, it counts on. In brackets it may be that of a source."""
        if self._called or bracketed or not label.isdecimal():
            return label in self._near(page)
        return label == "1" or self._counts_on(label)

    def _counts_on(self, label: str) -> bool:
        numbers = [int(note.label) for note in self.notes if note.label.isdecimal()]
        return bool(numbers) and 0 < int(label) - numbers[-1] <= SKIPPED

    def _add(self, line: TypesetLine, column: Column) -> None:
        mark = self._mark(line)
        if mark is None or (self.notes and self._hangs(line)):
            if self.notes:
                self.notes[-1].lines.append(line)
            return
        self.notes.append(PrintedNote(mark[0], line.page, [line], mark[1]))

    def _hangs(self, line: TypesetLine) -> bool:
        """Whether a line that begins like a note stands indented under the last one: a date in its text."""
        last = self.notes[-1].lines
        raised = bool(line.marks) and line.marks[0].offset == 0
        return (
            not raised
            and len(last) > 1
            and last[0].page == line.page
            and abs(line.x - last[1].x) < 1 < abs(line.x - last[0].x)
        )
