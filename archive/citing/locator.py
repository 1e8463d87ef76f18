"""Where does a person without the link find the passage? Page, section, and which paragraph of the section.

The human coordinate that stands beside an address in print: ‘3) 북러 협력의 전망’ 둘째 문단. It is for eyes; links
never depend on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.model import Document, Language, Lines, Passage, PassageKind


@dataclass(frozen=True, slots=True)
class Coordinate:
    """`under` is the heading, or the caption of a row's table; `number` counts from 1 among its like under it."""

    kind: PassageKind
    number: int
    page: int | None = None
    under: str | None = None
    label: str | None = None  # of a note


def coordinate(document: Document, passages: Sequence[Passage], passage: Passage) -> Coordinate:
    """The coordinate of a passage, among all the passages of its document in their order."""
    above = _above(passages, passage)
    alike = [p for p in passages if p.kind is passage.kind and _above(passages, p) == above]
    if passage.row is not None:
        alike = [p for p in alike if p.block == passage.block]
    note = document.notes[passage.note] if passage.note is not None else None
    return Coordinate(
        passage.kind,
        1 + [p.ordinal for p in alike].index(passage.ordinal),
        _page(document, passage),
        passage.text if passage.kind in _OWN else passages[above].text if above is not None else None,
        note.label if note else None,
    )


_OWN = (PassageKind.HEADING, PassageKind.CAPTION)


def _above(passages: Sequence[Passage], passage: Passage) -> int | None:
    """The ordinal of the heading or caption that it stands under."""
    under = [n for n in passage.context if n < len(passages) and passages[n].kind is not PassageKind.TITLE]
    return under[-1] if under else None


def _page(document: Document, passage: Passage) -> int | None:
    if passage.note is not None:
        note = document.notes[passage.note]
        return note.page or _page_of_lines(document, note.lines)
    if passage.block is None:
        return None
    block = document.blocks[passage.block]
    if passage.row is not None and block.table is not None:
        return _page_of_lines(document, block.table.rows[passage.row].lines) or block.page
    return block.page or _page_of_lines(document, block.lines)


def _page_of_lines(document: Document, lines: Lines) -> int | None:
    return next((line.page for line in document.lines if line.number == lines[0]), None)


# Words

_KO = {PassageKind.PARAGRAPH: "문단", PassageKind.ITEM: "항목", PassageKind.ROW: "행"}
_EN = {PassageKind.PARAGRAPH: "paragraph", PassageKind.ITEM: "item", PassageKind.ROW: "row"}
_ALONE = {  # kinds that need no number, with their names
    PassageKind.TITLE: ("제목", "title"),
    PassageKind.HEADING: ("절 제목", "heading"),
    PassageKind.CAPTION: ("표·그림 제목", "caption"),
    PassageKind.SOURCE: ("자료 출처", "source line"),
    PassageKind.REMARK: ("주", "remark"),
    PassageKind.DISCLAIMER: ("밝힘 글", "disclaimer"),
}
_KO_ONES = ("", "한", "두", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
_KO_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_EN_FIRST = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def format_coordinate(coordinate: Coordinate, language: Language) -> str:
    """7쪽, ‘3) 북러 협력의 전망’ 둘째 문단; or p. 7, ‘3) 북러 협력의 전망’, second paragraph."""
    korean = language == "ko"
    parts = [f"‘{coordinate.under}’"] if coordinate.under and coordinate.kind is not PassageKind.NOTE else []
    if coordinate.kind is PassageKind.NOTE:
        parts.append(f"각주 {coordinate.label}" if korean else f"note {coordinate.label}")
    elif coordinate.kind in _ALONE:
        parts.append(_ALONE[coordinate.kind][0 if korean else 1])
    elif korean:
        parts.append(f"{ordinal_ko(coordinate.number)} {_KO[coordinate.kind]}")
    else:
        parts.append(f"{ordinal_en(coordinate.number)} {_EN[coordinate.kind]}")
    place = (" " if korean else ", ").join(parts)
    if coordinate.page is None:
        return place
    return f"{coordinate.page}쪽, {place}" if korean else f"p. {coordinate.page}, {place}"


def ordinal_ko(number: int) -> str:
    """첫째, 둘째 … 열두째 … 스무째; from a hundred on 100번째. Source: 표준어 규정 제6항 (열두째, 스물두째)."""
    if number == 1:
        return "첫째"
    if number == 2:
        return "둘째"
    if number >= 100:
        return f"{number}번째"
    tens, ones = divmod(number, 10)
    if number == 20:
        return "스무째"
    return f"{_KO_TENS[tens]}{_KO_ONES[ones]}째"


def ordinal_en(number: int) -> str:
    """first … tenth, 11th, 12th, 21st."""
    if number < len(_EN_FIRST):
        return _EN_FIRST[number]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
