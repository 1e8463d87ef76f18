"""An error is a page, or JSON for machines, and says the way out."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from archive.settings import Settings
from archive.store import StoredDocument
from tests.webapp import world
from tests.webapp.conftest import site
from tests.webapp.html import one, soup, text
from webapp import create_app
from webapp.errors import ADDRESS


def test_unknown_places_are_not_found(client: FlaskClient) -> None:
    for path in ("/nowhere", "/d/nothing", "/d/nothing/lines", "/d/nothing/original", "/d/" + "x" * 5000):
        response = client.get(path)
        assert response.status_code == 404, path
        assert text(one(soup(response), "h1")) == "찾을 수 없습니다"


def test_only_reading_is_allowed(client: FlaskClient) -> None:
    response = client.post("/search", data={"q": "나루터"})
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


def test_without_an_index_the_search_says_what_to_run(tmp_path: Path) -> None:
    world.build(tmp_path, index=False)
    app = create_app(Settings(tmp_path))
    client = app.test_client()
    response = client.get("/search?q=나루터")
    assert response.status_code == 503
    assert text(one(soup(response), ".command")).startswith("gakju index")
    assert client.get("/api/search?q=나루터").status_code == 503
    assert client.get("/documents").status_code == 200
    site(app).store.close()


def test_a_fault_of_ours_is_a_page_too(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("webapp.views.about_page", broken)
    response = app.test_client().get("/about")
    assert response.status_code == 500
    assert text(one(soup(response), "h1")) == "오류가 생겼습니다"
    assert "broken" not in response.get_data(as_text=True)


def test_the_shape_of_an_address_is_known_whatever_its_letters() -> None:
    assert [bool(ADDRESS.match(text)) for text in ("7k4m2-93xch", " 7K4M2-00000를", "7k4m2", "hello")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_a_revision_that_never_was_is_not_a_document_that_never_was(client: FlaskClient, brief: StoredDocument) -> None:
    page = soup(client.get(f"/d/{brief.record.id}@9"))
    assert text(one(page, ".lead")) == f"문서 {brief.record.id}에 9판은 없습니다. 가장 최근 판은 1판입니다."
    assert [text(way) for way in page.select(".offer")] == ["현재", "변경 이력"]
    assert [client.get(str(way["href"])).status_code for way in page.select(".offer")] == [200, 200]


def test_a_wrong_address_with_words_in_it_offers_to_search_for_them(client: FlaskClient) -> None:
    page = soup(client.get("/briefs/나루터-2025/"))
    way = one(page, ".offer")
    assert text(way) == "“briefs 나루터” 검색하기"
    assert client.get(str(way["href"])).status_code == 200
    assert soup(client.get("/12/34")).select(".offer") == []
