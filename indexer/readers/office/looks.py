"""Which paragraph is the title, and which are headings, where no style says so? What their letters show.

A file that says itself what a heading is, by its outline or its styles, is believed. Many do not: a report typed in
one style prints its headings larger, in bold, in a box, with a number. Only short paragraphs that end no sentence are
taken for headings, and only where the file names none; a title is taken only where it stands out from everything.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.lines import bullet, date_line, ends_sentence, number
from indexer.markup import Element, ElementRole, shifted
from indexer.structure import levels

LONGEST = 70  # letters of a heading
LONGEST_OUTLINE = 120  # of a paragraph of the outline that is still a heading
HEAD = 25  # elements of a document's head, in which its title and its authors stand
LARGER, LARGEST = 1.12, 1.3  # times the letters of the body: a heading that is nothing else, a title
# What a press release prints largest, above its title. Source: releases of Korean ministries.
MASTHEADS = re.compile(r"(?:보도|참고|해명|설명|보도참고|보도설명|보도해명|언론보도설명)자료|NEWS|PRESSRELEASE|브리핑|목차|차례|순서|CONTENTS",
    re.IGNORECASE)  # fmt: skip
TOP_NUMBERS = frozenset(("part", "chapter", "section", "roman", "decimal", "dot", "letter"))


@dataclass(frozen=True, slots=True)
class Seen:
    """An element and how it looks. `boxed`: it stands alone in a box; `contents`: it is a line of a table of contents."""

    element: Element
    size: float = 0.0
    bold: bool = False
    contents: bool = False
    boxed: bool = False


def with_headings(seen: Sequence[Seen], title: str | None, authors: Sequence[str]) -> tuple[Element, ...]:
    """The elements, with the title, the headings and the byline known. `title` and `authors`: what the file claims."""
    body = _body_size(seen)
    told = [_outline(one) for one in seen]
    told = _titled(told, title, body)
    if not any(one.element.role is ElementRole.HEADING for one in told):
        told = list(_by_look(told, body))
    return tuple(one.element for one in _signed(told, authors))


def _body_size(seen: Sequence[Seen]) -> float:
    """The size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for one in seen:
        if one.element.role in (ElementRole.PARAGRAPH, ElementRole.ITEM):
            sizes[one.size] += len(one.element.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def _outline(one: Seen) -> Seen:
    """A paragraph of the outline as the heading, or the item, that it is: outlines also number whole sentences."""
    element = one.element
    if element.role is not ElementRole.HEADING:
        return one
    sign = element.marker or ""
    long = len(element.text) > LONGEST_OUTLINE or (len(element.text) > LONGEST and ends_sentence(element.text))
    if one.contents or (sign and bullet(f"{sign} x")) or (long and sign):
        role = ElementRole.ITEM if sign and not one.contents else ElementRole.PARAGRAPH
        level = element.level if role is ElementRole.ITEM else None
        return replace(one, element=replace(element, role=role, level=level))
    if long:
        return replace(one, element=replace(element, role=ElementRole.PARAGRAPH, level=None))
    return replace(one, element=_numbered(element))


def _numbered(element: Element) -> Element:
    """A heading with its number in its text, as printed."""
    if not element.marker:
        return element
    head = f"{element.marker} "
    return replace(element, text=head + element.text, marks=shifted(element.marks, len(head)), marker=None)


def _titled(seen: list[Seen], claimed: str | None, body: float) -> list[Seen]:
    """The elements with the title as one element, and what else is called a title a heading."""
    at = next((at for at, one in enumerate(seen) if one.element.role is ElementRole.TITLE), None)
    if at is None:
        at = _claimed(seen, claimed) if claimed else None
    if at is None:
        at = _largest(seen, body)
    if at is None:
        return seen
    end = at + 1
    while end < len(seen) and end < at + 3 and _goes_on(seen[at], seen[end]):
        end += 1
    text = "\n".join(one.element.text for one in seen[at:end])
    marks, start = seen[at].element.marks, len(seen[at].element.text) + 1
    for one in seen[at + 1 : end]:
        marks += shifted(one.element.marks, start)
        start += len(one.element.text) + 1
    whole = Element(ElementRole.TITLE, text, marks=marks)
    rest = [
        replace(one, element=replace(one.element, role=ElementRole.HEADING, level=1))
        if one.element.role is ElementRole.TITLE
        else one
        for one in seen[end:]
    ]
    return [*seen[:at], replace(seen[at], element=whole), *rest]


def _goes_on(first: Seen, next_: Seen) -> bool:
    """Whether a title goes on in the next paragraph: the same letters, and the same style."""
    same = next_.element.role is first.element.role and next_.size == first.size and next_.bold == first.bold
    return same and first.size > 0 and date_line(next_.element.text) is None and len(next_.element.text) <= LONGEST


def _claimed(seen: Sequence[Seen], claimed: str) -> int | None:
    """The paragraph in the head that prints what the file claims as its title."""
    letters = _letters(claimed)
    if len(letters) < 4:
        return None
    return next((at for at, one in enumerate(seen[:HEAD]) if _letters(one.element.text) == letters), None)


def _largest(seen: Sequence[Seen], body: float) -> int | None:
    """The paragraph in the head that is set largest of all, by far."""
    able = [at for at, one in enumerate(seen) if one.element.role in (ElementRole.PARAGRAPH, ElementRole.HEADING)]
    named = [at for at in able if not MASTHEADS.fullmatch(_letters(seen[at].element.text))]
    top = max((seen[at].size for at in named), default=0.0)
    if not body or top < body * LARGEST:
        return None
    at = next(at for at in named if seen[at].size == top)
    text = seen[at].element.text
    heading = next((at for at, one in enumerate(seen) if one.element.role is ElementRole.HEADING), len(seen))
    able_to = at < HEAD and at <= heading and len(text) <= LONGEST_OUTLINE and not seen[at].contents
    return at if able_to and date_line(text) is None and number(text) is None else None


def _by_look(seen: Sequence[Seen], body: float) -> Iterator[Seen]:
    """The elements with paragraphs that look like headings as such."""
    found = [at for at, one in enumerate(seen) if _looks_like_heading(one, body)]
    named = [_heading_text(seen[at].element) for at in found]
    level = dict(zip(found, levels(named), strict=True))
    for at, one in enumerate(seen):
        if at in level:
            heading = _numbered(replace(one.element, role=ElementRole.HEADING, level=level[at]))
            yield replace(one, element=heading)
        else:
            yield one


def _heading_text(element: Element) -> str:
    """The text by which a heading's level is known: "1 배경" of a bar is numbered as "1. 배경" is."""
    sign = (element.marker or "").rstrip(".")
    return f"{sign}. {element.text}" if sign else element.text


def _looks_like_heading(one: Seen, body: float) -> bool:
    element, text = one.element, one.element.text
    of_text = element.role is ElementRole.PARAGRAPH or (element.role is ElementRole.ITEM and one.boxed)
    if not of_text or one.contents or len(text) > LONGEST or "\n" in text or not any(map(str.isalpha, text)):
        return False
    if ends_sentence(text) or date_line(text) is not None or MASTHEADS.fullmatch(_letters(text)):
        return False
    larger = body > 0 and one.size >= body * LARGER
    if element.marker is not None:
        return bullet(f"{element.marker} x") is None  # a number in a cell of its own
    numbered = number(text)
    if numbered is not None and numbered.style in TOP_NUMBERS:
        return larger or one.bold or one.boxed
    return larger and (one.bold or one.boxed or one.size >= body * LARGEST)


def _signed(seen: Sequence[Seen], authors: Sequence[str]) -> Iterator[Seen]:
    """The elements with the line that names an author, as the file claims one, as the byline."""
    names = [letters for name in authors if len(letters := _letters(name)) > 1]
    for at, one in enumerate(seen):
        short = at < HEAD and one.element.role is ElementRole.PARAGRAPH and len(one.element.text) <= LONGEST
        if short and any(name in _letters(one.element.text) for name in names):
            yield replace(one, element=replace(one.element, role=ElementRole.BYLINE))
        else:
            yield one


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
