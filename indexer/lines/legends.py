"""Does this line say by its first words what it is? Captions, sources, remarks, disclaimers and end marks.

Each kind is a row with an example. A row only proposes: whether the line stands where such a line may stand is for
`indexer.structure.blocks` to say.
"""

import re
from dataclasses import dataclass

from archive.model import BlockKind


@dataclass(frozen=True, slots=True)
class Legend:
    """Lines of one kind, known by how they begin."""

    name: str
    kind: BlockKind
    pattern: re.Pattern[str]
    example: str


_NUMBER = r"(?:\d+(?:[-.–]\d+)*|[IVX]{1,4}|[Ⅰ-Ⅹ])"
LEGENDS: tuple[Legend, ...] = (
    Legend("end mark", BlockKind.END_MARK,
        re.compile(r"(?:[/<\[(~*\-–—=#\s]+(?:끝|End|END|end|以上|이상)[/>\])~*\-–—=#.\s]*"
        r"|끝\.?|# # #|###|\*\s?\*\s?\*)$"),
        "//끝//"),
    Legend("source", BlockKind.SOURCE,
        re.compile(r"[*※]?\s?[(\[<]?\s?(?:자료|출처|자료\s?출처|자료원|Sources?|SOURCES?)\s?[:：]"),
        "* 자료: 통계청."),
    Legend("remark", BlockKind.REMARK,
        re.compile(r"[*※]?\s?[(\[<]?\s?(?:주|비고|단위|Note|Notes|NOTE|Unit)\s?\d{0,2}\)?\s?[:：]|주\s?\d{1,2}\)\s"),
        "주: 방문 순서."),
    Legend("caption in brackets", BlockKind.CAPTION,
        re.compile(rf"[<〈\[【(《]\s?(?:부?표|그림|도표|사진|지도|박스|Table|Figure|Chart|Box)\s?{_NUMBER}"
        r"(?!\s?[>〉\]】)》](?:은|는|이|가|을|를|의|에|에서|에는|와|과|로|처럼|참조|참고)\s)[^가-힣A-Za-z0-9].*"),
        "<표 1. 무역 추이>"),  # not "<표 1>은 …": a sentence on the table
    Legend("caption", BlockKind.CAPTION, re.compile(rf"(?:부?표|그림|도표|사진|지도|박스)\s?{_NUMBER}\s?[.:：|]\s*\S"
        rf"|(?:Table|Figure|Fig\.|Chart|Box|Map)\s?{_NUMBER}\s?[.:：|]\s*\S"), "표 1. 무역 추이"),
)  # fmt: skip

_DISCLAIMER = re.compile(
    r"[*※•\-]?\s?(?:(?:본|이|동|위|상기)\s?(?:글|원고|보고서|문건|자료|문서|기고문?|칼럼|논평|브리프|간행물|발간물|내용|보고서에|견해|의견)"
    r"(?:[은는의에]|에서|\s)|(?:The\s)?(?:[Vv]iews|[Oo]pinions)\s|This\s(?:paper|brief|article|commentary|report|publication)\s"
    r"|The\s(?:author|contents))"
)
_STANCE = re.compile(
    r"견해|의견|입장과|공식\s?입장|공식적인\s?입장|기고|views?\b|opinions?\b|official|first published|originally",
    re.IGNORECASE,
)


def legend(text: str) -> BlockKind | None:
    """The kind that the beginning of a line announces."""
    for row in LEGENDS:
        if row.pattern.match(text):
            return row.kind
    return None


_NUMBER_ONLY = re.compile(
    rf"[<〈\[【(《]\s?(?:부?표|그림|도표|사진|지도|박스|Table|Figure|Chart|Box)\s?{_NUMBER}\s?[>〉\]】)》]"
)


def is_caption_number(text: str) -> bool:
    """A caption's number alone on its line, 〈표 1〉: its words stand on the next."""
    return _NUMBER_ONLY.fullmatch(text) is not None


def is_figure_caption(caption: str) -> bool:
    """A caption of a figure, not of a table: the text can't hold what it belongs to."""
    return re.match(r"[<〈\[【(《]?\s?(?:그림|도표|사진|지도|Figure|Fig\.|Chart|Map)", caption) is not None


def is_disclaimer(text: str, ended: bool = False) -> bool:
    """A statement on whose views a text gives: `text` is the line with those after it; `ended`: after the end mark."""
    return _DISCLAIMER.match(text) is not None and (ended or _STANCE.search(text) is not None)
