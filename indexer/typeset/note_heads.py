"""Does a note begin with this line, and which? Its mark, raised or in front of its text, and whether a mark calls it.

What only looks like a head (a date in the text of a note, a remark under a table, an entry of a list of sources) begins
none: that a note is missing can be seen, that one was made of such a line can not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from math import inf

from indexer.lines import ends_sentence
from indexer.typeset.lines import TypesetLine

FULL, NEARLY = 0.7, 2.0  # ems before the edge of its column at which a line is full, and may be
PITCH = 2.5  # ems between the baselines of two lines of a paragraph at most
ALIKE = 0.97  # of the size of the text; notes are smaller
SIGN = r"[*＊†‡§]{1,3}"
# The mark in front of a note, not raised: 1) …, [1] …, 주1) …, * …; a bare figure with a space or a word behind it.
PRINTED = re.compile(
    rf"(?:주\s?)?(?P<closed>[(\[]?(?P<label>[1-9]\d{{0,2}}|{SIGN})[)\]）])\s*|(?P<sign>{SIGN})\s?(?=\S)"
)
# Words in small letters with which notes begin, 3 см. там же; right behind the figure any, but for units and ordinals.
_BEGIN = r"(?:ibid|idem|cf|see|op\.|loc\.|e\.g|см|там|ср)\b"
_UNIT = r"(?:st|nd|rd|th|[kcm]?m|k?g|ml|ha|x|км|кг|мм|га|го|ое|ая|ый|й)\b"
# One note for two marks: 11,12 Ibid.; right before a year, as LibreOffice prints it: 22024년.
BARE = re.compile(
    r"(?P<label>[1-9]\d{0,2}(?:,[1-9]\d{0,2})*)"
    rf"(?:\.?\s+(?=[^\sa-zа-я=+×%]|https?:|www\.|{_BEGIN})|(?=[\"“‘「『《〈<(A-ZА-Я가-힣]|https?:"
    rf"|(?!{_UNIT})[a-zа-яё]{{2}}|(?:19|20)\d\d\s?(?:년|\.\s?\d{{1,2}}\.)))"
)
# A sign that a table explains: * p<0.05, *: 잠정치. Source: tables of regressions in journals and bank reports.
REMARK = re.compile(rf"{SIGN}\s?(?:[:：=]|p\s?[-<≤=]|[^.。]{{0,24}}\bp\s?[<≤])|.*\bp\s?<\s?0?\.\d", re.IGNORECASE)
UNFINISHED = re.compile(r"[가-힣A-Za-zА-я,·/(「『《〈“‘]\s*$")
ADDRESS = re.compile(r"(?:https?:|www\.|doi\b)\S*\s*$")


class Form(Enum):
    """How the mark in front of a note is printed."""

    RAISED = "¹"
    CLOSED = "1)"
    BRACKETED = "[1]"
    SIGN = "*"
    BARE = "1"
    LETTER = "a"


@dataclass(frozen=True, slots=True)
class NoteHead:
    """The label of the note that begins with a line, and how many letters of the line's text are its mark."""

    label: str
    drop: int
    form: Form

    @property
    def labels(self) -> list[str]:
        """What the marks are that call it: one, or several that share it."""
        return self.label.split(",")

    @property
    def number(self) -> int | None:
        """Its number, None for a sign."""
        return int(self.labels[0]) if self.labels[0].isdecimal() else None


def note_head(line: TypesetLine) -> NoteHead | None:
    """The head of the note that may begin here, by its look alone."""
    own, drop = raised_head(line)
    if line.letter_head:
        return NoteHead(line.letter_head, 0 if own else len(line.letter_head), Form.LETTER)
    if own:
        return NoteHead(",".join(own), drop, Form.RAISED if own[0].isdecimal() else Form.SIGN)
    found = PRINTED.match(line.text) or BARE.match(line.text)
    rest = line.text[found.end() :].strip() if found else ""
    if found is None or (rest and not any(letter.isalpha() for letter in rest)):
        return None  # figures of a drawing, a row of a table
    said = found.groupdict()
    label = found["label"] or said.get("sign") or ""
    if not label[0].isdecimal():
        return NoteHead(label, found.end(), Form.SIGN)
    closed = said.get("closed") or ""
    return NoteHead(label, found.end(), Form.BRACKETED if "[" in closed else Form.CLOSED if closed else Form.BARE)


