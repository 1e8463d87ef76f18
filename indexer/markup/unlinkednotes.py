"""Which notes and marks of a page are bound by no link? Lists of notes, notes within a paragraph, raised numbers.

A list is one of notes by its role, its class or the heading above it; a note within its paragraph (shown in a box or
in the margin) by its class or role, and it is called where it stands. A raised number begins a note at the head of a
line and calls one behind a word, unless it may be an exponent; such marks are bound by their places.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from bs4 import Tag
from bs4.element import PageElement

from indexer.markup.notecalls import NoteCall, NoteLinks
from indexer.markup.notesigns import INSIDE, LIST_HEADING, LISTS, MARK, NO_EXPONENT, NOTE_ROLES, label_in
from indexer.markup.tree import (
    BLOCKS,
    CLIMB,
    above,
    attribute,
    block_of,
    holds,
    is_text,
    short_text,
    text_before,
    text_just_before,
    walk,
)
from indexer.notes import LabelPosition, bind

NOTE_BLOCKS = frozenset(("p", "li", "div", "dd", "aside", "section"))  # what may be a note that begins with its mark


def lists_of_notes(node: Tag) -> Iterable[Tag]:
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


def take_unlinked_notes(notes: Sequence[Tag], found: NoteLinks) -> None:
    places: dict[int, int] = {}
    for note in notes:
        place = places[id(note.parent)] = places.get(id(note.parent), 0) + 1
        if id(note) not in found.notes:
            key = f"unlinked {len(found.notes) + 1}"
            found.notes[id(note)] = key
            found.labels[key] = attribute(note, "value") or str(place)


def is_inside(node: Tag) -> bool:
    """Whether a node calls itself a note and stands in a line of text."""
    if node.name in BLOCKS or node.name in ("a", "sup", "label", "button"):
        return False
    named = any(INSIDE.fullmatch(name) for name in attribute(node, "class").split())
    if not (named or attribute(node, "role") == "tooltip" or attribute(node, "role") in NOTE_ROLES):
        return False
    return text_just_before(node) is not None


def bind_inside(nodes: Sequence[Tag], found: NoteLinks) -> None:
    """Notes that stand in their paragraph: each is called where it stands, by the mark before it if there is one."""
    linked = set(found.notes)
    for count, node in enumerate(nodes, 1):
        printed = short_text(node)
        if id(node) in linked or printed == "" or (printed is not None and MARK.fullmatch(printed)):
            continue
        mark = _mark_before(node)
        if mark is not None and any(id(part) in found.calls for part in (mark, *_tags_in(mark))):
            found.backlinks.add(id(node))  # what it says is said by the note that the mark leads to
            continue
        label = (label_in(short_text(mark) or "") if mark is not None else None) or str(count)
        key = f"inside {count}"
        found.inside[id(node)] = key
        found.labels[key] = label
        found.calls[id(node if mark is None else mark)] = NoteCall(label, label, key)


def _tags_in(mark: Tag) -> Iterator[Tag]:
    return (node for node, opens in walk(mark) if opens and isinstance(node, Tag))


def _mark_before(node: Tag) -> Tag | None:
    """The mark, or the handle of a margin note, that stands right before a note in its paragraph."""
    before: PageElement | None = node
    for _ in range(CLIMB):
        before = before.previous_sibling if before is not None else None
        if before is None or (is_text(before) and str(before).strip()):
            return None
        if isinstance(before, Tag) and before.name == "label":
            return before
        if isinstance(before, Tag) and MARK.fullmatch(short_text(before) or ""):
            return before
    return None


def bind_unlinked_marks(superscripts: Sequence[Tag], found: NoteLinks) -> None:
    """Superscript numbers without a link: at the head of a line they begin a note, behind a word they call one."""
    waiting: list[tuple[Tag, str, str]] = []
    for tag in superscripts:
        printed = short_text(tag) or ""
        mark = MARK.fullmatch(printed)
        if mark is None or not (mark[1].isdigit() or mark[1][0] in "*†‡§") or id(tag) in found.calls:
            continue
        if holds(tag, "a") or any(holder.name == "a" for holder in above(tag)):
            continue
        before = text_just_before(tag)
        if before is None:
            _begin_note(tag, mark[1], found)
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


def _begin_note(tag: Tag, label: str, found: NoteLinks) -> None:
    """Takes a number at the head of a line for the beginning of a note: that of its block, or one behind others."""
    block = block_of(tag)
    if block.name not in NOTE_BLOCKS:
        return
    node = tag if id(block) in found.notes or text_before(tag, block) else block
    if id(node) not in found.notes:
        key = f"unlinked {len(found.notes) + 1}"
        found.notes[id(node)] = key
        found.labels[key] = label
        found.backlinks.add(id(tag))
