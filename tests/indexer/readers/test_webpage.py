"""What does a web page hold? Elements with their lines, what the page says of itself, and nothing of its frame."""

import pytest

from archive.errors import SourceError
from indexer.markup import ElementRole
from indexer.readers.webpage import read

PAGE = """<html lang="ko"><head><title>강의 길</title><meta name="author" content="홍보기"></head><body>
<nav><ul><li><a href="/">처음</a></li></ul></nav>
<main><h1>강의 길</h1><p>다리가 선다.<sup><a href="#n1">1</a></sup></p><ul><li>나루</li></ul>
<p id="n1">1) 홍보기, 「항로」.</p></main><script>let a = 1</script></body></html>"""


def test_a_page_gives_its_head_its_elements_and_their_lines() -> None:
    found = read(PAGE.encode(), "a.html")
    elements = found.elements or ()
    assert [(one.role, one.text) for one in elements if one.lines] == [
        (ElementRole.HEADING, "강의 길"),
        (ElementRole.PARAGRAPH, "다리가 선다."),
        (ElementRole.ITEM, "나루"),
        (ElementRole.NOTE, "1) 홍보기, 「항로」."),
    ]
    assert ("author", "홍보기") in [(one.name, one.text) for one in elements if one.role is ElementRole.META]
    assert [line.text for line in found.lines] == ["강의 길", "다리가 선다.", "나루", "1) 홍보기, 「항로」."]


def test_a_mark_is_taken_out_of_the_text_and_keeps_its_place_and_its_note() -> None:
    elements = read(PAGE.encode(), "a.html").elements or ()
    (mark,) = next(one.marks for one in elements if one.text == "다리가 선다.")
    note = next(one for one in elements if one.role is ElementRole.NOTE)
    assert (mark.offset, mark.label, mark.key) == (7, "1", note.key)


def test_a_page_that_shows_no_text_is_refused() -> None:
    with pytest.raises(SourceError, match="shows no text"):
        read("<html><body><div></div><script>글</script></body></html>".encode(), "a.html")
