"""Which lines belong to the page and not to the text? Running heads, feet and page numbers, all invented."""

import pytest

from archive.model.document import Line
from indexer.lines import TextLine, text_lines
from indexer.structure.pages import FOLIOS, Folio, PageHeads, find_page_heads

BODY = (
    "두 나라의 장관은 항구에서",
    "만나 요금을 함께 정하고",
    "배를 더 띄우기로 하였으며",
    "다리의 자리를 다시 살피고",
    "봄에 위원회를 열기로 하여",
    "강가의 사람들이 기다린다",
)


def printed(text: str) -> tuple[TextLine, ...]:
    return text_lines([Line(i, line) for i, line in enumerate(text.split("\n"), 1)])


def heads(text: str) -> list[str]:
    """The texts of the lines that were taken, in order."""
    lines = printed(text)
    taken = find_page_heads(lines).lines
    return [line.text for line in lines if line.number in taken]


SPEAKERS = ("두 나라의 장관은", "항구의 사람들은", "세관의 서기는", "강가의 어부들은", "다리의 기사는", "배의 주인은")


def book(*pages: tuple[str, str]) -> str:
    """Pages, each with what stands above its text and below; no line of text comes twice."""
    bodies = ("\n".join(f"{who} {line}" for line in BODY) for who in SPEAKERS)
    return "\n\f".join(f"{above}\n{body}\n{below}" for (above, below), body in zip(pages, bodies, strict=False))


@pytest.mark.parametrize("row", FOLIOS, ids=lambda row: row.example)
def test_a_page_number_alone_on_its_line(row: Folio) -> None:
    """A bare number may be anything where no pages are known; the other rows say it themselves."""
    text = "\n".join([*BODY, row.example, *BODY])
    assert heads(text) == ([row.example] if row.anywhere else [])


@pytest.mark.parametrize("line", ["- 배 -", "3 / 배", "12 34", "3쪽을 보라", "Page three", "- 12345 -"])
def test_what_only_looks_like_a_page_number_stays(line: str) -> None:
    assert heads("\n".join([*BODY, line, *BODY])) == []


def test_bare_numbers_at_the_edges_of_pages_are_taken_and_in_the_middle_not() -> None:
    text = book(("", "17"), ("", "18"), ("19", "")).replace("항구의 사람들은 배를", "2023\n항구의 사람들은 배를")
    assert heads(text) == ["17", "18", "19"]


def test_bare_numbers_that_count_up_far_apart_are_page_numbers_without_known_pages() -> None:
    text = "\n".join([*BODY, *BODY, "4", *BODY, *BODY, "5", *BODY, *BODY, "6"])
    assert heads(text) == ["4", "5", "6"]


@pytest.mark.parametrize(
    "numbers", [("4", "6"), ("5", "4"), ("4", "4")], ids=["a number left out", "counting down", "the same"]
)
def test_bare_numbers_that_do_not_count_up_stay(numbers: tuple[str, str]) -> None:
    assert heads("\n".join([*BODY, *BODY, numbers[0], *BODY, *BODY, numbers[1], *BODY])) == []


def test_bare_numbers_close_to_each_other_are_figures() -> None:
    assert heads("\n".join(["배의 수", "4", "5", "6", *BODY])) == []


def test_a_head_that_stands_on_every_page_is_taken_whatever_its_number() -> None:
    text = book(*((f"보기브리프 {n}", "강의 도시들") for n in (1, 2, 3)))
    assert heads(text) == ["보기브리프 1", "강의 도시들", "보기브리프 2", "강의 도시들", "보기브리프 3", "강의 도시들"]


def test_heads_that_alternate_between_left_and_right_pages_are_both_taken() -> None:
    names = ["보기브리프", "Example Brief", "보기브리프", "Example Brief"]
    assert heads(book(*((name, "") for name in names))) == names


def test_a_dated_foot_on_every_page_is_taken_though_its_point_looks_like_a_sentence_end() -> None:
    foot = "보기브리프 2024. 5. 2."
    assert heads(book(*[("", foot)] * 3)) == [foot] * 3


FULL = (
    "두 나라의 장관은 겨울 항로를 다시 열기 위하여 봄이 오기 전에 강가의 오래된 항구에서 "
    "만나 요금을 나누어 내는 길을 찾고"
)


@pytest.mark.parametrize("line", ["배가 떠났다.", "■ 배가 떠남", "1) 배가 떠남", FULL])
def test_sentences_items_and_full_lines_at_the_edges_of_pages_stay(line: str) -> None:
    assert heads(book(*[(line, "")] * 3)) == []


def test_a_line_on_one_page_of_many_stays() -> None:
    assert heads(book(("항로의 배경", ""), ("요금의 셈", ""), ("다리의 자리", ""), ("맺음의 말", ""))) == []


def test_without_known_pages_a_name_that_comes_back_three_times_far_apart_is_a_head() -> None:
    body = BODY + BODY[::-1]
    text = "\n".join([*body, "보기연구원 동향", *body, "보기연구원 동향", *body, "보기연구원 동향", *body])
    assert heads(text) == ["보기연구원 동향"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "\n".join([*BODY, *BODY[:3], "보기연구원 동향", *BODY, *BODY[3:], "보기연구원 동향", *BODY]),
        "\n".join(["보기연구원 동향", *BODY[:3], "보기연구원 동향", *BODY[3:], "보기연구원 동향"]),
    ],
    ids=["twice", "close"],
)
def test_a_name_that_comes_back_twice_or_soon_is_a_heading(text: str) -> None:
    assert heads(text) == []


DATED = (
    "두 나라의 장관이 만났다.\n보기브리프\n2024. 5. 2.\n그 뒤로 배는 겨울마다 항구를 떠났고\n"
    "봄이 되어서야 돌아왔다.\n그것이 전부였다."
)


def test_a_name_with_a_date_under_it_between_sentences_names_series_and_day() -> None:
    assert find_page_heads(printed(DATED)) == PageHeads(frozenset({2, 3}), "보기브리프", "2024-05-02")


@pytest.mark.parametrize(
    ("printed_", "instead"),
    [
        ("2024. 5. 2.", "2024. 5."),
        ("보기브리프", "1) 배의 이름"),
        ("보기브리프", "홍보기,"),
        ("만났다.", "만나서"),
        ("그 뒤로 배는 겨울마다 항구를 떠났고", "2024. 5. 9."),
        ("돌아왔다.\n그것이 전부였다.", "돌아왔고\n그것이 전부"),
    ],
    ids=["a month only", "a note", "half a note", "within a sentence", "a table of dates", "no sentence below"],
)
def test_a_date_elsewhere_is_no_running_head(printed_: str, instead: str) -> None:
    assert find_page_heads(printed(DATED.replace(printed_, instead))) == PageHeads(frozenset())


def test_no_lines_no_heads() -> None:
    assert find_page_heads(()) == PageHeads(frozenset())
