"""What stands in the text of an OpenDocument file? One walk: paragraphs, lists, notes, fields, tables and boxes.

Tracked changes are read as accepted: what was deleted lies apart. Comments, hidden text and the readings over letters
(ruby) are no text; a field is what it shows.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from indexer.markup import ElementRole
from indexer.readers.office.flow import LineEnd, NoteAtMark, Paragraph, Part, Words
from indexer.readers.office.odt_drawings import DRAWN, OdtDrawings
from indexer.readers.office.odt_lists import ListItem, OdtLists, OpenList, item_of
from indexer.readers.office.odt_styles import OdtLook, OdtStyle, OdtStyles
from indexer.readers.office.odt_tables import read_table
from indexer.readers.office.xml import Node, attribute, child, number, tag
from indexer.readers.symbols import shown

INDEXES = frozenset(("table-of-content", "illustration-index", "table-index", "object-index", "user-index"))
# What only holds other blocks.
HOLDERS = INDEXES | {
    "section", "index-body", "index-title", "alphabetical-index", "bibliography", "region-left", "region-center",
    "region-right", "content-control",
}  # fmt: skip
# What stands in a paragraph, or says something of it, and is not printed there.
NO_TEXT = frozenset((
    "annotation", "ruby-text", "tracked-changes", "script", "event-listeners", "control", "forms", "param",
    "binary-data",
))  # fmt: skip
PAGE_FIELDS = frozenset(("page-number", "page-count"))  # of a head or foot: the file says but that of one page
SMALL = 0.8  # of the size of the words before it, at which a number is a mark
SPACE = re.compile(r"[ \t\r\n]+")  # one space, as the file is laid out. Source: OpenDocument 1.3, 6.1.2


@dataclass(slots=True)
class OdtBody:
    """Reads the paragraphs of one document, in order."""

    styles: OdtStyles
    lists: OdtLists
    drawings: OdtDrawings
    no_text: frozenset[str] = NO_TEXT
    called: dict[str, int] = field(default_factory=dict)  # notes so far, by their class
    notes: dict[str, NoteAtMark | None] = field(default_factory=dict)  # by their ids; None where two have the same

    def read(self, parent: Node) -> tuple[Paragraph, ...]:
        """The paragraphs in a body, a cell, a note or a box, its tables among them."""
        return tuple(self._blocks(parent))

    def _blocks(self, parent: Node, item: ListItem | None = None, contents: bool = False) -> Iterator[Paragraph]:
        for node in parent:
            name = tag(node)
            if name in ("p", "h"):
                yield self._paragraph(node, item, contents)
            elif name == "list":
                yield from self._list(node, item.of if item is not None else None)
            elif name == "numbered-paragraph":
                yield from self._blocks(node, self.lists.numbered(node))
            elif name == "table":
                yield Paragraph((read_table(node, self.read),))
            elif name in HOLDERS and not _is_hidden(node):
                yield from self._blocks(node, item, contents or name in INDEXES)
            elif name in DRAWN or name == "a":
                yield Paragraph(tuple(self.drawings.parts(node, self.read)))

    def _list(self, node: Node, outer: OpenList | None) -> Iterator[Paragraph]:
        opened = self.lists.open(node, outer)
        for one in node:
            if tag(one) in ("list-item", "list-header"):
                yield from self._blocks(one, item_of(one, opened))

    def _paragraph(self, node: Node, item: ListItem | None, contents: bool) -> Paragraph:
        style = self.styles.paragraph(attribute(node, "style-name"))
        if style.look.hidden or any(tag(one) == "hidden-paragraph" and _is_hidden(one) for one in node):
            return Paragraph(())
        looks: list[tuple[float, bool]] = []
        parts = tuple(self._parts(node, style.look, looks))
        contents = contents or style.contents
        styled = style.level if any(map(str.isalpha, _text(parts))) else None  # numbers of equations have such styles
        outline = number(node, "outline-level", 1) if tag(node) == "h" else styled
        heading = outline if outline is not None and outline > 0 and not contents else None
        printed = self._number(node, style, item, heading)
        role = style.role or (ElementRole.HEADING if heading is not None else ElementRole.PARAGRAPH)
        level = heading if heading is not None else item.of.level + 1 if item is not None and printed else None
        size, bold = max((size for size, _ in looks), default=0.0), bool(looks) and all(bold for _, bold in looks)
        return Paragraph(parts, role, level, printed, size, bold, contents)

    def _number(self, node: Node, style: OdtStyle, item: ListItem | None, heading: int | None) -> str:
        if item is not None:
            return self.lists.next(item, style.list)
        if heading is None or tag(node) != "h" or attribute(node, "is-list-header") == "true":
            return ""
        return self.lists.next_heading(heading, style.list)

    def _parts(self, node: Node, look: OdtLook, looks: list[tuple[float, bool]]) -> Iterator[Part]:
        """What stands in a node of a paragraph."""
        if look.hidden:
            return
        yield from _words(node.text, look, looks)
        for one in node:
            yield from self._part(one, look, looks)
            yield from _words(one.tail, look, looks)

    def _part(self, node: Node, look: OdtLook, looks: list[tuple[float, bool]]) -> Iterator[Part]:
        name = tag(node)
        if name in self.no_text or _is_hidden(node):
            return
        if name == "note":
            yield self._note(node)
        elif name in ("s", "tab"):
            yield Words("\t" if name == "tab" else " ")
        elif name == "line-break":
            yield LineEnd()
        elif name in DRAWN:
            yield from self.drawings.parts(node, self.read)
        elif name == "note-ref" and _is_mark(look, looks) and (again := self._again(node)) is not None:
            yield again
        else:
            yield from self._parts(node, self.styles.letters(look, attribute(node, "style-name")), looks)

    def _note(self, node: Node) -> NoteAtMark:
        """A mark and its note. Its number is what the file shows; where it shows none, notes are counted."""
        kind, citation = attribute(node, "note-class", "footnote"), child(node, "note-citation")
        self.called[kind] = count = self.called.get(kind, 0) + 1
        printed = attribute(citation, "label") or ("" if citation is None else "".join(map(str, citation.itertext())))
        label = " ".join(printed.split())
        if label in ("", "0"):  # LibreOffice writes 0 for a note that it has not laid out
            label = str(count)
        body = child(node, "note-body")
        paragraphs = self.read(body) if body is not None else ()
        note = NoteAtMark(label, label, paragraphs, endnote=kind == "endnote", identity=str(count))
        identity = attribute(node, "id")
        self.notes[identity] = None if identity in self.notes else note
        return note

    def _again(self, node: Node) -> NoteAtMark | None:
        """The note of an earlier mark that is called once more, by a reference to its number that is set as a mark."""
        if attribute(node, "reference-format", "text") != "text":
            return None
        return self.notes.get(attribute(node, "ref-name"))


def _words(text: str | None, look: OdtLook, looks: list[tuple[float, bool]]) -> Iterator[Part]:
    if text and not look.hidden:
        if text.strip():
            looks.append(look.of(text))
        yield Words(shown(SPACE.sub(" ", text), look.font), look.script)


def _text(parts: Iterable[Part]) -> str:
    return "".join(part.text for part in parts if isinstance(part, Words))


def _is_mark(look: OdtLook, looks: list[tuple[float, bool]]) -> bool:
    """Whether letters are set as marks are: raised, or smaller by far than the words before them."""
    before = max((size for size, _ in looks), default=0.0)
    return look.script == "sup" or look.sizes[0] < before * SMALL


def _is_hidden(node: Node) -> bool:
    """Whether a section, or a field, is not shown."""
    return attribute(node, "display") == "none" or attribute(node, "is-hidden") == "true"
