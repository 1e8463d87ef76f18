"""Where in a file does a passage stand? Gives each letter of a passage the origin it has in its file."""

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate

from tests.quality.chains.traced import NOWHERE, Letters, Traced, letters

SEED = 6  # letters that must agree before a stretch counts as found


@dataclass(frozen=True, slots=True)
class Source:
    """The letters of a file, and at which of them a line begins."""

    letters: Letters
    lines: frozenset[int]

    @classmethod
    def of(cls, traced: Traced) -> "Source":
        counts = [len(letters(line).text) for line in traced.split("\n")]
        return cls(letters(traced), frozenset((0, *accumulate(counts))))


@dataclass(slots=True)
class Locator:
    """Finds the passages of one file, one after the other: equal ones are found at different places."""

    source: Source
    taken: set[int] = field(default_factory=set)
    last: int = 0

    def origins(self, passage: str) -> tuple[int, ...]:
        """The origin of each letter of a passage, given as letters."""
        text, origins = self.source.letters
        starts = _everywhere(passage, text)
        if starts:
            start = min(
                starts, key=lambda at: (at in self.taken, not self._whole_lines(at, passage), at < self.last, at)
            )
            self.taken.add(start)
            self.last = start + len(passage)
            return origins[start : self.last]
        return tuple(origins[at] if at >= 0 else NOWHERE for at in _stretches(passage, text))

    def _whole_lines(self, at: int, passage: str) -> bool:
        return at in self.source.lines and at + len(passage) in self.source.lines


def _everywhere(what: str, text: str) -> list[int]:
    found, at = [], text.find(what) if what else -1
    while at >= 0:
        found.append(at)
        at = text.find(what, at + 1)
    return found


def _stretches(passage: str, text: str) -> list[int]:
    """For each letter of the passage its place in the text, -1 for none; stretches may stand in any order."""
    places = [-1] * len(passage)
    here, expected = 0, 0
    while here <= len(passage) - SEED:
        candidates = _everywhere(passage[here : here + SEED], text)
        if not candidates:
            here += 1
            continue
        lengths = {at: _common(passage, here, text, at) for at in candidates}
        best = max(candidates, key=lambda at: (lengths[at], -abs(at - expected)))
        after = candidates[min(bisect_left(candidates, expected), len(candidates) - 1)]
        if lengths[after] >= 0.8 * lengths[best] and abs(after - expected) < 40:
            best = after
        length = lengths[best]
        while here and best and places[here - 1] < 0 and passage[here - 1] == text[best - 1]:  # letters before the seed
            here, best, length = here - 1, best - 1, length + 1
        places[here : here + length] = range(best, best + length)
        here, expected = here + length, best + length
    if here < len(passage):
        _tail(passage, here, text, expected, places)
    return places


def _tail(passage: str, here: int, text: str, expected: int, places: list[int]) -> None:
    """The last few letters, fewer than a seed: they stand close behind what was found before."""
    rest = passage[here:]
    at = text.find(rest, expected, expected + len(rest) + SEED)
    if at >= 0:
        places[here:] = range(at, at + len(rest))


def _common(one: str, i: int, other: str, j: int) -> int:
    length = 0
    while i + length < len(one) and j + length < len(other) and one[i + length] == other[j + length]:
        length += 1
    return length
