"""Where a passage may stand in the new text, and what speaks for a place: letters decide, neighbours confirm."""

import pytest

from archive.alignment.candidates import COPIES, Candidate, Evidence, LetterChange, RevisionText
from archive.alignment.letters import SharedRun, fold_letters
from archive.text import MappedText

HARBOUR = "나루터의 셋째 부두는 어느 상인이 고쳐 놓았으나, 지난 두 해 동안 드나든 배는 손에 꼽을 만큼 적었다."
BRIDGE = "새 다리의 기초 공사는 이듬해 봄에 시작되었고, 물이 불어나는 여름에는 석 달 동안 멈추었다."
GRAIN = "밀가루와 옥수수를 실은 수레는 고개에서 말을 바꾸느라 이틀을 기다린 뒤에야 강을 건넜다."
NOTE = "앞의 글, 12쪽."


def text(*units: str, kind: str = "paragraph") -> RevisionText:
    return RevisionText.of([fold_letters(unit) for unit in units], units, [kind] * len(units))


def evidence(old: tuple[str, ...], new: tuple[str, ...], *settled: tuple[int, int]) -> Evidence:
    """The evidence of two revisions, with units that are settled already: (old unit, new unit of the same words)."""
    made = Evidence(text(*old), text(*new))
    for o, n in settled:
        size = len(made.old.units[o].text)
        made.claims.take(o, [SharedRun(0, made.new.starts[n], size)])
    return made


def units_of(made: Evidence, unit: int) -> list[int]:
    return [made.new.unit_at(place.start) for place in made.places(unit)]


def only(made: Evidence, unit: int) -> Candidate:
    (place,) = made.places(unit)
    return place


# A revision as one row of letters


def test_the_units_of_a_state_are_one_row_of_letters() -> None:
    revision = text("1. 나루", "다리!", "―", "배 7")
    assert (revision.letters, revision.starts) == ("나루다리―배7", (0, 2, 4, 5, 7))
    assert [revision.unit_at(position) for position in range(7)] == [0, 0, 1, 1, 2, 3, 3]


def test_an_empty_unit_has_no_letters() -> None:
    revision = text("나루", "", "다리")
    assert (revision.starts, revision.unit_at(2)) == ((0, 2, 2, 4), 2)


@pytest.mark.parametrize("runs, pieces", [
    ([SharedRun(0, 0, 2)], [SharedRun(0, 0, 2)]),
    ([SharedRun(0, 1, 2)], [SharedRun(0, 1, 1), SharedRun(1, 2, 1)]),
    ([SharedRun(5, 0, 6)], [SharedRun(5, 0, 2), SharedRun(7, 2, 2), SharedRun(9, 4, 2)]),
    ([SharedRun(0, 3, 1), SharedRun(1, 5, 1)], [SharedRun(0, 3, 1), SharedRun(1, 5, 1)]),
])  # fmt: skip
def test_stretches_are_cut_at_the_ends_of_units(runs: list[SharedRun], pieces: list[SharedRun]) -> None:
    assert text("나루", "다리", "뱃삯").cut(runs) == pieces


@pytest.mark.parametrize("printed, digits, mark", [
    ("배가 왔다.7", "7", True), ("배가7 왔다", "7", True), ("배가 왔다. 7", "7", False),
    ("배가 7척 왔다", "7", False), ("7) 배가 왔다", "7", True),
    ("7. 배", "7", True), ("배가 왔다.123", "123", True), ("배가 왔다.1234", "1234", False),
    ("배가 왔다.7월", "7", True),
])  # fmt: skip
def test_digits_right_behind_a_word_are_a_notes_mark(printed: str, digits: str, mark: bool) -> None:
    revision = text(printed) if not printed.startswith("7") else text_of_label(printed)
    at = revision.letters.index(digits)
    assert revision.is_mark(at, at + len(digits)) is mark


def text_of_label(printed: str) -> RevisionText:
    """A revision that keeps the label at its head, as a reader that doesn't know labels would."""
    letters = MappedText.of((place, char) for place, char in enumerate(printed) if char.isalnum())
    return RevisionText.of([letters], [printed], ["paragraph"])


@pytest.mark.parametrize("change, number", [
    (LetterChange("5", "6", False), True), (LetterChange("", "7", True), False),
    (LetterChange("봄", "가을", False), False), (LetterChange("다섯", "5", False), True),
    (LetterChange("", "", False), False),
])  # fmt: skip
def test_a_change_of_what_is_counted_is_no_notes_mark(change: LetterChange, number: bool) -> None:
    assert change.number is number


# Candidates


