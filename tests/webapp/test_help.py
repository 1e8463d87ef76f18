"""A reader learns to ask: on the help page, and in a few lines where one types."""

from flask import Flask
from flask.testing import FlaskClient

from archive.query import syntax
from tests.webapp.html import one, soup, text


def test_every_rule_of_the_language_is_on_the_help_page(client: FlaskClient) -> None:
    for language in ("ko", "en"):
        page = soup(client.get(f"/help?lang={language}"))
        shown = {text(code) for code in page.select("table.examples code")}
        assert {rule.example(language) for rule in syntax()} - shown == set()


def test_every_example_that_can_be_clicked_finds_something_in_the_samples(sample_app: Flask) -> None:
    client = sample_app.test_client()
    links = [str(a["href"]) for a in soup(client.get("/help")).select("table.examples a")]
    assert len(links) == len(syntax()) - 1
    assert [link for link in links if not soup(client.get(link)).select(".hit")] == []


def test_what_is_found_beside_the_words_typed_is_explained_and_how_to_turn_it_off(client: FlaskClient) -> None:
    page = soup(client.get("/help"))
    rows = [text(b) for b in page.select("table.varieties b")]
    assert rows == ["용어집", "이름", "다른 표기", "같은 수·날짜", "한자", "자판", "초성"]
    assert "‘입력한 그대로 검색’을 누르면" in text(one(page, "main"))


def test_a_short_help_stands_where_one_types(client: FlaskClient) -> None:
    for path in ("/", "/search?q=나루터", "/documents"):
        page = soup(client.get(path))
        assert text(one(page, ".short-help .words")) == "검색어 쓰는 법"
        assert len(page.select(".short-help dt a")) == 5
        assert one(page, ".short-help p a")["href"] == "/help"
        assert not one(page, ".short-help").has_attr("open")
