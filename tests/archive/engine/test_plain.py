"""What a plan matches and how it is scored, by the engine that defines it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.engine.plain import PlainEngine
from archive.engine.plan import Node, Phrase, SearchRequest, Term
from archive.engine.protocol import FACET, IndexEntry
from tests.archive.engine.worlds import entries_of, entry, plans, worlds

SATELLITE = Term("text.word", "위성")


def engine_of(*entries: IndexEntry) -> PlainEngine:
    engine = PlainEngine()
    engine.update(entries, removed=())
    return engine


def scores(engine: PlainEngine, plan: Node) -> dict[int, float]:
    return {match.key: match.score for match in engine.find(SearchRequest(plan, 100)).matches}


# BM25 with k1 0.5 and b 0.65, but for the rarity: n · 1.5 / (n + 0.5 · (0.35 + 0.65 · length / mean)).
# Source: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), 3.5.
@pytest.mark.parametrize("texts, found", [
    (["위성 회담", "회담 회담"], {1: 1.0}),
    (["위성 위성 회담", "회담 회담 회담"], {1: 2 * 1.5 / 2.5}),
    (["위성", "회담 회담 회담"], {1: 1.5 / (1 + 0.5 * (0.35 + 0.65 / 2))}),
    (["위성", "위성"], {1: 1.0, 2: 1.0}),
    (["위성"], {1: 1.0}),
], ids=["한 번", "두 번", "짧은 글", "어디에나", "하나뿐"])  # fmt: skip
def test_a_term_is_scored_by_bm25(texts: list[str], found: dict[int, float]) -> None:
    engine = engine_of(*(entry(key, text) for key, text in enumerate(texts, 1)))
    assert scores(engine, SATELLITE) == pytest.approx(found)


def test_a_phrase_is_scored_by_how_often_it_begins() -> None:
    engine = engine_of(entry(1, "위성 발사 위성 발사"), entry(2, "위성 회담 회담 발사"))
    phrase = Phrase("text.word", (("위성",), ("발사",)))
    assert scores(engine, phrase) == pytest.approx({1: 2 * 1.5 / 2.5})


@pytest.mark.parametrize("places, found", [
    ((("위성",), ("발사",)), [1, 3]),
    ((("위성",), ("발사",), ("회담",)), [1]),
    ((("위성", "로켓"), ("발사",)), [1, 2, 3]),
    ((("발사",), ("발사",)), []),
    ((("위성",), ("회담",)), []),
    ((("없음",), ("발사",)), []),
])  # fmt: skip
def test_a_phrase_takes_one_word_at_each_place(places: tuple[tuple[str, ...], ...], found: list[int]) -> None:
    engine = engine_of(entry(1, "위성 발사 회담"), entry(2, "로켓 발사 위성"), entry(3, "회담 위성 발사"))
    assert sorted(scores(engine, Phrase("text.word", places))) == found


def test_a_facet_is_found_and_scores_nothing() -> None:
    engine = engine_of(entry(1, "위성", facets=("in:note",)), entry(2, "위성"))
    assert scores(engine, Term(FACET, "in:note")) == {1: 0.0}


def test_a_passage_is_replaced_by_its_key() -> None:
    engine = engine_of(entry(1, "위성"), entry(2, "위성"))
    engine.update([entry(1, "회담")], removed=[])
    assert (set(scores(engine, SATELLITE)), engine.size(), engine.frequencies([("text.word", "위성")])) == (
        {2},
        2,
        [1],
    )


def test_taking_out_what_is_not_there_is_no_fault() -> None:
    engine = engine_of(entry(1, "위성"))
    engine.update([], removed=[7])
    assert engine.size() == 1


def test_a_page_of_matches_is_cut_out_of_all_of_them() -> None:
    engine = engine_of(*(entry(key, "위성", document=key // 3) for key in range(1, 8)))
    found = engine.find(SearchRequest(SATELLITE, 2, offset=3))
    assert ([match.key for match in found.matches], found.passages, found.documents) == ([4, 5], 7, 3)
    assert dict(found.by_document) == {0: 2, 1: 3, 2: 2}


@given(worlds, plans, st.integers(0, 6), st.integers(0, 3))
def test_pages_put_together_are_the_whole_answer(
    world: list[tuple[object, ...]], plan: Node, size: int, offset: int
) -> None:
    engine = engine_of(*entries_of(world))
    whole = engine.find(SearchRequest(plan, 100))
    page = engine.find(SearchRequest(plan, size, offset=offset))
    assert page.matches == whole.matches[offset : offset + size]
    assert (page.passages, page.documents) == (len(whole.matches), len({match.document for match in whole.matches}))
    assert [(-match.score, match.key) for match in whole.matches] == sorted((-m.score, m.key) for m in whole.matches)
