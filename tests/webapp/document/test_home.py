"""The first page shows what the archive holds, and offers searches that it can answer. All texts are invented."""

from pathlib import Path

import pytest
from bs4 import Tag
from flask.testing import FlaskClient

from archive.settings import Settings
from tests.archive.literal import brief
from tests.webapp import world
from tests.webapp.conftest import site
from tests.webapp.html import one, soup, text
from webapp import create_app


def rows(page: Tag, facet: str) -> list[str]:
    return [text(value) for value in page.select(f".holdings .by-{facet} .value")]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_is_held_leads_to_just_as_many_passages(client: FlaskClient, language: str) -> None:
    page = soup(client.get(f"/?lang={language}"))
    assert rows(page, "year") == ["2025"]
    assert rows(page, "language")[0] == {"ko": "한국어", "en": "Korean"}[language]
    links = page.select(".holdings li a")
    assert len(links) >= 4
    for link in links:
        found = soup(client.get(str(link["href"])))
        assert text(one(link, ".count [aria-hidden]")) in text(one(found, "main"))
        assert found.select(".hit") != []


def test_searches_worth_trying_are_answered(client: FlaskClient) -> None:
    links = soup(client.get("/?lang=ko")).select(".tries a")
    assert [text(link) for link in links] == ["다리", "остров", "저자:홍보기"]
    assert [link["lang"] for link in links] == ["ko", "ru", "ko"]
    assert all(soup(client.get(str(link["href"]))).select(".hit") for link in links)


def test_years_before_the_latest_are_put_together(tmp_path: Path) -> None:
    texts = {f"{year}.txt": brief(f"{year}년의 나루터", date=str(year)) for year in range(2015, 2024)}
    world.build(tmp_path, texts)
    app = create_app(Settings(tmp_path))
    page = soup(app.test_client().get("/"))
    assert rows(page, "year") == ["2023", "2022", "2021", "2020", "2019", "2015–2018"]
    assert "연도:2015-2018" in text(one(soup(app.test_client().get(page.select(".by-year a")[-1]["href"])), "title"))
    site(app).store.close()


def test_without_an_index_the_page_stands_all_the_same(tmp_path: Path) -> None:
    world.build(tmp_path, {"one.txt": brief("나루터")}, index=False)
    app = create_app(Settings(tmp_path))
    page = soup(app.test_client().get("/"))
    assert page.select(".holdings, .tries") == []
    assert text(one(page, ".counts")).startswith("문서 1건")
    site(app).store.close()


def test_what_is_written_is_held_at_once(tmp_path: Path) -> None:
    world.build(tmp_path, {"one.txt": brief("나루터", date="2024")})
    app = create_app(Settings(tmp_path))
    assert rows(soup(app.test_client().get("/")), "year") == ["2024"]
    world.save(site(app).store, "two.txt", brief("다리", date="2026"))
    site(app).archive.catch_up()
    assert rows(soup(app.test_client().get("/")), "year") == ["2026", "2024"]
    site(app).store.close()
