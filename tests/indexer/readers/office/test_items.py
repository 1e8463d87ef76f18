"""Paragraphs with a mark before them are items; a mark that was typed is taken out of the text."""

import pytest

from indexer.markup import Element, ElementRole, MarkupReference
from indexer.readers.office.items import split_at_bullets, with_items
from indexer.readers.office.seen import Seen


def items(*texts: str) -> list[tuple[str | None, int | None, str]]:
    seen = [Seen(Element(ElementRole.PARAGRAPH, text)) for text in texts]
    return [(one.marker, one.level, one.text) for one in with_items(seen)]


def test_typed_marks_nest_in_the_order_in_which_they_come() -> None:
    assert items("□ 배경", "○ 강이 흐른다.", "- 다리가 선다.", "○ 배가 뜬다.", "□ 결론", "강이다.") == [
        ("□", 1, "배경"), ("○", 2, "강이 흐른다."), ("-", 3, "다리가 선다."), ("○", 2, "배가 뜬다."), ("□", 1, "결론"),
        (None, None, "강이다."),
    ]  # fmt: skip


@pytest.mark.parametrize("figures", ["①②③", "❶❷❿", "➀➁➂"])
def test_figures_drawn_alike_stand_equally_deep(figures: str) -> None:
    depths = [level for _, level, _ in items("□ 배경", *(f"{figure} 강이 흐른다." for figure in figures))]
    assert depths == [1, 2, 2, 2]


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("가. 배경", "가."),
        ("(1) 배경", "(1)"),
        ("① 배경", "①"),
        ("1. 배경", "1."),
        ("1.2 배경", None),
        ("○○기업", None),
        ("- 다섯 나루가 문을 연다 -", None),
        ("- 다섯 나루 - 세 다리", "-"),
        ("ㅇ「나루법」 제3조", "ㅇ"),
        ("o『강의 길』", "o"),
        ("-「나루법」 제3조", "-"),
        ("ㅇㅇ「나루법」", None),
    ],
)
def test_numbers_that_begin_items(text: str, marker: str | None) -> None:
    assert items(text)[0][0] == marker


def test_what_the_file_numbers_keeps_its_level_and_a_heading_ends_all_lists() -> None:
    seen = [
        Seen(Element(ElementRole.PARAGRAPH, "하나", level=2, marker="가.")),
        Seen(Element(ElementRole.PARAGRAPH, "- 둘")),
        Seen(Element(ElementRole.HEADING, "배경", level=1)),
        Seen(Element(ElementRole.PARAGRAPH, "ㅇ 셋")),
        Seen(Element(ElementRole.PARAGRAPH, "1. 넷", marker="□"), contents=True),
    ]
    assert [(one.role.value, one.marker, one.level) for one in with_items(seen)] == [
        ("item", "가.", 2), ("item", "-", 1), ("heading", None, 1), ("item", "ㅇ", 1), ("paragraph", None, None),
    ]  # fmt: skip


def test_a_line_of_contents_is_kept_as_a_running_head_with_its_number() -> None:
    seen = Seen(Element(ElementRole.PARAGRAPH, "배경 3", level=1, marker="1."), contents=True, listed=True)
    assert [(one.role, one.marker, one.text) for one in with_items([seen])] == [
        (ElementRole.PAGE_HEAD, None, "1. 배경 3")
    ]


def test_marks_of_notes_move_with_the_text() -> None:
    mark = MarkupReference(4, "1)", "1", "footnote 1")
    (one,) = with_items([Seen(Element(ElementRole.PARAGRAPH, "□ 배경", marks=(mark,)))])
    assert (one.text, one.marks[0].offset) == ("배경", 2)


def test_a_line_that_begins_with_a_bullet_begins_an_element() -> None:
    marks = tuple(MarkupReference(at, "1)", "1", str(at)) for at in (2, 6))
    found = list(split_at_bullets("강물\n□ 배경\n길", marks))
    assert [(text, [mark.offset for mark in of]) for text, of in found] == [("강물", [2]), ("□ 배경\n길", [3])]
