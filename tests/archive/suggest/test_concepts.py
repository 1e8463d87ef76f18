"""Terms are offered that the index has, in the form that is typed, with their name in another language beside."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.suggest.concepts import IndexedConcepts, terms
from archive.suggest.partial_query import partial_query
from archive.terms import base
from tests.archive.literal import Archive, archive, brief, only_terms

ROWS = ("whale,general,고래|고래류,whale,кит,,", "squid,general,오징어,squid,,,", "run,general,달리다|달리기,,,,")


@pytest.fixture
def made(home: Path) -> Iterator[Archive]:
    with only_terms(*ROWS), archive(home, brief("고래가 왔다.", "달리기를 했다.")) as one:
        yield one


def offered(concepts: IndexedConcepts, typed: str) -> list[tuple[str, str, int]]:
    query = partial_query(typed)
    assert query is not None
    return [(one.suggestion.text, one.suggestion.detail, one.passages) for one in terms(concepts, query)]


@pytest.mark.parametrize(
    "typed, found",
    [
        ("고", [("고래", "whale", 1)]),
        ("wh", [("whale", "고래", 1)]),
        ("오", []),  # no passage speaks of it
        ("달", [("달리기", "달리다", 1)]),  # the verb is not worth typing
    ],
)
def test_a_term_is_offered_in_the_form_that_is_typed(made: Archive, typed: str, found: list[object]) -> None:
    concepts = IndexedConcepts.of(made.search.engine(), base.builtin())
    assert offered(concepts, typed) == found


def test_concepts_hold_until_the_index_or_the_table_changes(made: Archive) -> None:
    engine = made.search.engine()
    concepts = IndexedConcepts.of(engine, base.builtin())
    assert concepts.hold(engine, base.builtin())
    with only_terms(ROWS[0]):
        assert not concepts.hold(engine, base.builtin())
    engine.update([], removed=[1])
    assert not concepts.hold(engine, base.builtin())
