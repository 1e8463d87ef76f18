"""The words of the interface: both languages have all of them, and no template asks for one that isn't there."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from archive.problems import DOUBTS
from webapp.texts import TEXTS, Texts

ROOT = Path(__file__).parents[2]
WEBAPP = ROOT / "webapp"


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_have_the_text_with_the_same_fillings(key: str) -> None:
    ko, en = TEXTS[key]
    assert ko.strip()
    assert en.strip()
    for form in en.split("|"):
        assert fields(form) <= fields(ko) or key == "back-nth"


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_may_stand_in_an_attribute(key: str) -> None:
    assert not re.search(r'[<>&"]', " ".join(TEXTS[key]))


def test_templates_and_code_ask_only_for_texts_that_are_there() -> None:
    sources = [*WEBAPP.glob("*.py"), *WEBAPP.glob("templates/*.html")]
    asked = {
        key
        for path in sources
        for key in re.findall(
            r"""(?:\bt|frame\.t|here\.t)(?:\.count)?\(\s*["']([a-z0-9 -]+)["'][,) ]""", path.read_text("utf-8")
        )
        if not key.endswith("-")
    }
    assert len(asked) > 80
    assert asked - set(TEXTS) == set()


def test_no_text_is_left_over() -> None:
    everything = "".join(
        p.read_text("utf-8")
        for p in (*WEBAPP.glob("*.py"), *WEBAPP.glob("templates/*.html"))
        if not p.name.startswith("texts")
    )
    built = ("kind-", "why-", "join-", "language-", "doubt-", "query-", "error-", "sort-", "status-",
             "changed-", "gone-", "count-", "cause-", "entry-")  # fmt: skip
    unused = [k for k in TEXTS if not k.startswith(built) and f'"{k}"' not in everything and f"'{k}'" not in everything]
    assert unused == []


def test_every_query_error_of_the_archive_has_its_words() -> None:
    calls = [
        node
        for path in (ROOT / "archive").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QueryError"
    ]
    codes = {str(call.args[1].value) for call in calls if isinstance(call.args[1], ast.Constant)}
    assert len(codes) >= 9
    assert {f"query-{code}" for code in codes} - set(TEXTS) == set()


def test_every_kind_of_doubt_has_its_short_name() -> None:
    assert {f"doubt-{code}" for code in DOUBTS} - set(TEXTS) == set()


@pytest.mark.parametrize(
    "n, ko, en",
    [
        (2, "두 낱말을 모두", "both words"),
        (3, "세 낱말을 모두", "all three words"),
        (12, "12 낱말을 모두", "all 12 words"),
    ],
)
def test_numbers_of_words_are_said_in_words(n: int, ko: str, en: str) -> None:
    assert (Texts("ko").all_of(n), Texts("en").all_of(n)) == (ko, en)


def test_fillings_are_escaped() -> None:
    assert Texts("en")("results-for", query="<b>") == "Results for “&lt;b&gt;”"