def raised_head(line: TypesetLine) -> tuple[list[str], int]:
    """The labels raised at the head of a line, and how many letters of its text belong to them: the brackets of (¹)."""
    if own := [mark.label for mark in line.marks if mark.offset == 0]:
        return own, 0
    inside = line.marks and line.marks[0].offset == 1 and line.text.startswith("()")
    return ([line.marks[0].label], 2) if inside else ([], 0)


@dataclass(slots=True)
class Calls:
    """The raised marks of a document, by page: which labels they have, in brackets or not; and the signs that begin
    several lines of a page, as the remarks of its tables and items do."""

    by_page: Mapping[int, Set[str]]
    bracketed: Set[str] = frozenset()
    repeated: Mapping[int, Set[str]] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """Whether any mark is raised."""
        return any(self.by_page.values())

    def on(self, page: int) -> Set[str]:
        """The labels raised on a page."""
        return self.by_page.get(page, frozenset())

    def near(self, page: int) -> Set[str]:
        """The labels raised on a page or on the one before it."""
        return self.on(page) | self.on(page - 1)

    def before(self, labels: Iterable[str], page: int) -> int:
        """How many of these labels are raised anywhere up to this page."""
        raised = {label for number, found in self.by_page.items() if number <= page for label in found}
        return len(raised.intersection(labels))


def find_calls(lines: Sequence[TypesetLine], cells: Iterable[TypesetLine] = (), size: float = inf) -> Calls:
    """The raised marks in the lines of a document and in the cells of its tables. `size` is that of the text."""
    by_page: dict[int, set[str]] = defaultdict(set)
    bracketed: set[str] = set()
    signs: dict[int, Counter[str]] = defaultdict(Counter)
    wrapped = {id(line) for above, line in pairwise(lines) if _goes_on(above, line, size)}
    for line in [*lines, *cells]:
        own, drop = ([], 0) if id(line) in wrapped else raised_head(line)
        for mark in line.marks:
            if mark.offset >= drop and (mark.offset or not own):
                by_page[line.page].add(mark.label)
                bracketed |= {mark.label} if mark.printed.startswith("[") else set()
    for line in lines:
        head = note_head(line)
        if head is not None and head.form is Form.SIGN:
            signs[line.page][head.label] += 1
    repeated = {page: {label for label, count in found.items() if count > 1} for page, found in signs.items()}
    return Calls(by_page, bracketed, repeated)


def _goes_on(above: TypesetLine, line: TypesetLine, size: float) -> bool:
    """Whether a line of the text goes on with the full one above it: a mark at its head was cut off from its word."""
    beside = above.page == line.page and abs(above.x - line.x) < line.size and 0 < line.y - above.y < PITCH * line.size
    return beside and min(above.size, line.size) >= ALIKE * size and above.end > line.end - FULL * line.size


def is_called(head: NoteHead, line: TypesetLine, calls: Calls, ruled: bool = False) -> bool:
    """Whether a mark calls a note of this head from near. `ruled`: a rule parts it from the text."""
    if head.form is Form.LETTER:
        return True  # or it would not be one
    if head.form is Form.SIGN:
        page = line.page
        return head.label in calls.on(page) and head.label not in calls.repeated.get(page, ()) and not is_remark(line)
    if head.form is Form.BRACKETED and head.label not in calls.bracketed and not ruled:
        return False  # an entry of a list of sources
    return head.labels[0] in calls.near(line.page)


def is_remark(line: TypesetLine) -> bool:
    """Whether a line explains a sign of a table."""
    return REMARK.match(line.text) is not None


def is_open(line: TypesetLine, edge: float) -> bool:
    """Whether the text of a line may go on in the next column: it fills its own, and no sentence ends with it."""
    return line.end > edge - NEARLY * line.size and not ends_sentence(line.text) and not ADDRESS.search(line.text)


def is_cut(line: TypesetLine, edge: float) -> bool:
    """Whether the text of a line surely goes on in the next: it breaks off behind a word, at the edge."""
    full = line.end > edge - FULL * line.size
    return full and is_open(line, edge) and UNFINISHED.search(line.text) is not None
