"""Work is done ahead by threads, never too far ahead, and comes in order."""

from collections.abc import Iterator
from itertools import count, islice
from threading import Event
from time import sleep

import pytest

from indexer import lookahead
from indexer.lookahead import AHEAD, ahead


def test_results_come_in_the_order_of_the_work() -> None:
    def work(n: int) -> int:
        sleep(0.02 if n % 3 == 0 else 0)
        return n * n

    assert list(ahead(work, range(20), 4)) == [n * n for n in range(20)]
    assert list(ahead(work, (), 4)) == []


def test_of_endless_work_only_so_much_is_begun() -> None:
    drawn = count()
    results = ahead(lambda n: n, drawn, 3)
    assert list(islice(results, 5)) == [0, 1, 2, 3, 4]
    results.close()
    assert next(drawn) == 5 + AHEAD * 3 - 1


def test_an_error_is_raised_where_its_result_would_come() -> None:
    results = ahead(lambda n: 1 // n, (1, 0, 1), 2)
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)
    assert list(results) == []


def test_while_a_result_is_not_there_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookahead, "SECONDS", 0.01)
    said = Event()

    def work(n: int) -> int:
        assert said.wait(10)
        return n

    assert list(ahead(work, (1,), 1, said.set)) == [1]


def test_who_stops_asking_waits_for_nothing() -> None:
    go_on = Event()

    def items() -> Iterator[int]:
        yield from range(9)

    results = ahead(lambda n: n if n == 0 else go_on.wait(10), items(), 2)
    assert next(results) == 0
    results.close()
    assert not go_on.is_set()
    go_on.set()
