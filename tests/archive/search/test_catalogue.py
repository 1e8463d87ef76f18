"""A query names documents by their titles, authors, publishers and series, without a field."""

import pytest

from archive.model import Metadata
from archive.query import parse
from archive.search.catalogue import CatalogueIndex

CATALOGUE = CatalogueIndex(
    [
        (1, Metadata("나루터의 봄", title_en="Spring at the Ferry", authors=("홍예시",), publisher="보기 연구원")),
        (
            2,
            Metadata(title="나루터의 봄과 가을", authors=("김보기", "홍예시"), authors_latin=("Kim Bogi", "Hong Yesi")),
        ),
        (3, Metadata(title="소금길", authors=("Ivan Petushkov",), publisher="보기연구원", series="보기브리프")),
        (4, Metadata(authors=("페투호프",), publisher_en="Bogi Institute")),
    ]
)


def named(query: str) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(one.field, one.name, one.documents) for one in CATALOGUE.named(parse(query))]


@pytest.mark.parametrize(
    "query, found",
    [
        ("나루터의 봄", [("title", "나루터의 봄", (1,)), ("title", "나루터의 봄과 가을", (2,))]),
        ("나루터 가을", [("title", "나루터의 봄과 가을", (2,))]),
        ("spring at the ferry", [("title", "Spring at the Ferry", (1,))]),
        ("홍예시", [("author", "홍예시", (1, 2))]),
        ("홍예시 박사", [("author", "홍예시", (1, 2))]),
        ("홍예시박사의", [("author", "홍예시", (1, 2))]),
        ("Dr. Hong Yesi", [("author", "Hong Yesi", (2,))]),
        ("Bogi Kim", [("author", "Kim Bogi", (2,))]),
        ("이반 페투시코프", [("author", "Ivan Petushkov", (3,))]),
        ("Петухов", [("author", "페투호프", (4,))]),
        ("보기연구원", [("publisher", "보기 연구원", (1, 3))]),
        ("Bogi Institute", [("publisher", "Bogi Institute", (4,))]),
        ("보기브리프", [("series", "보기브리프", (3,))]),
        ("김보기 소금값", [("author", "김보기", (2,))]),
        ("홍예시 보기연구원", [("author", "홍예시", (1, 2)), ("publisher", "보기 연구원", (1, 3))]),
        ("방파제", []),
        ("봄", []),
        ("저자:홍예시", []),
    ],
)
def test_named(query: str, found: list[tuple[str, str, tuple[int, ...]]]) -> None:
    assert named(query) == found


def test_a_name_says_where_it_stands() -> None:
    (found,) = CATALOGUE.named(parse("소금값 홍예시 교수 방파제"))
    assert (found.start, found.end, found.whole) == (4, 10, True)
    assert not CATALOGUE.named(parse("나루터 가을"))[0].whole
