"""How do the printed lines of a unit become its text? Joins lines, takes marks out, and remembers where.

Every line break that was healed stays known as a `Seam`. Text is as printed but for that: runs of spaces made one,
note references lifted out, and a hyphen at a line end dropped only where the document cuts words so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from archive.model import Seam
from archive.text import MappedText
from indexer.lines.joins import Joiner
from indexer.lines.line import TextLine

SOFT_HYPHEN = "\u00ad"
_HYPHENED = re.compile(r"([A-Za-z]{2,})[-‐]$")
_GOES_ON = re.compile(r"[a-z]{2,}")


class Joins(Protocol):
    """Decides how a printed line continues the one before it."""

    def join(self, left: str, right: str) -> tuple[str, str]:
        """ "space" or "glue", and why."""
        ...


@dataclass(frozen=True, slots=True)
class Healed:
    """A text made of printed lines."""

    text: str
    seams: tuple[Seam, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The Latin words of a document: those whole within its lines, and whether it cuts words with hyphens."""

    whole: frozenset[str]
    cuts: bool


# Words that a hyphen cuts show at a twentieth of the line ends and more; hyphens of their own (long-term) at few.
CUT_SHARE, CUT_LEAST = 0.04, 3


def words_of(lines: Sequence[TextLine]) -> Words:
    """Learns the Latin words of a document from its printed lines."""
    whole = {
        word.lower() for line in lines for word in re.findall(r"[A-Za-z]{2,}(?:-[A-Za-z]{2,})*(?![A-Za-z-])", line.text)
    }
    latin = [(a, b) for a, b in pairwise(lines) if a.text[-1:].isascii() and _GOES_ON.match(b.text)]
    cut = sum(_HYPHENED.search(a.text) is not None for a, _ in latin)
    return Words(frozenset(whole), cut >= CUT_LEAST and cut > CUT_SHARE * len(latin))


class SecondLook:
    """Asks the model where a trailing space is missing in a file that breaks its lines between words.

    Such a file leaves the space out now and then; where the model parts the words, the space was lost.
    Source: one line end of a brief of 130, the only one that its trailing spaces tell wrong.
    """

    def __init__(self, joiner: Joiner) -> None:
        self._joiner = joiner

    def join(self, left: str, right: str) -> tuple[str, str]:
        """As the joiner says, but for a lost space."""
        how, why = self._joiner.join(left, right)
        if how != "glue" or why != "trailing space":
            return how, why
        pair = (left.strip(), right.strip())
        second, _ = self._joiner.by_rule(*pair) or self._joiner.by_weight([pair])[0]
        return (second, LOST_SPACE) if second == "space" else (how, why)


LOST_SPACE = "model, against a missing trailing space"


class Healer:
    """Heals the lines of one document."""

    def __init__(self, joins: Joins, words: Words) -> None:
        self._joins = joins
        self._words = words

    def heal(self, lines: Sequence[TextLine], drop: int = 0) -> Healed:
        """Joins the lines; the first `drop` letters of the first (a bullet, a note's label) are left out."""
        text = lines[0].text[drop:].lstrip()
        seams: list[Seam] = []
        for left, right in pairwise(lines):
            how, why = self._joins.join(_unmarked(left.raw), right.raw)
            text, dropped = self._unhyphened(text, right.text)
            if dropped:
                how, why = "glue", "hyphen at the line end"
            text += " " if how == "space" and text else ""
            seams.append(Seam(len(text), right.number, how, why))
            text += right.text
        return Healed(text.removesuffix(SOFT_HYPHEN), tuple(seams))

    def _unhyphened(self, text: str, following: str) -> tuple[str, bool]:
        if text.endswith(SOFT_HYPHEN):
            return text[:-1], True
        head, tail = _HYPHENED.search(text), _GOES_ON.match(following)
        if head is None or tail is None:
            return text, False
        with_hyphen = f"{head[1]}-{tail[0]}".lower() in self._words.whole
        cut = (head[1] + tail[0]).lower() in self._words.whole or (self._words.cuts and not with_hyphen)
        return (text[:-1], True) if cut else (text, False)


# A note reference at the end of a line hides how the sentence above it joins: "…했다.1" is no number that goes on.
_MARK_AT_END = re.compile(r"(?<=[^\s\d(])(?:[⁰¹²³⁴-⁹]{1,3}|(?<=[.?!”’」』,])\d{1,2}|\d{1,3}\)|\[\^?\d{1,3}\])(?=\s*$)")


def _unmarked(raw: str) -> str:
    return _MARK_AT_END.sub("", raw)


_NEEDLESS = re.compile(r"^\s+|\s+\Z|(?<=\s)\s+")  # spaces at both ends of a text, and all but the first of a run
_BEFORE_POINT = re.compile(r" (?=[.,;:])")


def lift(healed: Healed, spans: Sequence[tuple[int, int]]) -> tuple[Healed, tuple[int, ...]]:
    """Takes the spans (code points into the text, in order) out; gives the places where they stood.

    A space that is left doubled, or before a point, goes with the mark.
    """
    removed = {i for start, end in spans for i in range(start, end)}
    kept = MappedText(healed.text, range(len(healed.text))).without(removed)
    spaces = {i for found in _NEEDLESS.finditer(kept.text) for i in range(*found.span())}
    before_point = (found.start() for found in _BEFORE_POINT.finditer(kept.text))
    spaces |= {i for i in before_point if kept.origin[i + 1] > kept.origin[i] + 1}  # a mark stood between
    left = kept.without(spaces)
    offsets = tuple(len(left.text[: left.forward(start)].rstrip()) if start else 0 for start, _ in spans)
    return Healed(left.text, tuple(replace(seam, offset=left.forward(seam.offset)) for seam in healed.seams)), offsets
