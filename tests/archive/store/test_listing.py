"""Documents are counted, listed and found by SQL, on either database, in the order that readers are promised."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.errors import Ambiguous, NotFound
from archive.model.document import Document
from archive.store import Listing, Store
from archive.store.records import Overview
from archive.takedown import withdraw
from tests.archive.literal import brief
from tests.archive.test_permanence import fresh_postgres
from tests.webapp import world

BRIEFS: dict[str, Document] = {
    "ferry.txt": brief("나루터의 소금", title="나루터", date="2024-10"),
    "bridge.txt": brief("다리의 쌀", title="다리", date="2025-03-24", sample=True),
    "anchor.txt": brief("닻의 무게", title="가 닻", date="2025-03-24"),
    "bare.txt": brief("하지 않은 날의 글"),
    "secret.txt": brief("비밀의 글", title="비밀", date="2026-01-01", sample=True),
}


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = Store.at(tmp_path, fresh_postgres() if request.param == "postgresql" else None)
    for name, document in BRIEFS.items():
        world.save(made, name, document)
    withdraw(made, made.find("secret.txt").number, "보기")
    yield made
    made.close()


def test_what_is_withdrawn_is_neither_counted_nor_listed(store: Store) -> None:
    assert store.overview() == Overview(documents=4, passages=4, notes=0, samples=1)
    assert store.queue.count_documents() == 5  # the going of what is withdrawn, too


@pytest.mark.parametrize(
    "order, sources",
    [
        (Listing.DATE, ["anchor.txt", "bridge.txt", "ferry.txt", "bare.txt"]),
        (Listing.TITLE, ["anchor.txt", "ferry.txt", "bridge.txt", "bare.txt"]),
        (Listing.ADDED, ["bare.txt", "anchor.txt", "bridge.txt", "ferry.txt"]),
    ],
)
def test_in_every_order(store: Store, order: Listing, sources: list[str]) -> None:
    numbers = store.ordered(order)
    found = store.records(numbers[1:3])
    assert [found[number].source for number in numbers[1:3]] == sources[1:3]
    assert [store.records([number])[number].source for number in numbers] == sources


@pytest.mark.parametrize("name", ["bridge.txt", "다리", "bri"])
def test_a_document_is_found_by_id_source_slug_or_beginning(store: Store, name: str) -> None:
    record = store.find(name)
    assert record.source == "bridge.txt"
    assert store.find(record.id) == record


def test_a_name_that_fits_none_or_several_says_so(store: Store) -> None:
    with pytest.raises(NotFound, match='no document "BRI"'):
        store.find("BRI")
    with pytest.raises(Ambiguous, match='"b" fits 2 documents'):
        store.find("b")
