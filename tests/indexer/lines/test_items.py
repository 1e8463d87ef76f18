"""Which lines are items, what number do they bear, and how deep do they stand? All lines are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.lines.items import BULLETS, NUMBERINGS, Bullets, ItemDepths, Number, Numbering, bullet, number, run_in


@pytest.mark.parametrize("row", BULLETS, ids=lambda row: row.name)
def test_each_sign_of_a_row_is_a_bullet_and_a_spaced_one_only_before_a_space(row: Bullets) -> None:
    for sign in row.signs:
        assert (bullet(f"{sign} 항로를 엶"), bullet(f"{sign}항로를 엶")) == (sign, None if row.spaced else sign)


@pytest.mark.parametrize("row", BULLETS, ids=lambda row: row.name)
def test_a_row_of_bullets_finds_its_example(row: Bullets) -> None:
    sign = bullet(row.example)
    assert sign is not None and sign in row.signs


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("IX. 결론", 9),
        ("XI. 결론", 11),
        ("XIV. 결론", 14),
        ("XX. 결론", 20),
        ("Ⅷ. 결론", 8),
        ("Part XII. Outlook", 12),
        ("⑫ 결론", 12),
    ],
)
def test_roman_and_circled_numbers_have_their_value(line: str, value: int) -> None:
    found = number(line)
    assert found is not None and found.value == value


@pytest.mark.parametrize("row", NUMBERINGS, ids=lambda row: f"{row.name} {row.example}")
def test_each_row_of_numberings_finds_its_example(row: Numbering) -> None:
    found = number(row.example)
    assert found is not None and found.style == row.name


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("■ 항로의 배경", "■"),
        ("■항로의 배경", "■"),
        ("▶ 두 나라가 만남", "▶"),
        ("※ 요금은 어림셈임", "※"),
        ("ㅇ 항구를 다시 엶", "ㅇ"),
        ("○ 항구를 다시 엶", "○"),
        ("o 항구를 다시 엶", "o"),
        ("- 운임을 나눔", "-"),
        ("— 운임을 나눔", "—"),
        ("•\t운임을 나눔", "•"),
        ("→ 운임이 오름", "→"),
        ("* 운임이 오름", "*"),
        ("△ 항구 △ 철도", "△"),
    ],
)
def test_a_mark_at_the_head_of_a_line_is_a_bullet(line: str, sign: str) -> None:
    assert bullet(line) == sign


@pytest.mark.parametrize(
    "line",
    [
        "○○해운은 배를 세웠다.",
        "□□시의 항만 당국",
        "ㅇㅇ 하고 답했다.",
        "-러 정상이 만났다.",
        "-5도까지 내려갔다.",
        "·중 국경의 다리",
        "△항구 △철도 △세관",
        "of the two ports",
        "*",
        "■",
        "- ",
        "배가 떠남 ■",
        "",
    ],
)
def test_the_same_sign_in_another_use_is_no_bullet(line: str) -> None:
    assert bullet(line) is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("제2부 바다의 길", Number("part", 2, "제2부", 4)),
        ("제 3 장: 철도", Number("chapter", 3, "제 3 장:", 7)),
        ("제1절 경과", Number("section", 1, "제1절", 4)),
        ("Part II. Outlook", Number("chapter", 2, "Part II.", 9)),
        ("Chapter 12 Trade", Number("chapter", 12, "Chapter 12", 11)),
        ("Ⅱ. 평가", Number("roman", 2, "Ⅱ.", 3)),
        ("Ⅸ 전망", Number("roman", 9, "Ⅸ", 2)),
        ("IV. 결론", Number("roman", 4, "IV.", 4)),
        ("1.2 경과", Number("decimal", 2, "1.2", 4)),
        ("2.1.3. Ice and ships", Number("decimal", 3, "2.1.3.", 7)),
        ("1. 배경", Number("dot", 1, "1.", 3)),
        ("12.배경", Number("dot", 12, "12.", 3)),
        ("1. 1961년: 첫 조약", Number("dot", 1, "1.", 3)),
        ("가. 배경", Number("syllable", 1, "가.", 3)),
        ("하. 맺음", Number("syllable", 14, "하.", 3)),
        ("3) 전망", Number("paren", 3, "3)", 3)),
        ("나) 경과", Number("syllable paren", 2, "나)", 3)),
        ("(4) 제언", Number("brackets", 4, "(4)", 4)),
        ("(다)제언", Number("brackets", 3, "(다)", 3)),
        ("③ 전망", Number("circled", 3, "③", 2)),
        ("⑳전망", Number("circled", 20, "⑳", 1)),
        ("B. Outlook", Number("letter", 2, "B.", 3)),
        ("2) Перспективы", Number("paren", 2, "2)", 3)),
        ("1. 背景", Number("dot", 1, "1.", 3)),
    ],
)
def test_the_number_of_a_line(line: str, found: Number) -> None:
    assert number(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "2023. 9. 13. 두 나라의 장관이 만났다.",
        "9. 13. 두 나라의 장관이 만났다.",
        "2023년 9월의 일이다.",
        "24.5톤을 실었다.",
        "1)각주처럼 붙은 글",
        "100) 세 자리의 수",
        "U.S. ships left",
        "제2375호 결의",
        "1.",
        "가.",
        "물. 그리고 얼음",
        "",
    ],
)
def test_other_numbers_at_the_head_of_a_line_are_none(line: str) -> None:
    assert number(line) is None


@pytest.mark.parametrize(
    ("marks", "depths"),
    [
        ("■ - ㅇ - ■ -", [1, 2, 3, 2, 1, 2]),
        ("□ ○ - ○ - □", [1, 2, 3, 2, 3, 1]),
        ("ㅇ - · ㅇ", [1, 2, 3, 1]),
        ("■ - ※ -", [1, 2, 3, 2]),
        ("※ ■ ※", [1, 1, 2]),
        ("dot syllable dot", [1, 2, 1]),
        ("■ ◆ -", [1, 1, 2]),
        ("ㅇ - | -", [1, 2, 2]),
        ("ㅇ - | * ㅇ", [1, 2, 1, 1]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_depth_follows_the_order_in_which_marks_nest(marks: str, depths: list[int]) -> None:
    """A bar is a heading, which ends all lists; a mark keeps the depth at which the document first used it."""
    given_, found = ItemDepths(), []
    for mark in marks.split():
        if mark == "|":
            given_.heading()
        else:
            found.append(given_.of(mark))
    assert found == depths


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["■", "ㅇ", "-", "·", "※", "dot"]), max_size=12))
def test_a_mark_has_one_depth_in_a_document(marks: list[str]) -> None:
    given_ = ItemDepths()
    depths = [given_.of(mark) for mark in marks]
    for mark in set(marks) - {"※"}:
        assert len({depth for kept, depth in zip(marks, depths, strict=True) if kept == mark}) == 1


@pytest.mark.parametrize(
    "line",
    [
        "[해운협력]| 두 나라는 항구를 함께 쓰기로 하였다.",
        "【세관】| 전산망을 이음",
        "〈요금〉| 두 나라가 나누어 냄",
        "얼음길의 안전 강화:| 두 나라의 해경은 겨울마다 함께 순찰하기로 하였다.",
        "Shared burden:| The two ports will divide the dues between them.",
        "Общие расходы:| порты двух стран разделят сборы между собой.",
        "요금의 조정:| 세관과 항만과 철도의 요금을 한 장의 표로 모으고 "
        "해마다 봄에 다시 셈하며 두 나라의 말로 함께 내는 일",
    ],
)
def test_a_heading_that_is_run_in_with_its_text(line: str) -> None:
    head, text = line.split("|")
    assert run_in(head + text) == len(head)


@pytest.mark.parametrize(
    "line",
    [
        "장관은 이렇게 말하였다: 두 나라는 항구를 함께 쓸 것이다.",
        "이 글의 물음은: 두 나라는 항구를 함께 쓸 것인가?",
        "얼음길의 안전 강화: 짧다.",
        "얼음길의 안전 강화: 두 나라의 해경이 함께 순찰함",
        "the two ports: they will divide the dues between them.",
        "오전 10:30에 두 나라의 장관이 항구에서 만났다고 한다.",
        "One two three four five six heads: the ports will divide the dues.",
        "배 길 값 셈 표 말 글 책 등대: 두 나라의 해경은 겨울마다 함께 순찰하기로 하였다.",
        "[해운협력]",
        "두 나라는 항구를 함께 쓰기로 하였다.",
        "",
    ],
)
def test_a_colon_in_a_sentence_ends_no_heading(line: str) -> None:
    assert run_in(line) is None
