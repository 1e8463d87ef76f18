"""Is this the place where a passage stands now? Finds its candidate places in the new text, and weighs the evidence.

Letters decide, neighbours confirm. The less a text says, the more its neighbours must: a paragraph is known wherever
it stands, a row that differs from its like by a month is not.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from archive.alignment.claims import Claims
from archive.alignment.distinctions import says_another, words_of
from archive.alignment.letters import MARK, RIM, SharedRun, Stream, common, grams, joined, weigh
from archive.text import MappedText

FLOOR = 0.8  # of a passage's letters must stand in order; below, it is gone
SPECIFIC = 16  # weight from which a text is looked for by itself: eight syllables. “1. 배경” needs its neighbours
LONG = 80  # weight from which a likeness of FLOOR is no accident wherever it stands: forty syllables
COMPACT = 1.25  # letters that a text may spread over, for each of its own, to be said to stand in one piece
SOLID = 0.55  # of a long text's letters must stand in stretches of a gram or more, else its likeness is a crumble
UNIQUE = 40  # weight of a text that is known anywhere if it stands letter for letter and but once in both revisions
NEARLY = 0.9  # of a text of that weight is enough with a neighbour
FILLED = 0.6  # of a new unit's letters: a short text that has fewer and neither end is but mentioned there
SLIP = 30  # weight that may hold one wrong letter in a short text out of its place
CROWD = 12  # units between two neighbours that are looked through for a short text that slipped
COPIES = 12  # of a text that are looked at: those nearest to where its neighbours went
NEIGHBOUR, EDGE, KIND = 0.05, 0.03, 0.01  # what context is worth, in shares of letters: it decides between like texts


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where the letters of an old unit may stand in the new text."""

    unit: int
    runs: tuple[SharedRun, ...]
    score: float  # share of the unit's letters that stand here in order
    solid: float
    edges: int  # how many of its ends are ends of new units: 0 to 2
    alike: bool  # of the kind it was

    @property
    def start(self) -> int:
        return self.runs[0].new

    @property
    def end(self) -> int:
        return self.runs[-1].new + self.runs[-1].size

    @property
    def matched(self) -> int:
        return sum(run.size for run in self.runs)

    def within(self, low: int, high: int) -> int:
        """Its letters in this stretch of the new text."""
        return sum(max(0, min(high, run.new + run.size) - max(low, run.new)) for run in self.runs)

    @property
    def compact(self) -> bool:
        """Whether little stands between its letters."""
        return self.end - self.start <= COMPACT * self.matched

    @property
    def exact(self) -> bool:
        return self.score == 1 and len(self.runs) == 1


@dataclass(frozen=True, slots=True)
class RevisionText:
    """The units of a revision as one row of letters. `starts` has one entry more than there are units."""

    units: tuple[MappedText, ...]
    printed: tuple[str, ...]
    kinds: tuple[str, ...]
    letters: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, units: Sequence[MappedText], printed: Sequence[str], kinds: Sequence[str]) -> "RevisionText":
        starts = tuple(accumulate((len(unit.text) for unit in units), initial=0))
        return cls(tuple(units), tuple(printed), tuple(kinds), "".join(unit.text for unit in units), starts)

    def unit_at(self, position: int) -> int:
        """The unit that this letter belongs to."""
        return bisect_right(self.starts, position) - 1

    def cut(self, runs: Iterable[SharedRun]) -> list[SharedRun]:
        """The stretches cut at the ends of units."""
        pieces: list[SharedRun] = []
        for run in runs:
            at, end = run.new, run.new + run.size
            while at < end:
                stop = min(end, self.starts[self.unit_at(at) + 1])
                pieces.append(SharedRun(run.old + at - run.new, at, stop - at))
                at = stop
        return pieces

    def is_mark(self, start: int, end: int) -> bool:
        """Whether these letters are digits set right behind a word or a sentence, or a label: numbers of notes."""
        unit = self.unit_at(start)
        if not 0 < end - start <= MARK or end > self.starts[unit + 1] or not self.letters[start:end].isdigit():
            return False
        letters, printed = self.units[unit], self.printed[unit]
        first, last = letters.back(start - self.starts[unit], end - self.starts[unit])
        before, after = printed[first - 1 : first], printed[last : last + 1]
        label = not before and after in tuple(").）．")
        return label or (not before.isspace() and before != "" and not before.isdigit() and not after.isdigit())


@dataclass(frozen=True, slots=True)
class LetterChange:
    """Letters that were, letters that are instead; `mark` where they are a note's number that one reader left in."""

    was: str
    now: str
    mark: bool

    @property
    def number(self) -> bool:
        """Whether it changes what is counted or dated."""
        return not self.mark and any(map(str.isdigit, self.was + self.now))


