"""Markdown of every kind is read: its date, its words without the signs of programs, its notes bound."""

import pytest

from archive.citing.outlets import builtin
from indexer.assembly.markup import read_markup
from indexer.readers.formats import extract
from tests.indexer.readers.markdown_shapes import SHAPES, MarkdownShape


def shape(text: str, name: str) -> MarkdownShape:
    """What was made of a text, as a shape."""
    document = read_markup(extract(text.encode(), name), builtin())
    calls = tuple(
        (block.text[: ref.offset].split()[-1], None if ref.note is None else document.notes[ref.note].text)
        for block in document.blocks
        for ref in block.refs
    )
    blocks, notes = (tuple(one.text for one in of) for of in (document.blocks, document.notes))
    return MarkdownShape(text, blocks, calls, notes, document.metadata.date, name)


@pytest.mark.parametrize("name", SHAPES)
def test_markdown_is_read_as_it_is_meant(name: str) -> None:
    assert shape(SHAPES[name].text, SHAPES[name].name) == SHAPES[name]
