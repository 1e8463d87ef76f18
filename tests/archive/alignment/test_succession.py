"""Whatever happened to a document in between, words that stand whole today are the answer."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.alignment.align import AlignedUnit, Continuation, Status, align, inherit
from archive.alignment.letters import common, fold_letters
from archive.alignment.succession import succession
from archive.model import PassageKind

PARTS = (
    "북한과 러시아는 두만강을 건너는 새 다리를 놓기로 하고 올해 봄에 공사를 시작했다.",
    "정부는 이 다리가 관광객의 왕래를 늘릴 것으로 보고 있으나 화물도 실을 수 있다.",
    "다리의 길이는 팔백오십 미터이며 내년 여름에 완공될 예정이라고 매체가 전했다.",
    "항구에는 석탄을 실은 배가 여러 척 머물렀고 선원들은 입항 허가를 기다렸다.",
    "철도 당국은 궤간이 다른 두 나라의 선로를 잇는 데에 드는 비용을 따로 셈하였다.",
    "회담에 나온 대표들은 다음 달에 다시 만나 남은 조항의 문구를 다듬기로 하였다.",
    "Ibid.",
    "통일부, 『남북교류 월보』, 2023년 5월호.",
)


def revision(texts: Sequence[str], before: Sequence[AlignedUnit] = (), number: int = 0) -> list[AlignedUnit]:
    """The units of a revision of this number, with the ids that they keep."""
    units = [AlignedUnit(PassageKind.PARAGRAPH, text) for text in texts]
    kept = inherit(before, units, align(before, units)) if before else [None] * len(units)
    names = (f"{n}-{number}-{text}" for n, text in enumerate(texts))
    return [AlignedUnit(u.kind, u.text, id_ or name) for u, id_, name in zip(units, kept, names, strict=True)]


def revisions(*history: Sequence[str]) -> list[list[AlignedUnit]]:
    found: list[list[AlignedUnit]] = []
    for texts in history:
        found.append(revision(texts, found[-1] if found else (), len(found)))
    return found


def answer(past: Sequence[Sequence[AlignedUnit]], r: int, unit: AlignedUnit) -> Continuation:
    """What became of a unit of revision `r`; it stands where nothing is said."""
    fate = succession(past).get((r, unit.id))
    if fate is not None:
        return fate
    return Continuation(Status.SAME, tuple(n for n, now in enumerate(past[-1]) if now.id == unit.id))


def test_what_was_glued_and_parted_again_is_itself() -> None:
    a, b, c = PARTS[:3]
    past = revisions((a, b, c), (f"{a} {b}", c), (a, b, c))
    found = [answer(past, 0, unit) for unit in past[0]]
    assert [(one.status, one.to) for one in found] == [("same", (0,)), ("same", (1,)), ("same", (2,))]
    glued = answer(past, 1, past[1][0])
    assert (glued.status, glued.to) == ("split", (0, 1))


def test_what_was_revised_after_a_detour_is_revised_alone() -> None:
    a, b, c = PARTS[:3]
    later = b.replace("관광객", "여행자")
    past = revisions((a, b, c), (f"{a} {b}", c), (a, later, c))
    assert [(one.status, one.to) for one in (answer(past, 0, unit) for unit in past[0])] == [
        ("same", (0,)),
        ("revised", (1,)),
        ("same", (2,)),
    ]


def test_what_comes_back_after_it_was_gone_is_itself() -> None:
    past = revisions(PARTS[:4], PARTS[1:4], PARTS[2:6], PARTS[:4])
    assert [answer(past, 0, unit).to for unit in past[0]] == [(0,), (1,), (2,), (3,)]


def test_words_that_changed_step_by_step_are_followed_through_the_steps() -> None:
    """The last shares too little with the first to be known by that alone."""
    a, b, c = PARTS[:3]
    steps = [
        a,
        a.replace("새 다리를 놓기로", "새 교량을 짓기로"),
        "북한과 러시아는 두만강을 건너는 새 교량을 짓기로 정하고 지난해 가을에 공사를 시작했다.",
        "두 나라는 두만강을 건너는 새 교량을 짓기로 정하고 지난해 가을에 공사를 시작했다.",
    ]
    assert align(revision([a]), revision(steps[-1:]))[0].status == "gone"
    past = revisions(*([step, b, c] for step in steps))
    assert [(one.status, one.to) for one in [answer(past, 0, past[0][0])]] == [("revised", (0,))]


def test_what_is_gone_keeps_its_hint_through_later_revisions() -> None:
    a, b, c, d = PARTS[:4]
    past = revisions(
        (a, b, c, d), (b, c, a.replace("올해 봄에", "지난해 가을에"), d), (b, c, a.replace("올해", "이듬해"), d)
    )
    found = answer(past, 0, past[0][0])
    assert (found.status, found.to, found.similar) == ("gone", (), (2,))


def test_a_jumble_answers_with_what_it_was_mostly_made_of() -> None:
    """Cited in a bad reading: one passage, and a few words of another that is far longer."""
    a, b, c, d, e = PARTS[:5]
    jumble, longer = f"{a} {b[:16]} {c}", f"{b} {d} {e}"
    past = revisions((a, longer, c), (jumble, f"{b[16:]} {d} {e}"), (a, longer, c))
    found = answer(past, 1, past[1][0])
    assert (found.status, found.to) == ("split", (0, 2))


def test_a_lone_figure_is_itself_or_gone() -> None:
    a, b, c = PARTS[:3]
    past = revisions((a, "8", b), (a, f"8 {b}", c))
    assert answer(past, 0, past[0][1]).status == "gone"
    again = revisions((a, "8", b), (a, c, b), (a, "8", b))
    assert (answer(again, 0, again[0][1]).status, answer(again, 0, again[0][1]).to) == ("same", (1,))


def words(text: str) -> str:
    return fold_letters(text).text


HISTORIES = st.lists(
    st.lists(st.lists(st.sampled_from(PARTS), min_size=1, max_size=2, unique=True).map(" ".join), max_size=6),
    min_size=2,
    max_size=5,
).filter(lambda history: all(history))


@settings(max_examples=60, deadline=None)
@given(HISTORIES)
def test_words_that_stand_whole_and_once_are_the_answer(history: list[list[str]]) -> None:
    past = revisions(*history)
    now = [words(unit.text) for unit in past[-1]]
    for r, units in enumerate(past[:-1]):
        for unit in units:
            found = answer(past, r, unit)
            if now.count(words(unit.text)) == 1:
                assert (found.status, found.to) == ("same", (now.index(words(unit.text)),))
            for n in found.to:
                assert sum(run.size for run in common(words(unit.text), now[n])) >= 4


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=8, unique=True), HISTORIES)
def test_a_return_brings_every_unit_back(first: list[str], detour: list[list[str]]) -> None:
    past = revisions(first, *detour, first)
    assert [(found.status, found.to) for found in (answer(past, 0, unit) for unit in past[0])] == [
        ("same", (n,)) for n in range(len(first))
    ]


@pytest.mark.parametrize("history", [[["가"], ["나"]], [["가", "가"], ["가"]], [["―"], ["―", "―"]]])
def test_texts_that_say_next_to_nothing_have_an_answer(history: list[list[str]]) -> None:
    past = revisions(*history)
    assert all(answer(past, 0, unit).status for unit in past[0])
