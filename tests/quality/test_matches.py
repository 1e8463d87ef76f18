"""Matches are the ranking's own on the evaluation's archives too: the five briefs, and general Korean passages."""

import json
from pathlib import Path

import pytest

from tests.quality.matches import faults
from tests.quality.search.collections import dev, made
from tests.quality.world import evaluation

ROOT = evaluation()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(ROOT is None, reason="GAKJU_EVAL names no folder with briefs/ and eval/"),
]

QUERIES, PASSAGES = 8, 3  # every so many of the general ones; all of them take minutes


def test_of_every_query_over_the_briefs() -> None:
    collection = dev()
    assert collection is not None
    assert faults(collection.home, [asked.text for asked in collection.asked]) == []


def test_of_general_queries(tmp_path: Path) -> None:
    assert ROOT is not None
    passages, queries = (
        (ROOT / "eval" / "general" / name).read_text("utf-8").splitlines()
        for name in ("passages.jsonl", "queries.dev.jsonl")
    )
    some = tmp_path / "passages.jsonl"
    some.write_text("\n".join(passages[::PASSAGES]), "utf-8")
    asked = [json.loads(line)["text"] for line in queries[::QUERIES]]
    assert faults(made("general-part", some), asked, read=10) == []
