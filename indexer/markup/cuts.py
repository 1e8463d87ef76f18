"""How is an element cut into its text and the notes that stand in its last lines?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.markup.elements import Element, ElementRole
from indexer.markup.notesigns import REST

TEXT = (ElementRole.PARAGRAPH, ElementRole.ITEM)  # what may hold notes


def notes_of(element: Element, starts: Sequence[tuple[int, str, str]]) -> Iterator[Element]:
    """An element cut into the text before its notes, and these; a mark within a note stays in its text.

    `starts`: of each note the line of the element that it begins with, its key and its label.
    """
    lines = element.text.split("\n")
    if before := "\n".join(lines[: starts[0][0]]):
        kept = tuple(mark for mark in element.marks if mark.offset <= len(before))
        yield _cut(replace(element, text=before, marks=kept), element, 0, starts[0][0])
    lines = _with_marks_printed(element).split("\n")
    ends = [*(line for line, _, _ in starts[1:]), len(lines)]
    for (line, key, label), end in zip(starts, ends, strict=True):
        text = REST.sub("", "\n".join(lines[line:end]))
        yield _cut(Element(ElementRole.NOTE, text, key=key, label=label), element, line, end)


def _cut(part: Element, of: Element, start: int, end: int) -> Element:
    """A part of an element with the printed lines of the lines it takes."""
    if of.lines is None:
        return part
    numbers = tuple(of.line(count) for count in range(start, end))
    return replace(part, lines=(numbers[0], numbers[-1]), numbers=numbers)


def _with_marks_printed(element: Element) -> str:
    text, end = "", 0
    for mark in element.marks:
        text += element.text[end : mark.offset] + mark.printed
        end = mark.offset
    return text + element.text[end:]
