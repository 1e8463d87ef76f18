"""What does the style of a Word paragraph say? Role, level, list and size, its own and of those it builds on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from indexer.markup import ElementRole
from indexer.readers.office.xml import Node, attribute, child, children, number

MAX_CHAIN = 20  # styles that build on one another; more is a circle
BODY_LEVEL = 9  # outline levels count from 0; this is that of running text
SIZE = 10.0  # points, where nothing says another

# Names that Word gives its own styles in every language (ids differ), and those of Korean templates.
ROLES = {
    "title": ElementRole.TITLE, "제목": ElementRole.TITLE, "논문제목": ElementRole.TITLE, "문서제목": ElementRole.TITLE,
    "caption": ElementRole.CAPTION, "캡션": ElementRole.CAPTION,
    "author": ElementRole.BYLINE, "저자": ElementRole.BYLINE,
}  # fmt: skip
_HEADING = re.compile(r"(?:heading|제목)\s?([1-9])")
# Not "toc heading": what is over the contents, and many set their unnumbered headings in it.
_CONTENTS = re.compile(r"toc \d+|table of figures|목차\s?\d*")


@dataclass(frozen=True, slots=True)
class WordStyle:
    """What a style says. None and "" where it says nothing."""

    role: ElementRole | None = None
    level: int | None = None  # of the outline, from 0; BODY_LEVEL is none
    list: str = ""  # the id of its list
    list_level: int | None = None
    size: float | None = None
    bold: bool | None = None
    script: str = ""
    hidden: bool = False
    contents: bool = False


@dataclass(frozen=True, slots=True)
class WordStyles:
    """The styles of a document by their ids, each whole; and which is that of a paragraph that names none."""

    by_id: Mapping[str, WordStyle]
    default: WordStyle = WordStyle()

    def of(self, identity: str) -> WordStyle:
        """The style of this id; that of paragraphs without one where there is none."""
        return self.by_id.get(identity, self.default)


def read_styles(root: Node | None) -> WordStyles:
    """The styles of a `styles.xml`."""
    nodes = {attribute(node, "styleId"): node for node in children(root, "style")}
    basic = letters(WordStyle(size=SIZE), child(root, "docDefaults", "rPrDefault", "rPr"))
    by_id = {identity: _whole(identity, nodes, basic) for identity in nodes}
    default = next((identity for identity, node in nodes.items() if _is_default(node)), "")
    return WordStyles(by_id, by_id.get(default, basic))


def _is_default(node: Node) -> bool:
    return attribute(node, "type") == "paragraph" and attribute(node, "default") in ("1", "true")


def _whole(identity: str, nodes: Mapping[str, Node], basic: WordStyle) -> WordStyle:
    """A style with what it takes from those that it builds on, the farthest first."""
    style = basic
    for node in reversed(list(_chain(identity, nodes))):
        style = letters(style, child(node, "rPr"))
        style = _named(style, attribute(child(node, "name"), "val").lower())
        style = paragraph(style, child(node, "pPr"))
    return style


def _chain(identity: str, nodes: Mapping[str, Node]) -> Iterator[Node]:
    for _ in range(MAX_CHAIN):
        node = nodes.get(identity)
        if node is None:
            return
        yield node
        identity = attribute(child(node, "basedOn"), "val")


def _named(style: WordStyle, name: str) -> WordStyle:
    heading = _HEADING.fullmatch(name)
    if heading is not None:
        return replace(style, level=int(heading[1]) - 1)
    contents = _CONTENTS.fullmatch(name) is not None
    return replace(style, role=ROLES.get(name, style.role), contents=style.contents or contents)


def paragraph(style: WordStyle, properties: Node | None) -> WordStyle:
    """The style with what a paragraph's own properties say."""
    if properties is None:
        return style
    level, listed = child(properties, "outlineLvl"), child(properties, "numPr")
    if level is not None:
        style = replace(style, level=number(level, "val", BODY_LEVEL))
    if listed is not None:
        if (identity := child(listed, "numId")) is not None:
            style = replace(style, list=attribute(identity, "val"))
        if (depth := child(listed, "ilvl")) is not None:
            style = replace(style, list_level=number(depth, "val"))
    return style


def letters(style: WordStyle, properties: Node | None) -> WordStyle:
    """The style with what properties of letters say."""
    if properties is None:
        return style
    if (size := number(child(properties, "sz"), "val")) > 0:
        style = replace(style, size=size / 2)
    if (bold := child(properties, "b")) is not None:
        style = replace(style, bold=is_on(bold))
    if (script := child(properties, "vertAlign")) is not None:
        style = replace(style, script={"superscript": "sup", "subscript": "sub"}.get(attribute(script, "val"), ""))
    if (hidden := child(properties, "vanish")) is not None:
        style = replace(style, hidden=is_on(hidden))
    return style


def is_on(switch: Node) -> bool:
    """Whether a property that is there is switched on."""
    return attribute(switch, "val", "true") not in ("0", "false", "off")
