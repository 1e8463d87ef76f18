"""Which mark in the body calls a note? Finds note references and tells them from other numbers.

A mark is taken only where its shape and its neighbours speak for it; bare digits need most. A number is
never taken only because some note bears it; for an unsure mark that helps (`choose`).
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", " ")
# Raised digits of one label. ¹²³ are older signs than ⁰⁴⁵⁶⁷⁸⁹ and often of another typeface: extractors part
# them ("¹ ⁰").
RAISED = "(?:[¹²³] [⁰⁴-⁹]|[⁴-⁹] [¹²³]|[⁰¹²³⁴-⁹]{1,3})"


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A possible note reference in a text: `start` and `end` are code points, `printed` what stands there."""

    start: int
    end: int
    label: str
    printed: str
    style: str
    sure: bool  # its shape alone says so; else only its place in the row of numbers can


@dataclass(frozen=True, slots=True)
class RefStyle:
    """One way to print a note reference. The first group is the label."""

    name: str
    pattern: re.Pattern[str]
    sure: bool
    example: str
    reason: str


# What makes digits a figure. After a space the unit must be a word: "된다.2 위반을" calls a note, "2 위를" ranks.
_UNITS = r"(?:월|년|일|차|개|명|만|억|조|천|%|％|시|분|회|위|대|번|호|차례|여|개월|시간|km|m\b)"
_UNIT = rf"(?:{_UNITS}|\s{_UNITS}(?:[은는이가을를의에와과도로말초간째]|에서|까지|부터|으로)?(?![가-힣]))"
CARET = "caret"
STYLES: tuple[RefStyle, ...] = (
    RefStyle("markdown", re.compile(r"\[\^([^\]\s]{1,12})\](?!:)"), True, "밝혔다.[^7]", "Markdown's own mark"),
    RefStyle("superscript",
        re.compile(rf"(?:(?<=[^\s])|(?<=[.!?…,”’)」』] ))(?<![A-Za-z㎞㎡][A-Za-z])(?<!\bm)({RAISED})[⁾]?"), True,
        "밝혔다.⁷ 발언⁸이", "raised digits; not the square of a unit (km²)"),
    RefStyle("word", re.compile(r"(?<=\S)(?:각주|주)\s?(\d{1,3})\)"), True, "밝혔다.주3)", "the word says it"),
    RefStyle("paren", re.compile(r"(?<=[^\d\s(（\[{~\-–/+=<>])(?<!\d\.)(?<!\d,)(?<!제)(\d{1,3})\)"), True,
        "밝힘.9) 함.12)", "glued to the word before it, and no bracket is open"),
    RefStyle(CARET, re.compile(r"(?<=\S)\s?\^\[(\d{1,3})\]|^\^\[(\d{1,3})\]$"), True, "밝혔다.^[7]",
        "programs that print a web page as text (w3m, elinks) write what is raised with a caret"),
    RefStyle("square", re.compile(r"(?<=\S)\s?\[(\d{1,3})\](?!:)"), True, "밝혔다.[7]",
        "a number alone in square brackets"),
    RefStyle("bare after a sentence",
        re.compile(rf"(?<=[^\s\d][.!?…”\"」』)])(?<!No\.)(?<!Vol\.)(?<!vol\.)(?<!pp\.)(?<!\bp\.)(?<!Art\.)(?<!Fig\.)"
        rf"([1-9]\d{{0,2}})(?=$|[”’\")]|\s)(?!{_UNIT})"), True, "있다.7 이어",
        "a sentence never goes on with a digit glued to its point"),
    RefStyle("bare after a space",
        re.compile(rf"(?<=[가-힣a-z”’\"」』)][.!?]) ([1-9]\d{{0,2}})(?=$|\s[A-Z가-힣“‘「『])(?!{_UNIT})"
        rf"|(?<=[가-힣a-z)][.!?][”’\"]) ([1-9]\d{{0,2}})(?=$|\s[A-Z가-힣“‘「『])(?!{_UNIT})"), False,
        "ran out. 7 Russia had",
        "extractors part a raised number from its sentence; a sentence may also begin with a number"),
    RefStyle("bare after a clause", re.compile(r"(?<=[가-힣A-Za-z)”’\"'][,;:’'])([1-9]\d{0,2})(?=\s|$)"), False,
        "발표했고,1 이어", "a digit glued to a comma; a list of numbers looks the same"),
    RefStyle("bare before a point", re.compile(r"(?<=[가-힣a-z])(?<![제표])([1-9]\d{0,2})(?=[.,](?:\s|$))"), False,
        "자료를 모았다2.", "journals set the raised digit before the point; 표2. and 코로나19. look the same"),
    RefStyle("bare after a word", re.compile(r"(?<=[가-힣a-z])(?<!제)([1-9]\d{0,2})(?=\s|$)"), False,
        "강조함으로써3 이어", "also the shape of 코로나19: only in a row of such marks"),
)  # fmt: skip


