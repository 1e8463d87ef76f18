"""Do published addresses survive, through the whole program? The changes of `permanence`, put through `gakju index`.

    GAKJU_EVAL=folder python -m tests.quality.permanence_indexed [--samples] [--seed N] [--rename]

Each text is indexed, changed, and indexed again as the same file (or, with --rename, as another); then every address
of the first revision is resolved, and judged by the letters as `permanence` does.
"""

import argparse
import os
import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.alignment.align import Continuation, Part, Status
from archive.history.resolution import resolve
from archive.model.permalink import Address
from archive.open import Archive
from archive.store import Store
from indexer.run import Build
from tests.quality.permanence import (
    OWN,
    REEXTRACTED,
    REVISED,
    SAMPLES,
    SIBLINGS,
    Printed,
    State,
    Tally,
    _print,
    add_siblings,
    documents,
    judge,
    placed,
    run,
    state,
)

HARDLY_ANY = (
    6  # letters of its own: with fewer, what an address points to is other text (of a short passage, half of it)
)


def printed_text(printed: Printed) -> str:
    return "\n".join("".join(char for char, _ in line) for line in printed)


def index(store: Store, home: Path, path: Path, text: str, day: str) -> None:
    path.write_text(text, "utf-8")
    stamp = int(day.replace("-", "")) * 10**9
    os.utime(path, ns=(stamp, stamp))
    report = Build(Archive(store, home), today=day).run([str(path.parent)])
    assert report.failed == [], report.failed


def resolved(before: State, after: State, rename: bool, show: bool) -> Tally:
    """The tally of one document, by what its addresses answer."""
    tally = Tally()
    with TemporaryDirectory() as folder:
        home, path = Path(folder) / "home", Path(folder) / "briefs" / before.name
        path.parent.mkdir()
        store = Store.at(home)
        index(store, home, path, printed_text(before.printed), "2026-01-01")
        (record,) = store.documents()
        old = [
            passage
            for passage in store.document(record.id).passages
            if passage.kind != "title" or passage.block is not None
        ]
        if rename:
            path.unlink()
            path = path.with_name("renamed-" + path.name)
        index(store, home, path, printed_text(after.printed), "2026-02-01")
        here = {p.id: i for i, p in enumerate(store.document(record.id).passages)}
        assert len(old) == len(before.units), "the program read something else than the bed"
        started = time.perf_counter()
        for i, passage in enumerate(old):
            found = resolve(store, str(Address(record.id, passage.id)))
            to = tuple(here[one.address.passage or ""] for one in found.current)
            own = before.letters[i]
            parts = tuple(Part((0, 0), n, (0, 0), min(round(HARDLY_ANY / OWN), len(after.letters[n]))) for n in to)
            verdict = judge(Continuation(Status(found.status), to, 1.0, parts), own, after)
            tally.counts[verdict] += 1
            if show and verdict not in ("kept", "gone"):
                print(f"  {verdict}: {before.name} {i} {passage.kind} {passage.text[:80]!r} {found.status}")
                for one in found.current[:3]:
                    print(f"      -> {one.kind} {one.text[:80]!r}")
        tally.seconds = time.perf_counter() - started
        store.close()
    return tally


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--samples", action="store_true")
    parser.add_argument("--rename", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--seed", type=int, default=501)
    chosen = parser.parse_args()
    folder = SAMPLES if chosen.samples else Path(os.environ["GAKJU_EVAL"]) / "briefs"
    columns = ("kept", "part", "lost", "ambiguous", "misled", "remnant", "gone", "amb. gone", "survivors", "s")
    print(f"{'':30}" + "".join(f"{column:>11}" for column in columns))
    for group, scenarios in (("re-extraction", REEXTRACTED), ("revision", REVISED), ("siblings", SIBLINGS)):
        total = Tally()
        for name, changes in scenarios.items():
            if chosen.only not in (None, name):
                continue
            tally = Tally()
            for text, printed in documents(folder):
                rng = random.Random(f"{name} {chosen.seed} {text}")
                first = state(text, printed)
                if group == "siblings":
                    first = state(text, placed(add_siblings(first, rng)))
                one = resolved(first, run(first, changes, rng), chosen.rename, chosen.show)
                tally.counts += one.counts
                tally.seconds = max(tally.seconds, one.seconds)
            _print(name, tally)
            total.counts += tally.counts
            total.seconds = max(total.seconds, tally.seconds)
        _print(group.upper(), total)


if __name__ == "__main__":
    main()
