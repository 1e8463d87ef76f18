"""The description of the API says what the API does: of every path, parameter, limit and answer."""

import json
from typing import Any

import pytest
from flask import Flask

from tests.webapp import news_world as news
from webapp.program_views import blueprint

GUIDE = "limit offset match sort exact drop facets"


@pytest.fixture
def described(news_app: Flask) -> Any:
    return news_app.test_client().get("/api/openapi.json").get_json()


def test_every_path_of_the_api_is_described_under_the_archives_address(news_app: Flask, described: Any) -> None:
    rules = {rule.rule for rule in news_app.url_map.iter_rules() if rule.endpoint.startswith(f"{blueprint.name}.api_")}
    assert set(described["paths"]) == rules
    assert described["openapi"].startswith("3.1")
    assert described["servers"] == [{"url": news.ADDRESS}]


def test_the_limits_are_those_that_hold(news_app: Flask, described: Any) -> None:
    client = news_app.test_client()
    for path, operations in described["paths"].items():
        needed = {"q": "배", "permalink": news.ADDRESS}
        for parameter in operations["get"]["parameters"]:
            name, schema = parameter["name"], parameter["schema"]
            if schema["type"] == "integer":
                for value, status in (("minimum", -1), ("maximum", 1)):
                    given = {**needed, name: schema[value]}
                    assert client.get(path, query_string=given).status_code == 200, (path, given)
                    beyond = {**needed, name: schema[value] + status}
                    assert client.get(path, query_string=beyond).status_code == 400, (path, beyond)
            for choice in schema.get("enum", ()):
                assert client.get(path, query_string={**needed, name: choice}).status_code == 200
            if "enum" in schema:
                assert client.get(path, query_string={**needed, name: "other"}).status_code == 400
            if parameter["required"]:
                assert client.get(path).status_code == 400


def test_every_parameter_of_the_guide_is_described(described: Any) -> None:
    names = {one["name"] for one in described["paths"]["/api/search"]["get"]["parameters"]}
    assert names == {"q", *GUIDE.split()}


@pytest.mark.parametrize(
    "path, name",
    [
        ("/api/search?q=소금 배&facets=1", "SearchAnswer"),
        ("/api/search?q=나루터 없는낱말 또없는말 더없는말&match=most", "SearchAnswer"),
        ("/api/suggest?q=나루", "Suggestions"),
        ("/api/completions?q=나루", "Completions"),
        ("/api/resolve?permalink={salt}", "Resolution"),
        ("/api/resolve?permalink={ice}", "Resolution"),
        ("/api/resolve?permalink=zzzzz", "Error"),
        ("/api/search?q=-배", "Error"),
        ("/api/nothing", "Error"),
    ],
)
def test_answers_are_as_described(
    news_app: Flask, news_ids: dict[str, str], described: Any, path: str, name: str
) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    where = path.format(salt=news_ids[news.SALT], ice=news_ids[news.ICE])
    answer = json.loads(news_app.test_client().get(where).data)
    schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(answer)
