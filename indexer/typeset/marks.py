"""Which note does a raised mark call? The one of its label on its page, or on the next where notes are moved on.

Where no note stands near, one at the end of the document that alone has this label. Two marks of one label on a page
that has one note of it stay open, unless one of them may be a power (x²): then the other calls it. A sign (*) calls
notes of its own page alone. A wrong note is worse than none.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.notes import LabelPosition, bind

SURE, MAYBE_POWER, IN_TABLE = 0, 1, 2  # how likely a raised figure is a mark: the likelier are bound first


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark or a note: its label and its page, and of a mark how likely it is one."""

    label: str
    page: int
    doubt: int = SURE


def bind_by_page(marks: Sequence[PlacedMark], notes: Sequence[PlacedMark]) -> tuple[int | None, ...]:
    """For each mark the position of the note it calls, None where it can't be told. Both in reading order."""
    sure = [mark for mark in marks if mark.doubt == SURE]
    found = _by_page(marks, notes) if _is_footnotes(sure or marks, notes) else _at_end(marks, notes)
    return tuple(_near_sign(mark, found.get(i), notes) for i, mark in enumerate(marks))


def _at_end(marks: Sequence[PlacedMark], notes: Sequence[PlacedMark]) -> dict[int, int]:
    """Marks with notes that stand behind the text; what may be a power calls none that a mark calls."""
    sure = {mark.label for mark in marks if mark.doubt == SURE}
    asking = [
        i
        for i, mark in enumerate(marks)
        if mark.doubt == SURE or (mark.doubt == MAYBE_POWER and mark.label not in sure)
    ]
    bound = bind(
        [LabelPosition(marks[i].label, n) for n, i in enumerate(asking)],
        [LabelPosition(note.label, len(marks) + n) for n, note in enumerate(notes)],
        together=True,
    )
    return {i: note for i, note in zip(asking, bound, strict=True) if note is not None}


def _by_page(marks: Sequence[PlacedMark], notes: Sequence[PlacedMark]) -> dict[int, int]:
    """Marks with the notes at the foot of their page or, where there is room for them, of the next."""
    found: dict[int, int] = {}
    for doubt in (SURE, MAYBE_POWER, IN_TABLE):
        for reach in (0, 1) if doubt < IN_TABLE else (0,):
            _bind_page(marks, notes, found, reach, doubt)
    return found


def _bind_page(
    marks: Sequence[PlacedMark], notes: Sequence[PlacedMark], found: dict[int, int], reach: int, doubt: int
) -> None:
    """Adds to `found` the marks that call the only free note of their label so many pages on, and alone do so."""
    taken = set(found.values())
    by_place: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, note in enumerate(notes):
        if n not in taken:
            by_place[note.label, note.page - reach].append(n)
    asking = [i for i, mark in enumerate(marks) if i not in found and mark.doubt == doubt]
    calls = Counter((marks[i].label, marks[i].page) for i in asking)
    for i in asking:
        place = marks[i].label, marks[i].page
        near = by_place.get(place, ())
        if len(near) == 1 and calls[place] == 1:
            found[i] = near[0]


def _near_sign(mark: PlacedMark, note: int | None, notes: Sequence[PlacedMark]) -> int | None:
    """The note; none for a sign whose note stands on another page."""
    return note if note is None or mark.label.isdecimal() or notes[note].page == mark.page else None


def _is_footnotes(marks: Sequence[PlacedMark], notes: Sequence[PlacedMark]) -> bool:
    """Whether notes stand at the foot of the pages that call them, rather than at the end."""
    pages: Mapping[str, set[int]] = _by_label(notes)
    near = sum(bool(pages.get(mark.label, set()) & {mark.page, mark.page + 1}) for mark in marks)
    far = sum(bool(pages.get(mark.label)) for mark in marks) - near
    return near >= far


def _by_label(notes: Sequence[PlacedMark]) -> dict[str, set[int]]:
    pages: dict[str, set[int]] = defaultdict(set)
    for note in notes:
        pages[note.label].add(note.page)
    return pages
