"""Does a name with two letters exchanged find what was meant, and is a right word left alone?

`slips.tsv`: twenty invented or rare names in Hangul with two syllables exchanged, ten with two neighbouring keys, and
thirty in Latin and Cyrillic letters, each made by chance from its name; and right words, many of which are one exchange
away from a word of the archive or near a name.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.archive.literal import Archive, archive, brief

SLIPS = Path(__file__).parent / "slips.tsv"
# What stands in the archive beside the names: words that a right word would become with two letters exchanged.
NEIGHBOURS = (
    "지역 사회가 국제 행사를 맡았다.",
    "강남의 극장에서 새 영화를 상영했다.",
    "성질이 급한 사람이 공장을 나섰다.",
    "The United Nations office near the harbour was closed by martial law.",
    "A casual visitor, Brian Oldman, drew the old manor.",
    "Орлов и Красавина встретили у колодца Тарасову.",
)


class Slip(NamedTuple):
    """What was typed, what was meant (nothing, where it is right), and what kind of slip it is."""

    typed: str
    meant: str
    kind: str


def slips(path: Path = SLIPS) -> list[Slip]:
    """The rows of the bed."""
    with path.open(encoding="utf-8") as lines:
        return [Slip(**row) for row in csv.DictReader(lines, delimiter="\t", restval="")]


class Tally(NamedTuple):
    """Of `n` words typed: how many find what was meant first, or are offered it, and how many are turned."""

    n: int
    found: int
    turned: int


def judged(bed: Sequence[Slip]) -> Iterator[tuple[str, Tally]]:
    """What becomes of each kind of slip."""
    names = dict.fromkeys(slip.meant for slip in bed if slip.meant)
    texts = [f"{name} 일행이 {place}번째 부두를 둘러보았다." for place, name in enumerate(names, 1)]
    with TemporaryDirectory() as home, archive(Path(home), brief(*texts, *NEIGHBOURS)) as made:
        for kind in dict.fromkeys(slip.kind for slip in bed):
            rows = [slip for slip in bed if slip.kind == kind]
            yield kind, Tally(len(rows), sum(_found(made, s) for s in rows), sum(_turned(made, s) for s in rows))


def _found(made: Archive, slip: Slip) -> bool:
    return bool(slip.meant) and slip.meant in "".join(made.found(slip.typed)[:1])


def _turned(made: Archive, slip: Slip) -> bool:
    """Is something else looked for, or offered, than what was meant?"""
    results = made.ask(slip.typed)
    forms = [one.form for term in results.terms for one in term.expansions if one.slip]
    forms += [results.suggested] if results.suggested else []
    return any(slip.meant.casefold() not in form.casefold() if slip.meant else True for form in forms)
