"""Each address is answered with its page, in its type, and its arguments are held to their limits."""

import pytest
from flask.testing import FlaskClient

from archive.store import StoredDocument
from tests.webapp.conftest import address
from tests.webapp.html import one, soup, text


@pytest.mark.parametrize(
    "path, kind",
    [
        ("/", "text/html"),
        ("/search?q=나루터", "text/html"),
        ("/documents", "text/html"),
        ("/d/{document}", "text/html"),
        ("/d/{document}/original", "application/octet-stream"),
        ("/d/{document}/lines", "text/html"),
        ("/d/{document}/history", "text/html"),
        ("/d/{document}/compare", "text/html"),
        ("/p/{passage}", "text/html"),
        ("/p/{passage}/lines", "text/html"),
        ("/problems", "text/html"),
        ("/problems.csv", "text/csv"),
        ("/help", "text/html"),
        ("/about", "text/html"),
    ],
)
def test_every_address_answers_in_its_type(client: FlaskClient, brief: StoredDocument, path: str, kind: str) -> None:
    response = client.get(path.format(passage=address(brief, "뱃사공"), document=brief.record.id))
    assert (response.status_code, response.mimetype) == (200, kind)


def test_a_search_for_nothing_is_the_first_page_with_its_field_in_focus(client: FlaskClient) -> None:
    page = soup(client.get("/search?q=%20"))
    assert text(one(page, "h1")) == text(one(soup(client.get("/")), "h1"))
    assert page.select("input[autofocus]") and not soup(client.get("/")).select("input[autofocus]")


@pytest.mark.parametrize("page", ["", "0", "-1", "x", "²", "999999999"])
def test_a_page_that_is_no_number_is_the_first(client: FlaskClient, page: str) -> None:
    first = soup(client.get("/documents")).select_one("main")
    assert first
    shown = soup(client.get("/documents", query_string={"page": page})).select_one("main")
    assert shown and text(shown) == text(first)


def test_what_follows_an_address_is_kept_when_it_is_corrected(client: FlaskClient, brief: StoredDocument) -> None:
    name = brief.record.id
    response = client.get(f"/d/{name.upper()}/lines?lang=en")
    assert (response.status_code, response.headers["Location"]) == (302, f"/d/{name}/lines?lang=en")


def test_a_quotation_that_cannot_be_read_leaves_the_passage(client: FlaskClient, brief: StoredDocument) -> None:
    where = address(brief, "뱃사공")
    assert "뱃사공은 다리를 탓한다" in text(one(soup(client.get(f"/p/{where}?q=nonsense")), "main"))
    assert client.get(f"/d/{name_of(where)}?p={where.split('-')[1]}&q=nonsense").status_code == 200


def name_of(passage: str) -> str:
    """The document's part of a passage's address."""
    return passage.split("-")[0]
