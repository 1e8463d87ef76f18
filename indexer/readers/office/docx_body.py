"""What stands in the text of a Word document? One walk: paragraphs, runs, fields, notes, tables and boxes.

Tracked changes are read as accepted; comments, hidden text and the codes of fields are no text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from indexer.markup import ElementRole
from indexer.readers.office.docx_drawings import drawn_parts
from indexer.readers.office.docx_lists import WordLists
from indexer.readers.office.docx_notes import WordNotes
from indexer.readers.office.docx_styles import BODY_LEVEL, WordStyle, WordStyles, letters, paragraph
from indexer.readers.office.docx_tables import read_table
from indexer.readers.office.flow import LeftOutCount, LeftOutKind, LineEnd, NoteAtMark, Paragraph, Part, Words
from indexer.readers.office.xml import Node, attribute, child, tag
from indexer.readers.symbols import shown

# What only holds other nodes; insertions and what was moved here are text, deletions and what was moved away are not.
HOLDERS = frozenset((
    "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "ruby", "rubyBase", "dir",
    "bdo",
))  # fmt: skip
SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
NOTES = {"footnoteReference": 0, "endnoteReference": 1}


@dataclass(slots=True)
class BodyReader:
    """Reads the paragraphs of one document, in order."""

    styles: WordStyles
    lists: WordLists
    notes: WordNotes
    fields: list[bool] = field(default_factory=list)  # open fields: whether their result has begun
    held: dict[tuple[int, str], tuple[Paragraph, ...]] = field(default_factory=dict)  # the notes read so far
    custom: tuple[int, str] | None = None  # a note whose mark is the text that follows

    def read(self, parent: Node) -> tuple[Paragraph, ...]:
        """The paragraphs in a body, a cell, a note or a box, its tables among them."""
        found: list[Paragraph] = []
        carried: list[Part] = []  # of a paragraph that goes on in the next
        for node in inner(parent, ("p", "tbl", "oMathPara")):
            if tag(node) == "tbl":
                found.append(Paragraph((read_table(node, self.read),)))
                continue
            if tag(node) == "oMathPara":
                found.append(Paragraph((LeftOutCount(LeftOutKind.EQUATION),)))
                continue
            one = self._paragraph(node)
            goes_on = child(node, "pPr", "rPr", "del") is not None or _is_drop_cap(node)
            carried += one.parts
            if not goes_on:
                found.append(replace(one, parts=tuple(carried)))
                carried = []
        return (*found, Paragraph(tuple(carried))) if carried else tuple(found)

    def _paragraph(self, node: Node) -> Paragraph:
        properties = child(node, "pPr")
        style = paragraph(self.styles.of(attribute(child(properties, "pStyle"), "val")), properties)
        looks: list[WordStyle] = []
        parts = tuple(self._parts(node, style, looks))
        if child(properties, "sectPr") is not None:
            self.notes.section += 1
        size = max((look.size or 0.0 for look in looks), default=0.0)
        bold = bool(looks) and all(look.bold for look in looks)
        number = ""
        if style.list and looks:
            number = self.lists.next(style.list, style.list_level or 0)
        heading = style.level is not None and style.level < BODY_LEVEL and not style.contents
        role = style.role or (ElementRole.HEADING if heading else ElementRole.PARAGRAPH)
        level = style.level if heading else style.list_level or 0
        listed = (level or 0) + 1 if heading or number else None
        return Paragraph(parts, role, listed, number, size, bold, style.contents)

    def _parts(self, node: Node, style: WordStyle, looks: list[WordStyle]) -> Iterator[Part]:
        for one in node:
            name = tag(one)
            if name == "r":
                yield from self._run(one, style, looks)
            elif name in HOLDERS:
                yield from self._parts(one, style, looks)
            elif name in ("oMath", "oMathPara"):
                yield LeftOutCount(LeftOutKind.EQUATION)
            elif name == "AlternateContent":
                yield from self._alternative(one, style, looks)

    def _alternative(self, node: Node, style: WordStyle, looks: list[WordStyle]) -> Iterator[Part]:
        """What a new program reads, or an old one where that holds nothing."""
        for one in node:
            if parts := tuple(self._run(one, style, looks)) or tuple(self._parts(one, style, looks)):
                yield from parts
                return

    def _run(self, node: Node, style: WordStyle, looks: list[WordStyle]) -> Iterator[Part]:
        properties = child(node, "rPr")
        named = self.styles.by_id.get(attribute(child(properties, "rStyle"), "val"))
        look = replace(style, script=named.script, hidden=named.hidden) if named is not None else style
        look = letters(look, properties)
        font = attribute(child(properties, "rFonts"), "ascii")
        for one in node:
            name = tag(one)
            if name == "fldChar":
                self._field(attribute(one, "fldCharType"))
            elif name == "lastRenderedPageBreak" or (name == "br" and attribute(one, "type") == "page"):
                self.notes.page += 1
            elif look.hidden or not all(self.fields):
                continue
            elif name == "AlternateContent":
                yield from self._alternative(one, style, looks)
            elif name in ("drawing", "pict", "object"):
                yield from drawn_parts(one, self.read)
            elif name in NOTES:
                yield from self._call(NOTES[name], one)
            elif name in HOLDERS:
                yield from self._parts(one, style, looks)
            elif name in ("br", "cr"):
                yield LineEnd()
            elif text := _text(one, name, font):
                yield from self._words(text, look, looks)

    def _words(self, text: str, look: WordStyle, looks: list[WordStyle]) -> Iterator[Part]:
        if self.custom is not None:
            (kind, identity), self.custom = self.custom, None
            yield self._note(kind, identity, text.strip())
            return
        if text.strip():
            looks.append(look)
        yield Words(text, look.script)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _call(self, kind: int, node: Node) -> Iterator[Part]:
        identity = attribute(node, "id")
        if attribute(node, "customMarkFollows") in ("1", "true", "on"):
            self.custom = (kind, identity)
        else:
            yield self._note(kind, identity, self.notes.next(kind))

    def _note(self, kind: int, identity: str, label: str) -> NoteAtMark:
        held = self.held.get((kind, identity), ())
        found = self.notes.nodes[kind].get(identity)
        if found is not None and (kind, identity) not in self.held:
            self.held[kind, identity] = ()  # a note that calls itself holds nothing there
            fields, self.fields = self.fields, []
            held = self.held[kind, identity] = self.read(found)
            self.fields = fields
        return NoteAtMark(label, label, held, endnote=kind == 1, identity=identity)


def inner(parent: Node, names: tuple[str, ...]) -> Iterator[Node]:
    """The nodes of these names in a node, those in holders among them."""
    for one in parent:
        if tag(one) in names:
            yield one
        elif tag(one) in HOLDERS:
            yield from inner(one, names)


def _is_drop_cap(node: Node) -> bool:
    """Whether a paragraph holds but the large first letter of the next."""
    return attribute(child(node, "pPr", "framePr"), "dropCap", "none") != "none"


def _text(node: Node, name: str, font: str) -> str:
    """The letters that a node of a run prints."""
    if name == "t":
        return shown(node.text or "", font)
    if name == "sym":
        code = attribute(node, "char")
        return shown(chr(int(code, 16)), attribute(node, "font")) if _is_letter(code) else ""
    return SIGNS.get(name, "")


def _is_letter(code: str) -> bool:
    return 0 < len(code) <= 4 and all(digit in "0123456789abcdefABCDEF" for digit in code) and int(code, 16) >= 32
