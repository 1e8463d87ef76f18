"""The cover of a word processor's document says who wrote it and when; what stands in the text says neither."""

from indexer.markup import Element, ElementRole, MarkupCell
from indexer.readers.office.covers import cover_data, with_bylines
from indexer.readers.office.seen import Seen

TITLE = Seen(Element(ElementRole.TITLE, "부두의 앞날"))
TEXT = "부두의 짐이 두 배로 늘었다고 장부는 적었으나 배의 수는 그대로이며 그 까닭은 아직 모른다고 한다."


def line(text: str, role: ElementRole = ElementRole.PARAGRAPH) -> Seen:
    return Seen(Element(role, text))


def form(*rows: tuple[str, ...]) -> Seen:
    cells = tuple(tuple(MarkupCell(text) for text in row) for row in rows)
    return Seen(Element(ElementRole.TABLE, "", rows=cells))


def said(*seen: Seen, named: tuple[str, ...] = ()) -> list[str]:
    return [element.text for element in cover_data(seen, named)]


def test_lines_name_authors_and_become_bylines() -> None:
    cover = (TITLE, line("항만공학과 20240315 홍길동"), line("20240316 김보기"), line(TEXT))
    assert said(*cover) == ["홍길동", "김보기"]
    roles = [one.element.role.value for one in with_bylines(cover, ())]
    assert roles == ["title", "byline", "byline", "paragraph"]


def test_lines_of_one_paragraph_say_different_things() -> None:
    cover = (TITLE, line("제출일: 2024. 6. 19.\n학번: 20240315\n이름: 홍길동"), line(TEXT))
    assert said(*cover) == ["홍길동", "2024-06-19"]
    assert [one.element.role.value for one in with_bylines(cover, ())] == ["title", "paragraph", "paragraph"]


def test_a_form_names_authors_where_no_line_does() -> None:
    assert said(TITLE, form(("작성자", "홍길동"), ("제출일", "2024.06.19")), line(TEXT)) == ["홍길동", "2024-06-19"]


def test_the_text_and_what_is_below_it_name_nobody() -> None:
    assert said(TITLE, line(TEXT), line("20240315 홍길동")) == []
    assert said(TITLE, line("1. 부두", ElementRole.HEADING), line("20240315 홍길동")) == []
    assert said(TITLE, line("목 차"), line("20240315 홍길동")) == []


def test_a_post_beside_a_name_that_the_file_claims() -> None:
    assert said(TITLE, line("홍길동 연구위원"), named=("홍길동",)) == ["홍길동"]
    assert said(TITLE, line("홍길동 연구위원")) == []


def test_a_name_alone_right_below_the_title() -> None:
    assert said(TITLE, line("김민준"), line(TEXT)) == ["김민준"]
    assert said(TITLE, line("김민준"), line(f"김민준은 썼다. {TEXT}")) == []
    assert said(TITLE, line("부두의 그림"), line("김민준"), line(TEXT)) == []
