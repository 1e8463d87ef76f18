"""Lines of a column are parted into paragraphs by gaps, indents, sizes and short lines."""

from collections.abc import Sequence

import pytest

from indexer.typeset.columns import Column
from indexer.typeset.lines import find_lines, find_runs
from indexer.typeset.paragraphs import (
    ColumnParagraphs,
    PrintedParagraph,
    begin_indented,
    continues,
    first_piece,
    first_word,
    leads_to_page,
    pitches,
)
from tests.indexer.typeset.press import LEFT, RIGHT, Sheet, line, width_of, wrapped

PROSE = "남쪽 항구의 장부는 종이에 적혀 있어 찾기 어렵고 북쪽 항구의 장부는 전자 자료이지만 서식이 해마다 바뀌었다. "


def paragraphs(sheet: Sheet) -> list[str]:
    lines = sorted(find_lines(find_runs(sheet.glyphs), 1, 0.27), key=lambda one: one.y)
    column = Column(tuple(lines))
    found = ColumnParagraphs(column, pitches([column]), LEFT).paragraphs(lines)
    return [" ".join(paragraph.text.split()) for paragraph in found]


def prose(*texts: str, indent: float = 0.0, gap: bool = True) -> Sheet:
    sheet = Sheet()
    for text in texts:
        sheet.paragraph(text, indent=indent)
        sheet.y -= 0 if gap else 8
    return sheet


def test_a_gap_an_indent_or_a_short_line_parts_paragraphs() -> None:
    one, two = (PROSE * 2).strip(), "북쪽 " + PROSE.strip()
    assert paragraphs(prose(one, two)) == [one, two]
    assert paragraphs(prose(one, two, indent=10, gap=False)) == [one, two]
    assert paragraphs(prose("짧은 글.", two, gap=False)) == ["짧은 글.", two]


def test_items_begin_with_their_signs_and_hang() -> None:
    sheet = Sheet()
    for sign in ("ㅇ", "-", "-"):
        first, *rest = wrapped(f"{sign} {PROSE}", RIGHT - LEFT)
        sheet.put(first)
        for one in rest:
            sheet.put(one, LEFT + 12)
    assert [text[0] for text in paragraphs(sheet)] == ["ㅇ", "-", "-"]


def test_a_hanging_article_of_a_law_is_one_paragraph_and_the_next_its_own() -> None:
    sheet = Sheet()
    for n in (1, 2):
        first, *rest = wrapped(f"제{n}조 {PROSE * 2}", RIGHT - LEFT)
        sheet.put(first)
        for one in rest:
            sheet.put(one, LEFT + 20)
    assert [text[:4] for text in paragraphs(sheet)] == ["제1조 ", "제2조 "]


def test_bold_words_in_an_indented_first_line_begin_no_paragraph_in_the_next() -> None:
    first, *rest = wrapped(PROSE * 2, RIGHT - LEFT - 20)
    sheet = Sheet()
    sheet.put(first, LEFT + 20, bold=True)
    for one in wrapped(" ".join(rest), RIGHT - LEFT):
        sheet.put(one)
    assert len(paragraphs(sheet)) == 1


def test_lines_set_to_the_right_are_each_their_own() -> None:
    sheet = prose(PROSE)
    for text in ("김보기", "보기대학교 교수", "2025. 3. 24."):
        width = sum(10 * (0.3 if c == " " else 0.5 if c.isascii() else 1) for c in text)
        sheet.put(text, RIGHT - width)
    assert paragraphs(sheet)[-3:] == ["김보기", "보기대학교 교수", "2025. 3. 24."]


def test_a_caption_centred_in_two_lines_is_one() -> None:
    sheet = prose(PROSE, PROSE)
    caption = "표 1. 남쪽 항구와 북쪽 항구의 장부에 적힌 화물과 배의 수를 다섯 해에 걸쳐 하나하나 견주어 본 결과와 전망"
    for text in wrapped(caption, RIGHT - LEFT):
        width = sum(width_of(letter, 10) for letter in text)
        sheet.put(text, (LEFT + RIGHT - width) / 2)
    assert paragraphs(sheet)[-1] == caption


@pytest.mark.parametrize(
    "text, leads", [("1. 배경 ........... 3", True), ("제1장 총칙 ······ 12", True), ("그는 말했다... 그리고 3", False)]
)
def test_dots_lead_to_a_page_number(text: str, leads: bool) -> None:
    assert leads_to_page(line(text)) is leads


def test_the_first_word_has_a_width() -> None:
    assert first_word(line("부두가 열렸다")) == 30.0


def made(text: str, *more: str, x: float = LEFT, page: int = 1) -> PrintedParagraph:
    lines = [line(one, x if not n else LEFT, 100 + 16 * n) for n, one in enumerate((text, *more))]
    for one in lines:
        one.page = page
    return PrintedParagraph(lines, LEFT, lines[-1].end)


@pytest.mark.parametrize(
    "before, after, indented, goes_on",
    [
        ("짐은 늘었으나 배는", "줄었다.", False, True),
        ("짐은 늘었다.", "배는 줄었다.", False, False),
        ("짐은 늘었다.", "배는 줄었다.", True, True),
        ("짐은 늘었으나", "- 배", False, False),
        ("짐은 늘었으나", "표 1. 짐의 수", False, False),
        ("짐은 늘었다고 평가한", "다. 배는 그대로이다.", False, True),
        ("짐은 늘었다.", "다. 배는 그대로이다.", False, False),
        ("짐은 늘었다고 평가한", "나. 배는 그대로이다.", False, False),
        ("제3관 부두", "제94조 부두의 장은 원장이 맡는다.", False, False),
    ],
)
def test_a_paragraph_goes_on_in_the_next_column_where_its_sentence_does(
    before: str, after: str, indented: bool, goes_on: bool
) -> None:
    assert continues(made(before), made(after, page=2), indented) is goes_on


