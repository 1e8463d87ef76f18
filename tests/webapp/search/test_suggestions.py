"""The archive tells the search box what may complete what is typed, in the reader's language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive.settings import Settings
from tests.webapp import world
from tests.webapp.conftest import site
from webapp import create_app


def test_a_suggestion_comes_with_its_kind_its_query_and_its_typed_part(client: FlaskClient) -> None:
    answer = client.get("/api/suggest?q=나루터와").json
    assert answer is not None
    assert answer["suggestions"] == [
        {
            "text": "나루터와 다리의 경제",
            "parts": ["", "나루터와", " 다리의 경제"],
            "kind": "title",
            "name": "제목",
            "query": '제목:"나루터와 다리의 경제"',
            "detail": "2025. 3. 24.",
            "language": "ko",
            "detail_language": "ko",
        }
    ]
    assert (answer["typed"], answer["label"], answer["said"]) == (
        "나루터와",
        "자동완성",
        "자동완성 1건. 위아래 화살표로 고르십시오.",
    )


def test_kinds_dates_and_field_names_are_in_the_readers_language(client: FlaskClient) -> None:
    answer = client.get("/api/suggest?q=나루터와&lang=en").json
    assert answer is not None
    (one,) = answer["suggestions"]
    assert (one["name"], one["query"], one["detail"]) == ("Title", 'title:"나루터와 다리의 경제"', "24 March 2025")
    assert answer["said"] == "1 suggestion: choose with the arrow keys"


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20", "?q=%ff%00(((", "?q=zzzzzz", f"?q={'가' * 3000}"])
def test_what_has_no_completion_gets_an_empty_list(client: FlaskClient, query: str) -> None:
    response = client.get(f"/api/suggest{query}")
    assert (response.status_code, response.json and response.json["suggestions"]) == (200, [])


def test_no_more_come_than_asked_for(client: FlaskClient) -> None:
    assert len(client.get("/api/suggest?q=나&limit=1").json["suggestions"]) == 1  # type: ignore[index]
    assert client.get("/api/suggest?q=나&limit=21").status_code == 400


def test_what_documents_say_stays_text(client: FlaskClient) -> None:
    answer = client.get("/api/suggest?q=script")
    assert (answer.content_type, answer.headers["X-Content-Type-Options"]) == ("application/json", "nosniff")
    assert answer.json and [one["text"] for one in answer.json["suggestions"]] == ["<script>alert('제목')</script>"]


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[FlaskClient]:
    world.build(tmp_path, index=False)
    app = create_app(Settings(tmp_path))
    yield app.test_client()
    site(app).store.close()


def test_without_an_index_it_says_so(empty: FlaskClient) -> None:
    response = empty.get("/api/suggest?q=나")
    assert (response.status_code, response.json and response.json["error"]["code"]) == (503, "stale-index")
