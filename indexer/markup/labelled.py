"""Which note does a mark of Markdown call? Marks by the label of their notes, or by the place in the text they lead to.

A label that two notes bear leads to the one that the places tell. What a mark leads to is a note where that place
stands at the head of a line below it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from indexer.markup.cuts import TEXT, notes_of
from indexer.markup.elements import Element, ElementRole, MarkupReference
from indexer.notes import LabelPosition, bind

Places = Mapping[str, int]  # of each id that stands in the text: its printed line


def open_unplaced(elements: Sequence[Element], places: Places) -> tuple[Element, ...]:
    """The elements with every mark open that leads to no place below it."""

    def key(mark: MarkupReference, line: int) -> str | None:
        placed = mark.key is None or mark.key[0] != "#" or places.get(mark.key[1:], 0) > line
        return mark.key if placed else None

    return tuple(_led(element, lambda mark, line: key(mark, line)) for element in elements)


def with_placed_notes(elements: Sequence[Element], places: Places) -> Iterator[Element]:
    """The elements with the lines that marks lead to as notes."""
    calls = {
        mark.key: mark.label for element in elements for _, mark in _marks(element) if mark.key and mark.key[0] == "#"
    }
    called = {places[key[1:]]: (key, label) for key, label in calls.items() if key[1:] in places}
    for element in elements:
        count = element.text.count("\n") + 1 if element.role in TEXT else 0
        starts = [(at, *called[line]) for at in range(count) if (line := element.line(at)) in called]
        yield from notes_of(element, starts) if starts else (element,)


def bind_labels(elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements with the marks of a label that two notes bear led to the one that their places tell."""
    notes = [one for one in elements if one.role is ElementRole.NOTE and (one.key or "").split(" ")[0] == one.label]
    if len({note.label for note in notes}) == len(notes):
        return tuple(elements)
    marks = [
        LabelPosition(mark.label, line, named=True)
        for element in elements
        for line, mark in _marks(element)
        if mark.key == mark.label
    ]
    together = all(element.role is ElementRole.NOTE for element in elements[elements.index(notes[0]) :])
    bound = bind(marks, [LabelPosition(note.label or "", note.line(0)) for note in notes], together)
    keys = iter(None if n is None else notes[n].key for n in bound)
    return tuple(
        _led(element, lambda mark, _: next(keys) if mark.key == mark.label else mark.key) for element in elements
    )


def _marks(element: Element) -> Iterator[tuple[int, MarkupReference]]:
    """The marks of an element by the printed line they stand in."""
    for mark in element.marks:
        yield element.line(element.text.count("\n", 0, mark.offset)), mark
    for row, cells in enumerate(element.rows):
        yield from ((element.line(row), mark) for cell in cells for mark in cell.marks)


def _led(element: Element, key: Callable[[MarkupReference, int], str | None]) -> Element:
    """An element with the key of each of its marks looked up by the mark and its printed line, in their order."""
    keys = iter([key(mark, line) for line, mark in _marks(element)])

    def led(marks: tuple[MarkupReference, ...]) -> tuple[MarkupReference, ...]:
        return tuple(replace(mark, key=next(keys)) for mark in marks)

    marks = led(element.marks)
    rows = tuple(tuple(replace(cell, marks=led(cell.marks)) for cell in row) for row in element.rows)
    return replace(element, marks=marks, rows=rows)
