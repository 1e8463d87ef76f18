"""A writer that is killed at any moment leaves the last state or the next one, whole, and the next writer goes on."""

import os
import signal
from multiprocessing import get_context
from pathlib import Path
from random import Random
from time import sleep

import pytest

from archive.engine import SearchRequest, Term
from archive.engine.whoosh.engine import SEGMENTS, WhooshEngine
from tests.archive.engine.worlds import entry

KILLS, PASSAGES = 200, 40

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="only POSIX forks and kills so"),
]


def write_states(folder: Path, first: int, written: int) -> None:
    """Writes one state after another, each with a word of its own in every passage, and says which are there."""
    engine = WhooshEngine(folder)
    for state in range(first, first + 1_000_000):
        engine.update([entry(key, f"위성 판{state}") for key in range(PASSAGES)], removed=())
        os.write(written, b"%d\n" % state)


def states(folder: Path) -> list[int]:
    """The states that the passages of the index are of."""
    engine = WhooshEngine(folder)
    found = engine.find(SearchRequest(Term("text.word", "위성"), PASSAGES + 1))
    assert sorted(match.key for match in found.matches) == list(range(PASSAGES))
    snapshot = engine._snapshot
    terms = {term.decode() for one in snapshot.segments for term in one.stream("text.word").terms()} - {"위성"}
    many = dict(zip(terms, engine.frequencies([("text.word", term) for term in terms]), strict=True))
    assert {count for count in many.values() if count} == {PASSAGES}
    return [int(term.removeprefix("판")) for term, count in many.items() if count]


def test_two_hundred_kills_leave_the_last_state_or_the_next(tmp_path: Path) -> None:
    fork, random, last, during = get_context("fork"), Random(5), 0, 0
    WhooshEngine.create(tmp_path).update([entry(key, "위성 판0") for key in range(PASSAGES)], removed=())
    for _ in range(KILLS):
        reading, writing = os.pipe()
        child = fork.Process(target=write_states, args=(tmp_path, last + 1, writing))
        child.start()
        os.close(writing)
        sleep(random.uniform(0.005, 0.06))
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        with os.fdopen(reading) as said:
            told = max((int(line) for line in said if line.endswith("\n")), default=last)
        (now,) = states(tmp_path)
        assert now in (told, told + 1)
        during += now != last
        last = now
    WhooshEngine(tmp_path).update([entry(0, f"위성 판{last}")], removed=())
    assert len(list(tmp_path.glob("*.arrays"))) <= SEGMENTS
    assert during > KILLS // 2  # most were killed while they wrote, not before
