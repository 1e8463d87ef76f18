"""Every citation is an edge that can be proved from the text; edges follow what is kept, and go with it."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archive.citing import find_source, work_digest
from archive.citing.outlets import builtin
from archive.model import Citation, Note
from archive.store import Store, backup, merge, restore
from archive.store.citations import CitedWork, Edge, save_all_citations
from archive.store.schema import VERSION
from tests.archive.citing_web import HELD_BACK, SEEN, CitingNote, brief, briefs
from tests.webapp import world

WEB = SEEN | HELD_BACK


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("web")
    world.build(made, briefs(), index=False)
    return made


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    opened = Store.at(home)
    yield opened
    opened.close()


def filled(home: Path, *names: str) -> Store:
    """A store of some of the briefs, to write to."""
    store = Store.at(home)
    for name in names:
        world.save(store, f"{name}.txt", briefs()[f"{name}.txt"])
    return store


def edges(store: Store) -> list[Edge]:
    return store.citations.of_documents([record.number for record in store.documents()])


@pytest.mark.parametrize("name", WEB)
def test_the_edges_are_those_that_a_person_finds(store: Store, name: str) -> None:
    number = store.find(f"{name}.txt").number
    found = store.citations.of_documents([number])
    notes = store.citations.passages(found)
    printed = [(edge.note, notes[number, edge.note].text[edge.citation.start : edge.citation.end]) for edge in found]
    assert [(n, words.rstrip(".。")) for n, words in printed] == [
        (n, words.rstrip(".。")) for n, note in enumerate(WEB[name]) for _, words in note.cited
    ]


def test_a_source_has_one_id_in_all_its_spellings_and_no_other_source_has_it(store: Store) -> None:
    meant = [source for notes in WEB.values() for note in notes for source, _ in note.cited]
    ids = [find_source(edge.citation, builtin()) for edge in edges(store)]
    assert len(set(zip(meant, ids, strict=True))) == len(set(meant)) == len(set(ids)) == 11


def test_an_edge_says_from_which_passages_its_note_is_called(store: Store) -> None:
    notes = store.citations.passages(edges(store))
    ferry, people = store.find("ferry.txt"), store.find("people.txt")
    assert [one.text for one in notes[ferry.number, 2].callers] == ["ferry: 3번째 말이다."]
    assert [(one.kind, one.text) for one in notes[people.number, 5].callers] == [("row", "배\t열 척")]
    own = notes[ferry.number, 0].passage
    assert own is not None
    assert (own.document, own.text) == (ferry.id, WEB["ferry"][0].text)
    assert store.citations.passages([]) == {}


def test_what_is_only_named_again_is_told_apart(store: Store) -> None:
    repeated = {find_source(edge.citation, builtin()) for edge in edges(store) if edge.repeated}
    assert sum(edge.repeated for edge in edges(store)) == 9
    assert len(repeated) == 8


def test_edges_are_found_by_work_and_listed_with_what_a_list_needs(store: Store) -> None:
    (link,) = {work_digest(edge.citation) for edge in edges(store) if edge.citation.url}
    assert link is not None
    assert [edge.document for edge in store.citations.of_work(link)] == [
        store.find(f"{name}.txt").number for name in ("ferry", "cargo")
    ]
    assert store.citations.works()[-1] == CitedWork(
        store.find("people.txt").number,
        5,
        work_digest(Citation(0, 0, title="口岸的清晨", date="2024-05-06")),
        "口岸的清晨",
        None,
        "新华社",
        "2024-05-06",
        "zh",
        None,
    )


def test_an_edited_document_has_the_edges_of_its_latest_revision(tmp_path: Path) -> None:
    store = filled(tmp_path, "ferry", "cargo")
    before = [edge for edge in edges(store) if edge.document == store.find("cargo.txt").number]
    one = CitingNote("홍보기, 「나루터의 저녁」, 『보기북방연구』, 2022.")
    world.save(store, "ferry.txt", brief("ferry", (one,)))
    found = edges(store)
    assert [edge.citation.title for edge in found if edge not in before] == ["나루터의 저녁"]
    assert [edge for edge in found if edge in before] == before
    store.close()


def test_withdrawn_documents_cite_nothing_until_they_are_back_and_purged_ones_never(tmp_path: Path) -> None:
    store = filled(tmp_path, "ferry", "cargo")
    number, before = store.find("ferry.txt").number, edges(store)
    store.withdrawals.add(number, "보기", "2025-01-01")
    works = [edge for edge in before if (digest := work_digest(edge.citation)) and store.citations.of_work(digest)]
    assert {edge.document for edge in works} == {store.find("cargo.txt").number} | {
        edge.document for edge in works if edge.document == number
    }
    assert number not in {work.document for work in store.citations.works()}
    assert store.citations.of_documents([number]) == []
    store.withdrawals.undo(number)
    assert edges(store) == before
    store.withdrawals.purge(number, "보기", "2025-01-01")
    store.close()
    with sqlite3.connect(tmp_path / "archive.sqlite") as sql:
        assert sql.execute("SELECT count(*) FROM citations WHERE document = ?", (number,)).fetchone() == (0,)
    sql.close()


def test_edges_come_over_with_a_merge_and_back_with_a_backup(tmp_path: Path) -> None:
    store, other = filled(tmp_path / "one", "ferry"), filled(tmp_path / "two", "cargo", "bridge")
    theirs = [edge.citation for edge in edges(other)]
    backup(other, tmp_path / "two.gakju")
    merge(store, tmp_path / "two.gakju")
    assert [edge.citation for edge in edges(store)][-len(theirs) :] == theirs
    backup(store, tmp_path / "all.gakju")
    back = Store.at(tmp_path / "back")
    restore(back, tmp_path / "all.gakju")
    assert edges(back) == edges(store)
    for one in (store, other, back):
        one.close()


def test_a_store_of_version_8_gets_its_edges_when_it_is_opened(tmp_path: Path) -> None:
    store = filled(tmp_path, "ferry", "people")
    before = edges(store)
    store.close()
    with sqlite3.connect(tmp_path / "archive.sqlite") as sql:
        sql.execute("DROP TABLE citations")
        sql.execute("UPDATE facts SET value = '8' WHERE name = 'schema'")
    sql.close()
    store = Store.at(tmp_path)
    assert (store.setting("schema"), edges(store)) == (str(VERSION), before)
    with store.write_transaction() as connection:
        save_all_citations(connection)
    assert edges(store) == before
    store.close()


def test_titles_of_any_length_and_letters_are_kept(tmp_path: Path) -> None:
    text = "긴 " * 3_000
    note = Note("1", text, (1, 1), citations=(Citation(0, 9, title=text, outlet=text),))
    store = Store.at(tmp_path)
    world.save(store, "long.txt", replace(brief("ferry", (CitingNote("x"),)), notes=(note,)))
    assert [edge.citation.title for edge in edges(store)] == [text]
    store.close()
