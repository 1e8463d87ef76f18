"""Matches are the ranking's own on the evaluation's archives too: the five briefs, and general Korean passages."""

import pytest

from tests.quality.matches import faults
from tests.quality.search.collections import dev, general
from tests.quality.world import evaluation

pytestmark = pytest.mark.skipif(evaluation() is None, reason="GAKJU_EVAL names no folder with briefs/ and eval/")

EVERY = 8  # of the general queries; all of them take minutes


def test_of_every_query_over_the_briefs() -> None:
    collection = dev()
    assert collection is not None
    assert faults(collection.home, [asked.text for asked in collection.asked]) == []


def test_of_general_queries() -> None:
    collection = general()
    assert collection is not None
    assert faults(collection.home, [asked.text for asked in collection.asked][::EVERY], read=10) == []