@pytest.mark.parametrize("new, found", [
    ((HARBOUR, BRIDGE), [0]),
    ((BRIDGE, GRAIN, HARBOUR), [2]),
    ((BRIDGE, HARBOUR.replace("상인", "목수")), [1]),
    ((BRIDGE, f"{GRAIN} {HARBOUR}"), [1]),
    ((HARBOUR, BRIDGE, HARBOUR), [0, 2]),
    ((HARBOUR[:28], HARBOUR[28:]), [0]),
    ((BRIDGE, GRAIN), []),
    ((BRIDGE, HARBOUR[:25] + GRAIN), []),
    ((), []),
], ids=["그대로", "옮김", "고침", "붙음", "두 벌", "나뉨", "없음", "반만", "빈 글"])  # fmt: skip
def test_a_paragraph_is_looked_for_everywhere(new: tuple[str, ...], found: list[int]) -> None:
    assert units_of(evidence((HARBOUR,), new), 0) == found


def test_what_is_claimed_by_another_is_no_candidate() -> None:
    assert units_of(evidence((HARBOUR, HARBOUR), (HARBOUR, BRIDGE), (0, 0)), 1) == []


def test_a_unit_without_letters_has_no_place() -> None:
    assert evidence(("", HARBOUR), (HARBOUR,)).places(0) == []


@pytest.mark.parametrize("new, found", [
    (("Ibid.", BRIDGE), [0]),  # a unit of its own
    ((f"{BRIDGE} Ibid. {GRAIN}",), []),  # in the middle of another: its neighbours must say so
])  # fmt: skip
def test_a_short_text_must_be_a_unit_or_stand_beside_its_neighbours(new: tuple[str, ...], found: list[int]) -> None:
    assert units_of(evidence(("Ibid.",), new), 0) == found


def test_a_heading_that_ran_into_its_paragraph_is_found_beside_it() -> None:
    made = evidence(("항만", HARBOUR), (GRAIN, f"항만 {HARBOUR}"))
    assert made.places(0) == []
    made.claims.take(1, [SharedRun(0, made.new.starts[1] + 2, len(made.old.units[1].text))])
    assert [(place.start, place.exact) for place in made.places(0)] == [(made.new.starts[1], True)]


def test_of_many_copies_those_nearest_to_where_it_would_be_are_looked_at() -> None:
    copies = (NOTE,) * (COPIES + 8)
    made = evidence((HARBOUR, NOTE), (*copies, HARBOUR, *copies), (0, COPIES + 8))
    found = units_of(made, 1)
    assert (len(found), min(found) > 8, max(found) < COPIES + 20) == (COPIES, True, True)


def test_a_short_unit_with_a_letter_changed_is_found_between_its_neighbours() -> None:
    made = evidence((HARBOUR, "5월의 회의", BRIDGE), (HARBOUR, "6월의 회의", BRIDGE), (0, 0), (2, 2))
    place = only(made, 1)
    assert (made.new.unit_at(place.start), place.matched, place.score) == (1, 4, 0.8)


def test_a_short_unit_with_a_letter_changed_is_not_found_elsewhere() -> None:
    made = evidence((HARBOUR, "5월의 회의", BRIDGE), ("6월의 회의", HARBOUR, BRIDGE), (0, 1), (2, 2))
    assert made.places(1) == []


def test_a_candidate_knows_what_can_be_said_of_it() -> None:
    made = evidence((HARBOUR,), (GRAIN, f"{HARBOUR} {BRIDGE}"))
    place = only(made, 0)
    assert (place.score, place.solid, place.edges, place.alike, place.exact, place.compact) == (
        1.0,
        1.0,
        1,
        True,
        True,
        True,
    )
    assert (place.start, place.end) == (made.new.starts[1], made.new.starts[1] + len(made.old.letters))


def test_a_candidate_of_another_kind_is_not_alike() -> None:
    made = Evidence(text(HARBOUR, kind="paragraph"), text(HARBOUR, kind="item"))
    assert only(made, 0).alike is False


def test_letters_alike_by_chance_in_the_next_unit_are_left_out() -> None:
    made = evidence((f"{HARBOUR} 가",), (HARBOUR, f"가 {BRIDGE}"))
    place = only(made, 0)
    assert (place.start, place.end) == (0, made.new.starts[1])


def test_letters_within_a_stretch_are_counted() -> None:
    place = Candidate(0, (SharedRun(0, 10, 5), SharedRun(5, 20, 5)), 1.0, 1.0, 0, True)
    assert [place.within(*stretch) for stretch in ((0, 100), (12, 22), (15, 20), (24, 30))] == [10, 5, 0, 1]
    assert (place.matched, place.compact, place.exact) == (10, False, False)


