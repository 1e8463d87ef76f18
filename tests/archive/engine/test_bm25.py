"""What a match scores: rarity, how often, how long."""

import numpy as np
import pytest

from archive.engine.bm25 import bound, norm, rarity, score


def test_a_rare_term_weighs_more_and_none_less_than_nothing() -> None:
    assert rarity(100, 1) > rarity(100, 50) > rarity(100, 100) > 0


def test_a_term_counts_more_often_and_in_shorter_fields() -> None:
    rare = rarity(100, 3)
    assert score(1, norm(1.0), rare) < score(2, norm(1.0), rare) < score(20, norm(1.0), rare) < bound(rare)
    assert score(1, norm(2.0), rare) < score(1, norm(1.0), rare) < score(1, norm(0.5), rare)
    assert score(1, norm(1.0), rare) == pytest.approx(rare)  # one occurrence in a field of mean length


def test_many_passages_are_scored_as_each_of_them() -> None:
    counts, lengths = np.array([1.0, 2.0, 7.0]), np.array([0.5, 1.0, 3.0])
    assert score(counts, norm(lengths), 2.0).tolist() == [
        score(count, norm(length), 2.0) for count, length in zip([1.0, 2.0, 7.0], [0.5, 1.0, 3.0], strict=True)
    ]
