"""Which lines are headings, of those that end on purpose. All excerpts are invented; whole texts are in test_blocks."""

import pytest

from archive.model.document import Line
from indexer.lines import TextLine, text_lines
from indexer.structure.headings import HEADING_WIDTH, is_heading, is_numbered_heading


def line(text: str) -> TextLine:
    return text_lines([Line(1, text)])[0]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("장부의 임자", True),
        ("나루터는 누구의 것인가?", True),
        ("나루터는 마을의 것이다.", False),
        ("ferries of the river", False),
        ("1,520", False),
        ("나루터 " * 40, False),
    ],
)
def test_a_short_line_that_ends_on_purpose_and_is_no_sentence(text: str, heading: bool) -> None:
    assert is_heading(line(text), alone=True) is heading
    assert line("나루터 " * 40).width > HEADING_WIDTH


def test_a_line_that_goes_on_is_none_but_for_the_usual_heads() -> None:
    assert not is_heading(line("장부의 임자"), alone=False)
    assert is_heading(line("들어가며"), alone=False)


@pytest.mark.parametrize(("text", "heading"), [("1. 나루터의 한 해", True), ("1. 나루터는 마을의 것이다.", False)])
def test_a_numbered_line_is_one_if_it_is_no_sentence(text: str, heading: bool) -> None:
    numbered = line(text)
    assert numbered.enumeration is not None
    assert is_numbered_heading(numbered, numbered.enumeration, alone=True) is heading
    assert not is_numbered_heading(numbered, numbered.enumeration, alone=False)
