"""A file that says what its parts are is read by its elements, any other by its lines."""

from archive.citing.outlets import builtin
from archive.model.document import BlockKind
from indexer.assembly.extracts import read_extract
from indexer.readers import extract


def test_a_page_is_read_by_its_elements_and_a_text_by_its_lines() -> None:
    page = read_extract(extract("<!DOCTYPE html><h1>부두</h1><p>배가 떠났다.</p>".encode(), "a.html"), builtin())
    text = read_extract(extract("배가 떠났다.\n".encode(), "a.txt"), builtin())
    assert [block.kind for block in page.blocks] == [BlockKind.TITLE, BlockKind.PARAGRAPH]
    assert [block.text for block in text.blocks] == ["배가 떠났다."]
