"""How do the printed lines of a unit become its text? Joins lines, takes marks out, and remembers where.

Every place where lines were joined stays known as a `Seam`. Text is as printed but for that: runs of spaces made one,
note references taken out, and a hyphen at a line end dropped only where the document cuts words so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.model import Seam
from archive.text import MappedText
from indexer.lines.hyphenation import SOFT_HYPHEN, LatinWords
from indexer.lines.line import TextLine
from indexer.lines.spacing import GLUE, SPACE, BreakClassifier

TAIL = 1_000  # code points at the end of a text that the next line may change: a word and its hyphen


@dataclass(frozen=True, slots=True)
class JoinedText:
    """A text made of printed lines."""

    text: str
    seams: tuple[Seam, ...] = ()


class LineJoiner:
    """Joins printed lines of one document to texts."""

    def __init__(self, breaks: BreakClassifier, words: LatinWords) -> None:
        self._breaks = breaks
        self._words = words

    def join_lines(self, lines: Sequence[TextLine], drop: int = 0) -> JoinedText:
        """Joins the lines; the first `drop` letters of the first (a bullet, a note's label) are left out."""
        text = lines[0].text[drop:].lstrip()
        done: list[str] = []  # what no later line changes: to copy a text of many lines with each takes too long
        length = 0
        seams: list[Seam] = []
        for left, right in pairwise(lines):
            how, why = self._breaks.classify(_unmarked(left.raw), right.raw)
            text, dropped = self._words.join_hyphened(text, right.text)
            if dropped:
                how, why = GLUE, "hyphen at the line end"
            text += " " if how == SPACE and text else ""
            seams.append(Seam(length + len(text), right.number, how, why))
            text += right.text
            if len(text) > 2 * TAIL:
                done.append(text[:-TAIL])
                length, text = length + len(done[-1]), text[-TAIL:]
        return JoinedText("".join((*done, text.removesuffix(SOFT_HYPHEN))), tuple(seams))


# A note reference at the end of a line hides how the sentence above it joins: "…했다.1" is no number that goes on.
_MARK_AT_END = re.compile(r"(?<=[^\s\d(])(?:[⁰¹²³⁴-⁹]{1,3}|(?<=[.?!”’」』,])\d{1,2}|\d{1,3}\)|\[\^?\d{1,3}\])(?=\s*$)")


def _unmarked(raw: str) -> str:
    return _MARK_AT_END.sub("", raw)


_NEEDLESS = re.compile(r"^\s+|\s+\Z|(?<=\s)\s+")  # spaces at both ends of a text, and all but the first of a run
_BEFORE_POINT = re.compile(r" (?=[.,;:])")


def remove_spans(joined: JoinedText, spans: Sequence[tuple[int, int]]) -> tuple[JoinedText, tuple[int, ...]]:
    """Takes the spans (code points into the text, in order) out; gives the places where they stood.

    A space that is left doubled, or before a point, goes with the mark.
    """
    removed = {i for start, end in spans for i in range(start, end)}
    kept = MappedText(joined.text, range(len(joined.text))).without(removed)
    spaces = {i for found in _NEEDLESS.finditer(kept.text) for i in range(*found.span())}
    before_point = (found.start() for found in _BEFORE_POINT.finditer(kept.text))
    spaces |= {i for i in before_point if kept.origin[i + 1] > kept.origin[i] + 1}  # a mark stood between
    left = kept.without(spaces)
    offsets = tuple(len(left.text[: left.forward(start)].rstrip()) if start else 0 for start, _ in spans)
    seams = tuple(replace(seam, offset=left.forward(seam.offset)) for seam in joined.seams)
    return JoinedText(left.text, seams), offsets
