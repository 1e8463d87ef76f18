"""A reader looks through all sources that the notes cite."""

from pathlib import Path

from flask.testing import FlaskClient

from archive.model import Citation, Document, Metadata, Note
from archive.settings import Settings
from archive.store import Store
from tests.webapp import world
from tests.webapp.conftest import site
from tests.webapp.html import one, soup, text
from webapp import create_app
from webapp.sources.listing import SourceFilter
from webapp.urls import Urls


def titles(client: FlaskClient, url: str) -> list[str]:
    return [text(a) for a in soup(client.get(url)).select(".sourcelist a.title")]


def test_the_list_has_every_source_most_cited_first(web: FlaskClient) -> None:
    page = soup(web.get("/sources"))
    assert text(one(page, "h1")) == "인용 출처"
    assert text(one(page, ".tally")).startswith("출처 11건")
    assert text(page.select(".sourcelist li")[0]).endswith("인용 5회 · 문서 3건")
    assert len(page.select(".sourcelist li")) == 11
    assert text(one(page, ".menu [aria-current]")) == "인용 출처"
    english = soup(web.get("/sources?lang=en"))
    assert text(english.select(".sourcelist .credits")[0]).endswith("cited 5 times · in 3 documents")


def test_it_is_narrowed_by_words_kind_language_outlet_year_and_document(web: FlaskClient) -> None:
    assert titles(web, "/sources?q=통행료") == ["다리의 통행료"]
    assert len(titles(web, "/sources?kind=news")) == 6
    assert titles(web, "/sources?language=zh") == ["口岸的清晨"]
    assert titles(web, "/sources?outlet=tass") == ["Паром не пришёл"]
    assert len(titles(web, "/sources?year=2024&kind=news&language=ru")) == 5
    document = soup(web.get("/documents")).select(".doclist a.title")[0]["href"]
    own = soup(web.get(str(document)))
    link = next(a for a in own.select(".actions a") if "인용 출처" in text(a))
    assert text(link) == f"인용 출처 {len(titles(web, str(link['href'])))}건"


def test_nonsense_narrows_nothing_or_finds_nothing_and_says_what_to_do(web: FlaskClient) -> None:
    assert len(titles(web, "/sources?kind=<b>&sort=x&page=no")) == 11
    page = soup(web.get("/sources?q=%00<script>&outlet=<b>&year=x&document=y"))
    assert page.select(".sourcelist li") == []
    assert "선택을 해제" in text(one(page, ".notice"))
    assert not one(page, "main").select("script, b")
    assert soup(web.get("/sources?page=99")).select(".sourcelist li") == []


def test_orders_keep_what_is_narrowed(web: FlaskClient) -> None:
    page = soup(web.get("/sources?q=паром&sort=date"))
    assert [str(a["href"]) for a in page.select(".sorting a")] == [
        "/sources?q=%D0%BF%D0%B0%D1%80%D0%BE%D0%BC",
        "/sources?q=%D0%BF%D0%B0%D1%80%D0%BE%D0%BC&sort=title",
        "/sources?q=%D0%BF%D0%B0%D1%80%D0%BE%D0%BC&sort=date",
    ]
    assert text(one(page, ".sorting [aria-current]")) == "발행일순"
    assert one(page, "input[name=sort]")["value"] == "date"
    narrowed = SourceFilter.of({"q": "a", "sort": "cited", "kind": "news"}, 2)
    assert narrowed.narrows
    assert narrowed.url(Urls("", "http://x")) == "/sources?q=a&kind=news&page=2"


def test_an_archive_without_sources_says_so(tmp_path: Path) -> None:
    Store.at(tmp_path).close()
    app = create_app(Settings(tmp_path))
    page = soup(app.test_client().get("/sources"))
    site(app).store.close()
    assert text(one(page, "main p:last-of-type")) == "각주에서 인용한 출처가 아직 없습니다."
    assert page.select("form.sourcefilter") == []


def test_titles_of_any_length_are_shortened_in_the_list(tmp_path: Path) -> None:
    note = Note(
        "1", "가나다 " * 900, (1, 1), citations=(Citation(0, 3_000, title="가나다 " * 700, author="A" * 3_000),)
    )
    world.build(tmp_path, {"long.txt": Document(Metadata(), (), (note,), ())})
    app = create_app(Settings(tmp_path))
    entry = one(soup(app.test_client().get("/sources")), ".sourcelist li")
    page = app.test_client().get(str(one(entry, "a.title")["href"]))
    site(app).store.close()
    assert len(text(entry)) < 700
    assert (page.status_code, len(text(one(soup(page), ".as-printed"))) < 700) == (200, True)