def test_an_indented_first_line_begins_a_paragraph_in_the_next_column() -> None:
    assert not continues(made("짐은 늘었다."), made("배는 줄었다.", x=LEFT + 12, page=2), True)


def test_the_last_line_of_a_cover_goes_on_in_no_page() -> None:
    before, after = made("한빛대학교", page=1), made("공학석사학위논문", page=2)
    before.right = before.lines[0].end + 150
    assert not continues(before, after, False)


def test_a_habit_of_indents_shows_in_several_paragraphs() -> None:
    texts: Sequence[str] = ("가나다", "라마바", "사아자")
    assert begin_indented([made(*texts, x=LEFT + 10)] * 4)
    assert not begin_indented([made(*texts)] * 4)
    assert not begin_indented([made(*texts, x=LEFT + 10)] * 3)


def test_the_next_chapter_is_not_the_rest_of_a_heading_above_a_table() -> None:
    assert not continues(made("4 참고한 글"), made("5 부록", page=2), False)


def test_items_that_are_set_wider_than_the_text_go_on_in_full_lines() -> None:
    sheet = prose(PROSE * 3)
    items = [f"o {n}번 부두는 {PROSE}" for n in range(3)]
    for item in items:
        first, *rest = wrapped(item, RIGHT - LEFT - 20)
        for n, text in enumerate((first, *rest)):
            sheet.put(text, LEFT + (40 if n else 20), sheet.y)
            sheet.y += 26
    assert paragraphs(sheet)[1:] == [" ".join(item.split()) for item in items]


def test_names_that_are_set_wider_than_the_text_are_each_their_own() -> None:
    sheet = prose(PROSE * 3)
    names = ["남쪽 항구 관리소의 김보기", "이보기", "북쪽 항구의 박보기", "최보기", "정보기 " + PROSE.strip()[:30]]
    for name in names:
        sheet.put(name, y=sheet.y)
        sheet.y += 26
    assert paragraphs(sheet)[1:] == names


def test_the_next_item_begins_under_a_full_line_that_ends_no_sentence() -> None:
    sheet = Sheet()
    full = wrapped(
        "4. 남쪽 항구의 장부를 종이에서 전자 자료로 옮기고 서식을 해마다 고쳐 적는 일을 맡을 사람을 두기", RIGHT - LEFT
    )[0]
    sheet.put(full)
    sheet.put("5. 북쪽 항구의 장부")
    assert paragraphs(sheet) == [full, "5. 북쪽 항구의 장부"]


def test_the_first_item_of_an_article_begins_under_its_full_head() -> None:
    sheet = Sheet()
    head = wrapped(
        "제23조 심판위원과 기록위원에게 사고가 나서 경기에 나오지 못하게 된 때의 임시 조치와 그 보고", RIGHT - LEFT
    )[0]
    sheet.put(head)
    sheet.put("1. 대기하는 위원이 대신한다.", LEFT + 12)
    assert paragraphs(sheet) == [head, "1. 대기하는 위원이 대신한다."]


def test_what_stands_beside_a_line_is_no_distance_of_lines() -> None:
    lines = [line("배가 떠났다", y=100 + 16 * n + part) for n in range(4) for part in (0, 3)]
    assert pitches([Column(tuple(lines))]) == {10.0: 13.0}


def test_a_full_item_and_its_hanging_rest_are_no_centred_lines() -> None:
    sheet = prose(PROSE * 3)
    full = wrapped(
        "(1) 항구의 장부를 모두 옮겨 적는 일: 남쪽 부두에서 시작하여 북쪽의 부두까지 한 해에 걸쳐 마치는 것",
        RIGHT - LEFT - 20,
    )
    first = full[0]
    sheet.put(first, RIGHT - sum(width_of(letter, 10) for letter in first), sheet.y)
    x = RIGHT - sum(width_of(letter, 10) for letter in first)
    rest = "이 일을 해마다 되풀이하여 적고 셈하고 견주며 살피는 데 드는 품"
    width = sum(width_of(letter, 10) for letter in rest)
    sheet.put(rest, (x + RIGHT - width) / 2, sheet.y + 16)
    assert paragraphs(sheet)[-1] == f"{first} {rest}"


def test_a_piece_is_what_no_line_end_parts() -> None:
    sizes = {
        words: first_piece(line(words))
        for words in ("등대지기", "우, 다른 항구", "(harbour)에서", "“등대”를", "2024년")
    }
    assert sizes == {"등대지기": 10, "우, 다른 항구": 15, "(harbour)에서": 45, "“등대”를": 20, "2024년": 20}


def justified(*ends: float, page: int = 1, text: str = "배는 줄었다.") -> PrintedParagraph:
    """Lines that end so far before the edge."""
    found = made(*([text] * len(ends)), page=page)
    for one, end in zip(found.lines, ends, strict=True):
        one.end = RIGHT - end
    found.right = RIGHT
    return found


def test_a_stretched_line_ends_no_paragraph() -> None:
    after = justified(0, 0, 80, page=2)
    assert continues(justified(0, 0, 0), after, False)
    assert not continues(justified(0, 0, 3), after, False)  # the end of a paragraph, nearly full
    assert not continues(justified(4, 7, 0), justified(5, 3, 80, page=2), False)  # ragged
    assert not continues(justified(0), justified(0, page=2), False)  # nothing to tell by
    assert not continues(justified(0, 0, 0, text="부두 . . . . 12."[:-1]), after, False)  # an index
