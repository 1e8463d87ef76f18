"""A server as it is run: slow clients hold up nobody, and what is asked before it is told to stop is answered."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import sleep
from urllib.request import urlopen

import pytest

from tests.webapp.world import build

HALF = b"GET /search?q=%EC%9C%84%EC%84%B1 HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
SLOW = 150  # the usual server takes 100 connections


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("served")
    build(made)
    return made


@pytest.fixture
def served(home: Path) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from archive.cli.main import main; main()", "serve", "--port", str(port)]
    environment = {**os.environ, "GAKJU_HOME": str(home)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as one:
        assert one.stdout is not None
        assert f":{port}/" in one.stdout.readline()
        yield port, one
        one.kill()


def opened(port: int, sent: bytes) -> socket.socket:
    one = socket.create_connection(("127.0.0.1", port), timeout=30)
    one.sendall(sent)
    return one


def test_a_reader_is_answered_beside_idle_half_sent_and_unread_connections(
    served: tuple[int, subprocess.Popen[str]],
) -> None:
    port, _ = served
    whole = HALF + b"no\r\n\r\n"
    with ExitStack() as open_:
        for n in range(SLOW):
            open_.enter_context(opened(port, (b"", HALF, whole)[n % 3]))
        for _ in range(3):
            assert b"</html>" in urlopen(f"http://127.0.0.1:{port}/search?q=%EC%9C%84%EC%84%B1", timeout=20).read()


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_what_was_asked_is_answered_before_it_ends(served: tuple[int, subprocess.Popen[str]], sent: int) -> None:
    port, server = served
    with opened(port, HALF + b"no\r\nConnection: close\r\n\r\n") as asked:
        sleep(0.05)
        server.send_signal(sent)
        answer = b"".join(iter(lambda: asked.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 200") and answer.rstrip().endswith(b"</html>")
    assert server.wait(timeout=20) == 0
    assert "Traceback" not in server.stderr.read() if server.stderr else True
