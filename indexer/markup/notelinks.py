"""Which link of a web page calls which note? Tells note references, notes and ways back from all other links.

A page binds its notes by links to places in itself. Such a link calls a note if it looks like a note's mark and says
so: it is set superscript, or its address, class or role names a note. A note stands after the mark that calls it, so
a link upwards is a way back. Superscripts without a link are marks only where they cannot be an exponent.

Everything here is one pass over the tree or a bounded climb from a node: hostile pages cost what their length does.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from bs4 import Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from indexer.markup.runs import SCRIPT_FIGURES, script_figures
from indexer.notes import LabelPosition, bind

CLIMB = 8  # levels looked up from a node; real pages wrap a mark in two or three
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption",
))  # fmt: skip
NOTE_BLOCKS = frozenset(("p", "li", "div", "dd", "aside", "section"))  # what may be a note that begins with its mark
WHOLE = frozenset(("html", "body", "main", "article", "table", "tbody", "ul", "ol", "dl"))  # never one note

# Marks: 7, 7), (7), [7], 주7), 각주 7, *, †, iv.  Source: the briefs, HWP's and Word's web export, MediaWiki, Pandoc.
MARK = re.compile(
    r"[\[(（〔{]?\s*(?:주|각주|미주|note|fn)?\s*(\d{1,3}|[*†‡§]{1,3}|[ivxlc]{1,6}|[a-z])\s*[\])）〕}.:]{0,2}",
    re.IGNORECASE,
)
# Names of notes in addresses, ids and classes: fn1, fnref:1, _ftn1, _edn2, cite_note-3, footnote-4, sdfootnote5sym.
NAMED = re.compile(
    r"foot-?note|end-?note|note-?ref|cite_note|cite_ref|\b_?(ftn|edn|fn|en)(ref)?[-_:.]?\d|\bnote|각주|미주", re.I
)
BACK = re.compile(r"[\s↩↑^⬆⏎\ufe0e\ufe0f]*|.{0,4}(돌아가기|본문으로|back to|return to|jump up).{0,20}", re.IGNORECASE)
# Role or class of a list of notes.
LISTS = re.compile(r"\b(doc-)?(foot|end)-?notes\b|\breflist\b|\b각주\b", re.IGNORECASE)
LIST_HEADING = re.compile(r"\s*(각주|미주|주석|주|註|후주|(foot|end)?notes?)\s*", re.IGNORECASE)
NOTE_ROLES = frozenset(("doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"))
# A superscript number behind one of these may be a power or a formula: 10², km², CO₂; behind 한글, a bracket or a full
# stop it is a mark.
NO_EXPONENT = re.compile(r"[가-힣㐀-鿿.,!?;:”’\"'」』》〉)\]…。]\s*$|[^\W\d_]{4}\s*$")


@dataclass(frozen=True, slots=True)
class NoteCall:
    """A mark: what it prints, the label in it, the key of the note it calls."""

    printed: str
    label: str
    key: str | None


@dataclass(slots=True)
class NoteLinks:
    """What was found, by node (its `id()`), and where each node begins and ends in the order of the page."""

    calls: dict[int, NoteCall] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)  # the node that begins a note -> its key
    labels: dict[str, str] = field(default_factory=dict)  # key -> label
    backlinks: set[int] = field(default_factory=set)
    begins: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)

    def within(self, inner: Tag, outer: Tag) -> bool:
        """Whether a node lies in another, or is it."""
        return self.begins[id(outer)] <= self.begins[id(inner)] <= self.ends[id(outer)]


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


def find_links(root: Tag) -> NoteLinks:
    """The note marks, notes and ways back of a page."""
    found = NoteLinks()
    targets: dict[str, Tag] = {}
    links: list[Tag] = []
    superscripts: list[Tag] = []
    lists: list[Tag] = []
    for count, (node, opens) in enumerate(walk(root)):
        if not isinstance(node, Tag):
            continue
        if not opens:
            found.ends[id(node)] = count
            continue
        found.begins[id(node)] = found.ends[id(node)] = count
        for place in ("id", "name") if node.attrs else ():
            if place == "id" or node.name == "a":
                targets.setdefault(attribute(node, place), node)
        if node.name == "a" and attribute(node, "href").startswith("#"):
            links.append(node)
        elif node.name == "sup":
            superscripts.append(node)
        lists.extend(_lists(node))
    _bind(links, targets, found)
    _unlinked_notes(lists, found)
    _unlinked_marks(superscripts, found)
    return found


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


def script_text(tag: Tag) -> str:
    """What a superscript or subscript that calls no note adds to the text; "" for every other node."""
    if tag.name not in SCRIPT_FIGURES or len(tag.contents) != 1 or not is_text(tag.contents[0]):
        return ""
    return script_figures(tag.name, str(tag.contents[0]).strip())


def _above(tag: Tag) -> Iterator[Tag]:
    """The node and those it lies in, up to the nearest block, a bounded number."""
    for _ in range(CLIMB):
        yield tag
        if tag.name in BLOCKS or tag.parent is None:
            return
        tag = tag.parent


def _bind(links: list[Tag], targets: dict[str, Tag], found: NoteLinks) -> None:
    keys: dict[int, str] = {}
    for link in links:
        address = attribute(link, "href")[1:]
        target = targets.get(address) if address else None
        if (printed := short_text(link)) is None:
            continue
        mark = MARK.fullmatch(printed)
        roles = f"{attribute(link, 'role')} {attribute(link, 'epub:type')}"
        if target is not None and found.begins[id(target)] < found.begins[id(link)] and "noteref" not in roles:
            if "backlink" in roles or BACK.fullmatch(printed) or (mark and _says_note(link, address)):
                found.backlinks.add(id(link))
            continue
        if mark is None or not ("noteref" in roles or _says_note(link, address)):
            continue
        label = mark[1]
        if target is None:
            found.calls[id(link)] = NoteCall(printed, label, None)
        elif (note := _note(target, link, found)) is not None:
            key = keys.setdefault(id(note), f"#{address}")
            found.notes[id(note)] = key
            found.labels.setdefault(key, label)
            found.calls[id(link)] = NoteCall(printed, label, key)


def _says_note(link: Tag, address: str) -> bool:
    """Whether a link is set as a note's mark or named as one."""
    if any(tag.name == "sup" for tag in _above(link)) or _holds(link, "sup"):
        return True
    names = " ".join((address, attribute(link, "class"), attribute(link, "id"), attribute(link, "name")))
    return NAMED.search(names) is not None


