"""gakju serve: says what it does, listens on this computer only unless told otherwise, and fails in words."""

import gc
import socket
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask import Flask

from archive.errors import GakjuError
from archive.settings import Settings
from webapp.cli import give_back, is_loopback, serve, warm
from webapp.site import EXTENSION


class Server:
    """Stands for waitress: a test that served would never end."""

    def __init__(self, **options: Any) -> None:
        self.options = options


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    def start(*args: str, base_url: str | None = None):  # type: ignore[no-untyped-def]
        ports: list[int] = []

        def create(application: Any, **options: Any) -> Server:
            ports.append(options["sockets"][0].getsockname()[1])
            return Server(**options)

        monkeypatch.setattr("webapp.cli.waitress.create_server", create)
        monkeypatch.setattr("webapp.cli.warm", lambda site: None)
        monkeypatch.setattr("webapp.cli.run_until_stopped", lambda server: server.options["sockets"][0].close())
        result = CliRunner().invoke(serve, args, obj=Settings(tmp_path, base_url), catch_exceptions=False)
        return result, ports[0]

    return start


def test_it_listens_on_this_computer_and_says_that_there_is_no_login(run: Any) -> None:
    result, port = run("--port", "0")
    assert f"http://127.0.0.1:{port}/" in result.output
    assert "There is no login: whoever reaches this address reads everything." in result.output
    assert "Warning" not in result.output


def test_it_warns_when_other_computers_can_reach_it(run: Any) -> None:
    result, _ = run("--host", "0.0.0.0", "--port", "0")
    assert "Warning: listening on 0.0.0.0" in result.output


def test_it_names_the_public_address(run: Any) -> None:
    result, _ = run("--port", "0", base_url="https://archive.example.org/gakju")
    assert "Public address: https://archive.example.org/gakju" in result.output


def test_a_port_that_is_taken_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(GakjuError, match=rf"cannot listen on 127.0.0.1, port {port}: .*--port"):
            CliRunner().invoke(serve, ["--port", str(port)], obj=Settings(tmp_path), catch_exceptions=False)


@pytest.mark.parametrize(
    "host, own",
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("192.168.0.2", False),
        ("archive.example.org", False),
    ],
)
def test_which_addresses_are_of_this_computer_only(host: str, own: bool) -> None:
    assert is_loopback(host) is own


def test_what_a_search_needs_is_loaded_and_no_garbage_any_more(app: Flask) -> None:
    try:
        warm(app.extensions[EXTENSION])
        assert gc.get_freeze_count() > 100_000
        assert gc.isenabled()
    finally:
        gc.unfreeze()


def test_where_memory_cannot_be_given_back_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.cli.ctypes.CDLL", lambda name: object())
    give_back()
