"""The printed lines of a passage: which are its own, how they were joined, and what space stands at their edges."""

from dataclasses import replace

import pytest
from flask import Flask

from archive.errors import NotFound
from archive.model import Passage
from archive.store import StoredDocument
from webapp.components.printlines import AROUND, all_lines_page, lines_page
from webapp.site import View, current_frame
from webapp.view_models import LinesPage


def of(stored: StoredDocument, words: str) -> Passage:
    return next(p for p in stored.passages if words in p.text)


def page(app: Flask, stored: StoredDocument, passage: Passage | None, revision: int | None = None) -> LinesPage:
    with app.test_request_context("/?lang=en"):
        view = View(current_frame(), revision)
        return lines_page(stored, passage, view) if passage else all_lines_page(stored, view)


def test_a_passage_shows_its_lines_among_their_neighbours(app: Flask, brief: StoredDocument) -> None:
    found = page(app, brief, of(brief, "뱃사공은"))
    assert [line.number for line in found.lines] == list(range(4 - AROUND, 5 + AROUND + 1))
    assert [line.number for line in found.lines if line.own] == [4, 5]
    assert [line.number for line in found.lines if line.join and line.why] == [5]
    assert (found.joined, found.paged) == (True, True)


def test_a_row_of_a_table_owns_its_line_alone(app: Flask, brief: StoredDocument) -> None:
    found = page(app, brief, of(brief, "쌀 스무 섬"))
    assert [line.number for line in found.lines if line.own] == [12]
    assert found.html == "2024년 · 가을 · 쌀 스무 섬"
    assert not found.joined


def test_a_note_shows_the_lines_of_the_note(app: Flask, brief: StoredDocument) -> None:
    assert [line.number for line in page(app, brief, of(brief, "앞의 글")).lines if line.own] == [17]


def test_every_line_of_a_document_is_shown_and_none_is_the_passage_s(app: Flask, brief: StoredDocument) -> None:
    found = page(app, brief, None)
    assert [line.number for line in found.lines] == [line.number for line in brief.document.lines]
    assert not any(line.own for line in found.lines)
    assert [line.number for line in found.lines if line.join] == [5]
    assert (found.handle, found.html) == (None, None)


def test_links_of_a_past_revision_lead_into_that_revision(app: Flask, brief: StoredDocument) -> None:
    found = page(app, brief, None, 2)
    assert (found.all_lines, found.file.url) == (
        f"/d/{brief.record.id}@2/lines",
        f"/d/{brief.record.id}@2/original",
    )


@pytest.mark.parametrize("printed, shown", [("배 ", "배␣"), ("  배", "␣␣배"), ("<배>", "&lt;배&gt;")])
def test_space_at_the_edges_of_a_line_is_visible(app: Flask, bare: StoredDocument, printed: str, shown: str) -> None:
    lines = tuple(replace(line, text=printed) for line in bare.document.lines)
    found = page(app, replace(bare, document=replace(bare.document, lines=lines)), None)
    assert found.lines[0].html.replace('<span class="space" aria-hidden="true">␣</span>', "␣") == shown


def test_a_title_of_the_catalogue_data_has_no_printed_line(app: Flask, brief: StoredDocument) -> None:
    title = brief.passages[0]
    unprinted = replace(title, block=None, row=None, note=None)
    with pytest.raises(NotFound):
        page(app, brief, unprinted)
