"""Which of the candidate places is right? Settles the old units one by one, the surest first.

What is settled gives neighbours to what is not, so the rounds begin with what no rival comes near, and go on with
smaller margins; what is still alike in letters and neighbours at the end is a tie, and is said to be one.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from archive.alignment.candidates import FLOOR, LONG, NEIGHBOUR, SPECIFIC, Candidate, Evidence
from archive.alignment.claims import NOBODY
from archive.alignment.letters import SharedRun, weigh, weigh_runs
from archive.alignment.remnants import remnant

# By how much a place must beat its rivals, in shares of letters. The first is what two neighbours are worth together:
# they cannot turn it round. The last is less than half a neighbour, unless letters alone speak for it: one in 200.
MARGINS = (0.1, 0.04, 0.02)
LETTERS = 0.005
FULLER = 1.25  # a claim on so many more letters explains more of the new text: it stands back only by LEEWAY
LEEWAY, AS_GOOD = 0.15, 0.9
PART, FAR = 24, 36  # weight of a part that is believed beside the others, and of one that is believed anywhere
HEAD = 8  # letters at the beginning of a text by which it is looked for
NEAR = 3  # units between the parts of a split


class Assigner:
    """Settles the old units, from what is known of both revisions."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.open: dict[int, list[Candidate]] = {}
        self.ties: dict[int, tuple[Candidate, ...]] = {}

    def settle(self) -> None:
        """Every unit that can be found is claimed for; ties are named."""
        self._unique_texts()
        self._between()
        self.open = {o: self.evidence.places(o) for o in range(len(self.evidence.old.units)) if not self._settled(o)}
        self._rounds()
        while self._refreshed() or self._copies_in_order() or self._eliminated():
            self._look_again()
            self._rounds()
        self._scattered()
        self._refreshed()
        self._look_again()
        self._rounds()
        self._tie()
        self._remainders()
        self._shortened()

    def _settled(self, unit: int) -> bool:
        return unit in self.evidence.claims.runs

    def _unique_texts(self) -> None:
        """Texts that stand once in the old revision and once in the new are the same, wherever they stand."""
        old, new = self.evidence.old, self.evidence.new
        heads = {unit.text[:HEAD] for unit in old.units}
        before, after = _places_of(heads, old.letters), _places_of(heads, new.letters)
        for o, letters in enumerate(old.units):
            weight = weigh(letters.text)
            here, found = _standing(letters.text, old.letters, before), _standing(letters.text, new.letters, after)
            if weight < SPECIFIC or not len(here) == len(found) == 1:
                continue
            place = self.evidence.place(o, [SharedRun(0, found[0], len(letters.text))], len(letters.text))
            if place.edges == 2 or weight >= LONG:
                self._take(place)

    def _between(self) -> None:
        """Between two settled neighbours that are neighbours still, the same texts in the same order are the same."""
        old, new = self.evidence.old, self.evidence.new
        heads = {runs[0].new: o for o, runs in self.evidence.claims.runs.items()}
        fixed = [(-1, -1)]
        for n, start in enumerate(new.starts[:-1]):
            if start in heads and old.units[heads[start]].text == new.units[n].text:
                fixed.append((heads[start], n))
        fixed.append((len(old.units), len(new.units)))
        for (o, n), (next_o, next_n) in pairwise(fixed):
            size = next_o - o - 1
            if size == next_n - n - 1 and all(
                old.units[o + i].text == new.units[n + i].text for i in range(1, size + 1)
            ):
                for i in (i for i in range(1, size + 1) if old.units[o + i].text):
                    letters = len(old.units[o + i].text)
                    self._take(self.evidence.place(o + i, [SharedRun(0, new.starts[n + i], letters)], letters))

    def _take(self, place: Candidate) -> None:
        self.evidence.claims.take(place.unit, place.runs)

    def _rounds(self) -> None:
        level = 0
        while level < len(MARGINS):
            taken = [place for place in self._winners(MARGINS[level]) if self._won(place)]
            self._look_again()
            level = 0 if taken else level + 1

    def _won(self, place: Candidate) -> bool:
        """Takes the place, unless another has taken letters of it since."""
        if place.unit not in self.open or not self._is_free(place):
            return False
        self._take(place)
        del self.open[place.unit]
        return True

    def _is_free(self, place: Candidate) -> bool:
        return all(self.evidence.stream.is_free(run.new, run.new + run.size) for run in place.runs)

    def _look_again(self) -> None:
        """Places that lost letters are looked for anew."""
        for unit, places in self.open.items():
            if not all(map(self._is_free, places)):
                self.open[unit] = self.evidence.places(unit)

    def _winners(self, margin: float) -> list[Candidate]:
        """Trusted places that beat every rival by the margin, at most one for a unit."""
        values = {place: self.evidence.value(place) for places in self.open.values() for place in places}
        ranked = sorted(values, key=lambda place: -values[place])
        standing: dict[int, list[Candidate]] = defaultdict(list)
        for place in ranked:
            for n in self._units(place):
                standing[n].append(place)
        own: dict[int, list[Candidate]] = defaultdict(list)
        for place in ranked:
            own[place.unit].append(place)
        winners: dict[int, Candidate] = {}
        for place in ranked:  # rivals come the strongest first, so that most are settled by one
            rivals = chain(own[place.unit], *(standing[n] for n in self._units(place)))
            if (
                place.unit not in winners
                and all(_beats(place, rival, values, margin) for rival in rivals if _conflict(place, rival))
                and self.evidence.trusted(place)
            ):
                winners[place.unit] = place
        return [winners[unit] for unit in sorted(winners)]

    def _units(self, place: Candidate) -> range:
        """The new units that it touches."""
        return range(self.evidence.new.unit_at(place.start), self.evidence.new.unit_at(place.end - 1) + 1)

    def _copies_in_order(self) -> bool:
        """Copies, or near copies, that stand in one gap, as many as there were, stand in their order."""
        evidence, found = self.evidence, False
        groups: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for o in sorted(o for o, places in self.open.items() if places):
            groups[tuple(sorted({evidence.new.unit_at(place.start) for place in self.open[o]}))].append(o)
        for units in groups.values():
            places = [place for o in units for place in self.open[o]]
            gaps = {evidence.claims.gap(place.start, place.end) for place in places}
            spots = _spots(sorted(places, key=lambda place: (place.start, place.end)))
            paired = 2 <= len(units) == len(spots) and len(gaps) == 1
            if not paired or not all(map(evidence.trusted, places)):
                continue
            for unit, spot in zip(units, spots, strict=True):
                mine = [place for place in spot if place.unit == unit]
                found = (bool(mine) and self._won(max(mine, key=evidence.value))) or found
        return found

    def _eliminated(self) -> bool:
        """A text that says enough, one copy of it left over on either side, is the same without neighbours."""
        left = Counter(self.evidence.old.units[o].text for o in self.open)
        found = False
        for o in sorted(self.open):
            text, places = self.evidence.old.units[o].text, self.open[o]
            exact = [place for place in places if place.edges == 2 and place.exact]
            if left[text] == len(exact) == len(places) == 1 and weigh(text) >= SPECIFIC:
                found = self._won(exact[0]) or found
        return found

    def _refreshed(self) -> bool:
        """Short texts are looked for beside their neighbours, of which more are known now."""
        found = False
        for o in self.open:
            if not self.open[o] and weigh(self.evidence.old.units[o].text) < LONG:
                self.open[o] = self.evidence.places(o)
                found = found or bool(self.open[o])
        return found

    def _tie(self) -> None:
        """What is alike in letters and not told apart by neighbours is ambiguous, and no one's."""
        for o, places in self.open.items():
            values = sorted((self.evidence.value(place) for place in places), reverse=True)
            alike = [
                place
                for place in places
                if self.evidence.value(place) >= values[0] - NEIGHBOUR
                and (self.evidence.trusted(place) or (place.exact and place.edges == 2))
            ]
            if alike:
                self.ties[o] = tuple(alike)
        for places_ in self.ties.values():
            for place in places_:
                self.evidence.claims.take(NOBODY, place.runs)

    def _scattered(self) -> None:
        """A unit whose parts went apart: each part is believed for its length or for standing beside the others."""
        evidence = self.evidence
        for o in sorted(o for o, places in self.open.items() if not places):
            text = evidence.old.units[o].text
            if weigh(text) < 2 * PART:
                continue
            parts: list[tuple[SharedRun, ...]] = []
            for found in evidence.stream.chains(text, PART / 2 / len(text)):
                runs = _without(found.runs, [run for part in parts for run in part])
                if weigh_runs(text, runs) >= PART and self._near(runs, parts, text):
                    parts.append(runs)
            runs = tuple(sorted((run for part in parts for run in part), key=lambda run: run.old))
            if sum(run.size for run in runs) >= FLOOR * len(text):
                evidence.claims.take(o, runs)
                del self.open[o]

    def _near(self, runs: Sequence[SharedRun], parts: Sequence[Sequence[SharedRun]], text: str) -> bool:
        if not parts or weigh_runs(text, runs) >= FAR:
            return True
        unit_at = self.evidence.new.unit_at
        return abs(unit_at(runs[0].new) - unit_at(parts[0][0].new)) <= NEAR

    def _shortened(self) -> None:
        """Of what is not found yet a part may be left."""
        for o in sorted(o for o in self.open if o not in self.ties):
            if runs := remnant(self.evidence, o):
                self.evidence.claims.take(o, runs)

    def _remainders(self) -> None:
        """A stretch that a settled unit lost, and that stands whole and free near by, went there."""
        evidence = self.evidence
        for o in sorted(evidence.claims.runs):
            text = evidence.old.units[o].text
            runs = sorted(evidence.claims.runs[o], key=lambda run: run.old)
            size = sum(run.size for run in runs)
            if size == len(text):
                continue
            for start, end in _missing(runs, len(text)):
                if weigh(text[start:end]) < PART:
                    continue
                for found in evidence.stream.chains(text[start:end], FLOOR):
                    moved = [SharedRun(run.old + start, run.new, run.size) for run in found.runs]
                    if self._near(moved, [runs], text):
                        evidence.claims.take(o, moved)
                        break


