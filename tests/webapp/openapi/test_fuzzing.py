"""Whatever a program sends, the API answers as it is described: no fault, no answer, status or type that is not there.

Schemathesis makes the requests of the description: what it allows, and what it does not.
"""

from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

schemathesis: Any = pytest.importorskip("schemathesis")

PATHS = ("/api/search", "/api/suggest", "/api/completions", "/api/resolve", "/api/openapi.json")
FEW, MANY = 25, 300  # requests to a path


def checks() -> list[Any]:
    """All of them but one: a query of signs alone is a text like any other to the description, and a 400 to us."""
    from schemathesis.specs.openapi import checks as openapi

    return [
        schemathesis.checks.not_a_server_error,
        openapi.status_code_conformance,
        openapi.content_type_conformance,
        openapi.response_headers_conformance,
        openapi.response_schema_conformance,
        openapi.negative_data_rejection,
    ]


def fuzz(app: Flask, path: str, many: int) -> None:
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", app)
    operation = schema[path]["GET"]
    modes = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)
    strategies = [operation.as_strategy(generation_mode=mode) for mode in modes[: 2 if operation.query else 1]]

    @given(case=st.one_of(*strategies))
    @settings(max_examples=many, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def run(case: Any) -> None:
        case.call_and_validate(checks=checks(), headers={"Accept-Encoding": "identity"})

    run()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", PATHS)
def test_a_few_requests_of_each_kind(news_app: Flask, path: str) -> None:
    fuzz(news_app, path, FEW)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", PATHS)
def test_many_requests_of_each_kind(sample_app: Flask, path: str) -> None:
    fuzz(sample_app, path, MANY)
