"""What stands nowhere is not asked for, and what is found stays the same."""

from collections.abc import Sequence

import pytest
from hypothesis import given

from archive.engine import (
    FACET,
    AllOf,
    AnyOf,
    AtLeast,
    Boosted,
    DisMax,
    Node,
    Phrase,
    SearchRequest,
    Term,
    Without,
    rarity,
)
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
def test_what_stands_nowhere_is_taken_away(plan: Node, left: Node, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.search.reduction.rarity", lambda size, many: 1.0)
    assert Reducer((plan, None), frequencies, 100).reduced() == [left, None]


def test_what_is_left_is_weighed_by_its_rarity_a_phrase_by_its_rarest_place() -> None:
    many = {"위성": 3, "발사": 50, "로켓": 4, "in:note": 9}
    plan = AnyOf((
        Term("text.word", "위성", 2.0), Term(FACET, "in:note"), Phrase("text.word", (("위성", "로켓"), ("발사",)), 3.0),
    ))  # fmt: skip
    (left,) = Reducer((plan,), lambda terms: [many[term] for _, term in terms], 100).reduced()
    assert left == AnyOf((
        Term("text.word", "위성", 2.0 * rarity(100, 3)), Term(FACET, "in:note"),
        Phrase("text.word", (("위성", "로켓"), ("발사",)), 3.0 * rarity(100, 7)),
    ))  # fmt: skip


def test_plans_that_share_a_node_share_what_is_left_of_it() -> None:
    shared = AnyOf((HERE, NOWHERE))
    first, second = Reducer((AllOf((shared, THERE)), AtLeast((shared,), (1.0,), 1.0)), frequencies, 100).reduced()
    assert isinstance(first, AllOf)
    assert isinstance(second, AtLeast)
    assert first.nodes[0] is second.nodes[0]


@given(worlds, plans)
def test_a_reduced_plan_finds_the_same(world: list[tuple[object, ...]], plan: Node) -> None:
    engine = PlainEngine()
    engine.update(entries_of(world), removed=())
    (left,) = Reducer((plan,), engine.frequencies, engine.size()).reduced()
    assert left is not None
    assert found(engine, left).keys() == found(engine, plan).keys()
    assert all(engine.frequencies([(leaf.stream, leaf.term)])[0] for leaf in leaves(left) if isinstance(leaf, Term))


def found(engine: PlainEngine, plan: Node) -> Scores:
    return {match.key: match.score for match in engine.find(SearchRequest(plan, 100)).matches}
