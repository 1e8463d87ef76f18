"""Which note does a raised mark call? The one of its label on its page, or on the next where notes are moved on.

Where no note stands near, one of a list behind the text that alone has this label. Two marks of one label on a page
that has one note of it stay open, unless one of them may be a power (x²): then the other calls it. A sign (*) calls
notes of its own page alone, and may stand there several times. A wrong note is worse than none.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.notes import LabelPosition, bind

SURE, MAYBE_POWER, IN_TABLE = 0, 1, 2  # how likely a raised figure is a mark: the likelier are bound first


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark: its label, its page, and how likely it is one."""

    label: str
    page: int
    doubt: int = SURE


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note: its label, or those of several marks that share it, and its page."""

    labels: frozenset[str]
    page: int


def bind_by_page(
    marks: Sequence[PlacedMark], notes: Sequence[PlacedNote], listed: Sequence[PlacedNote] = ()
) -> tuple[int | None, ...]:
    """For each mark the position of the note it calls, None where it can't be told. All in reading order; the `listed`,
    which stand behind the text, count on from the others."""
    found = _by_page(marks, notes)
    left = [i for i in range(len(marks)) if i not in found]
    far = _at_end([marks[i] for i in left], listed)
    found |= {left[i]: len(notes) + note for i, note in far.items()}
    return tuple(found.get(i) for i in range(len(marks)))


def _at_end(marks: Sequence[PlacedMark], notes: Sequence[PlacedNote]) -> dict[int, int]:
    """Marks with notes that stand behind the text; what may be a power calls none that a mark calls."""
    sure = {mark.label for mark in marks if mark.doubt == SURE}
    asking = [
        i
        for i, mark in enumerate(marks)
        if mark.label.isalnum() and (mark.doubt == SURE or (mark.doubt == MAYBE_POWER and mark.label not in sure))
    ]
    printed = [(label, n) for n, note in enumerate(notes) for label in sorted(note.labels)]
    bound = bind(
        [LabelPosition(marks[i].label, n) for n, i in enumerate(asking)],
        [LabelPosition(label, len(marks) + n) for n, (label, _) in enumerate(printed)],
        together=True,
    )
    return {i: printed[note][1] for i, note in zip(asking, bound, strict=True) if note is not None}


def _by_page(marks: Sequence[PlacedMark], notes: Sequence[PlacedNote]) -> dict[int, int]:
    """Marks with the notes at the foot of their page or, where there is room for them, of the next."""
    found: dict[int, int] = {}
    for doubt in (SURE, MAYBE_POWER, IN_TABLE):
        _bind_page(marks, notes, range(len(notes)), found, 0, doubt)
        if doubt < IN_TABLE:
            own = [n for i, n in found.items() if marks[i].page == notes[n].page]
            first = {notes[n].page: n for n in sorted(own, reverse=True)}  # that its own page calls
            moved = [n for n, note in enumerate(notes) if n < first.get(note.page, len(notes))]
            _bind_page(marks, notes, moved, found, 1, doubt)
    return found


def _bind_page(
    marks: Sequence[PlacedMark],
    notes: Sequence[PlacedNote],
    offered: Sequence[int],
    found: dict[int, int],
    reach: int,
    doubt: int,
) -> None:
    """Adds to `found` the marks that call the only free note of their label so many pages on, of those `offered`. One
    mark calls it; a sign may stand several times in the text of a page."""
    taken = {(marks[i].label, note) for i, note in found.items()}
    by_place: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, note in ((n, notes[n]) for n in offered):
        for label in note.labels:
            if (label, n) not in taken and (label.isdecimal() or not reach):
                by_place[label, note.page - reach].append(n)
    asking = [i for i, mark in enumerate(marks) if i not in found and mark.doubt == doubt]
    calls = Counter((marks[i].label, marks[i].page) for i in asking)
    for i in asking:
        label, page = marks[i].label, marks[i].page
        near = by_place.get((label, page), ())
        if len(near) == 1 and (calls[label, page] == 1 or not (label.isdecimal() or doubt)):
            found[i] = near[0]
