"""Floors under the round trip: what a producer and an extractor reached once, they reach from now on.

The goals are joins 0.985, paragraphs but for spaces 1.000, references 1.000; where a floor is lower, what is missing is
named in `tests.quality.roundtrip --wrong`. A floor only rises.
"""

from collections.abc import Mapping

import pytest

from archive.document import Kind
from tests.quality.roundtrip import Shares, pooled
from tests.roundtrip.habits import HABITS
from tests.roundtrip.known import Call, Known, Unit, parse
from tests.roundtrip.make import EXTRACTORS, PRODUCERS
from tests.roundtrip.measure import FIXTURES, Share, outcomes

# Measured, cut off after the third decimal: joins, paragraphs, references, notes.
FLOORS = {
    ("chromium-break-all", "pdfminer"): (0.950, 0.790, 1.000, 1.000),
    ("chromium-break-all", "pdftotext"): (0.957, 0.761, 1.000, 1.000),
    ("chromium-break-all", "pdftotext-layout"): (0.957, 0.935, 1.000, 1.000),
    ("chromium-break-all", "pypdf"): (0.947, 0.909, 0.956, 0.975),
    ("chromium-normal", "pdfminer"): (0.975, 0.775, 0.975, 0.951),
    ("chromium-normal", "pdftotext"): (0.982, 0.737, 1.000, 0.975),
    ("chromium-normal", "pdftotext-layout"): (0.982, 0.935, 1.000, 1.000),
    ("chromium-normal", "pypdf"): (0.972, 0.909, 0.956, 0.975),
    ("libreoffice", "pdfminer"): (0.943, 0.701, 0.894, 0.789),
    ("libreoffice", "pdftotext"): (0.936, 0.601, 0.787, 0.832),
    ("libreoffice", "pdftotext-layout"): (0.951, 0.891, 0.905, 0.911),
    ("libreoffice", "pypdf"): (0.948, 0.814, 0.831, 0.789),
}  # fmt: skip


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
            Unit(Kind.HEADING, "1) Heads", level=2),
            Unit(Kind.PARAGRAPH, "The end. More.", (Call("1", 8),)),
            Unit(Kind.ITEM, "An item", marker="-", depth=2),
            Unit(Kind.TABLE, rows=(("a", "b"), ("c", "d // e"))),
        ),
        (("1", "A note."),),
    )


def test_shares_add_up() -> None:
    assert (Share(1, 2, 3) + Share(1, 1, 1)) == Share(2, 3, 4)
    assert Share(2, 3, 4).f1 == pytest.approx(4 / 7)
    assert Share().f1 == 1.0
