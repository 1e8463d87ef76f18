"""What stands in this section of an HWPX file? One walk over its XML: paragraphs, runs, and the objects in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from indexer.readers.office.flow import (
    FlowCell,
    FlowTable,
    LeftOutCount,
    LeftOutKind,
    LineEnd,
    NoteAtMark,
    Paragraph,
    Part,
    RunningHead,
    TextBox,
    Words,
)
from indexer.readers.office.hangul import HangulParagraphs
from indexer.readers.office.number_shape import NumberShape
from indexer.readers.office.xml import Node, attribute, child, children, number, tag
from indexer.readers.symbols import in_shape, shown

SPACES = {"tab": "\t", "nbSpace": "\u00a0", "fwSpace": " "}
PICTURES = ("pic", "ole", "chart", "video")
SHAPES = ("rect", "ellipse", "arc", "polygon", "curve", "line", "connectLine", "container", "textart")
NOTES = {"footNote": "footNotePr", "endNote": "endNotePr"}
PAGES = ("PAGE", "TOTAL_PAGE")
NOTE_NUMBERS = ("FOOTNOTE", "ENDNOTE")


@dataclass(slots=True)
class HwpxSections:
    """Reads the sections of one file, in order."""

    paragraphs: HangulParagraphs
    shapes: dict[str, NumberShape] = field(default_factory=dict)  # of the notes of this section, by their node's name
    counts: dict[str, int] = field(default_factory=dict)  # notes so far, by the same
    deleted: int = 0  # tracked deletions that stand open

    def read(self, parent: Node | None) -> tuple[Paragraph, ...]:
        """The paragraphs that are children of a node, and the tables that some programs put beside them."""
        return tuple(
            self._paragraph(node) if tag(node) == "p" else Paragraph((self._table(node),))
            for node in ([] if parent is None else parent)
            if tag(node) in ("p", "tbl")
        )

    def _paragraph(self, node: Node) -> Paragraph:
        parts: list[Part] = []
        letters: set[int] = set()
        for run in children(node, "run"):
            of = number(run, "charPrIDRef", -1)
            before = len(parts)
            for one in run:
                parts.extend(self._part(one, of))
            if any(isinstance(part, Words) and part.text.strip() for part in parts[before:]):
                letters.add(of)
        style = number(node, "styleIDRef", -1)
        return self.paragraphs.paragraph(number(node, "paraPrIDRef", -1), style, letters, tuple(parts))

    def _part(self, node: Node, letters: int) -> Iterator[Part]:
        name = tag(node)
        if name == "t":
            yield from self._text(node, letters)
        elif name == "secPr":
            self._section(node)
        elif name == "ctrl":
            for one in node:
                yield from self._control(one, letters)
        elif name in ("switch", "case", "default"):
            for one in self._chosen(node):
                yield from self._part(one, letters)
        elif not self.deleted:
            yield from self._object(node, name, letters)

    def _chosen(self, node: Node) -> Iterator[Node]:
        """What a program reads that knows no extension: the default of a switch."""
        if tag(node) != "switch":
            return iter(node)
        default = child(node, "default")
        return iter([default] if default is not None else list(node)[:1])

    def _object(self, node: Node, name: str, letters: int) -> Iterator[Part]:
        if name == "tbl":
            yield self._table(node)
        elif name == "equation":
            yield LeftOutCount(LeftOutKind.EQUATION, self._caption(node))
        elif name in PICTURES:
            yield LeftOutCount(LeftOutKind.PICTURE, self._caption(node))
        elif name in SHAPES:
            yield from self._shape(node)
        elif name == "compose":
            text, shape = attribute(node, "composeText"), attribute(node, "circleType", "CHAR")
            yield self.paragraphs.words(shown(text) if shape == "CHAR" else in_shape(text), letters)
        elif name == "dutmal":
            yield self.paragraphs.words(shown(_own_text(child(node, "mainText"))), letters)

    def _text(self, node: Node, letters: int) -> Iterator[Part]:
        yield from self._words(node.text, letters)
        for one in node:
            name = tag(one)
            if name in ("deleteBegin", "deleteEnd"):
                self.deleted = max(self.deleted + (1 if name == "deleteBegin" else -1), 0)
            elif not self.deleted and name == "lineBreak":
                yield LineEnd()
            elif name in SPACES:
                yield from self._words(SPACES[name], letters)
            yield from self._words(one.tail, letters)

    def _words(self, text: str | None, letters: int) -> Iterator[Part]:
        if text and not self.deleted:
            yield self.paragraphs.words(shown(text), letters)

    def _section(self, node: Node) -> None:
        self.paragraphs.outline = number(node, "outlineShapeIDRef", self.paragraphs.outline)
        for name, settings in NOTES.items():
            self.shapes[name] = _number_shape(child(node, settings, "autoNumFormat"))
            if attribute(child(node, settings, "numbering"), "type") == "ON_SECTION":
                self.counts[name] = 0

    def _control(self, node: Node, letters: int) -> Iterator[Part]:
        name = tag(node)
        if self.deleted:
            return
        if name in NOTES:
            yield self._note(node, name)
        elif name in ("header", "footer"):
            yield RunningHead(self.read(child(node, "subList")))
        elif name == "autoNum" and attribute(node, "numType") not in NOTE_NUMBERS + PAGES:
            shape = _number_shape(child(node, "autoNumFormat"))
            yield self.paragraphs.words(shape.printed(number(node, "num", 1)), letters)
        elif name == "newNum" and attribute(node, "numType") in NOTE_NUMBERS:
            kind = "footNote" if attribute(node, "numType") == "FOOTNOTE" else "endNote"
            self.counts[kind] = number(node, "num", 1) - 1

    def _note(self, node: Node, name: str) -> NoteAtMark:
        kind = "FOOTNOTE" if name == "footNote" else "ENDNOTE"
        own = next((one for one in node.iter() if tag(one) == "autoNum" and attribute(one, "numType") == kind), None)
        self.counts[name] = self.counts.get(name, 0) + 1
        count = number(own, "num") or number(node, "number") or self.counts[name]
        self.counts[name] = count
        given = child(own, "autoNumFormat")
        shape = _number_shape(given) if given is not None else self.shapes.get(name, NumberShape(after=")"))
        return NoteAtMark(
            shape.label(count), shape.printed(count), self.read(child(node, "subList")), endnote=name == "endNote"
        )

    def _shape(self, node: Node) -> Iterator[Part]:
        """The text in a drawn shape, or in the shapes of a group."""
        if written := self.read(child(node, "drawText", "subList")):
            yield TextBox(written)
        if text := attribute(node, "text").strip():  # of a TextArt
            yield TextBox((Paragraph((Words(shown(text)),)),))
        if tag(node) == "container":
            for one in node:
                yield from self._object(one, tag(one), -1)
        if caption := self._caption(node):
            yield TextBox(caption)

    def _caption(self, node: Node) -> tuple[Paragraph, ...]:
        return self.read(child(node, "caption", "subList"))

    def _table(self, node: Node) -> FlowTable:
        below = attribute(child(node, "caption"), "side") == "BOTTOM"
        caption = () if below else self._caption(node)  # read in the order of print: its number counts
        cells = tuple(
            self._cell(cell, row, column)
            for row, line in enumerate(children(node, "tr"))
            for column, cell in enumerate(children(line, "tc"))
        )
        return FlowTable(cells, self._caption(node) if below else caption, below)

    def _cell(self, node: Node, row: int, column: int) -> FlowCell:
        place, span = child(node, "cellAddr"), child(node, "cellSpan")
        return FlowCell(
            number(place, "rowAddr", row),
            number(place, "colAddr", column),
            self.read(node if (inner := child(node, "subList")) is None else inner),
            max(number(span, "rowSpan", 1), 1),
            max(number(span, "colSpan", 1), 1),
            attribute(node, "header") == "1",
            number(node, "borderFillIDRef", -1) in self.paragraphs.look.shades,
        )


def _number_shape(node: Node | None) -> NumberShape:
    if node is None:
        return NumberShape(after=")")
    before, after = attribute(node, "prefixChar"), attribute(node, "suffixChar")
    return NumberShape(attribute(node, "type", "DIGIT"), before, after, attribute(node, "userChar"))


def _own_text(node: Node | None) -> str:
    return "" if node is None else "".join(str(text) for text in node.itertext())
