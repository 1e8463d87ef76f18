"""How much work is done? Counted in calls and statements, which no load of the machine changes."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
