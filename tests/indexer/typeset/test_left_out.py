"""What is on the pages and not in the text is said."""

from dataclasses import replace

from indexer.typeset.left_out import left_out
from tests.indexer.typeset.press import Sheet


def test_pages_with_text_at_another_angle_are_named_and_an_axis_is_not() -> None:
    turned = [0, 9, 0, 30, 30, 1, 30, 30]
    pages = [replace(Sheet(n).page(), turned=letters) for n, letters in enumerate(turned, 1)]
    assert [(one.code, one.values) for one in left_out(pages)] == [("turned-text-left-out", ("2, 4–5, 7–8",))]


def test_pictures_and_unknown_letters_are_counted() -> None:
    pages = [replace(Sheet(n).page(), pictures=2, unreadable=n) for n in range(3)]
    assert [one.values for one in left_out(pages)] == [("6",), ("2",)]
    assert not list(left_out([Sheet().page()]))
