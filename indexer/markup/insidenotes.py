"""What does a note say that stands within its paragraph? Its words without its own marks, as an element."""

from collections.abc import Container

from bs4 import Tag

from indexer.markup.elements import Element, ElementRole
from indexer.markup.notecalls import NoteLinks
from indexer.markup.notesigns import REST
from indexer.markup.runs import TextRun
from indexer.markup.tree import is_text, walk


def inside_note(node: Tag, key: str, links: NoteLinks, skipped: Container[str]) -> Element:
    """The note that a node within a line of text holds; `skipped` names the tags that hold no text."""
    run = TextRun()
    for part, opens in walk(node, lambda tag: tag.name not in skipped and id(tag) not in links.backlinks):
        if opens and is_text(part):
            run.add(str(part))
        elif opens and isinstance(part, Tag) and part.name == "br":
            run.end_line()
    text, _ = run.finish()
    return Element(ElementRole.NOTE, REST.sub("", text), key=key, label=links.labels[key])
