"""What on a web page is no content? What is never text or hidden, and the frame around the page's content.

The frame is known by its tags and roles, and by the names that Korean institutes' sites and wikis give it.
"""

import re

from bs4 import BeautifulSoup, Tag

from indexer.markup import attribute, short_text

# Never read: not text of the page, or not for readers.
SKIPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed", "button", "select",
    "option", "textarea", "input", "nav", "dialog", "audio", "video", "map", "head", "menu", "datalist", "rp", "rt",
))  # fmt: skip
FRAME = frozenset(("header", "footer", "aside"))  # of the page; within its article they belong to it
FRAME_ROLES = frozenset((
    "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar",
))  # fmt: skip
# Classes and ids of the same, as Korean institutes' sites name them (global, local and side navigation bars), and what
# wikis and blogs put beside a text (contents, whose words stand in the headings; buttons, other posts).
FRAME_NAMES = frozenset((
    "gnb", "lnb", "snb", "breadcrumb", "skipnav", "skip-nav", "sns", "share", "sidebar", "comments", "related",
    "toc", "wiki-macro-toc", "ez-toc-container", "catlinks", "container_postbtn", "another_category",
))  # fmt: skip
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Classes of the content of a post. Source: Tistory, Naver's two editors, Brunch, Velog, Egloos.
CONTENT_NAMES = ["contents_style", "se-main-container", "se_component_wrap", "wrap_body", "post-content"]
EDITED = frozenset(("a", "span", "small", "sup", "div"))  # what holds the links that edit a section
EDIT_NAMES = re.compile(r"edit-?section", re.IGNORECASE)
# "[편집]", "[편집 | 원본 편집]", "[edit]", and the signs that lead to a heading itself: "¶", "#".
EDIT = re.compile(
    r"[\s\[\]|·]*((원본 ?|소스 ?)?(편집|수정)[\s\[\]|·]*)+|\[\s*edit( source)?\s*\]|[¶#§🔗]", re.IGNORECASE
)


def main_part(soup: BeautifulSoup) -> Tag | None:
    """The part of the page that is its content: what says so, the one <article>, or the one of a content's class."""
    for found in (
        soup.find_all("main", limit=2),
        soup.find_all(role="main", limit=2),
        soup.find_all("article", limit=2),
        soup.find_all("div", class_=CONTENT_NAMES, limit=2),
    ):
        if len(found) == 1:
            return found[0]
    return None


def is_never_text(tag: Tag) -> bool:
    """Whether what a node holds is no text of the page."""
    return tag.name in SKIPPED


def is_hidden(tag: Tag) -> bool:
    """Whether a browser does not show a node, as far as the node itself says."""
    return tag.has_attr("hidden") or (tag.has_attr("style") and HIDDEN.search(attribute(tag, "style")) is not None)


def is_edit_link(tag: Tag, in_heading: bool) -> bool:
    """Whether a node is what a wiki puts at each heading for its writers."""
    if EDIT_NAMES.search(attribute(tag, "class")):
        return True
    return in_heading and EDIT.fullmatch(short_text(tag) or "") is not None


def is_named_frame(tag: Tag) -> bool:
    """Whether a block is called a part of the frame by its class, id or role."""
    if not tag.attrs:
        return False
    names = set(f"{attribute(tag, 'class')} {attribute(tag, 'id')}".lower().split())
    named = names & FRAME_NAMES and not re.fullmatch("h[1-6]|p|li", tag.name)
    return bool(named) or attribute(tag, "role") in FRAME_ROLES
