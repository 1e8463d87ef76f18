"""How much work is done? Counted in calls and statements, or compared with less of it: no slow machine changes that."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time
from types import FrameType

from sqlalchemy import Engine, event


def calls(do: Callable[[], object]) -> int:
    """The calls of functions, Python's and C's, that doing this takes."""
    counted = 0

    def count(frame: FrameType, what: str, argument: object) -> None:
        nonlocal counted
        counted += what in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        do()
    finally:
        sys.setprofile(before)
    return counted


def growth(prepare: Callable[[int], Callable[[], object]], length: int, floor: float = 0.01) -> float:
    """How many times as long four times the length takes: about 4, where a quadratic step makes it 16.

    `prepare` makes what is timed for a length. What takes less than `floor` seconds is too short to be compared.
    """

    def seconds(length: int) -> float:
        do, took = prepare(length), []
        for _ in range(3):
            before = process_time()
            do()
            took.append(process_time() - before)
        return min(took)

    gc.disable()  # collecting takes as long as other tests have left much
    try:
        return seconds(4 * length) / max(seconds(length), floor)
    finally:
        gc.enable()


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SQL statements that any database is asked for meanwhile."""
    asked: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)
