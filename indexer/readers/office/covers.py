"""Whom does the cover of a word processor's document name as its authors, and when was it handed in?

The cover is what stands before the text: short lines, and the forms among them. What counts as a name is found in
`indexer.structure`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.lines import bullet, ends_sentence, number
from indexer.markup import Element, ElementRole
from indexer.readers.office.contents import is_contents_heading
from indexer.readers.office.seen import Seen
from indexer.structure import (
    SECTION_HEADS,
    CoverLine,
    authors_of,
    cover_date,
    cover_names,
    form_date,
    form_names,
    has_note_sign,
    lone_name,
    read_byline,
)

COVER = 25  # elements of a cover at most
LONGEST = 80  # letters of one of its lines
SENTENCE = 40  # letters of a line that ends a sentence


def with_bylines(seen: Sequence[Seen], named: Sequence[str]) -> tuple[Seen, ...]:
    """What is seen, with the lines that name authors known. `named`: the names that the file gives its authors."""
    found = list(seen)
    for at, names in _lines_with_names(seen, named):
        if all(names):
            found[at] = replace(found[at], element=replace(found[at].element, role=ElementRole.BYLINE, level=None))
    return tuple(found)


def cover_data(seen: Sequence[Seen], named: Sequence[str]) -> Iterator[Element]:
    """The authors of a document, and the day that a label of its cover says, as catalogue data."""
    forms = [[[cell.text for cell in row] for row in seen[at].element.rows] for at in _cover(seen)]
    authors = authors_of(names for _, lines in _lines_with_names(seen, named) for names in lines)
    authors = authors or next((names for form in forms if (names := form_names(form))), ()) or _below_title(seen)
    for name in authors:
        yield Element(ElementRole.META, name, name="citation_author")
    days = (cover_date(line) for at in _cover(seen) for line in _lines(seen[at].element))
    day = next((day for day in days if day), None) or next((day for form in forms if (day := form_date(form))), None)
    if day is not None:
        yield Element(ElementRole.META, day, name="citation_publication_date")


def _below_title(seen: Sequence[Seen]) -> tuple[str, ...]:
    """The name that stands alone right below the title, and nowhere else."""
    titles = [at for at in _cover(seen) if seen[at].element.role is ElementRole.TITLE and at + 1 < len(seen)]
    if not titles or seen[titles[0] + 1].element.role is not ElementRole.PARAGRAPH:
        return ()
    names = lone_name(seen[titles[0] + 1].element.text)
    others = (one.element.text for at, one in enumerate(seen) if at != titles[0] + 1)
    return names if names and not any(names[0] in text for text in others) else ()


def _lines_with_names(seen: Sequence[Seen], named: Sequence[str]) -> list[tuple[int, list[tuple[str, ...]]]]:
    """The places of the cover on which names stand, with those of each of their lines."""
    places = [at for at in _cover(seen) if seen[at].element.role is not ElementRole.TITLE]
    lines = [(at, text) for at in places for text in _lines(seen[at].element)]
    read = cover_names([CoverLine(text, at, has_note_sign(text)) for at, text in lines], named)
    names: dict[int, list[tuple[str, ...]]] = {}
    for (at, text), found in zip(lines, read, strict=True):
        with_post = tuple(name for name in read_byline(text).authors if name in named)  # 홍길동 연구위원
        names.setdefault(at, []).append(found or with_post)
    return [(at, found) for at, found in names.items() if any(found)]


def _lines(element: Element) -> list[str]:
    """The lines of an element; none of a table, an item or a running head."""
    if element.rows or element.marker or element.role is ElementRole.PAGE_HEAD:
        return []
    lines = (" ".join(line.split()) for line in element.text.split("\n"))
    return [line[len(bullet(line) or "") :].strip() for line in lines]


def _cover(seen: Sequence[Seen]) -> Iterator[int]:
    """The places of what stands before the text."""
    for at, one in enumerate(seen[:COVER]):
        element = one.element
        if any(_is_text(line) for line in element.text.split("\n")) or one.contents or is_contents_heading(one):
            return
        found = number(element.text) if at else None
        numbered = found is not None and found.style != "letter"  # A study of harbours
        if element.role is ElementRole.HEADING and (numbered or SECTION_HEADS.fullmatch(element.text)):
            return
        yield at


def _is_text(line: str) -> bool:
    return len(line) > LONGEST or (len(line) > SENTENCE and " " in line and ends_sentence(line))
