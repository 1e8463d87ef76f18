"""Which paragraphs are items of a list, and how deep? Those that the file numbers, and those with a mark typed before.

A mark that was typed is taken out of the text, as it is of a web page; how deep it stands is known by the order in
which marks nest. What the file itself numbers says its level.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from unicodedata import category

from indexer.lines import ItemDepths, bullet, number
from indexer.markup import Element, ElementRole, MarkupReference, shifted
from indexer.readers.office.looks import Seen

# Enumerations that begin an item, where their paragraph is no heading.
ITEMS = frozenset(("dot", "syllable", "paren", "syllable paren", "brackets", "circled"))


def with_items(seen: Iterable[Seen]) -> Iterator[Element]:
    """The elements seen, with paragraphs that have a mark before them as items."""
    depths = ItemDepths()
    for one in seen:
        element = one.element
        if element.role in (ElementRole.HEADING, ElementRole.TITLE):
            depths.heading()
        if element.role is ElementRole.PARAGRAPH:
            yield _item(element, depths) if not one.contents else replace(element, level=None, marker=None)
        else:
            yield element


def _sign(text: str) -> str | None:
    """A drawn sign that stands alone before a text: ❚ ❶ ․, of which there are too many for a list."""
    alone = len(text) > 2 and text[1] == " " and (category(text[0]) in ("So", "No") or text[0] in "‣・․")
    return text[0] if alone else None


def _item(element: Element, depths: ItemDepths) -> Element:
    if element.marker is not None:
        return replace(element, role=ElementRole.ITEM, level=element.level or depths.of(element.marker))
    sign = bullet(element.text) or _sign(element.text)
    found = None if sign else number(element.text)
    if sign is not None:
        marker, length, style = sign, len(sign), sign
    elif found is not None and found.style in ITEMS:
        marker, length, style = found.printed, found.length, found.style
    else:
        return replace(element, level=None)
    words = element.text[length:].lstrip()
    marks = shifted(element.marks, len(words) - len(element.text))
    return replace(element, role=ElementRole.ITEM, text=words, marks=marks, marker=marker, level=depths.of(style))


def split_at_bullets(
    text: str, marks: tuple[MarkupReference, ...]
) -> Iterator[tuple[str, tuple[MarkupReference, ...]]]:
    """A text cut before each of its lines that begins with a bullet; each mark goes with the letters before it."""
    starts = [0, *(found.end() for found in re.finditer("\n", text) if bullet(text[found.end() :]))]
    for start, end in zip(starts, [*starts[1:], len(text) + 1], strict=True):
        within = tuple(mark for mark in marks if start <= mark.offset < end)
        yield text[start:end].rstrip("\n"), shifted(within, -start)
