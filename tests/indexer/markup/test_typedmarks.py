"""Which marks are typed into a text, and how do typed notes begin? All texts are invented."""

import pytest

from indexer.markup.elements import Element, ElementRole
from indexer.markup.typedmarks import STARTS, typed_marks, with_typed_marks


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("1) 글", "paren"),
        ("주1) 글", "paren"),
        ("[1] 글", "square"),
        ("(1) 글", "round"),
        ("(주 1) 글", "round"),
        ("¹ 글", "raised"),
        ("1. 글", "dot"),
        ("1: 글", "dot"),
        ("** 글", "sign"),
        ("1 글", "bare"),
    ],
)
def test_a_typed_note_begins_in_one_of_these_forms(line: str, form: str) -> None:
    assert next(name for name, pattern in STARTS if pattern.match(line)) == form


def test_marks_stand_behind_words_and_never_at_the_head_of_a_line() -> None:
    assert [(at, mark.label) for at, mark in typed_marks("배가 왔다.1) 짐이[2]\n3) 글이다.4)")] == [
        (0, "1"),
        (0, "2"),
        (15, "4"),
    ]


def test_typed_marks_are_taken_out_of_a_text() -> None:
    found = with_typed_marks(Element(ElementRole.PARAGRAPH, "배가 왔다.1) 짐이 [2] 왔다."))
    assert (found.text, [(mark.offset, mark.label) for mark in found.marks]) == (
        "배가 왔다. 짐이 왔다.",
        [(6, "1"), (9, "2")],
    )
