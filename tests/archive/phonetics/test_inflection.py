"""An inflected Russian surface leads back to the name, in every case of the singular."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.phonetics.inflection import MOST, nominatives

# name: other cases of its singular.
# Source: Русская грамматика (1980), §§ 1202-1216; Зализняк, Грамматический словарь.
PARADIGMS = {
    "пушкин": "Пушкина Пушкину Пушкина Пушкиным Пушкине",
    "чехов": "Чехова Чехову Чехова Чеховым Чехове",
    "тургенев": "Тургенева Тургеневу Тургенева Тургеневым Тургеневе",
    "соловьёв": "Соловьёва Соловьёву Соловьёва Соловьёвым Соловьёве",
    "ахматова": "Ахматовой Ахматовой Ахматову Ахматовой Ахматовой",
    "гончарова": "Гончаровой Гончаровой Гончарову Гончаровой Гончаровой",
    "синицына": "Синицыной Синицыной Синицыну Синицыной Синицыной",
    "достоевский": "Достоевского Достоевскому Достоевского Достоевским Достоевском",
    "троицкий": "Троицкого Троицкому Троицкого Троицким Троицком",
    "ковалевская": "Ковалевской Ковалевской Ковалевскую Ковалевской Ковалевской",
    "гоголь": "Гоголя Гоголю Гоголя Гоголем",
    "гайдай": "Гайдая Гайдаю Гайдая Гайдаем Гайдае",
    "андрей": "Андрея Андрею Андрея Андреем Андрее",
    "юрий": "Юрия Юрию Юрия Юрием Юрии",
    "иван": "Ивана Ивану Ивана Иваном Иване",
    "мария": "Марии Марии Марию Марией Марии",
    "анна": "Анны Анне Анну Анной Анне",
    "ольга": "Ольги Ольге Ольгу Ольгой Ольге",
    "москва": "Москвы Москве Москву Москвой Москве",
    "россия": "России России Россию Россией России",
    "тверь": "Твери Твери Тверь Тверью Твери",
    "хабаровск": "Хабаровска Хабаровску Хабаровск Хабаровском Хабаровске",
    "китай": "Китая Китаю Китай Китаем Китае",
}  # fmt: skip


@pytest.mark.parametrize("name", PARADIGMS)
def test_every_case_of_the_singular_leads_back_to_the_name(name: str) -> None:
    assert [surface for surface in PARADIGMS[name].split() if name not in nominatives(surface)] == []


@pytest.mark.parametrize("name", PARADIGMS)
def test_a_nominative_comes_first_of_its_own_candidates(name: str) -> None:
    assert nominatives(name)[0] == name


@pytest.mark.parametrize("name", ["Шевченко", "Живаго", "Дурново", "Гюго", "Данте", "Ли"])
def test_a_name_that_does_not_inflect_is_its_own_candidate(name: str) -> None:
    assert nominatives(name)[0] == name.casefold()


@pytest.mark.parametrize("surface, name", [
    ("Чеховым", "чехов"), ("Чехову", "чехов"), ("Достоевского", "достоевский"), ("Троицкому", "троицкий"),
    ("Ахматовой", "ахматова"),
])  # fmt: skip
def test_a_surface_whose_ending_no_nominative_has_comes_last(surface: str, name: str) -> None:
    found = nominatives(surface)
    assert (found[0], found[-1]) == (name, surface.casefold())


@pytest.mark.parametrize("surface", ["Мы", "Её", "Ан", "СССР", "мтс", "Seoul", "나루터", ""])
def test_what_is_too_short_or_no_russian_word_stays_itself(surface: str) -> None:
    assert nominatives(surface) == (surface.casefold(),)


@given(st.text("абвгдежзийклмнопрстухцчшыьэюя", max_size=10))
def test_a_word_is_among_its_candidates_which_are_few_and_differ(word: str) -> None:
    found = nominatives(word)
    assert word in found
    assert len(found) == len(set(found)) <= MOST + 1
