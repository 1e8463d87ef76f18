"""Which words a document cuts with hyphens, and which hyphens are words' own. How lines join: test_joiner."""

import pytest

from archive.model.document import Line
from indexer.lines import TextLine, text_lines
from indexer.lines.hyphenation import LatinWords


def lines(*texts: str) -> tuple[TextLine, ...]:
    return text_lines([Line(i, text) for i, text in enumerate(texts, 1)])


def test_the_hyphen_goes_and_is_said_to_have_been_there() -> None:
    words = LatinWords(frozenset({"harbour", "long-term"}), hyphenates=True)
    assert words.join_hyphened("the har-", "bour was") == ("the har", True)
    assert words.join_hyphened("a long-", "term plan") == ("a long-", False)
    assert words.join_hyphened("the harbour", "was") == ("the harbour", False)


def test_the_latin_words_of_a_document_are_those_that_stand_whole_in_its_lines() -> None:
    found = LatinWords.of(lines("항구의 Harbour와 long-term plan", "the har-", "bour", "ice-"))
    assert found == LatinWords(frozenset({"harbour", "long-term", "plan", "the", "bour"}), hyphenates=False)


@pytest.mark.parametrize(("cut", "cuts"), [(3, True), (2, False)])
def test_a_document_cuts_words_where_hyphens_end_enough_of_its_lines(cut: int, cuts: bool) -> None:
    assert LatinWords.of(lines(*["the har-", "bour was"] * cut, *["of the", "river"] * 10)).hyphenates is cuts


def test_hyphens_at_few_of_many_line_ends_are_words_own() -> None:
    assert not LatinWords.of(lines(*["a long-", "term plan"] * 3, *["of the", "river and"] * 60)).hyphenates
