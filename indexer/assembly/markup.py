"""How do the elements of a web page or a Markdown file become a `Document`? Blocks, notes bound to marks, data.

A page says itself what is a heading, an item, a note, so nothing is guessed here but what no tag tells: which heading
is the title, and which line under a table names its source. What the print says counts before what the head claims.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from archive.citing import Outlets
from archive.model import Block, BlockKind, Document, Lines, Merge, Metadata, Note, NoteRef, Problem, Row, Seam, Table
from indexer.assembly.finish import LEGENDS, finish
from indexer.assembly.wraps import PAGE_BREAKS, WrapJoiner
from indexer.lines import date_line, is_disclaimer, legend, run_in
from indexer.markup import LINE_ENDS, Element, ElementRole, Extract, MarkupCell, MarkupReference, fill_spans, shifted
from indexer.structure import read_byline

# Where a page's head gives a value, the best first: Highwire and Dublin Core tags are made for catalogues, og: for
# social sites (its site_name is the site's, seldom wrong), the rest is anyone's. Source: Google Scholar's inclusion
# guidelines, DCMI terms, ogp.me.
HEAD: dict[str, tuple[str, ...]] = {
    "title": ("citation_title", "dc.title", "dcterms.title"),
    "title, if none is printed": ("og:title", "title"),
    "authors": ("citation_author", "dc.creator", "dcterms.creator", "author"),
    "affiliation": ("citation_author_institution",),
    "publisher": ("citation_publisher", "citation_technical_report_institution", "dc.publisher", "dcterms.publisher",
        "publisher", "og:site_name"),
    "series": ("citation_series_title", "citation_journal_title", "dc.relation.ispartof", "dcterms.ispartof"),
    "number": ("citation_technical_report_number", "citation_issue"),
    "date": ("citation_publication_date", "citation_date", "dc.date", "dc.date.issued", "dcterms.issued",
        "dcterms.date", "article:published_time", "date", "pubdate"),
    "language": ("citation_language", "dc.language", "dcterms.language", "language", "html:lang", "content-language"),
    "rights": ("dc.rights", "dcterms.rights"),
    "url": ("canonical", "citation_public_url", "og:url"),
}  # fmt: skip
KINDS = {
    ElementRole.HEADING: BlockKind.HEADING,
    ElementRole.ITEM: BlockKind.ITEM,
    ElementRole.CAPTION: BlockKind.CAPTION,
    ElementRole.REMARK: BlockKind.REMARK,
    ElementRole.BYLINE: BlockKind.BYLINE,
    ElementRole.DATE: BlockKind.DATE,
    ElementRole.SERIES: BlockKind.SERIES,
    ElementRole.TITLE: BlockKind.TITLE,
    ElementRole.PAGE_HEAD: BlockKind.PAGE_HEAD,
}
BODY = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE)  # after these a line with a date dates no document
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BYLINE_LIMIT = 120  # characters: longer, a class "author" marks a paragraph about the author


def read_markup(extract: Extract, outlets: Outlets) -> Document:
    """The document that the elements of a file make. Raises nothing: what is doubtful is a problem of it."""
    elements = extract.elements or ()
    body = tuple(element for element in elements if element.lines is not None)
    printed = [element for element in body if element.role is ElementRole.NOTE]
    joiner = WrapJoiner(body)
    builder = _Builder({element.key: position for position, element in enumerate(printed) if element.key}, joiner)
    for element in body:
        if element.role is not ElementRole.NOTE:
            builder.add(element)
    notes = tuple(_note(element, joiner) for element in printed)
    blocks = tuple(builder.blocks)
    head = [(element.name or "", element.text) for element in elements if element.role is ElementRole.META]
    metadata, blocks = _metadata(head, blocks, styled=extract.styled)
    document = finish(metadata, blocks, notes, extract.lines, builder.problems, outlets=outlets)
    document = replace(document, page_labels=extract.page_labels)
    return _without_label_doubts(document) if extract.styled else document


def _without_label_doubts(document: Document) -> Document:
    """The file holds each note at its mark, so footnote 1 and endnote 1 are no doubt."""
    return replace(document, problems=tuple(one for one in document.problems if one.code != "label-twice"))


@dataclass(slots=True)
class _Builder:
    """Makes blocks of elements, one after another."""

    notes: dict[str, int]  # the position of each note, by its key
    joiner: WrapJoiner
    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, element: Element) -> None:
        """Adds an element that is no note."""
        lines = element.lines or (0, 0)
        make = self._table if element.role is ElementRole.TABLE else self._text
        self.blocks.append(make(element, lines))

    def _text(self, element: Element, lines: Lines) -> Block:
        joined, marks, seams = self.joiner.join(element.text, element.marks, _numbers(element))
        element = replace(element, text=joined, marks=marks)
        kind = KINDS.get(element.role, BlockKind.PARAGRAPH)
        if element.marker == "※" and not any(block.kind in BODY for block in self.blocks):
            kind, element = BlockKind.REMARK, _with_sign(element)  # a remark on the whole text
        text = element.text.replace("\n", " ")
        if kind is BlockKind.PARAGRAPH or (kind is BlockKind.BYLINE and len(text) > BYLINE_LIMIT):
            kind = self._announced(text)
        if kind is BlockKind.PARAGRAPH and date_line(text) and not any(block.kind in BODY for block in self.blocks):
            kind = BlockKind.DATE
        return Block(
            kind,
            text,
            lines,
            page=element.pages[0] if element.pages else None,
            level=element.level if kind is BlockKind.HEADING else None,
            marker=element.marker,
            depth=element.level if kind is BlockKind.ITEM else None,
            run_in=run_in(text) if kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) else None,
            refs=self._refs(element.marks),
            seams=seams or _seams(element.text, element),
        )

    def _announced(self, text: str) -> BlockKind:
        """What a paragraph says of itself by its first words, where it stands in a place for that."""
        kind = legend(text)
        if kind is BlockKind.END_MARK or (kind is BlockKind.CAPTION and len(text) <= BYLINE_LIMIT):
            return kind
        follows = self.blocks and self.blocks[-1].kind in (BlockKind.TABLE, BlockKind.CAPTION, *LEGENDS)
        if kind in LEGENDS and follows:
            return kind
        return BlockKind.DISCLAIMER if is_disclaimer(text) else BlockKind.PARAGRAPH

    def _refs(self, marks: Iterable[MarkupReference]) -> tuple[NoteRef, ...]:
        return tuple(NoteRef(mark.label, mark.offset, self.notes.get(mark.key or ""), mark.printed) for mark in marks)

    def _table(self, element: Element, lines: Lines) -> Block:
        grid = fill_spans(
            tuple(self._cell(cell, element.line(at)) for cell in row) for at, row in enumerate(element.rows)
        )
        if not grid.kept:
            self.problems.append(Problem("table-too-large", lines))
        heads = element.heads
        rows = tuple(
            Row(tuple(cell.text for cell in cells), (element.line(at), element.line(at)))
            for at, cells in enumerate(grid.rows)
            if at >= heads
        )
        columns = tuple(_head_of(column) for column in zip(*grid.rows[:heads], strict=True))
        merges = [_under_heads(merge, heads) for merge in grid.merges]
        kept = (merge for merge in merges if merge.rows > 1 or merge.columns > 1)
        # Heads are not in a table's text.
        marks = [replace(mark, offset=0) for cells in grid.rows[:heads] for cell in cells for mark in cell.marks]
        start = 0  # of the row in the text
        for row, cells in zip(rows, grid.rows[heads:], strict=True):
            at = start
            for cell in cells:
                marks += shifted(cell.marks, at)
                at += len(cell.text) + 1 if cell.text else 0
            start += len(row.text) + 1
        text = "\n".join(row.text for row in rows)
        refs = self._refs(replace(mark, offset=min(mark.offset, len(text))) for mark in marks)
        page = element.pages[0] if element.pages else None
        return Block(BlockKind.TABLE, text, lines, page, refs=refs, table=Table(columns, rows, tuple(kept)))

    def _cell(self, cell: MarkupCell, line: int) -> MarkupCell:
        joined, marks, _ = self.joiner.join(cell.text, cell.marks, [line] * (len(LINE_ENDS.split(cell.text))))
        return replace(cell, text=joined, marks=marks)


def _with_sign(element: Element) -> Element:
    """An item as a text that keeps its sign."""
    sign = f"{element.marker} "
    return replace(element, text=sign + element.text, marks=shifted(element.marks, len(sign)), marker=None)


def _head_of(column: tuple[MarkupCell, ...]) -> str:
    """The head of a column whose heads stand in several rows, each said once."""
    return " ".join(dict.fromkeys(cell.text for cell in column if cell.text))


def _under_heads(merge: Merge, heads: int) -> Merge:
    """A merge with its row counted from the first row under the heads; all rows of heads are row -1."""
    return replace(merge, row=merge.row - heads) if merge.row >= heads else replace(merge, row=-1, rows=1)


def _seams(text: str, element: Element, skipped: int = 0) -> tuple[Seam, ...]:
    """A page breaks a line where it says so; in the text a space stands for it. `skipped`: breaks before the text."""
    breaks = (at for at, letter in enumerate(text) if letter == "\n")
    return tuple(
        Seam(at + 1, element.line(skipped + count), "space", PAGE_BREAKS) for count, at in enumerate(breaks, 1)
    )


def _numbers(element: Element) -> range:
    """The printed lines of an element's text."""
    first, last = element.lines or (0, 0)
    return range(first, last + 1)


