"""What stands today of what was cited in any revision? Weighs every revision anew against the present.

A chain of events forgets: two passages that one extraction glued together and a later one parts again were, event by
event, one passage and then two. So each revision is compared with the present itself, and through all between only
letter by letter: what a letter became in the next revision, and that one in the one after. In this order:

1. where the cited words stand whole today, and once, that is the place, whatever happened in between;
2. where the present, compared with the revision that was cited, holds the passage, that is the place;
3. where too much has changed for that, its letters are followed through the revisions between.

Pure: values in, values out.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from archive.alignment.align import CRUMB, GONE, AlignedUnit, Continuation, Status, align
from archive.alignment.letters import SharedRun, fold_letters, joined, weigh, weigh_runs
from archive.model import Followed, PassageKind, Revision, Wording, said_since, wording_at

Units = Sequence[AlignedUnit]
LEAST = 0.2  # of a passage's letters must have come through all revisions to name what carries them
PART, FILLED = 0.3, 0.2  # of the text, or of a unit, must be there for the unit to be a part of what it became
LONE = 3  # letters; fewer ("8", a number that an extractor tore off) stand inside any text by chance
KNOWN = 40  # weight from which words that stand whole and once are known inside a longer passage: twenty syllables


def follow(past: Sequence[Revision], said: Mapping[str, Sequence[Wording]]) -> dict[tuple[str, int], Followed]:
    """Where the words of each passage are in the last revision of `past`, by its id and the revision they began in.

    `said` holds what the passages said, by id. Words that their passage still says are left out.
    """
    units = [[_unit(id_, said[id_], revision.number) for id_ in revision.ids] for revision in past]
    fates, now, last = succession(units), past[-1].ids, past[-1].number
    index = {revision.number: r for r, revision in enumerate(past)}
    found: dict[tuple[str, int], Followed] = {}
    for id_, wordings in said.items():
        for wording in wordings:
            fate = fates.get((index.get(wording.revision, -1), id_))
            if fate is None or (fate.status is Status.SAME and now[fate.to[0]] == id_):
                continue
            ids = tuple(now[n] for n in fate.to)
            changed = max(said_since(said[one], last) for one in ids) if ids else _ended(past, id_, wordings, wording)
            status = Status.SAME if fate.status is Status.REVISED else fate.status
            similar = tuple(now[n] for n in fate.similar) if not ids else ()
            found[id_, wording.revision] = Followed(status, ids, changed, similar)
    return found


def _unit(id_: str, said: Sequence[Wording], revision: int) -> AlignedUnit:
    wording = wording_at(said, revision)
    assert wording is not None
    return AlignedUnit(PassageKind(wording.kind), wording.text or "", id_)


def _ended(past: Sequence[Revision], id_: str, said: Sequence[Wording], words: Wording) -> int:
    """The revision in which a passage first did not say these words any more."""
    later = [revision for revision in past if revision.number > words.revision]
    stood = takewhile(lambda one: id_ in one.ids and said_since(said, one.number) <= words.revision, later)
    return later[min(len(list(stood)), len(later) - 1)].number


def succession(revisions: Sequence[Units]) -> dict[tuple[int, str], Continuation]:
    """What became of every unit whose words its passage does not say any more, by revision (an index) and id.

    `to` of a continuation indexes the units of the last revision.
    """
    here = _Present(revisions[-1])
    found: dict[tuple[int, str], Continuation] = {}
    followed: list[SharedRun] | None = None  # letters of the revision looked at, where they stand in the present
    for r in range(len(revisions) - 2, -1, -1):
        units, following = revisions[r], {unit.id: _words(unit) for unit in revisions[r + 1]}
        letters = [fold_letters(unit.text).text for unit in units]
        step = align(units, revisions[r + 1])
        direct = step if followed is None else None
        followed = _composed(_absolute(letters, step), followed)
        stays = {unit.id for unit, text in zip(units, letters, strict=True) if following.get(unit.id) == text}
        found |= {(r, id_): found[r + 1, id_] for id_ in stays if (r + 1, id_) in found}
        if len(stays) == len(units):
            continue
        direct = direct or align(units, revisions[-1])
        chained = _chained(letters, followed, here)
        for o, unit in enumerate(units):
            if unit.id not in stays:
                tied = step[o].status is Status.AMBIGUOUS
                found[r, unit.id] = here.answer(letters[o], tied, direct[o], chained[o])
    return found


def _words(unit: AlignedUnit) -> str:
    return fold_letters(unit.text).text


class _Present:
    """The last revision: its units' letters, and which units say the same."""

    def __init__(self, units: Units) -> None:
        self.letters = [_words(unit) for unit in units]
        self.starts = [0]
        for text in self.letters:
            self.starts.append(self.starts[-1] + len(text))
        self.row = "".join(self.letters)
        self.saying: dict[str, list[int]] = defaultdict(list)
        for n, text in enumerate(self.letters):
            self.saying[text].append(n)

    def unit_at(self, position: int) -> int:
        """The unit that this letter belongs to."""
        return bisect_left(self.starts, position + 1) - 1

    def answer(self, text: str, tied: bool, direct: Continuation, chained: Continuation) -> Continuation:
        """The one answer, of what speaks for each. `tied`: it could not be told from its copies when it ended."""
        whole = self.saying.get(text, [])
        if whole:
            return self._whole(text, whole, () if tied else (direct, chained))
        if len(text) < LONE:
            return GONE
        return self._without_mentions(text, self._best(text, direct, chained))

    def _best(self, text: str, direct: Continuation, chained: Continuation) -> Continuation:
        """Where words are that stand nowhere whole as a unit."""
        if direct.status not in (Status.GONE, Status.AMBIGUOUS):
            return self._surer(direct, chained)
        inside = self._inside(text)
        if inside is not None:
            return inside
        return chained if chained.to else direct

    def _without_mentions(self, text: str, found: Continuation) -> Continuation:
        """What holds but little of the text, and of which it is but little, does not carry it on: it is similar."""
        if found.status not in (Status.SPLIT, Status.REVISED, Status.MERGED) or not found.runs:
            return found
        held: dict[int, int] = defaultdict(int)
        for run in found.runs:
            for n in range(self.unit_at(run.new), self.unit_at(run.new + run.size - 1) + 1):
                low, high = max(run.new, self.starts[n]), min(run.new + run.size, self.starts[n + 1])
                held[n] += high - low
        kept = [n for n in found.to if held[n] >= PART * len(text) or held[n] >= FILLED * len(self.letters[n])]
        if not kept:
            return replace(GONE, similar=found.to)
        alone = found.status is Status.SPLIT and len(kept) == 1
        return replace(found, to=tuple(kept), status=Status.REVISED if alone else found.status)

    def _whole(self, text: str, whole: Sequence[int], named: Sequence[Continuation]) -> Continuation:
        """Where the words stand whole: the one place, or the one of several that its neighbours name."""
        for known in named:
            if len(known.to) == 1 and known.to[0] in whole:
                whole = known.to
                break
        status = Status.SAME if len(whole) == 1 else Status.AMBIGUOUS
        runs = (SharedRun(0, self.starts[whole[0]], len(text)),) if len(whole) == 1 else ()
        return Continuation(status, tuple(whole), 1.0, runs=runs)

    def _inside(self, text: str) -> Continuation | None:
        """Where words that say enough stand whole and once, though inside other units or across them."""
        at = self.row.find(text)
        if weigh(text) < KNOWN or at < 0 or self.row.find(text, at + 1) >= 0:
            return None
        to = tuple(range(self.unit_at(at), self.unit_at(at + len(text) - 1) + 1))
        status = Status.MERGED if len(to) == 1 else Status.SPLIT
        return Continuation(status, to, 1.0, runs=(SharedRun(0, at, len(text)),))

    def _surer(self, direct: Continuation, chained: Continuation) -> Continuation:
        """Of two places: the one followed through all revisions, if hardly less of it stands there."""
        apart = chained.to and not set(chained.to) & set(direct.to)
        return chained if apart and chained.score >= direct.score / 2 else direct


