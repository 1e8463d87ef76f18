"""When was this document given, and by whom? A date alone on its line of the cover, or above the office that signs.

A cover prints its date among short lines, before any text; a notice prints it below its first words, right above the
name of the office that gives it. A date anywhere else is of something else. Who signs is no heading, however large.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.lines import date_line, ends_sentence
from indexer.markup import ElementRole
from indexer.readers.office.contents import is_contents_heading
from indexer.readers.office.seen import Seen, letters_of

COVER = 25  # elements of a cover at most
SHORT = 80  # letters of a line of a cover
FORM_CELLS = 16  # of a table on a cover: who is in charge, for whom it was made
NOTICE = 40  # elements within which a notice is signed
SIGNERS = 3  # offices that sign together
OFFICE_LENGTH = 30  # letters
# How the names of those end who sign for an office. Source: notices of Korean ministries, offices and institutes.
OFFICE = re.compile(r".+(?:장|장관|군수|지사|교육감|총재|대표이사|계약관)(?:직무대행|직인생략)?")


def with_date(seen: Sequence[Seen]) -> tuple[Seen, ...]:
    """What is seen, with the line that dates the document known, and who signs below such a line as no heading."""
    at = next(_on_cover(seen), None)
    signed = [found for found in range(min(NOTICE, len(seen))) if _is_date(seen[found]) and _offices(seen, found)]
    dating = at if at is not None else next(iter(signed), None)
    found = list(seen)
    for place in [place for found_at in signed for place in _offices(seen, found_at)]:
        found[place] = _in_role(found[place], ElementRole.PARAGRAPH)
    if dating is not None:
        found[dating] = _in_role(found[dating], ElementRole.DATE)
    return tuple(found)


def _in_role(one: Seen, role: ElementRole) -> Seen:
    return replace(one, element=replace(one.element, role=role, level=None))


def _on_cover(seen: Sequence[Seen]) -> Iterator[int]:
    """The dates among the short lines before any text, on a page that has a title."""
    title = next((at for at, one in enumerate(seen[:COVER]) if one.element.role is ElementRole.TITLE), None)
    for at, one in enumerate(seen[:COVER] if title is not None else ()):
        if _is_date(one):
            yield at
        elif not _is_of_cover(one) and (at > (title or 0) or one.element.role is not ElementRole.TABLE):
            return


def _is_of_cover(one: Seen) -> bool:
    element = one.element
    if element.role is ElementRole.TABLE:
        return sum(map(len, element.rows)) <= FORM_CELLS
    if element.role is ElementRole.PARAGRAPH:
        text = element.text
        return element.marker is None and len(text) <= SHORT and not (ends_sentence(text) or is_contents_heading(one))
    return element.role in (ElementRole.TITLE, ElementRole.PAGE_HEAD, ElementRole.BYLINE, ElementRole.SERIES)


def _is_date(one: Seen) -> bool:
    element, text = one.element, one.element.text
    alone = element.role is ElementRole.PARAGRAPH and element.marker is None
    return alone and date_line(text) is not None


def _offices(seen: Sequence[Seen], date: int) -> range:
    """The places right below a date in which an office signs."""
    end = date + 1
    while end < len(seen) and end <= date + SIGNERS and _is_office(seen[end]):
        end += 1
    return range(date + 1, end)


def _is_office(one: Seen) -> bool:
    element = one.element
    words = element.role in (ElementRole.PARAGRAPH, ElementRole.HEADING) and element.marker is None
    letters = letters_of(element.text)
    return words and len(letters) <= OFFICE_LENGTH and OFFICE.fullmatch(letters) is not None
