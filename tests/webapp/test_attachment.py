"""An original file is handed out to be saved, under a harmless name."""

from flask.testing import FlaskClient

from archive.store import Original, StoredDocument
from webapp.attachment import safe_name, shown


def test_a_hostile_file_name_is_made_harmless(client: FlaskClient, hostile: StoredDocument) -> None:
    header = client.get(f"/d/{hostile.record.id}/original").headers["Content-Disposition"]
    assert header.startswith("attachment; ")
    assert "<" not in header
    assert "%E2%80%AE" not in header


def test_a_name_is_kept_without_paths_and_signs_that_turn_the_writing() -> None:
    names = ("brief.txt", "../a/b.txt", "C:\\d\\e.pdf", "\u202efdp.exe", 'a"<b>.txt', " ..", "")
    assert [safe_name(n) for n in names] == ["brief.txt", "b.txt", "e.pdf", "fdp.exe", "ab.txt", "original", "original"]


def test_only_a_pdf_is_shown(client: FlaskClient, hostile: StoredDocument) -> None:
    held = client.get(f"/d/{hostile.record.id}/original/view")
    assert held.headers["Content-Disposition"].startswith("attachment; ")
    with client.application.test_request_context():
        looked_at = shown(Original("a.pdf", "application/pdf", None, b"%PDF-1.7\n"))
    assert looked_at.headers["Content-Disposition"] == "inline; filename=a.pdf"
    assert (looked_at.mimetype, looked_at.headers["Content-Security-Policy"][:18]) == (
        "application/pdf",
        "default-src 'none'",
    )
