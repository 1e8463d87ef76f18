"""Plays the bed and prints one table: `python -m tests.quality.chains`.

`GAKJU_EVAL=folder` adds the real briefs of `folder/briefs` to the samples of the project.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from tests.quality.chains import copies, detours, extractors, issues, operations, twins
from tests.quality.chains.bench import Bench, Row
from tests.quality.chains.judge import Verdict
from tests.quality.chains.world import quickly

Kind = Callable[[Bench, Random], None]
KINDS: Mapping[str, Kind] = {
    "detour": detours.detour,
    "two-detours": detours.two_detours,
    "returns": detours.returns,
    "detour-revised": detours.detour_to_revision,
    "revisions": detours.revisions,
    "extractors": extractors.extractors,
    "files": operations.operations,
    "issues": issues.issues,
    "near-copies": copies.near_copies,
    "halves": copies.halves,
    "twins": twins.twins,
    "signs": detours.signs,
}
SEEDS = (1, 2)
HELD_OUT = (101, 102)  # seeds that nothing was tuned with
COLUMNS = (
    Verdict.FOREIGN,
    Verdict.MISLED,
    Verdict.LOST,
    Verdict.EXTRA,
    Verdict.LABEL,
    Verdict.AMBIGUOUS,
    Verdict.BYTES,
    Verdict.FAILED,
)
WIDTH = 70  # letters of a text that are shown


def play(kinds: Mapping[str, Kind], seeds: tuple[int, ...], times: int, root: Path) -> dict[str, Row]:
    """The rows of some kinds over all seeds, in a folder of their own."""
    bench = Bench(root, times)
    for name, kind in kinds.items():
        with bench.of(name):
            for seed in seeds:
                kind(bench, Random(f"{name} {seed}"))
        print(_line(name, bench.rows[name]), flush=True)
    return bench.rows


def _line(name: str, row: Row) -> str:
    right = 100 * row.verdicts[Verdict.RIGHT] / max(1, row.answers)
    counts = "".join(f"{row.verdicts[column]:>12}" for column in COLUMNS)
    return f"{name:<16}{row.answers:>8}{right:>8.2f}{counts}{row.pinned:>8}{row.seconds:>8.0f}"


def _total(rows: Mapping[str, Row]) -> Row:
    total = Row()
    for row in rows.values():
        total.verdicts.update(row.verdicts)
        total.pinned += row.pinned
        total.seconds += row.seconds
    return total


def _show(row: Row) -> None:
    for one in row.wrong:
        print(f"\n{one.verdict}  [{one.chain}]  {one.answer.status}")
        print(f"   cited     {_short(one.cited)}")
        if one.verdict is Verdict.BYTES:
            print(f"   held      {_short(one.answer.cited or '')}")
        for shown in one.answer.shown:
            print(f"   shown     {_short(shown.text)}")
        print(f"   expected  {_short(one.expected)}")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 23]} … {text[-20:]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=KINDS, action="append", help="this kind; may be given several times")
    parser.add_argument("--show", choices=KINDS, action="append", default=[], help="print each wrong answer of a kind")
    parser.add_argument("--seed", type=int, help="this seed alone")
    parser.add_argument("--held-out", action="store_true", help="seeds that nothing was tuned with")
    parser.add_argument("--times", type=int, default=1, help="so many times as many chains")
    parser.add_argument(
        "--whole", action="store_true", help="with the search index and worker processes, as users have it"
    )
    parser.add_argument("--quick", action="store_true", help="a few chains of each kind, with one seed")
    given = parser.parse_args()
    names = list(dict.fromkeys([*(given.only or ()), *given.show])) or list(KINDS)
    several = HELD_OUT if given.held_out else SEEDS
    seeds = (given.seed,) if given.seed is not None else several[:1] if given.quick else several
    times = 0 if given.quick else given.times
    head = "".join(f"{column:>12}" for column in COLUMNS)
    print(f"{'kind':<16}{'answers':>8}{'right %':>8}{head}{'@state':>8}{'seconds':>8}")
    started = time.process_time()
    with tempfile.TemporaryDirectory(prefix="chains-") as folder:
        chosen = {name: KINDS[name] for name in names}
        if given.whole:
            rows = play(chosen, seeds, times, Path(folder))
        else:
            with quickly():
                rows = play(chosen, seeds, times, Path(folder))
    print(_line("all", _total(rows)), f" ({time.process_time() - started:.0f} s of CPU in all)")
    for name in given.show:
        _show(rows[name])


if __name__ == "__main__":
    main()
