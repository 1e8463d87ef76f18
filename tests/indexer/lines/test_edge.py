"""Which lines are full, and which ended on purpose? All lines are invented."""

from itertools import pairwise
from textwrap import wrap

import pytest

from archive.model.document import Line
from indexer.lines.edge import RightEdge, breaks_between_words
from indexer.lines.layout import text_lines
from indexer.lines.line import TextLine


def lines(text: str) -> tuple[TextLine, ...]:
    """The lines of a text in which ␣ shows a space at an end."""
    return text_lines([Line(i, line) for i, line in enumerate(text.replace("␣", " ").split("\n"), 1)])


STORY = (
    "두 나라의 장관은 겨울 항로를 다시 열기 위하여 봄이 오기 전에 강가의 항구에서 만나 요금을 나누어 내는 방법과 "
    "배를 더 띄우는 일정과 다리의 자리를 두고 오래 이야기한 끝에 세관의 전산망을 먼저 잇고 철도의 궤도를 그다음에 "
    "고치며 부두의 전기를 마지막에 새로 놓기로 뜻을 모았고 이를 살피는 위원회를 해마다 가을에 열기로 하였으나 정작 "
    "누가 그 비용을 먼저 치를 것인지는 아무도 말하지 않은 채 자리를 떠났다고 항구의 사람들은 전하였다"
)
COLUMN = wrap(STORY, 30)


def test_a_line_is_full_where_the_next_word_had_no_room() -> None:
    column = lines("\n".join([*COLUMN[:6], "끝이 났다.", *COLUMN[6:]]))
    edge = RightEdge(column)
    assert edge.wrapped
    assert [edge.full(a, b) for a, b in pairwise(column)] == [i != 6 for i in range(len(column) - 1)]


def test_a_short_line_had_room_and_says_by_how_much() -> None:
    column = lines("\n".join([*COLUMN[:6], "끝이 났다.", *COLUMN[6:]]))
    edge = RightEdge(column)
    assert edge.overhang(column[6], column[7]) < -10 < edge.overhang(column[2], column[3])
    assert edge.width(column[6]) < edge.width(column[2]) <= edge.measure + 1


@pytest.mark.parametrize(
    "text", ["", "한 줄", f"{STORY}\n짧은 줄\n{STORY * 3}\n다른 줄의 글"], ids=["none", "one", "unwrapped"]
)
def test_a_file_without_a_common_edge_is_not_wrapped(text: str) -> None:
    found = lines(text)
    edge = RightEdge(found)
    assert not edge.wrapped
    assert not any(edge.full(a, b) for a, b in pairwise(found))


def test_where_words_are_cut_a_letter_had_to_fit() -> None:
    cut = [STORY[i : i + 30].strip() for i in range(0, len(STORY), 30)]
    column = lines("\n".join(cut))
    edge = RightEdge(column)
    assert all(edge.full(a, b) for a, b in pairwise(column))


@pytest.mark.parametrize(("end", "between"), [("␣", True), ("", False)], ids=["a space at each end", "none"])
def test_trailing_spaces_tell_whether_lines_break_between_words(end: str, between: bool) -> None:
    column = lines("\n".join(line + end for line in wrap(STORY, 48)))
    assert breaks_between_words(column) is between
