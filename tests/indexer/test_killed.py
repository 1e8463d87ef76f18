"""A run that is killed loses nothing that was stored, and the next run makes it whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archive.search.search import Search, SearchOptions
from archive.store import Store
from tests.benchmarks.briefs import write

pytestmark = pytest.mark.slow


def start(home: Path, briefs: Path) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-c",
        "from archive.cli.main import main; main()",
        "--home",
        str(home),
        "index",
        str(briefs),
    ]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def state(home: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """(id, source) of every document, and the addresses that a search finds."""
    store = Store.at(home)
    documents = sorted((record.id, record.source) for record in store.documents())
    hits = Search(store, home).search(SearchOptions("협정 OR 항로 OR 통관", limit=1000)).hits
    assert store.queue.entries() == []
    store.close()
    return documents, sorted(hit.address for hit in hits)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only POSIX kills so")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    write(tmp_path / "briefs", 12)
    assert start(tmp_path / "whole", tmp_path / "briefs").wait() == 0
    home = tmp_path / "killed"
    for seconds in (1.5, 2.5, 3.5):
        running = start(home, tmp_path / "briefs")
        time.sleep(seconds)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
    assert start(home, tmp_path / "briefs").wait() == 0
    assert state(home) == state(tmp_path / "whole")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only POSIX interrupts so")
def test_ctrl_c_ends_a_run_and_its_readers_at_once(tmp_path: Path) -> None:
    write(tmp_path / "briefs", 60)
    running = start(tmp_path / "home", tmp_path / "briefs")
    time.sleep(4)
    running.send_signal(signal.SIGINT)
    assert running.wait(10) != 0
    assert start(tmp_path / "home", tmp_path / "briefs").wait() == 0
    assert len(state(tmp_path / "home")[0]) == 60


def test_two_runs_at_once_wait_for_each_other(tmp_path: Path) -> None:
    write(tmp_path / "briefs", 3)
    first, second = (start(tmp_path / "home", tmp_path / "briefs") for _ in range(2))
    assert (first.wait(), second.wait()) == (0, 0)
    assert len(state(tmp_path / "home")[0]) == 3
