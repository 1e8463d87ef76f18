"""Which paragraphs are headings, where no style says so? What their letters show.

A file that says itself what a heading is, by its outline or its styles, is believed. Many do not: a report typed in
one style prints its headings larger, in bold, in a box, with a number. Only short paragraphs that end no sentence are
taken for headings, and only where the file names none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.lines import bullet, date_line, ends_sentence, is_running_text, number
from indexer.markup import Element, ElementRole, shifted
from indexer.readers.office.contents import with_contents
from indexer.readers.office.covers import with_bylines
from indexer.readers.office.items import typed_bullet
from indexer.readers.office.seen import Seen, letters_of
from indexer.readers.office.signatures import with_date
from indexer.readers.office.titles import FORM, HEAD, LARGEST, LONGEST, MASTHEADS, NUMBERED, body_size, with_title
from indexer.structure import SECTION_HEADS, levels

LONGEST_OUTLINE = 120  # letters of a paragraph of the outline that is still a heading
LARGER = 1.05  # times the body: a heading in bold or a box
SHORT, RUNNING = 50, 80  # letters: of a heading that is but bold; of the text right below it
OFFICE = 20  # letters of the name of an office or its part
REACH = 40  # elements before it in which the text has begun
GOES_ON = re.compile(r"(?:고자|하여|하며|으며|하고|어서|므로)$")
TOP_NUMBERS = frozenset(("part", "chapter", "section", "roman", "decimal", "dot", "letter"))


def with_headings(seen: Sequence[Seen], title: str | None, authors: Sequence[str]) -> tuple[Seen, ...]:
    """What is seen, with the title, the headings and the byline known. `title` and `authors`: what the file claims."""
    body = body_size(seen)
    read = with_title([_outline(one) for one in with_contents(seen)], title, body)
    if not any(one.element.role is ElementRole.HEADING for one in read):
        read = list(_by_look(read, body))
    return with_date(with_bylines(list(_from_the_top(read)), authors))


def _outline(one: Seen) -> Seen:
    """A paragraph of the outline as the heading, or the item, that it is: outlines also number whole sentences."""
    element = one.element
    if element.role is not ElementRole.HEADING:
        return one
    sign = element.marker or ""
    long = len(element.text) > LONGEST_OUTLINE or (len(element.text) > LONGEST and ends_sentence(element.text))
    if one.contents or long or _is_bullet(sign):
        level = None if _is_bullet(sign) else element.level  # signs nest as they come, whatever the outline says
        return replace(one, element=replace(element, role=ElementRole.PARAGRAPH, level=level))
    return replace(one, element=_numbered(element))


def _is_bullet(sign: str) -> bool:
    """Whether a mark before a paragraph is a sign and no number."""
    return bool(sign) and (bullet(f"{sign} x") is not None or not any(map(str.isalnum, sign)))


def _numbered(element: Element) -> Element:
    """A heading with its number in its text, as printed."""
    if not element.marker:
        return element
    head = f"{element.marker} "
    return replace(element, text=head + element.text, marks=shifted(element.marks, len(head)), marker=None)


def _from_the_top(seen: Sequence[Seen]) -> Iterator[Seen]:
    """The headings with the highest that there is at level 1."""
    above = min((one.element.level or 1 for one in seen if one.element.role is ElementRole.HEADING), default=1) - 1
    for one in seen:
        if above and one.element.role is ElementRole.HEADING:
            yield replace(one, element=replace(one.element, level=(one.element.level or 1) - above))
        else:
            yield one


def _by_look(seen: Sequence[Seen], body: float) -> Iterator[Seen]:
    """What is seen, with paragraphs that look like headings as such."""
    found = [
        at
        for at, one in enumerate(seen)
        if (_looks_like_heading(one, body) or _is_over_text(seen, at)) and not _dated(seen, at)
    ]
    level = dict(zip(found, levels([_heading_text(seen[at].element) for at in found]), strict=True))
    for at, one in enumerate(seen):
        if at in level:
            heading = _numbered(replace(one.element, role=ElementRole.HEADING, level=level[at]))
            yield replace(one, element=heading)
        else:
            yield one


def _heading_text(element: Element) -> str:
    """The text by which a heading's level is known: "1 배경" of a bar counts as "1. 배경", 1-2. as 1.2."""
    sign = (element.marker or "").rstrip(".")
    text = f"{sign}. {element.text}" if sign else element.text
    return NUMBERED.sub(lambda found: found[0].replace("-", "."), text, count=1)


def _looks_like_heading(one: Seen, body: float) -> bool:
    element, text = one.element, one.element.text
    if element.role is not ElementRole.PARAGRAPH or one.contents or len(text) > LONGEST or "\n" in text:
        return False
    if _no_heading(text) or _is_bullet(element.marker or ""):
        return False
    larger = body > 0 and one.size >= body * LARGER
    numbered = number(_heading_text(element))
    if element.marker is not None and one.boxed:
        return True  # a number in a cell of its own
    if numbered is not None:
        return numbered.style in TOP_NUMBERS and (larger or one.bold or one.boxed)
    return larger and (one.bold or one.boxed or one.size >= body * LARGEST)


def _is_over_text(seen: Sequence[Seen], at: int) -> bool:
    """Whether a short line in bold stands right above running text that is not; above the first, an author may."""
    one, below = seen[at], seen[at + 1] if at + 1 < len(seen) else None
    plain = one.element.role is ElementRole.PARAGRAPH and one.element.marker is None and not one.contents
    if below is None or not (plain and one.bold) or len(one.element.text) > SHORT or "\n" in one.element.text:
        return False
    begun = any(_runs(before) for before in seen[max(at - REACH, 0) : at]) or SECTION_HEADS.fullmatch(one.element.text)
    return bool(begun) and _runs(below) and not below.bold and not _no_heading(one.element.text)


def _runs(one: Seen) -> bool:
    """Whether this is running text."""
    element = one.element
    return element.role is ElementRole.PARAGRAPH and len(element.text) >= RUNNING and bullet(element.text) is None


def _no_heading(text: str) -> bool:
    """What is large or in bold as well: a sentence, a date, a bulleted line, where to sign, to whom it goes."""
    letters = letters_of(text)
    other = MASTHEADS.fullmatch(letters) or FORM.search(text) or typed_bullet(text) or date_line(text) is not None
    goes_on = ends_sentence(text) or is_running_text(text) or GOES_ON.search(text)
    return bool(other) or bool(goes_on) or sum(map(str.isalpha, letters)) < 2


def _dated(seen: Sequence[Seen], at: int) -> bool:
    """Beside a date, in the head and without a number, stands who issued it: an office, and its part below."""
    text = seen[at].element.text
    if at >= HEAD or seen[at].element.marker or number(text) is not None or SECTION_HEADS.fullmatch(text):
        return False
    near = [at - 1, at + 1]
    if at > 1 and len(text) <= OFFICE and _is_office(seen[at - 1]):
        near.append(at - 2)
    return any(date_line(seen[one].element.text) is not None for one in near if 0 <= one < len(seen))


def _is_office(one: Seen) -> bool:
    element = one.element
    return element.role is ElementRole.PARAGRAPH and element.marker is None and len(element.text) <= OFFICE
