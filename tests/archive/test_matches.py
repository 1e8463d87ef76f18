"""Matches are the ranking's own: the dict engine finds, marks and misses the same, for every query over the samples."""

from itertools import product
from pathlib import Path

import pytest

from archive.search.planner import MatchMode
from archive.search.results import SearchOptions
from tests.quality.matches import faults
from tests.quality.search.collections import QUERIES, judged

pytestmark = pytest.mark.slow

WORDS = (
    "북한",
    "북러",
    "대북제재",
    "로씨야",
    "UN",
    "Lavrov",
    "sanctions",
    "железная дорога",
    "金正恩",
    "24년",
    "항만*",
    "문서 언어:ru",
)


def test_of_every_judged_query(sample_home: Path) -> None:
    assert faults(sample_home, [asked.text for asked in judged(QUERIES)]) == []


@pytest.mark.parametrize(
    "form",
    [
        "{0} -{1}",
        "{0} NOT ({1} OR 철도)",
        "{0} AND {1}",
        "{0} OR {1}",
        '"{0}" {1}',
        '{0} -"{1}"',
        "({0} OR 교량) -{1} 2024년",
        "in:note {0} -{1}",
        "-제목:{1} {0}",
    ],
)
def test_of_every_form_of_query(sample_home: Path, form: str) -> None:
    assert faults(sample_home, [form.format(one, two) for one, two in product(WORDS, WORDS[1:4])], read=10) == []


@pytest.mark.parametrize(
    "how",
    [
        {"match": MatchMode.ALL},
        {"match": MatchMode.ANY},
        {"exactly": True},
        {"dropped": frozenset({"term:russia", "term:north-korea"})},
    ],
    ids=str,
)
def test_however_it_is_asked(sample_home: Path, how: dict[str, object]) -> None:
    queries = [f"{one} {two}" for one, two in product(WORDS, WORDS[1:4])]
    assert faults(sample_home, [SearchOptions(query, **how) for query in queries], read=10) == []  # type: ignore[arg-type]
