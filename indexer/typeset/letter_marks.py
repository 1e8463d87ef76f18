"""Are raised letters marks of notes? a, b, or i, ii, as Word and LibreOffice count endnotes: where all of them agree.

What is raised in the text must count from the first letter on without a gap, and as many small lines below must begin
with the same letters, in the same order. Powers, ordinals and the remarks of tables have no such notes; they stay text.
"""

import re
from collections.abc import Iterator, Sequence

from indexer.typeset.lines import LETTERS, TypesetLine

ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
# What may stand before a raised letter that calls a note: a word or a sign that closes something, no variable.
WORD = re.compile(r"(?:[^\W\d_]{2}|[.,;:!?»”’)\]」』])\s*$")
FEWEST = 2  # notes that must agree where the letters in front of them are not raised

Call = tuple[int, str]  # which line, and its letter


def mark_letters(lines: Sequence[TypesetLine], small: float) -> None:
    """Makes marks of raised letters where they are. All lines in the order of reading; notes are no larger than
    `small`, in points."""
    calls = [(n, label) for n, line in enumerate(lines) for label in _called(line, small)]
    labels = [label for _, label in calls]
    if not labels or labels not in (_roman(len(labels)), list(ALPHABET[: len(labels)])):
        return
    heads = _raised_heads(lines, labels, small) or _plain_heads(lines, calls, small)
    for n in {n for n, _ in calls} if heads else ():
        lines[n].with_letters()
    for n, label in zip(heads, labels, strict=False):
        lines[n].with_letters(label)


def _roman(length: int) -> list[str]:
    labels = []
    for left in range(1, length + 1):
        label = ""
        for value, letters in ROMAN:
            label += left // value * letters
            left %= value
        labels.append(label)
    return labels


def _called(line: TypesetLine, small: float) -> Iterator[str]:
    """The letters raised behind a word, or at the head of a line of the text, where a line end cut them from it."""
    for at, run in enumerate(line.runs):
        letters = run.text.strip()
        before = "".join(one.text for one in line.runs[:at])
        if LETTERS.fullmatch(letters) and line.is_raised(run) and (WORD.search(before) if at else line.size > small):
            yield letters


def _raised_heads(lines: Sequence[TypesetLine], labels: Sequence[str], small: float) -> list[int]:
    """The small lines that begin with raised letters, where these are the same that are called."""
    heads = [
        (n, line.runs[0].text.strip())
        for n, line in enumerate(lines)
        if line.size <= small and LETTERS.fullmatch(line.runs[0].text.strip()) and line.is_raised(line.runs[0])
    ]
    return [n for n, _ in heads] if [label for _, label in heads] == labels else []


def _plain_heads(lines: Sequence[TypesetLine], calls: Sequence[Call], small: float) -> list[int]:
    """The small lines that begin with the letters called, each below its call and below the note before it."""
    heads: list[int] = []
    for call, label in calls:
        start = max(call, heads[-1] if heads else 0) + 1
        begins = re.compile(rf"{label}(?![a-z])\s*\S")
        found = (n for n in range(start, len(lines)) if lines[n].size <= small and begins.match(lines[n].text))
        head = next(found, None)
        if head is None:
            return []
        heads.append(head)
    return heads if len(heads) >= FEWEST else []
