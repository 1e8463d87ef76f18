"""A brief, passages of it and a source that it cites, to be referred to in every form."""

from dataclasses import replace

from archive.citing import outlets
from archive.citing.locator import Coordinate, PageOrigin
from archive.citing.reference import Reference, refer, refer_by_way_of
from archive.model.document import Citation, Metadata
from archive.model.passage import PassageKind

DAY = "2026-11-20"
HOST = "https://archive.example.org"
DATA = Metadata(
    title="두만강 “다리”의 앞날",
    authors=("홍보기",),
    publisher="보기연구원",
    series="보기브리프",
    number="2025-09",
    date="2025-03-24",
    language="ko",
    status="op-ed",
    original="보기일보, 3월 1일",
    title_en="The Future of a Bridge",
    authors_latin=("Hong Bogi",),
    publisher_en="Bogi Institute",
    url="https://example.org/brief",
)
BARE = Metadata(language="ko")
ENGLISH = Metadata(title="Reading the River", authors=("Bogi, Anna", "Ivan Sample"), date="2025-08", language="en")
PARAGRAPH = Coordinate(PassageKind.PARAGRAPH, 2, "7", "3) 나루터의 전망", page_origin=PageOrigin.INFERRED)
PRINTED = replace(PARAGRAPH, page_origin=PageOrigin.PRINTED)
COUNTED = replace(PARAGRAPH, page_origin=PageOrigin.COUNTED)
NOTE = Coordinate(PassageKind.NOTE, 1, label="3")
NEWS = Citation(0, 9, "Паром через Туманган", "РБК", date="2024-11-01", language="ru", accessed="2025-01-03")
ARTICLE = Citation(
    10, 20, "나루터의 하루", "보기연구", "이보기", "2023", pages="5~27", number="제16권 제1호", language="ko"
)


def reference(data: Metadata = DATA, place: Coordinate | None = None, key: str = "7k4m2") -> Reference:
    """A document, or with a place a passage of it."""
    key = f"{key}-93xch" if place else key
    return replace(refer(key, data, f"{HOST}/{'p' if place else 'd'}/{key}", DAY), place=place)


def source(cited: Citation, data: Metadata = DATA) -> Reference:
    """A source that is known from note 3 of a brief."""
    return refer_by_way_of(reference(data, NOTE), cited, outlets.builtin())
