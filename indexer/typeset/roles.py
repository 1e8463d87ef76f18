"""What is a paragraph of a typeset page: the title, a heading, a byline, an item, a caption? By its size and weight.

The print says what is a heading by setting it larger or bolder than the text; where a number alone sets it apart, the
rules of printed text decide (`indexer.structure.headings`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.model import BlockKind, Metadata
from indexer.lines import TextLine, bullet, date_line, ends_sentence, is_running_text, legend, number
from indexer.markup import ElementRole
from indexer.structure import SECTION_HEADS, find_front_matter, is_numbered_heading, levels
from indexer.typeset.lines import TypesetLine
from indexer.typeset.paragraphs import PrintedParagraph, leads_to_page
from indexer.typeset.tables import PrintedTable

TITLE = 1.15  # times the size of the text
HEADING = 1.08
TEXT = 80  # letters of a paragraph of running text
COVERS = 4  # pages that may be covers
CONTENTS = re.compile(
    r"(?:[<〈\[]?\s*)?(?:표|그림)?\s?(?:목\s*차|차\s*례)\s*[>〉\]]?|Contents|Table of Contents|List of \w+",
    re.IGNORECASE,
)
PAGE_NUMBER = re.compile(r"\s(?:\d{1,4}|[ivxl]{1,6})$", re.IGNORECASE)
NUMBER_ALONE = re.compile(
    r"제?\s?(?:\d{1,2}|[Ⅰ-Ⅹ]|[IVX]{1,4})\s?(?:장|절|부|편|관)?\.?|(?:Chapter|Part|Section)\s(?:\d+|[IVX]+)",
    re.IGNORECASE,
)
LONGEST = 120  # letters of a heading
MOST_LINES = 3
FRONT = 24  # parts at the beginning among which front matter is looked for
FRONT_ROLES = {
    BlockKind.SERIES: ElementRole.SERIES,
    BlockKind.BYLINE: ElementRole.BYLINE,
    BlockKind.DATE: ElementRole.DATE,
    BlockKind.TITLE: ElementRole.TITLE,
}
ALIKE = 0.1  # by which the sizes of a title's lines may differ: its Latin letters may come from another typeface
HEAD_OF_TEXT = 400  # letters of text before which a title stands


@dataclass(slots=True)
class BodyPart:
    """A part of the body in reading order: a paragraph or a table, and what it is."""

    part: PrintedParagraph | PrintedTable
    role: ElementRole = ElementRole.PARAGRAPH
    level: int | None = None

    def extend(self, rest: "BodyPart") -> None:
        """Takes in the words of the part below."""
        if isinstance(self.part, PrintedParagraph) and isinstance(rest.part, PrintedParagraph):
            self.part.extend(rest.part, parted=True)

    @property
    def parted(self) -> list[bool]:
        """At which of its line ends surely no word was cut; none of a table."""
        return self.part.parted if isinstance(self.part, PrintedParagraph) else []

    @property
    def lines(self) -> list[TypesetLine]:
        """Its lines; none of a table."""
        return self.part.lines if isinstance(self.part, PrintedParagraph) else []

    @property
    def text(self) -> str:
        """Its words; none of a table."""
        return self.part.text if isinstance(self.part, PrintedParagraph) else ""

    @property
    def size(self) -> float:
        """That of its letters, in points; 0 of a table."""
        return self.part.size if isinstance(self.part, PrintedParagraph) else 0.0


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
    _find_title(bodies, look.size)
    _find_covers(bodies)
    _find_contents(bodies)
    bodies = _with_numbers(bodies)
    _set_levels(bodies)
    return bodies


def _find_covers(bodies: Sequence[BodyPart]) -> None:
    """On a page without running text (a cover, an imprint) nothing but the title is a heading."""
    text = {body.part.page for body in bodies if body.role is ElementRole.PARAGRAPH and len(body.text) >= TEXT}
    tables = {body.part.page for body in bodies if body.role is ElementRole.TABLE}
    for body in bodies:
        if body.role is ElementRole.HEADING and body.part.page not in text | tables and body.part.page <= COVERS:
            body.role = ElementRole.PARAGRAPH


def _find_contents(bodies: Sequence[BodyPart]) -> None:
    """The lines of a table of contents, with or without dots: under its heading, each with a page number."""
    under = False
    for body in bodies:
        if body.role is ElementRole.HEADING and CONTENTS.fullmatch(body.text.strip()):
            under = True
        elif under and body.lines and (body.role is ElementRole.PAGE_HEAD or PAGE_NUMBER.search(body.text.strip())):
            body.role = ElementRole.PAGE_HEAD
        else:
            under = under and not body.lines


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
    if len(paragraph.lines) > MOST_LINES or len(text) > LONGEST or not any(map(str.isalpha, text)):
        return False
    if legend(text) is not None or date_line(text) or (ends_sentence(text) and not text.endswith("?")):
        return False
    if paragraph.size >= HEADING * (max(look.size, look.latin) if text.isascii() else look.size):
        return True
    plain = bullet(text) is None and not is_running_text(text) and paragraph.size >= 0.97 * look.size
    return paragraph.bold and not look.bold and plain


def _is_numbered(bodies: Sequence[BodyPart], at: int) -> bool:
    """Whether a line of the size of the text is a heading by its number."""
    text = bodies[at].text
    found = number(text)
    if found is None or len(bodies[at].lines) != 1:
        return False
    beside = (number(bodies[n].text) for n in (at - 1, at + 1) if 0 <= n < len(bodies))
    if any(one and one.style == found.style and abs(one.value - found.value) == 1 for one in beside):
        return False
    return is_numbered_heading(TextLine(1, text, text, 0), found, alone=True)


def _find_title(bodies: list[BodyPart], size: float) -> None:
    """The largest heading at the head of the document is its title, with the lines of that size below it; unless other
    headings are as large."""
    sized = [body for body in _head(bodies) if body.size >= TITLE * size]
    if not sized:
        return
    largest = max(body.size for body in sized)
    first = next(body for body in sized if body.size >= 0.98 * largest)
    rest = _rest_of_title(bodies, first)
    texts = [first.text, *(body.text for body in rest)]
    said = {*texts, " ".join(texts)}
    others = [body for body in bodies if body.role is ElementRole.HEADING and body is not first and body not in rest]
    if any(body.size >= 0.98 * largest and body.text not in said for body in others):
        return
    first.role = ElementRole.TITLE
    for body in rest:
        first.extend(body)
        bodies.remove(body)


def _head(bodies: Sequence[BodyPart]) -> list[BodyPart]:
    """The headings before the text, but for those that every document may have (요약)."""
    found: list[BodyPart] = []
    read = 0
    for body in bodies:
        if body.role is ElementRole.HEADING and not SECTION_HEADS.fullmatch(body.text.strip(" <>[]〈〉【】")):
            found.append(body)
        read += len(body.text) if body.role is ElementRole.PARAGRAPH else 0
        if read > HEAD_OF_TEXT:
            break
    return found


def _rest_of_title(bodies: Sequence[BodyPart], first: BodyPart) -> list[BodyPart]:
    """The lines of a title that its own paragraph lacks: those of the same size right below it."""
    found: list[BodyPart] = []
    last = first.lines[-1]
    for body in bodies[bodies.index(first) + 1 :]:
        alike = (
            body.role is ElementRole.HEADING
            and abs(body.size - first.size) < ALIKE * first.size
            and last.page == body.part.page
        )
        if not alike or number(body.text) or body.lines[0].y - last.y > 2.5 * body.size:
            break
        found.append(body)
        last = body.lines[-1]
    return found


def find_front_matter_roles(bodies: Sequence[BodyPart]) -> Metadata:
    """Lines before the text that name the series, the author or the date get their roles. Returns what they say."""
    head: list[TextLine] = []
    for n, body in enumerate(bodies[:FRONT]):
        if isinstance(body.part, PrintedTable):
            break
        head.append(TextLine(n, body.text, body.text, 0))
    front = find_front_matter(head)
    titled = any(body.role is ElementRole.TITLE for body in bodies)
    for n, kind in front.kinds:
        role = FRONT_ROLES.get(kind)
        if role is ElementRole.TITLE and (titled or bodies[n].role is ElementRole.HEADING):
            continue
        if role is not None and bodies[n].role is not ElementRole.TITLE:
            bodies[n].role = role
    return front.metadata


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
