"""Who waits for whom? The HTTP server: no thread waits for a client that sends or reads slowly, and none is cut off.

Waitress hands a request to a thread when it is there whole, and sends answers as clients take them; what it leaves open
are connections that never end. Here each has a time by which its request must be there and its answer taken, and when
there are too many, those go first that have kept the server waiting longest. It is asked to stop by SIGTERM or Ctrl-C,
and then answers what has come.
"""

import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

from waitress import wasyncore  # type: ignore[import-untyped]
from waitress.adjustments import Adjustments  # type: ignore[import-untyped]
from waitress.channel import HTTPChannel  # type: ignore[import-untyped]
from waitress.parser import HTTPRequestParser  # type: ignore[import-untyped]
from waitress.server import TcpWSGIServer  # type: ignore[import-untyped]

THREADS = 8  # searches take some 10 ms each; more threads than that only wait for each other
CONNECTIONS = 400  # a process may usually have 1,024 files open
RECEIVED = 20.0  # seconds in which a request must have come, once it has begun
IDLE = 75.0  # seconds that a connection may rest between requests; nginx closes its own after 60
TAKEN = 30.0  # seconds in which an answer must be taken, and one more for each SLOWEST bytes of it
SLOWEST = 16_384  # bytes a second
HELD = 256 << 20  # bytes of answers that wait for slow readers, all together
GRACE = 15.0  # seconds for answers that are being given when the server is asked to stop
MOMENT = 0.3  # seconds
HEADERS = 65_536  # bytes; a reader's list is its address


class _Request(HTTPRequestParser):  # type: ignore[misc]
    def received(self, data: bytes) -> int:
        """A request that is there whole waits for no "100 Continue": it has no body, or that came unasked."""
        taken: int = super().received(data)
        if self.completed:
            self.expect_continue = False
        return taken


class _Channel(HTTPChannel):  # type: ignore[misc]
    """A connection. It knows since when a request has been coming, and by when its answer must be taken."""

    parser_class = _Request
    begun: float | None = None
    due: float | None = None

    def received(self, data: bytes) -> bool:
        found: bool = super().received(data)
        if self.request is None:
            self.begun = None
        elif self.begun is None:
            self.begun = time.time()
        return found

    @property
    def waited_since(self) -> float:
        """Since when the client has kept the server waiting."""
        return float(self.last_activity if self.begun is None else self.begun)

    def writable(self) -> bool:
        return bool(self.connected and super().writable())

    def drop(self) -> None:
        """Ends the connection now: waitress would wait until something more can be written."""
        self.will_close = True
        self.handle_close()

    def rests(self, now: float) -> bool:
        """Is nothing being answered, nor on its way? What was sent a moment ago may not be there yet."""
        return not (self.requests or self.total_outbufs_len or self.begun) and now > self.last_activity + MOMENT

    def is_late(self, now: float) -> bool:
        """Has the client kept the server waiting for too long?"""
        if not self.total_outbufs_len:
            self.due = None
        elif self.due is None:
            self.due = now + TAKEN + self.total_outbufs_len / SLOWEST
        if self.due is not None:
            return now > self.due
        if self.requests:
            return False
        return now > (self.last_activity + IDLE if self.begun is None else self.begun + RECEIVED)


class Server(TcpWSGIServer):  # type: ignore[misc]
    """A server that listens already; `run` answers until it is asked to stop."""

    channel_class = _Channel

    def __init__(self, application: Any, listening: socket.socket, body: int) -> None:
        """`body` is how many bytes a request may have."""
        adjustments = Adjustments(
            threads=THREADS,
            ident=None,
            connection_limit=CONNECTIONS + 100,
            cleanup_interval=1,
            asyncore_use_poll=True,
            max_request_header_size=HEADERS,
            max_request_body_size=body,
            log_socket_errors=False,
            clear_untrusted_proxy_headers=True,
            server_name=listening.getsockname()[0],
            sockets=[listening],
        )
        place = (listening.family, listening.type, listening.proto, listening.getsockname())
        super().__init__(application, _sock=listening, adj=adjustments, sockinfo=place, bind_socket=False)
        self._until: float | None = None

    def handle_accept(self) -> None:
        super().handle_accept()
        resting = [one for one in self.active_channels.values() if not one.requests and not one.will_close]
        if len(resting) > CONNECTIONS:
            min(resting, key=lambda one: one.waited_since).drop()

    def maintenance(self, now: float) -> None:
        for channel in list(self.active_channels.values()):
            if channel.is_late(now):
                channel.drop()
        slow = [one for one in self.active_channels.values() if one.due is not None]
        held = sum(one.total_outbufs_len for one in slow)
        for one in sorted(slow, key=lambda one: one.due):
            if held > HELD:
                held -= one.total_outbufs_len
                one.drop()

    def stop(self) -> None:
        """Asks the server to take no more connections, and to end when what has come is answered."""
        self._until = time.monotonic() + GRACE if self._until is None else 0.0
        with suppress(OSError):  # it has ended already
            self.pull_trigger()

    def run(self) -> None:
        while self._until is None:
            self.asyncore.loop(timeout=1, map=self._map, use_poll=True, count=1)
        self.del_channel()
        self.socket.close()
        while self.active_channels and time.monotonic() < self._until:
            for channel in list(self.active_channels.values()):
                if channel.rests(time.time()):
                    channel.drop()
            self.asyncore.loop(timeout=0.1, map=self._map, use_poll=True, count=1)
        self.task_dispatcher.shutdown(timeout=1)
        wasyncore.close_all(self._map, ignore_all=True)


@contextmanager
def stopped_by_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Calls this at SIGTERM and Ctrl+C, instead of what they do otherwise."""

    def signalled(number: int, frame: FrameType | None) -> None:
        stop()

    before = {one: signal.signal(one, signalled) for one in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
