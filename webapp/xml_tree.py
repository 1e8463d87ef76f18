"""How is XML written? As a tree of elements: what stands in them is escaped, and what XML cannot hold is left out.

Names carry their prefix ("dc:title"), and whoever writes a root declares it there. Nothing is read here.
"""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

# All but the characters that a document may hold. Source: XML 1.0, 2.2
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(tag: str, content: str | Iterable[Element | None] = "", /, **attributes: str | None) -> Element:
    """An element with a text or with others in it, and attributes; what is None is left out."""
    named = {name: plain(value) for name, value in attributes.items() if value is not None}
    made = Element(tag, named)
    if isinstance(content, str):
        made.text = plain(content)
    else:
        made.extend(one for one in content if one is not None)
    return made


def plain(text: str) -> str:
    """The text without what XML cannot hold: most control characters, halves of pairs."""
    return _FORBIDDEN.sub("", text)


def document(root: Element) -> bytes:
    """The whole document, in UTF-8."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, "unicode")}'.encode()
