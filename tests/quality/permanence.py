"""Do permalinks survive what happens to documents? Changes copies of real ones, and follows every letter.

    GAKJU_EVAL=folder python -m tests.quality.permanence             the seeds that the rules were made with
    GAKJU_EVAL=folder python -m tests.quality.permanence --held-out  seeds that nobody looked at
    ... --only NAME   one change; --show   each passage that went wrong, by document and number

The folder holds `briefs/`; the samples are in `documents/`. A copy is changed line by line, as another extraction or a
new edition would, read anew, and its passages aligned with those before. Every letter carries the place it had in the
first text, so that the truth is known: a passage survives if 80 % of its letters stand in order in the new passages.

    kept       survives, and its fate points to at least 80 % of its letters, all it points to being its own
    part       survives, and its fate points to its own, but to less than 80 % of its letters
    lost       survives, and is called gone
    ambiguous  of either kind, candidates shown
    gone       does not survive, and is called gone
    remnant    does not survive, and its fate points to what is left of it
    misled     its fate points to a passage that has none, or hardly any, of its letters
"""

import argparse
import os
import random
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from archive.alignment.align import AlignedUnit, Continuation, Status, align, inherit
from tests.quality.changes import REEXTRACTED, REVISED, SIBLINGS, Change, add_siblings
from tests.quality.tracing import Printed, State, documents, placed, state

__all__ = [
    "OWN",
    "REEXTRACTED",
    "REVISED",
    "SAMPLES",
    "SIBLINGS",
    "Printed",
    "State",
    "Tally",
    "add_siblings",
    "documents",
    "judge",
    "measure",
    "placed",
    "run",
    "state",
]

SAMPLES = Path(__file__).parents[2] / "documents"
SEEDS, HELD_OUT = (1, 2), (201, 202, 203)
SURVIVES = 0.8
OWN = 0.5  # of the letters said to stand in a passage must be its own: below, it is other text


@dataclass(slots=True)
class Tally:
    """What became of the passages under one change."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def survivors(self) -> int:
        """Passages that survive; the misled are counted among them, to the worse."""
        return sum(self.counts[verdict] for verdict in ("kept", "part", "lost", "ambiguous", "misled"))


def in_order(places: Sequence[int]) -> int:
    """How many ascend: the longest ascending row of places."""
    tails: list[int] = []
    for place in places:
        at = bisect_right(tails, place)  # letters that one sign gave (Ⅲ) share its place
        tails[at : at + 1] = [place]
    return len(tails)


def judge(fate: Continuation, own: Sequence[int], now: State) -> str:
    """What a fate is worth, `own` being the places of the unit's letters."""
    places = {place for place in own if place >= 0}
    size = max(1, len(own))
    held = {n: in_order([place for place in row if place in places]) for n, row in enumerate(now.letters)}
    best = max(held.values(), default=0)
    whole = sum(held.values())  # parts of a split are in order each
    survives = max(best, whole) >= SURVIVES * size
    pointed = sum(held[n] for n in fate.to)
    if fate.status is Status.AMBIGUOUS:
        return "ambiguous" if survives else "ambiguous, gone"
    if fate.status is Status.GONE:
        return "lost" if survives else "gone"
    if any(held[part.to] < OWN * part.letters for part in fate.parts):
        return "misled"
    if not survives:
        return "remnant"
    return "kept" if pointed >= SURVIVES * size else "part"


def measure(before: State, after: State, show: bool) -> Tally:
    """The tally of one document under one change."""
    tally = Tally()
    old = [AlignedUnit(unit.kind, unit.text, str(i)) for i, unit in enumerate(before.units)]
    come = [AlignedUnit(unit.kind, unit.text) for unit in after.units]
    started = time.perf_counter()
    fates = align(old, come)
    tally.seconds = time.perf_counter() - started
    kept = [id for id in inherit(old, come, fates) if id is not None]
    assert len(kept) == len(set(kept))
    for i, (fate, own) in enumerate(zip(fates, before.letters, strict=True)):
        verdict = judge(fate, own, after)
        tally.counts[verdict] += 1
        if show and verdict not in ("kept", "gone"):
            print(f"  {verdict}: {before.name} {i} {old[i].kind} {old[i].text[:90]!r} {fate.status} {fate.to}")
            for n in fate.to[:3]:
                print(f"      -> {n} {come[n].kind} {come[n].text[:90]!r}")
    return tally


def run(first: State, changes: Sequence[Change], rng: random.Random) -> State:
    now = first
    for change in changes:
        now = state(first.name, change(now, rng))
    return now


COLUMNS = ("kept", "part", "lost", "ambiguous", "misled", "remnant", "gone", "ambiguous, gone")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args()
    folder = os.environ.get("GAKJU_EVAL")
    sources = {"samples": list(documents(SAMPLES))}
    if folder:
        sources["briefs"] = list(documents(Path(folder) / "briefs"))
    else:
        print("GAKJU_EVAL names no folder: the samples alone are measured")
    print(f"{'':30}" + "".join(f"{column:>11}" for column in (*COLUMNS[:7], "amb. gone", "survivors", "s")))
    for source, texts in sources.items():
        for group, scenarios in (("re-extraction", REEXTRACTED), ("revision", REVISED), ("siblings", SIBLINGS)):
            total = Tally()
            for name, changes in scenarios.items():
                if chosen.only in (None, name):
                    tally = _scenario(name, group, changes, texts, HELD_OUT if chosen.held_out else SEEDS, chosen.show)
                    _print(f"{source}: {name}", tally)
                    total.counts += tally.counts
                    total.seconds += tally.seconds
            _print(f"{source}: {group.upper()}", total)


def _scenario(
    name: str,
    group: str,
    changes: Sequence[Change],
    texts: Sequence[tuple[str, Printed]],
    seeds: Sequence[int],
    show: bool,
) -> Tally:
    total = Tally()
    for seed in seeds:
        for text, printed in texts:
            rng = random.Random(f"{name} {seed} {text}")
            first = state(text, printed)
            if group == "siblings":
                first = state(text, placed(add_siblings(first, rng)))
            tally = measure(first, run(first, changes, rng), show)
            total.counts += tally.counts
            total.seconds = max(total.seconds, tally.seconds)
    return total


def _print(name: str, tally: Tally) -> None:
    survivors = tally.survivors
    share = f"{tally.counts['kept'] / survivors:.4f}" if survivors else ""
    row = "".join(f"{tally.counts[column]:>11}" for column in COLUMNS)
    print(f"{name:30}{row}{survivors:>11}{tally.seconds:>11.2f}  {share}", flush=True)


if __name__ == "__main__":
    main()
