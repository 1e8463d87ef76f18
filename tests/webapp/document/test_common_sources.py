"""Documents that rest on the same sources stand at the end of a document."""

from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.html import one, soup, text
from webapp.document.common_sources import SHOWN


def test_documents_with_two_sources_in_common_are_shown_with_their_number(web: FlaskClient, web_app: Flask) -> None:
    document = next(a for a in soup(web.get("/documents")).select("a.title") if text(a) == "나루터의 한 해")
    page = soup(web.get(str(document["href"])))
    assert [text(li) for li in page.select(".sharing li")] == [
        "다리가 놓이기까지 같은 출처 3건",
        "What the Boats Carry 같은 출처 2건",
    ]
    assert SHOWN >= 2


def test_a_document_alone_shows_none(client: FlaskClient) -> None:
    document = next(a for a in soup(client.get("/documents")).select("a.title") if text(a) == "나루터와 다리의 경제")
    page = soup(client.get(str(document["href"])))
    assert page.select(".sharing") == []
    assert "인용 출처 1건" in text(one(page, ".actions"))