def _note(element: Element, joiner: WrapJoiner) -> Note:
    lines = element.lines or (0, 0)
    joined, _, joins = joiner.join(element.text, (), _numbers(element))
    element = replace(element, text=joined)
    label = element.label or "?"
    printed = f"{re.escape(label)}|{re.escape(label.translate(RAISED))}"
    own = re.match(rf"[\[(（]?(?:주|각주)?\s?(?:{printed})(?:[\])）⁾.:]+\s*|\s+)", element.text)
    rest = element.text[own.end() :] if own else element.text
    skipped = element.text.count("\n", 0, own.end()) if own else 0
    text = rest.replace("\n", " ")
    page = element.pages[0] if element.pages else None
    cut = len(element.text) - len(rest)
    seams = tuple(replace(seam, offset=max(seam.offset - cut, 0)) for seam in joins)
    return Note(label, text, lines, page, seams=seams or _seams(rest, element, skipped))


def _metadata(
    head: list[tuple[str, str]], blocks: tuple[Block, ...], *, styled: bool
) -> tuple[Metadata, tuple[Block, ...]]:
    """What the page says of itself, and the blocks with the title known as such."""

    def values(field_name: str) -> list[str]:
        return next((found for name in HEAD[field_name] if (found := [v for n, v in head if n == name])), [])

    def value(field_name: str) -> str | None:
        return next(iter(values(field_name)), None)

    claimed = value("title")
    at = _title(blocks, claimed, styled=styled or any(block.page for block in blocks))
    printed = blocks[at].text if at is not None else None
    if at is not None and blocks[at].kind is BlockKind.HEADING:
        blocks = _titled(blocks, at)
    bylines = [block.text for block in blocks if block.kind is BlockKind.BYLINE]
    signed = read_byline(bylines[0]) if bylines else Metadata()
    dates = [iso for block in blocks if block.kind is BlockKind.DATE and (iso := date_line(block.text))]
    authors = [name for line in values("authors") for name in _people(line)]
    metadata = Metadata(
        title=claimed or printed or value("title, if none is printed"),
        authors=tuple(dict.fromkeys(authors or signed.authors or (_people(bylines[0]) if bylines else ()))),
        affiliation=value("affiliation") or signed.affiliation,
        publisher=value("publisher"),
        series=value("series"),
        number=value("number"),
        date=next((iso for line in values("date") if (iso := _date(line))), next(iter(dates), None)),
        language=_language(value("language")),
        rights=value("rights"),
        url=next((line for line in values("url") if re.match(r"https?://[^\s]+$", line)), None),
    )
    return metadata, blocks


