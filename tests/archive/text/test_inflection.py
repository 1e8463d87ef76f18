"""Words of one paradigm meet; words that only share a stem don't."""

import pytest

from archive.text import same_word, stem, stems_of_forms


@pytest.mark.parametrize("pair", [
    "Китай Китая", "уголь угля", "груз груза", "ракета ракет", "соглашение соглашениями", "граница границе",
    "Россия России", "посол послом", "сделка сделок", "рабочие рабочих", "путь пути", "край краю", "страна стран",
    "Северная Северной", "Лавров Лавровым", "море морей", "время времени", "партия партий", "Корея Кореи", "цена Цены",
    "рубль рублей", "войско войсками", "самолёт самолета", "подписать подписала",
    "ship ships", "sanction sanctioned", "policy policies", "company company’s", "Polish polish",
])  # fmt: skip
def test_forms_of_a_word_are_that_word(pair: str) -> None:
    one, other = pair.split()
    assert same_word(one, other) and same_word(other, one)


@pytest.mark.parametrize("pair", [
    "груз Грузии", "уголь угол", "страна странным", "виза визит", "край крайний", "газ газета", "порт портной",
    "мир мирный", "import important", "author authority", "goods good", "news new", "university universal",
])  # fmt: skip
def test_words_that_share_a_stem_are_others(pair: str) -> None:
    one, other = pair.split()
    assert not same_word(one, other) and not same_word(other, one)


@pytest.mark.parametrize(
    "word, form", [("Китай", "Китая"), ("уголь", "углём"), ("Пекин", "Пекине"), ("договор", "договоров")]
)
def test_a_word_is_looked_for_by_the_stems_of_all_its_forms(word: str, form: str) -> None:
    assert stem(form) in stems_of_forms(word)
    assert stems_of_forms(word)[0] == stem(word)


def test_other_words_have_one_stem() -> None:
    assert stems_of_forms("sanctions") == ("sanction",)
