"""Kind 7: the same brief in two archives that become one, and read a second time under a new name."""

import contextlib
import io
from collections.abc import Iterable
from importlib.metadata import entry_points
from itertools import combinations
from random import Random

from archive.cli.main import main
from tests.quality.chains.bench import Bench
from tests.quality.chains.detours import texts
from tests.quality.chains.drafts import Draft, render
from tests.quality.chains.edits import revised
from tests.quality.chains.readings import DISTORTIONS
from tests.quality.chains.world import Cited, State, World

HERE, THERE = "brief.txt", "brief-2025.txt"
READINGS = ("broken", "hyphenated", "spaced_otherwise", "heads_inside")


def twins(bench: Bench, random: Random) -> None:
    drafts = texts(random)
    for into_the_older in bench.some([True, False, True, False]):
        title, draft = random.choice(drafts)
        _imported(bench, title, draft, random, into_the_older)
    for name in bench.some(READINGS):
        title, draft = random.choice(drafts)
        _read_again(bench, f"{title}: {name} under a new name", draft, name, random)


def _imported(bench: Bench, title: str, draft: Draft, random: Random, into_the_older: bool) -> None:
    """One home saw V1 and V2, the other only V2; one takes in the other's backup, and then V3 comes."""
    second = revised(draft, random, 3)
    third = revised(second, random, 2)
    older, younger = bench.world(), bench.world()
    older.folder_name, younger.folder_name = "older", "younger"
    cited = _cited(older.step({HERE: render(draft)}), older.step({HERE: render(second)}))
    cited |= _cited(younger.step({THERE: render(second)}))
    into, taken = (older, younger) if into_the_older else (younger, older)
    which = "the younger into the older" if into_the_older else "the older into the younger"
    backup = bench.root / f"{taken.name}.backup"
    run("--home", str(taken.home), "backup", str(backup))
    run("--home", str(into.home), "import", str(backup))
    bench.judge(f"{title}: {which}", into, cited)
    merge(into)
    bench.judge(f"{title}: {which}, merged", into, cited)
    state: State = {HERE if into_the_older else THERE: render(third)}
    cited = _cited(bench.step(title, into, state)) | cited
    bench.judge(f"{title}: {which}, revised", into, cited, only=state)
    bench.end(older)
    bench.end(younger)


def _read_again(bench: Bench, label: str, draft: Draft, reading: str, random: Random) -> None:
    """Another reading beside the file, then in its place, then revised."""
    world, old = bench.world(), render(draft)
    states: list[State] = [
        {HERE: old},
        {HERE: old, THERE: DISTORTIONS[reading](draft, random)},
        {THERE: DISTORTIONS[reading](draft, random)},
        {THERE: DISTORTIONS[reading](revised(draft, random, 3), random)},
    ]
    cited: dict[str, Cited] = {}
    for number, state in enumerate(states):
        cited = _cited(bench.step(label, world, state)) | cited
        if number == 1:
            merge(world)
        if number in (1, 3):
            bench.judge(label, world, cited, only=state if number == 3 else None)
    bench.end(world)


def _cited(*steps: Iterable[Cited]) -> dict[str, Cited]:
    found: dict[str, Cited] = {}
    for one in (one for step in steps for one in step):
        found.setdefault(one.permalink, one)
    return found


def run(*arguments: str) -> None:
    """A command of `gakju`, in this process. Raises SystemExit where it fails."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            main(arguments)
        except SystemExit as end:
            if end.code:
                raise


def merge(world: World) -> None:
    """Takes twins together as a person would who is offered it, once there is a command for it: `gakju merge A B`."""
    if not entry_points(group="gakju.commands", name="merge"):
        return
    with world.store() as store:
        texts = {record.id: {p.text for p in store.document(record.id).passages} for record in store.documents()}
    for one, other in combinations(texts, 2):
        if len(texts[one] & texts[other]) >= 0.5 * min(len(texts[one]), len(texts[other])):
            run("--home", str(world.home), "merge", one, other)
