"""The feed has every document that is here once, last changed first, in a form that feed readers take."""

from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from flask import Flask

from tests.webapp import news_world as news
from tests.webapp.html import soup
from webapp.feeds.atom import NAMESPACE

A = f"{{{NAMESPACE}}}"


def feed(app: Flask, address: str = "/feed.atom") -> Element:
    response = app.test_client().get(address, headers={"Accept-Language": "ko"})
    assert (response.status_code, response.mimetype) == (200, "application/atom+xml")
    return fromstring(response.data)


def test_the_whole_entry_of_a_document(news_app: Flask, news_ids: dict[str, str]) -> None:
    address = f"{news.ADDRESS}/d/{news_ids[news.FERRY]}"
    entry = feed(news_app).findall(f"{A}entry")[-1]
    assert [(one.tag.removeprefix(A), one.text or dict(one.attrib)) for one in entry if not len(one)] == [
        ("id", address),
        ("title", "나루터와 다리"),
        ("updated", "2025-04-01T09:00:00Z"),
        ("link", {"rel": "alternate", "type": "text/html", "href": address}),
        (
            "summary",
            "보기연구원 · 보기 브리프 · No. 2025-01 · 2025. 3. 24.\n나루터의 화물이 올해 줄었다.",
        ),
        ("rights", "출처를 밝히면 옮겨 실을 수 있음"),
    ]
    assert [one.text for one in entry.iter(f"{A}name")] == ["홍보기", "이나루"]


def test_documents_are_there_once_last_changed_first_and_without_those_that_went(
    news_app: Flask, news_ids: dict[str, str]
) -> None:
    root = feed(news_app)
    expected = [news.HOSTILE, news.NAMELESS, news.SALT, news.FERRY]
    assert [one.findtext(f"{A}id") for one in root.iter(f"{A}entry")] == [
        f"{news.ADDRESS}/d/{news_ids[name]}" for name in expected
    ]
    assert root.findtext(f"{A}updated") == news.CHANGED[news.HOSTILE]
    assert root.findtext(f"{A}title") == "각주: 새 문서와 바뀐 문서"
    assert root.findtext(f"{A}id") == f"{news.ADDRESS}/feed.atom"


def test_a_feed_is_narrowed_as_a_search_is(news_app: Flask, news_ids: dict[str, str]) -> None:
    root = feed(news_app, "/feed.atom?q=소금 배&match=all")
    assert [one.findtext(f"{A}id") for one in root.iter(f"{A}entry")] == [f"{news.ADDRESS}/d/{news_ids[news.SALT]}"]
    links = {one.get("rel"): one.get("href") for one in root.findall(f"{A}link")}
    query = "q=%EC%86%8C%EA%B8%88+%EB%B0%B0&match=all"
    assert links == {"self": f"{news.ADDRESS}/feed.atom?{query}", "alternate": f"{news.ADDRESS}/search?{query}"}
    assert feed(news_app, "/feed.atom?q=없는낱말").findall(f"{A}entry") == []


def test_a_page_of_results_leads_to_its_feed(news_app: Flask) -> None:
    page = soup(news_app.test_client().get('/search?q="소금 배"&exact=1&page=2', headers={"Accept-Language": "ko"}))
    _, link = page.select('link[rel="alternate"][type="application/atom+xml"]')
    assert link["title"] == '각주: “"소금 배"” 검색 결과의 새 문서와 바뀐 문서'
    root = feed(news_app, str(link["href"]).removeprefix("/gakju"))
    assert len(root.findall(f"{A}entry")) == 1


@pytest.mark.parametrize("query", ["q=-배", "q=배&match=some", "q=배&exact=yes", "q=배&drop=x"])
def test_what_a_search_refuses_a_feed_refuses(news_app: Flask, query: str) -> None:
    assert news_app.test_client().get(f"/feed.atom?{query}").status_code == 400


def test_hostile_texts_stand_as_they_are(news_app: Flask) -> None:
    entry = feed(news_app).findall(f"{A}entry")[0]
    assert entry.findtext(f"{A}title") == "]]><script>alert('제목')</script> & &lt;b&gt;"
    assert entry.findtext(f"{A}summary") == "<p>위험한\ufffd 글</p> ]]> &amp;  끝"
    assert [one.get("href", "") for one in entry.iter(f"{A}link")] == [entry.findtext(f"{A}id")]


def test_a_feed_reader_finds_nothing_wrong(news_app: Flask, news_ids: dict[str, str]) -> None:
    feedparser = pytest.importorskip("feedparser")
    parsed = feedparser.parse(news_app.test_client().get("/feed.atom").data)
    assert not parsed.bozo and parsed.version == "atom10"
    assert parsed.entries[-1].id == f"{news.ADDRESS}/d/{news_ids[news.FERRY]}"
    assert parsed.entries[-1].updated_parsed[:6] == (2025, 4, 1, 9, 0, 0)
    assert [one.name for one in parsed.entries[-1].authors] == ["홍보기", "이나루"]
    assert all(one.summary and one.title and one.link for one in parsed.entries)
    assert parsed.entries[0].title_detail.type == "text/plain"


def test_an_empty_archive_has_an_empty_feed(tmp_path: Path) -> None:
    from archive.settings import Settings
    from archive.store import Store
    from webapp import create_app

    Store.at(tmp_path).close()
    app = create_app(Settings(tmp_path))
    assert feed(app).findall(f"{A}entry") == []
    app.extensions["gakju"].store.close()
