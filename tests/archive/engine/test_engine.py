"""What every engine does: the contract, on both of them."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.engine.plain import PlainEngine
from archive.engine.plan import AllOf, AnyOf, AtLeast, Boosted, DisMax, Order, Phrase, SearchRequest, Term, Without
from archive.engine.protocol import FACET, FACET_NAMES, MOST, Engine, counts
from archive.engine.whoosh import WhooshEngine
from tests.archive.engine.worlds import entry


@pytest.fixture(params=["plain", "whoosh"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    return PlainEngine() if request.param == "plain" else WhooshEngine.create(tmp_path / "index")


def test_best_match_leads_and_the_rest_is_counted(engine: Engine) -> None:
    engine.update([entry(1, "위성 발사", 1), entry(2, "위성", 1), entry(3, "회담", 2)], removed=())
    found = engine.find(SearchRequest(AnyOf((Term("text.word", "위성"), Term("text.word", "발사"))), 1))
    assert ([m.key for m in found.matches], found.passages, found.documents) == ([1], 2, 1)


SATELLITE, LAUNCH = Term("text.word", "위성"), Term("text.word", "발사")


def keys(engine: Engine, ask: SearchRequest) -> list[int]:
    return [match.key for match in engine.find(ask).matches]


def test_where_the_guard_matches_nothing_nothing_is_found(engine: Engine) -> None:
    engine.update([entry(1, "위성"), entry(2, "발사")], removed=())
    both = AtLeast((SATELLITE, LAUNCH), (1.0, 1.0), 2.0)
    barred = engine.find(SearchRequest(SATELLITE, 10, guard=both))
    assert (barred.matches, barred.passages, barred.guarded) == ((), 0, True)
    engine.update([entry(3, "위성 발사")], removed=())
    let = engine.find(SearchRequest(SATELLITE, 10, guard=both))
    assert ({match.key for match in let.matches}, let.guarded) == ({1, 3}, False)


def test_equal_scores_come_in_order_of_their_keys_on_every_page(engine: Engine) -> None:
    engine.update([entry(key, "위성", document=key % 3) for key in (7, 3, 9, 1, 5)], removed=())
    engine.update([entry(key, "위성", document=key % 3) for key in (8, 2, 6, 4)], removed=())
    same = Term("text.word", "위성", 0.0)
    assert [keys(engine, SearchRequest(same, 4, offset=offset)) for offset in (0, 4, 8, 12)] == [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
        [9],
        [],
    ]


def test_by_date_the_newest_comes_first_and_the_undated_last(engine: Engine) -> None:
    engine.update([
        entry(1, "위성"), entry(2, "위성 위성 위성", date=20230000), entry(3, "위성 잡담 잡담 잡담", date=20240613),
        entry(4, "위성", date=20240613), entry(5, "잡담", date=20250101),
    ], removed=())  # fmt: skip
    assert keys(engine, SearchRequest(SATELLITE, 10, order=Order.DATE)) == [4, 3, 2, 1]


def test_what_is_found_is_counted_by_facet_and_document_beyond_the_limit(engine: Engine) -> None:
    engine.update([
        entry(1, "위성", 1, year="2024", language="ru|ko"), entry(2, "위성", 1, year="2024", publisher="보기 연구원"),
        entry(3, "위성", 2, year="2023", language="ko"), entry(4, "발사", 3, year="2023", language="zh"),
        entry(5, "위성", 2),
    ], removed=())  # fmt: skip
    found = engine.find(SearchRequest(SATELLITE, 1, facets=("year", "publisher", "language", "kind")))
    assert {name: counts for name, counts in found.counts.items() if counts} == {
        "year": {"2024": 2, "2023": 1}, "publisher": {"보기 연구원": 1}, "language": {"ko": 2, "ru": 1},
    }  # fmt: skip
    assert (dict(found.by_document), found.passages, found.documents) == ({1: 2, 2: 2}, 4, 2)


def test_of_several_words_for_one_thing_the_best_counts(engine: Engine) -> None:
    engine.update([entry(1, "위성 발사"), entry(2, "위성 로켓")], removed=())
    first, second = (
        engine.find(SearchRequest(plan, 10)).matches
        for plan in (DisMax((SATELLITE, LAUNCH)), AnyOf((SATELLITE, LAUNCH)))
    )
    apart = {
        node: {m.key: m.score for m in engine.find(SearchRequest(node, 10)).matches} for node in (SATELLITE, LAUNCH)
    }
    assert {m.key: m.score for m in first} == {1: max(apart[SATELLITE][1], apart[LAUNCH][1]), 2: apart[SATELLITE][2]}
    assert {m.key: m.score for m in second} == pytest.approx(
        {1: apart[SATELLITE][1] + apart[LAUNCH][1], 2: apart[SATELLITE][2]}
    )


def test_passages_that_meet_more_needs_score_more(engine: Engine) -> None:
    engine.update([entry(1, "위성 위성 위성"), entry(2, "위성 발사 잡담 잡담 잡담 잡담"), entry(3, "발사")], removed=())
    needed = AtLeast((SATELLITE, LAUNCH), (1.0, 0.5), 1.0, gain=1_000.0)
    assert keys(engine, SearchRequest(Boosted(needed, AnyOf((SATELLITE, LAUNCH))), 10)) == [2, 1]


def test_a_phrase_takes_one_alternative_at_each_place(engine: Engine) -> None:
    engine.update([entry(1, "전략 적‿동 동반"), entry(2, "전략 동반")], removed=())
    phrase = Phrase("text.word", (("전략",), ("적동", "적‿동"), ("동반",)))
    assert [m.key for m in engine.find(SearchRequest(phrase, 10)).matches] == [1]


def test_a_replaced_entry_is_found_once_and_a_removed_one_not_at_all(engine: Engine) -> None:
    engine.update([entry(1, "위성"), entry(2, "위성")], removed=())
    engine.update([entry(1, "로켓")], removed=[1, 2])
    assert [m.key for m in engine.find(SearchRequest(Term("text.word", "로켓"), 10)).matches] == [1]
    assert engine.find(SearchRequest(Term("text.word", "위성"), 10)).matches == ()


def test_a_facet_chooses_and_does_not_rank(engine: Engine) -> None:
    engine.update([entry(1, "위성", facets=("outlet:риа новости",)), entry(2, "위성")], removed=())
    (match,) = engine.find(SearchRequest(Term(FACET, "outlet:риа новости"), 10)).matches
    assert (match.key, match.score) == (1, 0.0)


def test_frequencies(engine: Engine) -> None:
    engine.update([entry(1, "위성 위성"), entry(2, "위성")], removed=())
    assert engine.frequencies([("text.word", "위성"), ("text.word", "없음")]) == [2, 0]


def test_what_stands_in_no_passage_is_in_none(engine: Engine) -> None:
    engine.update([entry(1, "위성")], removed=())
    assert (
        keys(engine, SearchRequest(LAUNCH, 10)) == keys(engine, SearchRequest(Term("heading.word", "위성"), 10)) == []
    )


def test_an_engine_without_passages_finds_none(engine: Engine) -> None:
    found = engine.find(SearchRequest(SATELLITE, 10, facets=("year",)))
    assert (found.matches, found.passages, found.documents, dict(found.by_document)) == ((), 0, 0, {})
    assert (engine.size(), engine.frequencies([("text.word", "위성")])) == (0, [0])


def test_a_term_is_looked_for_in_its_own_field(engine: Engine) -> None:
    engine.update([entry(1, "위성", title="발사"), entry(2, "발사")], removed=())
    assert keys(engine, SearchRequest(Term("title.word", "발사"), 10)) == [1]
    assert keys(engine, SearchRequest(LAUNCH, 10)) == [2]


@pytest.mark.parametrize("words, found", [
    ("위성 발사 회담", [1]), ("발사 위성", []), ("위성 로켓 발사", []), ("발사 위성 발사", [1]), ("위성", []),
])  # fmt: skip
def test_a_phrase_stands_side_by_side_in_order(engine: Engine, words: str, found: list[int]) -> None:
    engine.update([entry(1, words), entry(2, "회담")], removed=())
    assert keys(engine, SearchRequest(Phrase("text.word", (("위성",), ("발사",))), 10)) == found


def test_a_phrase_does_not_run_on_into_another_field(engine: Engine) -> None:
    engine.update([entry(1, "위성", title="발사")], removed=())
    assert keys(engine, SearchRequest(Phrase("text.word", (("위성",), ("발사",))), 10)) == []


def test_what_is_barred_is_left_out(engine: Engine) -> None:
    engine.update([entry(1, "위성"), entry(2, "위성 발사"), entry(3, "발사")], removed=())
    assert keys(engine, SearchRequest(Without(SATELLITE, LAUNCH), 10)) == [1]


def test_all_of_them_must_stand_in_one_passage(engine: Engine) -> None:
    engine.update([entry(1, "위성"), entry(2, "발사 위성"), entry(3, "발사", document=1)], removed=())
    assert keys(engine, SearchRequest(AllOf((SATELLITE, LAUNCH)), 10)) == [2]


def test_a_bonus_ranks_and_finds_nothing_more(engine: Engine) -> None:
    engine.update([entry(1, "위성 회담"), entry(2, "위성 발사"), entry(3, "발사 회담")], removed=())
    assert keys(engine, SearchRequest(Boosted(SATELLITE, LAUNCH), 10)) == [2, 1]


@pytest.mark.parametrize("minimum, found", [(0.5, {1, 2, 3}), (1.0, {1, 2}), (1.5, {1}), (2.0, set())])
def test_needs_add_up(engine: Engine, minimum: float, found: set[int]) -> None:
    engine.update([entry(1, "위성 발사"), entry(2, "위성"), entry(3, "발사"), entry(4, "회담")], removed=())
    assert set(keys(engine, SearchRequest(AtLeast((SATELLITE, LAUNCH), (1.0, 0.5), minimum), 10))) == found


def test_how_rare_a_word_is_is_not_the_engines_to_say(engine: Engine) -> None:
    engine.update([*(entry(key, "위성 회담") for key in range(1, 6)), entry(6, "발사 회담")], removed=())
    found = engine.find(SearchRequest(AnyOf((SATELLITE, LAUNCH)), 10)).matches
    assert len({match.score for match in found}) == 1


def test_a_word_weighs_more_in_a_short_passage_and_more_often(engine: Engine) -> None:
    engine.update([
        entry(1, "위성 회담 회담 회담 회담 회담"), entry(2, "위성 회담"),
        entry(3, "위성 위성 회담 회담"), entry(4, "회담"), entry(5, "회담"),
    ], removed=())  # fmt: skip
    assert keys(engine, SearchRequest(SATELLITE, 10)) == [3, 2, 1]


def test_a_weight_multiplies_the_score(engine: Engine) -> None:
    engine.update([entry(1, "위성 발사"), entry(2, "회담")], removed=())
    (once,), (thrice,) = (
        engine.find(SearchRequest(Term("text.word", "위성", weight), 10)).matches for weight in (1.0, 3.0)
    )
    assert thrice.score == pytest.approx(3 * once.score)


def test_counts_come_the_most_frequent_first_then_by_their_names() -> None:
    found = [("year", "2023", 1), ("kind", "row", 1), ("year", "2024", 2), ("year", "2022", 1)]
    assert [(name, list(values.items())) for name, values in counts(found).items()] == [
        ("year", [("2024", 2), ("2022", 1), ("2023", 1)]), ("kind", [("row", 1)]),
    ]  # fmt: skip


def test_of_many_sources_the_most_frequent_are_given_in_their_order(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MOST, "source", 3)
    under = ("c|b", "b|d", "a", "d", "e|a", "e|b")
    engine.update([entry(key, "위성", source=one) for key, one in enumerate(under, 1)], removed=())
    found = engine.find(SearchRequest(Term("text.word", "위성"), 1, facets=("source",)))
    assert list(found.counts["source"].items()) == [("b", 3), ("a", 2), ("d", 2)]


def test_what_stands_in_no_passage_any_more_is_not_counted(engine: Engine) -> None:
    engine.update([entry(1, "위성 발사"), entry(2, "위성"), entry(3, "발사")], removed=())
    engine.update([entry(1, "발사")], removed=[1, 2])
    assert engine.frequencies([("text.word", "위성")]) == [0]


def test_every_update_makes_another_generation(engine: Engine) -> None:
    generations = [engine.generation()]
    for words in ("위성", "발사"):
        engine.update([entry(1, words)], removed=[1])
        generations.append(engine.generation())
    assert len(set(generations)) == 3


valued = st.dictionaries(
    st.sampled_from(FACET_NAMES), st.lists(st.sampled_from("가나다"), min_size=1, unique=True).map("|".join), max_size=4
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("위성", "발사", "위성 발사")), valued), max_size=8), st.integers(0, 3))
def test_both_engines_count_every_value_of_what_is_found_one_by_one(
    passages: list[tuple[str, dict[str, str]]], gone: int
) -> None:
    entries = [entry(key, words, key % 3, **values) for key, (words, values) in enumerate(passages, 1)]
    left = [one for one in entries if one.key != gone and "위성" in one.fields["text.word"]]
    brute = Counter((name, value) for one in left for name, values in one.facet_values.items() for value in values)
    with TemporaryDirectory() as folder:
        for engine in (PlainEngine(), WhooshEngine.create(Path(folder) / "index")):
            for one in entries:
                engine.update([one], removed=())
            engine.update([], removed=[gone])
            found = engine.find(SearchRequest(SATELLITE, 1, facets=FACET_NAMES))
            assert {(f, v): n for f, values in found.counts.items() for v, n in values.items()} == dict(brute)
            assert sum(found.by_document.values()) == found.passages == len(left)
