"""The engine on disk finds what the dict engine finds, and keeps it."""

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from threading import Event
from weakref import ref

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import fields as whoosh_fields
from whoosh import index as whoosh_index

from archive.engine.plain import PlainEngine
from archive.engine.plan import AnyOf, Node, Phrase, SearchRequest, Term
from archive.engine.protocol import FACET, IndexEntry
from archive.engine.whoosh.engine import SEGMENTS, WhooshEngine
from archive.errors import StaleIndex
from tests.archive.engine.worlds import TERMS, entries_of, entry, plans, worlds

SATELLITE = Term("text.word", "위성")


def keys(engine: WhooshEngine, plan: Node = SATELLITE) -> list[int]:
    return [match.key for match in engine.find(SearchRequest(plan, 100)).matches]


def agree(folder: Path, world: list[tuple[object, ...]], asked: list[Node], removed: int) -> None:
    """Both engines, filled in two steps, find the same."""
    entries = entries_of(world)
    whoosh, plain = WhooshEngine.create(folder), PlainEngine()
    for engine in (whoosh, plain):
        engine.update(entries[:3], removed=())
        engine.update(entries[3:], removed=[removed])
    assert whoosh.size() == plain.size()
    for plan in asked:
        found, truth = whoosh.find(SearchRequest(plan, 100)), plain.find(SearchRequest(plan, 100))
        assert {m.key: m.score for m in found.matches} == pytest.approx({m.key: m.score for m in truth.matches})
        assert (found.passages, found.documents) == (truth.passages, truth.documents)
        assert dict(found.by_document) == dict(truth.by_document)


several = st.lists(plans, min_size=1, max_size=4)


@pytest.mark.slow
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(worlds, several, st.integers(0, 3))
def test_whoosh_finds_what_the_dict_engine_finds(
    tmp_path: Path, world: list[tuple[object, ...]], asked: list[Node], removed: int
) -> None:
    agree(tmp_path / "index", world, asked, removed)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(worlds, several, st.integers(0, 3))
def test_whoosh_finds_what_the_dict_engine_finds_in_a_few_worlds(
    tmp_path: Path, world: list[tuple[object, ...]], asked: list[Node], removed: int
) -> None:
    agree(tmp_path / "index", world, asked, removed)


def test_after_many_updates_it_finds_what_the_dict_engine_finds_in_a_few_segments(tmp_path: Path) -> None:
    whoosh, plain, random = WhooshEngine.create(tmp_path), PlainEngine(), Random(1)
    for step in range(40):
        entries = [
            entry(key, " ".join(random.choices(TERMS, k=random.randint(1, 9))), key % 7, title=random.choice(TERMS))
            for key in {random.randint(1, 200) for _ in range(12)}
        ]
        removed = [random.randint(1, 200) for _ in range(6)]
        for engine in (whoosh, plain):
            engine.update(entries, removed)
        plan = AnyOf((Term("text.word", random.choice(TERMS)), Term("title.word", random.choice(TERMS), 0.5)))
        found, truth = (engine.find(SearchRequest(plan, 500)) for engine in (whoosh, plain))
        assert {m.key: m.score for m in found.matches} == pytest.approx({m.key: m.score for m in truth.matches}), step
        assert whoosh.frequencies([("text.word", t) for t in TERMS]) == plain.frequencies(
            [("text.word", t) for t in TERMS]
        )
    assert whoosh.size() == plain.size()
    assert len(list(tmp_path.glob("*.arrays"))) <= SEGMENTS


def test_readers_see_the_last_state_or_the_next_one_and_never_a_mixture(tmp_path: Path) -> None:
    """Every passage of a state has that state's word: an answer that has two of them would be a mixture."""
    engine, states, faults = WhooshEngine.create(tmp_path), 30, []
    engine.update([entry(key, "위성 판0") for key in range(60)], removed=())
    done = Event()

    def read() -> None:
        reader = WhooshEngine(tmp_path)
        while not done.is_set():
            found = reader.find(SearchRequest(SATELLITE, 100))
            asked = [(found.passages, 60), (len(found.matches), 60), (len({m.key for m in found.matches}), 60)]
            counts = reader.find(SearchRequest(AnyOf(tuple(Term("text.word", f"판{n}") for n in range(states))), 1))
            faults.extend(pair for pair in (*asked, (counts.passages, 60)) if pair[0] != pair[1])

    with ThreadPoolExecutor(20) as pool:
        readers = [pool.submit(read) for _ in range(20)]
        for state in range(1, states):
            engine.update([entry(key, f"위성 판{state}") for key in range(60)], removed=())
        done.set()
        assert [one.result() for one in readers] == [None] * 20
    assert faults == []


