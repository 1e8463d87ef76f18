"""A plan is answered over arrays as it is over dicts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.engine.evaluation import Array, Evaluation, Found, Postings, Within
from archive.engine.plan import AllOf, AnyOf, AtLeast, Boosted, DisMax, Node, Phrase, Term
from archive.engine.walk import Scores, walk
from tests.archive.engine.worlds import TERMS, plans

ROWS = 60
World = dict[str, dict[int, float]]


class Literal:
    """Leaves of a literal world: what the first word of a leaf scores in each row."""

    rows = ROWS

    def __init__(self, world: World) -> None:
        self._world = world

    def found(self, leaf: Term | Phrase) -> dict[int, float]:
        term = leaf.term if isinstance(leaf, Term) else leaf.places[0][0]
        return dict(sorted(self._world.get(term, {}).items()))

    def postings(self, leaf: Term | Phrase) -> Postings:
        rows = np.array(list(self.found(leaf)), np.int64)
        return Postings(rows, np.ones(len(rows), np.int64))

    def scores(self, leaf: Term | Phrase, found: Postings) -> Array:
        scores = self.found(leaf)
        return np.array([leaf.weight * scores[row] for row in found.rows.tolist()])

    def bound(self, leaf: Term | Phrase) -> float:
        return leaf.weight * max(self.found(leaf).values(), default=0.0)

    def walked(self, plan: Node) -> Scores:
        """The same, as the definition has it."""

        def leaf(node: Term | Phrase, within: Scores | None) -> Scores:
            found = {row: node.weight * score for row, score in self.found(node).items()}
            return {row: score for row, score in found.items() if within is None or row in within}

        return walk(plan, leaf)


worlds = st.dictionaries(
    st.sampled_from(TERMS),
    st.dictionaries(st.integers(0, ROWS - 1), st.sampled_from([0.0, 1.0, 2.5, 7.0]), max_size=40),
)


def scores(found: Found) -> Scores:
    assert found.rows.tolist() == sorted(found.rows.tolist())
    return dict(zip(found.rows.tolist(), found.scores.tolist(), strict=True))


@given(worlds, st.lists(plans, min_size=1, max_size=4))
def test_every_plan_matches_and_scores_as_it_is_defined(world: World, asked: list[Node]) -> None:
    leaves = Literal(world)
    evaluation = Evaluation(leaves)  # one for all of them, as a guard and a plan have
    for plan in asked:
        truth = leaves.walked(plan)
        assert scores(evaluation.scored(plan)) == pytest.approx(truth)
        assert evaluation.rows(plan).tolist() == sorted(truth)
        assert max(truth.values(), default=0.0) <= evaluation.bound(plan) + 1e-9


@given(worlds, plans, plans, st.integers(0, 5))
def test_the_best_are_those_of_the_whole_answer(world: World, kept: Node, bonus: Node, wanted: int) -> None:
    leaves, plan = Literal(world), Boosted(kept, bonus)
    truth = leaves.walked(plan)
    found = scores(Evaluation(leaves).best(plan, wanted))
    assert found.keys() == truth.keys()
    best = sorted(truth, key=lambda row: (-truth[row], row))[:wanted]
    assert [(row, pytest.approx(truth[row])) for row in best] == [
        (row, found[row]) for row in sorted(found, key=lambda row: (-round(found[row], 9), row))[:wanted]
    ]


A, B = Term("text.word", "위성"), Term("text.word", "발사")


def test_a_bonus_is_asked_only_for_what_it_can_bring_to_the_front() -> None:
    world: World = {"위성": dict.fromkeys(range(40), 100.0) | dict.fromkeys(range(40, 60), 1.0), "발사": {50: 7.0}}
    found = scores(Evaluation(Literal(world)).best(Boosted(A, B), 10))
    assert found[50] == 1.0  # it matches, and is counted; 8 would not have brought it among the best


@pytest.mark.parametrize("wanted", [0, 3, 55])
def test_rows_within_are_found_however_many_there_are(wanted: int) -> None:
    within, rows = Within(np.arange(0, 60, 20)[:wanted], 1_000), np.arange(0, 1_000, 5)
    assert rows[within.among(rows)].tolist() == [0, 20, 40][:wanted]
    assert Within(np.arange(60), 1_000).among(rows).tolist() == list(range(12))


def test_leaves_that_stand_nowhere_match_nothing() -> None:
    nothing = Evaluation(Literal({}))
    for plan in (A, AnyOf((A, B)), DisMax((A,)), AllOf((A, B)), AtLeast((A,), (1.0,), 0.5, 9.0), Boosted(A, B)):
        assert scores(nothing.scored(plan)) == {}
