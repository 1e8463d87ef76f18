"""What does the header of an HWPX file define? The shapes, styles, numberings and bullets that its paragraphs name."""

import re
from collections.abc import Iterator

from indexer.readers.office.hangul import HangulLook, LetterShape, ParagraphShape
from indexer.readers.office.lists import ListLevel, ListStyle
from indexer.readers.office.xml import Node, attribute, child, number, tag
from indexer.readers.symbols import bullet_sign, shown

MAX_LEVEL = 10  # of a list


def read_look(header: Node) -> HangulLook:
    """The tables of a `header.xml`."""
    shapes: dict[int, ParagraphShape] = {}
    letters: dict[int, LetterShape] = {}
    styles: dict[int, tuple[str, ...]] = {}
    lists: dict[int, ListStyle] = {}
    bullets: dict[int, str] = {}
    shades: set[int] = set()
    for node in header.iter():
        identity = number(node, "id", -1)
        match tag(node):
            case "paraPr":
                shapes[identity] = _shape(node)
            case "charPr":
                letters[identity] = _letters(node)
            case "style":
                styles[identity] = tuple(filter(None, (attribute(node, "name"), attribute(node, "engName"))))
            case "numbering":
                lists[identity] = ListStyle(str(identity), dict(_levels(node)))
            case "bullet":
                bullets[identity] = bullet_sign(attribute(node, "char"))
            case "borderFill" if _shades(node):
                shades.add(identity)
    return HangulLook(shapes, letters, styles, lists, bullets, frozenset(shades))


def _shades(node: Node) -> bool:
    """Whether what is set so stands on a ground that is not white."""
    ground = attribute(child(node, "fillBrush", "winBrush"), "faceColor", "none").lower()
    return ground not in ("none", "#ffffff", "#ffffffff") or child(node, "fillBrush", "gradation") is not None


def _shape(node: Node) -> ParagraphShape:
    heading = next((one for one in node.iter() if tag(one) == "heading"), None)
    kind = attribute(heading, "type", "NONE")
    return ParagraphShape("" if kind == "NONE" else kind, number(heading, "idRef"), number(heading, "level"))


def _letters(node: Node) -> LetterShape:
    script = "sup" if child(node, "supscript") is not None else "sub" if child(node, "subscript") is not None else ""
    return LetterShape(number(node, "height", 1000) / 100, child(node, "bold") is not None, script)


def _levels(numbering: Node) -> Iterator[tuple[int, ListLevel]]:
    for head in numbering.iter():
        if tag(head) == "paraHead" and 0 < (level := number(head, "level")) <= MAX_LEVEL:
            text = level_text(head.text or "", level)
            yield level - 1, ListLevel(text, attribute(head, "numFormat", "DIGIT"), number(head, "start", 1))


def level_text(printed: str, level: int) -> str:
    """What a level prints, with `{1}` for the number of level 1: Hangul writes ^1, and ^n or ^N for the whole path."""
    path = ".".join(f"{{{at}}}" for at in range(1, level + 1))
    text = printed.replace("{", "(").replace("}", ")").replace("^n", path).replace("^N", f"{path}.")
    return shown(re.sub(r"\^(\d{1,2})", r"{\1}", text))
