"""Every engine finds what the dict engine finds: the contract, on worlds and plans made at random."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.engine import FACET, Engine, Entry
from archive.engine.plain import PlainEngine
from archive.engine.whoosh import WhooshEngine
from archive.errors import StaleIndex
from archive.plan import AllOf, AnyOf, Enough, Node, Phrase, Ranked, Term, Without

FIELDS = ("text.word", "text.bigram", "title.word")
TERMS = ("북한", "위성", "발사", "적‿동", "путин", "2024")


def entry(key: int, words: str, document: int = 1, facets: tuple[str, ...] = (), title: str = "") -> Entry:
    return Entry(key, document, {"text.word": words.split(), "title.word": title.split()}, facets)


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
        st.builds(AllOf, several),
        st.builds(Without, children, children),
        st.builds(Ranked, children, children),
        several.flatmap(lambda nodes: st.builds(
            Enough, st.just(nodes),
            st.lists(st.sampled_from([0.5, 1.0, 2.0]), min_size=len(nodes), max_size=len(nodes)).map(tuple),
            st.sampled_from([0.5, 1.5, 3.0]),
        )),
    )  # fmt: skip


plans = st.recursive(st.one_of(term_nodes, facet_nodes, phrases), trees, max_leaves=6)
worlds = st.lists(
    st.tuples(*(st.lists(terms, max_size=6) for _ in FIELDS), st.sets(st.sampled_from(["in:note", "year:2024"]))),
    min_size=1,
    max_size=6,
)


def world_entries(world: list[tuple[object, ...]]) -> list[Entry]:
    return [
        Entry(key, key % 3, dict(zip(FIELDS, rest[:-1], strict=True)), tuple(sorted(rest[-1])))  # type: ignore[arg-type]
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
        found, truth = whoosh.find(plan, 100), plain.find(plan, 100)
        assert {m.key for m in found.matches} == {m.key for m in truth.matches}
        assert (found.passages, found.documents) == (truth.passages, truth.documents)


@pytest.fixture(params=["plain", "whoosh"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    return PlainEngine() if request.param == "plain" else WhooshEngine.create(tmp_path / "index")


def test_best_match_leads_and_the_rest_is_counted(engine: Engine) -> None:
    engine.update([entry(1, "위성 발사", 1), entry(2, "위성", 1), entry(3, "회담", 2)], removed=())
    found = engine.find(AnyOf((Term("text.word", "위성"), Term("text.word", "발사"))), 1)
    assert ([m.key for m in found.matches], found.passages, found.documents) == ([1], 2, 1)


def test_a_phrase_takes_one_alternative_at_each_place(engine: Engine) -> None:
    engine.update([entry(1, "전략 적‿동 동반"), entry(2, "전략 동반")], removed=())
    phrase = Phrase("text.word", (("전략",), ("적동", "적‿동"), ("동반",)))
    assert [m.key for m in engine.find(phrase, 10).matches] == [1]


def test_a_replaced_entry_is_found_once_and_a_removed_one_not_at_all(engine: Engine) -> None:
    engine.update([entry(1, "위성"), entry(2, "위성")], removed=())
    engine.update([entry(1, "로켓")], removed=[1, 2])
    assert [m.key for m in engine.find(Term("text.word", "로켓"), 10).matches] == [1]
    assert engine.find(Term("text.word", "위성"), 10).matches == ()


def test_a_facet_chooses_and_does_not_rank(engine: Engine) -> None:
    engine.update([entry(1, "위성", facets=("outlet:риа новости",)), entry(2, "위성")], removed=())
    (match,) = engine.find(Term(FACET, "outlet:риа новости"), 10).matches
    assert (match.key, match.score) == (1, 0.0)


def test_frequencies(engine: Engine) -> None:
    engine.update([entry(1, "위성 위성"), entry(2, "위성")], removed=())
    assert engine.frequencies([("text.word", "위성"), ("text.word", "없음")]) == [2, 0]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves the damaged file open
def test_a_damaged_index_says_how_to_mend_it(tmp_path: Path) -> None:
    WhooshEngine.create(tmp_path)
    for toc in tmp_path.glob("_MAIN_*.toc"):
        toc.write_bytes(b"damaged")
    with pytest.raises(StaleIndex, match="gakju index --rebuild"):
        WhooshEngine(tmp_path)


def test_an_open_engine_sees_what_is_written_later(tmp_path: Path) -> None:
    writer = WhooshEngine.create(tmp_path)
    reader = WhooshEngine(tmp_path)
    assert reader.size() == 0
    writer.update([entry(1, "위성")], removed=())
    assert [m.key for m in reader.find(Term("text.word", "위성"), 10).matches] == [1]
