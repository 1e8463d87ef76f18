"""What stands nowhere is not asked for, and what is found stays the same."""

from collections.abc import Sequence

import pytest
from hypothesis import given

from archive.engine import AllOf, AnyOf, AtLeast, Boosted, DisMax, Node, Phrase, SearchRequest, Term, Without
from archive.engine.plain import PlainEngine
from archive.engine.walk import Scores
from archive.search.reduction import NOTHING, Reducer
from tests.archive.engine.worlds import entries_of, leaves, plans, worlds

HERE, THERE, NOWHERE = Term("text.word", "위성"), Term("text.word", "발사"), Term("text.word", "없음")


def frequencies(terms: Sequence[tuple[str, str]]) -> list[int]:
    return [term != "없음" for _, term in terms]


@pytest.mark.parametrize("plan, left", [
    (NOWHERE, NOTHING),
    (AnyOf((HERE, NOWHERE, THERE)), AnyOf((HERE, THERE))),
    (AnyOf((NOWHERE, HERE)), HERE),
    (DisMax((NOWHERE, NOWHERE)), NOTHING),
    (AllOf((HERE, NOWHERE)), NOTHING),
    (Without(HERE, NOWHERE), HERE),
    (Without(NOWHERE, HERE), NOTHING),
    (Boosted(HERE, NOWHERE), HERE),
    (Boosted(NOWHERE, HERE), NOTHING),
    (AtLeast((HERE, NOWHERE), (1.0, 2.0), 1.0, 9.0), AtLeast((HERE, NOTHING), (1.0, 2.0), 1.0, 9.0)),
    (Phrase("text.word", (("위성", "없음"), ("발사",))), Phrase("text.word", (("위성",), ("발사",)))),
    (Phrase("text.word", (("위성",), ("없음",))), NOTHING),
], ids=lambda value: "")  # fmt: skip
def test_what_stands_nowhere_is_taken_away(plan: Node, left: Node) -> None:
    assert Reducer((plan, None), frequencies).reduced() == [left, None]


@given(worlds, plans)
def test_a_reduced_plan_finds_the_same(world: list[tuple[object, ...]], plan: Node) -> None:
    engine = PlainEngine()
    engine.update(entries_of(world), removed=())
    (left,) = Reducer((plan,), engine.frequencies).reduced()
    assert left is not None
    assert found(engine, left) == pytest.approx(found(engine, plan))
    assert all(engine.frequencies([(leaf.stream, leaf.term)])[0] for leaf in leaves(left) if isinstance(leaf, Term))


def found(engine: PlainEngine, plan: Node) -> Scores:
    return {match.key: match.score for match in engine.find(SearchRequest(plan, 100)).matches}
