"""Other sites' pages may read what is for programs, of a public archive; nothing of one that is its reader's own."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.cross_origin import METHODS

FOR_PROGRAMS = (
    "/api/search?q=나루터", "/api/suggest?q=나", "/api/completions?q=나", "/api/openapi.json", "/feed.atom",
    "/sitemap.xml", "/oai?verb=Identify", "/opensearch.xml",
)  # fmt: skip


@pytest.mark.parametrize("path", [*FOR_PROGRAMS, "/api/search", "/api/nothing"])
def test_of_a_public_archive_every_page_may_read_it(public: FlaskClient, path: str) -> None:
    headers = public.get(path, headers={"Origin": "https://other.example"}).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Credentials" not in headers


@pytest.mark.parametrize("path", FOR_PROGRAMS)
def test_a_browser_may_ask_first(public: FlaskClient, path: str) -> None:
    asked = {"Origin": "https://other.example", "Access-Control-Request-Method": "GET"}
    response = public.options(path, headers=asked)
    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Methods"] == METHODS
    assert response.headers["Access-Control-Allow-Headers"] == "If-None-Match"


@pytest.mark.parametrize("path", ["/", "/search?q=나루터", "/documents", "/static/icon.svg"])
def test_pages_stay_closed(public: FlaskClient, path: str) -> None:
    headers = public.get(path, headers={"Origin": "https://other.example"}).headers
    assert "Access-Control-Allow-Origin" not in headers
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("path", FOR_PROGRAMS)
def test_an_archive_without_a_public_address_stays_closed(client: FlaskClient, path: str) -> None:
    headers = client.get(path, headers={"Origin": "https://other.example"}).headers
    assert "Access-Control-Allow-Origin" not in headers
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_files_of_references_may_be_read(public_app: Flask) -> None:
    store = public_app.extensions["gakju"].store
    path = f"/d/{store.documents()[0].id}/cite/csl-json"
    assert public_app.test_client().get(path).headers["Access-Control-Allow-Origin"] == "*"


def test_a_harvester_that_posts_is_no_page(public: FlaskClient) -> None:
    response = public.post("/oai", data={"verb": "Identify"}, headers={"Origin": "https://other.example"})
    assert response.status_code == 200
    assert "Access-Control-Allow-Origin" not in response.headers
