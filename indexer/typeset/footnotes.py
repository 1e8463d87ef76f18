"""Which lines at the foot of a column are notes, and where does each note begin? By the rule above them, or their size.

A note begins with its mark, raised or in front of its text, and the marks count on; what begins otherwise goes on with
the note above. Across a column or page it does so only where the text broke off, or more notes follow: what stands
there may as well be a table or text in small letters.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from indexer.lines import legend
from indexer.typeset.columns import Column, Placed
from indexer.typeset.lines import SKIPPED, TypesetLine
from indexer.typeset.note_heads import Calls, Form, NoteHead, is_called, is_cut, is_open, note_head
from indexer.typeset.page import Rule
from indexer.typeset.tables import PrintedTable

SMALL = 0.94  # of the size of the text: notes are set in 80 to 90 % of it
SHORTEST_RULE = 24.0  # points
SHORT_RULE = 0.7  # of a column's width: Word and Hangul draw 5 cm in a column of any width, LibreOffice a quarter
FAR = 40.0  # points between the rule and the first note at most
LIST = 2  # notes that stand together where they are called from afar
FOLIO = re.compile(r"[-–—|·\s]*\d{1,4}[-–—|·\s]*")  # the number of a page, under its notes
GAP = 3.0  # ems between the baselines of two lines of notes at most
APART = 1.3  # of the usual gap between lines parts the remarks of a table from notes
LEFT = 12.0  # points by which columns at one edge may differ
LIKE = 0.3  # points by which the size of one note may differ from line to line


@dataclass(slots=True)
class PrintedNote:
    """A note in print: its label, its lines, and how many letters of the first line are its mark."""

    label: str
    page: int
    lines: list[TypesetLine] = field(default_factory=list)
    drop: int = 0
    form: Form = Form.RAISED
    edge: float = 0.0  # where the lines of its column end
    far: bool = False  # in a list behind the text, which calls it from afar


class NoteFinder:
    """Takes the notes out of columns that come in the order of reading."""

    def __init__(self, size: float, calls: Calls, columns: Sequence[Column] = ()) -> None:
        """`size` is that of the text, in points; `calls` are the raised marks in it; `columns` those of the file."""
        self._size, self._calls = size, calls
        self._edges = _edges(columns)
        self._next = {id(column): below for column, below in pairwise(columns)}
        self._below: Column | None = None  # what follows the column that is looked at
        self.notes: list[PrintedNote] = []

    def take(self, column: Column, rules: Sequence[Rule]) -> Column:
        """The column without the notes at its foot."""
        parts = column.parts
        if not parts:
            return column
        self._below = self._next.get(id(column))
        edge = max(self._edges.get(_left(parts), 0.0), _edge(parts))
        ruled = self._below_rule(parts, [rule for rule in rules if rule.is_horizontal])
        start = self._foot(parts, edge) if ruled is None else ruled
        if start is None:
            return column
        foot = parts[start:]
        heads = self._heads(foot, edge, ruled is not None)
        if not heads and not self._continues(foot):
            return column
        taken = self._add(foot, heads, edge)
        return replace(column, parts=(*parts[:start], *foot[taken:]))

    def _foot(self, parts: Sequence[Placed], edge: float) -> int | None:
        """Where the notes begin among the small lines at the foot, where no rule stands above them."""
        first = len(parts)
        while first and self._is_small(parts[first - 1]):
            first -= 1
        small = parts[first:]
        heads = self._heads(small, edge, ruled=False)
        below = _remarks(small, heads) if first and isinstance(parts[first - 1], PrintedTable) else 0
        may_continue = small[below:] and (heads or not first)
        if may_continue and self._continues(small[below:], sure=not first and bool(heads)):
            return first + below
        return first + min(heads) if heads else None

    def _continues(self, foot: Sequence[Placed], sure: bool = False) -> bool:
        """Whether what stands at a foot goes on with the last note: its text broke off on the page before, or it is
        `sure` that notes stand here."""
        part = foot[0]
        if not self.notes or not isinstance(part, TypesetLine):
            return False
        note = self.notes[-1]
        closes = _closes(part, note.lines)
        if note_head(part) and not closes:
            return False
        last = note.lines[-1]
        return (
            abs(last.size - part.size) < LIKE
            and part.page - last.page <= 1
            and (sure or closes or is_open(last, note.edge))
        )

    def _below_rule(self, parts: Sequence[Placed], rules: Sequence[Rule]) -> int | None:
        """The first line under a rule that parts the notes from the text."""
        left, right = min(part.x for part in parts), max(part.end for part in parts)
        for rule in sorted(rules, key=lambda one: one.y):
            wide = rule.end_x - rule.x
            if wide < SHORTEST_RULE or not (left - 12 <= rule.x <= left + 12 and rule.end_x <= right + 12):
                continue
            below = [n for n, part in enumerate(parts) if part.top >= rule.y - 2]
            if not below or below != list(range(below[0], len(parts))) or parts[below[0]].top - rule.y > FAR:
                continue
            short = wide <= SHORT_RULE * (right - left)
            if not all(self._may_be_note(parts[n], short) for n in below):
                continue
            heads = self._heads(parts[below[0] :], right, ruled=short)
            if 0 in heads or self._continues(parts[below[0] :], sure=bool(heads)):
                return below[0]
        return None

    def _may_be_note(self, part: Placed, short_rule: bool) -> bool:
        largest = 1.01 if short_rule else SMALL  # a long rule may be that of a table, or of a page's foot
        return isinstance(part, TypesetLine) and part.size <= largest * self._size

    def _is_small(self, part: Placed) -> bool:
        return isinstance(part, TypesetLine) and part.size <= SMALL * self._size and legend(part.text) is None

    def _heads(self, foot: Sequence[Placed], edge: float, ruled: bool) -> dict[int, NoteHead]:
        """The lines with which notes begin, each with its head."""
        heads: dict[int, NoteHead] = {}
        last = next((note for note in reversed(self.notes) if note.form not in (Form.SIGN, Form.LETTER)), None)
        number, page, form = (int(last.label.split(",")[-1]), last.page, last.form) if last else (0, 0, None)
        begun: TypesetLine | None = None  # the line with which the last note of this foot begins
        for n, part in enumerate(foot):
            head = note_head(part) if isinstance(part, TypesetLine) else None
            if head is None or not isinstance(part, TypesetLine):
                continue
            above = foot[n - 1] if n else None
            note = foot[foot.index(begun) : n] if begun else [*(self.notes[-1].lines if self.notes else ()), *foot[:n]]
            if head.form is not Form.RAISED and _closes(part, note):
                continue
            if head.number is not None:
                if not self._counts(head, part, number, page, ruled) or (
                    form is Form.RAISED and head.form is Form.BARE
                ):
                    continue
                if self._is_inside(head, part, above, begun, edge):
                    continue
                number, page, form = int(head.labels[-1]), part.page, head.form
            elif not is_called(head, part, self._calls):
                continue
            heads[n], begun = head, part
        return heads if self._is_near(heads, foot) else {}

    def _is_near(self, heads: Mapping[int, NoteHead], foot: Sequence[Placed]) -> bool:
        """Whether marks call one of these notes from near, or most of several from afar."""
        if not self._calls.any or not heads or (self.notes and self.notes[-1].far):
            return True
        page = foot[0].page
        labels = [label for head in heads.values() for label in head.labels]
        labels += self._counted_below(heads, foot)
        called = self._calls.before(labels, page)
        return bool(self._calls.near(page) & set(labels)) or (called >= LIST and 2 * called >= len(labels))

    def _counted_below(self, heads: Mapping[int, NoteHead], foot: Sequence[Placed]) -> list[str]:
        """The label of the note with which the next column goes on, set as the last one here: of a list of notes the
        first may stand alone on its page."""
        at = max(heads)
        size = next((part.size for part in foot[at:] if isinstance(part, TypesetLine)), 0.0)
        lines = self._below.lines if self._below else []
        below, line = next(((head, line) for line in lines if (head := note_head(line))), (None, None))
        if below is None or line is None or below.number is None or heads[at].number is None:
            return []
        last = int(heads[at].labels[-1])
        alike = below.form is heads[at].form and abs(line.size - size) < LIKE
        return below.labels if alike and below.number == last + 1 else []

    def _counts(self, head: NoteHead, line: TypesetLine, number: int, page: int, ruled: bool) -> bool:
        """Whether a number may be that of the next note after the last one, and something says that it is one."""
        assert head.number is not None
        if line.page == page and head.number <= number:
            return False
        next_ = 0 < head.number - number <= SKIPPED
        if is_called(head, line, self._calls, ruled):
            return next_ or head.number == 1 or head.labels[0] in self._calls.on(line.page)
        if head.form is Form.BRACKETED:
            return False
        if self._calls.any:  # notes at the end of the document are called from afar
            return next_ and self._calls.before(head.labels, line.page) > 0
        return ruled and head.form is Form.CLOSED and (next_ or head.number == 1)

    def _is_inside(
        self, head: NoteHead, line: TypesetLine, above: Placed | None, begun: TypesetLine | None, edge: float
    ) -> bool:
        """Whether a line that begins like a note goes on with the one above: a date in its text."""
        if head.form is Form.RAISED or not isinstance(above, TypesetLine) or begun is None:
            return False
        if above is not begun and abs(above.x - begun.x) > 1:  # heads and other lines begin at edges of their own
            return abs(line.x - begun.x) > 1
        return is_cut(above, edge)

    def _add(self, foot: Sequence[Placed], heads: dict[int, NoteHead], edge: float) -> int:
        """Takes the lines of a foot into notes; how many they are."""
        above: TypesetLine | None = None
        for n, part in enumerate(foot):
            assert isinstance(part, TypesetLine)
            if head := heads.get(n):
                near = self._calls.on(part.page) if head.form is Form.LETTER else self._calls.near(part.page)
                far = self._calls.any and (not near & set(head.labels) or self._counts_on(head))
                self.notes.append(PrintedNote(head.label, part.page, [part], head.drop, head.form, edge, far))
            elif above is not None and (part.y - above.y > GAP * part.size or _is_folio(foot[n:], above)):
                return n
            elif self.notes:
                self.notes[-1].lines.append(part)
                self.notes[-1].edge = edge
            above = part
        return len(foot)

    def _counts_on(self, head: NoteHead) -> bool:
        """Whether a note is the next of a list that is called from afar."""
        last = self.notes[-1] if self.notes else None
        if last is None or not last.far or head.number is None or last.form is not head.form:
            return False
        return head.number == int(last.label.split(",")[-1]) + 1


def _closes(line: TypesetLine, above: Iterable[Placed]) -> bool:
    """Whether what looks like a head closes a bracket that the note above opened: (2023. 9. / 17), EurAsia."""
    lines = [part for part in above if isinstance(part, TypesetLine)]
    said = "".join(part.text for part in lines)
    head = note_head(lines[0]) if lines else None
    own = said[head.drop :] if head else said
    return own.count("(") > own.count(")") and re.match(r"[^(]*\)", line.text) is not None


def _is_folio(rest: Sequence[Placed], above: TypesetLine) -> bool:
    """Whether the last line of a foot is the number of its page, which stands off the notes."""
    line = rest[0]
    if len(rest) > 1 or not isinstance(line, TypesetLine) or not FOLIO.fullmatch(line.text):
        return False
    return abs(line.x - above.x) > above.size or line.y - above.y > 2 * above.size


def _left(parts: Sequence[Placed]) -> int:
    return round(min(part.x for part in parts) / LEFT)


def _remarks(small: Sequence[Placed], heads: Mapping[int, NoteHead]) -> int:
    """How many of the small lines under a table explain it: those above the widest gap before the first note."""
    lines = [part for part in small[: min(heads, default=len(small)) + 1] if isinstance(part, TypesetLine)]
    gaps = [b.y - a.y for a, b in pairwise(lines)]
    widest = max(gaps, default=0.0)
    return gaps.index(widest) + 1 if widest > APART * min(gaps, default=0.0) else 0


def _edge(parts: Sequence[Placed]) -> float:
    """Where the lines of a column end; beyond all of them where they are too few or uneven to say."""
    edge = max(part.end for part in parts)
    size = min((part.size for part in parts if isinstance(part, TypesetLine)), default=0.0)
    return edge if sum(part.end > edge - size for part in parts) > 1 else edge + LEFT


def _edges(columns: Sequence[Column]) -> dict[int, float]:
    """Where the text of columns that begin at one edge ends, in most of a document."""
    ends: dict[int, list[float]] = defaultdict(list)
    for parts in (column.parts for column in columns if column.parts):
        ends[_left(parts)].append(_edge(parts))
    return {left: median(found) for left, found in ends.items()}
