"""Which passage went where? Compares the last revision of a document with its new one, unit by unit.

Pure: values in, values out, and the same every time. Compared are letters and digits (see
`archive.alignment.letters`). A unit survives if 80 % of its letters stand in order in the new revision; a letter of
the new revision continues one old letter at most; what is not certain by its letters must be confirmed by its
neighbours; and what stays a tie is called ambiguous. It never points to other text: an honest loss is the better
answer.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from archive.alignment.assignment import Assigner
from archive.alignment.candidates import FLOOR, SPECIFIC, Evidence, RevisionText
from archive.alignment.letters import SharedRun, Stream, fold_letters, weigh, weigh_runs
from archive.model import PassageKind

CRUMB = 16  # weight from which a part is one: less is what any two texts on a subject share
HINTS = 3  # units named at most that say nearly the same as one that is gone


class Status(StrEnum):
    """What became of a unit."""

    SAME = "same"  # letter for letter, though perhaps moved, wrapped or of another kind
    REVISED = "revised"
    SPLIT = "split"
    MERGED = "merged"
    AMBIGUOUS = "ambiguous"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class AlignedUnit:
    """A passage as it is compared. `id` is "" for units of the new revision."""

    kind: PassageKind
    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What of an old unit's text stands where in the text of new unit `to`. Spans are (start, end) offsets."""

    old: tuple[int, int]
    to: int
    new: tuple[int, int]
    letters: int


@dataclass(frozen=True, slots=True)
class Continuation:
    """What became of one old unit.

    `to` indexes the new units: one for same, revised and merged; several in reading order for split; the candidates
    for ambiguous; none for gone. `score` is the share of its letters that stand there in order, of the best candidate
    for ambiguous. `parts` has one entry for each entry of `to`. `runs` are the letters themselves: `old` counts the
    folded letters of the unit, `new` those of the whole new revision. `similar` are units of the new revision that say
    nearly the same as one that is gone, three at most: other texts, to be shown as a hint and never as the answer.
    """

    status: Status
    to: tuple[int, ...] = ()
    score: float = 0.0
    parts: tuple[Part, ...] = ()
    runs: tuple[SharedRun, ...] = ()
    similar: tuple[int, ...] = ()


GONE = Continuation(Status.GONE)


def align(old: Sequence[AlignedUnit], new: Sequence[AlignedUnit]) -> tuple[Continuation, ...]:
    """The fate of each old unit, in their order."""
    evidence = Evidence(_text(old), _text(new))
    assigner = Assigner(evidence)
    assigner.settle()
    shares = {o: _shares(evidence, o, runs) for o, runs in evidence.claims.runs.items()}
    owners: dict[int, int] = defaultdict(int)
    for share in shares.values():
        for n in share:
            owners[n] += 1
    everywhere = Stream(evidence.new.letters, evidence.new.starts)
    fates: list[Continuation] = []
    for o in range(len(old)):
        if o in shares:
            fates.append(replace(_fate(evidence, o, shares[o], owners), runs=tuple(evidence.claims.runs[o])))
        elif o in assigner.ties:
            tied = assigner.ties[o]
            candidates = sorted({evidence.new.unit_at(place.start) for place in tied})
            fates.append(Continuation(Status.AMBIGUOUS, tuple(candidates), max(place.score for place in tied)))
        else:
            similar = _similar(evidence.new, everywhere, evidence.old.units[o].text)
            fates.append(replace(GONE, similar=similar) if similar else GONE)
    return tuple(fates)


def inherit(
    old: Sequence[AlignedUnit], new: Sequence[AlignedUnit], fates: Sequence[Continuation]
) -> tuple[str | None, ...]:
    """The id that each new unit keeps; None where one must be minted. Each id is kept once at most.

    A unit that was split hands its id to the part with most of its letters, the first of equals: that is where most
    citations of it still find their words. Of units that were merged, the one with most letters there hands it on.
    An ambiguous unit hands nothing on: a wrong heir would be worse than a new id.
    """
    offers: dict[int, tuple[int, int]] = {}
    for o, fate in enumerate(fates):
        if not fate.parts:
            continue
        largest = max(fate.parts, key=lambda part: (part.letters, -part.to))
        best = offers.get(largest.to)
        if best is None or largest.letters > best[0]:
            offers[largest.to] = largest.letters, o
    return tuple(old[offers[n][1]].id or None if n in offers else None for n in range(len(new)))


def _text(units: Sequence[AlignedUnit]) -> RevisionText:
    texts = [unit.text for unit in units]
    return RevisionText.of([fold_letters(text) for text in texts], texts, [unit.kind for unit in units])


def _similar(new: RevisionText, everywhere: Stream, text: str) -> tuple[int, ...]:
    """The units that say nearly the same, whoever they continue; the likest first."""
    found = everywhere.chains(text, FLOOR) if weigh(text) >= SPECIFIC else []
    return tuple(dict.fromkeys(new.unit_at(chain.start) for chain in found))[:HINTS]


def _shares(evidence: Evidence, o: int, runs: Sequence[SharedRun]) -> dict[int, list[SharedRun]]:
    """The stretches by new unit, cut at its ends; crumbs at a seam left out."""
    shares: dict[int, list[SharedRun]] = defaultdict(list)
    for run in evidence.new.cut(sorted(runs, key=lambda run: run.old)):
        shares[evidence.new.unit_at(run.new)].append(run)
    text = evidence.old.units[o].text
    weights = {n: weigh_runs(text, part) for n, part in shares.items()}
    most = max(weights.values())
    return {
        n: shares[n]
        for n in sorted(shares)
        if weights[n] == most or weights[n] >= CRUMB or _continues(evidence, n, shares)
    }


def _continues(evidence: Evidence, n: int, shares: Mapping[int, Sequence[SharedRun]]) -> bool:
    """Whether a small part is one none the less: all of a unit, or read on from the unit before or into the next."""
    low, high = min(run.new for run in shares[n]), max(run.new + run.size for run in shares[n])
    start, end = evidence.new.starts[n], evidence.new.starts[n + 1]
    if (low, high) == (start, end):
        return True
    before, after = shares.get(n - 1, ()), shares.get(n + 1, ())
    return (low == start and any(run.new + run.size == start for run in before)) or (
        high == end and any(run.new == end for run in after)
    )


def _fate(evidence: Evidence, o: int, shares: dict[int, list[SharedRun]], owners: dict[int, int]) -> Continuation:
    parts = tuple(_part(evidence, o, n, runs) for n, runs in shares.items())
    score = sum(part.letters for part in parts) / len(evidence.old.units[o].text)
    to = tuple(shares)
    if len(to) > 1:
        return Continuation(Status.SPLIT, to, score, parts)
    if owners[to[0]] > 1:
        return Continuation(Status.MERGED, to, score, parts)
    changes = evidence.differences(o, shares[to[0]], evidence.new.starts[to[0]], evidence.new.starts[to[0] + 1])
    status = Status.SAME if all(change.mark for change in changes) else Status.REVISED
    return Continuation(status, to, score, parts)


def _part(evidence: Evidence, o: int, n: int, runs: Sequence[SharedRun]) -> Part:
    first, last = runs[0], runs[-1]
    start = evidence.new.starts[n]
    low, high = min(run.new for run in runs), max(run.new + run.size for run in runs)
    return Part(
        evidence.old.units[o].back(first.old, last.old + last.size),
        n,
        evidence.new.units[n].back(low - start, high - start),
        sum(run.size for run in runs),
    )
