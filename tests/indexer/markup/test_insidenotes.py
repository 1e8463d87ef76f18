"""What does a note say that stands within its paragraph? All pages are invented."""

from bs4 import BeautifulSoup

from indexer.markup.elements import Element, ElementRole
from indexer.markup.insidenotes import inside_note
from indexer.markup.notelinks import find_links


def test_a_note_within_its_paragraph_has_its_words_only() -> None:
    html = '<p>배<span class="sidenote"><script>x</script>글 <b>하나</b>.<br>글 둘. <a href="#top">↑</a></span></p>'
    root = BeautifulSoup(f"<body id=top>{html}</body>", "lxml")
    assert root.span is not None
    links = find_links(root)
    assert inside_note(root.span, links.inside[id(root.span)], links, {"script"}) == Element(
        ElementRole.NOTE, "글 하나.\n글 둘.", key="inside 1", label="1"
    )
