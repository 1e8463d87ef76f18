"""The contents of a document say again what its text says: they are known, and a typed table is not taken for them."""

from indexer.markup import Element, ElementRole, MarkupCell
from indexer.readers.office.contents import with_contents
from indexer.readers.office.seen import Seen


def line(text: str, role: ElementRole = ElementRole.PARAGRAPH, *, leads: bool = False) -> Seen:
    return Seen(Element(role, text), contents=leads)


def listed(*seen: Seen) -> list[str]:
    return [one.element.text for one in with_contents(seen) if one.listed]


def test_lines_under_the_word_contents_up_to_the_first_of_them_again() -> None:
    heading = line("Ⅰ. 배경", ElementRole.HEADING)
    found = listed(
        line("목 차"), line("목 차"), line("I. 배경"), line("1. 지형"), line("2. 결론"), heading, line("2. 결론")
    )
    assert found == ["I. 배경", "1. 지형", "2. 결론"]


def test_lines_under_the_word_contents_up_to_the_last_that_has_a_page() -> None:
    lines = [line("Ⅰ. 배경 1", leads=True), line("Ⅱ. 경과"), line("1. 지형 2", leads=True), line("강의 길이 길다.")]
    assert listed(line("차례"), *lines) == ["Ⅰ. 배경 1", "Ⅱ. 경과", "1. 지형 2"]


def test_a_style_of_contents_makes_no_contents_of_a_text() -> None:
    styled = (
        Seen(Element(ElementRole.PARAGRAPH, text), contents=True, listed=True)
        for text in ("배경", "강이 흐른다. " * 20)
    )
    assert listed(*styled) == ["배경"]


def test_what_stands_between_the_last_page_and_the_text_is_the_text() -> None:
    lines = [line("1. 배경 1", leads=True), line("2. 경과 4", leads=True), line("강의 길"), line("1. 배경")]
    assert listed(line("차례"), *lines) == ["1. 배경 1", "2. 경과 4"]
    assert listed(line("차례"), line("배경"), line("강이 흐른다."), line("배경")) == []


def test_a_table_or_long_text_under_the_word_is_no_line_of_contents() -> None:
    table = Seen(Element(ElementRole.TABLE, "", rows=((MarkupCell("강"),),)))
    assert listed(line("순서"), line("배경"), table, line("배경")) == []
    assert listed(line("순서"), line("배경"), line("강이 흐른다. " * 20), line("배경")) == []
    assert listed(line("목차")) == []


def test_lines_in_a_row_that_lead_to_pages_without_the_word() -> None:
    pages = [line(f"{name} {page}", leads=True) for name, page in (("머리말", 1), ("배경", 3), ("지형", 3))]
    assert listed(line("강의 길"), *pages, line("강이 흐른다.")) == ["머리말 1", "배경 3", "지형 3"]


def test_figures_typed_behind_tabs_are_no_contents() -> None:
    figures = [line(f"{name} {count}", leads=True) for name, count in (("나루", 40), ("다리", 12), ("배", 7))]
    assert listed(*figures) == []
    assert listed(*figures[:2]) == []
    assert listed(*(line("나루 3", leads=True) for _ in range(4))) == []
