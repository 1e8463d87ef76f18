"""What does a document itself write together, and what apart? All lines are invented."""

from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.text.kiwi_analysis import Morpheme
from indexer.lines.vocabulary import LONGEST, SEEN, Vocabulary, log_odds, neighbours, words_at_break

HARBOUR = Vocabulary(["항구의 등대와 등대지기", "  새 등대는 항구의", ""])


@pytest.mark.parametrize(
    ("together", "apart", "value"), [(0, 0, 0.0), (1, 0, log(3)), (0, 1, -log(3)), (4, 4, 0.0), (-2, 0, 0.0)]
)
def test_odds_begin_at_one_half_each(together: int, apart: int, value: float) -> None:
    assert log_odds(together, apart) == pytest.approx(value)


@settings(max_examples=40)
@given(st.integers(0, 999), st.integers(0, 999))
def test_odds_turned_round_are_the_same_doubt(together: int, apart: int) -> None:
    assert log_odds(together, apart) == pytest.approx(-log_odds(apart, together))


@pytest.mark.parametrize(
    ("left", "right", "letters"),
    [
        ("새 등대", "지기, 그리고", ("등대", "지기")),
        ("Jour", "nal of", ("Jour", "nal")),
        ("поез", "ды", ("поез", "ды")),
        ("2023", "년", ("2023", "년")),
        ("등대,", "지기", ("", "지기")),
        ("등대", "“지기”", ("등대", "")),
        ("", "", ("", "")),
        ("등" * (SEEN + 5), "대", ("등" * SEEN, "대")),
    ],
)
def test_the_letters_on_both_sides_of_a_break(left: str, right: str, letters: tuple[str, str]) -> None:
    assert words_at_break(left, right) == letters


@pytest.mark.parametrize(("word", "count"), [("등대", 3), ("등", 3), ("항구의", 2), ("지기", 0), ("", 0)])
def test_words_are_known_by_how_they_begin(word: str, count: int) -> None:
    assert HARBOUR.count_beginning(word) == count


@pytest.mark.parametrize(("word", "count"), [("등대와", 1), ("등대는", 1), ("항구의", 0), ("등대지기", 0), ("새", 0)])
def test_a_word_that_a_line_end_touches_is_not_printed_whole(word: str, count: int) -> None:
    assert HARBOUR.count_whole(word) == count


@pytest.mark.parametrize(
    ("asked", "words", "together", "apart"),
    [
        ("continues", ("등대",), 3, 0),
        ("continues", ("항구의",), 0, 1),
        ("inside", ("지기",), 1, 0),
        ("inside", ("등대",), 0, 3),
        ("touching", ("등대", "지기"), 1, 0),
        ("touching", ("항구의", "등대"), 0, 1),
        ("matches", (r"등대\w", r"등대 "), 3, 0),
        ("habit", ("NNG", "JKG"), 2, 0),
        ("habit", ("MM", "NNG"), 0, 1),
        ("habit", ("SL", "SL"), 0, 0),
    ],
)
def test_each_question_counts_what_stands_together_against_what_stands_apart(
    asked: str, words: tuple[str, ...], together: int, apart: int
) -> None:
    assert getattr(HARBOUR, asked)(*words) == pytest.approx(log_odds(together, apart))


def test_one_word_is_always_one_where_it_is_printed_so_often_and_never_apart() -> None:
    words = Vocabulary(["등대지기와 등대지기의 등대지기", "새 등대 지기", "등대항", "대지 등대"])
    assert not words.always_one("등대", "지기", "지기", 3)  # the last line but one
    assert words.always_one("등대지", "기는", "기", 3)
    assert not words.always_one("등대", "항", "항", 3)
    assert Vocabulary(["항구의 등대", "지기와 등대지기"]).always_one(
        "등대", "지기", "지기", 1
    )  # a line end is no space


def test_only_beginnings_that_could_be_asked_for_are_counted() -> None:
    words = Vocabulary(["가" * (LONGEST + 3)])
    assert (words.count_beginning("가" * LONGEST), words.count_beginning("가" * (LONGEST + 1))) == (1, 0)


def test_a_document_without_words_says_nothing() -> None:
    nothing = Vocabulary([])
    assert (
        nothing.count_beginning("가"),
        nothing.continues("가"),
        nothing.inside("가"),
        nothing.habit("NNG", "JKO"),
    ) == (
        0,
        0,
        0,
        0,
    )


def test_fused_morphemes_are_no_neighbours() -> None:
    line = [
        Morpheme("하", "VV", 0, 1, 0),
        Morpheme("었", "EP", 0, 1, 0),
        Morpheme("다", "EF", 1, 2, 0),
        Morpheme("배", "NNG", 3, 4, 1),
    ]
    assert list(neighbours(line)) == [("EP", "EF", False), ("EF", "NNG", True)]
