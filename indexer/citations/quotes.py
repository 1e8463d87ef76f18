"""Where does a quoted title begin and end? Finds 「」, 『』, “”, «», 《》, ‘’ and "" in notes, as printed.

Brackets are believed. Curly and straight quotes are not: in print an inner pair loses a mark, an opening mark stands
where a closing one belongs, or one too many follows. So a closing mark ends a title only where something that can
follow a title follows it, and pairs inside are counted. A mark that closes nothing is left to the text around it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 500  # code points of a title; the longest in the briefs has 150. Bounds the work on hostile marks
DEEPEST = 4  # pairs of one kind inside one another; print has two. Bounds the work on hostile marks
MARKS = 40  # marks looked at for one title; the most in the briefs is 6. Bounds the work on hostile marks

BRACKETS = {"「": "」", "『": "』", "《": "》", "〈": "〉", "≪": "≫", "｢": "｣"}
QUOTES = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’"}
CLOSING = '」』》〉≫｣”»"’'
_ADDRESS = re.compile(r"〈\s?(?:URL[:：]?\s?)?(?:https?://|www\.)")  # 〈https://example.org/a〉 is no title
_MARK = re.compile('[「」『』《》〈〉≪≫｢｣“”„«»"‘’]')

# What may follow the mark that ends a title, after closing marks too many.
AFTER_TITLE = re.compile(r"[」』”’»\"]{0,3}(?:$|[,;:，；、。.]|\s{0,2}[(（\[『《〈「<]|\s{1,2}(?:19|20)\d\d|\s*//)")
_DATED = re.compile(r"[」』”’»\"]{0,3}\s{0,2}[(（]\s?(?:19|20)\d\d")  # “제목”(2023. 9. 13): nothing else looks so
_UNCLOSED = re.compile(r"\s{0,2}\((?:19|20)\d\d\s?\.\s?\d{1,2}(?:\s?\.\s?\d{1,2})?\s?\.?\)\s?,")


@dataclass(frozen=True, slots=True)
class QuotedTitle:
    """A quoted stretch: `start` and `end` with its marks, `text` between them; `mark` is the one that opens."""

    start: int
    end: int
    mark: str
    text: str


def _opens(text: str, at: int) -> bool:
    """Does this quote mark open? By its shape, and against its shape where its neighbours leave no doubt."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    free = before.isspace() or before in "([{「『“‘«,;:(（"
    mark = text[at]
    if mark == '"':
        return free and not after.isspace()
    if mark == "»":
        return False
    if mark in "”’":
        return mark == "”" and before.isspace() and after.isalnum()
    closes = mark == "“" and not free and (after.isspace() or after in ",;(")  # Title“, Outlet
    return not closes


def _closes(text: str, at: int, upcoming: str | None) -> bool:
    """Can the closing mark at `at` end what was opened? `upcoming` is the next mark of the kind, None if there is none.

    “A “B” C”: the mark after B stands before a letter and another closing mark follows: an inner pair lost its opener.
    “A”라고 한 “B”: an opening mark follows, so the quotation is over.
    """
    if AFTER_TITLE.match(text, at + 1):
        return True
    if text[at - 1] in ",，.?!" and text[at + 1].isspace():  # “Title,” Outlet and “Title?” Outlet
        return True
    return upcoming != "close"


def _end(text: str, positions: list[int], first: int) -> int | None:
    """Position of the mark that closes the one at positions[first]; None where none does."""
    start = positions[first]
    opener = text[start]
    closer = BRACKETS.get(opener) or QUOTES.get(opener) or "”"
    kind = set(closer + opener)
    ours = [p for p in positions[first + 1 : first + 1 + MARKS] if text[p] in kind and p - start <= LONGEST]
    depth = 1
    for index, at in enumerate(ours):
        if opener not in BRACKETS and _DATED.match(text, at + 1) and not _opens(text, at):
            return at
        if text[at] == opener if opener in BRACKETS else _opens(text, at):
            depth += 1
            if depth > DEEPEST:
                return None
            continue
        if depth > 1:
            depth -= 1
            continue
        following = ours[index + 1] if index + 1 < len(ours) else None
        upcoming = None if following is None else "open" if _opens(text, following) else "close"
        if opener in BRACKETS or _closes(text, at, upcoming):
            return at
    return None


def _cut_short(text: str, start: int, end: int | None) -> int | None:
    """“Title(2023. 9. 13), Outlet: where the closing mark was forgotten, the date in brackets ends the title."""
    stop = _UNCLOSED.search(text, start, min(len(text), start + LONGEST))
    if stop and stop.start() > start + 1 and (end is None or stop.start() < end):
        return stop.start()
    return None


def find_quoted(text: str) -> Iterator[QuotedTitle]:
    """The outermost quoted stretches of a text, in order. Linear: each mark looks at most at the next 40 marks."""
    positions = [match.start() for match in _MARK.finditer(text)]
    index = 0
    while index < len(positions):
        start = positions[index]
        mark = text[start]
        opens = (mark in BRACKETS and not _ADDRESS.match(text, start)) or (
            (mark in QUOTES or mark == "”") and _opens(text, start)
        )
        end = _end(text, positions, index) if opens else None
        short = _cut_short(text, start, end) if opens and mark not in "‘" else None
        if short is not None:
            yield QuotedTitle(start, short, mark, text[start + 1 : short])
            index = bisect_left(positions, short)
        elif end is not None:
            yield QuotedTitle(start, end + 1, mark, text[start + 1 : end])
            index = bisect_left(positions, end + 1)
        else:
            index += 1
