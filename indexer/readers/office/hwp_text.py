"""Which letters and which controls stand in this paragraph of HWP? Text in UTF-16 units, some of which are controls.

A control takes one unit or eight. Those with a record of their own ("extended") come in the order of those records, so
that a note, a table or a picture is known by its place and by nothing else. Places count units, as letter shapes do.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.readers.office.hwp_records import decoded

# Source: 한글 문서 파일 형식 5.0, "제어 문자".
EXTENDED = frozenset((1, 2, 3, 11, 12, 14, 15, 16, 17, 18, 21, 22, 23))
INLINE = frozenset((4, 5, 6, 7, 8, 9, 19, 20))
LINE_END, TAB, FIELD_END = 10, 9, 4
SHOWN = {TAB: "\t", 30: "\u00a0", 31: " "}  # a tab, a space that does not break, one of fixed width
_CONTROL = re.compile("[\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Letters of one shape, the end of a line or field, or the next control with a record of its own (`control`)."""

    text: str = ""
    letters: int = -1
    control: bool = False
    ends_line: bool = False
    ends_field: bool = False


def text_pieces(data: bytes, shapes: Sequence[tuple[int, int]]) -> Iterator[TextPiece]:
    """The pieces of a paragraph's text; `shapes`: from which unit on letters have which shape, in order."""
    units = "".join(chr(int.from_bytes(data[at : at + 2], "little")) for at in range(0, len(data) - 1, 2))
    at = 0
    while at < len(units):
        found = _CONTROL.search(units, at)
        end = found.start() if found else len(units)
        yield from _letters(data, at, end, shapes)
        if found is None:
            return
        code = ord(found[0])
        if code in EXTENDED:
            yield TextPiece(control=True)
        elif code == LINE_END:
            yield TextPiece(ends_line=True)
        elif code == FIELD_END:
            yield TextPiece(ends_field=True)
        elif code in SHOWN:
            yield TextPiece(SHOWN[code], _shape_at(shapes, end))
        at = end + (8 if code in EXTENDED or code in INLINE else 1)


def _letters(data: bytes, start: int, end: int, shapes: Sequence[tuple[int, int]]) -> Iterator[TextPiece]:
    cuts = [start, *(place for place, _ in shapes if start < place < end), end]
    for first, last in pairwise(cuts):
        if last > first:
            yield TextPiece(decoded(data[2 * first : 2 * last]), _shape_at(shapes, first))


def _shape_at(shapes: Sequence[tuple[int, int]], place: int) -> int:
    at = bisect_right(shapes, place, key=lambda shape: shape[0]) - 1
    return shapes[at][1] if at >= 0 else -1