# What speaks for a place


def test_neighbours_tell_two_copies_apart() -> None:
    made = evidence((HARBOUR, NOTE, BRIDGE, NOTE, GRAIN), (HARBOUR, NOTE, BRIDGE, NOTE, GRAIN), (0, 0), (2, 2), (4, 4))
    values = {made.new.unit_at(place.start): made.value(place) for place in made.places(1)}
    assert values[1] > values[3]


def test_the_context_of_a_place_is_that_of_its_neighbours() -> None:
    made = evidence((HARBOUR, NOTE, BRIDGE), (HARBOUR, NOTE, GRAIN, BRIDGE), (0, 0), (2, 3))
    assert made.context(only(made, 1)) == (1.0, 1.0)


@pytest.mark.parametrize("old, new, settled, unit, trusted", [
    ((HARBOUR,), (BRIDGE, HARBOUR), (), 0, True),  # it stands once in either revision
    ((HARBOUR, BRIDGE), (HARBOUR.replace("상인", "목수"), BRIDGE),
    ((1, 1),), 0, True),  # a long text with a word changed
    ((NOTE,), (BRIDGE, NOTE, GRAIN), (), 0, False),  # a short text alone
    ((HARBOUR, NOTE, BRIDGE), (HARBOUR, NOTE, BRIDGE), ((0, 0), (2, 2)), 1, True),  # between its neighbours
    ((HARBOUR, "5월 회의 참석", BRIDGE), (HARBOUR, "6월 회의 참석", BRIDGE), ((0, 0),
    (2, 2)), 1, True),  # a number corrected in its place
    ((HARBOUR, "5월 회의 참석", BRIDGE, "7월 회의 참석"), (HARBOUR, "6월 회의 참석", BRIDGE, "7월 회의 참석"),
     ((0, 0), (2, 2), (3, 3)), 1, False),  # but not where its like differ by numbers
], ids=["하나뿐", "한 낱말 고침", "짧은 글", "이웃 사이", "숫자 고침", "숫자가 이름"])  # fmt: skip
def test_a_place_is_trusted_where_enough_speaks_for_it(
    old: tuple[str, ...], new: tuple[str, ...], settled: tuple[tuple[int, int], ...], unit: int, trusted: bool
) -> None:
    made = evidence(old, new, *settled)
    assert made.trusted(only(made, unit)) is trusted


@pytest.mark.parametrize("old, new, unit, family", [
    (("5월 회의", "6월 회의"), (), 0, True), (("5월 회의", "6월 만남"), (), 0, False), (("5월 회의",),
    ("6월 회의", "7월 회의"), 0, True),
    (("5월 회의",), ("6월 회의",), 0, False), (("5월 회의", "2024년 5월 회의"), (), 0, False),
])  # fmt: skip
def test_a_family_differs_by_numbers_alone(old: tuple[str, ...], new: tuple[str, ...], unit: int, family: bool) -> None:
    assert evidence(old, new).in_family(unit) is family


# What differs


@pytest.mark.parametrize("was, now, changes", [
    (HARBOUR, HARBOUR, []),
    (HARBOUR, HARBOUR.replace(" ", ""), []),
    (HARBOUR, HARBOUR.replace("상인", "목수"), [LetterChange("상인", "목수", False)]),
    (HARBOUR, HARBOUR.replace("두 해", "두세 해"), [LetterChange("", "세", False)]),
    (HARBOUR, HARBOUR.replace("셋째 ", ""), [LetterChange("셋째", "", False)]),
    (HARBOUR, HARBOUR.replace("적었다.", "적었다.7"), [LetterChange("", "7", True)]),
    (HARBOUR.replace("적었다.", "적었다.7"), HARBOUR, [LetterChange("7", "", True)]),
    (HARBOUR, HARBOUR.replace("두 해", "2년"), [LetterChange("두해", "2년", False)]),
], ids=["없음", "띄어쓰기", "낱말", "더함", "뺌", "각주 번호", "각주 번호 빠짐", "숫자"])  # fmt: skip
def test_what_differs_is_said_as_it_was_and_as_it_is(was: str, now: str, changes: list[LetterChange]) -> None:
    made = evidence((was,), (now,))
    assert list(made.changes(only(made, 0))) == changes


def test_what_was_put_before_and_after_is_no_change_of_the_unit() -> None:
    made = evidence((HARBOUR,), (f"{BRIDGE} {HARBOUR} {GRAIN}",))
    assert list(made.changes(only(made, 0))) == []
