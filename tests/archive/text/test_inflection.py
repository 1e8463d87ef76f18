"""Words of one paradigm meet; words that only share a stem don't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text import base_form, beginnings, paradigms, paradigms_of_headword, same_word


@pytest.mark.parametrize("pair", [
    "Китай Китая", "уголь угля", "груз груза", "ракета ракет", "соглашение соглашениями", "граница границе",
    "Россия России", "посол послом", "сделка сделок", "рабочие рабочих", "путь пути", "край краю", "страна стран",
    "Северная Северной", "Лавров Лавровым", "море морей", "время времени", "партия партий", "Корея Кореи", "цена Цены",
    "рубль рублей", "войско войсками", "память памяти", "китаец китайцев", "владелец владельца", "египтянин египтяне",
    "копейка копеек", "тюрьма тюрем", "камень камня", "паёк пайка", "башня башен", "статья статей", "ночь ночами",
    "побережье побережий", "Балканы Балкан", "Алиев Алиевым", "третий третьего", "общий общею", "торговать торгует",
    "строить строила", "развивающийся развивающихся", "самолёт самолета", "подписать подписала",
    "подписать подписывает", "заявив заявляет", "обсудить обсуждается", "согласовано согласовали", "принять принимали",
    "заявленный заявили", "поставляемый поставили", "сотрудничать сотрудничающих", "торговать торгуя", "открыт открыли",
    "запустить запускают", "разместить размещён", "ввести введены", "подготовить подготавливает", "прийти пришли",
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
    "Корея корь", "капитан капитал", "страна странный", "случай случается", "край крал", "находит находится",
    "победа победить", "оказать оказаться", "правит правый", "печать печаль", "делить делать",
    "война воин", "данные дают", "заявка заявить", "туман туманная", "промышленный промышлял", "орган органной",
    "position positive",
])  # fmt: skip
def test_words_that_share_a_stem_are_others(pair: str) -> None:
    one, other = pair.split()
    assert not same_word(one, other) and not same_word(other, one)


@pytest.mark.parametrize(
    "pair",
    ["Китай Китая", "уголь углём", "посла посол", "сделка сделок", "обсудить обсуждаемых", "ships ship", "US us"],
)
def test_a_word_begins_as_all_its_forms_do(pair: str) -> None:
    word, form = pair.split()
    assert base_form(form).startswith(beginnings(word))


@given(st.from_regex(r"[a-zA-Z]{1,15}(['’][a-z]{1,3})?|[а-яёА-ЯЁ]{1,18}", fullmatch=True))
def test_the_case_of_a_word_counts_for_nothing(word: str) -> None:
    assert base_form(word) and same_word(word, word.upper())
    assert beginnings(word.upper()) == beginnings(word)


@given(st.from_regex(r"[а-я]{2,6}", fullmatch=True), st.from_regex(r"[а-я]{0,4}", fullmatch=True))
def test_every_form_begins_as_its_word_may(word: str, ending: str) -> None:
    form = word[:3] + ending
    assert not same_word(word, form) or form.startswith(beginnings(word))


def test_a_headword_is_a_verb_in_the_infinitive_alone() -> None:
    assert paradigms_of_headword("отдыхать") & paradigms("отдыхающих")
    assert not paradigms_of_headword("отдыхающий") & paradigms("отдыхают")
    assert paradigms_of_headword("отдыхающий") & paradigms("отдыхающих")
