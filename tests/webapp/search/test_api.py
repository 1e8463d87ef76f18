"""A machine searches: it gets JSON, with how the query was understood; and is told which parameter is wrong."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from archive.store import StoredDocument
from tests.webapp.conftest import address


def test_machines_get_json(client: FlaskClient, brief: StoredDocument) -> None:
    answer = client.get("/api/search?q=뱃사공&limit=5").get_json()
    (result,) = answer.pop("results")
    assert result["permalink"] == f"http://localhost/p/{address(brief, '뱃사공')}"
    assert [result["text"][m["start"] : m["end"]] for m in result["matches"] if m["in"] == "text"] == ["뱃사공"]
    assert answer == {
        "query": "뱃사공",
        "read_as": "뱃사공",
        "hints": [],
        "match": "most",
        "sort": "relevance",
        "exact": False,
        "dropped": [],
        "understood": [{"typed": "뱃사공", "read_as": None, "also": []}],
        "named": [],
        "named_documents": 0,
        "passages": 1,
        "documents": 1,
        "too_few_words": False,
        "uncertain": [],
        "uncertain_passages": 0,
    }


def test_machines_learn_what_was_looked_for_and_take_it_away(asking_app: Flask) -> None:
    client = asking_app.test_client()
    answer = client.get("/api/search?q=Petushkov").get_json()
    ids = [form["id"] for form in answer["understood"][0]["also"]]
    assert sorted(ids) == ["name:петушков", "name:페투시코프"]
    assert answer["results"][0]["reasons"][0]["typed"] == "Petushkov"
    without = client.get("/api/search", query_string={"q": "Petushkov", "drop": ids[:1]}).get_json()
    assert [form["id"] for form in without["understood"][0]["also"]] == ids[1:]
    assert client.get("/api/search?q=Petushkov&exact=1").get_json()["passages"] == 0


def test_machines_get_counts_where_they_ask_for_them(asking_app: Flask) -> None:
    answer = asking_app.test_client().get("/api/search?q=소금&facets=1&limit=1").get_json()
    counts = {name: [value["passages"] for value in values] for name, values in answer["facets"].items()}
    assert counts == {
        "document": [3, 1, 1],
        "in": [4, 1],
        "kind": [3, 1, 1],
        "author": [3],
        "publisher": [3, 1],
        "language": [5],
        "year": [3, 1],
    }
    assert answer["facets"]["year"][0] == {"value": "2025", "passages": 3}


def test_machines_choose_the_order_and_how_many_words_must_be_there(asking_app: Flask) -> None:
    client = asking_app.test_client()
    dates = [result["date"] for result in client.get("/api/search?q=소금&sort=date").get_json()["results"]]
    assert dates == ["2025-03-24"] * 3 + ["2024-06-01", None]
    found = {m: client.get(f"/api/search?q=소금+펭귄+남극&match={m}").get_json() for m in ("any", "most", "all")}
    assert {match: (answer["passages"], answer["too_few_words"]) for match, answer in found.items()} == {
        "any": (5, False),
        "most": (0, True),
        "all": (0, False),
    }


def test_machines_get_hints(asking_app: Flask) -> None:
    answer = asking_app.test_client().get('/api/search?q=소금+"나루터').get_json()
    assert [hint["code"] for hint in answer["hints"]] == ["open-quote"]
    assert answer["read_as"] == "소금 나루터"


@pytest.mark.parametrize(
    "asked, code",
    [
        ("q=NOT", "no-word"),
        ("q=-나루터", "only-not"),
        ("q=", "no-argument"),
        ("", "no-argument"),
        ("q=나루터&limit=0", "no-number"),
        ("q=나루터&limit=x", "no-number"),
        ("q=나루터&limit=1000", "no-number"),
        ("q=나루터&offset=-1", "no-number"),
        ("q=나루터&match=some", "no-choice"),
        ("q=나루터&sort=", "no-choice"),
        ("q=나루터&exact=yes", "no-choice"),
        ("q=나루터&facets=2", "no-choice"),
        ("q=나루터&drop=라브로프", "no-choice"),
        ("q=나루터" + "&drop=name:a" * 100, "no-choice"),
    ],
)
def test_machines_are_told_what_is_wrong(client: FlaskClient, asked: str, code: str) -> None:
    response = client.get(f"/api/search?{asked}")
    assert response.status_code == 400
    error = response.get_json()["error"]
    assert (set(error), error["code"]) == ({"code", "message"}, code)
    assert asked.rpartition("&")[2].partition("=")[0] in error["message"] or code in ("no-word", "only-not")


def test_offsets_turn_the_pages_of_the_api(client: FlaskClient) -> None:
    def found(asked: str) -> list[str]:
        return [r["passage"] for r in client.get(f"/api/search?q=나루터&{asked}").get_json()["results"]]

    assert found("limit=3&offset=2") == found("limit=5")[2:5]
