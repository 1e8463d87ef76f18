"""Notes of every engine's pages are bound to their marks, and nothing else is taken for one."""

import pytest

from archive.citing.outlets import builtin
from archive.model.document import Document
from indexer.assembly.markup import read_markup
from indexer.readers.formats import extract
from tests.indexer.assembly.page_shapes import OPEN, SHAPES, PageShape


def read(page: str) -> Document:
    return read_markup(extract(page.encode(), "page.html"), builtin())


def shape(page: str) -> PageShape:
    """What was made of a page, as a shape."""
    document = read(page)
    calls = tuple(
        (block.text[: ref.offset].split()[-1], None if ref.note is None else document.notes[ref.note].text)
        for block in document.blocks
        for ref in block.refs
    )
    return PageShape(
        page, tuple(block.text for block in document.blocks), calls, tuple(note.text for note in document.notes)
    )


@pytest.mark.parametrize("name", SHAPES)
def test_the_notes_of_a_page_are_bound(name: str) -> None:
    assert shape(SHAPES[name].page) == SHAPES[name]


@pytest.mark.parametrize("name", OPEN)
def test_what_is_no_note_stays_text_and_what_cannot_be_told_stays_open(name: str) -> None:
    assert shape(OPEN[name].page) == OPEN[name]
