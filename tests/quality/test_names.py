"""Floors that only rise: names found across scripts, on pairs of our own."""

import pytest

from tests.quality import names

pytestmark = pytest.mark.slow

RECALL, PRECISION = 0.97, 0.97
FIRST = {"russian": 0.95, "chinese": 0.95, "hanja": 0.95, "pinyin": 0.95}  # any reading as printed


def test_names_find_their_forms_and_little_else() -> None:
    found = [found for _, found, _ in names.both_ways(names.pairs())]
    whole = names.Found(*(sum(getattr(row, part) for row in found) for part in ("asked", "reached", "found", "right")))
    assert whole.recall >= RECALL
    assert whole.precision >= PRECISION


def test_names_are_transcribed_as_printed() -> None:
    rows = names.transcribed(names.pairs())
    assert {kind: rows[kind][2] / rows[kind][0] >= floor for kind, floor in FIRST.items()} == dict.fromkeys(FIRST, True)


def test_the_pairs_are_enough_and_stand_once() -> None:
    pairs = names.pairs()
    assert len(pairs) >= 300
    assert len({(pair.word, pair.hangul) for pair in pairs}) == len(pairs)
