"""The paradigms are whole: a verb has its participles and its reflexive, and no row is empty."""

from archive.text.russian_paradigms import FIRST_VERB, PARADIGMS


def paradigm(*endings: str) -> set[int]:
    return {number for number, one in enumerate(PARADIGMS) if one.endings.issuperset(endings)}


def test_a_verb_has_participles_gerunds_and_its_reflexive() -> None:
    assert paradigm("дить", "дил", "дят", "див", "жден", "жденный", "ждает", "ждая", "ждаются", "ждающиеся")
    assert paradigm("ать", "ан", "анного", "авшая", "ывать", "ывается", "ывающуюся")


def test_nouns_and_adjectives_stand_before_verbs() -> None:
    assert all("ть" not in one.endings for one in PARADIGMS[:FIRST_VERB])
    assert all(one.endings and one.shortest >= 2 for one in PARADIGMS)
