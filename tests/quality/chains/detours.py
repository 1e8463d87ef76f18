"""Kind 1: bad readings between good ones, returns, and true revisions one after the other. Kind 8: other signs."""

from random import Random

from tests.quality.chains.bench import Bench
from tests.quality.chains.drafts import Draft, Writer, render, samples
from tests.quality.chains.edits import revised
from tests.quality.chains.readings import DISTORTIONS, SPELLINGS

NAME = "brief.txt"


def texts(random: Random, own: int = 3) -> list[tuple[str, Draft]]:
    """The samples, and briefs written by the seed."""
    return [*samples(), *((f"written {i}", Writer(random).brief()) for i in range(own))]


def detour(bench: Bench, random: Random) -> None:
    """A, X, A."""
    drafts = texts(random)
    for name, read in bench.some(DISTORTIONS.items()):
        title, draft = random.choice(drafts)
        good = {NAME: render(draft)}
        bench.chain(f"{title}: {name}, back", [good, {NAME: read(draft, random)}, good], bad={1})


def two_detours(bench: Bench, random: Random) -> None:
    """A, X, Y, A."""
    drafts = texts(random)
    for _ in bench.some(range(12)):
        (title, draft), (one, other) = random.choice(drafts), random.sample(list(DISTORTIONS), 2)
        good = {NAME: render(draft)}
        bad = [{NAME: DISTORTIONS[name](draft, random)} for name in (one, other)]
        bench.chain(f"{title}: {one}, {other}, back", [good, *bad, good], bad={1, 2})


def returns(bench: Bench, random: Random) -> None:
    """A, X, A, X, A."""
    drafts = texts(random)
    for _ in bench.some(range(8)):
        (title, draft), name = random.choice(drafts), random.choice(list(DISTORTIONS))
        good, bad = {NAME: render(draft)}, {NAME: DISTORTIONS[name](draft, random)}
        bench.chain(f"{title}: {name}, twice", [good, bad, good, bad, good], bad={1, 3})


def detour_to_revision(bench: Bench, random: Random) -> None:
    """A, X, B: the revision that follows a bad reading is aligned as if the reading had not been."""
    drafts = texts(random)
    for name, read in bench.some(DISTORTIONS.items()):
        title, draft = random.choice(drafts)
        after = revised(draft, random, 3)
        states = [{NAME: render(draft)}, {NAME: read(draft, random)}, {NAME: render(after)}]
        bench.chain(f"{title}: {name}, revised", states, bad={1})


def revisions(bench: Bench, random: Random) -> None:
    """Three to six true revisions; what was cited at each is asked about after the last."""
    drafts = texts(random)
    for _ in bench.some(range(10)):
        title, draft = random.choice(drafts)
        states = [{NAME: render(draft)}]
        for _ in range(random.randint(3, 6)):
            draft = revised(draft, random)
            states.append({NAME: render(draft)})
        bench.chain(f"{title}: {len(states) - 1} revisions", states)


def signs(bench: Bench, random: Random) -> None:
    """The same words with other signs: all the same."""
    drafts = texts(random)
    for name, spell in bench.some(SPELLINGS.items()):
        title, draft = random.choice(drafts)
        good = render(draft).sub(r"(?<=[가-힣]{2}), (?=[가-힣]{2})", lambda _: "·")
        bench.chain(f"{title}: {name}", [{NAME: good}, {NAME: good.respelled(spell)}])
