"""Which printed note does a mark call? Binds marks to notes by where both stand, not by their labels alone.

Numbers start anew in a section, on a page, in a table. So a mark calls the first note of its label below it; where two
marks claim one note, or one mark could mean two, the mark stays open: a wrong note is worse than none.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelPosition:
    """A mark or a note: its label, and where it stands. `at` grows through the document (a printed line, a node)."""

    label: str
    at: int
    named: bool = False  # a mark that may be set again for the same note: Markdown's [^1], a word
    scope: str = ""  # marks call only notes of their scope: a series of its own beside others, a table


def bind(
    marks: Sequence[LabelPosition], notes: Sequence[LabelPosition], together: bool = False
) -> tuple[int | None, ...]:
    """For each mark the position of the note it calls, None where none is printed or it can't be told which.

    Both in the order of the document. `together`: all notes stand in one place, section by section, behind the text.
    """
    bound: dict[int, int] = {}
    for scope in {mark.scope for mark in marks}:
        called = [i for i, mark in enumerate(marks) if mark.scope == scope]
        printed = [n for n, note in enumerate(notes) if note.scope == scope]
        found = _within([marks[i] for i in called], [notes[n] for n in printed], together)
        bound |= {called[i]: printed[n] for i, n in found.items()}
    return tuple(bound.get(i) for i in range(len(marks)))


def _within(marks: Sequence[LabelPosition], notes: Sequence[LabelPosition], together: bool) -> dict[int, int]:
    """The positions of marks of one scope, each with that of its note."""
    found = _section_by_section(marks, notes) if together else None
    if found is None:
        found = _nearest(marks, notes)
        _keep_one_series(found, marks, notes)
    return found


def _section_by_section(marks: Sequence[LabelPosition], notes: Sequence[LabelPosition]) -> dict[int, int] | None:
    """Each series of marks with its series of notes, where there are as many of both and of the same labels."""
    called, printed = _series(marks), _series(notes)
    if len({*printed}) < 2 or len({*called}) != len({*printed}):
        return None
    position = {(series, note.label): n for n, (series, note) in enumerate(zip(printed, notes, strict=True))}
    keys = [(series, mark.label) for series, mark in zip(called, marks, strict=True)]
    return {i: position[key] for i, key in enumerate(keys)} if {*keys} == position.keys() else None


def _series(places: Sequence[LabelPosition]) -> list[int]:
    """For each place how often a label of those since the last new start had come again by then."""
    found: list[int] = []
    seen: set[str] = set()
    for place in places:
        if anew := place.label in seen:
            seen = set()
        seen.add(place.label)
        found.append((found[-1] if found else 0) + anew)
    return found


def _nearest(marks: Sequence[LabelPosition], notes: Sequence[LabelPosition]) -> dict[int, int]:
    """Each mark with the first note of its label below it, where no other could be meant."""
    called, printed = _by_label(marks), _by_label(notes)
    ats = sorted(mark.at for mark in marks)
    found: dict[int, int] = {}
    for label, calls in called.items():
        prints = sorted(printed.get(label, ()), key=lambda n: notes[n].at)
        if len(prints) == 1 and (len(calls) == 1 or all(marks[i].named for i in calls)):
            found |= dict.fromkeys(calls, prints[0])
            continue
        below = [notes[n].at for n in prints]
        claims: dict[int, list[int]] = defaultdict(list)
        for i in calls:
            claims[bisect_left(below, marks[i].at)].append(i)
        claims.pop(len(prints), None)  # below the last note of the label stands none that they could mean
        for slot, claimants in claims.items():
            alone = len(claimants) == 1 or all(marks[i].named for i in claimants)
            # Two notes of one label with no mark between them stand in a list: either may be meant.
            between = [bisect_right(ats, at) for at in below[slot : slot + 2]]
            if alone and between[0] < (between[1] if len(between) == 2 else len(ats) + 1):
                found |= dict.fromkeys(claimants, prints[slot])
    return found


def _by_label(places: Sequence[LabelPosition]) -> dict[str, list[int]]:
    positions: dict[str, list[int]] = defaultdict(list)
    for i, place in enumerate(places):
        positions[place.label].append(i)
    return positions


def _keep_one_series(found: dict[int, int], marks: Sequence[LabelPosition], notes: Sequence[LabelPosition]) -> None:
    """Drops what leads from one series of marks into another series of notes than most of its marks lead."""
    called, printed = _series(marks), _series(notes)
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for i, n in found.items():
        votes[called[i]][printed[n]] += 1
    for i, n in list(found.items()):
        most = votes[called[i]]
        if most[printed[n]] * 2 <= most.total():
            del found[i]
