"""Which paragraphs are items of a list, and how deep? Those that the file numbers, and those with a mark typed before.

A mark that was typed is taken out of the text, as it is of a web page; how deep it stands is known by the order in
which marks nest. What the file itself numbers says its level.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from unicodedata import category, name

from indexer.lines import ItemDepths, bullet, number
from indexer.markup import Element, ElementRole, MarkupReference, shifted
from indexer.readers.office.seen import Seen

# Enumerations that begin an item, where their paragraph is no heading.
ITEMS = frozenset(("dot", "syllable", "paren", "syllable paren", "brackets", "circled"))
_DASHES = "-–—―"
# Without a space only before a bracket in which a title stands: ㅇ「나루법」 제3조; 「-」 alone is none.
_CLOSE = re.compile(r"[ㅇ○◦〇◯❍o-](?=[「『｢《〈].)")


def with_items(seen: Iterable[Seen]) -> Iterator[Element]:
    """The elements seen, with paragraphs that have a mark before them as items."""
    depths = ItemDepths()
    for one in seen:
        element = one.element
        if element.role in (ElementRole.HEADING, ElementRole.TITLE):
            depths.heading()
        if one.listed and element.role is ElementRole.PARAGRAPH:
            yield _whole(element)
        elif element.role is ElementRole.PARAGRAPH:
            yield _item(element, depths) if not one.contents else replace(element, level=None, marker=None)
        else:
            yield element


def _whole(element: Element) -> Element:
    """A line of the contents with its number in its text, kept as a running head is."""
    text = f"{element.marker} {element.text}" if element.marker else element.text
    marks = shifted(element.marks, len(text) - len(element.text))
    return replace(element, role=ElementRole.PAGE_HEAD, text=text, marks=marks, level=None, marker=None)


@dataclass(frozen=True, slots=True)
class TypedMark:
    """A mark before a text: `length` letters of it; marks of one `style` stand equally deep."""

    printed: str
    length: int
    style: str


def _typed(text: str) -> TypedMark | None:
    """The mark with which a text begins; none where its sign closes the text as well: - a subtitle -."""
    sign = typed_bullet(text)
    if sign is not None:
        return None if sign in _DASHES and text.rstrip().endswith(f" {sign}") else TypedMark(sign, len(sign), sign)
    found = number(text)
    if found is not None:
        return TypedMark(found.printed, found.length, found.style) if found.style in ITEMS else None
    return TypedMark(text[0], 1, _family(text[0])) if _is_drawn(text) else None


def typed_bullet(text: str) -> str | None:
    """The bullet with which a text begins."""
    close = _CLOSE.match(text)
    return close[0] if close else bullet(text)


def _is_drawn(text: str) -> bool:
    """Whether a drawn sign stands alone before a text: ❚ ❶ ․, of which there are too many for a list."""
    return len(text) > 2 and text[1] == " " and (category(text[0]) in ("So", "No") or text[0] in "‣・․")


def _family(sign: str) -> str:
    """What all figures drawn alike share: ❶ and ❷ are of one list, ❚ is itself."""
    return re.split(r" (?:DIGIT|NUMBER) ", name(sign, sign))[0] if category(sign) == "No" else sign


def _item(element: Element, depths: ItemDepths) -> Element:
    if element.marker is not None:
        return replace(element, role=ElementRole.ITEM, level=element.level or depths.of(element.marker))
    mark = _typed(element.text)
    if mark is None:
        return replace(element, level=None)
    words = element.text[mark.length :].lstrip()
    marks = shifted(element.marks, len(words) - len(element.text))
    depth = depths.of(mark.style)
    return replace(element, role=ElementRole.ITEM, text=words, marks=marks, marker=mark.printed, level=depth)


def split_at_bullets(
    text: str, marks: tuple[MarkupReference, ...]
) -> Iterator[tuple[str, tuple[MarkupReference, ...]]]:
    """A text cut before each of its lines that begins with a bullet; each mark goes with the letters before it."""
    starts = [0, *(found.end() for found in re.finditer("\n", text) if typed_bullet(text[found.end() :]))]
    for start, end in zip(starts, [*starts[1:], len(text) + 1], strict=True):
        within = tuple(mark for mark in marks if start <= mark.offset < end)
        yield text[start:end].rstrip("\n"), shifted(within, -start)
