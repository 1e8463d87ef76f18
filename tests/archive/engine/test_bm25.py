"""What a match scores: rarity, how often, how long."""

import numpy as np
import pytest

from archive.engine.bm25 import MOST, norm, rarity, saturation


def test_a_rare_term_weighs_more_and_none_less_than_nothing() -> None:
    assert rarity(100, 1) > rarity(100, 50) > rarity(100, 100) > 0


def test_a_term_counts_more_often_and_in_shorter_fields() -> None:
    assert saturation(1, norm(1.0)) < saturation(2, norm(1.0)) < saturation(20, norm(1.0)) < MOST
    assert saturation(1, norm(2.0)) < saturation(1, norm(1.0)) < saturation(1, norm(0.5))
    assert saturation(1, norm(1.0)) == pytest.approx(1.0)  # one occurrence in a field of mean length


def test_many_passages_are_scored_as_each_of_them() -> None:
    counts, lengths = np.array([1.0, 2.0, 7.0]), np.array([0.5, 1.0, 3.0])
    assert saturation(counts, norm(lengths)).tolist() == [
        saturation(count, norm(length)) for count, length in zip([1.0, 2.0, 7.0], [0.5, 1.0, 3.0], strict=True)
    ]
