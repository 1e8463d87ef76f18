"""A word meets its own forms: by its stem many, by its light stem its inflections alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.stems import light, stem


@pytest.mark.parametrize(
    "words",
    [
        "sanction sanctions Sanctioned SANCTIONING",
        "Лавров Лавровым Лаврову Лаврове",
        "Путин Путина Путину Путиным",
        "договор договоры договором",
        "ракета ракеты ракетой ракет",
        "Королёв Королев Королевым",
    ],
)
def test_forms_of_a_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "ship ships shipped shipping",
        "treaty treaties",
        "policy policies",
        "Korea Korea's Korea’s",
        "missile missiles",
        "import imports imported importing",
        "box boxes",
        "виза визы визой визу виз",
        "поставка поставки поставку поставкой",
        "военный военная военного военным",
    ],
)
def test_inflections_of_a_word_have_one_light_stem(words: str) -> None:
    assert len({light(word) for word in words.split()}) == 1


@pytest.mark.parametrize("one, other", [("import", "important"), ("position", "positive"), ("виза", "визит")])
def test_words_that_the_stems_confuse_are_told_apart(one: str, other: str) -> None:
    assert (stem(one) == stem(other), light(one) == light(other)) == (True, False)


@pytest.mark.parametrize(
    "words", ["Корея Кореи Корее Корею Кореей", "Ассамблея Ассамблеи Ассамблее", "Сергей Сергея Сергею"]
)
def test_russian_words_in_ey_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("word", ["а", "по", "US", "is", "ок"])
def test_little_is_left_whole(word: str) -> None:
    assert len(stem(word)) >= min(len(word), 2) and len(light(word)) >= min(len(word), 2)


@given(st.from_regex(r"[a-zA-Z]{1,15}(['’][a-z]{1,3})?|[а-яёА-ЯЁ]{1,18}", fullmatch=True))
def test_every_word_has_a_stem_and_its_case_counts_for_nothing(word: str) -> None:
    assert stem(word) and light(word)
    assert (stem(word.upper()), light(word.upper())) == (stem(word), light(word))
