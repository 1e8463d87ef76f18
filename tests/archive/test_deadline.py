"""A question is given up when its time is over; the narrower bound counts, and without one nothing is bounded."""

import pytest

from archive.deadline import keep, within
from archive.errors import TooLong


def test_without_a_bound_there_is_always_time() -> None:
    keep()


def test_after_the_time_nothing_goes_on_and_outside_it_does() -> None:
    with within(60), within(-1), pytest.raises(TooLong):
        keep()
    with within(60):
        keep()


def test_an_inner_bound_cannot_widen_an_outer_one() -> None:
    with within(-1), within(60), pytest.raises(TooLong):
        keep()
