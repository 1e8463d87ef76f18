"""The words of the interface: both languages have all of them, and no template asks for one that isn't there."""

import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest

from archive.engine.plan import Order
from archive.engine.protocol import FACET_NAMES
from archive.model.passage import PassageKind
from archive.model.problems import DOUBTS
from archive.query import fields as query_fields
from archive.query import parse, syntax
from archive.search.term import ExpansionKind
from webapp.texts.texts import TEXTS, Texts

ROOT = Path(__file__).parents[3]
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


def test_no_text_stands_in_two_tables_nor_twice_in_one() -> None:
    tables = [path.read_text("utf-8") for path in sorted((ROOT / "webapp" / "texts").glob("*.py"))]
    keys = Counter(key for table in tables for key in re.findall(r'^    "([^"]+)": \(', table, re.MULTILINE))
    assert set(keys) == set(TEXTS)
    assert [key for key, many in keys.items() if many > 1] == []


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_may_stand_in_an_attribute(key: str) -> None:
    assert not re.search(r'[<>&"]', " ".join(TEXTS[key]))


def test_templates_and_code_ask_only_for_texts_that_are_there() -> None:
    sources = [*WEBAPP.rglob("*.py"), *WEBAPP.glob("templates/*.html")]
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
        for p in (*WEBAPP.rglob("*.py"), *WEBAPP.glob("templates/*.html"))
        if p.parent.name != "texts"
    )
    built = (
        "kind-",
        "why-",
        "join-",
        "language-",
        "doubt-",
        "query-",
        "error-",
        "sort-",
        "status-",
        "changed-",
        "gone-",
        "count-",
        "cause-",
        "entry-",
        "expansion-",
        "field-",
        "place-",
        "order-",
        "help-",
        "supplied-",
        "try-",
    )
    unused = [k for k in TEXTS if not k.startswith(built) and f'"{k}"' not in everything and f"'{k}'" not in everything]
    assert unused == []


def test_everything_that_can_be_chosen_has_its_name() -> None:
    names = [f"expansion-{kind}" for kind in ExpansionKind] + [f"help-{kind}" for kind in ExpansionKind]
    names += [f"kind-{kind}" for kind in PassageKind] + [f"order-{order}" for order in Order]
    fields = {field.name for rule in syntax() for field in query_fields(parse(rule.example_en))}
    names += [f"field-{name}" for name in fields | set(FACET_NAMES)] + [
        f"place-{place}" for place in ("note", "table", "body")
    ]
    assert len(fields) == 10
    assert set(names) - set(TEXTS) == set()


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
