"""How do the printed lines of a unit become its text? Joins lines, takes marks out, and remembers where.

Every line break that was healed stays known as a `Seam`. Text is as printed but for that: runs of spaces made one,
note references lifted out, and a hyphen at a line end dropped only if the document itself prints the word without it.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from archive.document import Seam
from indexer.layout import SPACES, Printed

SOFT_HYPHEN = "\u00ad"
_HYPHENED = re.compile(r"([A-Za-z]{2,})[-‐]$")
_GOES_ON = re.compile(r"[a-z]{2,}")


class Joins(Protocol):
    """Decides how a printed line continues the one before it."""

    def join(self, left: str, right: str) -> tuple[str, str]:
        """"space" or "glue", and why."""
        ...


@dataclass(frozen=True, slots=True)
class Healed:
    """A text made of printed lines."""

    text: str
    seams: tuple[Seam, ...] = ()


class Healer:
    """Heals the lines of one document. `words` are the words that it prints within lines, in lower case."""

    def __init__(self, joins: Joins, words: Collection[str]) -> None:
        self._joins = joins
        self._words = words

    def heal(self, lines: Sequence[Printed], drop: int = 0) -> Healed:
        """Joins the lines; the first `drop` letters of the first (a bullet, a note's label) are left out."""
        text = lines[0].text[drop:].lstrip()
        seams: list[Seam] = []
        for left, right in zip(lines, lines[1:], strict=False):
            how, why = self._joins.join(_unmarked(left.raw), right.raw)
            text, dropped = self._unhyphened(text, right.text)
            if dropped:
                how, why = "glue", "hyphen at the line end"
            text += " " if how == "space" and text else ""
            seams.append(Seam(len(text), right.number, how, why))
            text += right.text
        return Healed(text, tuple(seams))

    def _unhyphened(self, text: str, following: str) -> tuple[str, bool]:
        if text.endswith(SOFT_HYPHEN):
            return text[:-1], True
        head, tail = _HYPHENED.search(text), _GOES_ON.match(following)
        if head is None or tail is None:
            return text, False
        known = (head[1] + tail[0]).lower() in self._words
        return (text[:-1], True) if known else (text, False)


# A note reference at the end of a line hides how the sentence above it joins: "…했다.1" is no number that goes on.
_MARK_AT_END = re.compile(r"(?<=[^\s\d(])(?:[⁰¹²³⁴-⁹]{1,3}|(?<=[.?!”’」』,])\d{1,2}|\d{1,3}\)|\[\^?\d{1,3}\])(?=\s*$)")


def _unmarked(raw: str) -> str:
    return _MARK_AT_END.sub("", raw)


def words_of(lines: Iterable[Printed]) -> frozenset[str]:
    """The Latin words that stand whole within printed lines."""
    return frozenset(word.lower() for line in lines for word in re.findall(r"[A-Za-z]{4,}", line.text))


def lift(healed: Healed, spans: Sequence[tuple[int, int]]) -> tuple[Healed, tuple[int, ...]]:
    """Takes the spans (code points into the text, in order) out; gives the places where they stood.

    A space that is left doubled, or before a point, goes with the mark.
    """
    kept: list[str] = []
    source: list[int] = []  # for each kept letter, where it stood
    removed = {i for start, end in spans for i in range(start, end)}
    for i, letter in enumerate(healed.text):
        if i not in removed:
            kept.append(letter)
            source.append(i)
    text = "".join(kept)
    drop = {m.start() + k for m in SPACES.finditer(text) for k in range(1, len(m[0]))}
    drop |= {i for i in range(len(text) - 1) if text[i] == " " and text[i + 1] in ".,;:" and _was_mark(source, i)}
    drop |= set(range(len(text.rstrip()), len(text))) | set(range(len(text) - len(text.lstrip())))
    places = [at for i, at in enumerate(source) if i not in drop]
    text = "".join(letter for i, letter in enumerate(text) if i not in drop)

    def moved(offset: int) -> int:
        low, high = 0, len(places)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if places[middle] < offset else (low, middle)
        return low

    offsets = tuple(len(text[: moved(start)].rstrip()) if start else 0 for start, _ in spans)
    seams = tuple(replace(seam, offset=moved(seam.offset)) for seam in healed.seams)
    return Healed(text, seams), offsets


def _was_mark(source: Sequence[int], i: int) -> bool:
    return source[i + 1] - source[i] > 1
