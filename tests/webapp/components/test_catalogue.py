"""A document is described in the reader's language, with what is known and nothing else."""

from flask import Flask

from archive.store import StoredDocument
from webapp.components.catalogue import describe, handle, language_name, line_range
from webapp.site import View, current_frame


def test_a_document_is_named_in_the_language_of_the_reader(app: Flask, brief: StoredDocument) -> None:
    with app.test_request_context("/?lang=en"):
        found = describe(brief.record, current_frame())
    assert (found.title, found.publisher, found.date) == ("나루터와 다리의 경제", "Example Institute", "24 March 2025")
    with app.test_request_context("/"):
        assert describe(brief.record, current_frame()).publisher == "보기연구원"


def test_an_unknown_date_is_said_to_be_unknown(app: Flask, bare: StoredDocument) -> None:
    with app.test_request_context("/"):
        found = describe(bare.record, current_frame())
    assert (found.title, found.date, found.iso) == ("[나루터에는 이름이 없다.]", "발행일 미상", None)
    assert [(fact.name, fact.value) for fact in found.facts if fact.name in ("제목", "파일")] == [
        ("제목", "인쇄된 제목이 없어 본문 첫머리에서 따옴(제안)"),
        ("파일", "bare.txt"),
    ]


def test_lines_and_languages_are_worded(app: Flask) -> None:
    with app.test_request_context("/"):
        frame = current_frame()
        assert (line_range((3, 3), frame), line_range((3, 5), frame)) == ("3행", "3–5행")
        assert (language_name("ko-KR", frame), language_name("xx", frame)) == ("한국어", "xx")


def test_a_passage_of_a_past_revision_is_opened_in_that_revision(app: Flask, brief: StoredDocument) -> None:
    with app.test_request_context("/"):
        passage = brief.passages[1]
        found = handle(passage, None, View(current_frame(), 2))
    assert found.in_document == f"/d/{brief.record.id}@2?p={passage.id}#p-{passage.id}"
    assert (found.lines, found.permalink) == ("", f"http://localhost/p/{passage.address}")
