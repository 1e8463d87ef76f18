"""A rest that stands word for word at its place is found; a text written anew around old words is not."""

from collections.abc import Sequence

import pytest

from archive.alignment.assignment import Assigner
from archive.alignment.candidates import Evidence, RevisionText
from archive.alignment.letters import fold_letters
from archive.alignment.remnants import remnant

BEFORE = "두만강 다리의 기초 공사는 이듬해 봄에 시작되었고, 물이 불어나는 여름에는 석 달 동안 멈추었다."
AFTER = "밀가루와 옥수수를 실은 열차는 하산역에서 궤간을 바꾸느라 이틀을 기다린 뒤에야 국경을 건넜다."
FIRST = "나진항의 셋째 부두는 러시아 자본이 고쳐 놓았으나,"
SECOND = "지난 두 해 동안 드나든 배는 손에 꼽을 만큼 적었고 석탄만 쌓여 있었다."


def left(old: Sequence[str], new: Sequence[str], unit: int = 1) -> list[str]:
    """The letters that are left of a unit, once the others have their places."""
    texts = [
        RevisionText.of([fold_letters(t) for t in one], one, ["paragraph"] * len(one)) for one in (list(old), list(new))
    ]
    evidence = Evidence(*texts)
    assigner = Assigner(evidence)
    evidence.claims.runs.pop(unit, None)
    assigner._unique_texts()  # its neighbours only: the unit itself says nothing that stands whole
    return [evidence.new.letters[run.new : run.new + run.size] for run in remnant(evidence, unit)]


@pytest.mark.parametrize(
    "now, words",
    [
        (FIRST, ["나진항의셋째부두는러시아자본이고쳐놓았으나"]),
        (f"{FIRST[:12]} {SECOND}", ["나진항의셋째부두는", "지난두해동안드나든배는손에꼽을만큼적었고석탄만쌓여있었다"]),
        ("나진항의 다른 소식은 이듬해에 다시 전하기로 한다.", []),
        (f"{FIRST} 위성 사진에는 새 기중기와 석탄 더미가 보이지만 움직임은 없다.", []),
        (f"{FIRST} 12", []),
    ],
    ids=["앞", "앞과 뒤", "다른 글", "새로 씀", "숫자가 붙음"],
)
def test_what_is_left(now: str, words: list[str]) -> None:
    assert left([BEFORE, f"{FIRST} {SECOND}", AFTER], [BEFORE, now, AFTER]) == words


@pytest.mark.parametrize(
    "was, now, found",
    [
        ("나루터와 다리의 앞날", "다리의 앞날", True),
        ("배경", "배경과 쟁점", False),
        ("항만의 동향", "철도의 동향", False),
        ("항만의 동향", "전망", False),
    ],
)
def test_a_short_text_between_its_neighbours(was: str, now: str, found: bool) -> None:
    assert bool(left([BEFORE, was, AFTER], [BEFORE, now, AFTER])) is found
    assert left([BEFORE, was, AFTER], [now, BEFORE, AFTER]) == []