def _absolute(letters: Sequence[str], step: Sequence[Continuation]) -> list[SharedRun]:
    """Which letters of a revision are which of the next, by their places in the whole."""
    start, runs = 0, list[SharedRun]()
    for text, fate in zip(letters, step, strict=True):
        runs += [SharedRun(start + run.old, run.new, run.size) for run in fate.runs]
        start += len(text)
    return sorted(runs, key=lambda run: run.old)


def _composed(runs: Sequence[SharedRun], then: Sequence[SharedRun] | None) -> list[SharedRun]:
    """The letters of `runs` that `then` carries on, `runs` itself where nothing follows. Both by `old`."""
    if then is None:
        return list(runs)
    ends = [run.old + run.size for run in then]
    composed: list[SharedRun] = []
    for run in runs:
        for i in range(bisect_left(ends, run.new + 1), len(then)):
            low, high = max(run.new, then[i].old), min(run.new + run.size, ends[i])
            if low >= high:
                break
            composed.append(SharedRun(run.old + low - run.new, then[i].new + low - then[i].old, high - low))
    return composed


def _chained(letters: Sequence[str], followed: Sequence[SharedRun], here: _Present) -> list[Continuation]:
    """What became of each unit by its letters alone, followed through all revisions."""
    ends = [run.old + run.size for run in followed]
    places: list[dict[int, list[SharedRun]]] = []
    owners: dict[int, int] = defaultdict(int)
    start = 0
    for text in letters:
        parts: dict[int, list[SharedRun]] = defaultdict(list)
        for i in range(bisect_left(ends, start + 1), len(followed)):
            run = followed[i]
            if run.old >= start + len(text):
                break
            at, end = run.new, run.new + run.size
            while at < end:
                n = here.unit_at(at)
                stop = min(end, here.starts[n + 1])
                parts[n].append(SharedRun(run.old - start + at - run.new, at, stop - at))
                at = stop
        kept = {n: part for n, part in sorted(parts.items()) if weigh_runs(text, part) >= CRUMB}
        for n in kept:
            owners[n] += 1
        places.append(kept)
        start += len(text)
    return [_by_letters(text, kept, owners) for text, kept in zip(letters, places, strict=True)]


def _by_letters(text: str, parts: dict[int, list[SharedRun]], owners: dict[int, int]) -> Continuation:
    runs = joined(sorted((run for part in parts.values() for run in part), key=lambda run: run.old))
    score = sum(run.size for run in runs) / max(len(text), 1)
    if not parts or score < LEAST:
        return GONE
    alone = Status.MERGED if owners[next(iter(parts))] > 1 else Status.REVISED
    return Continuation(Status.SPLIT if len(parts) > 1 else alone, tuple(parts), score, runs=runs)
