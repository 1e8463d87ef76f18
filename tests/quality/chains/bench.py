"""Plays chains of states in archives of their own, judges every answer, and counts."""

import shutil
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from archive.errors import GakjuError
from archive.store import Store
from tests.quality.chains.judge import Judgement, Today, Verdict, judge
from tests.quality.chains.sources import Source
from tests.quality.chains.world import FAILED, Answer, Cited, State, World, answer

PINNED = 3  # every third citation is asked for in its revision, too: it must show what was cited, byte for byte


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wrong:
    """An answer that was not right."""

    chain: str
    verdict: Verdict
    cited: str
    answer: Answer
    expected: str


@dataclass(slots=True)
class Row:
    """One kind: how many answers of which verdict."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    wrong: list[Wrong] = field(default_factory=list)
    pinned: int = 0
    seconds: float = 0.0

    @property
    def answers(self) -> int:
        return self.verdicts.total()


@dataclass(slots=True)
class Bench:
    """`root` is a folder of its own; `rows` fill as kinds are played.

    `times` is how many times as many chains there are; 0 plays a few of each kind.
    """

    root: Path
    times: int = 1
    rows: dict[str, Row] = field(default_factory=dict)
    kind: str = ""
    _sources: dict[str, Source] = field(default_factory=dict)
    _begun: dict[tuple[tuple[str, str], ...], tuple[Path, list[Cited]]] = field(default_factory=dict)
    _homes: int = 0

    @contextmanager
    def of(self, kind: str) -> Iterator[None]:
        """What is played meanwhile counts for this kind."""
        self.kind, start = kind, time.process_time()
        row = self.rows.setdefault(kind, Row())
        try:
            yield
        finally:
            row.seconds += time.process_time() - start

    def some(self, items: Iterable[T]) -> list[T]:
        """So many of the items, or of what is counted, as this bench plays."""
        every = list(items)
        return every * self.times or every[:: max(2, (len(every) + 1) // 2)]

    def world(self) -> World:
        self._homes += 1
        return World(self.root, self._sources, f"home{self._homes}")

    def chain(self, label: str, states: Sequence[State], bad: Collection[int] = ()) -> None:
        """Plays the states one after the other, cites all of each, and judges what the archive says after the last.

        `bad` are the positions of the states that are bad readings.
        """
        world, cited = self._begin(states[0])
        for number, state in enumerate(states[1:], 1):
            for one in self.step(label, world, state):
                cited.setdefault(one.permalink, replace(one, flawed=number in bad))
        self.judge(label, world, cited)
        self.end(world)

    def step(self, label: str, world: World, state: State) -> list[Cited]:
        try:
            return world.step(state)
        except GakjuError as error:
            self._wrong(Wrong(label, Verdict.FAILED, "a run", Answer(FAILED, None, ()), f"no error: {error}"))
            return []

    def _begin(self, state: State) -> tuple[World, dict[str, Cited]]:
        """An archive in its first state. Many chains begin in the same one: it is read once and copied."""
        key, world = tuple((name, content.text) for name, content in sorted(state.items())), self.world()
        if key not in self._begun:
            cited = world.step(state)
            self._begun[key] = world.home, cited
            world = self.world()
        else:
            world.write(state)
        home, cited = self._begun[key]
        shutil.copytree(home, world.home)
        return world, {one.permalink: one for one in cited}

    def end(self, world: World) -> None:
        shutil.rmtree(world.home, ignore_errors=True)

    def judge(self, label: str, world: World, cited: Mapping[str, Cited], only: State | None = None) -> None:
        """Judges what the archive says of each permalink; with `only`, against these files alone."""
        with world.store() as store:
            today = Today(world.standing(store, only))
            for number, one in enumerate(cited.values()):
                said = answer(store, one.permalink)
                self.count(label, one, said, judge(one, said, today))
                if number % PINNED == 0:
                    self._pinned(label, store, one)

    def _pinned(self, label: str, store: Store, one: Cited) -> None:
        said = answer(store, one.pinned)
        self.rows[self.kind].pinned += 1
        if said.cited != one.text:
            verdict = Verdict.FAILED if said.status.startswith(FAILED) else Verdict.BYTES
            self.count(f"{label}, {one.pinned}", one, said, Judgement(verdict, one.text))

    def count(self, label: str, cited: Cited, said: Answer, judgement: Judgement) -> None:
        if judgement.verdict is Verdict.RIGHT:
            self.rows[self.kind].verdicts[Verdict.RIGHT] += 1
        else:
            self._wrong(Wrong(label, judgement.verdict, cited.text, said, judgement.expected))

    def _wrong(self, one: Wrong) -> None:
        row = self.rows[self.kind]
        row.verdicts[one.verdict] += 1
        row.wrong.append(one)

    def present(self, label: str, passages: Iterable[tuple[str, bool]]) -> None:
        """Counts passages that must be findable; (text, whether it is) each."""
        for text, found in passages:
            if found:
                self.rows[self.kind].verdicts[Verdict.RIGHT] += 1
            else:
                self._wrong(Wrong(label, Verdict.LOST, text, Answer("not there", text, ()), "a passage of its own"))
