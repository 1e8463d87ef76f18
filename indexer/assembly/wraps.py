"""How do elements of printed lines become texts? Joins their lines as those of printed text, and moves marks along."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from archive.model import Seam
from indexer.lines import BreakClassifier, LatinWords, LineJoiner, TextLine
from indexer.markup import LINE_ENDS, WRAP, Element, MarkupReference

PAGE_BREAKS = "line break of the page"  # why a seam is a space: the page itself breaks the line there


class WrapJoiner:
    """Joins the printed lines of one document's elements."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self._elements = elements

    @cached_property
    def _joiner(self) -> LineJoiner:
        lines = [line for element in self._elements for text in _texts(element) for line in text.split(WRAP)]
        printed = [_line(n, line) for n, line in enumerate(lines) if line.strip()]
        return LineJoiner(BreakClassifier(lines, typeset=True), LatinWords.of(printed))

    def join(
        self, text: str, marks: Sequence[MarkupReference], numbers: Sequence[int]
    ) -> tuple[str, tuple[MarkupReference, ...], tuple[Seam, ...]]:
        """The text with its `WRAP`s joined over, its marks, and the seams. `numbers` are those of its printed lines."""
        if WRAP not in text:
            return text, tuple(marks), ()
        begins = [0, *(found.end() for found in LINE_ENDS.finditer(text))]  # of each printed line
        starts: list[int] = []  # of each in the joined text
        pieces: list[str] = []
        seams: list[Seam] = []
        for piece in text.split("\n"):
            at = sum(len(one) + 1 for one in pieces)
            first = len(starts)
            lines = [_line(numbers[first + n], raw) for n, raw in enumerate(piece.split(WRAP))]
            piece_text = self._joiner.join_lines(lines)
            seams += [Seam(at, lines[0].number, "space", PAGE_BREAKS)] if first else []
            starts += [at, *(at + seam.offset for seam in piece_text.seams)]
            seams += [replace(seam, offset=at + seam.offset) for seam in piece_text.seams]
            pieces.append(piece_text.text)
        joined = "\n".join(pieces)
        return joined, tuple(_moved(mark, begins, starts, len(joined)) for mark in marks), tuple(seams)


def _texts(element: Element) -> list[str]:
    cells = [cell.text for row in element.rows for cell in row]
    return [part for text in (element.text, *cells) for part in text.split("\n") if WRAP in part]


def _line(number: int, raw: str) -> TextLine:
    return TextLine(number, raw, " ".join(raw.split()), 0)


def _moved(mark: MarkupReference, begins: Sequence[int], starts: Sequence[int], end: int) -> MarkupReference:
    """The mark where its line stands now: before a hyphen or space that its line lost, where it stood behind one."""
    line = bisect_right(begins, mark.offset) - 1
    limit = starts[line + 1] if line + 1 < len(starts) else end
    return replace(mark, offset=min(starts[line] + mark.offset - begins[line], limit))
