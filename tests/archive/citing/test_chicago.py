"""Notes of The Chicago Manual of Style."""

import pytest

from archive.citing.chicago import chicago
from archive.citing.reference import Reference
from archive.citing.styled import Look, text_of
from tests.archive.citing_world import BARE, COUNTED, ENGLISH, NEWS, NOTE, PARAGRAPH, PRINTED, reference, source

BRIEF = (
    "Hong Bogi, 두만강 “다리”의 앞날 [The Future of a Bridge], 보기브리프 no. 2025-09 (Bogi Institute, March 24, 2025)"
)
AT = "accessed November 20, 2026, https://archive.example.org/p/7k4m2-93xch."


@pytest.mark.parametrize("of, written", [
    (reference(), f"{BRIEF}, accessed November 20, 2026, https://archive.example.org/d/7k4m2."),
    (reference(place=PARAGRAPH), f"{BRIEF}, under “3) 나루터의 전망,” para. 2, {AT}"),
    (reference(place=PRINTED), f"{BRIEF}, 7, {AT}"),
    (reference(place=COUNTED), f"{BRIEF}, PDF p. 7, {AT}"),
    (reference(BARE, NOTE), f"[Untitled] (n.d.), note 3, {AT}"),
    (reference(ENGLISH, PRINTED), f"Anna Bogi and Ivan Sample, Reading the River (August 2025), 7, {AT}"),
    (source(NEWS), f"“Паром через Туманган,” РБК, November 1, 2024, cited in {BRIEF}, note 3, {AT}"),
])  # fmt: skip
def test_a_note_is_full(of: Reference, written: str) -> None:
    assert text_of(chicago(of)) == written


def test_a_latin_title_is_in_italics_and_the_day_can_be_replaced() -> None:
    looks = {run.look: run.text for run in chicago(reference(ENGLISH)) if run.look is not Look.PLAIN}
    assert looks == {
        Look.ITALIC: "Reading the River",
        Look.DAY_EN: "November 20, 2026",
        Look.LINK: "https://archive.example.org/d/7k4m2",
    }
