"""What does the style of an OpenDocument paragraph say? Role, outline level, list and letters, its own and inherited.

A paragraph names a style that was made for it alone, and that one builds on a style with a name that people see. Sizes
and weights are said twice, for Latin letters and for those of East Asia.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from indexer.markup import ElementRole
from indexer.readers.office.docx_styles import ROLES as WORD_ROLES
from indexer.readers.office.hangul import STYLES as HANGUL_ROLES
from indexer.readers.office.xml import Node, attribute, child, children

MAX_CHAIN = 20  # styles that build on one another; more is a circle
SIZE = 12.0  # points, where nothing says another. Source: LibreOffice
STANDARD = "Standard"  # the style of a paragraph that names none
ROLES = {**HANGUL_ROLES, **WORD_ROLES}  # a file may come from either; LibreOffice calls its own as Word does
_HEADING = re.compile(r"(?:heading|제목|개요) ?([1-9])")
# Styles of lines of contents. Source: LibreOffice, Word, Hangul.
_CONTENTS = re.compile(r"(?:contents|toc|(?:figure|illustration|table|object|user) index) \d+|table of figures|목차.*")
_EAST_ASIAN = re.compile("[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]")
_SPACE = re.compile("_([0-9a-f]{2,4})_")  # Heading_20_1


@dataclass(frozen=True, slots=True)
class OdtLook:
    """How letters are set; of sizes and weights the first is that of Latin letters, the second of East Asian ones."""

    sizes: tuple[float, float] = (SIZE, SIZE)  # points
    bold: tuple[bool, bool] = (False, False)
    script: str = ""  # "sup", "sub"
    hidden: bool = False
    font: str = ""

    def of(self, text: str) -> tuple[float, bool]:
        """The size of these letters, and whether they are bold."""
        at = 1 if _EAST_ASIAN.search(text) else 0
        return self.sizes[at], self.bold[at]


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """What a paragraph's style says."""

    look: OdtLook
    role: ElementRole | None = None
    level: int | None = None  # of the outline, from 1
    list: str | None = None  # the name of its list style; "" where it takes its paragraphs out of every list
    contents: bool = False


@dataclass(slots=True)
class OdtStyles:
    """The styles that one part of a file can name, by their family and name."""

    nodes: Mapping[tuple[str, str], Node]
    basic: OdtLook = OdtLook()
    paragraphs: dict[str, OdtStyle] = field(default_factory=dict)  # read so far
    looks: dict[tuple[OdtLook, str], OdtLook] = field(default_factory=dict)

    def paragraph(self, name: str) -> OdtStyle:
        """The style of a paragraph, whole."""
        if name not in self.paragraphs:
            style = OdtStyle(self.basic)
            for node in self._chain("paragraph", name or STANDARD):
                style = _over(style, node)
            self.paragraphs[name] = style
        return self.paragraphs[name]

    def letters(self, look: OdtLook, name: str) -> OdtLook:
        """How letters of a style look in a text that looks so."""
        key = (look, name)
        if key not in self.looks:
            for node in self._chain("text", name):
                look = _set(look, child(node, "text-properties"))
            self.looks[key] = look
        return self.looks[key]

    def _chain(self, family: str, name: str) -> list[Node]:
        """A style and those that it builds on, the farthest first."""
        chain: list[Node] = []
        node = self.nodes.get((family, name))
        while node is not None and len(chain) < MAX_CHAIN:
            chain.append(node)
            node = self.nodes.get((family, attribute(node, "parent-style-name")))
        return chain[::-1]


def read_styles(*parents: Node | None) -> OdtStyles:
    """The styles in these nodes: the common ones, and those that were made for single paragraphs of a part."""
    nodes = {
        (attribute(node, "family"), attribute(node, "name")): node
        for parent in parents
        for node in children(parent, "style")
    }
    defaults = (node for parent in parents for node in children(parent, "default-style"))
    default = next((node for node in defaults if attribute(node, "family") == "paragraph"), None)
    return OdtStyles(nodes, _set(OdtLook(), child(default, "text-properties")))


def shown_name(node: Node) -> str:
    """The name of a style that people see, in small letters."""
    name = attribute(node, "display-name") or _SPACE.sub(lambda found: chr(int(found[1], 16)), attribute(node, "name"))
    return " ".join(name.casefold().split())


def _over(style: OdtStyle, node: Node) -> OdtStyle:
    """A style with what the one that builds on it says."""
    name = shown_name(node)
    heading, level = _HEADING.fullmatch(name), attribute(node, "default-outline-level", "?")
    outline = int(heading[1]) if heading is not None else style.level
    if level != "?":
        outline = int(level) if level.isdecimal() and 0 < int(level) < 11 else None
    listed = attribute(node, "list-style-name", "?")
    return OdtStyle(
        _set(style.look, child(node, "text-properties")),
        ROLES.get(name, style.role),
        outline,
        style.list if listed == "?" else listed,
        style.contents or _CONTENTS.fullmatch(name) is not None,
    )


def _set(look: OdtLook, properties: Node | None) -> OdtLook:
    """The look with what properties of letters say."""
    if properties is None:
        return look
    said = {str(key).rpartition("}")[2]: str(value) for key, value in properties.attrib.items()}
    latin, asian = look.sizes
    bold, bold_asian = look.bold
    script = said.get("text-position")
    return replace(
        look,
        sizes=(_size(said.get("font-size"), latin), _size(said.get("font-size-asian"), asian)),
        bold=(_is_bold(said.get("font-weight"), bold), _is_bold(said.get("font-weight-asian"), bold_asian)),
        script=look.script if script is None else _script(script),
        hidden=said["display"] == "none" if "display" in said else look.hidden,
        font=said.get("font-name") or said.get("font-family", "").strip("'") or look.font,
    )


def _size(printed: str | None, inherited: float) -> float:
    """A size in points, or in parts of the one it builds on."""
    found = re.fullmatch(r"(\d{1,4}(?:\.\d{1,4})?)(pt|%)", printed or "")
    if found is None:
        return inherited
    return round(float(found[1]) * (1 if found[2] == "pt" else inherited / 100), 1)


def _is_bold(printed: str | None, inherited: bool) -> bool:
    return inherited if printed is None else printed == "bold" or (printed.isdecimal() and int(printed[:4]) >= 600)


def _script(printed: str) -> str:
    """Letters raised or lowered: "super 58%", "33% 58%", "-33% 58%"; "0% 100%" is neither."""
    first = printed.split(" ")[0]
    if first in ("super", "sub"):
        return "sup" if first == "super" else "sub"
    found = re.fullmatch(r"(-?)(\d{1,3})(?:\.\d{1,4})?%", first)
    if found is None or int(found[2]) == 0:
        return ""
    return "sub" if found[1] else "sup"
