"""Where do quoted titles begin and end, as print really sets them? All notes are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.citations.quotes import BRACKETS, LONGEST, QUOTES, QuotedTitle, find_quoted


def titles(text: str) -> list[str]:
    return [stretch.text for stretch in find_quoted(text)]


def test_a_stretch_knows_its_place_its_mark_and_what_stands_between() -> None:
    assert list(find_quoted("홍보기, 「겨울 항로」, 『보기일보』.")) == [
        QuotedTitle(5, 12, "「", "겨울 항로"),
        QuotedTitle(14, 20, "『", "보기일보"),
    ]


@pytest.mark.parametrize(("opener", "closer"), BRACKETS.items())
def test_brackets_are_believed_wherever_they_stand(opener: str, closer: str) -> None:
    assert titles(f"두 나라의{opener}겨울 항로{closer}은 2024년에 열렸다") == ["겨울 항로"]


@pytest.mark.parametrize(("opener", "closers"), QUOTES.items())
def test_each_pair_of_quotes(opener: str, closers: str) -> None:
    for closer in closers:
        assert titles(f"홍보기, {opener}겨울 항로{closer}, 보기일보, 2024. 1. 3.") == ["겨울 항로"]


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("“겨울 항로 열린다”(2023. 9. 13), 보기일보.", ["겨울 항로 열린다"]),
        ("“겨울 항로 열린다” 보기일보 2023. 9. 13.", ["겨울 항로 열린다"]),
        ("“Winter Lane Opens,” Example Review, May 2, 2024.", ["Winter Lane Opens,"]),
        ("“Will the Lane Open?” Example Review, May 2, 2024.", ["Will the Lane Open?"]),
        ("“Порт готов” // Пример. 2024. № 5.", ["Порт готов"]),
        ("«Порт готов», Пример, 2 мая 2024 г.", ["Порт готов"]),
        ("《冬季航线》2024年第5期", ["冬季航线"]),
        ("„Порт готов“, Пример, 2024.", ["Порт готов"]),
        ('"겨울 항로 열린다", 보기일보, 2024.', ["겨울 항로 열린다"]),
        ("‘겨울 항로’(2024. 1), 『보기』.", ["겨울 항로", "보기"]),
        ("", []),
        ("겨울 항로, 보기일보, 2024.", []),
    ],
)
def test_titles_end_where_what_can_follow_a_title_follows(note: str, found: list[str]) -> None:
    assert titles(note) == found


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("「항구의 「겨울」 이야기」, 『보기』.", ["항구의 「겨울」 이야기", "보기"]),
        ("“선장 “얼음이 얇다””, 보기일보.", ["선장 “얼음이 얇다”"]),
        ("“‘겨울 항로’의 셈”, 보기일보.", ["‘겨울 항로’의 셈"]),
        ("“두 나라 『항로 백서』 펴내”, 보기일보.", ["두 나라 『항로 백서』 펴내"]),
        ("«Порт «Север» готов», Пример.", ["Порт «Север» готов"]),
    ],
)
def test_the_outermost_pair_is_the_title(note: str, found: list[str]) -> None:
    assert titles(note) == found


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("“항만청, 선사 비판...”얼음 핑계”, 보기일보, 2024. 1. 3.", ["항만청, 선사 비판...”얼음 핑계"]),
        ("”겨울 항로 열린다”(2023. 9. 13), 보기일보.", ["겨울 항로 열린다"]),
        ("“겨울 항로 열린다“, 보기일보, 2023. 9. 13.", ["겨울 항로 열린다"]),
        ("“겨울 항로 열린다(2023. 9. 13), 보기일보.", ["겨울 항로 열린다"]),
        ("「겨울 항로 열린다(2023. 9. 13), 『보기일보』.", ["겨울 항로 열린다", "보기일보"]),
        ("「겨울 항로 열린다」”(2023. 9. 13), 『보기일보』.", ["겨울 항로 열린다", "보기일보"]),
    ],
    ids=["inner opener lost", "closer opens", "opener closes", "closer lost", "bracket lost", "one too many"],
)
def test_titles_with_a_wrong_or_lost_mark(note: str, found: list[str]) -> None:
    assert titles(note) == found


@pytest.mark.parametrize(
    "note",
    [
        "겨울 항로 열린다”, 보기일보.",
        "the captain’s log",
        "12’ and 30”",
        "「겨울 항로, 보기일보",
        "» и «",
        '5" 두께의 얼음',
    ],
)
def test_a_mark_that_opens_or_closes_nothing_is_left_to_the_text(note: str) -> None:
    assert titles(note) == []


def test_a_closing_mark_too_far_away_closes_nothing() -> None:
    assert titles(f"“{'가' * (LONGEST - 1)}”, 보기") == ["가" * (LONGEST - 1)]
    assert titles(f"“{'가' * LONGEST}”, 보기") == []


NOTES = st.text(alphabet='「」『』《》“”„«»"‘’가나a .,(2024)/', max_size=40)


@settings(max_examples=150)
@given(NOTES)
def test_stretches_are_in_order_apart_and_slice_to_their_text(note: str) -> None:
    end = 0
    for stretch in find_quoted(note):
        assert end <= stretch.start < stretch.end <= len(note)
        assert note[stretch.start] == stretch.mark
        assert note[stretch.start + 1 :].startswith(stretch.text)
        assert stretch.end - stretch.start - 1 - len(stretch.text) in (0, 1)
        end = stretch.end
