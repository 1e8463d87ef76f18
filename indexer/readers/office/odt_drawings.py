"""What stands in this frame or shape of an OpenDocument text? Text in boxes is text; pictures and formulas are not.

A frame holds one thing in several forms (a chart and its picture): the first is the thing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from indexer.readers.office.flow import LeftOutCount, LeftOutKind, Paragraph, Part, TextBox
from indexer.readers.office.odt_tables import read_table
from indexer.readers.office.xml import Node, attribute, tag

GROUPS = frozenset(("g", "a"))
SHAPES = frozenset((
    "custom-shape", "rect", "ellipse", "circle", "polygon", "polyline", "path", "regular-polygon", "connector", "line",
    "caption", "measure",
))  # fmt: skip
DRAWN = SHAPES | {"frame", "g"}
OBJECTS = frozenset(("object", "object-ole"))
PICTURES = frozenset(("image", "plugin", "applet", "floating-frame"))


@dataclass(frozen=True, slots=True)
class OdtDrawings:
    """Reads the drawings of one file. `formulas`: the names of the parts that are formulas."""

    formulas: frozenset[str] = frozenset()

    def parts(self, node: Node, read: Callable[[Node], tuple[Paragraph, ...]]) -> Iterator[Part]:
        """The parts of a drawing; `read` reads what stands in a box."""
        name = tag(node)
        if name in GROUPS:
            for one in node:
                yield from self.parts(one, read)
        elif name in SHAPES:
            if paragraphs := read(node):
                yield TextBox(paragraphs)
        elif name == "frame":
            found = (part for one in node if (part := self._held(one, read)) is not None)
            yield from (part for part in [next(found, None)] if part is not None)

    def _held(self, node: Node, read: Callable[[Node], tuple[Paragraph, ...]]) -> Part | None:
        """What a node in a frame is; None where it is but a title, a link or a shape of the wrap."""
        name = tag(node)
        if name == "text-box":
            return TextBox(read(node))
        if name == "table":
            return read_table(node, read)
        if name in OBJECTS:
            part = attribute(node, "href").removeprefix("./").strip("/")
            formula = part in self.formulas or any(tag(one) == "math" for one in node)
            return LeftOutCount(LeftOutKind.EQUATION if formula else LeftOutKind.PICTURE)
        return LeftOutCount(LeftOutKind.PICTURE) if name in PICTURES else None