def _title(blocks: tuple[Block, ...], claimed: str | None, *, styled: bool) -> int | None:
    """The title: what the file shows as such; of a page the heading that its head names, or the only highest one."""
    shown = next((at for at, block in enumerate(blocks) if block.kind is BlockKind.TITLE), None)
    if shown is not None or styled:
        return shown
    tops = [at for at, block in enumerate(blocks) if block.kind is BlockKind.HEADING and block.level == 1]
    named = [at for at in tops if claimed and _letters(blocks[at].text) == _letters(claimed)]
    return named[0] if named else tops[0] if len(tops) == 1 else None


def _titled(blocks: tuple[Block, ...], at: int) -> tuple[Block, ...]:
    """The blocks with that heading as their title.

    The title took a level of its own (h1), so the highest heading that is left is of level 1, as in a printed text.
    """
    titled = (*blocks[:at], replace(blocks[at], kind=BlockKind.TITLE, level=None), *blocks[at + 1 :])
    above = min((block.level for block in titled if block.kind is BlockKind.HEADING and block.level), default=1) - 1
    return tuple(
        replace(block, level=block.level - above) if block.kind is BlockKind.HEADING and block.level else block
        for block in titled
    )


def _people(line: str) -> tuple[str, ...]:
    """The names in one value of a page's head. "Family, Given" is one name, so commas part only Hangul names."""
    if re.match(r"https?:", line):
        return ()
    parts = re.split(r"\s*;\s*|\s*,\s*(?=[가-힣])|\s*·\s*(?=[가-힣])", re.sub(r"^\s*(글|저자|By)\s*[:：]\s*", "", line))
    return tuple(part.strip() for part in parts if part.strip())


# The time of day after a date, with its zone: 02:10:30 +0900, T02:10:30.5Z, 오후 2:10. Source: ISO 8601, RFC 5322.
TIME = re.compile(
    r"[T\s,]*(?:(?:오전|오후)\s?)?\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\s?(?:[AaPp]\.?[Mm]\.?)?\s?"
    r"(?:Z|[A-Z]{3,4}|[+-]\d\d:?\d\d)?\s*$"
)
WEEKDAY = re.compile(r"^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+")


def _date(printed: str) -> str | None:
    """ISO 8601 of a date of a file's head, as exact as it is; None where it is none."""
    day = WEEKDAY.sub("", TIME.sub("", printed[:80].strip()))
    whole = re.fullmatch(r"\d{4}|\d{4}-(0[1-9]|1[0-2])", day.replace("/", "-"))
    return whole[0] if whole else date_line(day)


def _language(code: str | None) -> str | None:
    """ISO 639-1 of a language tag: ko-KR is ko."""
    found = re.fullmatch(r"([a-z]{2})([-_].*)?", (code or "").lower())
    return found[1] if found else None


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
