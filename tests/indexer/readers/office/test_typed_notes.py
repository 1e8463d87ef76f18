"""Typed notes are bound where number, order and words agree; lists of items stay items. All texts are invented."""

import pytest

from indexer.markup import Element, ElementRole
from indexer.readers.office.typed_notes import with_typed_notes

P, ITEM = ElementRole.PARAGRAPH, ElementRole.ITEM


def read(*texts: str | Element) -> list[tuple[str, str, str]]:
    """What calls a note, how it is printed, and the note."""
    found = with_typed_notes([Element(P, one) if isinstance(one, str) else one for one in texts])
    notes = {one.key: one.text for one in found if one.role is ElementRole.NOTE}
    return [(one.text[: mark.offset][-4:], mark.printed, notes[mark.key]) for one in found for mark in one.marks]


TERMS = "남쪽 항구는 부두(pier)1)와 등대2)를 함께 늘렸다고 한다."


def test_notes_that_explain_the_words_at_which_they_are_called() -> None:
    assert read(TERMS, "1) pier: 배를 대는 곳", "2) 등대: 불을 켜는 탑", "글은 이어진다.") == [
        ("ier)", "1)", "pier: 배를 대는 곳"),
        ("와 등대", "2)", "등대: 불을 켜는 탑"),
    ]


def test_items_that_the_reader_numbered_may_be_notes() -> None:
    items = Element(ITEM, "pier: 배를 대는 곳", marker="1)"), Element(ITEM, "등대: 불을 켜는 탑", marker="2)")
    assert [note for _, _, note in read(TERMS, *items)] == ["pier: 배를 대는 곳", "등대: 불을 켜는 탑"]


def test_a_space_may_part_a_mark_from_a_bracket() -> None:
    text = "거대언어모델(LLM) 1)은 그래프(GNN) 2)와 다르다."
    notes = read(text, "1) LLM: 큰 말 모형", "2) GNN: 그래프 신경망")
    assert [printed for _, printed, _ in notes] == ["1)", "2)"]


def test_notes_that_cite_and_notes_whose_marks_are_raised() -> None:
    citing = (
        "항구가 늘었다.1) 배도 늘었다.2)",
        "1) 홍길동, 「부두의 앞날」, 2020, 3쪽.",
        "2) 김보기, 「배의 길」, 2021.",
    )
    assert len(read(*citing)) == 2
    assert len(read("항구가 늘었다¹⁾. 배도 늘었다²⁾.", "1) 남쪽만 그렇다.", "2) 북쪽만 그렇다.")) == 2


def test_the_notes_of_the_next_page_count_on() -> None:
    more = "다시 돌핀3)과 잔교4)를 세웠다."
    found = read(TERMS, "1) pier: 배를 대는 곳", "2) 등대: 탑", more, "3) 돌핀: 기둥", "4) 잔교: 다리")
    assert [printed for _, printed, _ in found] == ["1)", "2)", "3)", "4)"]


@pytest.mark.parametrize(
    "texts",
    [
        (TERMS, "1) pier: 배를 대는 곳", "2) 둑을 쌓았다"),
        (TERMS, "1) pier: 배를 대는 곳"),
        (TERMS, "2) 등대: 탑", "3) 돌핀: 기둥"),
        (TERMS, TERMS, "1) pier: 배를 대는 곳", "2) 등대: 탑"),
        ("등대1)와 부두2)를 늘렸다.", "1) 부두: 배를 대는 곳", "2) 등대: 탑"),
        ("방법1)과 방법2)를 견주었다.", "1) 방법: 부두를 늘린다", "2) 방법: 배를 줄인다"),
        ("다음과 같다.", "1) 부두: 배를 대는 곳", "2) 등대: 탑"),
        ("1) pier: 배를 대는 곳", "2) 등대: 탑", TERMS),
        ("(1) 부두와 (2) 등대", "1) 부두: 배를 대는 곳", "2) 등대: 탑"),
        ("부두(pier)1)를 늘렸다.", "1) pier: 배를 대는 곳"),
    ],
)
def test_what_does_not_agree_stays_as_it_is(texts: tuple[str, ...]) -> None:
    elements = [Element(P, text) for text in texts]
    assert with_typed_notes(elements) == elements
