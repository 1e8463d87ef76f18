"""The engine on disk finds what the dict engine finds, and keeps it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.engine.plain import PlainEngine
from archive.engine.plan import AnyOf, Node, Phrase, SearchRequest, Term
from archive.engine.protocol import FACET, IndexEntry
from archive.engine.whoosh import WhooshEngine
from archive.errors import StaleIndex
from tests.archive.engine.worlds import entries_of, entry, plans, worlds

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
        assert {m.key for m in found.matches} == {m.key for m in truth.matches}
        assert (found.passages, found.documents) == (truth.passages, truth.documents)


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