def test_a_past_state_is_let_go_as_soon_as_there_is_another(tmp_path: Path) -> None:
    """Its files are mapped: while anything holds it, what was taken out stays on the disk."""
    engine = WhooshEngine.create(tmp_path)
    engine.update([entry(1, "위성")], removed=())
    assert keys(engine) == [1]
    past = ref(engine._snapshot)
    engine.update([entry(1, "발사")], removed=())
    gc.disable()
    try:
        assert (keys(engine), past()) == ([], None)
    finally:
        gc.enable()


def test_an_index_of_an_earlier_release_is_stale(tmp_path: Path) -> None:
    former = whoosh_index.create_in(str(tmp_path), whoosh_fields.Schema(key=whoosh_fields.ID()))
    writer = former.writer()
    writer.add_document(key="1")
    writer.commit()
    with pytest.raises(StaleIndex, match="earlier release"):
        WhooshEngine(tmp_path)


def test_a_segment_that_is_gone_or_cut_makes_the_index_stale(tmp_path: Path) -> None:
    WhooshEngine.create(tmp_path).update([entry(1, "위성")], removed=())
    (arrays,) = tmp_path.glob("*.arrays")
    arrays.write_bytes(arrays.read_bytes()[:-64])
    with pytest.raises(StaleIndex, match="gakju index"):
        WhooshEngine(tmp_path)
    arrays.unlink()
    with pytest.raises(StaleIndex, match="gakju index"):
        WhooshEngine(tmp_path)


def test_in_one_segment_the_scores_are_those_of_the_dict_engine(tmp_path: Path) -> None:
    entries = [
        entry(1, "위성 발사 위성"),
        entry(2, "위성 회담"),
        entry(3, "회담 회담 발사", title="위성"),
        entry(4, "회담"),
    ]
    engines = WhooshEngine.create(tmp_path / "index"), PlainEngine()
    plan = AnyOf((SATELLITE, Term("title.word", "위성", 0.5), Phrase("text.word", (("위성",), ("발사",)))))
    scores = []
    for engine in engines:
        engine.update(entries, removed=())
        scores.append({match.key: match.score for match in engine.find(SearchRequest(plan, 10)).matches})
    assert scores[0] == pytest.approx(scores[1])


def test_what_was_written_is_there_when_the_index_is_opened_again(tmp_path: Path) -> None:
    WhooshEngine.create(tmp_path).update([entry(1, "위성"), entry(2, "회담")], removed=())
    again = WhooshEngine(tmp_path)
    assert (again.size(), keys(again)) == (2, [1])


def test_an_index_is_made_over_what_lay_there(tmp_path: Path) -> None:
    WhooshEngine.create(tmp_path).update([entry(1, "위성")], removed=())
    assert (WhooshEngine.create(tmp_path).size(), keys(WhooshEngine(tmp_path))) == (0, [])


def test_an_update_that_fails_leaves_everything_as_it_was(tmp_path: Path) -> None:
    def failing() -> Iterator[IndexEntry]:
        yield entry(2, "위성")
        raise RuntimeError("끊김")

    engine = WhooshEngine.create(tmp_path)
    engine.update([entry(1, "위성")], removed=())
    with pytest.raises(RuntimeError, match="끊김"):
        engine.update(failing(), removed=[1])
    assert (engine.size(), keys(engine)) == (1, [1])
    engine.update([entry(3, "위성")], removed=())
    assert keys(engine) == [1, 3]


def test_a_facet_keeps_its_spaces_and_signs(tmp_path: Path) -> None:
    engine = WhooshEngine.create(tmp_path)
    engine.update(
        [entry(1, "위성", facets=("publisher:보기 연구원", "in:note")), entry(2, "위성", facets=("publisher:보기",))],
        removed=(),
    )
    asked = ("publisher:보기 연구원", "publisher:보기", "연구원", "in:note")
    assert [keys(engine, Term(FACET, facet)) for facet in asked] == [[1], [2], [], [1]]


def test_a_term_with_a_tie_or_a_sign_is_one_term(tmp_path: Path) -> None:
    engine = WhooshEngine.create(tmp_path)
    engine.update([entry(1, "적‿동 =20000000000usd @2024-06-19 +north-korea+russia")], removed=())
    asked = ("적‿동", "=20000000000usd", "@2024-06-19", "+north-korea+russia", "적", "2024")
    assert [keys(engine, Term("text.word", term)) for term in asked] == [[1], [1], [1], [1], [], []]


def test_a_large_number_is_a_key(tmp_path: Path) -> None:
    engine = WhooshEngine.create(tmp_path)
    engine.update([entry(2**40, "위성", document=2**33)], removed=())
    (match,) = engine.find(SearchRequest(SATELLITE, 10)).matches
    assert (match.key, match.document) == (2**40, 2**33)


def test_a_folder_without_an_index_says_what_makes_one(tmp_path: Path) -> None:
    with pytest.raises(StaleIndex, match='run "gakju index"'):
        WhooshEngine(tmp_path / "none")


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
