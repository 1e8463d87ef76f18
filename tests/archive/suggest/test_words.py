"""Nouns and names of the lexicon are offered; function words and stems of verbs are not."""

from pathlib import Path

import pytest

from archive.suggest.partial_query import partial_query
from archive.suggest.words import _names_something, words
from archive.vocabulary import LexiconWord
from tests.archive.literal import archive, brief


def test_a_word_is_offered_with_the_passages_it_leads_to(home: Path) -> None:
    typed = partial_query("배 나루")
    assert typed is not None
    with archive(home, brief("나루터에 배를 세웠다.", "나루터가 비었다.")) as made:
        found = list(words(made.store, made.search.engine(), typed))
    assert [(one.suggestion.text, one.suggestion.query, one.words, one.passages) for one in found] == [
        ("나루터", "배 나루터", 1, 2)
    ]


@pytest.mark.parametrize(
    "form, printed, script, names",
    [
        ("나루터", "나루터", "hangul", True),
        ("세우", "세우", "hangul", False),  # a verb's stem
        ("경제적", "경제적", "hangul", False),
        ("강", "강", "hangul", False),
        ("ferry", "Ferry", "latin", True),
        ("after", "After", "latin", False),
        ("un", "UN", "latin", True),
        ("после", "После", "cyrillic", False),
    ],
)
def test_a_word_is_offered_where_it_names_something(form: str, printed: str, script: str, names: bool) -> None:
    assert _names_something(LexiconWord(form, printed, script)) is names
