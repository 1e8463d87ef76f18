"""The time to read a file grows with its length, not with its square, whatever there is many of in it."""

import pytest

from tests.benchmarks.growth import SHAPES, seconds

MOST = 2.5  # times the CPU for twice the length; the square takes 4
WORTH = 0.6  # CPU seconds, of which a ratio says something
TRIES = 3  # what else runs on the machine costs time, and never gives any back


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_length_takes_twice_the_time(shape: str) -> None:
    seconds(shape, 50)  # what is loaded once
    n = 1_000
    while sum(seconds(shape, n)) < WORTH and n < 16_000:
        n *= 2
    ratios = []
    while len(ratios) < TRIES and (not ratios or ratios[-1] > MOST):
        once, twice = sum(seconds(shape, n)), sum(seconds(shape, 2 * n))
        ratios.append(twice / once)
    assert min(ratios) <= MOST, f"{n:,}: {once:.1f} s, {2 * n:,}: {twice:.1f} s"
