"""A plan is a tree over terms of named streams."""

import pytest
from hypothesis import given

from archive.engine.plan import (
    AllOf,
    AnyOf,
    AtLeast,
    Boosted,
    DisMax,
    Node,
    Order,
    Phrase,
    SearchRequest,
    Term,
    Without,
)
from tests.archive.engine.worlds import leaves, plans

A, B, C = (Term("text.word", term) for term in ("나루터", "다리", "뱃삯"))
PHRASE = Phrase("text.word", (("나루",), ("터", "세")))


@pytest.mark.parametrize("plan, found", [
    (A, [A]),
    (PHRASE, [PHRASE]),
    (AnyOf((A, B)), [A, B]),
    (DisMax((B, A)), [B, A]),
    (AllOf((A, PHRASE)), [A, PHRASE]),
    (Without(A, B), [A, B]),
    (Boosted(A, AnyOf((B, C))), [A, B, C]),
    (AtLeast((A, AllOf((B, C))), (1.0, 1.0), 1.0), [A, B, C]),
    (AnyOf((A, AnyOf((A, Without(B, A))))), [A, A, B, A]),
    (AnyOf(()), []),
], ids=lambda value: type(value).__name__ if not isinstance(value, list) else "")  # fmt: skip
def test_leaves_come_in_order_barred_ones_too(plan: Node, found: list[Term | Phrase]) -> None:
    assert list(leaves(plan)) == found


@given(plans)
def test_every_leaf_is_a_term_or_a_phrase(plan: Node) -> None:
    assert {type(leaf) for leaf in leaves(plan)} <= {Term, Phrase}


def test_equal_plans_are_one_key() -> None:
    assert len({AllOf((A, PHRASE)), AllOf((Term("text.word", "나루터"), PHRASE)), AllOf((PHRASE, A))}) == 2


def test_an_ask_is_for_the_best_from_the_first_on_uncounted() -> None:
    ask = SearchRequest(A, 10)
    assert (ask.guard, ask.offset, ask.order, ask.facets) == (None, 0, Order.RELEVANCE, ())


def test_an_order_is_named_as_in_an_address() -> None:
    assert [str(order) for order in Order] == ["relevance", "date"]
