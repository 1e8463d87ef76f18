"""Until when may a question be worked on? A time that whoever asks sets, and the long loops of searching look at.

Nothing is stopped from outside: a loop that may go on for seconds calls `keep`, which costs some 0.1 µs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic

from archive.errors import TooLong

_until: ContextVar[float | None] = ContextVar("until", default=None)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Bounds what is done inside; the bound of whoever asked before counts as well."""
    before = _until.get()
    mine = monotonic() + seconds
    token = _until.set(mine if before is None else min(mine, before))
    try:
        yield
    finally:
        _until.reset(token)


def keep() -> None:
    """Goes on while there is time.

    Raises:
        TooLong: there is none left.
    """
    until = _until.get()
    if until is not None and monotonic() > until:
        raise TooLong("the question takes too long: ask for fewer words, or later")
