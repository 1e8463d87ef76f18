"""A question says what kind of answer it asks for, and a text what kinds it holds."""

import pytest

from archive.text import fold, quantities
from archive.text.answer_kinds import held, questions


def kinds(text: str) -> set[str]:
    return set(held(text, quantities.find(fold(text).text)))


@pytest.mark.parametrize(
    "query, only, found",
    [
        ("뱃사공은 몇 명인가", "몇 명", {"number", "people"}),
        ("나룻배는 몇 척", "몇 척", {"number", "ships"}),
        ("소금 몇 톤을 실었나", "몇 톤", {"number", "mass"}),
        ("뱃삯이 얼마인가", "얼마인가", {"number", "money"}),
        ("뱃삯이 얼마나 올랐나", "얼마나", {"number", "%"}),
        ("나루터는 언제 열리나", "언제", {"date"}),
        ("몇 년 동안 막혔나", "몇 년", {"number", "duration"}),
        ("how many ferrymen left", "how many", {"number"}),
        ("how many times did it sink", "how many times", {"number", "times"}),
        ("how much did the barge cost", "how much", {"number", "money"}),
        ("what percentage of boats leak", "what percentage of", {"number", "%"}),
        ("when was the ferry sunk", "when", {"date"}),
        ("сколько тонн соли", "сколько тонн", {"number", "mass"}),
        ("сколько паромщиков ушло", "сколько", {"number"}),
        ("когда утонул паром", "когда", {"date"}),
        ("有多少吨盐", "多少吨", {"number", "mass"}),
        ("几 名 船夫", "几 名", {"number", "people"}),
        ("渡口何时开放", "何时", {"date"}),
        ("渡口有多长", "多长", {"number", "length"}),
        ("사공 수는 어느 정도인가", "어느 정도인가", {"number"}),
    ],
)
def test_a_question_asks_for_kinds(query: str, only: str, found: set[str]) -> None:
    (question,) = questions(query)
    assert (query[question.start : question.end], set(question.kinds)) == (only, found)


@pytest.mark.parametrize(
    "query, noun, found",
    [
        ("what was the price of salt", "price", {"number", "money"}),
        ("number of ferrymen", "number", {"number"}),
        ("какова длина парома", "длина", {"number", "length"}),
        ("船夫的数量", "数量", {"number"}),
    ],
)
def test_nouns_of_measure_ask_for_amounts_and_are_looked_for(query: str, noun: str, found: set[str]) -> None:
    (question,) = questions(query)
    assert (query[question.start : question.end], set(question.kinds), question.sought) == (noun, found, True)


@pytest.mark.parametrize(
    "query",
    ["언제나 비는 나루", "몇몇 사공", "몇 가지 까닭", "얼마 전의 사고", "closed when ice came"],
)
def test_words_that_look_like_questions_ask_for_nothing(query: str) -> None:
    assert questions(query) == []


@pytest.mark.parametrize(
    "text, found",
    [
        ("사공 12명이 떠났다.", {"number", "people"}),
        ("배 3척과 수레 7대", {"number", "ships", "machines"}),
        ("뱃삯은 4천 원이다.", {"number", "money"}),
        ("2021년 9월에 열렸다.", {"date"}),
        ("다달이 15일에 모인다.", {"number", "date"}),
        ("제4조에 따른다.", set()),
        ("각주 [3]을 보라.", set()),
        ("some 40 North Sea workers", {"number", "people"}),
        ("22 % жителей", {"number", "%"}),
        ("共有86名船夫", {"number", "people"}),
        ("나루터에 배가 없다.", set()),
    ],
)
def test_a_text_holds_kinds(text: str, found: set[str]) -> None:
    assert kinds(text) == found
