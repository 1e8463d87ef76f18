"""How a plan is answered from what its leaves match."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.engine.plan import AllOf, AnyOf, AtLeast, Boosted, DisMax, Node, Phrase, Term, Without
from archive.engine.walk import Scores, walk
from tests.archive.engine.worlds import plans

A, B, C, NONE = (Term("text.word", term) for term in ("나루터", "다리", "뱃삯", "없음"))
MATCHED = {"나루터": {1: 1.0, 2: 2.0}, "다리": {2: 4.0, 3: 8.0}, "뱃삯": {1: 16.0, 2: 0.0, 3: 32.0}}


def leaf(node: Term | Phrase, within: Scores | None) -> Scores:
    """Passages 1, 2 and 3 as literal postings; a phrase stands where its first word does."""
    term = node.term if isinstance(node, Term) else node.places[0][0]
    found = MATCHED.get(term, {})
    return {key: score for key, score in found.items() if within is None or key in within}


@pytest.mark.parametrize("plan, found", [
    (A, {1: 1.0, 2: 2.0}),
    (NONE, {}),
    (AnyOf((A, B)), {1: 1.0, 2: 6.0, 3: 8.0}),
    (AnyOf((A, A)), {1: 2.0, 2: 4.0}),
    (AnyOf((NONE,)), {}),
    (DisMax((A, B)), {1: 1.0, 2: 4.0, 3: 8.0}),
    (DisMax((C, A)), {1: 16.0, 2: 2.0, 3: 32.0}),
    (AllOf((A, B)), {2: 6.0}),
    (AllOf((A, B, C)), {2: 6.0}),
    (AllOf((A, NONE)), {}),
    (AllOf((A,)), {1: 1.0, 2: 2.0}),
    (Without(A, B), {1: 1.0}),
    (Without(A, NONE), {1: 1.0, 2: 2.0}),
    (Without(A, A), {}),
    (Without(C, AllOf((A, B))), {1: 16.0, 3: 32.0}),
    (Boosted(A, B), {1: 1.0, 2: 6.0}),
    (Boosted(A, NONE), {1: 1.0, 2: 2.0}),
    (Boosted(NONE, A), {}),
], ids=lambda value: "")  # fmt: skip
def test_a_node_matches_and_scores_as_it_is_defined(plan: Node, found: Scores) -> None:
    assert walk(plan, leaf) == found


@pytest.mark.parametrize("plan, found", [
    (AtLeast((A, B), (1.0, 1.0), 1.0), {1: 0.0, 2: 0.0, 3: 0.0}),
    (AtLeast((A, B), (1.0, 1.0), 2.0), {2: 0.0}),
    (AtLeast((A, B), (1.0, 0.5), 1.0), {1: 0.0, 2: 0.0}),
    (AtLeast((A, B), (0.3, 0.3), 1.0), {}),
    (AtLeast((A, B), (1.0, 1.0), 1.0, gain=10.0), {1: 10.0, 2: 20.0, 3: 10.0}),
    (AtLeast((A, B), (1.0, 0.5), 1.0, gain=10.0), {1: 10.0, 2: 15.0}),
    (AtLeast((A, B, C), (1.0, 1.0, 1.0), 2.0, gain=10.0), {1: 20.0, 2: 30.0, 3: 20.0}),
    (AtLeast((A, NONE), (1.0, 1.0), 1.0, gain=10.0), {1: 10.0, 2: 10.0}),
], ids=["하나라도", "둘 다", "무게", "모자람", "둘이면 더", "무게만큼", "셋 가운데 둘", "없는 말"])  # fmt: skip
def test_enough_adds_up_what_is_met_and_scores_as_much(plan: Node, found: Scores) -> None:
    assert walk(plan, leaf) == found


def test_a_phrase_is_a_leaf() -> None:
    assert walk(Phrase("text.word", (("다리",), ("뱃삯",))), leaf) == {2: 4.0, 3: 8.0}


def test_what_is_barred_is_asked_of_what_was_found_alone() -> None:
    asked: list[tuple[str, Scores | None]] = []

    def noted(node: Term | Phrase, within: Scores | None) -> Scores:
        asked.append((node.term if isinstance(node, Term) else "", within))
        return leaf(node, within)

    walk(Without(A, B), noted)
    assert asked == [("나루터", None), ("다리", {1: 1.0, 2: 2.0})]


WORDS = {term: {key: float(place + key) for key in range(place % 3, 9, place + 1)} for place, term in enumerate(
    ("북한", "위성", "발사", "적‿동", "путин", "2024", "in:note", "year:2024")
)}  # fmt: skip


def any_leaf(node: Term | Phrase, within: Scores | None) -> Scores:
    term = node.term if isinstance(node, Term) else node.places[-1][0]
    return {key: score for key, score in WORDS[term].items() if within is None or key in within}


@given(plans, st.sets(st.integers(0, 9)))
def test_bounds_only_save_work(plan: Node, keys: set[int]) -> None:
    bounded = walk(plan, any_leaf, dict.fromkeys(keys, 0.0))
    assert bounded == {key: score for key, score in walk(plan, any_leaf).items() if key in keys}
