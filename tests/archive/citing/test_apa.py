"""Entries and places in the style of the APA."""

import pytest

from archive.citing.apa import apa
from archive.citing.reference import Reference, refer
from archive.citing.styled import text_of
from archive.model.document import Metadata
from tests.archive.citing_world import BARE, ENGLISH, NEWS, NOTE, PARAGRAPH, PRINTED, reference, source

ENTRY = (
    "Hong, B. (2025, March 24). 두만강 “다리”의 앞날 [The Future of a Bridge] (보기브리프 No. 2025-09). "
    "Bogi Institute. Retrieved November 20, 2026, from https://archive.example.org/"
)
AT = "Retrieved November 20, 2026, from https://archive.example.org/p/7k4m2-93xch"


@pytest.mark.parametrize("of, written", [
    (reference(), f"{ENTRY}d/7k4m2"),
    (reference(place=PARAGRAPH), f"(Hong, 2025, “3) 나루터의 전망” section, para. 2)\n{ENTRY}p/7k4m2-93xch"),
    (reference(place=PRINTED), f"(Hong, 2025, p. 7)\n{ENTRY}p/7k4m2-93xch"),
    (reference(BARE, NOTE), f"([Untitled], n.d., note 3)\n[Untitled]. (n.d.). {AT}"),
    (reference(ENGLISH, PRINTED),
     f"(Bogi & Ivan Sample, 2025, p. 7)\nBogi, A., & Ivan Sample. (2025, August). Reading the River. {AT}"),
    (source(NEWS), f"(“Паром через Туманган,” 2024, as cited in Hong, 2025, note 3)\n{ENTRY}p/7k4m2-93xch"),
])  # fmt: skip
def test_an_entry_and_its_place_in_the_text(of: Reference, written: str) -> None:
    assert text_of(apa(of)) == written


def test_a_report_without_an_author_begins_with_its_title() -> None:
    data = Metadata("나루터", publisher="보기연구원", date="2025", language="ko")
    assert text_of(apa(refer("a", data))) == "나루터. (2025). 보기연구원."


def test_initials_keep_their_strokes_and_all_authors_are_listed() -> None:
    data = Metadata("Bridges", ("Kim, Ha-na", "Lee, Du Ri", "Park, Se"), date="2025", language="en")
    assert text_of(apa(refer("a", data))) == "Kim, H.-N., Lee, D. R., & Park, S. (2025). Bridges."
