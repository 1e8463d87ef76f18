"""Which link of a web page calls which note? Tells note references, notes and ways back from all other links.

A page binds its notes by links to places in itself. Such a link calls a note if it looks like a note's mark and says
so: it is set superscript, its address, class or role names a note, or it stands in brackets and its note leads back to
it. A note stands after the mark that calls it, so a link upwards is a way back if it leads to a call, or says so.

Everything here is one pass over the tree or a bounded climb from a node: hostile pages cost what their length does.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import Tag

from indexer.markup.notecalls import NoteCall, NoteLinks
from indexer.markup.notesigns import BACK, BACK_NAMES, BETWEEN, COUNTED, MARK, NAMED, label_in
from indexer.markup.tree import (
    BLOCKS,
    CLIMB,
    above,
    attribute,
    block_of,
    holds,
    is_text,
    script,
    short_text,
    text_before,
    walk,
)
from indexer.markup.unlinkednotes import (
    bind_inside,
    bind_unlinked_marks,
    is_inside,
    lists_of_notes,
    take_unlinked_notes,
)

WHOLE = frozenset(("html", "body", "main", "article", "table", "tbody", "ul", "ol", "dl"))  # never one note


@dataclass(slots=True)
class _Nodes:
    """What a page holds that may have to do with notes, in the order of the page."""

    targets: dict[str, Tag] = field(default_factory=dict)
    links: list[tuple[Tag, str]] = field(default_factory=list)  # with the place in the page that each leads to
    superscripts: list[Tag] = field(default_factory=list)
    lists: list[Tag] = field(default_factory=list)
    inside: list[Tag] = field(default_factory=list)


def find_links(root: Tag) -> NoteLinks:
    """The note marks, notes and ways back of a page."""
    found, nodes, own = NoteLinks(), _Nodes(), own_addresses(root)
    for count, (node, opens) in enumerate(walk(root)):
        if not isinstance(node, Tag):
            continue
        found.ends[id(node)] = count
        if not opens:
            continue
        found.begins[id(node)] = count
        for place in ("id", "name") if node.attrs else ():
            if place == "id" or node.name == "a":
                nodes.targets.setdefault(attribute(node, place), node)
        address, hash_, place = attribute(node, "href").partition("#") if node.name == "a" else ("", "", "")
        if hash_ and (not address or address.rstrip("/") in own):
            nodes.links.append((node, place))
        elif script(node) == "sup":
            nodes.superscripts.append(node)
        elif is_inside(node):
            nodes.inside.append(node)
        nodes.lists.extend(lists_of_notes(node))
    _bind(nodes, found)
    bind_inside(nodes.inside, found)
    take_unlinked_notes(nodes.lists, found)
    bind_unlinked_marks(nodes.superscripts, found)
    return found


def own_addresses(root: Tag) -> set[str]:
    """The addresses of the page itself. A browser that saves a page writes them before every link within it."""
    links = root.find_all(["link", "meta"], limit=200)
    named = [attribute(tag, "href") for tag in links if attribute(tag, "rel") == "canonical"]
    named += [attribute(tag, "content") for tag in links if attribute(tag, "property") == "og:url"]
    return {address.partition("#")[0].rstrip("/") for address in named if address}


def _bind(nodes: _Nodes, found: NoteLinks) -> None:
    """Calls, their notes and the ways back from these."""
    back: dict[int, list[Tag]] = defaultdict(list)  # links by the node that they lead up to
    upwards: list[tuple[Tag, str]] = []
    for link, place in nodes.links:
        target = nodes.targets.get(place) if place else None
        roles = f"{attribute(link, 'role')} {attribute(link, 'epub:type')}"
        if target is not None and found.begins[id(target)] < found.begins[id(link)] and "noteref" not in roles:
            back[id(target)].append(link)
            upwards.append((link, place))
    up = {id(link) for link, _ in upwards}
    keys: dict[int, str] = {}
    called: set[int] = set()  # nodes at or around a call
    for link, place in nodes.links:
        if id(link) not in up and _call(link, place, nodes, back, keys, found):
            called.update(map(id, _around(link)))
            _silence(link, found)
    for link, place in upwards:
        if _is_way_back(link, place, id(nodes.targets[place]) in called):
            _take_back(link, found)


def _call(
    link: Tag, place: str, nodes: _Nodes, back: dict[int, list[Tag]], keys: dict[int, str], found: NoteLinks
) -> bool:
    """Takes a link for a call if it is one, and what it leads to for its note."""
    target, printed = nodes.targets.get(place) if place else None, short_text(link)
    if printed is None:
        return False
    note = _note(target, link, found) if target is not None else None
    mutual = note is not None and _leads_back(note, link, back, found)
    roles = f"{attribute(link, 'role')} {attribute(link, 'epub:type')}"
    named = _says_note(link, place)
    label = label_in(printed, mutual and named)
    bracketed = mutual and printed.startswith("[")
    if label is None or not ("noteref" in roles or bracketed or named):
        return False
    if target is None:
        found.calls[id(link)] = NoteCall(printed, label, None)
    elif note is not None:
        key = keys.setdefault(id(note), f"#{place}")
        found.notes[id(note)] = key
        found.rows.update([id(note)] if note.name == "tr" else [])
        found.labels.setdefault(key, label)
        found.calls[id(link)] = NoteCall(printed, label, key)
    return id(link) in found.calls


def _around(link: Tag) -> Iterator[Tag]:
    """A link, what is in it and what wraps it within its block: places that a way back may lead to."""
    yield from (tag for tag in above(link) if tag.name not in BLOCKS)
    yield from (tag for tag in link.contents if isinstance(tag, Tag))
    before = link.previous_sibling
    if isinstance(before, Tag) and not before.contents:  # an empty anchor
        yield before


def _leads_back(note: Tag, link: Tag, back: dict[int, list[Tag]], found: NoteLinks) -> bool:
    """Whether a link in the note, or in its block, leads to this call."""
    within = block_of(note)
    if re.fullmatch("h[1-6]", within.name):
        return False
    return any(found.within(up, within) for tag in _around(link) for up in back.get(id(tag), ())[:CLIMB])


def _is_way_back(link: Tag, place: str, to_call: bool) -> bool:
    """Whether a link upwards is no text: it says so, or prints the number of the note and leads `to_call`."""
    printed = short_text(link)
    if printed is None:
        return False
    roles = f"{attribute(link, 'role')} {attribute(link, 'epub:type')}"
    if "backlink" in roles or BACK.fullmatch(printed):
        return True
    return (to_call and COUNTED.fullmatch(printed) is not None) or (
        MARK.fullmatch(printed) is not None and _says_note(link, place)
    )


def _take_back(link: Tag, found: NoteLinks) -> None:
    """Takes a way back out of the text, with what holds nothing but ways back."""
    found.backlinks.add(id(link))
    for tag in above(link):
        if tag.name not in BLOCKS and BACK_NAMES.search(attribute(tag, "class")):
            found.backlinks.add(id(tag))
    _silence(link, found)


def _silence(link: Tag, found: NoteLinks) -> None:
    """Takes the brackets and commas out that stand around a mark in a node of their own: <sup>[<a>1</a>]</sup>."""
    around = link.parent
    if around is None or around.name in BLOCKS or len(around.contents) > 2 * CLIMB:
        return
    texts = [node for node in around.contents if is_text(node)]
    if all(BETWEEN.fullmatch(str(text)) for text in texts):
        found.silent.update(map(id, texts))


def _says_note(link: Tag, address: str) -> bool:
    """Whether a link is set as a note's mark or named as one."""
    if any(script(tag) == "sup" for tag in above(link)) or holds(link, "sup"):
        return True
    names = " ".join((address, attribute(link, "class"), attribute(link, "id"), attribute(link, "name")))
    return NAMED.search(names) is not None


def _note(target: Tag, link: Tag, found: NoteLinks) -> Tag | None:
    """The node that the called note begins at: the target's block, or the target where its block holds several."""
    block = block_of(target)
    if target.name == "table" and NAMED.search(attribute(target, "class")) and not found.within(link, target):
        return target
    if block.name in ("td", "th") and short_text(block) is not None and block.parent is not None:
        block = block.parent  # the label has a cell of its own
        return block if block.name == "tr" and not found.within(link, block) else None
    if block.name not in BLOCKS or block.name in WHOLE or found.within(link, block):
        return target if target.name not in WHOLE and not found.within(link, target) else None
    if block is target or not text_before(target, block):
        return block
    return target
