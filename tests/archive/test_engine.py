"""Every engine finds what the dict engine finds: the contract, on worlds and plans made at random."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.engine.plain import PlainEngine
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
from archive.engine.protocol import FACET, Engine, IndexEntry
from archive.engine.whoosh import WhooshEngine
from archive.errors import StaleIndex

FIELDS = ("text.word", "text.bigram", "title.word")
TERMS = ("북한", "위성", "발사", "적‿동", "путин", "2024")


def entry(
    key: int,
    words: str,
    document: int = 1,
    facets: tuple[str, ...] = (),
    title: str = "",
    date: int = 0,
    **counted: str,
) -> IndexEntry:
    fields = {"text.word": words.split(), "title.word": title.split()}
    return IndexEntry(
        key, document, fields, facets, {name: tuple(values.split("|")) for name, values in counted.items()}, date
    )


fields = st.sampled_from(FIELDS)
terms = st.sampled_from(TERMS)
term_nodes = st.builds(Term, fields, terms, st.sampled_from([0.0, 0.5, 1.0]))
facet_nodes = st.builds(Term, st.just(FACET), st.sampled_from(["in:note", "year:2024"]))
places = st.lists(st.lists(terms, min_size=1, max_size=2).map(tuple), min_size=2, max_size=3).map(tuple)
phrases = st.builds(Phrase, fields, places)


def trees(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(children, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(AnyOf, several),
        st.builds(DisMax, several),
        st.builds(AllOf, several),
        st.builds(Without, children, children),
        st.builds(Boosted, children, children),
        several.flatmap(
            lambda nodes: st.builds(
                AtLeast,
                st.just(nodes),
                st.lists(st.sampled_from([0.5, 1.0, 2.0]), min_size=len(nodes), max_size=len(nodes)).map(tuple),
                st.sampled_from([0.5, 1.5, 3.0]),
                st.sampled_from([0.0, 100.0]),
            )
        ),
    )


plans = st.recursive(st.one_of(term_nodes, facet_nodes, phrases), trees, max_leaves=6)
worlds = st.lists(
    st.tuples(*(st.lists(terms, max_size=6) for _ in FIELDS), st.sets(st.sampled_from(["in:note", "year:2024"]))),
    min_size=1,
    max_size=6,
)


def world_entries(world: list[tuple[object, ...]]) -> list[IndexEntry]:
    return [
        IndexEntry(key, key % 3, dict(zip(FIELDS, rest[:-1], strict=True)), tuple(sorted(rest[-1])))  # type: ignore[arg-type,call-overload]
        for key, rest in enumerate(world, 1)
    ]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(worlds, st.lists(plans, min_size=1, max_size=4), st.integers(0, 3))
def test_whoosh_finds_what_the_dict_engine_finds(
    tmp_path: Path, world: list[tuple[object, ...]], asked: list[Node], removed: int
) -> None:
    entries = world_entries(world)
    whoosh, plain = WhooshEngine.create(tmp_path / "index"), PlainEngine()
    for engine in (whoosh, plain):
        engine.update(entries[:3], removed=())
        engine.update(entries[3:], removed=[removed])
    assert whoosh.size() == plain.size()
    for plan in asked:
        found, truth = whoosh.find(SearchRequest(plan, 100)), plain.find(SearchRequest(plan, 100))
        assert {m.key for m in found.matches} == {m.key for m in truth.matches}
        assert (found.passages, found.documents) == (truth.passages, truth.documents)


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
    engine.update(
        [
            entry(1, "위성"),
            entry(2, "위성 위성 위성", date=20230000),
            entry(3, "위성 잡담 잡담 잡담", date=20240613),
            entry(4, "위성", date=20240613),
            entry(5, "잡담", date=20250101),
        ],
        removed=(),
    )
    assert keys(engine, SearchRequest(SATELLITE, 10, order=Order.DATE)) == [4, 3, 2, 1]


def test_what_is_found_is_counted_by_facet_and_document_beyond_the_limit(engine: Engine) -> None:
    engine.update(
        [
            entry(1, "위성", 1, year="2024", language="ru|ko"),
            entry(2, "위성", 1, year="2024", publisher="보기 연구원"),
            entry(3, "위성", 2, year="2023", language="ko"),
            entry(4, "발사", 3, year="2023", language="zh"),
            entry(5, "위성", 2),
        ],
        removed=(),
    )
    found = engine.find(SearchRequest(SATELLITE, 1, counted=("year", "publisher", "language", "kind")))
    assert {name: counts for name, counts in found.counts.items() if counts} == {
        "year": {"2024": 2, "2023": 1},
        "publisher": {"보기 연구원": 1},
        "language": {"ko": 2, "ru": 1},
    }
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


def test_passages_that_meet_every_need_lead(engine: Engine) -> None:
    engine.update([entry(1, "위성 위성 위성"), entry(2, "위성 발사 잡담 잡담 잡담 잡담"), entry(3, "발사")], removed=())
    needed = AtLeast((SATELLITE, LAUNCH), (1.0, 0.5), 1.0, lead=1_000.0)
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


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves the damaged file open
def test_a_damaged_index_says_how_to_mend_it(tmp_path: Path) -> None:
    WhooshEngine.create(tmp_path)
    for toc in tmp_path.glob("_MAIN_*.toc"):
        toc.write_bytes(b"damaged")
    with pytest.raises(StaleIndex, match="gakju index"):
        WhooshEngine(tmp_path)


def test_an_open_engine_sees_what_is_written_later(tmp_path: Path) -> None:
    writer = WhooshEngine.create(tmp_path)
    reader = WhooshEngine(tmp_path)
    assert reader.size() == 0
    writer.update([entry(1, "위성")], removed=())
    assert [m.key for m in reader.find(SearchRequest(Term("text.word", "위성"), 10)).matches] == [1]
