"""A query over the sample archive gives the passages that answer it, with marks for what matched."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.errors import QueryError
from archive.planning import Match
from archive.search import Hit, Results, Search

WORDS = ("북한", "러시아", "제재", "두만강", "철도", "교량", "훈련", "안보리", "Россия", "bridge", "2024", "협정", "없는낱말")
words = st.sampled_from(WORDS)
queries = st.recursive(
    st.one_of(words, words.map(lambda w: f'"{w}"'), st.tuples(words, words).map(" ".join)),
    lambda q: st.one_of(
        st.tuples(q, q).map(lambda p: f"({p[0]}) AND ({p[1]})"),
        st.tuples(q, q).map(lambda p: f"({p[0]}) OR ({p[1]})"),
        st.tuples(q, words).map(lambda p: f"({p[0]}) -{p[1]}"),
    ),
    max_leaves=4,
)


def all_marks(hit: Hit) -> list[object]:
    return [*hit.marks, *hit.heading_marks, *hit.title_marks]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(queries)
def test_every_hit_for_words_carries_a_mark_inside_its_text(sample_search: Search, query: str) -> None:
    for hit in sample_search.search(query, limit=50).hits:
        assert all_marks(hit), (query, hit.passage.text)
        assert all(0 <= m.start < m.end <= len(hit.passage.text) for m in hit.marks)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words, words)
def test_and_finds_what_both_find_and_not_what_one_finds_alone(sample_search: Search, one: str, two: str) -> None:
    def keys(query: str) -> set[int]:
        return {hit.passage.key for hit in sample_search.search(query, limit=1000).hits}

    both, either, without = keys(f"{one} AND {two}"), keys(f"{one} OR {two}"), keys(f"({one}) NOT {two}")
    assert both == keys(f"({one})") & keys(f"({two})")
    assert either == keys(f"({one})") | keys(f"({two})")
    assert without == keys(f"({one})") - keys(f"({two})")


def test_a_filter_alone_finds_and_does_not_mark(sample_search: Search) -> None:
    results = sample_search.search("in:note 언어:ko", limit=5)
    assert results.passages > 5
    assert all(hit.passage.kind == "note" and not all_marks(hit) for hit in results.hits)


def test_documents_and_passages_are_counted_beyond_the_limit(sample_search: Search) -> None:
    results = sample_search.search("북한", limit=1)
    assert (len(results.hits), results.passages > 10, results.documents > 3) == (1, True, True)


def test_the_next_page_goes_on_where_the_first_ended(sample_search: Search) -> None:
    def keys(results: Results) -> list[int]:
        return [hit.passage.key for hit in results.hits]

    first, second = sample_search.search("북한", 5), sample_search.search("북한", 5, offset=5)
    assert keys(sample_search.search("북한", 10)) == keys(first) + keys(second)


def test_a_missing_word_is_said(sample_search: Search) -> None:
    hit = sample_search.search("두만강 다리 가나다라마", 1).hits[0]
    assert "가나다라마" in hit.missing


def test_every_word_can_be_demanded(sample_search: Search) -> None:
    assert sample_search.search("두만강 가나다라마", match=Match.ALL).hits == ()


def test_any_word_can_be_enough(sample_search: Search) -> None:
    assert sample_search.search("두만강 가나다라마 바사아자차").hits == ()
    assert sample_search.search("두만강 가나다라마 바사아자차", match=Match.ANY).hits


@pytest.mark.parametrize("query", ["두만강", "두만강교량", '"두만강"', "sanctions", "제목:훈련"])
def test_found(sample_search: Search, query: str) -> None:
    assert sample_search.search(query).hits


@pytest.mark.parametrize("query", ["…", "(", "의 AND -북한"])
def test_a_query_without_content_is_refused_or_empty(sample_search: Search, query: str) -> None:
    try:
        assert sample_search.search(query).hits == ()
    except QueryError as refused:
        assert refused.code in ("no-word", "no-content", "only-not")


def test_a_word_typed_on_the_wrong_layout_is_found_and_said(sample_search: Search) -> None:
    results = sample_search.search("enaksrkd")
    assert results.words == ("두만강 (enaksrkd)",)
    assert results.hits[0].passage.text[results.hits[0].marks[0].start :].startswith("두만강")