class Evidence:
    """The new text, the old one, and what is already known of who went where."""

    def __init__(self, old: RevisionText, new: RevisionText) -> None:
        self.old, self.new = old, new
        self.stream = Stream(new.letters, new.starts)
        self.claims = Claims(self.stream, len(old.units))
        self._borders = frozenset(new.starts)
        self._once: dict[int, bool] = {}
        self._old_grams: Counter[str] | None = None
        self._templates = Counter(_template(unit.text) for unit in old.units)
        self._new_templates = Counter(_template(unit.text) for unit in new.units)

    def place(self, unit: int, runs: Sequence[SharedRun], solid: int) -> Candidate:
        """A candidate, with what can be said of it once and for all."""
        runs = self._trimmed(runs)
        start, end = runs[0].new, runs[-1].new + runs[-1].size
        size = len(self.old.units[unit].text)
        return Candidate(
            unit,
            runs,
            sum(run.size for run in runs) / size,
            min(solid / size, 1.0),
            self._opens(start) + (end in self._borders),
            self.old.kinds[unit] == self.new.kinds[self.new.unit_at(start)],
        )

    def _trimmed(self, runs: Sequence[SharedRun]) -> tuple[SharedRun, ...]:
        """Without the letter or two at either end that are alike by chance in the next unit."""
        pieces = self.new.cut(runs)
        for end in (0, -1):
            n = self.new.unit_at(pieces[end].new)
            there = [piece for piece in pieces if self.new.unit_at(piece.new) == n]
            letters = sum(piece.size for piece in there)
            if len(there) < len(pieces) and letters < RIM and letters < len(self.new.units[n].text):
                pieces = [piece for piece in pieces if piece not in there]
                runs = joined(pieces)
        return tuple(runs)

    def _opens(self, start: int) -> bool:
        """Whether a unit begins here, or a few digits before: a label that one reader took off, the other did not."""
        before = self.new.letters[self.new.starts[self.new.unit_at(start)] : start]
        return not before or (len(before) <= MARK and before.isdigit())

    def places(self, unit: int) -> list[Candidate]:
        """Where the unit may stand in what is free: letter for letter, or FLOOR of it."""
        text = self.old.units[unit].text
        if not text:
            return []
        weight = weigh(text)
        copies = self.stream.exact(text)
        if len(copies) > COPIES:
            expected = self.claims.expected(unit, self.old.starts)
            copies = sorted(sorted(copies, key=lambda at: abs(at - expected))[:COPIES])
        exact = [self.place(unit, [SharedRun(0, at, len(text))], len(text)) for at in copies]
        if weight < SPECIFIC:
            exact = [place for place in exact if place.edges == 2 or self._adjoins(place)]
        found = list(exact)
        for chain in self.stream.chains(text, FLOOR) if weight >= SPECIFIC else ():
            if not any(place.start < chain.end and chain.start < place.end for place in exact):
                found.append(self.place(unit, chain.runs, chain.solid))
        return found or (self._slipped(unit) if weight < LONG else [])

    def _slipped(self, unit: int) -> list[Candidate]:
        """Units between its neighbours that are a short unit but for a letter or two, no gram in common."""
        text, found = self.old.units[unit].text, []
        for n in self._whole(*self.claims.between(unit)):
            there, start = self.new.units[n].text, self.new.starts[n]
            if FLOOR * len(text) <= len(there) <= len(text) / FLOOR:
                runs = [SharedRun(run.old, start + run.new, run.size) for run in common(text, there)]
                matched = sum(run.size for run in runs)
                if matched >= FLOOR * max(len(text), len(there)):
                    found.append(self.place(unit, runs, matched))
        return found

    def _whole(self, low: int, high: int) -> Iterator[int]:
        """The first new units that are whole and free in this stretch."""
        n = self.new.unit_at(low) if low < high else len(self.new.units)
        for unit in range(n, min(n + CROWD, len(self.new.units))):
            start, end = self.new.starts[unit], self.new.starts[unit + 1]
            if low <= start and end <= high and self.stream.is_free(start, end):
                yield unit

    def _adjoins(self, place: Candidate) -> bool:
        """Whether it touches what its own neighbours became, but for a label, in one unit with it."""
        before, after = self.claims.runs.get(place.unit - 1), self.claims.runs.get(place.unit + 1)
        low = max(run.new + run.size for run in before) if before else -1
        high = min(run.new for run in after) if after else -1
        return self._touch(low, place.start) or self._touch(place.end, high)

    def _touch(self, low: int, high: int) -> bool:
        between = self.new.letters[low:high]
        return 0 <= low <= high and (low == high or (high - low <= MARK and between.isdigit()))

    def context(self, place: Candidate) -> tuple[float, float]:
        """How well its neighbours on the left and right are the unit's: 1 is at once, 0 not at all."""
        return self.claims.left(place.unit, place.start), self.claims.right(place.unit, place.end)

    def value(self, place: Candidate) -> float:
        """What speaks for it, to compare with other claims on the same letters or of the same unit."""
        return place.score + NEIGHBOUR * sum(self.context(place)) + EDGE * place.edges + KIND * place.alike

    def trusted(self, place: Candidate) -> bool:
        """Whether what speaks for it is enough, were there no other."""
        left, right = self.context(place)
        placed = min(left, right) >= 0.5
        weight = weigh(self.old.units[place.unit].text)
        if place.exact:
            unique = self._unique(place.unit)
            if placed or (unique and weight >= UNIQUE) or (weight >= LONG and left + right >= 1):
                return True
            near = max(left, right) >= 0.5 or (weight >= SPECIFIC and left + right > 0)
            return place.edges == 2 and near and (unique or min(left, right) > 0)
        if not self._at_its_place(place, left, right) and self._says_another(place):
            return False
        if weight >= LONG:
            return placed or (place.solid >= SOLID and (left + right >= 1 or not self.has_twin(place.unit)))
        changes = list(self.changes(place))
        other_number = any(change.number for change in changes)
        if placed:
            filled = place.edges > 0 or place.matched >= FILLED * self._around(place)
            joined_in = left == right == 1 and place.matched >= NEARLY * (place.end - place.start)
            return (filled or joined_in) and not (other_number and self.in_family(place.unit))
        if other_number:
            return False
        if self.has_twin(place.unit):
            return False
        if weight >= UNIQUE and place.score >= NEARLY and left + right >= 0.5:
            return True
        slips = sum(max(len(change.was), len(change.now)) for change in changes if not change.mark)
        return (place.edges == 2 or weight >= 2 * SLIP) and slips * SLIP <= weight

    def _at_its_place(self, place: Candidate, left: float, right: float) -> bool:
        """Whether its neighbours say that it is the unit; of one among its like, the nearest on both sides must."""
        if self.in_family(place.unit):
            beside = {place.unit - 1, place.unit + 1} & set(range(len(self.old.units)))
            return left == right == 1 and beside <= self.claims.runs.keys()
        low, high = self.claims.between(place.unit)
        return max(left, right) == 1 or (min(left, right) >= 0.5 and low <= place.start < place.end <= high)

    def _says_another(self, place: Candidate) -> bool:
        """Whether it differs in the words that say which: nearly the same of another year, country, person."""
        old, first, last = self.old.units[place.unit], place.runs[0], place.runs[-1]
        ahead, behind = first.old, len(old.text) - last.old - last.size
        low = max(self.new.starts[self.new.unit_at(first.new)], first.new - 2 * ahead)
        high = min(self.new.starts[self.new.unit_at(place.end - 1) + 1], place.end + 2 * behind)
        runs = [SharedRun(run.old, run.new - low, run.size) for run in place.runs]
        words = words_of(old, self.old.printed[place.unit])
        return says_another(words, old.text, runs, self.new.letters[low:high])

    def _around(self, place: Candidate) -> int:
        """The letters of the new units that it touches."""
        first, last = self.new.unit_at(place.start), self.new.unit_at(place.end - 1)
        return self.new.starts[last + 1] - self.new.starts[first]

    def _unique(self, unit: int) -> bool:
        """Whether its letters stand once in either revision."""
        if unit not in self._once:
            text = self.old.units[unit].text
            self._once[unit] = self.old.letters.count(text) == self.new.letters.count(text) == 1
        return self._once[unit]

    def has_twin(self, unit: int) -> bool:
        """Whether more than half of it stands elsewhere in the old revision too: its letters alone tell little."""
        if self._old_grams is None:
            self._old_grams = Counter(gram for _, gram in grams(self.old.letters))
        own = Counter(gram for _, gram in grams(self.old.units[unit].text))
        twice = sum(count for gram, count in own.items() if self._old_grams[gram] > count)
        return twice > own.total() / 2

    def in_family(self, unit: int) -> bool:
        """Whether its like stand in the text, differing by numbers: there the number is the name."""
        template = _template(self.old.units[unit].text)
        return self._templates[template] > 1 or self._new_templates[template] > 1

    def changes(self, place: Candidate) -> Iterator[LetterChange]:
        """What differs: in its gaps, and in the little between it and the ends of its new unit."""
        first, last = self.new.unit_at(place.start), self.new.unit_at(place.end - 1)
        low, high = self.new.starts[first], self.new.starts[last + 1]
        low = low if place.start - low <= RIM else place.start
        high = high if high - place.end <= RIM else place.end
        return self.differences(place.unit, place.runs, low, high)

    def differences(self, unit: int, runs: Iterable[SharedRun], low: int, high: int) -> Iterator[LetterChange]:
        """What differs between an old unit and new letters low to high, given the stretches they share."""
        size = len(self.old.units[unit].text)
        start = self.old.starts[unit]
        was, now = 0, low
        for run in (*runs, SharedRun(size, high, 0)):
            if run.old > was or run.new > now:
                lost, come = (start + was, start + run.old), (now, run.new)
                gone, there = self.old.letters[slice(*lost)], self.new.letters[slice(*come)]
                mark = (not gone and self.new.is_mark(*come)) or (not there and self.old.is_mark(*lost))
                yield LetterChange(gone, there, mark)
            was, now = run.old + run.size, run.new + run.size


def _template(text: str) -> str:
    return re.sub(r"\d+", "0", text)
