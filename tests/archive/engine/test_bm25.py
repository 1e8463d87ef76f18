"""What is rare, frequent or short scores more, and nothing scores less than nothing."""

import pytest

from archive.engine.bm25 import rarity, score


def test_the_rarer_the_more_and_never_negative() -> None:
    falling = [rarity(100, frequency) for frequency in (0, 1, 10, 50, 100)]
    assert falling == sorted(falling, reverse=True) and falling[-1] > 0


def test_a_term_counts_more_often_and_in_shorter_fields() -> None:
    rare = rarity(100, 3)
    assert score(1, 1.0, rare) < score(2, 1.0, rare) < score(20, 1.0, rare) < rare * 1.5 + 1e-9
    assert score(1, 2.0, rare) < score(1, 1.0, rare) < score(1, 0.5, rare)
    assert score(1, 1.0, rare) == pytest.approx(rare)  # one occurrence in a field of mean length
