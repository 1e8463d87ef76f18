"""What was found out about the notes of a page is kept by node. All pages are invented."""

from bs4 import BeautifulSoup, Tag

from indexer.markup.notecalls import NoteLinks
from indexer.markup.notelinks import find_links


def page(body: str) -> Tag:
    return BeautifulSoup(f"<html><body>{body}</body></html>", "lxml")


def test_a_node_lies_in_itself_and_in_what_holds_it() -> None:
    root = page("<div><p>배</p></div><p id=x>짐</p>")
    links: NoteLinks = find_links(root)
    div, inner, outer = root.div, root.div.p, root.find(id="x")
    assert (links.within(inner, div), links.within(div, div), links.within(outer, div)) == (True, True, False)
