"""What stands in this drawing of a Word document? Text boxes are text; pictures, charts and equations are left out."""

from collections.abc import Callable, Iterator

from indexer.readers.office.flow import LeftOutCount, LeftOutKind, Paragraph, Part, TextBox
from indexer.readers.office.xml import Node, attribute, tag

PICTURES = frozenset(("pic", "imagedata", "chart", "relIds"))  # relIds: those of a diagram (SmartArt)


def drawn_parts(node: Node, read: Callable[[Node], tuple[Paragraph, ...]]) -> Iterator[Part]:
    """The parts of a drawing; `read` reads what stands in a box."""
    if any(tag(one) == "OLEObject" and attribute(one, "ProgID").startswith("Equation") for one in node):
        yield LeftOutCount(LeftOutKind.EQUATION)
        return
    for one in _outermost(node):
        if tag(one) == "txbxContent":
            yield TextBox(read(one))
        else:
            yield LeftOutCount(LeftOutKind.PICTURE)


def _outermost(node: Node) -> Iterator[Node]:
    """Boxes and pictures that stand in no other; of two ways to say the same, the first."""
    for one in node:
        if tag(one) == "txbxContent" or tag(one) in PICTURES:
            yield one
        elif tag(one) == "AlternateContent":
            yield from next((found for way in one if (found := list(_outermost(way)))), [])
        else:
            yield from _outermost(one)
