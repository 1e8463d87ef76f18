"""Where does the time of a query go? Asks questions while a clock runs in every stage and stream."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from statistics import median, quantiles
from time import perf_counter
from typing import Any
from unittest.mock import patch

from archive.engine import whoosh
from archive.engine.plan import Phrase, Term
from archive.engine.walk import Scores, walk
from archive.engine.whoosh import WhooshEngine
from archive.search import expansion, interpreter, search
from archive.search.results import SearchOptions
from archive.search.search import Search
from archive.store import Lexicon
from tests.quality.search import collections
from tests.quality.search.collections import Collection, searching
from tests.quality.search.scoring import DEPTH

EVERY = 10  # of the general Korean questions
WARM = 5  # questions before the clock counts: the model loads, caches fill

# What is timed, and under which name; what runs inside another stage is not counted there.
STAGES: tuple[tuple[str, object, tuple[str, ...]], ...] = (
    ("parse", search, ("parse",)),
    ("analysis of the query", interpreter, ("analyze",)),
    ("analysis of the query", expansion, ("analyze",)),
    ("sounds and spellings", expansion, ("lookup", "likeness", "sounds", "hanja_readings", "variants")),
    ("vocabulary", Lexicon, ("known", "sounding", "starting")),
    ("frequencies", WhooshEngine, ("frequencies", "size")),
    ("understanding and planning", Search, ("plan",)),
    ("engine: combining", WhooshEngine, ("find",)),
    ("passages and marks", Search, ("hits",)),
)


class Clock:
    """Seconds by stage, without those of stages inside."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._inside: list[float] = []

    def timed(self, stage: Callable[..., str], function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, timed under the name that `stage` makes of its arguments."""

        def run(*args: Any, **named: Any) -> Any:
            start = perf_counter()
            self._inside.append(0.0)
            try:
                found = function(*args, **named)
                return iter(list(found)) if isinstance(found, Iterator) else found  # a generator would run later
            finally:
                whole = perf_counter() - start
                self.spent[stage(*args)] += whole - self._inside.pop()
                if self._inside:
                    self._inside[-1] += whole

        return run

    def walking(self, walk: Callable[..., Scores]) -> Callable[..., Scores]:
        """`walk`, with its leaves timed under the stream that each reads."""

        def stream(node: Term | Phrase, *_: object) -> str:
            return f"engine: {node.stream.rpartition('.')[2]}"

        return lambda node, leaf, *rest: walk(node, self.timed(stream, leaf), *rest)


@contextmanager
def clocked() -> Iterator[Clock]:
    """A clock in every stage."""
    clock = Clock()
    with ExitStack() as stack:
        for name, owner, functions in STAGES:
            for function in functions:
                timed = clock.timed(lambda *_, stage=name: stage, getattr(owner, function))
                stack.enter_context(patch.object(owner, function, timed))
        stack.enter_context(patch.object(whoosh, "walk", clock.walking(walk)))
        yield clock


def measured() -> Iterator[tuple[str, int, list[tuple[str, float, float]]]]:
    """Of each collection its name, the number of queries, and by stage (median, 90 %) in milliseconds."""
    for collection in (collections.own(), collections.dev(), collections.general()):
        if collection is not None:
            chosen = collection.only("ko", every=EVERY) if collection.name == "general" else collection
            yield collection.name, len(chosen.asked), _stages(chosen)


def _stages(collection: Collection) -> list[tuple[str, float, float]]:
    spent: dict[str, list[float]] = defaultdict(list)
    texts = [asked.text for asked in collection.asked]
    with searching(collection.home) as here, clocked() as clock:
        for number, text in enumerate((*texts[:WARM], *texts)):
            clock.spent.clear()
            start = perf_counter()
            here.search(SearchOptions(text, limit=DEPTH))
            clock.spent["a query"] = perf_counter() - start
            if number >= WARM:
                for stage, seconds in clock.spent.items():
                    spent[stage].append(1_000 * seconds)
    order = ["a query", *dict.fromkeys(name for name, _, _ in STAGES), *sorted(spent)]
    padded = {stage: spent[stage] + [0.0] * (len(texts) - len(spent[stage])) for stage in dict.fromkeys(order)}
    return [(stage, median(taken), quantiles(taken, n=10)[-1]) for stage, taken in padded.items()]
