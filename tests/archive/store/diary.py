"""A store with two small documents, made for a test and closed after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.store import Store
from tests.archive.literal import brief
from tests.webapp.world import save

FERRY = brief("나루터에 소금 배가 들어왔다.", "뱃사공은 다리를 탓한다.", title="나루터", heading="1. 봄")
BRIDGE = brief("다리에는 초소가 두 곳 있다.", title="다리")
LATER = brief("나루터에 소금 배가 들어왔다.", "뱃사공은 다리를 반긴다.", title="나루터", heading="1. 봄")


@contextmanager
def stored(home: Path) -> Iterator[Store]:
    store = Store.at(home)
    save(store, "ferry.txt", FERRY)
    save(store, "bridge.txt", BRIDGE)
    yield store
    store.close()