def _places_of(heads: Container[str], row: str) -> Mapping[str, Sequence[int]]:
    """Where the beginnings of texts stand in a row of letters."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(len(row)):
        if (head := row[at : at + HEAD]) in heads:
            places[head].append(at)
    return places


def _standing(text: str, row: str, heads: Mapping[str, Sequence[int]]) -> list[int]:
    """Where the text stands letter for letter, given the places of its beginning."""
    return [at for at in heads.get(text[:HEAD], ()) if row.startswith(text, at)]


def _conflict(place: Candidate, rival: Candidate) -> bool:
    """Whether both cannot be: they are one unit's, or stand on more than half of the same letters."""
    if rival.unit == place.unit:
        return rival is not place
    shared = min(place.end, rival.end) - max(place.start, rival.start)
    return 2 * shared > min(place.end - place.start, rival.end - rival.start)


def _explains_more(place: Candidate, other: Candidate) -> bool:
    """Whether it holds many more letters, in one piece, and hardly fewer of those that both want."""
    low, high = max(place.start, other.start), min(place.end, other.end)
    fuller = place.compact and place.matched >= FULLER * other.matched
    return fuller and place.within(low, high) >= AS_GOOD * other.within(low, high)


def _beats(place: Candidate, rival: Candidate, values: Mapping[Candidate, float], margin: float) -> bool:
    """Whether it leaves the rival behind: by the margin, or by explaining much more of the new text."""
    lead = values[place] - values[rival]
    if rival.unit != place.unit:
        if _explains_more(place, rival):
            return lead > -LEEWAY
        if _explains_more(rival, place):
            return lead >= LEEWAY
    return lead >= margin or (margin == MARGINS[-1] and min(lead, place.score - rival.score) >= LETTERS)


def _spots(places: Sequence[Candidate]) -> list[list[Candidate]]:
    """Places, in their order, that stand on the same letters put together."""
    spots: list[list[Candidate]] = []
    for place in places:
        if spots and 2 * (spots[-1][0].end - place.start) > place.end - place.start:
            spots[-1].append(place)
        else:
            spots.append([place])
    return spots


def _missing(runs: Sequence[SharedRun], size: int) -> Iterator[tuple[int, int]]:
    at = 0
    for run in (*runs, SharedRun(size, 0, 0)):
        if run.old > at:
            yield at, run.old
        at = max(at, run.old + run.size)


def _without(runs: Iterable[SharedRun], taken: Sequence[SharedRun]) -> tuple[SharedRun, ...]:
    """The stretches whose old letters are not accounted for yet."""
    return tuple(run for run in runs if not any(run.old < t.old + t.size and t.old < run.old + run.size for t in taken))
