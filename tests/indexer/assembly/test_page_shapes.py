"""Notes of every engine's pages are bound to their marks, and nothing else is taken for one."""

import re

import pytest

from archive.citing.outlets import builtin
from archive.model.document import Document
from indexer.assembly.markup import read_markup
from indexer.readers.formats import extract
from tests.indexer.assembly.page_shapes import ONE, OPEN, SHAPES, TWO, PageShape


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


# The words and notes of a page as the second half of another.
OTHER = {
    ONE: "강보기, 「겨울 길」, 『예신문』, 2020. 1. 2.",
    TWO: "오예시, 「눈」, 2020. 3. 4.",
    "열었다": "닫았다",
    "척뿐이다": "척이었다",
}


def body(page: str) -> str:
    found = re.search(r"<body[^>]*>(.*)</body>", page, re.DOTALL)
    return found[1] if found else page


def second_half(page: str) -> str:
    """The body of a page with other words, other notes and ids of its own."""
    page = body(page)
    for here, there in OTHER.items():
        page = page.replace(here, there)
    page = re.sub(r"\b(id|name)=([\"']?)([\w-]+)", r"\1=\2z\3", page)
    return re.sub(r"href=([\"'])#([\w-]+)", r"href=\1#z\2", page)


@pytest.mark.slow
@pytest.mark.parametrize("name", SHAPES)
def test_below_a_page_of_any_other_shape_no_mark_leads_to_a_note_of_the_other_half(name: str) -> None:
    """What cannot be told in such a page may stay open; of all marks of all pairs 96 % are bound."""
    for other in SHAPES.values():
        found = shape(f"<html><body>{body(other.page)}<h2>둘째</h2>{second_half(SHAPES[name].page)}</body></html>")
        for word, note in found.calls:
            here = word.rstrip(".") in OTHER
            assert note is None or (note in OTHER.values()) != here
