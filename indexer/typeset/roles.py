"""What is a paragraph of a typeset page: the title, a heading, a byline, an item, a caption? By its size and weight.

The print says what is a heading by setting it larger or bolder than the text; where a number alone sets it apart, the
rules of printed text decide (`indexer.structure.headings`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.model import BlockKind
from indexer.lines import TextLine, bullet, date_line, ends_sentence, is_running_text, legend, number
from indexer.markup import ElementRole
from indexer.structure import is_numbered_heading, levels
from indexer.typeset.body_parts import BodyPart
from indexer.typeset.heading_doubts import are_slides, doubt_headings
from indexer.typeset.paragraphs import ARTICLE, PrintedParagraph, leads_to_page
from indexer.typeset.signed_headings import find_signed
from indexer.typeset.tables import PrintedTable
from indexer.typeset.titles import CONTENTS, COVERS, find_covers, find_title, is_text

HEADING = 1.08
PAGE_NUMBER = re.compile(r"\s(?:\d{1,4}|[ivxl]{1,6})$", re.IGNORECASE)
NUMBER_ALONE = re.compile(
    r"제?\s?(?:\d{1,2}|[Ⅰ-Ⅹ]|[IVX]{1,4})\s?(?:장|절|부|편|관)?\.?|(?:Chapter|Part|Section)\s(?:\d+|[IVX]+)",
    re.IGNORECASE,
)
LONGEST = 120  # letters of a heading
LAW = 12  # parts below the head of an article that may belong to it
TOP = frozenset(("part", "chapter", "section", "division", "roman"))  # numbers that no item of an article has
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class TextLook:
    """How the text is set: its size, that of its Latin letters (0 where there are none), and whether it is bold."""

    size: float
    latin: float
    bold: bool


def find_roles(parts: Sequence[PrintedParagraph | PrintedTable], look: TextLook) -> list[BodyPart]:
    """What each part is."""
    bodies = [BodyPart(part) for part in parts]
    for at, body in enumerate(bodies):
        if isinstance(body.part, PrintedTable):
            body.role = ElementRole.TABLE
        elif all(leads_to_page(line) for line in body.lines):
            body.role = ElementRole.PAGE_HEAD
        elif _is_heading(body.part, look) or _is_numbered(bodies, at):
            body.role = ElementRole.HEADING
    for body in list(find_signed(bodies, look.size, look.bold)):
        body.role = ElementRole.HEADING
    find_title(bodies, look.size)
    find_covers(bodies, 1 if are_slides(bodies) else COVERS)
    _find_contents(bodies)
    doubt_headings(bodies)
    bodies = _with_numbers(bodies)
    _set_levels(bodies)
    return bodies


def _find_contents(bodies: Sequence[BodyPart]) -> None:
    """The lines of a table of contents, with or without dots: under its heading, each with a page number, or on one
    page with it and numbered, unless text follows; farther below it numbered, right above a line with dots."""
    under = page = 0  # the page of the line of the contents above, of their heading
    for body, below in zip(bodies, [*bodies[1:], None], strict=True):
        text = body.text.strip()
        listed = body.role is ElementRole.PAGE_HEAD or PAGE_NUMBER.search(text)
        numbered = body.role is ElementRole.HEADING and number(text) is not None
        lone = numbered and body.page == under and not (below and is_text(below))
        above = numbered and body.page == page and below is not None and below.role is ElementRole.PAGE_HEAD
        if body.role is ElementRole.HEADING and CONTENTS.fullmatch(text):
            under = page = body.page
        elif body.lines and ((under and listed) or lone or above):
            body.role, under = ElementRole.PAGE_HEAD, body.page
        elif body.lines:
            under = 0


def _with_numbers(bodies: Sequence[BodyPart]) -> list[BodyPart]:
    """A heading that is a number alone (제 1 장) is one with the heading below it."""
    found: list[BodyPart] = []
    for body in bodies:
        last = found[-1] if found else None
        heads = body.role is ElementRole.HEADING and last is not None and last.role is ElementRole.HEADING
        if last and heads and NUMBER_ALONE.fullmatch(last.text.strip()) and last.part.page == body.part.page:
            last.extend(body)
        else:
            found.append(body)
    return found


def _is_heading(paragraph: PrintedParagraph, look: TextLook) -> bool:
    text = paragraph.text
    letters = sum(map(str.isalpha, text))
    if len(paragraph.lines) > MOST_LINES or len(text) > LONGEST or not letters:
        return False
    if letters == 1 and not NUMBER_ALONE.fullmatch(text.strip()):
        return False  # A, of a drawing
    if legend(text) is not None or date_line(text) or (ends_sentence(text) and not text.endswith("?")):
        return False
    if bullet(text) is not None:
        return False
    if paragraph.size >= HEADING * (max(look.size, look.latin) if text.isascii() else look.size):
        return True
    plain = not is_running_text(text) and paragraph.size >= 0.97 * look.size
    return paragraph.bold and not look.bold and plain


def _is_numbered(bodies: Sequence[BodyPart], at: int) -> bool:
    """Whether a line of the size of the text is a heading by its number."""
    text = bodies[at].text
    found = number(text)
    if found is None or len(bodies[at].lines) != 1 or found.style == "circled":
        return False
    if found.style not in TOP and any(ARTICLE.match(body.text) for body in bodies[max(at - LAW, 0) : at]):
        return False  # in an article of a law such lines are its items
    beside = (number(bodies[n].text) for n in (at - 1, at + 1) if 0 <= n < len(bodies))
    if any(one and one.style == found.style and abs(one.value - found.value) == 1 for one in beside):
        return False
    return is_numbered_heading(TextLine(1, text, text, 0), found, alone=True)


def _set_levels(bodies: Sequence[BodyPart]) -> None:
    """Headings of one look have one level: larger ones above, then bold ones, then by how they are numbered."""
    heads = [body for body in bodies if body.role is ElementRole.HEADING]
    numbered = levels([body.text for body in heads])
    looks = [
        (-round(body.size), not all(line.bold for line in body.lines), level)
        for body, level in zip(heads, numbered, strict=True)
    ]
    ranks = {look: rank for rank, look in enumerate(sorted(set(looks)), 1)}
    for body, look in zip(heads, looks, strict=True):
        body.level = min(ranks[look], 6)


def marker_of(text: str) -> tuple[str, str, int] | None:
    """The mark of an item at the head of a text, its style, and how many letters it takes with its space."""
    sign = bullet(text)
    if sign is not None:
        return sign, sign, len(text) - len(text[len(sign) :].lstrip())
    found = number(text)
    return (found.printed, found.style, found.length) if found else None


def is_caption(text: str) -> bool:
    """Whether it announces a table or figure."""
    return legend(text) is BlockKind.CAPTION
