"""What is the same for every reader until something is written? Counts and lists, made once for each of its states.

Counting takes longer the more an archive holds. What was counted in one state is never given for another, and a state
that another process wrote is known as soon as it is there.
"""

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """What was made of an archive in the latest state. Safe to share between threads."""

    def __init__(self) -> None:
        self._latest: tuple[str, dict[str, Any]] = ("", {})

    def recall(self, generation: str, name: str, make: Callable[[], T]) -> T:
        """What was made under this name in a generation; made now, if it was not yet.

        `generation` was asked before: what is made meanwhile is at least as new.
        """
        latest = self._latest
        if latest[0] != generation:
            latest = self._latest = (generation, {})
        kept = latest[1]
        if name not in kept:
            kept[name] = make()
        found: T = kept[name]
        return found
