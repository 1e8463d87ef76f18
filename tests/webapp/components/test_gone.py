"""The page of an address whose passage is gone shows what was cited, and nothing of a document taken down."""

from archive.history import resolve
from archive.takedown import purge, withdraw
from tests.webapp import past_world as w
from tests.webapp.past_world import Diary
from webapp.components.gone import NEIGHBOUR, gone_page
from webapp.site import current_frame
from webapp.view_models import GonePage


def page(diary: Diary, address: str) -> GonePage:
    with diary.app.test_request_context("/?lang=en"):
        return gone_page(diary.store, resolve(diary.store, address), current_frame())


def test_the_passage_stands_as_cited_with_its_revision_and_what_remains_around_it(diary: Diary) -> None:
    where = diary.first(w.GONE)
    found = page(diary, where)
    assert (found.cited, found.kind) == (w.GONE, "Paragraph")
    assert found.document and found.document.id == diary.id
    assert found.permalink == f"http://localhost/p/{where}@1"
    assert found.then and found.then.startswith(f"/d/{diary.id}@1?")
    assert ["1 February 2026" in found.details[0], "1 January 2026" in found.details[1]] == [True, True]
    assert [one.kind.split(" · ")[0] for one in found.around] == ["Previous passage", "Next passage"]
    assert all(0 < len(one.text) <= NEIGHBOUR and one.url.startswith("/p/") for one in found.around)


def test_of_a_withdrawn_document_only_date_and_reason_are_shown(own_diary: Diary) -> None:
    withdraw(own_diary.store, own_diary.store.documents()[0].number, "a <request>", "2026-05-01")
    found = page(own_diary, own_diary.id)
    assert ("1 May 2026" in found.message, "a &lt;request&gt;" in found.message) == (True, True)
    assert (found.cited, found.document, found.then, found.around, found.details) == (None, None, None, (), ())


def test_of_a_purged_document_the_page_says_so(own_diary: Diary) -> None:
    where = own_diary.first(w.STAYS)
    purge(own_diary.store, own_diary.home, own_diary.store.documents()[0].number, "a request", "2026-05-01")
    found = page(own_diary, where)
    assert len(found.details) == 1
    assert (found.cited, found.document) == (None, None)
