"""The head of a page says what it is to programs, so that Zotero takes a document for a report with all its fields.

`as_zotero_takes` holds the rules by which Zotero's translator Embedded Metadata reads a page (April 2026): which tag
makes a report, the first value of a tag counts but for authors, a single author is cut at a comma between two names,
an undated page has the date of its first `time`. The translator itself, run under Node, took these pages so.
"""

import json
from typing import Any

from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from archive.citing import refer
from archive.model.document import Metadata
from archive.store import StoredDocument
from tests.webapp.conftest import address
from tests.webapp.html import one, soup
from webapp.components.head import head_tags

TYPES = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "number",
    "citation_public_url": "url",
    "citation_language": "language",
    "z:seriesTitle": "seriesTitle",
}


def as_zotero_takes(page: BeautifulSoup) -> dict[str, Any]:
    tags = [(str(tag["name"]), str(tag["content"])) for tag in page.select("head > meta[name][content]")]
    types = [TYPES[name] for name, value in tags if name in TYPES and value]
    by_rdf = [value for name, value in tags if name == "z:itemType"]
    guessed = ["journalArticle" for name, _ in tags if name == "citation_title"]
    item: dict[str, Any] = {"type": [*types[-1:], *by_rdf, *guessed, "webpage"][0], "creators": []}
    for name, value in tags:
        if name in FIELDS and value.strip():
            item.setdefault(FIELDS[name], " ".join(value.split()))
    for name, value in tags:
        if name == "citation_author":
            head, comma, rest = value.partition(",")
            assert not (" " in head and " " in rest.strip()), "taken for two authors"
            item["creators"].append((head, rest.strip()) if comma else tuple(reversed(value.rpartition(" ")[::2])))
    dated = page.select("time[datetime]")
    if "date" not in item and dated:
        item["date"] = dated[0]["datetime"]
    return item


def test_zotero_takes_a_document_for_a_report(client: FlaskClient, brief: StoredDocument) -> None:
    assert as_zotero_takes(soup(client.get(f"/d/{brief.record.id}"))) == {
        "type": "report",
        "title": "나루터와 다리의 경제",
        "creators": [("홍보기", "")],
        "date": "2025/03/24",
        "institution": "보기연구원",
        "number": "2025-01",
        "seriesTitle": "보기 브리프",
        "language": "ko",
        "url": f"http://localhost/d/{brief.record.id}",
    }


def test_a_passage_is_a_report_at_its_own_address(client: FlaskClient, brief: StoredDocument) -> None:
    where = address(brief, "뱃사공")
    item = as_zotero_takes(soup(client.get(f"/p/{where}")))
    assert (item["type"], item["url"]) == ("report", f"http://localhost/p/{where}")


def test_a_document_without_a_publisher_is_a_report_all_the_same(client: FlaskClient, bare: StoredDocument) -> None:
    item = as_zotero_takes(soup(client.get(f"/d/{bare.record.id}")))
    assert "date" not in item  # least of all the day on which somebody looked at it
    assert (item["type"], item["title"], item["creators"]) == ("report", "[나루터에는 이름이 없다.]", [])


def test_search_engines_and_those_who_show_links_are_served(client: FlaskClient, brief: StoredDocument) -> None:
    page = soup(client.get(f"/d/{brief.record.id}"))
    schema = json.loads(one(page, "script[type='application/ld+json']").text)
    assert (schema["@type"], schema["name"], schema["reportNumber"]) == (
        "Report",
        "나루터와 다리의 경제",
        "No. 2025-01",
    )
    assert (schema["alternateName"], schema["sameAs"]) == ("Ferries and Bridges", "https://example.org/brief")
    graph = {str(tag["property"]): str(tag["content"]) for tag in page.select("meta[property]")}
    assert graph["og:title"] == "나루터와 다리의 경제"
    assert graph["og:url"] == f"http://localhost/d/{brief.record.id}" == one(page, "link[rel=cite-as]")["href"]
    kinds = [str(link["type"]) for link in page.select("link[rel=alternate][type]:not([type*=atom])")]
    assert kinds == [
        "application/x-bibtex", "application/x-research-info-systems", "application/vnd.citationstyles.csl+json",
    ]  # fmt: skip


def test_names_that_the_catalogue_turned_round_stay_so_and_a_pdf_is_named(client: FlaskClient) -> None:
    with client.application.test_request_context("/"):
        from webapp.site import current_frame

        reference = refer("a", Metadata("Ferries", ("Sample, Ivan", "홍보기"), language="en"), "https://x.example/d/a")
        tags = head_tags(reference, current_frame(), (), "https://x.example/d/a/original/view")
    assert [value for name, value in tags.names if name == "citation_author"] == ["Sample, Ivan", "홍보기"]
    assert ("citation_pdf_url", "https://x.example/d/a/original/view") in tags.names
