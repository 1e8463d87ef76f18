"""To whom each letter of the new text belongs, and what a unit's neighbours say of a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.alignment.claims import BRIDGE, FAR_BOUND, NOBODY, Claims
from archive.alignment.letters import SharedRun, Stream

TEXT = "가" * 100


def claims(units: int = 10, *taken: tuple[int, int, int], size: int = 100) -> Claims:
    """Claims on a text: (owner, start, end)."""
    made = Claims(Stream("가" * size), units)
    for owner, start, end in taken:
        made.take(owner, [SharedRun(0, start, end - start)])
    return made


def test_what_is_taken_is_its_owners_and_no_longer_free() -> None:
    stream = Stream(TEXT)
    made = Claims(stream, 3)
    made.take(1, [SharedRun(0, 10, 5)])
    assert made.runs == {1: [SharedRun(0, 10, 5)]}
    assert (stream.is_free(0, 10), stream.is_free(14, 15), stream.is_free(15, 100)) == (True, False, True)


@pytest.mark.parametrize("gap, free", [(0, True), (1, False), (BRIDGE, False), (BRIDGE + 1, True)])
def test_the_little_between_two_stretches_goes_with_them(gap: int, free: bool) -> None:
    stream = Stream(TEXT)
    Claims(stream, 3).take(1, [SharedRun(0, 10, 5), SharedRun(5, 15 + gap, 5)])
    assert stream.is_free(15, 15 + gap) is free


def test_what_another_took_between_two_stretches_stays_the_others() -> None:
    stream = Stream(TEXT)
    made = Claims(stream, 3)
    made.take(0, [SharedRun(0, 16, 2)])
    made.take(1, [SharedRun(0, 10, 5), SharedRun(5, 20, 5)])
    assert (stream.is_free(15, 16), stream.is_free(18, 20), made.gap(18, 20)) == (True, True, (18, 20))


def test_a_unit_may_take_more_later() -> None:
    made = claims(3, (1, 10, 15), (1, 50, 55))
    assert made.runs == {1: [SharedRun(0, 10, 5), SharedRun(0, 50, 5)]}


def test_letters_that_two_claim_alike_are_nobodys() -> None:
    made = claims(3)
    made.take(NOBODY, [SharedRun(0, 10, 5)])
    assert (made.runs, made.gap(0, 10)) == ({}, (0, 10))


# Neighbours: unit 5 of ten, at a place from 50 to 60.


@pytest.mark.parametrize("taken, left", [
    ([], FAR_BOUND),  # both lists name the beginning alone
    ([(4, 40, 50)], 1.0),
    ([(4, 30, 40)], 1.0),  # at once, whatever is free between
    ([(4, 30, 40), (8, 40, 50)], 1 / 2),
    ([(3, 40, 50)], 1.0),
    ([(3, 40, 50), (4, 80, 90)], 1 / 2),
    ([(2, 40, 50), (3, 80, 85), (4, 90, 95)], 1 / 3),
    ([(7, 40, 50)], FAR_BOUND / 2),
    ([(7, 10, 20), (8, 20, 30), (9, 30, 40)], 0.0),
], ids=[
    "아무도 없음", "바로 앞", "사이 빔", "하나 건너", "앞앞", "앞은 떠남", "앞 둘은 떠남", "뒤의 것이 앞에", "낯선 셋",
])  # fmt: skip
def test_what_stands_before_a_place_agrees_with_what_stood_before_the_unit(
    taken: list[tuple[int, int, int]], left: float
) -> None:
    assert claims(10, *taken).left(5, 50) == pytest.approx(left)


@pytest.mark.parametrize("taken, right", [
    ([], FAR_BOUND), ([(6, 60, 70)], 1.0), ([(6, 70, 80)], 1.0), ([(6, 70, 80), (1, 60, 70)], 1 / 2), ([(7, 60, 70),
    (6, 10, 20)], 1 / 2),
    ([(2, 60, 70)], FAR_BOUND / 2), ([(1, 60, 70), (2, 70, 80), (3, 80, 90)], 0.0),
], ids=["아무도 없음", "바로 뒤", "사이 빔", "하나 건너", "뒤는 떠남", "앞의 것이 뒤에", "낯선 셋"])  # fmt: skip
def test_what_stands_after_a_place_agrees_with_what_stood_after_the_unit(
    taken: list[tuple[int, int, int]], right: float
) -> None:
    assert claims(10, *taken).right(5, 60) == pytest.approx(right)


@pytest.mark.parametrize("unit, position, left", [(0, 0, 1.0), (0, 4, 1.0), (0, 5, FAR_BOUND), (1, 0, FAR_BOUND)])
def test_the_beginning_of_the_text_is_the_first_units_neighbour(unit: int, position: int, left: float) -> None:
    assert claims(3).left(unit, position) == left


@pytest.mark.parametrize(
    "unit, position, right", [(2, 100, 1.0), (2, 96, 1.0), (2, 95, FAR_BOUND), (1, 100, FAR_BOUND)]
)
def test_the_end_of_the_text_is_the_last_units_neighbour(unit: int, position: int, right: float) -> None:
    assert claims(3).right(unit, position) == right


def test_a_units_own_letters_and_those_of_nobody_are_no_neighbours() -> None:
    made = claims(10, (4, 30, 40), (5, 40, 45))
    made.take(NOBODY, [SharedRun(0, 45, 5)])
    assert made.left(5, 50) == 1.0


# Gaps


@pytest.mark.parametrize(
    "place, gap", [((0, 5), (0, 20)), ((30, 35), (30, 60)), ((59, 60), (30, 60)), ((70, 100), (70, 100))]
)
def test_the_free_stretch_around_a_place(place: tuple[int, int], gap: tuple[int, int]) -> None:
    assert claims(10, (1, 20, 30), (2, 60, 70)).gap(*place) == gap


@pytest.mark.parametrize("unit, between", [(0, (0, 20)), (2, (30, 60)), (3, (30, 60)), (9, (70, 100)), (5, (70, 100))])
def test_a_unit_is_looked_for_between_what_its_neighbours_became(unit: int, between: tuple[int, int]) -> None:
    assert claims(10, (1, 20, 30), (4, 60, 70)).between(unit) == between


def test_where_its_neighbours_changed_places_nothing_is_between() -> None:
    assert claims(10, (1, 60, 70), (4, 20, 30)).between(2) == (0, 0)


@pytest.mark.parametrize("unit, expected", [(0, 0), (1, 10), (2, 30), (3, 40), (5, 70)])
def test_a_unit_would_begin_as_far_from_its_neighbour_as_it_did(unit: int, expected: int) -> None:
    starts = [0, 10, 20, 30, 40, 50, 60]
    made = claims(6)
    made.take(1, [SharedRun(0, 20, 10)])
    made.take(4, [SharedRun(5, 65, 5)])
    assert made.expected(unit, starts) == expected


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), max_size=6, unique_by=lambda pair: pair[1]),
    st.integers(0, 5),
    st.integers(0, 100),
)
def test_agreement_is_a_share(taken: list[tuple[int, int]], unit: int, position: int) -> None:
    made = claims(6, *((owner, 10 * at, 10 * at + 5) for owner, at in taken))
    assert 0.0 <= made.left(unit, position) <= 1.0
    assert 0.0 <= made.right(unit, position) <= 1.0
    low, high = made.between(unit)
    assert 0 <= low <= high <= 100
