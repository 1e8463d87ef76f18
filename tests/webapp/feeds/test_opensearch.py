"""A browser can be told how to search here, in the reader's language, and completes what is typed."""

from xml.etree.ElementTree import fromstring

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp import news_world as news
from tests.webapp.html import one, soup
from webapp.feeds.opensearch import NAMESPACE

O = f"{{{NAMESPACE}}}"  # noqa: E741


@pytest.mark.parametrize("language, name", [("ko", "각주 Gakju"), ("en", "Gakju")])
def test_the_description_says_where_to_search(news_app: Flask, language: str, name: str) -> None:
    response = news_app.test_client().get(f"/opensearch.xml?lang={language}")
    assert response.mimetype == "application/opensearchdescription+xml"
    root = fromstring(response.data)
    assert root.tag == f"{O}OpenSearchDescription"
    assert root.findtext(f"{O}ShortName") == name and len(name) <= 16
    assert 20 < len(root.findtext(f"{O}Description", "")) <= 1024
    assert {url.get("type"): (url.get("rel"), url.get("template")) for url in root.findall(f"{O}Url")} == {
        "text/html": ("results", f"{news.ADDRESS}/search?q={{searchTerms}}&page={{startPage?}}&lang={language}"),
        "application/atom+xml": ("results", f"{news.ADDRESS}/feed.atom?q={{searchTerms}}"),
        "application/x-suggestions+json": (
            "suggestions",
            f"{news.ADDRESS}/api/completions?q={{searchTerms}}&lang={language}",
        ),
        "application/opensearchdescription+xml": ("self", f"{news.ADDRESS}/opensearch.xml?lang={language}"),
    }


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_page_leads_to_it_and_to_the_feed(news_app: Flask, language: str) -> None:
    client = news_app.test_client()
    page = soup(client.get(f"/?lang={language}"))
    description = one(page, 'link[rel="search"][type="application/opensearchdescription+xml"][title]')
    followed = str(description["href"]).removeprefix("/gakju")
    assert client.get(followed).status_code == 200 and followed.endswith(f"lang={language}")
    feed = one(page, 'link[rel="alternate"][type="application/atom+xml"][title]')
    assert client.get(str(feed["href"]).removeprefix("/gakju")).status_code == 200


def test_an_empty_page_number_is_the_first(news_app: Flask) -> None:
    assert news_app.test_client().get("/search?q=배&page=&lang=ko").status_code == 200


def test_completions_are_queries_with_a_word_on_each_and_their_addresses(news_app: Flask) -> None:
    response = news_app.test_client().get("/api/completions?q=소금&lang=en")
    assert response.mimetype == "application/x-suggestions+json"
    typed, queries, words, addresses = response.get_json(force=True)
    assert typed == "소금" and len(queries) == len(words) == len(addresses) > 0
    assert '제목:"소금 배"' in queries or 'title:"소금 배"' in queries
    for query, address in zip(queries, addresses, strict=True):
        assert address.startswith(f"{news.ADDRESS}/search?q=")
        assert news_app.test_client().get("/search", query_string={"q": query}).status_code == 200


def test_nothing_typed_has_no_completion(client: FlaskClient) -> None:
    assert client.get("/api/completions").get_json(force=True) == ["", [], [], []]
    assert client.get("/api/completions?q=a&limit=0").status_code == 400
