"""Which paragraphs are notes in a list of their own? Numbered ones under a heading that says so (각주, Notes)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.markup import LINE_ENDS, Element, ElementRole, shifted

NOTE_HEADS = re.compile(
    r"(?:각주|미주|주석|후주|주|참고\s?주|End\s?notes?|Foot\s?notes?|Notes?)\s*[:：]?", re.IGNORECASE
)
NOTE_START = re.compile(r"(?:주\s?)?[(\[]?(\d{1,3})[)\].]\s*|(\d{1,3})\s+(?=\S)")


def listed_notes(elements: Sequence[Element], count: int) -> tuple[list[Element], list[Element]]:
    """Notes in a list of their own under a heading (각주, Notes), apart from the body."""
    body: list[Element] = []
    notes: list[Element] = []
    under = False
    for element in elements:
        if element.role is ElementRole.HEADING:
            under = NOTE_HEADS.fullmatch(LINE_ENDS.sub(" ", element.text).strip()) is not None
        label, length = _listed_label(element) if under else ("", 0)
        if label:
            note = without_head(element, length)
            key = f"note {count + len(notes)}"
            notes.append(replace(note, role=ElementRole.NOTE, marker=None, level=None, key=key, label=label))
            continue
        body.append(element)
    return body, notes


def _listed_label(element: Element) -> tuple[str, int]:
    """The label of a note in a list, and how many letters of its text are the mark; ("", 0) where it is none."""
    if element.role is ElementRole.ITEM:
        label = (element.marker or "").strip("()[].")
        return (label, 0) if label.isdecimal() else ("", 0)
    found = NOTE_START.match(element.text) if element.role is ElementRole.PARAGRAPH else None
    return (found[1] or found[2], found.end()) if found else ("", 0)


def without_head(element: Element, length: int) -> Element:
    """An element without the first letters of its text."""
    lost = len(LINE_ENDS.findall(element.text, 0, length))
    marks = shifted(element.marks, -length)
    return replace(element, text=element.text[length:], marks=marks, pages=element.pages[lost:])
