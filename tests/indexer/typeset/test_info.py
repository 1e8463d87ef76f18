"""A file's own title and author are taken where they are no garbage; what its head prints comes first."""

import pytest

from archive.model import Metadata
from indexer.markup import Element, ElementRole
from indexer.typeset.info import authors_named, front_elements, info_elements

HEAD = (Element(ElementRole.TITLE, "부두의 앞날"),)


@pytest.mark.parametrize(
    "info, said",
    [
        ({"Title": "부두의  앞날"}, [("citation_title", "부두의 앞날")]),
        ({"Title": "다른 제목", "Author": "김보기"}, [("title", "다른 제목")]),
        ({"Title": "부두의 앞날: 세 가지 길"}, [("title", "부두의 앞날: 세 가지 길")]),
        ({"Title": "부두의"}, []),
        ({"Title": "harbour_biz"}, []),
        ({"Title": "목차"}, []),
        ({"Title": "Microsoft Word - 보고서.doc", "Author": ""}, []),
        ({"Title": "보고서(최종).hwp"}, []),
        ({"Title": "무제"}, []),
        ({"Title": "PowerPoint 프레젠테이션"}, []),
        ({"Title": "Company Presentation Template"}, []),
        ({"Title": "ºÎµÎÀÇ ¾Õ³¯"}, []),
        ({"Title": "--"}, []),
    ],
)
def test_what_the_file_says_of_itself(info: dict[str, str], said: list[tuple[str, str]]) -> None:
    assert [(one.name, one.text) for one in info_elements(info, HEAD)] == said


def test_what_its_head_prints() -> None:
    front = Metadata(authors=("김보기", "이보기"), number="3", date="2025-03")
    assert [(one.name, one.text) for one in front_elements(front)] == [
        ("citation_author", "김보기"), ("citation_author", "이보기"), ("citation_technical_report_number", "3"),
        ("citation_publication_date", "2025-03"),
    ]  # fmt: skip


def test_most_of_the_printed_title_is_the_title_too() -> None:
    head = (Element(ElementRole.TITLE, "FREE HARBOUR R33"),)
    assert [(one.name, one.text) for one in info_elements({"Title": "Free Harbour"}, head)] == [
        ("citation_title", "Free Harbour")
    ]


def test_a_line_of_the_contents_is_no_title() -> None:
    head = (Element(ElementRole.TITLE, "부두의 앞날"), Element(ElementRole.PAGE_HEAD, "짐의 변화 추이"))
    assert [one.name for one in info_elements({"Title": "짐의 변화 추이"}, head)] == ["title"]


@pytest.mark.parametrize(
    "author, names",
    [
        ("김보기", ("김보기",)),
        ("Jane Doe and John Sample", ("Jane Doe", "John Sample")),
        ("USER", ()),
        ("한빛연구소", ()),
    ],
)
def test_the_files_author_is_asked_for_only_if_it_is_a_name(author: str, names: tuple[str, ...]) -> None:
    assert authors_named({"Author": author}) == names


def test_the_name_of_an_author_is_no_title() -> None:
    assert not list(info_elements({"Title": "Jane Doe"}, (), ("Jane Doe",)))
    assert list(info_elements({"Title": "Jane Doe"}, ()))
