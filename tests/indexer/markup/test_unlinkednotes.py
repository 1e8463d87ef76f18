"""Which notes and marks of a page are bound by no link? All pages are invented."""

import pytest
from bs4 import BeautifulSoup, Tag

from indexer.markup.notelinks import find_links
from indexer.markup.tree import walk
from indexer.markup.unlinkednotes import is_inside, lists_of_notes


def page(body: str) -> Tag:
    return BeautifulSoup(f"<html><body>{body}</body></html>", "lxml")


def calls(body: str) -> list[tuple[str, str, bool]]:
    """Print, label and whether a note was found, for each call in the order of the page."""
    found = find_links(page(body)).calls
    return [(call.printed, call.label, call.key is not None) for call in found.values()]


def notes(body: str) -> dict[str, str]:
    """The text of the node that begins each note, by its label."""
    root = page(body)
    links = find_links(root)
    nodes = {id(node): node for node, opens in walk(root) if opens and isinstance(node, Tag)}
    return {links.labels[key]: nodes[node].get_text() for node, key in links.notes.items()}


def bound(body: str) -> list[str]:
    """The text of the node that each call leads to."""
    root = page(body)
    links = find_links(root)
    nodes = {id(node): node for node, opens in walk(root) if opens and isinstance(node, Tag)}
    texts = {key: nodes[node].get_text() for node, key in links.notes.items()}
    return [texts[call.key] for call in links.calls.values() if call.key is not None]


@pytest.mark.parametrize(
    "opening",
    [
        '<ol class="footnotes">',
        '<section role="doc-endnotes"><ol>',
        '<div class="reflist"><ol>',
        "<h2>각주</h2><ol>",
        "<p>Notes</p>\n<ol>",
        "<h3>註</h3><ol>",
    ],
)
def test_a_list_of_notes_needs_no_links(opening: str) -> None:
    assert notes(f"<p>배가 떠났다.</p>{opening}<li>글 하나.</li><li value=7>글 둘.</li></ol>") == {
        "1": "글 하나.",
        "7": "글 둘.",
    }


@pytest.mark.parametrize(
    "opening",
    ["<ol>", "<h2>항로의 길</h2><ol>", "<h2>각주</h2>배가 떠났다.<ol>"],
    ids=["alone", "under a heading", "text between"],
)
def test_any_other_list_holds_no_notes(opening: str) -> None:
    assert notes(f"{opening}<li>배 하나.</li></ol>") == {}


@pytest.mark.parametrize("said", ["role=doc-footnote", "role=doc-endnote", "epub:type=footnote", "epub:type=rearnote"])
def test_a_node_may_say_itself_that_it_is_a_note(said: str) -> None:
    assert notes(f"<p>배가 떠났다.</p><aside {said}>글 하나.</aside>") == {"1": "글 하나."}


def test_superscripts_alone_call_and_begin_notes() -> None:
    body = (
        "<p>배가 떠났다.<sup>1)</sup> 짐이 늘었다.<sup>2</sup></p>"
        "<p><sup>1</sup> 글 하나.</p><p><sup>2)</sup> 글 둘.</p>"
    )
    assert bound(body) == ["1 글 하나.", "2) 글 둘."]


@pytest.mark.parametrize(
    ("body", "called"),
    [
        ("<p>값은 10<sup>2</sup>이다.</p>", False),
        ("<p>넓이는 3km<sup>2</sup>이다.</p>", False),
        ("<p>CO<sup>2</sup>의 값</p>", False),
        ("<p>그 값<sup>th</sup></p>", False),
        ("<p>배가 떠났다.<sup>2</sup></p>", True),
        ("<p>그 항로<sup>2</sup>는</p>", True),
        ("<p>the harbour<sup>2</sup> was</p>", True),
        ("<p>값은 10<sup>2)</sup>이다.</p>", True),
        ("<p>港口<sup>2</sup></p>", True),
        ("<p>“배”<sup>*</sup></p>", True),
    ],
)
def test_a_superscript_that_may_be_an_exponent_is_no_mark(body: str, called: bool) -> None:
    assert (len(calls(body)) == 1) is called


def test_a_superscript_after_a_line_break_begins_a_note_there() -> None:
    links = find_links(page("<p>줄<br><sup>1</sup> 글 하나.<br><sup>2</sup> 글 둘.</p>"))
    assert list(links.labels.values()) == ["1", "2"] and not links.calls


@pytest.mark.parametrize(
    ("body", "inside"),
    [
        ('<p>배가<span class="sidenote">글 하나.</span></p>', True),
        ('<p>배가<span role="tooltip">글 하나.</span></p>', True),
        ('<p>배가<span class="x-footnote__text">글 하나.</span></p>', True),
        ('<p><span class="footnote-text">글 하나.</span></p>', False),
        ('<p>배가<span class="note">글 하나.</span></p>', False),
        ('<p>배가<sup class="footnote">1</sup></p>', False),
        ('<div>배가<p class="footnote">글 하나.</p></div>', False),
    ],
)
def test_a_note_within_a_line_is_known_by_its_class_or_role(body: str, inside: bool) -> None:
    nodes = [node for node, opens in walk(page(body)) if opens and isinstance(node, Tag)]
    assert any(map(is_inside, nodes)) is inside


def test_a_note_within_a_line_is_called_by_the_mark_before_it_or_where_it_stands() -> None:
    marked = '<p>배가<sup>7</sup><span class="sidenote">글 하나.</span> 짐이<span class="sidenote">글 둘.</span></p>'
    assert calls(marked) == [("7", "7", True), ("2", "2", True)]


def test_the_items_of_a_list_of_notes_are_notes() -> None:
    root = page("<h2>각주</h2><ol><li>하나<li>둘</ol>")
    assert root.ol is not None and [item.get_text() for item in lists_of_notes(root.ol)] == ["하나", "둘"]
