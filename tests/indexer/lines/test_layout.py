"""Where do printed lines stand? All lines are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model.document import Line
from indexer.lines.layout import page_break_gaps, text_lines, usual_gap
from indexer.lines.line import TextLine


def lines(text: str) -> tuple[TextLine, ...]:
    """The lines of a text in which ␣ shows a space at an end."""
    return text_lines([Line(i, line) for i, line in enumerate(text.replace("␣", " ").split("\n"), 1)])


def pages(found: tuple[TextLine, ...]) -> list[tuple[str, int | None, bool]]:
    return [(line.text, line.page, line.starts_page) for line in found]


def test_blank_lines_are_gaps_and_runs_of_spaces_one() -> None:
    assert lines("\n두 나라의\t 장관이  만났다.␣\n\n\n  다시 만났다.") == (
        TextLine(2, "두 나라의\t 장관이  만났다. ", "두 나라의 장관이 만났다.", 1),
        TextLine(5, "  다시 만났다.", "다시 만났다.", 2),
    )


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
    found = text_lines([Line(1, "첫 쪽", 3), Line(2, "끝", 3), Line(3, "다음 쪽", 4)])
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
    found = text_lines([Line(i, text) for i, text in enumerate(printed, 1)])
    assert "".join(line.text for line in found).replace(" ", "") == "".join("".join(printed).split())
    assert all(line.raw == printed[line.number - 1] for line in found)
    assert sum(line.gap + 1 for line in found) <= len(printed)


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
    assert page_break_gaps(lines(text), usual=0) == {3}
