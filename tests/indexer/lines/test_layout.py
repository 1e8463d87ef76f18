"""Where do printed lines stand, where do sentences end, and which lines are full? All lines are invented."""

from itertools import pairwise
from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model.document import Line
from indexer.lines.layout import (
    Printed,
    RightEdge,
    breaks_between_words,
    em,
    ends_sentence,
    leads_on,
    print_lines,
    torn_gaps,
    usual_gap,
)


def lines(text: str) -> tuple[Printed, ...]:
    """The lines of a text in which ␣ shows a space at an end."""
    return print_lines([Line(i, line) for i, line in enumerate(text.replace("␣", " ").split("\n"), 1)])


def pages(found: tuple[Printed, ...]) -> list[tuple[str, int | None, bool]]:
    return [(line.text, line.page, line.starts_page) for line in found]


def test_blank_lines_are_gaps_and_runs_of_spaces_one() -> None:
    assert lines("\n두 나라의\t 장관이  만났다.␣\n\n\n  다시 만났다.") == (
        Printed(2, "두 나라의\t 장관이  만났다. ", "두 나라의 장관이 만났다.", 1),
        Printed(5, "  다시 만났다.", "다시 만났다.", 2),
    )


def test_indent_and_trailing_space_are_those_of_the_raw_line() -> None:
    first, second = lines("  배가 떠남␣\n돌아옴")
    assert (first.indent, first.trailing, second.indent, second.trailing) == (2, True, 0, False)


@pytest.mark.parametrize(
    ("rule", "gap"), [("------", 1), ("＿＿＿＿＿", 1), ("=====", 1), ("━━━━", 1), ("*** ***", 0), ("--", 0)]
)
def test_a_rule_across_the_column_is_a_gap_and_no_text(rule: str, gap: int) -> None:
    assert lines(f"배가 떠남\n{rule}\n돌아옴")[-1].gap == gap


def test_form_feeds_count_the_pages() -> None:
    assert pages(lines("첫 쪽\n끝\n\f둘째 쪽\n\f\f넷째 쪽")) == [
        ("첫 쪽", 1, True),
        ("끝", 1, False),
        ("둘째 쪽", 2, True),
        ("넷째 쪽", 4, True),
    ]


def test_pages_that_the_extractor_knows_are_kept() -> None:
    found = print_lines([Line(1, "첫 쪽", 3), Line(2, "끝", 3), Line(3, "다음 쪽", 4)])
    assert pages(found) == [("첫 쪽", 3, True), ("끝", 3, False), ("다음 쪽", 4, True)]


SPACED = """ 두 나라의 장관은 항구에서

만나 요금을 함께 정하고

배를 더 띄우기로
 하였으며 다리의 자리를

다시 살피고 봄에"""


def test_a_leading_space_right_under_a_line_begins_a_page_where_blank_lines_part_all_others() -> None:
    assert [(line.page, line.starts_page) for line in lines(SPACED)] == [
        (1, True),
        (1, False),
        (1, False),
        (2, True),
        (2, False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        " 첫 줄만 들여\n\n쓴 글이\n\n이어진다",
        "두 나라의 장관은\n 항구에서 만나\n 배를 띄우기로",
        "들여쓰기가 없는\n글이 이어진다",
    ],
    ids=["first line alone", "no blank lines", "no indent"],
)
def test_elsewhere_a_leading_space_tells_no_page(text: str) -> None:
    assert {line.page for line in lines(text)} == {None}


LETTERS = st.text(st.characters(categories=["Lo", "Ll", "Lu"]), max_size=6)


@settings(max_examples=60)
@given(st.lists(st.lists(LETTERS, max_size=4).map(" ".join), max_size=8))
def test_no_letter_is_lost_and_lines_keep_their_numbers(printed: list[str]) -> None:
    found = print_lines([Line(i, text) for i, text in enumerate(printed, 1)])
    assert "".join(line.text for line in found).replace(" ", "") == "".join("".join(printed).split())
    assert all(line.raw == printed[line.number - 1] for line in found)
    assert sum(line.gap + 1 for line in found) <= len(printed)


