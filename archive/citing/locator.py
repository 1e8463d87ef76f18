"""Where does a person without the link find the passage? Page, section, and which paragraph of the section.

The human coordinate that stands beside an address in print: ‘3) 북러 협력의 전망’ 둘째 문단. It is for eyes; links
never depend on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive.model import DocumentPart, Language, PassageKind


class PageOrigin(StrEnum):
    """How the number of a page is known. Nobody finds an inferred one in print for sure: no reference names it."""

    PRINTED = "printed"  # on the page
    COUNTED = "counted"  # the file has pages, without numbers on them
    INFERRED = "inferred"  # from gaps between the lines of a file that has no pages of its own


@dataclass(frozen=True, slots=True)
class Coordinate:
    """`under` is the heading, or the caption of a row's table; `number` counts from 1 among its like under it.

    `page` is what is printed on the page as its number, or which page of the file it is where nothing is on any.
    `last` is the number of the last of several that follow each other.
    """

    kind: PassageKind
    number: int
    page: str | None = None
    under: str | None = None
    label: str | None = None  # of a note
    last: int | None = None
    page_origin: PageOrigin = PageOrigin.PRINTED


def coordinate(part: DocumentPart, source: str = "") -> Coordinate:
    """The coordinate of the passages that are shown, of a document that was read from a file of this name.

    Where they are not of one kind under one heading, that of the first.
    """
    passage = part.shown[0]
    above = [one for n in passage.context if (one := part.passages.get(n)) and one.kind is not PassageKind.TITLE]
    alike = {(one.kind, one.context, one.block if one.row is not None else None) for one in part.shown}
    several = len(part.shown) > 1 and len(alike) == 1 and passage.kind in _KO
    return Coordinate(
        passage.kind,
        part.before + 1,
        page_label(part.page_labels, page_of(part)),
        passage.text if passage.kind in _OWN else above[-1].text if above else None,
        part.notes[passage.note].label if passage.note is not None else None,
        part.before + len(part.shown) if several else None,
        _page_origin(part, source),
    )


def _page_origin(part: DocumentPart, source: str) -> PageOrigin:
    if part.page_labels:
        return PageOrigin.PRINTED
    return PageOrigin.COUNTED if source.casefold().endswith(".pdf") else PageOrigin.INFERRED


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
    pages = _PAGES[coordinate.page_origin][0 if language == "ko" else 1]
    place = section_place(coordinate, language)
    return place if coordinate.page is None else f"{pages.format(coordinate.page)}, {place}"


_PAGES = {
    PageOrigin.PRINTED: ("{}쪽", "p. {}"),
    PageOrigin.COUNTED: ("PDF {}쪽", "PDF p. {}"),
    PageOrigin.INFERRED: ("{}쪽(추정)", "p. {} (inferred)"),
}


def section_place(coordinate: Coordinate, language: Language) -> str:
    """The place without its page."""
    korean = language == "ko"
    above = section_name(coordinate)
    parts = [f"‘{above}’"] if above else []
    if coordinate.kind is PassageKind.NOTE:
        parts.append(f"각주 {coordinate.label}" if korean else f"note {coordinate.label}")
    elif coordinate.kind in _ALONE:
        parts.append(_ALONE[coordinate.kind][0 if korean else 1])
    else:
        parts.append(_counted_ko(coordinate) if korean else _counted_en(coordinate))
    return (" " if korean else ", ").join(parts)


def section_name(coordinate: Coordinate) -> str | None:
    """What stands above, without the brackets that close it in: 표 1. 화물 of <표 1. 화물>; a note needs none."""
    if coordinate.under is None or coordinate.kind is PassageKind.NOTE:
        return None
    name = coordinate.under.strip()
    closed = any(name.startswith(pair[0]) and name.endswith(pair[1]) and pair[0] not in name[1:] for pair in _CLOSED_IN)
    return name[1:-1].strip() or name if closed else name


_CLOSED_IN = ("<>", "〈〉", "《》", "[]", "【】", "「」", "『』")


def _counted_ko(coordinate: Coordinate) -> str:
    last = f"~{ordinal_ko(coordinate.last)}" if coordinate.last else ""
    return f"{ordinal_ko(coordinate.number)}{last} {_KO[coordinate.kind]}"


def _counted_en(coordinate: Coordinate) -> str:
    if coordinate.last is None:
        return f"{ordinal_en(coordinate.number)} {_EN[coordinate.kind]}"
    return f"{ordinal_en(coordinate.number)} to {ordinal_en(coordinate.last)} {_EN[coordinate.kind]}s"


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
