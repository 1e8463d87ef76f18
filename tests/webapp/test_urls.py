"""Addresses: built in one place, and each is one that the app answers."""

import re

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from archive.engine.plan import Order
from archive.history.quotation import Quotation
from archive.model.permalink import Address
from archive.search.planner import MatchMode
from webapp.urls import Urls, prefix

URLS = Urls("/gakju", "https://archive.example.org/gakju/", "1")


def test_addresses_carry_the_prefix_and_only_what_was_asked() -> None:
    assert URLS.home == "/gakju/"
    assert URLS.search() == "/gakju/search"
    assert (
        URLS.search("나루터 화물", 2, match=MatchMode.ALL)
        == "/gakju/search?q=%EB%82%98%EB%A3%A8%ED%84%B0+%ED%99%94%EB%AC%BC&match=all&page=2"
    )
    assert URLS.search("a", order=Order.DATE, exact=True, dropped=("name:라&b", "term:un")) == (
        "/gakju/search?q=a&sort=date&exact=1&drop=name:%EB%9D%BC%26b&drop=term:un"
    )
    assert URLS.document("7k4m2", "93xc") == "/gakju/d/7k4m2?p=93xc#p-93xc"
    assert URLS.permalink("7k4m2-93xch@2") == "https://archive.example.org/gakju/p/7k4m2-93xch@2"
    assert URLS.permalink("7k4m2@2") == "https://archive.example.org/gakju/d/7k4m2@2"
    assert URLS.document("7k4m2", revision=2) == "/gakju/d/7k4m2@2"
    quotation = Quotation(3, 12, "k3xhd", Address("7k4m2", "93xc", 2))
    assert URLS.permalink("7k4m2-93xch", quotation) == (
        "https://archive.example.org/gakju/p/7k4m2-93xch?q=3-12~k3xhd&to=7k4m2-93xcx@2"
    )


@given(st.text(max_size=20))
def test_whatever_is_put_into_an_address_stays_one_part_of_it(name: str) -> None:
    name = name.encode("utf-8", "replace").decode()
    assert re.fullmatch(r"/gakju/d/[^/?#]*", URLS.document(name))


def test_every_kind_of_address_has_its_view(app: Flask) -> None:
    router = app.url_map.bind("localhost")
    urls = Urls("", "http://localhost")
    where = str(Address("7k4m2", "93xc"))
    addresses = (
        urls.home,
        urls.search("a"),
        urls.documents(),
        urls.document("7k4m2", "93xc"),
        urls.original("7k4m2"),
        urls.printed("7k4m2", 3),
        urls.passage(where),
        urls.lines(where),
        urls.problems(),
        urls.problems_csv(),
        urls.about,
        urls.help,
        urls.static("gakju.css"),
        urls.api.removeprefix("http://localhost"),
        urls.api_resolve.removeprefix("http://localhost"),
        urls.history("7k4m2"),
        urls.compare("7k4m2", 1),
        urls.form("7k4m2", "ab"),
    )
    found = [router.match(address.split("?")[0].split("#")[0])[0] for address in addresses]
    assert len(set(found)) == len(addresses)


def test_the_prefix_is_the_path_of_the_public_address() -> None:
    assert [prefix(url) for url in (None, "https://a.example", "https://a.example/gakju")] == ["", "", "/gakju"]
