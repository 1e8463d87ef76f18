"""How does the server end? Told to stop (SIGTERM, Ctrl+C), it takes nothing new, and answers what was asked."""

import signal
from time import monotonic
from types import FrameType
from typing import Any

PATIENCE = 10.0  # seconds for what was asked to be answered and taken
TURN = 0.2  # seconds of one turn of the loop
QUIET = 2  # turns without anything to do until nothing more is on its way


def run_until_stopped(server: Any) -> None:
    """Serves until a signal to stop comes; then ends when every answer is out, or after `PATIENCE`.

    A second one ends it at once. `server` is a waitress server of one socket: its own `run` throws away answers that
    are not yet sent.
    """
    stopping: list[float] = []

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if stopping:
            raise SystemExit(1)
        stopping.append(monotonic())
        server.accepting = False

    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, stop)
    quiet = 0
    while quiet < QUIET and not (stopping and monotonic() > stopping[0] + PATIENCE):
        server.asyncore.loop(timeout=TURN if stopping else 1.0, map=server._map, use_poll=True, count=1)
        quiet = quiet + 1 if stopping and not _busy(server) else 0
    server.task_dispatcher.shutdown()
    server.close()


def _busy(server: Any) -> bool:
    """Is a request being answered, or an answer not yet sent?"""
    return any(one.requests or one.total_outbufs_len for one in list(server.active_channels.values()))
