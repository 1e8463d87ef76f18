"""Which note does a raised mark call? The one of its label on its page, or on the next where notes are moved on.

Where no note stands near, one at the end of the document that alone has this label. Two marks of one label on a page
that has one note of it call it both only if they are signs; else the first does. A wrong note is worse than none.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from indexer.markup import LINE_ENDS, SCRIPT_FIGURES, Element, ElementRole, MarkupReference
from indexer.notes import LabelPosition, bind

# Behind these a raised figure that calls no printed note is no mark: km², CO₂, 10³, x².
EXPONENT = re.compile(r"(?:(?<![A-Za-z])(?:[kcmd]?m|ft|CO)|(?<![^\W\d_])[A-Za-zα-ωΑ-Ω]|\d|\))$")
RAISED = str.maketrans(SCRIPT_FIGURES["sup"])


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark or a note: its label and its page."""

    label: str
    page: int


def bind_by_page(marks: Sequence[PlacedMark], notes: Sequence[PlacedMark]) -> tuple[int | None, ...]:
    """For each mark the position of the note it calls, None where it can't be told. Both in reading order."""
    at_foot = _is_footnotes(marks, notes)
    if not at_foot:
        return bind(
            [LabelPosition(mark.label, n) for n, mark in enumerate(marks)],
            [LabelPosition(note.label, len(marks) + n) for n, note in enumerate(notes)],
            together=True,
        )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for reach in (0, 1):
        by_place: dict[tuple[str, int], list[int]] = defaultdict(list)
        for n, note in enumerate(notes):
            if n not in taken:
                by_place[note.label, note.page - reach].append(n)
        calls = Counter((mark.label, mark.page) for i, mark in enumerate(marks) if i not in found)
        for i, mark in enumerate(marks):
            near = by_place.get((mark.label, mark.page), ())
            if i not in found and len(near) == 1 and calls[mark.label, mark.page] == 1:
                found[i] = near[0]
                taken.add(near[0])
    return tuple(found.get(i) for i in range(len(marks)))


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


def bound(body: Sequence[Element], notes: Sequence[Element]) -> list[Element]:
    """The body with its marks bound, and the notes."""
    places = [PlacedMark(note.label or "", note.pages[0]) for note in notes]
    marks = [PlacedMark(mark.label, _page(element, mark)) for element in body for mark in _marks(element)]
    called = iter(bind_by_page(marks, places))
    bound = [_with_notes(element, notes, called) for element in body]
    return [*bound, *notes]


def _with_notes(element: Element, notes: Sequence[Element], called: Iterator[int | None]) -> Element:
    """An element whose marks know their notes; a raised figure that calls none and may be an exponent is text again."""
    text, grown = element.text, 0
    kept: list[MarkupReference] = []
    for mark in _marks(element):
        note, at = next(called), mark.offset + grown
        if note is None and EXPONENT.search(text[:at]) and mark.printed.isdecimal():
            text = text[:at] + mark.printed.translate(RAISED) + text[at:]
            grown += len(mark.printed)
        else:
            kept.append(replace(mark, offset=at, key=notes[note].key if note is not None else None))
    return element if element.role is ElementRole.TABLE else replace(element, text=text, marks=tuple(kept))


def _marks(element: Element) -> tuple[MarkupReference, ...]:
    return () if element.role is ElementRole.TABLE else element.marks


def _page(element: Element, mark: MarkupReference) -> int:
    return element.pages[min(len(LINE_ENDS.findall(element.text, 0, mark.offset)), len(element.pages) - 1)]
