"""Is a number alone on its line a note's or a page's? All lines are invented."""

import pytest

from archive.model import Line
from indexer.lines import TextLine, text_lines
from indexer.notes.lone_labels import labels_note, lone_label, resumed

ABOVE = "물길은 세 마을에서 재"
REST = "었으며, 한 곳은 말로 들었다."


def printed(text: str) -> tuple[TextLine, ...]:
    return text_lines([Line(n, line) for n, line in enumerate(text.split("\n"), 1)])


def odds(left: str, right: str) -> float:
    """One word, where the text above and the rest of its word meet."""
    return 5.0 if (left, right) == (ABOVE, REST) else -1.0


@pytest.mark.parametrize(
    ("line", "label", "sure"),
    [("2", "2", False), ("2)", "2", True), ("[12]", "12", True), ("²", "2", True)],
)
def test_a_number_alone_with_text_below(line: str, label: str, sure: bool) -> None:
    found = lone_label(printed(f"{line}\n우물은 깊다."), 0)
    assert found is not None and (found.label, found.sure) == (label, sure)


@pytest.mark.parametrize("text", ["2", "3.\n우물", "2\n3", "2\n\f우물은 깊다.", "2 우물\n깊다.", "우물\n깊다."])
def test_no_label_stands_above_nothing(text: str) -> None:
    assert lone_label(printed(text), 0) is None


@pytest.mark.parametrize(
    ("text", "following", "expected"),
    [
        ("2\n박보기, 「물길」, 『보기연구』, 2018.", False, True),
        ("2\nhttps://example.org/a", False, True),
        ("2\n우물은 깊다.\n3\n논은 넓다.", True, True),
        ("2\n우물은 깊다.\n3\n논은 넓다.", False, False),
        ("2\n우물은 깊다.\n논은 넓다.", True, False),
        ("2\n『물길』을 읽은 사람은 많다.", False, False),
    ],
)
def test_a_bare_number_needs_a_source_or_the_next_number(text: str, following: bool, expected: bool) -> None:
    assert labels_note(printed(text), 0, following, None) is expected


def test_the_sentence_above_goes_on_behind_a_note_with_the_rest_of_its_word() -> None:
    lines = printed(f"{ABOVE}\n2\n책을 받은 날은 5월 2일임\n{REST}")
    assert labels_note(lines, 1, False, odds) and resumed(lines, 0, 2, odds) == 3


def test_behind_the_number_of_a_page_it_goes_on_at_once() -> None:
    lines = printed(f"{ABOVE}\n2\n{REST}\n논은 넓다.")
    assert not labels_note(lines, 1, False, odds) and resumed(lines, 0, 2, odds) is None
