"""Each address for programs is answered in its type, and its arguments are held to their limits."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from archive.store import StoredDocument
from tests.webapp.conftest import address
from webapp.program_views import blueprint
from webapp.search import API_DEEPEST, API_MOST


@pytest.mark.parametrize(
    "path, kind",
    [
        ("/api/search?q=나루터", "application/json"),
        ("/api/suggest?q=나루", "application/json"),
        ("/api/completions?q=나루", "application/x-suggestions+json"),
        ("/api/resolve?permalink=/p/{passage}", "application/json"),
        ("/api/openapi.json", "application/json"),
        ("/feed.atom", "application/atom+xml"),
        ("/feed.atom?q=나루터", "application/atom+xml"),
        ("/sitemap.xml", "application/xml"),
        ("/opensearch.xml", "application/opensearchdescription+xml"),
        ("/oai", "text/xml"),
        ("/robots.txt", "text/plain"),
        ("/favicon.ico", "image/svg+xml"),
    ],
)
def test_every_address_answers_in_its_type(client: FlaskClient, brief: StoredDocument, path: str, kind: str) -> None:
    response = client.get(path.format(passage=address(brief, "뱃사공")))
    assert (response.status_code, response.mimetype) == (200, kind)


@pytest.mark.parametrize("path", ["/api/search?q=나루터&limit={}", "/api/suggest?q=나루터&limit={}"])
@pytest.mark.parametrize("given", ["0", "-1", "x", "²", "", str(API_MOST + 1)])
def test_a_limit_outside_its_bounds_is_refused(client: FlaskClient, path: str, given: str) -> None:
    assert client.get(path.format(given)).status_code == 400


def test_no_search_passes_over_more_than_it_may(client: FlaskClient) -> None:
    assert client.get(f"/api/search?q=나루터&offset={API_DEEPEST + 1}").status_code == 400


def test_a_permalink_to_resolve_must_be_given(client: FlaskClient) -> None:
    assert client.get("/api/resolve?permalink=%20").status_code == 400


def test_what_a_program_holds_need_not_be_sent_again(client: FlaskClient) -> None:
    for path in ("/feed.atom", "/sitemap.xml", "/api/openapi.json"):
        tag = client.get(path).headers["ETag"]
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 304


def test_nothing_is_written_by_any_of_them(app: Flask) -> None:
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith(f"{blueprint.name}.")]
    assert {rule.rule for rule in rules if "POST" in (rule.methods or ())} == {"/oai"}  # a question, too
