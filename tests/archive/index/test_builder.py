"""The index and the lexicon are in step with store, term base and analyzer, or say what to run."""

import os
from collections.abc import Iterator
from errno import ENOSPC
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from archive import open
from archive.errors import StaleIndex, StoreError
from archive.index import builder as indexing
from archive.search.search import Search
from archive.store import Lexicon, Store
from archive.store.schema import sounds, words
from archive.takedown import purge, put_back, withdraw
from archive.terms import base as terms
from tests.archive.literal import Archive, archive, brief, only_terms
from tests.archive.test_permanence import fresh_postgres
from tests.webapp import world

FERRY = brief("보기나룻터에 페투시코프가 섰다.", "나루터의 소금", title="나루터", date="2025-03-24")
BRIDGE = brief("다리에 페투시코프와 Ковальчук가 섰다.", title="다리", date="2024-03-24")
TERM = "sample-salt,general,소금,salt,соль,,"  # the program's table in small: making ready all of it takes seconds
TABLE = "id,kind,ko,en,ru,zh,abbr\n"


@pytest.fixture
def made(home: Path) -> Iterator[Archive]:
    with only_terms(TERM), archive(home, FERRY, BRIDGE) as one:
        yield one


def index_anew(made: Archive) -> int:
    """What "gakju index" does: opens the archive, and gives the index what it owes."""
    return open.Archive(made.store, made.home).catch_up()


def test_a_term_base_that_was_edited_makes_the_index_stale_and_indexing_analyses_anew(made: Archive) -> None:
    table = made.home / terms.FILE
    assert made.found("quayside") == []
    table.write_text(TABLE + "sample-quayside,place,보기나룻터,quayside,,,\n", "utf-8")
    with pytest.raises(StaleIndex, match=r"run .gakju index"):
        open.Archive(made.store, made.home).search.engine()
    assert index_anew(made) == 3
    assert made.found("quayside") == ["보기나룻터에 페투시코프가 섰다."]
    assert made.ask("quayside").hits[0].reasons[0].found == "보기나룻터"
    table.write_text(TABLE + "sample-quayside,place,보기나룻터|나루터,quayside,,,\n", "utf-8")
    index_anew(made)
    assert set(made.found("quayside")) == {"보기나룻터에 페투시코프가 섰다.", "나루터의 소금"}
    table.unlink()
    index_anew(made)
    assert made.found("quayside") == []


def test_tokens_are_made_anew_only_where_the_analyzer_is_another(
    made: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "retokenize", lambda store, knowledge: pytest.fail("analysed without need"))
    before = made.found("페투시코프")
    assert made.rebuild() == 3
    assert made.found("페투시코프") == before


def test_an_index_that_is_not_there_says_what_to_run(home: Path) -> None:
    store = Store.at(home)
    with pytest.raises(StaleIndex, match='run "gakju index FOLDER"'):
        open.Archive(store, home).search.engine()
    store.close()


def test_a_server_goes_over_to_the_new_index(made: Archive) -> None:
    server = Search(made.store, made.home)
    assert server.search("소금").passages == 1
    world.save(made.store, "new.txt", brief("소금 창고"))
    made.catch_up()
    assert server.search("소금").passages == 2
    made.rebuild()
    assert server.search("소금").passages == 2


def vocabulary(store: Store) -> tuple[set[str], set[str]]:
    """The words that are kept, and those that are filed by their sound."""
    with store.read_transaction() as connection:
        return set(connection.execute(select(words.c.form)).scalars()), set(
            connection.execute(select(sounds.c.form)).scalars()
        )


def test_the_lexicon_is_filled_with_the_index_and_anew_with_a_new_one(made: Archive) -> None:
    before = vocabulary(made.store)
    assert {"페투시코프", "ковальчук", "나루터", "소금"} <= before[0]
    assert {"페투시코프", "ковальчук"} <= before[1] <= before[0]
    Lexicon(made.store).clear()
    made.rebuild()
    assert vocabulary(made.store) == before


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_purge_leaves_no_word_that_only_the_document_had(home: Path, database: str) -> None:
    store = Store.at(home, fresh_postgres() if database == "postgresql" else None)
    world.save(store, "ferry.txt", FERRY)
    world.save(store, "bridge.txt", BRIDGE)
    open.Archive(store, home).catch_up()
    revised = brief("다리에 페투시코프와 Гаврилова가 섰다.", title="다리", date="2024-03-24")
    world.save(store, "bridge.txt", revised, data=b"another", day="2025-05-01")
    open.Archive(store, home).catch_up()
    assert {"ковальчук", "гаврилова", "다리"} <= vocabulary(store)[0]
    purge(store, home, store.find("bridge.txt").number, "잘못 실었음")
    left = vocabulary(store)
    store.close()
    with archive(home.with_name("alone"), FERRY) as alone:
        assert left == vocabulary(alone.store)


