"""A word is planned by its tokens, its bigrams and its expansions; of several forms the best one counts."""

from dataclasses import replace

from archive.engine import PASSAGE_FIELDS, AnyOf, DisMax, Phrase, Term
from archive.search.term import Expansion, ExpansionKind, QueryTerm, form_term
from archive.search.term_plans import TermPlans, any_of, best
from archive.search.weights import Weights

PLANS = TermPlans(Weights(), lambda tokens: 2.0)
RIVER = QueryTerm("교량화물", words=(("교량",), ("화물",)), bigrams=(("교량",), ("량화",), ("화물",)))
CONCEPT = Expansion(ExpansionKind.TERM, "term:+bridge", "다리", form_term("다리", concepts=("+bridge",)), 1.0, 0, 1)
BRIDGE = QueryTerm("교량", words=(("교량",),), bigrams=(("교량",),), expansions=(CONCEPT,))


def test_a_strict_word_stands_there_as_a_phrase_in_one_place() -> None:
    plan = PLANS.strict(RIVER)
    assert isinstance(plan, AnyOf) and len(plan.nodes) == len(PASSAGE_FIELDS)
    text, *_, title = plan.nodes
    assert text == AnyOf(
        (Phrase("text.word", RIVER.words, 1.0), Phrase("text.bigram", RIVER.bigrams, Weights().bigram))
    )
    assert title.nodes[0] == Phrase("title.word", RIVER.words, Weights().title)  # type: ignore[union-attr]


def test_an_expansion_of_the_whole_word_stands_for_it() -> None:
    plan = PLANS.strict(BRIDGE)
    assert isinstance(plan, DisMax)
    assert plan.nodes[1] == PLANS.strict(CONCEPT.term)


def test_loosely_each_morpheme_counts() -> None:
    plan = PLANS.loose(RIVER)
    assert isinstance(plan, DisMax) and isinstance(plan.nodes[0], AnyOf)
    assert plan.nodes[0].nodes == (Term("text.word", "교량", 1.0), Term("text.word", "화물", 1.0))


def test_a_rare_form_of_a_common_concept_weighs_as_much_as_the_concept() -> None:
    by_stream = {"text.concept": 1.0, "text.word": 4.0}
    plans = TermPlans(Weights(), lambda tokens: sum(by_stream[field] for field, _ in tokens))
    (text, *_) = plans.loose(BRIDGE).nodes  # type: ignore[union-attr]
    assert text.nodes[0] == Term("text.word", "교량", 0.25)  # type: ignore[union-attr]


def test_every_part_is_needed_and_may_be_met_by_the_whole() -> None:
    needs = PLANS.needs(RIVER)
    assert [tokens for _, tokens in needs] == [(("text.word", "교량"),), (("text.word", "화물"),)]
    assert all(isinstance(node, AnyOf) and node.nodes[0] == PLANS.strict(RIVER, 0.0) for node, _ in needs)


def test_only_several_parts_mean_more_together() -> None:
    both = QueryTerm("교량화물", words=RIVER.words, expansions=(replace(CONCEPT, last=2),))
    assert [tokens for _, tokens in PLANS.together(both)] == [(("text.concept", "+bridge"),)]
    assert (PLANS.together(RIVER), PLANS.together(BRIDGE)) == ([], [])


def test_one_node_needs_no_group() -> None:
    one = Term("text.word", "다리")
    assert (any_of([one]), best([one])) == (one, one)
