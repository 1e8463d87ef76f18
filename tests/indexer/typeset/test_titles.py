"""The title is the largest line before the text that can be one; where nothing tells it, there is none."""

import pytest

from indexer.markup import ElementRole
from indexer.typeset.body_parts import BodyPart
from indexer.typeset.paragraphs import PrintedParagraph
from indexer.typeset.titles import NO_TITLES, find_covers, find_title
from tests.indexer.typeset.press import LEFT, RIGHT, line, width_of, wrapped

PROSE = "부두의 짐이 두 배로 늘었다고 장부는 적었으나 배의 수는 그대로이며 그 까닭은 아직 밝혀지지 않았다고 한다. " * 2
MIDDLE = -1.0


def part(
    text: str, size: float = 10.0, page: int = 1, y: float = 100.0, x: float = LEFT, head: bool = True
) -> BodyPart:
    width = sum(width_of(letter, size) for letter in text)
    made = line(text, (LEFT + RIGHT - width) / 2 if x == MIDDLE else x, y, size)
    made.page = page
    return BodyPart(PrintedParagraph([made]), ElementRole.HEADING if head else ElementRole.PARAGRAPH)


def prose(page: int = 1, y: float = 300.0) -> BodyPart:
    lines = [line(text, y=y + 16 * n) for n, text in enumerate(wrapped(PROSE, RIGHT - LEFT))]
    for one in lines:
        one.page = page
    return BodyPart(PrintedParagraph(lines))


def title(*bodies: BodyPart) -> str | None:
    found = list(bodies)
    find_title(found, 10.0)
    return next((body.text for body in found if body.role is ElementRole.TITLE), None)


def test_the_largest_line_before_the_text_is_the_title() -> None:
    assert title(part("보도자료", 24), part("부두의 앞날", 20), part("머리글", 14), prose()) == "부두의 앞날"


def test_a_title_goes_on_in_lines_of_its_size_and_behind_a_colon() -> None:
    two = (part("남쪽 항구의 짐과", 20, y=100), part("부두의 앞날", 20, y=130), prose())
    assert title(*two) == "남쪽 항구의 짐과 부두의 앞날"
    colon = (part("Harbours:", 30, y=100), part("A Survey of Piers", 20, y=130), part("Jane Doe", 14, y=160), prose())
    assert title(*colon) == "Harbours: A Survey of Piers"


@pytest.mark.parametrize("text", [row[2] for row in NO_TITLES], ids=[row[0] for row in NO_TITLES])
def test_what_is_set_as_large_may_be_no_title(text: str) -> None:
    assert title(part(text, 30), part("부두의 앞날", 20, y=140), prose()) == "부두의 앞날"
    assert title(part(text, 30), prose()) is None


@pytest.mark.parametrize(
    "text", ["이슈브리프 제12호", "2024년 12월호", "1) 배경", "7 ( ) 2.2 +6.5 DSR", "한빛연구소 연구위원"]
)
def test_series_dates_numbers_and_broken_letters_are_no_title(text: str) -> None:
    assert title(part(text, 30), prose()) is None


def test_a_series_of_words_is_the_title_only_where_there_is_nothing_else() -> None:
    assert title(part("항만 동향", 30), part("부두의 앞날", 20, y=140), prose()) == "부두의 앞날"
    assert title(part("항만 동향", 30), prose()) == "항만 동향"


def test_headings_as_large_leave_open_which_is_the_title_unless_it_stands_in_the_middle_or_alone() -> None:
    later = (prose(), part("짐의 변화", 14, y=400), prose(y=430), part("배의 변화", 14, y=500), prose(y=530))
    assert title(part("부두의 앞날", 14), *later) is None
    assert title(part("부두의 앞날", 14, x=MIDDLE), *later) == "부두의 앞날"
    cover = [part("짐의 변화", 14, page=2), prose(page=2), part("배의 변화", 14, page=2), prose(page=2)]
    assert title(part("부두의 앞날", 14), *cover) == "부두의 앞날"


def test_a_title_much_larger_than_the_text_at_the_very_head_may_have_one_as_large_in_an_attached_form() -> None:
    form = (part("위임장 서식", 28, page=9), prose(page=9))
    assert title(part("부두의 앞날", 25), prose(), *form) == "부두의 앞날"
    assert title(part("부두의 앞날", 12), prose(), part("배의 변화", 12, y=400), prose(y=430)) is None


def test_a_line_in_the_middle_a_little_larger_than_the_text_is_a_title() -> None:
    assert title(part("부두의 앞날", 10.6, x=MIDDLE, head=False), prose()) == "부두의 앞날"
    assert title(part("부두의 앞날", 10.6, head=False), prose()) is None


def test_behind_the_contents_stands_no_title() -> None:
    assert title(part("목 차", 14), part("부두의 앞날", 30, page=2), prose(page=2)) is None


def test_on_a_cover_only_the_title_is_a_heading() -> None:
    bodies = [part("보기대학교", 16), part("부두의 앞날", 24), part("대학원", 16), prose(page=2)]
    find_title(bodies, 10.0)
    find_covers(bodies)
    assert [str(body.role) for body in bodies] == ["paragraph", "title", "paragraph", "paragraph"]


def test_the_kind_of_paper_above_a_title_is_none_on_a_cover() -> None:
    cover = (part("R E P O R T", 30), part("부두의 앞날", 18, y=140), part("홍길동", 12, y=400), prose(2))
    assert title(*cover) == "부두의 앞날"
    dashes = part("2024년 항만 텀프로젝트", 30), part("- 부두의 앞날 -", 18, y=140), prose(2)
    assert title(*dashes) == "- 부두의 앞날 -"
    assert title(part("최종 보고서", 30), part("홍길동, 김보기", 18, y=140), prose(2)) == "최종 보고서"
    assert title(part("결과 보고서", 30), part("부두의 앞날", 18, y=140), prose()) == "결과 보고서"


def test_a_name_above_its_institution_is_no_title() -> None:
    signed = (part("Jane Doe", 20, x=MIDDLE), part("Graduate School of Sample University", 14, y=140), prose())
    assert title(*signed) is None


def test_a_name_that_is_signed_on_one_cover_is_no_title_of_another() -> None:
    first = (part("부두의 앞날", 9), part("Jane Doe", 17), part("Graduate School of Sample University", 16))
    again = (part("Harbours to Come", 16, 2), part("Jane Doe", 17, 2), part("2025. 2.", 16, 2))
    assert title(*first, *again, prose(3)) == "Harbours to Come"
