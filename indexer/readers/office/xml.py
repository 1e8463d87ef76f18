"""What does this node of an office file's XML say? Names without their name spaces, and attributes as numbers.

Programs write the same nodes in name spaces of several years (HWPX 2011, 2016, 2024; DOCX transitional and strict), so
nodes and attributes go by their own names.
"""

from collections.abc import Iterator

from lxml.etree import _Element as Node


def tag(node: Node) -> str:
    """The name of a node without its name space."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def attribute(node: Node | None, name: str, default: str = "") -> str:
    """The attribute of this name in whichever name space."""
    if node is None:
        return default
    for key, value in node.attrib.items():
        if key == name or str(key).endswith("}" + name):
            return str(value)
    return default


def number(node: Node | None, name: str, default: int = 0) -> int:
    """The attribute as a number; the default where it is none."""
    printed = attribute(node, name)
    return int(printed) if printed.removeprefix("-").isdecimal() and len(printed) < 12 else default


def child(node: Node | None, *path: str) -> Node | None:
    """The first child of this name, and of that its first of the next name."""
    for name in path:
        node = next((one for one in node if tag(one) == name), None) if node is not None else None
    return node


def children(node: Node | None, name: str) -> Iterator[Node]:
    """The children of this name."""
    return (one for one in (() if node is None else node) if tag(one) == name)
