"""A server that is told to stop goes on until every answer is out, but not for ever."""

import os
import signal
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from webapp import graceful
from webapp.graceful import run_until_stopped


class Server:
    """Stands for waitress: `turns` of its loop each leave so many bytes unsent; the first brings the signal."""

    def __init__(self, unsent: list[int]) -> None:
        self._unsent, self.turns, self.accepting, self.closed = unsent, 0, True, False
        self.asyncore = self
        self._map: dict[int, Any] = {}
        self.task_dispatcher = SimpleNamespace(shutdown=lambda: None)

    def loop(self, **_: Any) -> None:
        if not self.turns:
            os.kill(os.getpid(), signal.SIGTERM)
        self.turns += 1

    @property
    def active_channels(self) -> dict[int, Any]:
        left = self._unsent[self.turns - 1] if self.turns <= len(self._unsent) else self._unsent[-1]
        return {1: SimpleNamespace(requests=[], total_outbufs_len=left)}

    def close(self) -> None:
        self.closed = True


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)}
    yield
    for one, handler in before.items():
        signal.signal(one, handler)


def test_it_goes_on_until_all_is_sent_and_takes_nothing_new() -> None:
    server = Server([9, 9, 9, 0])
    run_until_stopped(server)
    assert (server.turns, server.accepting, server.closed) == (5, False, True)


def test_it_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graceful, "PATIENCE", 0.01)
    server = Server([9])
    run_until_stopped(server)
    assert server.closed