@pytest.mark.parametrize(
    "text",
    [
        "두 나라의 장관이 만났다.",
        "배는 왜 돌아왔는가?",
        "얼음이 갈라졌다!”",
        "그는 “떠난다.”",
        "항구를 열었다.」",
        "배가 떠났다.7",
        "배가 떠났다.12)",
        "배가 떠났다.[3]",
        "배가 떠났다.⁷",
        "배가 떠났다. 주3)",
        "말을 흐렸다…",
        "Суда ушли.",
        "船已离开。",
        "The ships left.  ",
        "보기일보, 2024. 11. 1.",
    ],
)
def test_a_sentence_ends_here(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "두 나라의 장관은",
        "보기일보, No.",
        "Example Review, pp.",
        "according to Mr.",
        "the U.S.",
        "Kim et al.",
        "배 7",
        "2024년 3월 1",
        "",
    ],
)
def test_a_sentence_goes_on_here(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize(("following", "ends"), [("9. 14), 『보기일보』.", False), ("그 뒤 배는", True), ("", True)])
def test_the_next_line_shows_half_a_date_for_what_it_is(following: str, ends: bool) -> None:
    assert ends_sentence("「첫 배가 떠났다」(2023.", following) is ends


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("항구와 철도,", True),
        ("두 나라는", True),
        ("새 항로를", True),
        ("항구에서", True),
        ("철도 및", True),
        ("Prospects of the", True),
        ("이른바 “", True),
        ("배가 떠났다. 그 뒤의 일", True),
        ("The ships left. After that", True),
        ("항로의 배경", False),
        ("강가의 마을", False),
        ("항구의 가을", False),
        ("교역의 성과", False),
        ("Prospects for trade", False),
        ("Торговля и порты", False),
    ],
)
def test_a_line_that_leads_on_is_no_heading(text: str, open_: bool) -> None:
    assert leads_on(text) is open_


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("두 나라의\n장관은\n항구에서", 0),
        ("두 나라의\n\n장관은\n\n항구에서\n만나", 1),
        ("배가 떠났다.\n\n돌아왔다.\n\n다시 떠났다.", 0),
        ("한 줄", 0),
    ],
    ids=["close", "spaced", "between sentences only", "one line"],
)
def test_the_usual_gap_is_that_inside_sentences(text: str, gap: int) -> None:
    assert usual_gap(lines(text)) == gap


def test_a_gap_in_the_middle_of_a_long_line_is_a_page_end() -> None:
    long = "두 나라의 장관은 겨울 항로를 다시 열기 위하여 항구에서"
    text = (
        f"{long}\n만나 요금을 정하고 배를 더 띄우기로 하였으며 다리의\n\n\n\n자리를 다시 살폈다.\n\n다음 날의 일이다."
    )
    assert torn_gaps(lines(text), usual=0) == {3}


@pytest.mark.parametrize(("narrow", "wide"), [("il", "mm"), ("배", "배가"), ("ab", "가나"), ("..", "ab")])
def test_widths_are_those_of_print(narrow: str, wide: str) -> None:
    assert em(narrow) < em(wide)


def test_an_ideograph_is_one_em_in_any_script_that_has_them() -> None:
    assert (em("항구"), em("港口"), em("")) == (2.0, 2.0, 0.0)


@settings(max_examples=40)
@given(st.text(max_size=10), st.text(max_size=10))
def test_the_width_of_a_line_is_that_of_its_parts(left: str, right: str) -> None:
    assert em(left + right) == pytest.approx(em(left) + em(right))


STORY = (
    "두 나라의 장관은 겨울 항로를 다시 열기 위하여 봄이 오기 전에 강가의 항구에서 만나 요금을 나누어 내는 방법과 "
    "배를 더 띄우는 일정과 다리의 자리를 두고 오래 이야기한 끝에 세관의 전산망을 먼저 잇고 철도의 궤도를 그다음에 "
    "고치며 부두의 전기를 마지막에 새로 놓기로 뜻을 모았고 이를 살피는 위원회를 해마다 가을에 열기로 하였으나 정작 "
    "누가 그 비용을 먼저 치를 것인지는 아무도 말하지 않은 채 자리를 떠났다고 항구의 사람들은 전하였다"
)
COLUMN = wrap(STORY, 30)


def test_a_line_is_full_where_the_next_word_had_no_room() -> None:
    column = lines("\n".join([*COLUMN[:6], "끝이 났다.", *COLUMN[6:]]))
    edge = RightEdge(column)
    assert edge.wrapped
    assert [edge.full(a, b) for a, b in pairwise(column)] == [i != 6 for i in range(len(column) - 1)]


def test_a_short_line_had_room_and_says_by_how_much() -> None:
    column = lines("\n".join([*COLUMN[:6], "끝이 났다.", *COLUMN[6:]]))
    edge = RightEdge(column)
    assert edge.over(column[6], column[7]) < -10 < edge.over(column[2], column[3])
    assert edge.width(column[6]) < edge.width(column[2]) <= edge.measure + 1


@pytest.mark.parametrize(
    "text", ["", "한 줄", f"{STORY}\n짧은 줄\n{STORY * 3}\n다른 줄의 글"], ids=["none", "one", "unwrapped"]
)
def test_a_file_without_a_common_edge_is_not_wrapped(text: str) -> None:
    found = lines(text)
    edge = RightEdge(found)
    assert not edge.wrapped
    assert not any(edge.full(a, b) for a, b in pairwise(found))


def test_where_words_are_cut_a_letter_had_to_fit() -> None:
    cut = [STORY[i : i + 30].strip() for i in range(0, len(STORY), 30)]
    column = lines("\n".join(cut))
    edge = RightEdge(column)
    assert all(edge.full(a, b) for a, b in pairwise(column))


@pytest.mark.parametrize(("end", "between"), [("␣", True), ("", False)], ids=["a space at each end", "none"])
def test_trailing_spaces_tell_whether_lines_break_between_words(end: str, between: bool) -> None:
    column = lines("\n".join(line + end for line in wrap(STORY, 48)))
    assert breaks_between_words(column) is between
