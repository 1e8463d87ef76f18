"""A text that was made from another knows where each part of it stood."""

from hypothesis import given
from hypothesis import strategies as st

from archive.text import MappedText


def test_what_became_of_a_character_leads_back_to_it() -> None:
    mapped = MappedText.of([(0, "1"), (1, "mm"), (2, ""), (3, "강")])
    assert mapped == MappedText("1mm강", (0, 1, 1, 3))
    assert [mapped.back(1, 2), mapped.back(1, 3), mapped.back(0, 4)] == [(1, 2), (1, 2), (0, 4)]


def test_what_is_left_out_leaves_the_rest_where_it_was() -> None:
    assert MappedText("북·러", range(3)).without({1}) == MappedText("북러", (0, 2))


@given(st.text(max_size=20), st.sets(st.integers(0, 19)), st.sets(st.integers(0, 19)))
def test_every_part_leads_back_to_itself(text: str, first: set[int], second: set[int]) -> None:
    mapped = MappedText(text, range(len(text))).without(first).without(second)
    assert all(text[slice(*mapped.back(i, i + 1))] == char for i, char in enumerate(mapped.text))


def test_an_offset_of_the_source_leads_to_what_is_left_from_there_on() -> None:
    mapped = MappedText("북·러 정상", range(6)).without({1, 5})
    assert [mapped.forward(offset) for offset in range(7)] == [0, 1, 1, 2, 3, 4, 4]
