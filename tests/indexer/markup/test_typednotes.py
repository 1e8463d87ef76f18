"""Which paragraphs are notes that somebody typed? All texts are invented."""

from collections.abc import Callable
from functools import partial

import pytest

from indexer.markup.elements import Element, ElementRole, MarkupReference
from indexer.markup.typednotes import bind_typed_notes
from tests.counting import growth


def text(words: str, *labels: str) -> Element:
    """A paragraph with open marks at its end."""
    marks = tuple(MarkupReference(len(words), f"{label})", label, None) for label in labels)
    return Element(ElementRole.PARAGRAPH, words, marks=marks)


def found(*elements: Element, rules: set[int] | None = None) -> list[tuple[str, list[str | None]]]:
    """Texts with the keys of their marks; notes with theirs."""
    return [
        (one.text, [one.key] if one.role is ElementRole.NOTE else [mark.key for mark in one.marks])
        for one in bind_typed_notes(elements, rules or set())
    ]


NOTES = text("1) 「항구」, 2021. 3.\n2) 「배」, 2022. 4.\n덧붙임")


def test_lines_below_their_marks_that_cite_are_their_notes_with_the_lines_after_them() -> None:
    assert found(text("배가 떠났다.", "1", "2"), NOTES) == [
        ("배가 떠났다.", ["typed 1 0", "typed 1 1"]),
        ("1) 「항구」, 2021. 3.", ["typed 1 0"]),
        ("2) 「배」, 2022. 4.\n덧붙임", ["typed 1 1"]),
    ]


def test_lines_that_explain_are_notes_where_a_heading_or_a_rule_sets_them_off() -> None:
    call, notes = text("배가 떠났다.", "1"), text("1) 북항을 말한다.")
    assert len(found(call, notes)[1][1]) == 0
    assert found(call, text("[각주]"), notes)[2] == ("1) 북항을 말한다.", ["typed 2 0"])
    assert found(call, notes, rules={1})[1] == ("1) 북항을 말한다.", ["typed 1 0"])


def test_lines_with_text_below_them_or_of_another_form_are_no_notes() -> None:
    call, long = text("배가 떠났다.", "1", "2"), text("긴 글이다. " * 60)
    assert found(call, NOTES, long)[0] == ("배가 떠났다.", [None, None])
    assert found(call, text("1. 「항구」, 2021. 3.\n2. 배가 늘었다."))[0] == ("배가 떠났다.", [None, None])


def test_a_mark_whose_number_comes_twice_stays_open() -> None:
    assert found(text("배가", "1"), text("짐이", "1", "2"), NOTES)[:2] == [
        ("배가", [None]),
        ("짐이", [None, "typed 2 1"]),
    ]


def test_marks_that_are_typed_into_the_text_are_taken_out_if_all_have_their_notes() -> None:
    assert found(text("배가 떠났다.1) 짐이 2) 왔다.2)"), NOTES)[0][0] == "배가 떠났다. 짐이 2) 왔다."
    assert found(text("배가 떠났다.1) 짐이 왔다.3)"), NOTES)[0][0] == "배가 떠났다.1) 짐이 왔다.3)"


HOSTILE: dict[str, Callable[[int], list[Element]]] = {
    "lists": lambda n: [text("배가", "1"), *(text("1) 「항구」, 2021. 3.") for _ in range(n))],
    "marks and lists": lambda n: [
        one for _ in range(n // 2) for one in (text("배가", "1"), text("1) 「항구」, 2021."))
    ],
    "lines": lambda n: [text("배가", "1"), text("1) 「항구」\n" * n)],
    "quotes": lambda n: [text("배가", "1"), text("1) " + "「" * n)],
    "marks": lambda n: [text("배가", *("1" for _ in range(n))), text("1) 「항구」")],
    "typed": lambda n: [text("배가1)" * n), text("1) 「항구」")],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_cost_what_their_length_does(name: str) -> None:
    assert growth(lambda n: partial(bind_typed_notes, HOSTILE[name](n)), 1_000, floor=0.02) < 10
