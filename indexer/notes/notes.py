"""Where are the notes printed, and which words belong to which? Finds footnotes and endnotes among the lines.

A line that begins like a note is one only if a reference called it before, or a heading announced notes, or its shape
(a raised number) leaves no doubt. So "1) …" is a note in one brief and a heading in another.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from indexer.lines import RightEdge, TextLine
from indexer.notes.lone_labels import FOOT, CutOdds, labels_note, lone_label, resumed
from indexer.notes.references import RAISED, SUPERSCRIPT, find_marks
from indexer.notes.table_remarks import TableRemarks


@dataclass(frozen=True, slots=True)
class NoteStyle:
    """One way to print the label of a note. Group 1 is the label.

    `calls`: the styles of reference that call such a note. `free`: none need call it. `headed`: only after a heading
    that announces notes. `last`: of several lines that would fit the last on the page is the note, for the text itself
    may have lines that begin so.
    """

    name: str
    pattern: re.Pattern[str]
    example: str
    calls: frozenset[str] = frozenset()
    free: bool = False
    headed: bool = False
    last: bool = False


_RAISED = frozenset(
    (
        "superscript",
        "bare after a sentence",
        "bare after a clause",
        "bare before a point",
        "bare after a word",
        "bare after a space",
    )
)
_IN_PAREN = frozenset(("paren", "word"))
_UNIT = r"\s(?:년|월|일|호|쪽|개|명|건|회|톤|만|억|km|%)(?:[은는이가을를의에와과로]|에서|까지|부터)?(?![가-힣])"
STYLES: tuple[NoteStyle, ...] = (
    NoteStyle("superscript", re.compile(rf"(?:[-–·•*]\s*)?({RAISED})[⁾)]?\s*(?=\S)"), "- ⁷ 홍길동, …", free=True),
    NoteStyle("markdown", re.compile(r"\[\^([^\]\s]{1,12})\]:\s*"), "[^7]: 홍길동, …", free=True),
    NoteStyle("word", re.compile(r"(?:각주|주|Note)\s?(\d{1,3})\s?[).:]\s*"), "각주 7) 홍길동, …", _IN_PAREN | _RAISED),
    NoteStyle("caret", re.compile(r"\^\[(\d{1,3})\]\s+(?=\S)"), "^[7] 홍길동, …", frozenset(("caret",))),
    NoteStyle("square", re.compile(r"\[(\d{1,3})\]\s*(?=\S)"), "[7] 홍길동, …", frozenset(("square",)) | _RAISED),
    NoteStyle("paren", re.compile(r"(\d{1,3})\)\s*(?=\S)"), "7) 홍길동, …", _IN_PAREN),
    NoteStyle(
        "dot", re.compile(r"(\d{1,3})\.\s+(?=\S)"), "7. 홍길동, …", frozenset(("square",)) | _RAISED, headed=True
    ),
    # A line may begin with a number of the text that an extractor has parted from its unit: "3 월 11 일".
    NoteStyle("bare", re.compile(rf"(\d{{1,3}})(?!{_UNIT})\s+(?=[^\d\s])"), "7 홍길동, …", _RAISED, last=True),
)
# The styles of notes that a style of reference calls.
_CALLED = {call: [one.name for one in STYLES if call in one.calls] for style in STYLES for call in style.calls}
LISTS = frozenset(("square", "dot"))  # how a list of sources is numbered that marks in brackets call
HEADING = re.compile(
    r"[<\[【(]?\s?(?:각\s?주|미\s?주|후\s?주|주\s?석|주|Notes|Endnotes|Footnotes|NOTES|ENDNOTES|FOOTNOTES)\s?[>\]】)]?\s?[:：]?"
)
SOURCES_HEADING = re.compile(
    r"[<\[【(]?\s?(?:참고\s?문헌|참고\s?자료|References|Bibliography|REFERENCES)\s?[>\]】)]?\s?[:：]?"
)
CHAPTER = re.compile(r"제?\s?\d{1,2}\s?장[.\s]\s*\S")  # under a blank line: 12장. 도움
WIDE = 0.85  # a note that fills so much of the line below, or more, is not over: a short last line ends a note
LONGEST = 40  # printed lines of one note: half a page
NO_TABLES = TableRemarks()
LEAP = 4  # labels that may be missing between two notes: more is another enumeration


@dataclass(frozen=True, slots=True)
class NoteLines:
    """A printed note: its label and its lines; the first `drop` letters of the first are the label."""

    label: str
    lines: tuple[TextLine, ...]
    drop: int
    style: str = ""  # of `STYLES`


@dataclass(frozen=True, slots=True)
class _Start:
    position: int
    label: str
    drop: int
    style: str
    headed: bool = False  # under a heading that announces notes
    series: int = 1  # of its style: one more with every new start of the numbers


@dataclass(frozen=True, slots=True)
class _Calls:
    """Where notes are called: positions of lines in order, by the style of the note and its label."""

    places: Mapping[tuple[str, str], Sequence[int]]
    square: bool  # some call stands in square brackets

    def of(self, style: NoteStyle, label: str) -> Sequence[int]:
        """Where a note of this style and label is called; past all lines where it is not."""
        return self.places.get((style.name, label), (1 << 30,))


def find_notes(
    lines: Sequence[TextLine],
    removed: Collection[int] = (),
    remarks: TableRemarks = NO_TABLES,
    cut_odds: CutOdds | None = None,
) -> tuple[NoteLines, ...]:
    """All notes, in printed order. `removed`: numbers of lines that are known to be something else (tables, heads).

    `cut_odds`: how likely two lines meet within a word, by which the text behind a note at the foot of a page is known.
    """
    starts = _starts(lines, remarks, cut_odds)
    if not starts:
        return ()
    edge, cuts = RightEdge(_zone(lines, starts)), sorted(removed)
    at = {start.position for start in starts}
    notes: list[NoteLines] = []
    end, text_open, stop = -1, False, len(lines)
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        first = start.position
        if first != end:  # text stands above: does its sentence wait for the next page?
            text_open = first > 0 and _waits(lines[first - 1], lines[first])
        end = first + 1
        if start.drop >= len(lines[first].text):  # the label stands alone above its note
            end += 1
        if cut_odds and first and text_open and first - 1 not in at:
            stop = resumed(lines, first - 1, end - 1, cut_odds) or len(lines)
        between = following is not None and (
            (start.headed and _next_to(start, following))
            or (_same_foot(lines, start, following, cuts) and not _called_between(lines, start, following))
        )
        while end < min(len(lines), max(stop, first + 1)) and end not in at:
            if not between and not _in_note(lines, end, edge, cuts, text_open):
                break
            end += 1
        notes.append(NoteLines(start.label, tuple(lines[first:end]), start.drop, start.style))
    return tuple(notes)


def scopes(notes: Sequence[NoteLines], calling: Collection[str]) -> tuple[str, ...]:
    """For each note the scope of marks that may call it: "list" for a list of sources beside footnotes, else "".

    `calling`: the styles of all marks. Where marks in brackets call a list, no other mark does.
    """
    if "square" not in calling:
        return ("",) * len(notes)
    mixed = any(note.style not in LISTS for note in notes)
    return tuple("list" if note.style == "square" or (mixed and note.style == "dot") else "" for note in notes)


def _next_to(start: _Start, following: _Start) -> bool:
    """Two notes of one list: whatever stands between them belongs to the first."""
    return following.headed and following.position - start.position <= LONGEST


def _same_foot(lines: Sequence[TextLine], start: _Start, following: _Start, cuts: Sequence[int]) -> bool:
    """Two notes that follow each other at the bottom of one page: no text stands between them.

    In a file without pages they stand close, and no page head between them.
    """
    above, below = lines[start.position], lines[following.position]
    return (
        above.page == below.page
        and following.position - start.position <= (FOOT if above.page is not None else FOOT // 2)
        and not _parted(above, below, cuts)
        and start.style == following.style
        and start.label.isdigit()
        and int(following.label) == int(start.label) + 1
    )


def _parted(above: TextLine, below: TextLine, cuts: Sequence[int]) -> bool:
    """One of the lines that were taken out, whose sorted numbers these are, stood between the two."""
    at = bisect_right(cuts, above.number)
    return at < len(cuts) and cuts[at] < below.number


def _called_between(lines: Sequence[TextLine], start: _Start, following: _Start) -> bool:
    """A line between two notes calls the second: it is text."""
    between = lines[start.position + 1 : following.position]
    return any(mark.label == following.label and mark.start for line in between for mark in find_marks(line.text))


def _waits(line: TextLine, below: TextLine) -> bool:
    return not line.ends_before(below) and not HEADING.fullmatch(line.text)


def _starts(lines: Sequence[TextLine], remarks: TableRemarks, cut_odds: CutOdds | None) -> list[_Start]:
    calls = _calls(lines, remarks)
    starts: list[_Start] = []
    last: dict[str, _Start] = {}  # by style
    headed = 0  # 1 after a heading that announces notes, 2 after one of sources
    taken = -1
    for i, line in enumerate(lines):
        if HEADING.fullmatch(line.text) or SOURCES_HEADING.fullmatch(line.text):
            headed = 1 if HEADING.fullmatch(line.text) else 2
            continue
        if headed == 1 and i > taken + 1 and _leaves_notes(line):
            headed = 0
        start = _start(lines, i, calls, last, headed, cut_odds)
        if start is None:
            continue
        starts.append(start)
        taken = i
        if start.label.isdigit():
            last[start.style] = start
    return starts


def _leaves_notes(line: TextLine) -> bool:
    mark = line.bullet
    return (mark is not None and mark not in "-–·•*") or line.is_disclaimer


def _start(
    lines: Sequence[TextLine], i: int, calls: _Calls, last: Mapping[str, _Start], headed: int, cut_odds: CutOdds | None
) -> _Start | None:
    lone = lone_label(lines, i)
    text = f"{lines[i].text} {lines[i + 1].text}" if lone else lines[i].text
    for style in STYLES:
        match = style.pattern.match(text)
        if match is None:
            continue
        label = match[1].translate(SUPERSCRIPT)
        drop = len(lines[i].text) if lone else match.end()
        if style.free:
            return _Start(i, label, drop, style.name, headed == 1)
        before = last.get(style.name)
        series, reached = (before.series, int(before.label)) if before else (1, 0)
        where = calls.of(style, label)
        if before and label == "1" and _restarts(before, i, where, headed == 1):
            series, reached = series + 1, 0
        if not reached < int(label) <= reached + LEAP:
            return None
        start = _Start(i, label, drop, style.name, headed == 1, series)
        listed = headed == 2 and style.name in LISTS and calls.square
        if headed == 1 or listed:
            return start
        if not where[0] < i or (style.headed and headed != 2):
            return None
        if lone:
            following = calls.of(style, str(int(label) + 1))[0] < i
            behind = before is not None and reached == int(label) - 1
            sure = lone.sure or (behind and before is not None and not _between(where, before.position, i))
            return start if sure or labels_note(lines, i, following, cut_odds) else None
        next_of_page = int(label) == reached + 1 and _called_near(lines, i, where[0])
        return start if _may_stand(lines, i, style, label, next_of_page) else None
    return None


def _restarts(before: _Start, i: int, calls: Sequence[int], headed: bool) -> bool:
    """Numbers start anew at line i: note 1 was called since the last note, or more often than it is listed."""
    return _between(calls, before.position, i) or (headed and bisect_left(calls, i) > before.series)


def _between(places: Sequence[int], first: int, end: int) -> bool:
    """One of the places, which are in order, lies behind the first line and before the end."""
    return bisect_left(places, end) > bisect_right(places, first)


PAGE = 60  # printed lines between a call and its note at the bottom of the page: a page of small type


def _called_near(lines: Sequence[TextLine], i: int, call: int) -> bool:
    """The call stands on the page of line i: a sentence may be open above the notes of a page."""
    return call < i and i - call <= PAGE and lines[call].page == lines[i].page


def _may_stand(lines: Sequence[TextLine], i: int, style: NoteStyle, label: str, next_of_page: bool) -> bool:
    """A note stands after an ended line, and is not the continuation of a sentence above it.

    `next_of_page`: it is the next note, called on this page; then the sentence above may go on over the page end.
    """
    if not style.last:
        return True
    above = lines[i - 1] if i else None
    open_above = (
        above is not None and not above.ends_sentence and above.width > 20 and not style.pattern.match(above.text)
    )
    torn = open_above and lines[i].gap == 0
    if torn and not next_of_page:
        return False
    if lines[i].page is None:
        return True
    later = takewhile(lambda at: lines[at].page == lines[i].page, range(i + 1, len(lines)))
    return not any((match := style.pattern.match(lines[at].text)) and match[1] == label for at in later)


def _calls(lines: Sequence[TextLine], remarks: TableRemarks) -> _Calls:
    """Where each label is called. Marks in a table call none of these."""
    places: dict[tuple[str, str], list[int]] = {}
    square = False
    for i, line in enumerate(lines):
        for mark in find_marks(line.text):
            if (mark.start > 0 or mark.printed == line.text) and not remarks.closes(mark.label, line.number):
                square |= mark.style == "square"
                for style in _CALLED.get(mark.style, ()):
                    places.setdefault((style, mark.label), []).append(i)
    return _Calls(places, square)


def _zone(lines: Sequence[TextLine], starts: Sequence[_Start]) -> list[TextLine]:
    """The lines from each note to the next: notes set in one column, from which its right edge is learned."""
    zone: list[TextLine] = []
    for a, b in pairwise(starts):
        if b.position - a.position <= 8:
            zone += lines[a.position : b.position]
    return [*zone, lines[starts[-1].position]]


# The date of access is the last thing that a note says of a source (Source: the notes of Korean briefs).
_ACCESSED = re.compile(r"[(（](?:검색일|접속일|최종\s?(?:방문|접속)일?|방문일|accessed)[^()]*[)）]$")


def _in_note(lines: Sequence[TextLine], i: int, edge: RightEdge, cuts: Sequence[int], text_open: bool) -> bool:
    """Line i still belongs to the note above it.

    A note goes on over a page end if its sentence is open and that of the text above the notes is not (`text_open`).
    """
    above, line = lines[i - 1], lines[i]
    ended = above.ends_before(line)
    if line.starts_page and (ended or text_open or _ACCESSED.search(above.text)):
        return False
    if _announces(line, above) or (_parted(above, line, cuts) and not line.starts_page):
        return False
    if not edge.wrapped:
        return not ended and (line.gap == 0 or edge.width(above) > WIDE * edge.width(line))
    return edge.full(above, line) or (not above.ends_before(line) and edge.overhang(above, line) > -0.25 * edge.measure)


def _announces(line: TextLine, above: TextLine) -> bool:
    """The line begins something else by its own words."""
    text = line.text
    if line.legend is not None or HEADING.fullmatch(text) or SOURCES_HEADING.fullmatch(text) or line.is_disclaimer:
        return True
    if line.gap and CHAPTER.match(text):
        return True
    return above.ends_before(line) and (line.bullet is not None or line.enumeration is not None)
