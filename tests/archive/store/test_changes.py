"""Whatever changes what a document answers gives it another instant, and what went stays in the list."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.errors import NotFound
from archive.model.document import Metadata
from archive.store import INSTANT, Store
from archive.takedown import purge, put_back, withdraw
from tests.webapp import news_world as news
from tests.webapp.world import save


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    news.build(tmp_path)
    store = Store.at(tmp_path)
    yield store
    store.close()


def sources(store: Store, since: str = "", until: str = "") -> list[tuple[str, bool]]:
    named = {record.number: record.source for record in store.documents(withdrawn=True)}
    return [(named[one.number], one.gone) for one in store.changes.between(since, until)]


def test_changes_are_listed_earliest_first_with_those_that_went(store: Store) -> None:
    assert sources(store) == [
        (news.FERRY, False), (news.SALT, False), (news.ICE, True), (news.NAMELESS, False), (news.HOSTILE, False),
    ]  # fmt: skip
    assert store.changes.earliest() == "2025-04-01T09:00:00Z"
    assert store.changes.count() == 5


def test_both_ends_of_a_span_of_time_belong_to_it(store: Store) -> None:
    assert sources(store, news.CHANGED[news.SALT], news.CHANGED[news.ICE]) == [
        (news.SALT, False), (news.ICE, True), (news.NAMELESS, False),
    ]  # fmt: skip
    assert sources(store, until="2025-04-01T08:59:59Z") == []
    assert store.changes.count(news.CHANGED[news.SALT], news.CHANGED[news.ICE]) == 3


def test_a_list_goes_on_from_the_place_of_any_of_its_changes(store: Store) -> None:
    every = store.changes.between()
    for n, one in enumerate(every):  # two of them are of the same second
        assert store.changes.between(after=one.place) == every[n + 1 :]
    assert store.changes.between(limit=2) == every[:2]


def test_the_latest_are_those_that_are_here(store: Store) -> None:
    latest = store.changes.latest(9)
    assert [one.at for one in latest] == sorted((one.at for one in latest), reverse=True)
    assert [store.records([one.number])[one.number].source for one in latest] == [
        news.HOSTILE, news.NAMELESS, news.SALT, news.FERRY,
    ]  # fmt: skip
    some = [store.find(name).number for name in (news.FERRY, news.SALT, news.ICE)]
    assert [one.number for one in store.changes.latest(9, some)] == [some[1], some[0]]
    assert len(store.changes.latest(1)) == len(store.changes.latest(1, some)) == 1


def test_a_change_is_known_by_its_document(store: Store) -> None:
    id_ = store.find(news.ICE).id
    change = store.changes.of(id_)
    assert (change.id, change.at, change.gone) == (id_, news.CHANGED[news.ICE], True)
    with pytest.raises(NotFound, match="zzzzz"):
        store.changes.of("zzzzz")


def test_a_document_opens_with_its_first_paragraph(store: Store) -> None:
    ferry, ice = store.find(news.FERRY).number, store.find(news.ICE).number
    assert store.changes.openings([ferry, ice, 99])[ferry] == "나루터의 화물이 올해 줄었다."
    assert store.changes.openings([]) == {}


CATALOGUED = replace(
    news.DOCUMENTS[news.FERRY], metadata=Metadata(title="나루터와 다리", language="ko", publisher="다른 발행처")
)
REVISED = replace(news.DOCUMENTS[news.FERRY], blocks=news.DOCUMENTS[news.FERRY].blocks[:1])


@pytest.mark.parametrize("what", ["revised", "catalogue data", "withdrawn", "put back", "purged"])
def test_whatever_changes_a_document_is_a_change(store: Store, tmp_path: Path, what: str) -> None:
    ferry, ice = store.find(news.FERRY), store.find(news.ICE)
    before = datetime.now(UTC).strftime(INSTANT)
    match what:
        case "revised":
            save(store, news.FERRY, REVISED, b"other")
        case "catalogue data":
            save(store, news.FERRY, CATALOGUED)
        case "withdrawn":
            withdraw(store, ferry.number, "까닭")
        case "put back":
            put_back(store, ice.number)
        case "purged":
            purge(store, tmp_path, ferry.number, "까닭")
    change = store.changes.of((ice if what == "put back" else ferry).id)
    assert before <= change.at <= datetime.now(UTC).strftime(INSTANT)
    assert change.gone == (what in ("withdrawn", "purged"))


def test_what_is_read_again_without_a_change_keeps_its_instant(store: Store) -> None:
    save(store, news.FERRY, news.DOCUMENTS[news.FERRY])
    assert store.changes.of(store.find(news.FERRY).id).at == news.CHANGED[news.FERRY]


def test_documents_of_an_earlier_release_have_the_day_of_what_happened_last(tmp_path: Path) -> None:
    news.build(tmp_path)
    with sqlite3.connect(tmp_path / "archive.sqlite") as sql:
        sql.execute("DROP INDEX documents_changed")
        sql.execute("ALTER TABLE documents DROP COLUMN changed")
        sql.execute("UPDATE facts SET value = '7' WHERE name = 'schema'")
    sql.close()
    store = Store.at(tmp_path)
    found = {name: store.changes.of(store.find(name).id).at for name in news.DOCUMENTS}
    store.close()
    assert found == {
        news.FERRY: "2025-04-01T00:00:00Z",
        news.SALT: "2025-04-02T00:00:00Z",
        news.ICE: "2025-04-03T00:00:00Z",
        news.NAMELESS: "2025-04-01T00:00:00Z",
        news.HOSTILE: "2025-04-01T00:00:00Z",
    }