def find_marks(text: str) -> tuple[NoteMark, ...]:
    """All that may be note references, in order, none overlapping; the earlier style wins."""
    taken: list[NoteMark] = []
    covered = bytearray(len(text))
    open_brackets = _open_brackets(text)
    for style in STYLES:
        for match in style.pattern.finditer(text):
            start, end = match.span()
            if any(covered[start:end]):
                continue
            if style.name == "paren" and open_brackets[start]:
                continue
            label = next(filter(None, match.groups())).translate(SUPERSCRIPT)
            covered[start:end] = b"\1" * (end - start)
            taken.append(NoteMark(start, end, label.lstrip("0") or label, match[0].strip(), style.name, style.sure))
    return tuple(sorted(taken, key=lambda mark: mark.start))


def _open_brackets(text: str) -> list[int]:
    """How many round brackets are open before each letter."""
    depth, depths = 0, []
    for letter in text:
        depths.append(depth)
        depth = depth + 1 if letter in "(（" else max(0, depth - (letter in ")）"))
    return depths


AHEAD = 50  # marks looked at to see whether a sure one of the same number follows


GLUED = ("bare after a word", "bare before a point")  # the weakest: neighbours on both sides must speak for them


def choose(
    texts: Sequence[Sequence[NoteMark]], printed: Collection[str], listed: bool = False
) -> tuple[tuple[NoteMark, ...], ...]:
    """Of the marks of each text, in document order, those that are note references.

    `printed` holds the labels of the notes the document prints. A sure mark is taken. An unsure one is taken where it
    continues the row 1, 2, 3 … (or from the first that is printed), and either its note is printed or the row goes on
    after it and is three long or more. `listed`: marks in brackets call a list of their own and are no part of the row.
    Where a program wrote carets, it wrote one before every mark: nothing else is one.
    """
    if any(mark.style == CARET for marks in texts for mark in marks):
        return tuple(tuple(mark for mark in marks if mark.style == CARET) for marks in texts)
    counted = [mark for marks in texts for mark in marks if not (listed and mark.style == "square")]
    row = _row(counted, min((int(label) for label in printed if label.isdecimal()), default=1))
    in_row = {id(mark) for mark in row}
    length = len(row)
    sure = sum(mark.sure for mark in row)

    def keep(mark: NoteMark) -> bool:
        if mark.sure:
            return True
        if id(mark) not in in_row:
            return False
        if mark.label in printed or mark.style == "bare after a space":
            return mark.label in printed
        glued = mark.style in GLUED
        return length >= 3 and sure >= 1 and not (glued and (mark is row[0] or mark is row[-1]))

    return tuple(tuple(mark for mark in marks if keep(mark)) for marks in texts)


def _row(marks: Sequence[NoteMark], first: int) -> list[NoteMark]:
    """The marks that count up from `first` in order; a sure mark may leap ahead by a few, as one in a table does."""
    row: list[NoteMark] = []
    last = first - 1
    for i, mark in enumerate(marks):
        if not mark.label.isdigit():
            continue
        number = int(mark.label)
        leap = 3 if mark.sure else 1
        if last < number <= last + leap:
            # A weak mark gives way to a sure one of the same number that comes before the next number is seen.
            if not row and first > 1 and mark.style == "bare after a word":  # 코로나19
                continue
            if not mark.sure and _sure_follows(marks[i + 1 : i + 1 + AHEAD], number):
                continue
            row.append(mark)
            last = number
    return row


def _sure_follows(marks: Sequence[NoteMark], number: int) -> bool:
    for mark in marks:
        if mark.label == str(number) and mark.sure:
            return True
        if mark.label == str(number + 1):
            return False
    return False
