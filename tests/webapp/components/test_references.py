"""A page offers its reference in every form, and all that may be left out of it is there to be hidden."""

import json
from datetime import date

import bibtexparser
import pytest
import rispy
from flask import Flask
from flask.testing import FlaskClient

from archive.citing import refer
from archive.errors import NotFound
from archive.history.quotation import quote
from archive.model import Citation, Metadata
from archive.store import StoredDocument
from tests.webapp.conftest import address
from tests.webapp.html import one, said, soup, text
from webapp.components.references import citing_panel, file_form
from webapp.site import current_frame

FORMS = ["brackets", "quotation-marks", "institute", "chicago", "apa"]
TODAY = date.today()
KO_DAY = f"{TODAY.year}. {TODAY.month}. {TODAY.day}."


def references(page) -> dict[str, str]:  # type: ignore[no-untyped-def]
    """By form, the first reference of each, as it is selected."""
    found = page.select("#cite .citation:not(.source) .reference")
    return {str(one_["data-form"]): one_.select("dd")[0].get_text() for one_ in found}


def test_a_document_is_referred_to_in_every_form(client: FlaskClient, brief: StoredDocument) -> None:
    page = soup(client.get(f"/d/{brief.record.id}"))
    found = references(page)
    assert list(found) == FORMS
    assert found["brackets"] == (
        "홍보기, 「나루터와 다리의 경제」, 『보기 브리프』 No. 2025-01, 보기연구원, 2025. 3. 24., "
        f"http://localhost/d/{brief.record.id}(검색일: {KO_DAY})."
    )
    assert found["chicago"].startswith("홍보기, 나루터와 다리의 경제 [Ferries and Bridges], 보기 브리프 no. 2025-01")
    assert page.select("#cite .quoted, #cite-words") == []
    assert not one(page, "#cite").has_attr("open")


def test_a_passage_is_quoted_with_its_place(client: FlaskClient, brief: StoredDocument) -> None:
    page = soup(client.get(f"/p/{address(brief, '뱃사공')}"))
    quoted = one(page, ".quoted")
    assert [mark.text for mark in quoted.select("sup.mark[hidden]")] == ["¹", "²"]
    assert one(quoted, ".as-printed[hidden]").text == " [원문대로]"
    for left in quoted.select("[hidden]"):
        left.decompose()
    assert said(quoted) == "“올해 나루터의 화물은 줄었다. 뱃사공은 다리를 탓한다.”"
    assert ", ‘1. 나루터’ 첫째 문단, http://localhost/p/" in references(page)["brackets"]
    assert one(page, "#cite").has_attr("open")


def test_a_note_offers_the_sources_that_are_known_from_it(client: FlaskClient, brief: StoredDocument) -> None:
    page = soup(client.get(f"/p/{address(brief, '이보기, 「나루터의 하루」')}"))
    source = one(page, "#cite .source")
    assert text(source.select("dd")[0]).startswith("이보기, 「나루터의 하루」, 『보기일보』, 2024. 11. 1.; 홍보기, 「")
    assert "각주 1에서 재인용" in source.select("dd")[0].text


def test_a_note_that_refers_back_offers_the_source_of_the_note_meant(
    client: FlaskClient, brief: StoredDocument
) -> None:
    source = one(soup(client.get(f"/p/{address(brief, '앞의 글.')}")), "#cite .source")
    assert text(one(source, "q")) == "앞의 글."
    assert text(source.select("dd")[0]).startswith("이보기, 「나루터의 하루」, 『보기일보』, 2024. 11. 1.; 홍보기, 「")
    assert "각주 2에서 재인용" in source.select("dd")[0].text


def test_the_form_that_stands_first_is_that_of_the_reader_s_language(
    client: FlaskClient, brief: StoredDocument
) -> None:
    def chosen(language: str) -> str:
        page = soup(client.get(f"/d/{brief.record.id}?lang={language}"))
        return str(one(page, "#cite-form option[selected]")["value"])

    assert (chosen("ko"), chosen("en")) == ("brackets", "chicago")


def test_only_the_words_that_a_link_quotes_are_cited(client: FlaskClient, brief: StoredDocument) -> None:
    words = next(passage.text for passage in brief.passages if "뱃사공" in passage.text)
    where = f"{address(brief, '뱃사공')}?q={quote([words], 3, 7)}"
    page = soup(client.get(f"/p/{where}"))
    quoted = one(page, ".quoted")
    for left in quoted.select("[hidden]"):
        left.decompose()
    assert said(quoted) == "“나루터의”"
    assert f"http://localhost/p/{where}" in references(page)["brackets"]
    item = client.get(str(one(page, "#cite .files a[href*=csl]")["href"])).get_json(force=True)[0]
    assert item["URL"] == f"http://localhost/p/{where}"


def test_files_of_other_programs_are_read_back(client: FlaskClient, brief: StoredDocument) -> None:
    for where in (f"/d/{brief.record.id}", f"/p/{address(brief, '뱃사공')}"):
        links = {link.text: str(link["href"]) for link in soup(client.get(where)).select("#cite .files a")}
        written = {name: client.get(url) for name, url in links.items()}
        assert list(written) == ["BibTeX", "RIS", "CSL-JSON"]
        (entry,) = bibtexparser.parse_string(written["BibTeX"].text).entries
        (record,) = rispy.loads(written["RIS"].text)
        (item,) = json.loads(written["CSL-JSON"].text)
        assert {entry["title"].strip("{}"), record["title"], item["title"]} == {"나루터와 다리의 경제"}
        assert {entry["url"], record["urls"][0], item["URL"]} == {f"http://localhost{where}"}
        assert written["RIS"].headers["Content-Type"].startswith("application/x-research-info-systems")
        assert written["BibTeX"].headers["Content-Disposition"].endswith(".bib")


def test_an_unknown_form_and_an_unknown_document_are_not_found(client: FlaskClient, brief: StoredDocument) -> None:
    assert client.get(f"/d/{brief.record.id}/cite/endnote").status_code == 404
    assert client.get("/d/22222/cite/ris").status_code == 404
    with pytest.raises(NotFound, match="bibtex, ris, csl-json"):
        file_form("endnote")


def test_an_address_of_another_kind_that_a_note_prints_is_no_link(client: FlaskClient, hostile: StoredDocument) -> None:
    page = soup(client.get(f"/p/{address(hostile, 'alert(4)')}"))
    assert "javascript:alert(5)" in text(one(page, "#cite .source"))
    assert page.select("#cite a[href^=javascript]") == []


def test_sources_of_which_one_is_meant_are_said_to_be_so(app: Flask) -> None:
    cited = Citation(0, 4, title="나루터의 하루")
    with app.test_request_context("/"):
        panel = citing_panel(refer("x", Metadata(title="다리")), current_frame(), (), possible=[("앞의 글", cited)] * 2)
    assert [one_.one_of for one_ in panel.sources] == [2, 2]
