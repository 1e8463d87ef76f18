"""Crawlers may read documents and permalinks, and stay out of what has no end."""

from urllib.robotparser import RobotFileParser

import pytest

from webapp.feeds.robots import robots_text
from webapp.urls import Urls


@pytest.mark.parametrize("root", ["", "/gakju"])
@pytest.mark.parametrize(
    "path, allowed",
    [
        ("/", True), ("/d/7k4m2", True), ("/p/7k4m2-93xch", True), ("/p/7k4m2-93xch@2", True), ("/documents", True),
        ("/d/7k4m2/original", True), ("/sitemap.xml", True), ("/feed.atom", True), ("/documents?page=2", True),
        ("/search?q=a", False), ("/api/search?q=a", False), ("/feed.atom?q=a", False), ("/oai?verb=Identify", False),
        ("/documents?q=a", False),
    ],
)  # fmt: skip
def test_where_crawlers_may_go(root: str, path: str, allowed: bool) -> None:
    parser = RobotFileParser()
    parser.parse(robots_text(root, Urls(root, f"https://archive.example.org{root}")).splitlines())
    assert parser.can_fetch("crawler", f"https://archive.example.org{root}{path}") is allowed


def test_it_says_where_the_site_map_is() -> None:
    assert robots_text("", Urls("", "https://a.example")).endswith("\nSitemap: https://a.example/sitemap.xml\n")
