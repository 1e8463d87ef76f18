"""The title is what stands out in the head: a form prints it in its first rows, a notice below its number."""

import pytest

from indexer.markup import Element, ElementRole, MarkupCell
from indexer.readers.office.seen import Seen
from indexer.readers.office.titles import body_size, with_title

TABLE = Seen(Element(ElementRole.TABLE, "", rows=((MarkupCell("강이 흐른다. " * 40),),)), 10.0)
BODY = Seen(Element(ElementRole.PARAGRAPH, "강이 흐르고 다리가 선다. " * 30), 10.0)


def line(text: str, size: float = 10.0, role: ElementRole = ElementRole.PARAGRAPH, *, boxed: bool = False) -> Seen:
    return Seen(Element(role, text), size, boxed=boxed)


def title(*seen: Seen) -> str | None:
    found = with_title(list(seen), None, body_size(seen))
    return next((one.element.text for one in found if one.element.role is ElementRole.TITLE), None)


def test_the_first_row_of_a_form_may_be_its_title() -> None:
    rows = [
        line(text, size, ElementRole.CAPTION, boxed=True) for text, size in (("■ 나루법 [별표 1]", 10), ("강의 길", 14))
    ]
    assert title(*rows, TABLE) == "강의 길"
    assert title(line("강의 길", 14, ElementRole.CAPTION), TABLE) is None
    assert title(line("강의 길", 10, ElementRole.CAPTION, boxed=True), TABLE) is None


@pytest.mark.parametrize(("above", "found"), [("강변부 공고 제2024-31호", "나루 채용 공고"), ("강변부 안내", None)])
def test_below_the_number_of_a_notice_stands_its_title_though_its_forms_are_set_as_large(
    above: str, found: str | None
) -> None:
    assert title(line(above), line("나루 채용 공고", 20), BODY, *[line("서약서", 20)] * 4) == found


def test_a_sentence_is_a_title_only_in_much_larger_letters() -> None:
    assert title(line("나루의 문을 일찍 엽니다.", 12), BODY) is None
    assert title(line("나루의 문을 일찍 엽니다.", 20), BODY) == "나루의 문을 일찍 엽니다."
    assert title(line("2010", 40), BODY) is None


def test_tables_say_how_large_the_text_is_where_there_is_no_other() -> None:
    assert (body_size([TABLE]), body_size([TABLE, BODY, line("강", 12)]), body_size([])) == (10.0, 10.0, 0.0)


def test_the_people_below_a_title_are_no_part_of_it() -> None:
    people = [line(text, 20) for text in ("지도교수 : 김보기 교수님", "팀원: 이보기", "7조")]
    assert title(line("강의 길을 찾는 도구", 20), *people, BODY) == "강의 길을 찾는 도구"


def test_the_kind_of_paper_and_the_occasion_above_a_title_are_none() -> None:
    assert title(line("보 고 서", 26), line("< 강의 길 >", 16), BODY) == "< 강의 길 >"
    assert title(line("2024 한빛 학술제", 22), line("강의 길", 18), BODY) == "강의 길"
    assert title(line("최종 보고서", 22), line("강이 흐른다", 10), BODY) == "최종 보고서"
    assert title(line("최종 보고서", 22), line("홍길동", 16), BODY) == "최종 보고서"


def test_the_name_of_a_blank_form_is_no_title_though_a_style_says_so() -> None:
    blank = line("< 심사용 논문양식 >", 20, ElementRole.TITLE)
    assert title(blank, line("강의 길", 18), BODY) == "강의 길"
