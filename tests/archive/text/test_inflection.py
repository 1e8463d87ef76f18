"""Words of one paradigm meet; words that only share a stem don't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text import base_form, forms_of, same_word


@pytest.mark.parametrize("pair", [
    "Китай Китая", "уголь угля", "груз груза", "ракета ракет", "соглашение соглашениями", "граница границе",
    "Россия России", "посол послом", "сделка сделок", "рабочие рабочих", "путь пути", "край краю", "страна стран",
    "Северная Северной", "Лавров Лавровым", "море морей", "время времени", "партия партий", "Корея Кореи", "цена Цены",
    "рубль рублей", "войско войсками", "память памяти", "китаец китайцев", "владелец владельца", "египтянин египтяне",
    "копейка копеек", "тюрьма тюрем", "камень камня", "паёк пайка", "башня башен", "статья статей", "ночь ночами",
    "побережье побережий", "Балканы Балкан", "Алиев Алиевым", "третий третьего", "общий общею", "торговать торгует",
    "строить строила", "развивающийся развивающихся", "самолёт самолета", "подписать подписала",
    "ship shipping", "sanction sanctioned", "treaty treaties", "box boxes",
    "policy policies", "company company’s", "Polish polish",
])  # fmt: skip
def test_forms_of_a_word_are_that_word(pair: str) -> None:
    one, other = pair.split()
    assert same_word(one, other) and same_word(other, one)


@pytest.mark.parametrize("pair", [
    "груз Грузии", "уголь угол", "страна странным", "виза визит", "край крайний", "газ газета", "порт портной",
    "мир мирный", "import important", "author authority", "goods good", "news new", "university universal",
    "сеть село", "мать мат", "власть властный", "открытие открытый", "посол послать",
    "Корея корь", "position positive",
])  # fmt: skip
def test_words_that_share_a_stem_are_others(pair: str) -> None:
    one, other = pair.split()
    assert not same_word(one, other) and not same_word(other, one)


@pytest.mark.parametrize(
    "word, form",
    [
        ("Китай", "Китая"),
        ("уголь", "углём"),
        ("посла", "посол"),
        ("сделка", "сделок"),
        ("ships", "shipped"),
        ("US", "us"),
    ],
)
def test_a_word_is_looked_for_under_all_that_its_forms_are_filed_under(word: str, form: str) -> None:
    assert base_form(form) in forms_of(word)
    assert forms_of(word)[0] == base_form(word)


def test_an_english_word_is_filed_under_one() -> None:
    assert forms_of("Sanctions") == ("sanction",)


@given(st.from_regex(r"[a-zA-Z]{1,15}(['’][a-z]{1,3})?|[а-яёА-ЯЁ]{1,18}", fullmatch=True))
def test_the_case_of_a_word_counts_for_nothing(word: str) -> None:
    assert base_form(word) and same_word(word, word.upper())
    assert forms_of(word.upper()) == forms_of(word)


@given(st.from_regex(r"[а-я]{2,12}", fullmatch=True))
def test_what_a_word_is_looked_for_under_is_that_word(word: str) -> None:
    assert all(same_word(word, form) for form in forms_of(word))
