"""The site map names every document that is here, with its last change, and no file of it is too long."""

from xml.etree.ElementTree import fromstring

import pytest
from flask import Flask

from archive.errors import NotFound
from tests.webapp import news_world as news
from tests.webapp.conftest import site
from webapp.feeds.sitemap import NAMESPACE, sitemap
from webapp.urls import Urls

S = f"{{{NAMESPACE}}}"


def rows(data: bytes) -> list[tuple[str, str]]:
    return [(one.findtext(f"{S}loc", ""), one.findtext(f"{S}lastmod", "")) for one in fromstring(data)]


def test_all_documents_with_their_last_change(news_app: Flask, news_ids: dict[str, str]) -> None:
    response = news_app.test_client().get("/sitemap.xml")
    assert rows(response.data) == [
        (f"{news.ADDRESS}/d/{news_ids[name]}", news.CHANGED[name])
        for name in (news.FERRY, news.SALT, news.NAMELESS, news.HOSTILE)
    ]


def test_what_is_too_much_for_a_file_is_parted(news_app: Flask) -> None:
    urls = Urls("", news.ADDRESS)
    with news_app.test_request_context():
        whole = rows(sitemap(site(news_app), urls))
        index = sitemap(site(news_app), urls, most=3)
        parts = [rows(sitemap(site(news_app), urls, part, most=3)) for part in (1, 2)]
        assert fromstring(index).tag == f"{S}sitemapindex"
        assert rows(index) == [
            (f"{news.ADDRESS}/sitemap-1.xml", news.CHANGED[news.NAMELESS]),
            (f"{news.ADDRESS}/sitemap-2.xml", news.CHANGED[news.HOSTILE]),
        ]
        assert [*parts[0], *parts[1]] == whole and len(parts[0]) == 3
        with pytest.raises(NotFound, match="part 3"):
            sitemap(site(news_app), urls, 3, most=3)


@pytest.mark.parametrize("part", ["0", "2", "99999999999999999999", "x"])
def test_a_part_that_is_not_there_is_not_found(news_app: Flask, part: str) -> None:
    assert news_app.test_client().get(f"/sitemap-{part}.xml").status_code == 404
