"""Floors under the round trip: what a producer and an extractor reached once, they reach from now on.

The goals are joins 0.985, paragraphs but for spaces 1.000, references 1.000. What keeps most paragraphs from it: the
extractors but `pdftotext -layout` drop the indent of a paragraph, so that one whose last line is full runs on.
`tests.quality.roundtrip --wrong NAME` names all that is missing. A floor only rises.
"""

from collections.abc import Mapping

import pytest

from archive.model.document import BlockKind
from tests.quality.roundtrip import Shares, pooled
from tests.roundtrip.habits import HABITS
from tests.roundtrip.known import Call, Known, Unit, parse
from tests.roundtrip.make import EXTRACTORS, PRODUCERS
from tests.roundtrip.measure import FIXTURES, Share, outcomes

pytestmark = pytest.mark.slow

# Measured, cut off after the third decimal: joins, paragraphs, references, notes.
FLOORS = {
    ("chromium-break-all", "pdfminer"): (0.985, 0.956, 1.000, 1.000),
    ("chromium-break-all", "pdftotext"): (0.985, 0.956, 1.000, 1.000),
    ("chromium-break-all", "pdftotext-layout"): (0.985, 0.990, 1.000, 1.000),
    ("chromium-break-all", "pypdf"): (0.985, 0.962, 1.000, 1.000),
    ("chromium-normal", "pdfminer"): (0.995, 0.956, 1.000, 0.963),
    ("chromium-normal", "pdftotext"): (0.995, 0.956, 1.000, 1.000),
    ("chromium-normal", "pdftotext-layout"): (0.995, 0.990, 1.000, 1.000),
    ("chromium-normal", "pypdf"): (0.995, 0.962, 1.000, 1.000),
    ("libreoffice", "pdfminer"): (0.985, 0.915, 1.000, 0.855),
    ("libreoffice", "pdftotext"): (0.985, 0.909, 1.000, 0.975),
    ("libreoffice", "pdftotext-layout"): (0.985, 1.000, 1.000, 1.000),
    ("libreoffice", "pypdf"): (0.987, 0.943, 1.000, 0.891),
}


@pytest.fixture(scope="module")
def reached() -> Mapping[tuple[str, str], Shares]:
    return pooled(outcomes())


@pytest.mark.parametrize("key", FLOORS, ids=" ".join)
def test_a_document_comes_back_from_pdf(key: tuple[str, str], reached: Mapping[tuple[str, str], Shares]) -> None:
    measured = [share.f1 for share in reached[key]]
    assert [round(m, 4) for m, floor in zip(measured, FLOORS[key], strict=True) if m < floor] == []


def test_every_document_has_a_fixture_of_every_producer_and_extractor() -> None:
    wanted = {f"{habit.document}.{p}.{e}.txt" for habit in HABITS for p in PRODUCERS for e in EXTRACTORS}
    assert {path.name for path in FIXTURES.glob("*.*.*.txt")} == wanted


def test_a_source_says_what_stands_where() -> None:
    source = "## 1) Heads\n\nThe end.[^1] More.\n\n.. - An item\n\n| a | b |\n| c | d // e |\n\n[^1]: A note."
    assert parse("one", source) == Known(
        "one",
        (
            Unit(BlockKind.HEADING, "1) Heads", level=2),
            Unit(BlockKind.PARAGRAPH, "The end. More.", (Call("1", 8),)),
            Unit(BlockKind.ITEM, "An item", marker="-", depth=2),
            Unit(BlockKind.TABLE, rows=(("a", "b"), ("c", "d // e"))),
        ),
        (("1", "A note."),),
    )


def test_shares_add_up() -> None:
    assert (Share(1, 2, 3) + Share(1, 1, 1)) == Share(2, 3, 4)
    assert Share(2, 3, 4).f1 == pytest.approx(4 / 7)
    assert Share().f1 == 1.0
