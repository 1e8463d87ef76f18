"""Floors that only rise: characters that are no known word leave the rest of a query its answer."""

import pytest

pytestmark = pytest.mark.slow

FIRST = 28  # of the 30 queries that were held back; 23 where single characters and pairs of them ranked


def test_what_else_is_asked_for_is_found_first() -> None:
    from tests.quality.runs import faults  # an archive of its own

    many, wrong = faults(held=True)
    assert many - len(wrong) >= FIRST, wrong
