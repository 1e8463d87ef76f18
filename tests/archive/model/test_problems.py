"""Every doubt that the reader can have is said in both languages, with a remedy."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.model.document import Problem
from archive.model.problems import DOUBTFUL_DOCUMENT, DOUBTS, message, remedy

INDEXER = Path(__file__).parents[3] / "indexer"


def emitted() -> Iterator[tuple[str, str]]:
    """The codes of all problems made in the indexer, with their modules."""
    for path in sorted(INDEXER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                code = node.args[0]
                assert isinstance(code, ast.Constant), f"{path.name}, line {node.lineno}: write the code out"
                yield code.value, path.name


def test_every_code_has_its_words() -> None:
    found = set(emitted())
    assert len(found) > 10
    assert {code for code, _ in found} - set(DOUBTS) == set()


def test_every_code_with_words_is_emitted() -> None:
    assert set(DOUBTS) - {code for code, _ in emitted()} == set()


@pytest.mark.parametrize("code", DOUBTS)
def test_words_are_whole_in_both_languages(code: str) -> None:
    doubt = DOUBTS[code]
    places = set(re.findall(r"\{(\d)\}", doubt.ko))
    assert places == set(re.findall(r"\{(\d)\}", doubt.en))
    problem = Problem(code, (1, 1), tuple("값" for _ in places))
    assert "값" in message(problem) or not places
    assert (remedy(problem) or "").endswith("시오.") and (remedy(problem, "en") or "").endswith(".")


def test_a_code_of_another_version_is_shown_as_it_is() -> None:
    assert message(Problem("new-doubt", None, ("7",))) == "new-doubt 7" and remedy(Problem("new-doubt")) is None


def test_doubts_about_a_document_as_a_whole_are_a_group() -> None:
    said_of_the_whole = {code for code in DOUBTS if code.startswith("doubtful-")}
    assert len(said_of_the_whole) == 8 and said_of_the_whole | {"columns-interleaved"} == DOUBTFUL_DOCUMENT
