"""Function words of four languages ask for nothing; the words of the field do."""

import pytest

from archive.text.inflection import base_form
from archive.text.stopwords import asks_nothing


@pytest.mark.parametrize(
    "word",
    [
        "the",
        "between",
        "WHICH",
        "having",
        "между",
        "который",
        "которые",
        "является",
        "с",
        "的",
        "和",
        "어떻게",
        "및",
    ],
)
def test_function_words(word: str) -> None:
    assert asks_nothing(base_form(word) if word[0] < "\u1100" else word)


@pytest.mark.parametrize(
    "word", ["sanction", "state", "arms", "мир", "война", "страна", "国", "軍", "북한", "무기", "2024"]
)
def test_words_that_ask(word: str) -> None:
    assert not asks_nothing(base_form(word) if word[0] < "\u1100" and word.isalpha() else word)
