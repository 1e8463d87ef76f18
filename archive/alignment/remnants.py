"""What is left of a passage of which a part was deleted? Finds the rest that stands word for word where it stood.

Looked for last, in letters that nothing else claims. A rest must be all that its new unit says, so that a text written
anew around some of the old words is not one; and it must stand between its neighbours, or be long enough to be known.
"""

from collections.abc import Sequence

from archive.alignment.candidates import LONG, UNIQUE, Evidence
from archive.alignment.letters import SharedRun, common, weigh, weigh_runs

LEAST = 0.3  # of a passage's letters must be left
SHORT_LEAST = 0.5  # of a short one's, be it the old text or the new that is longer
WORDS = 12  # weight of a stretch that counts: three or four words in a row
STRAY = 2  # letters of the new unit that may be of no stretch: a particle, a full stop read as a letter


def remnant(evidence: Evidence, unit: int) -> tuple[SharedRun, ...]:
    """The stretches of an old unit that are left of it, none where nothing is."""
    text = evidence.old.units[unit].text
    for chain in evidence.stream.chains(text, LEAST):
        runs = [run for run in chain.runs if weigh(text[run.old : run.old + run.size]) >= WORDS]
        if sum(run.size for run in runs) < LEAST * len(text) or not _is_all(evidence, runs):
            continue
        left, right = evidence.context(evidence.place(unit, runs, chain.solid))
        placed = min(left, right) >= 0.5 and bool(evidence.claims.runs)
        if placed or (left + right > 0 and _is_known(evidence, unit, runs)):
            return tuple(runs)
    return _between_neighbours(evidence, unit)


def _is_known(evidence: Evidence, unit: int, runs: Sequence[SharedRun]) -> bool:
    """Whether the stretches say enough to be known elsewhere: much, or one that stands once in either revision."""
    weight, first = weigh_runs(evidence.old.units[unit].text, runs), runs[0]
    words = evidence.new.letters[first.new : first.new + first.size]
    once = len(runs) == evidence.old.letters.count(words) == evidence.new.letters.count(words) == 1
    return (once and weight >= UNIQUE) or (weight >= LONG and not evidence.has_twin(unit))


def _is_all(evidence: Evidence, runs: Sequence[SharedRun]) -> bool:
    """Whether the new units that hold the stretches say nothing else that is not another's."""
    new = evidence.new
    first, last = new.unit_at(runs[0].new), new.unit_at(runs[-1].new + runs[-1].size - 1)
    own = {at for run in runs for at in range(run.new, run.new + run.size)}
    free = range(new.starts[first], new.starts[last + 1])
    stray = [at for at in free if at not in own and evidence.stream.free[at]]
    return len(stray) <= STRAY and not any(new.letters[at].isdigit() for at in stray)


def _between_neighbours(evidence: Evidence, unit: int) -> tuple[SharedRun, ...]:
    """A short text, a heading or a row, in the one new unit between what its own two neighbours became: letters only
    came or only went."""
    text, runs = evidence.old.units[unit].text, evidence.claims.runs
    before, after = runs.get(unit - 1), runs.get(unit + 1)
    if not before or not after or not text:
        return ()
    n = evidence.new.unit_at(max(run.new for run in before)) + 1
    if n != evidence.new.unit_at(min(run.new for run in after)) - 1:
        return ()
    there, start = evidence.new.units[n].text, evidence.new.starts[n]
    shared = common(text, there)
    kept = sum(run.size for run in shared)
    if kept < min(len(text), len(there)) or kept < SHORT_LEAST * max(len(text), len(there)) or len(shared) > 2:
        return ()
    if any(char.isdigit() for char in _others(text, there, shared)) and evidence.in_family(unit):
        return ()
    if not evidence.stream.is_free(start, start + len(there)):
        return ()
    return tuple(SharedRun(run.old, start + run.new, run.size) for run in shared)


def _others(text: str, there: str, shared: Sequence[SharedRun]) -> str:
    """The letters that came or went."""
    old = {i for run in shared for i in range(run.old, run.old + run.size)}
    new = {i for run in shared for i in range(run.new, run.new + run.size)}
    gone = [char for i, char in enumerate(text) if i not in old]
    return "".join(gone + [char for i, char in enumerate(there) if i not in new])
