"""Where does a person without the link find the passage? Page, section, and which paragraph of the section.

The human coordinate that stands beside an address in print: ‘3) 북러 협력의 전망’ 둘째 문단. It is for eyes; links
never depend on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.model import DocumentPart, Language, PassageKind


@dataclass(frozen=True, slots=True)
class Coordinate:
    """`under` is the heading, or the caption of a row's table; `number` counts from 1 among its like under it.

    `page` is what is printed on the page as its number, or which page of the file it is where nothing is on any.
    """

    kind: PassageKind
    number: int
    page: str | None = None
    under: str | None = None
    label: str | None = None  # of a note


def coordinate(part: DocumentPart) -> Coordinate:
    """The coordinate of the first passage that is shown."""
    passage = part.shown[0]
    above = [one for n in passage.context if (one := part.passages.get(n)) and one.kind is not PassageKind.TITLE]
    return Coordinate(
        passage.kind,
        part.before + 1,
        page_label(part.page_labels, page_of(part)),
        passage.text if passage.kind in _OWN else above[-1].text if above else None,
        part.notes[passage.note].label if passage.note is not None else None,
    )


def page_label(labels: Sequence[str], page: int | None) -> str | None:
    """The number by which a person finds a page; None where the page bears none, though others do."""
    if page is None or not labels:
        return None if page is None else str(page)
    return (labels[page - 1] or None) if page <= len(labels) else None


_OWN = (PassageKind.HEADING, PassageKind.CAPTION)


def page_of(part: DocumentPart) -> int | None:
    """The page of the file on which the first passage shown begins, counted from 1.

    As its block or note says, else that of its first line; a row knows none but that of its line.
    """
    passage = part.shown[0]
    if passage.note is not None:
        return part.notes[passage.note].page or part.page
    if passage.block is None:
        return None
    own = part.blocks[passage.block].page
    return (part.page or own) if passage.row is not None else (own or part.page)


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
