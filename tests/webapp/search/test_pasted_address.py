"""Whoever pastes an address into the box goes there, however much of it came along."""

from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from archive.store import StoredDocument
from tests.webapp.conftest import address
from tests.webapp.html import one, soup, text
from webapp.search.pasted_address import follow_address

assert follow_address  # its answers are pages, tried by their addresses


def goal(client: FlaskClient, pasted: str) -> str | None:
    response = client.get("/search", query_string={"q": pasted})
    return response.headers.get("Location") if response.status_code == 302 else None


def test_an_address_goes_there_with_or_without_hyphen_host_and_capitals(
    client: FlaskClient, brief: StoredDocument
) -> None:
    where = address(brief, "뱃사공")
    bare = where.replace("-", "")
    for pasted in (
        where,
        bare,
        bare.upper(),
        where.replace("-", "\u2013"),
        f" {where} ",
        f"{where}.",
        f"/p/{where}",
        f"p/{where}",
        f"http://localhost/p/{where}",
        f"https://elsewhere.example.org/gakju/p/{bare}",
        f"archive.example.org/p/{where}#p-{where[6:10]}",
    ):
        assert goal(client, pasted) == f"/p/{where}", pasted


def test_a_document_s_address_too_and_what_a_link_says_goes_along(client: FlaskClient, brief: StoredDocument) -> None:
    document, where = brief.record.id, address(brief, "뱃사공")
    assert goal(client, document) == goal(client, f"http://localhost/d/{document}") == f"/d/{document}"
    assert goal(client, f"http://localhost/d/{document}/lines") == f"/d/{document}"
    assert goal(client, f"http://localhost/p/{where}?q=0-2~aaaaa") == f"/p/{where}?q=0-2~aaaaa"


@pytest.mark.parametrize(
    "typed",
    ["march", "north-south", "99999", "https://example.org/p/hello", "cooperation", "2024-10-12", "나루터 7k4m2"],
)
def test_words_are_searched(client: FlaskClient, typed: str) -> None:
    assert client.get("/search", query_string={"q": typed}).status_code == 200


def test_a_slip_says_which_it_may_be(client: FlaskClient, brief: StoredDocument) -> None:
    where = address(brief, "뱃사공")
    slipped = where[:2] + ("3" if where[2] != "3" else "4") + where[3:]
    for path in (f"/search?q={slipped}", f"/search?q={quote('http://localhost/p/' + slipped)}", f"/p/{slipped}"):
        response = client.get(path)
        page = soup(response)
        assert response.status_code == 404
        assert one(page, ".likely a")["href"] == f"/p/{where}"
        assert text(one(page, ".likely li")).startswith(f"{where} 나루터와 다리의 경제 올해 나루터의 화물은 줄었다.")
        assert "혹시 이 주소입니까?" in text(one(page, "main"))


def test_an_address_without_its_hyphen_opens(client: FlaskClient, brief: StoredDocument) -> None:
    where = address(brief, "뱃사공")
    assert client.get(f"/p/{where.replace('-', '')}").headers["Location"] == f"/p/{where}"


def test_a_document_with_a_slip_is_offered(client: FlaskClient, brief: StoredDocument) -> None:
    id_ = brief.record.id
    response = client.get(f"/d/{id_[:4]}{'2' if id_[4] != '2' else '3'}")
    assert response.status_code == 404
    assert one(soup(response), ".likely a")["href"] == f"/d/{id_}"
