"""Which candidate is right: the surest first, and what stays alike is a tie."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.alignment.assignment import Assigner
from archive.alignment.candidates import Evidence, RevisionText
from archive.alignment.letters import fold_letters

HARBOUR = "나루터의 셋째 부두는 어느 상인이 고쳐 놓았으나, 지난 두 해 동안 드나든 배는 손에 꼽을 만큼 적었다."
BRIDGE = "새 다리의 기초 공사는 이듬해 봄에 시작되었고, 물이 불어나는 여름에는 석 달 동안 멈추었다."
GRAIN = "밀가루와 옥수수를 실은 수레는 고개에서 말을 바꾸느라 이틀을 기다린 뒤에야 강을 건넜다."
TEAM = "The ferryman published his first account in May, and left the chapter on tolls for the second one."


def revision(units: Sequence[str]) -> RevisionText:
    return RevisionText.of([fold_letters(unit) for unit in units], units, ["paragraph"] * len(units))


def settle(old: Sequence[str], new: Sequence[str]) -> Assigner:
    assigner = Assigner(Evidence(revision(old), revision(new)))
    assigner.settle()
    return assigner


def went(old: Sequence[str], new: Sequence[str]) -> dict[int, list[int]]:
    """The new units on which each settled old one stands."""
    assigner = settle(old, new)
    text = assigner.evidence.new
    return {
        o: sorted({text.unit_at(run.new) for run in text.cut(runs)})
        for o, runs in sorted(assigner.evidence.claims.runs.items())
    }  # fmt: skip


@pytest.mark.parametrize("old, new, found", [
    ([HARBOUR, BRIDGE], [HARBOUR, BRIDGE], {0: [0], 1: [1]}),
    ([HARBOUR, BRIDGE, GRAIN], [GRAIN, HARBOUR, BRIDGE], {0: [1], 1: [2], 2: [0]}),
    ([HARBOUR, BRIDGE], [BRIDGE], {1: [0]}),
    ([HARBOUR], [BRIDGE, GRAIN, HARBOUR], {0: [2]}),
    ([HARBOUR, TEAM], [TEAM.upper(), HARBOUR.replace(" ", "")], {0: [1], 1: [0]}),
    ([HARBOUR], [], {}),
    ([], [HARBOUR], {}),
], ids=["그대로", "옮김", "빠짐", "더함", "꼴만 다름", "다 빠짐", "다 더함"])  # fmt: skip
def test_a_text_that_stands_once_is_the_same_wherever_it_stands(
    old: list[str], new: list[str], found: dict[int, list[int]]
) -> None:
    assert went(old, new) == found


@pytest.mark.parametrize("old, new, found", [
    ([HARBOUR, "Ibid.", BRIDGE], [HARBOUR, "Ibid.", BRIDGE], {0: [0], 1: [1], 2: [2]}),
    ([HARBOUR, "Ibid.", "Ibid.", BRIDGE], [HARBOUR, "Ibid.", "Ibid.", BRIDGE], {0: [0], 1: [1], 2: [2], 3: [3]}),
    ([HARBOUR, "―", BRIDGE], [GRAIN, HARBOUR, "―", BRIDGE], {0: [1], 1: [2], 2: [3]}),
    (["가.", HARBOUR, "나."], ["가.", HARBOUR, "나."], {0: [0], 1: [1], 2: [2]}),
], ids=["하나", "둘", "기호", "처음과 끝"])  # fmt: skip
def test_between_neighbours_that_stayed_the_same_texts_in_the_same_order_are_the_same(
    old: list[str], new: list[str], found: dict[int, list[int]]
) -> None:
    assert went(old, new) == found


@pytest.mark.parametrize("old, new, found", [
    ([HARBOUR, BRIDGE], [HARBOUR.replace("상인", "목수"), BRIDGE], {0: [0], 1: [1]}),
    ([HARBOUR, "5월의 회의", BRIDGE], [HARBOUR, "6월의 회의", BRIDGE], {0: [0], 1: [1], 2: [2]}),
    ([f"{HARBOUR} {BRIDGE}"], [HARBOUR, BRIDGE], {0: [0, 1]}),
    ([HARBOUR, BRIDGE], [f"{HARBOUR} {BRIDGE}"], {0: [0], 1: [0]}),
    ([GRAIN, "항만의 동향", HARBOUR], [GRAIN, f"항만의 동향 {HARBOUR}"], {0: [0], 1: [1], 2: [1]}),
    ([f"{HARBOUR} {BRIDGE}", TEAM], [BRIDGE, TEAM, HARBOUR], {0: [0, 2], 1: [1]}),
], ids=["한 낱말", "짧은 글", "나뉨", "합침", "제목이 붙음", "흩어짐"])  # fmt: skip
def test_what_was_changed_is_found_where_it_went(old: list[str], new: list[str], found: dict[int, list[int]]) -> None:
    assert went(old, new) == found


@pytest.mark.parametrize("old, new, found", [
    ([HARBOUR, BRIDGE, HARBOUR, GRAIN], [BRIDGE, HARBOUR, GRAIN], {1: [0], 2: [1], 3: [2]}),
    ([HARBOUR, "Ibid.", BRIDGE, "Ibid.", GRAIN], [HARBOUR, BRIDGE, "Ibid.", GRAIN], {0: [0], 2: [1], 3: [2], 4: [3]}),
    ([HARBOUR, "5월 회의에 참석", "6월 회의에 참석", BRIDGE],
     [HARBOUR, "6월 회의에 참석", BRIDGE], {0: [0], 2: [1], 3: [2]}),
    ([HARBOUR, f"{BRIDGE} {GRAIN}", BRIDGE], [f"{BRIDGE} {GRAIN}"], {1: [0]}),
], ids=["두 벌 가운데", "짧은 두 벌", "숫자만 다른 것", "든 것과 홀로 선 것"])  # fmt: skip
def test_of_two_alike_the_one_that_stayed_has_its_place(
    old: list[str], new: list[str], found: dict[int, list[int]]
) -> None:
    assert went(old, new) == found


@pytest.mark.parametrize("old, new", [
    ([HARBOUR], [GRAIN]),
    ([HARBOUR], [HARBOUR[:20]]),
    (["Ibid."], [HARBOUR, "Ibid.", BRIDGE]),
    ([""], [HARBOUR]),
    ([TEAM], ["The second committee, however, has not met in public since, and no member asked it why."]),
], ids=["다른 글", "토막", "짧은 글", "빈 글", "같은 글자"])  # fmt: skip
def test_what_is_not_known_by_letters_or_neighbours_is_not_found(old: list[str], new: list[str]) -> None:
    assert went(old, new) == {}


@pytest.mark.parametrize("old, new, ties", [
    ([HARBOUR, BRIDGE, GRAIN], [HARBOUR, BRIDGE, BRIDGE, GRAIN], {1: [1, 2]}),
    ([HARBOUR, "앞의 글, 12쪽.", "앞의 글, 12쪽.", GRAIN], [HARBOUR, "앞의 글, 12쪽.", GRAIN], {1: [1], 2: [1]}),
    ([HARBOUR, BRIDGE], [HARBOUR, BRIDGE], {}),
], ids=["하나가 둘로", "둘이 하나로", "없음"])  # fmt: skip
def test_what_neighbours_do_not_tell_apart_is_a_tie_and_nobodys(
    old: list[str], new: list[str], ties: dict[int, list[int]]
) -> None:
    assigner = settle(old, new)
    text = assigner.evidence.new
    assert {o: sorted(text.unit_at(place.start) for place in tied) for o, tied in assigner.ties.items()} == ties
    assert assigner.evidence.claims.runs.keys().isdisjoint(assigner.ties)


def test_a_copy_that_is_left_over_on_either_side_is_the_same() -> None:
    old = ["머리말을 여는 짧은 글", HARBOUR, BRIDGE]
    new = [GRAIN, BRIDGE, TEAM, "머리말을 여는 짧은 글", HARBOUR]
    assert went(old, new)[0] == [3]


def test_a_stretch_that_went_to_the_next_unit_goes_with_its_passage() -> None:
    old = [f"{HARBOUR} {BRIDGE} {GRAIN}", TEAM]
    new = [f"{HARBOUR} {BRIDGE}", GRAIN, TEAM]
    assert went(old, new) == {0: [0, 1], 1: [2]}


def test_copies_in_one_gap_as_many_as_there_were_keep_their_order() -> None:
    old = [HARBOUR, "앞의 글.", "앞의 글.", "앞의 글.", BRIDGE]
    new = [HARBOUR.replace("상인", "목수"), "앞의 글.", "앞의 글.", "앞의 글.", BRIDGE.replace("새", "헌")]
    assert went(old, new) == {n: [n] for n in range(5)}


def test_the_last_copy_is_the_same_without_neighbours() -> None:
    tale = "나루터의 뱃사공 이야기"
    old = [HARBOUR, tale, BRIDGE, GRAIN, tale, TEAM]
    assert went(old, [tale, HARBOUR, tale, BRIDGE, GRAIN, TEAM]) == {0: [1], 1: [2], 2: [3], 3: [4], 4: [0], 5: [5]}


def test_a_short_text_is_found_once_its_neighbours_are() -> None:
    old = [GRAIN, "항만", HARBOUR, TEAM]
    new = [GRAIN, f"항만 {HARBOUR.replace('상인', '목수')}", TEAM]
    assert went(old, new) == {0: [0], 1: [1], 2: [1], 3: [2]}


def test_a_stretch_that_moved_to_the_front_goes_with_its_passage() -> None:
    tolls = "뱃삯은 봄마다 새로 정한다고 한다."
    old, new = [f"{HARBOUR} {BRIDGE} {GRAIN} {tolls}", TEAM], [tolls, f"{HARBOUR} {BRIDGE} {GRAIN}", TEAM]
    assert went(old, new) == {0: [0, 1], 1: [2]}


def test_short_texts_in_turn_between_two_neighbours_stay_in_turn() -> None:
    notes = [HARBOUR, "가.", "나.", "", "가.", "나.", "가.", BRIDGE]
    assert went(notes, notes) == {n: [n] for n in range(8) if n != 3}


PIECES = st.sampled_from(
    [HARBOUR, BRIDGE, GRAIN, TEAM, f"{HARBOUR} {BRIDGE}", HARBOUR.replace("상인", "목수"), "Ibid.", "5월 회의", ""]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=5), st.lists(PIECES, max_size=5))
def test_no_letter_goes_to_two_and_every_claim_says_the_same_letters(old: list[str], new: list[str]) -> None:
    assigner = settle(old, new)
    before, after = assigner.evidence.old, assigner.evidence.new
    taken = [0] * len(after.letters)
    for o, runs in assigner.evidence.claims.runs.items():
        for run in runs:
            assert before.units[o].text[run.old : run.old + run.size] == after.letters[run.new : run.new + run.size]
            for at in range(run.new, run.new + run.size):
                taken[at] += 1
    assert max(taken, default=0) <= 1


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from([HARBOUR, BRIDGE, GRAIN, TEAM]), max_size=4, unique=True))
def test_a_state_compared_with_itself_stays_where_it_is(units: list[str]) -> None:
    assert went(units, units) == {n: [n] for n in range(len(units))}