def _note(target: Tag, link: Tag, found: NoteLinks) -> Tag | None:
    """The node that the called note begins at: the target's block, or the target where its block holds several."""
    block = list(_above(target))[-1]
    if block.name not in BLOCKS or block.name in WHOLE or found.within(link, block):
        return target if target.name not in WHOLE and not found.within(link, target) else None
    if block is target or not _text_before(target, block):
        return block
    return target


def _text_before(target: Tag, block: Tag) -> bool:
    for seen, (node, _) in enumerate(walk(block)):
        if node is target or seen > 16:
            return seen > 16
        if is_text(node) and len(str(node).strip()) > 6:  # more than its own label: "[12] "
            return True
    return False


def _lists(node: Tag) -> Iterable[Tag]:
    """The nodes that are notes by where they stand or what they are called, though no link may lead to them."""
    if attribute(node, "role") in NOTE_ROLES or attribute(node, "epub:type") in NOTE_ROLES:
        return (node,)
    if node.name == "ol" and _is_list_of_notes(node):
        return tuple(child for child in node.contents if isinstance(child, Tag) and child.name == "li")
    return ()


def _is_list_of_notes(node: Tag) -> bool:
    for tag in (node, node.parent):
        if tag is not None and LISTS.search(f"{attribute(tag, 'role')} {attribute(tag, 'class')}"):
            return True
    before: PageElement | None = node.previous_sibling
    while before is not None and not isinstance(before, Tag):
        if str(before).strip():
            return False
        before = before.previous_sibling
    return (
        before is not None
        and re.fullmatch("h[1-6]|p", before.name) is not None
        and bool(LIST_HEADING.fullmatch(short_text(before) or ""))
    )


def _unlinked_notes(notes: list[Tag], found: NoteLinks) -> None:
    places: dict[int, int] = {}
    for note in notes:
        place = places[id(note.parent)] = places.get(id(note.parent), 0) + 1
        if id(note) not in found.notes:
            key = f"unlinked {len(found.notes) + 1}"
            found.notes[id(note)] = key
            found.labels[key] = attribute(note, "value") or str(place)


def _unlinked_marks(superscripts: list[Tag], found: NoteLinks) -> None:
    """Superscript numbers without a link: at the head of a paragraph they begin a note, behind a word they call one."""
    waiting: list[tuple[Tag, str, str]] = []
    for tag in superscripts:
        printed = short_text(tag) or ""
        mark = MARK.fullmatch(printed)
        if mark is None or not (mark[1].isdigit() or mark[1][0] in "*†‡§"):
            continue
        if _holds(tag, "a") or any(above.name == "a" for above in _above(tag)):
            continue
        before = _text_just_before(tag)
        if before is None:
            block = list(_above(tag))[-1]
            if block.name in NOTE_BLOCKS and id(block) not in found.notes:
                key = f"unlinked {len(found.notes) + 1}"
                found.notes[id(block)] = key
                found.labels[key] = mark[1]
                found.backlinks.add(id(tag))
        elif NO_EXPONENT.search(before) or printed != mark[1]:
            waiting.append((tag, printed, mark[1]))
    linked = {call.key for call in found.calls.values()}
    notes = sorted((found.begins[node], key) for node, key in found.notes.items() if key not in linked)
    bound = bind(
        [LabelPosition(label, found.begins[id(tag)]) for tag, _, label in waiting],
        [LabelPosition(found.labels[key], at) for at, key in notes],
    )
    for (tag, printed, label), note in zip(waiting, bound, strict=True):
        found.calls[id(tag)] = NoteCall(printed, label, None if note is None else notes[note][1])


def _holds(tag: Tag, name: str) -> bool:
    """Whether a node of this name lies in a short node (`short_text`), however deep."""
    return any(isinstance(node, Tag) and node.name == name for node, _ in walk(tag))


def _text_just_before(tag: Tag) -> str | None:
    """The last letters before a node in its block; None where it is the first thing there."""
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
