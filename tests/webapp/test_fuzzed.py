"""Whatever is sent is answered: never with a fault of ours, and never after its deadline.

Long: `GAKJU_FUZZED=100000 pytest -m slow tests/webapp/test_fuzzed.py` sends so many, 5,000 unless told.
"""

import os
from collections import Counter
from collections.abc import Iterator
from random import Random
from time import perf_counter, thread_time

import pytest
from flask import Flask
from werkzeug.test import run_wsgi_app

from tests.fuzzed import environ
from tests.webapp.conftest import site

SMOKE, LONG = 1_000, int(os.environ.get("GAKJU_FUZZED", "5000"))
DEADLINE = 10.0  # seconds


@pytest.fixture(scope="module")
def rules(app: Flask) -> list[str]:
    return (
        sorted({rule.rule for rule in app.url_map.iter_rules()} - {"/search", "/api/search"})
        + ["/search"] * 4
        + ["/api/search"] * 4
    )


@pytest.fixture(scope="module")
def known(app: Flask) -> list[str]:
    store = site(app).store
    names = [record.id for record in store.documents()]
    passages = [str(one.address) for name in names for one in store.document(name).passages[:5]]
    return [*names, *passages, "bibtex", "ris", "chicago", "style.css", "1", "2"]


def answers(app: Flask, rules: list[str], known: list[str], seeds: range) -> Iterator[tuple[int, int, float]]:
    """The number, the status and the seconds of CPU of each."""
    for seed in seeds:
        sent = environ(Random(seed), rules, known)
        began = thread_time()
        body, status, _ = run_wsgi_app(app, sent)
        b"".join(body)
        if hasattr(body, "close"):
            body.close()
        yield seed, int(status[:3]), thread_time() - began


def held(app: Flask, rules: list[str], known: list[str], seeds: range) -> Counter[int]:
    found: Counter[int] = Counter()
    slowest, began = (0.0, 0), perf_counter()
    for seed, status, seconds in answers(app, rules, known, seeds):
        assert status < 500, f"{status}: environ(Random({seed}), …)"
        found[status] += 1
        slowest = max(slowest, (seconds, seed))
    assert slowest[0] < DEADLINE, slowest
    took = f"{perf_counter() - began:.0f} s, the slowest {slowest[0]:.2f} s ({slowest[1]})"
    print(f"{found.total()} in {took}: {dict(found)}")
    return found


def test_a_thousand_of_every_kind(app: Flask, rules: list[str], known: list[str]) -> None:
    found = held(app, rules, known, range(SMOKE))
    assert found[200] > SMOKE // 4 and found[404] and found[400] and found[405]  # much of it is found


@pytest.mark.slow
def test_as_many_as_are_asked_for(app: Flask, rules: list[str], known: list[str]) -> None:
    assert held(app, rules, known, range(SMOKE, SMOKE + LONG)).total() == LONG
