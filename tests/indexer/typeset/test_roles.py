"""What a paragraph is shows in its size, its weight, its number and its place."""

import pytest

from indexer.typeset.paragraphs import PrintedParagraph
from indexer.typeset.roles import TextLook, find_roles, is_caption, marker_of
from tests.indexer.typeset.press import line

LOOK = TextLook(10.0, 0.0, False)
PROSE = "부두의 짐이 두 배로 늘었다고 장부는 적었으나 배의 수는 그대로이며 그 까닭은 아직 밝혀지지 않았다고 한다. " * 2


def part(text: str, size: float = 10.0, bold: bool = False, page: int = 1, y: float = 100.0) -> PrintedParagraph:
    made = line(text, y=y, size=size, bold=bold)
    made.page = page
    return PrintedParagraph([made])


def roles(*parts: PrintedParagraph) -> list[tuple[str, int | None, str]]:
    return [(str(body.role), body.level, body.text.strip()[:12]) for body in find_roles(list(parts), LOOK)]


def test_the_largest_heading_is_the_title_and_others_have_levels_by_size() -> None:
    found = roles(
        part("부두의 앞날", 20), part(PROSE), part("1. 배경", 14), part(PROSE), part("가. 짐", 12), part(PROSE)
    )
    assert [one[:2] for one in found if one[0] != "paragraph"] == [("title", None), ("heading", 1), ("heading", 2)]


@pytest.mark.parametrize(
    "text, size, bold, role",
    [
        ("짐의 변화", 10, True, "heading"),
        ("짐의 변화", 10, False, "paragraph"),
        ("짐은 두 배로 늘었다.", 14, True, "paragraph"),
        ("<표 1. 짐의 수>", 12, True, "paragraph"),
        ("2025. 3. 24.", 14, False, "paragraph"),
        ("- 짐의 변화", 10, True, "paragraph"),
        ("1. 짐의 변화 ........ 3", 14, False, "page-head"),
        ("제2장 짐의 변화", 10, False, "heading"),
        ("제1관 짐의 변화", 10, False, "heading"),
        ("□ 짐의 변화", 14, True, "paragraph"),
        ("① 짐의 변화", 10, False, "paragraph"),
        ("A", 20, True, "paragraph"),
    ],
)
def test_a_line_is_a_heading_by_its_look_unless_its_words_say_otherwise(
    text: str, size: float, bold: bool, role: str
) -> None:
    assert roles(part(PROSE), part(text, size, bold), part(PROSE))[1][0] == role


def test_numbered_lines_that_count_on_are_a_list() -> None:
    found = roles(part(PROSE), part("1. 장부를 견줌"), part("2. 서식을 맞춤"), part(PROSE))
    assert [one[0] for one in found[1:3]] == ["paragraph", "paragraph"]


def test_on_a_cover_only_the_title_is_a_heading() -> None:
    found = roles(part("보기대학교", 16), part("부두의 앞날", 24), part("대학원", 16), part(PROSE, page=2))
    assert [one[0] for one in found] == ["paragraph", "title", "paragraph", "paragraph"]


def test_a_table_of_contents_is_no_text() -> None:
    found = roles(
        part(PROSE),
        part("목 차", 14),
        part("요약 i", 12),
        part("1 서론 3", 12),
        part("배경", 14, page=2),
        part(PROSE, page=2),
    )
    assert [one[0] for one in found] == ["paragraph", "heading", "page-head", "page-head", "heading", "paragraph"]


def test_numbered_lines_of_the_contents_need_no_page_number() -> None:
    found = roles(
        part(PROSE), part("목 차", 14), part("Ⅰ. 서론", 12), part("1. 배경 3", 12), part("Ⅱ. 전망", 12),
        part("Ⅰ. 서론", 14, page=2), part(PROSE, page=2),
    )  # fmt: skip
    assert [one[0] for one in found[1:6]] == ["heading", "page-head", "page-head", "page-head", "heading"]


def test_a_heading_right_below_the_contents_that_text_follows_is_one() -> None:
    found = roles(part(PROSE), part("목 차", 14), part("1. 배경 3", 12), part("Ⅰ. 서론", 14), part(PROSE))
    assert [one[0] for one in found[2:4]] == ["page-head", "heading"]


def test_numbered_lines_in_an_article_of_a_law_are_its_items() -> None:
    found = roles(
        part("제2조(용어) 이 약관의 용어는 다음과 같다."), part("1. 계약 관련 용어"), part("가. 계약자: 돈을 내는 이")
    )
    assert found[1][0] == "paragraph"
    assert roles(part("제2조(용어) " + PROSE), part("제3장 보칙"))[1][0] == "heading"


def test_a_number_set_alone_is_one_with_the_heading_below() -> None:
    found = roles(
        part(PROSE), part("제 1 장", 16), part("배경", 18), part(PROSE), part("제 2 장", 16), part("전망", 18)
    )
    assert [one[2] for one in found if one[0] == "heading"] == ["제 1 장 배경", "제 2 장 전망"]


def test_items_have_marks_and_captions_announce() -> None:
    assert marker_of("- 짐이 늘었음") == ("-", "-", 2)
    assert marker_of("가. 짐이 늘었음") == ("가.", "syllable", 3)
    assert marker_of("짐이 늘었음") is None
    assert is_caption("<표 1. 짐의 수>") and not is_caption("자료: 보기공사")


def test_a_numbered_line_of_the_contents_right_above_one_that_leads_to_a_page_is_one_of_theirs() -> None:
    contents = [part(text, 14) for text in ("목 차", "Ⅰ. 서론", "머리말", "Ⅳ. 과제", "1. 부두 ........ 3")]
    found = roles(
        part(PROSE), *contents, part("Ⅴ. 전망", 14, page=2), part("1. 짐 ........ 3", page=2), part(PROSE, page=2)
    )
    assert [one[0] for one in found[1:7]] == ["heading", "page-head", "heading", "page-head", "page-head", "heading"]
