"""How does text scattered over tags read in one run? All texts are invented."""

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.markup.elements import MarkupReference
from indexer.markup.runs import SCRIPT_FIGURES, TextRun, script_figures


def run(*parts: str) -> TextRun:
    """A run of these parts; a bar ends a line, a text in braces is a mark."""
    found = TextRun()
    for part in parts:
        if part == "|":
            found.end_line()
        elif part.startswith("{"):
            found.mark(part, part.strip("{}"), f"#{part.strip('{}')}")
        else:
            found.add(part)
    return found


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (["두 나라의 ", "장관"], "두 나라의 장관"),
        (["두 나라의 ", "\n  장관"], "두 나라의 장관"),
        (["  배가\t떠남\n "], "배가 떠남"),
        (["배", "가"], "배가"),
        (["배가", " ", " ", "떠남"], "배가 떠남"),
        (["첫 줄 ", "|", " 둘째 줄"], "첫 줄\n둘째 줄"),
        (["|", "한 줄", "|", "|", " "], "한 줄"),
        (["", " "], ""),
        ([], ""),
    ],
)
def test_white_space_is_collapsed_across_tags(parts: list[str], text: str) -> None:
    assert run(*parts).finish() == (text, ())


def test_an_empty_line_ends_a_paragraph() -> None:
    found = run("첫 줄")
    assert [found.end_line(), found.end_line()] == [True, False]


@pytest.mark.parametrize(
    ("parts", "text", "offset"),
    [
        (["배가 떠났다.", "{1}", " 그 뒤"], "배가 떠났다. 그 뒤", 7),
        (["배가 떠났다. ", "{1}", "그 뒤"], "배가 떠났다. 그 뒤", 7),
        (["배가", "|", "떠났다", "{1}"], "배가\n떠났다", 6),
        (["{1}", "배가 떠났다"], "배가 떠났다", 0),
        (["배가 떠났다 ", "{1}"], "배가 떠났다", 6),
    ],
    ids=["behind a stop", "behind a space", "on a second line", "at the head", "at the end"],
)
def test_a_mark_is_taken_out_and_stands_before_the_space(parts: list[str], text: str, offset: int) -> None:
    assert run(*parts).finish() == (text, (MarkupReference(offset, "{1}", "1", "#1"),))


def test_letters_that_two_tags_part_are_composed_and_marks_move_with_them() -> None:
    first, second = normalize("NFD", "배")[:1], normalize("NFD", "배")[1:]
    assert run(first, second, "가", "{1}", " 뜸").finish() == ("배가 뜸", (MarkupReference(2, "{1}", "1", "#1"),))


def test_characters_that_no_text_holds_are_replaced_and_counted() -> None:
    found = run("배\x00가", "\ud800")
    assert (found.invalid, found.finish()) == (2, ("배\ufffd가\ufffd", ()))


def test_a_finished_run_is_empty_and_can_be_used_again() -> None:
    found = run("배가 떠났다", "{1}")
    found.finish()
    found.add(" 둘째")
    assert (found.finish(), found.finish()) == (("둘째", ()), ("", ()))


@pytest.mark.parametrize(
    ("tag", "printed", "letters"),
    [
        ("sup", "2", "²"),
        ("sup", "-10", "⁻¹⁰"),
        ("sub", "2", "₂"),
        ("sub", "3+", "₃₊"),
        ("sup", "th", ""),
        ("sup", "1)", ""),
    ],
)
def test_figures_set_above_or_below_the_line(tag: str, printed: str, letters: str) -> None:
    assert script_figures(tag, printed) == letters


@pytest.mark.parametrize("tag", SCRIPT_FIGURES)
def test_raised_figures_are_the_same_figures(tag: str) -> None:
    assert normalize("NFKC", script_figures(tag, "0123456789")) == "0123456789"


PARTS = st.lists(st.sampled_from(["배", "가 ", " 떠남", "\n", "|", "{1}", "", "  "]), max_size=12)


@settings(max_examples=100)
@given(PARTS)
def test_no_letter_is_lost_and_no_space_doubled(parts: list[str]) -> None:
    text, marks = run(*parts).finish()
    assert "".join(text.split()) == "".join("".join(p for p in parts if p not in ("|", "{1}")).split())
    assert text == text.strip() and "  " not in text and " \n" not in text and "\n " not in text
    assert len(marks) == parts.count("{1}") and all(0 <= mark.offset <= len(text) for mark in marks)