def test_what_is_withdrawn_is_not_found_and_found_again_once_put_back(made: Archive) -> None:
    number = made.store.find("brief-2.txt").number
    withdraw(made.store, number, "확인 중")
    assert made.found("Kovalchuk") == []
    made.rebuild()
    assert "ковальчук" not in vocabulary(made.store)[0]
    put_back(made.store, number)
    made.catch_up()
    assert made.found("Kovalchuk") == ["다리에 페투시코프와 Ковальчук가 섰다."]


PARAGRAPHS = ("나루터의 소금", "다리에 페투시코프가 섰다.", "보기나룻터에 배가 닿았다.", "소금 배가 다리를 지난다.")


def test_an_index_brought_up_to_date_finds_what_one_made_anew_finds(tmp_path: Path) -> None:
    random = Random(1)
    with only_terms(TERM), archive(tmp_path, FERRY, BRIDGE) as made:
        for _ in range(12):
            paragraphs, heading = random.choices(PARAGRAPHS, k=random.randint(1, 5)), random.choice("봄가")
            world.save(made.store, "ferry.txt", brief(*paragraphs, title="나루터", heading=f"1. {heading}"))
            if random.random() < 0.7:  # else the run was killed before it came to the index
                index_anew(made)
        index_anew(made)
        updated = _hits(made)
        open.Archive(made.store, made.home).rebuild()
        assert updated == _hits(made)


def _hits(made: Archive) -> list[set[tuple[str, str]]]:
    """What some queries find. Deleted passages count in the statistics until the index is made anew: scores differ."""
    queries = ("소금", "다리", "봄", "나루터", "페투시코프")
    return [{(hit.address, hit.passage.text) for hit in made.ask(query).hits} for query in queries]


def flip(path: Path, at: int) -> None:
    """Turns one bit of a file, of its byte `at`."""
    data = bytearray(path.read_bytes())
    data[at] ^= 16
    path.write_bytes(data)


def index_files(made: Archive) -> list[Path]:
    return sorted(path for path in made.home.glob("index-*/*") if path.suffix in (".arrays", ".toc"))


@pytest.mark.parametrize("kind", [".arrays", ".toc"])
@pytest.mark.parametrize("damage", ["flip", "half", "gone"])
def test_a_damaged_index_is_made_anew_by_the_next_run(made: Archive, kind: str, damage: str) -> None:
    before = _hits(made)
    path = next(path for path in index_files(made) if path.suffix == kind)
    if damage == "flip":
        flip(path, path.stat().st_size // 2)
    elif damage == "half":
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    else:
        path.unlink()
    again = open.Archive(made.store, made.home)
    assert again.catch_up() == 3
    assert (again.catch_up(), indexing.faults(made.store, again.search.engine())) == (0, [])
    assert _hits(made) == before


def test_an_index_that_lacks_passages_is_made_anew(made: Archive) -> None:
    engine = open.Archive(made.store, made.home).search.engine()
    engine.update([], removed=[1, 2])
    assert indexing.faults(made.store, engine, deep=False) == ["the search index holds 2 passages, the store 3"]
    assert index_anew(made) == 3


def test_a_full_disk_leaves_the_index_of_before_and_says_what_to_do(
    made: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Search(made.store, made.home)
    world.save(made.store, "new.txt", brief("소금 창고"))
    with monkeypatch.context() as full:
        full.setattr("os.fsync", _full)
        with pytest.raises(StoreError, match=r"search index .* No space left on device; .* run .gakju index"):
            index_anew(made)
        assert server.search("소금").passages == 1
        with pytest.raises(StoreError, match="No space left on device"):
            open.Archive(made.store, made.home).rebuild()
    assert server.search("소금").passages == 1
    index_anew(made)
    assert Search(made.store, made.home).search("소금").passages == 2


def _full(_file: int) -> None:
    raise OSError(ENOSPC, os.strerror(ENOSPC))
