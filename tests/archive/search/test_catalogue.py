"""A query names documents by their titles, authors, publishers and series, without a field."""

import pytest

from archive.model import Metadata, SuppliedTitle, TitleOrigin
from archive.query import parse
from archive.search.catalogue import CatalogueIndex

CATALOGUE = CatalogueIndex(
    [
        (1, Metadata("나루터의 봄", title_en="Spring at the Ferry", authors=("홍예시",), publisher="보기 연구원")),
        (
            2,
            Metadata(title="나루터의 봄과 가을", authors=("김보기", "홍예시"), authors_latin=("Kim Bogi", "Hong Yesi")),
        ),
        (
            3,
            Metadata(
                title="소금길",
                authors=("Ivan Petushkov",),
                publisher="보기연구원",
                series="보기브리프",
                number="No. 2025-09",
                affiliation="보기대학교 물길연구소",
            ),
        ),
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
        ("보기브리프 2025-09", [("number", "보기브리프 No. 2025-09", (3,))]),
        ("보기 브리프 제2025-09호", [("number", "보기브리프 No. 2025-09", (3,))]),
        ("2025-09", [("number", "보기브리프 No. 2025-09", (3,))]),
        ("물길연구소", []),
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


@pytest.mark.parametrize(
    "query, found",
    [
        ("물길연구소", [("affiliation", (3,))]),
        ("연구원", [("publisher", (1, 3))]),
        ("소금", [("title", (3,))]),
        ("봄", []),
        ("방파제", []),
    ],
)
def test_loosely_any_part_of_the_catalogue_counts(query: str, found: list[tuple[str, tuple[int, ...]]]) -> None:
    assert [(one.field, one.documents) for one in CATALOGUE.named(parse(query), loosely=True)] == found


def test_a_number_of_few_digits_needs_its_series() -> None:
    index = CatalogueIndex([(1, Metadata(title="나루", series="물길", number="제5호"))])
    for query in ("물길 5", "물길 제5호", "물길 No. 5"):
        assert [(one.field, one.whole) for one in index.named(parse(query))] == [("number", True)]
    assert index.named(parse("5")) == ()


def test_documents_stand_by_whole_title_then_by_names_then_by_date() -> None:
    index = CatalogueIndex(
        [
            (1, Metadata(title="나루터", date="2020-01-01")),
            (2, Metadata(title="봄", authors=("나루터",), date="2021-01-01")),
            (3, Metadata(title="가을", authors=("나루터",), publisher="물길원", date="2019-01-01")),
            (4, Metadata(title="겨울", publisher="물길원", date="2024-01-01")),
        ]
    )
    order = [one.number for one in index.documents(index.named(parse("나루터")))]
    assert order == [1, 2, 3]
    found = index.documents(index.named(parse("나루터 물길원")))
    assert [(one.number, len(one.because)) for one in found] == [(3, 2), (4, 1), (2, 1)]


def test_what_stands_for_a_title_names_its_document_only_as_a_whole() -> None:
    heading, opening = (
        Metadata(supplied=SuppliedTitle(text, origin))
        for text, origin in (("소금 창고의 화재", TitleOrigin.HEADING), ("창고가 밤새 탔다", TitleOrigin.OPENING))
    )
    index = CatalogueIndex([(1, heading), (2, opening)])

    def named(text: str) -> list[int]:
        return [one.number for one in index.documents(index.named(parse(text)))]

    assert (named("소금 창고의 화재"), named("[소금 창고의 화재]")) == ([1], [1])
    assert named("소금 창고") == named("창고가 밤새 탔다") == []
