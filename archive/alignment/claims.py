"""To whom does each letter of the new text belong? Keeps the claims, and judges a place by its neighbours.

A letter of the new revision continues one letter of the old one at most. So a passage that was taken out finds nothing
where a similar one stays: the letters there are claimed by the one they come from.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence

from archive.alignment.letters import RIM, SharedRun, Stream

BOUND = -1  # owner of the ends of the text
NOBODY = -2  # owner of letters that two passages claim alike
NEAR = 3  # neighbours asked on each side: some may have moved away, others in
FAR_BOUND = 0.4  # what an end of the text is worth as a neighbour to a unit that did not stand at it
BRIDGE = 12  # letters between two stretches of a claim that go with them


class Claims:
    """Who owns which stretch of the new text, and where each old unit's neighbours went."""

    def __init__(self, stream: Stream, units: int) -> None:
        self._stream = stream
        self._units = units
        self._taken: list[tuple[int, int, int]] = []  # start, end, owner; by start
        self._settled: list[int] = []  # old units that own something
        self.runs: dict[int, list[SharedRun]] = {}

    def take(self, owner: int, runs: Sequence[SharedRun]) -> None:
        """Gives the owner its stretches, and the little between them."""
        bridged: list[tuple[int, int]] = []
        for run in sorted(runs, key=lambda run: run.new):
            if bridged and run.new - bridged[-1][1] <= BRIDGE and self._stream.is_free(bridged[-1][1], run.new):
                bridged[-1] = bridged[-1][0], run.new + run.size
            else:
                bridged.append((run.new, run.new + run.size))
        for start, end in bridged:
            self._stream.take(start, end)
            insort(self._taken, (start, end, owner))
        if owner >= 0:
            if owner not in self.runs:
                insort(self._settled, owner)
            self.runs.setdefault(owner, []).extend(runs)

    def left(self, unit: int, position: int) -> float:
        """How well what stands before the position is what stood before the unit: 1 is at once, 0 not at all."""
        at = bisect_left(self._taken, (position, 0, 0)) - 1
        before = bisect_left(self._settled, unit) - 1
        bound = 1.0 if not unit and position <= RIM else FAR_BOUND
        return _agreement(self._owners(at, -1, unit), self._neighbours(before, -1), bound)

    def right(self, unit: int, position: int) -> float:
        """The same of what stands after a place that ends at the position."""
        at = bisect_left(self._taken, (position, 0, 0))
        after = bisect_right(self._settled, unit)
        at_end = unit == self._units - 1 and len(self._stream.text) - position <= RIM
        bound = 1.0 if at_end else FAR_BOUND
        return _agreement(self._owners(at, 1, unit), self._neighbours(after, 1), bound)

    def gap(self, start: int, end: int) -> tuple[int, int]:
        """The free stretch around these free letters: what bounds it is claimed."""
        at = bisect_left(self._taken, (start, 0, 0))
        low = self._taken[at - 1][1] if at else 0
        after = bisect_left(self._taken, (end, 0, 0))
        high = self._taken[after][0] if after < len(self._taken) else len(self._stream.text)
        return low, high

    def between(self, unit: int) -> tuple[int, int]:
        """The new letters between what its nearest settled neighbours became; none where these changed places."""
        at = bisect_left(self._settled, unit)
        before = self.runs[self._settled[at - 1]] if at else ()
        after = self.runs[self._settled[at]] if at < len(self._settled) else ()
        low = max((run.new + run.size for run in before), default=0)
        high = min((run.new for run in after), default=len(self._stream.text))
        return (low, high) if low < high else (0, 0)

    def expected(self, unit: int, starts: Sequence[int]) -> int:
        """Where the unit would begin, had nothing come or gone since its nearest settled neighbour before."""
        at = bisect_left(self._settled, unit)
        if not at:
            return starts[unit]
        last = max(self.runs[self._settled[at - 1]], key=lambda run: run.new)
        return last.new - last.old + starts[unit] - starts[self._settled[at - 1]]

    def _owners(self, at: int, step: int, unit: int) -> list[int]:
        owners: list[int] = []
        while len(owners) < NEAR:
            if not 0 <= at < len(self._taken):
                owners.append(BOUND)
                break
            owner = self._taken[at][2]
            if owner not in (unit, NOBODY) and owner not in owners:
                owners.append(owner)
            at += step
        return owners

    def _neighbours(self, at: int, step: int) -> list[int]:
        found: list[int] = []
        while len(found) < NEAR:
            if not 0 <= at < len(self._settled):
                found.append(BOUND)
                break
            found.append(self._settled[at])
            at += step
        return found


def _agreement(here: Sequence[int], there: Sequence[int], bound: float) -> float:
    """The nearest neighbour that both lists name; each one passed over on the way costs."""
    return max(
        (
            (bound if owner == BOUND else 1.0) / (1 + i + there.index(owner))
            for i, owner in enumerate(here)
            if owner in there
        ),
        default=0.0,
    )
