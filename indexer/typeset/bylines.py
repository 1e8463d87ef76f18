"""Who wrote this typeset document, when, in which series? What its title page says, line by line.

A name alone may be any word (제안서, Tagged PDF): it counts where a sign of a note, a post, an institution or an
address stands beside it, where several names stand in one line, or where the file itself names that author. Who
examined a thesis or signed a form did not write it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.model import BlockKind, Metadata
from indexer.lines import bullet, date_line, number
from indexer.markup import ElementRole
from indexer.structure import (
    SECTION_HEADS,
    author_names,
    filled,
    front_role,
    has_note_sign,
    names_institution,
    released,
)
from indexer.typeset.body_parts import BodyPart
from indexer.typeset.tables import PrintedTable
from indexer.typeset.titles import before_text, is_text

# Beside these words stands a name that wrote nothing. Source: approval pages of theses, imprints and forms.
NO_AUTHOR = re.compile(
    r"(?:지\s?도\s?교\s?수|(?:부\s?)?위\s?원|심\s?사|담\s?당|[주부]\s?심\b|연\s?구\s?(?:보\s?조|협\s?력)|감\s?수|자\s?문|검\s?토|발\s?행\s?인"
    r"|편\s?집|신\s?청\s?인|성\s?명|.*[(（]\s?(?:인|서명)\s?[)）])"
)
ADDRESS = re.compile(r"\S@\S")
BRACKETED = re.compile(r"[(（\[]\s*(.+?)\s*[)）\]]")
YEAR = re.compile(r"(?:19|20)\d\d")  # ('24.4) stands in the text
LABEL_ALONE = re.compile(r"[가-힣]{2,}(?:\s?[가-힣])*\s?[:：]")  # whose names stand in another column
WORDS = re.compile(
    r"[가-힣]{2}[서회실과부소팀처청표안집]|[가-힣]{2}"
)  # 제안서, 위원회, 서울: such a word alone names nobody
BESIDE = 2  # lines below names in which their institution or addresses stand


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
    read = [_read(lines, at, named) for at in range(len(lines))]
    metadata = Metadata(date=_release(bodies))
    signed = 0  # the first page with names: what covers further on repeat is in another language
    for line, (said, _) in zip(lines, read, strict=True):
        signed = signed or (line.body.page if said.authors else 0)
        metadata = _with(metadata, said if line.body.page == signed else replace(said, authors=()))
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


def _read(lines: Sequence[FrontLine], at: int, named: Sequence[str]) -> tuple[Metadata, ElementRole | None]:
    """What a line says, and the role of such lines; None where it is none of them."""
    line = lines[at]
    text = line.text
    if NO_AUTHOR.match(text) or not text:
        return Metadata(), None
    if (day := date_line(text)) and YEAR.search(text):
        return Metadata(date=day), ElementRole.DATE
    if names := _names(lines, at, named):
        return Metadata(authors=names), ElementRole.BYLINE
    found = kind, row, match = front_role(text)
    if row is None or match is None:
        return Metadata(), None
    if kind is BlockKind.SERIES and (row.strong or line.above):
        return filled(Metadata(), found, text), ElementRole.SERIES
    if kind is BlockKind.BYLINE and row.strong and not WORDS.fullmatch(match.groupdict().get("a") or ""):
        return filled(Metadata(), found, text), ElementRole.BYLINE
    return Metadata(), None


def _names(lines: Sequence[FrontLine], at: int, named: Sequence[str]) -> tuple[str, ...]:
    """The names in a line that holds nothing else, where something shows that they are names."""
    names = author_names(lines[at].text)
    korean = all("가" <= name[-1] <= "힣" for name in names)
    if not names or (korean and len(names) == 1 and WORDS.fullmatch(names[0]) and names[0] not in named):
        return ()
    page = [line for line in lines if line.body.page == lines[at].body.page]
    if any(LABEL_ALONE.fullmatch(line.text) for line in page):
        return ()
    above = lines[at - 1] if at else None
    alone = not korean and len(names) == 1 and not lines[at].marked
    if alone and above and (above.body is lines[at].body or author_names(above.text)):
        return ()  # the second line of a title in English, or a city: React Hooks, ETH Zurich
    beside = [line.text for line in lines[at + 1 : at + 1 + BESIDE]]
    before = [line.text for line in lines[max(at - 1, 0) : at]]
    shown = (
        lines[at].marked
        or all(name in named for name in names)
        or (korean and len(names) > 1)
        or any(ADDRESS.search(text) for text in beside)
        or any(names_institution(text) for text in [*beside[: 1 if korean else BESIDE], *before[: int(korean)]])
        or (korean and any(text.isascii() and len(author_names(text)) == 1 for text in beside[:1]))
    )
    return names if shown else ()


def _with(metadata: Metadata, said: Metadata) -> Metadata:
    """The catalogue data with what a line says: further authors are added, of all else the first counts."""
    return replace(
        metadata,
        authors=tuple(dict.fromkeys((*metadata.authors, *said.authors))),
        affiliation=metadata.affiliation or said.affiliation,
        publisher=metadata.publisher or said.publisher,
        series=metadata.series or said.series,
        number=metadata.number or said.number,
        date=metadata.date or said.date,
    )
