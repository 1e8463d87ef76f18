"""How is the tree of a page walked, and what does a node of it show? The ground that links, tables and readers share.

Everything here is one pass or a bounded look around a node: hostile pages cost what their length does.
"""

import re
from collections.abc import Callable, Iterator
from typing import TypeGuard

from bs4 import Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from indexer.markup.runs import SCRIPT_FIGURES, script_figures

CLIMB = 8  # levels looked up from a node; real pages wrap a mark in two or three
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption",
))  # fmt: skip
# Raised by its style alone, as the editors of blogs and of Hangul write it.
_STYLED = {
    "sup": re.compile(r"vertical-align\s*:\s*(super|text-top)", re.IGNORECASE),
    "sub": re.compile(r"vertical-align\s*:\s*(sub|text-bottom)", re.IGNORECASE),
}


def walk(root: Tag, enter: Callable[[Tag], bool] = lambda tag: True) -> Iterator[tuple[PageElement, bool]]:
    """Every node under `root` as it opens (True) and every tag as it closes (False); no recursion, however deep.

    A tag for which `enter` is false neither closes nor shows what is in it.
    """
    stack: list[tuple[Tag, Iterator[PageElement]]] = [(root, iter(root.contents))]
    while stack:
        tag, children = stack[-1]
        for child in children:
            yield child, True
            if isinstance(child, Tag) and enter(child):
                stack.append((child, iter(child.contents)))
                break
        else:
            stack.pop()
            if stack:
                yield tag, False


def is_text(node: PageElement) -> TypeGuard[NavigableString]:
    """Whether a node is text of the page: no comment, no declaration."""
    return isinstance(node, NavigableString) and not isinstance(node, PreformattedString)


def attribute(tag: Tag, name: str) -> str:
    """An attribute in one string; "" where there is none."""
    value = tag.attrs.get(name)
    return value if isinstance(value, str) else " ".join(value or ())


def above(tag: Tag) -> Iterator[Tag]:
    """The node and those it lies in, up to the nearest block, a bounded number."""
    for _ in range(CLIMB):
        yield tag
        if tag.name in BLOCKS or tag.parent is None:
            return
        tag = tag.parent


def block_of(tag: Tag) -> Tag:
    """The nearest block that holds a node, or is it; deep inside, the highest node looked at."""
    *_, last = above(tag)
    return last


def short_text(tag: Tag, limit: int = 24) -> str | None:
    """The text of a node if it is at most so long, else None; looks at a bounded number of nodes."""
    parts: list[str] = []
    length = 0
    for seen, (node, opens) in enumerate(walk(tag)):
        if opens and is_text(node):
            parts.append(str(node))
            length += len(node)
        if length > limit * 2 or seen > 16:
            return None
    text = " ".join("".join(parts).split())
    return text if len(text) <= limit else None


def script(tag: Tag) -> str:
    """ "sup" or "sub" where a node is set above or below the line, by its name or its style; else ""."""
    if tag.name in SCRIPT_FIGURES:
        return str(tag.name)
    if tag.name not in ("span", "a", "font") or "style" not in tag.attrs:
        return ""
    return next((name for name, style in _STYLED.items() if style.search(attribute(tag, "style"))), "")


def script_text(tag: Tag) -> str:
    """What a superscript or subscript that calls no note adds to the text; "" for every other node."""
    if len(tag.contents) != 1 or not is_text(tag.contents[0]) or not (name := script(tag)):
        return ""
    return script_figures(name, str(tag.contents[0]).strip())


def text_just_before(tag: Tag) -> str | None:
    """The last letters before a node in its line; None where it is the first thing there."""
    node: PageElement | None = tag
    for _ in range(CLIMB * 2):
        node = node.previous_element if node is not None else None
        if node is None or (isinstance(node, Tag) and node.name in BLOCKS):
            return None
        if isinstance(node, Tag) and node.name == "br":
            return None
        if is_text(node) and str(node).strip():
            return str(node)[-40:]
    return None


def text_before(target: Tag, block: Tag) -> bool:
    """Whether more than a label stands in a block before a node of it; looks at a bounded number of nodes."""
    for seen, (node, _) in enumerate(walk(block)):
        if node is target or seen > 16:
            return seen > 16
        if is_text(node) and len(str(node).strip()) > 6:  # more than its own label: "[12] "
            return True
    return False


def holds(tag: Tag, name: str) -> bool:
    """Whether a node of this name lies in a short node (`short_text`), however deep."""
    return any(isinstance(node, Tag) and node.name == name for node, _ in walk(tag))
