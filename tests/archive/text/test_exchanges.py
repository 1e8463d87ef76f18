"""Two neighbours of a word are exchanged: letters, syllables, and keys of Hangul."""

import pytest

from archive.text.exchanges import LONGEST, exchanged


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("코먀제코", "코제먀코"),  # syllables
        ("코ㅔㅈ먀코", "코제먀코"),  # keys: a syllable fell apart
        ("깆머은", "김저은"),  # keys: the end of one and the beginning of the next
        ("Kozhemykao", "Kozhemyako"),
        ("Okzhemyako", "Kozhemyako"),
        ("Кожмеяко", "Кожемяко"),
    ],
)
def test_the_word_that_was_meant_is_among_them(typed: str, meant: str) -> None:
    assert meant in set(exchanged(typed))


def test_neighbours_that_are_alike_are_not_exchanged() -> None:
    assert set(exchanged("aab")) == {"aba"}
    assert list(exchanged("ㅋㅋ")) == []


def test_what_is_too_long_for_a_name_is_left_alone() -> None:
    assert list(exchanged("a" + "b" * LONGEST)) == []
