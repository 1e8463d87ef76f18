"""Who wrote this typeset document, when, in which series? What its title page says, line by line.

What counts as a name is found in `indexer.structure`; here is where a title page ends, and what else its lines say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from archive.model import BlockKind, Metadata
from indexer.lines import bullet, date_line, number
from indexer.markup import ElementRole
from indexer.structure import (
    NO_AUTHOR,
    SECTION_HEADS,
    WORDS,
    CoverLine,
    authors_of,
    cover_date,
    cover_names,
    filled,
    form_date,
    form_names,
    front_role,
    has_note_sign,
    lone_name,
    released,
)
from indexer.typeset.body_parts import BodyPart
from indexer.typeset.tables import PrintedTable
from indexer.typeset.titles import TITLE, before_text, is_text

BRACKETED = re.compile(r"[(（\[]\s*(.+?)\s*[)）\]]")
LONGEST_FORM = 60  # letters of the title of a form
YEAR = re.compile(r"(?:19|20)\d\d")  # ('24.4) stands in the text


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A printed line of a title page without its bullet and brackets, and the part it belongs to."""

    text: str
    body: BodyPart
    marked: bool  # a note is called on it
    above: bool  # it stands above the title


def find_bylines(bodies: Sequence[BodyPart], named: Sequence[str] = ()) -> Metadata:
    """Lines that name the series, the author or the date get their roles. Returns what they say.

    `named`: the names that the file itself gives its authors.
    """
    lines = list(_front_lines(bodies))
    names = _names_by_page(lines, named)
    read = [_read(line, found) for line, found in zip(lines, names, strict=True)]
    metadata = Metadata(date=_release(bodies))
    signed = 0  # the first page with names: what covers further on repeat is in another language
    for line, (said, _) in zip(lines, read, strict=True):
        signed = signed or (line.body.page if said.authors else 0)
        metadata = _with(metadata, said if line.body.page == signed else replace(said, authors=()))
    metadata = _with_forms(metadata, bodies)
    if not metadata.authors:
        metadata = replace(metadata, authors=_below_title(bodies))
    for line in lines:
        roles = {role for other, (_, role) in zip(lines, read, strict=True) if other.body is line.body}
        if len(roles) == 1 and (role := roles.pop()) and (metadata.authors or role is not ElementRole.BYLINE):
            line.body.role = role
    return metadata if metadata.authors else replace(metadata, affiliation=None)


def _front_lines(bodies: Sequence[BodyPart]) -> Iterator[FrontLine]:
    """The lines above the text and the first section that are not the title."""
    title = next((at for at, body in enumerate(bodies) if body.role is ElementRole.TITLE), -1)
    for at, body in enumerate(before_text(bodies)):
        if body.role is ElementRole.TITLE or is_text(body):
            continue
        if SECTION_HEADS.fullmatch(body.text.strip()) or (body.role is ElementRole.HEADING and number(body.text)):
            return
        for line in body.lines:
            text = " ".join(line.text.split())
            text = text[len(bullet(text) or "") :].strip()
            text = bare[1] if (bare := BRACKETED.fullmatch(text)) else text
            yield FrontLine(text, body, bool(line.marks) or has_note_sign(text), at < title)


def _names_by_page(lines: Sequence[FrontLine], named: Sequence[str]) -> list[tuple[str, ...]]:
    """The names that each line says; what shows that they are names stands on the same page."""
    found: list[tuple[str, ...]] = []
    for _, page in groupby(lines, lambda line: line.body.page):
        found += cover_names([CoverLine(line.text, id(line.body), line.marked) for line in page], named)
    return found


def _with_forms(metadata: Metadata, bodies: Sequence[BodyPart]) -> Metadata:
    """The catalogue data with what the forms before the text say, where its lines do not say it."""
    for body in before_text(bodies):
        if isinstance(body.part, PrintedTable):
            rows = [
                ["\n".join(line.text.strip() for line in cell.lines) for cell in row]
                for _, row in groupby(
                    sorted(body.part.cells, key=lambda cell: (cell.row, cell.column)), lambda cell: cell.row
                )
            ]
            metadata = replace(
                metadata,
                title=metadata.title or _form_title(bodies, body.part),
                authors=metadata.authors or form_names(rows),
                date=metadata.date or form_date(rows),
            )
    return metadata


def _release(bodies: Sequence[BodyPart]) -> str | None:
    """The day that the form of a press release says, in lines or in the cells of a table."""
    for body in before_text(bodies):
        if isinstance(body.part, PrintedTable):
            text = " ".join(line.text.strip() for cell in body.part.cells for line in cell.lines)
        else:
            text = body.text
        if day := released(text):
            return day
    return None


def _below_title(bodies: Sequence[BodyPart]) -> tuple[str, ...]:
    """The name that stands alone right below the title, and nowhere else."""
    at = next((at for at, body in enumerate(bodies[:-1]) if body.role is ElementRole.TITLE), None)
    below = bodies[at + 1] if at is not None else None
    if below is None or len(below.lines) != 1 or below.page != bodies[at or 0].page:
        return ()
    names = lone_name(below.text.strip())
    again = any(name in body.text for body in bodies if body is not below for name in names)
    return () if again else names


def _form_title(bodies: Sequence[BodyPart], form: PrintedTable) -> str | None:
    """What the form with which a document begins says over its whole width, larger than all below, where nothing else
    is the title."""
    if bodies[0].part is not form or form.page > 1 or any(body.role is ElementRole.TITLE for body in bodies):
        return None
    head = [cell for cell in form.cells if cell.row == 0 and cell.lines]
    sizes = [line.size for cell in form.cells if cell.row for line in cell.lines]
    alone = len(head) == 1 and head[0].columns >= len(form.edges) - 1 and len(head[0].text) <= LONGEST_FORM
    return head[0].text if alone and sizes and head[0].lines[0].size >= TITLE * max(sizes) else None


def _read(line: FrontLine, names: tuple[str, ...]) -> tuple[Metadata, ElementRole | None]:
    """What a line says that holds these names, and the role of such lines; None where it is none of them."""
    text = line.text
    if NO_AUTHOR.match(text) or not text:
        return Metadata(), None
    day = date_line(text) or cover_date(text)
    if day and (YEAR.search(text) or len(day) == len("2021-03-16")):
        return Metadata(date=day), ElementRole.DATE
    if names:
        return Metadata(authors=names), ElementRole.BYLINE
    found = kind, row, match = front_role(text)
    if row is None or match is None:
        return Metadata(), None
    if kind is BlockKind.SERIES and (row.strong or line.above):
        return filled(Metadata(), found, text), ElementRole.SERIES
    if kind is BlockKind.BYLINE and row.strong and not WORDS.fullmatch(match.groupdict().get("a") or ""):
        return filled(Metadata(), found, text), ElementRole.BYLINE
    return Metadata(), None


def _with(metadata: Metadata, said: Metadata) -> Metadata:
    """The catalogue data with what a line says: further authors are added, of all else the first counts."""
    return replace(
        metadata,
        authors=authors_of((metadata.authors, said.authors)),
        affiliation=metadata.affiliation or said.affiliation,
        publisher=metadata.publisher or said.publisher,
        series=metadata.series or said.series,
        number=metadata.number or said.number,
        date=metadata.date or said.date,
    )
