"""What the index has not taken in waits in the queue, whatever happens to a document meanwhile."""

from pathlib import Path

from archive.store.queue import Queue
from archive.takedown import put_back, withdraw
from tests.archive.store.diary import LATER, stored
from tests.webapp.world import save


def test_a_new_document_waits_and_what_was_taken_in_does_not(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        queue = Queue(store)
        assert [(one.document, one.gone) for one in queue.entries()] == [(1, False), (1, False), (2, False)]
        queue.remove([one.key for one in queue.entries() if one.document == 1])
        assert (queue.count_documents(), {one.document for one in queue.entries()}) == (1, {2})
        queue.enqueue_all()
        assert len(queue.entries()) == 3


def test_what_had_gone_before_a_withdrawal_goes_still(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        indexed = {one.key for one in store.queue.entries() if one.document == 1}
        store.queue.remove(sorted(indexed))
        save(store, "ferry.txt", LATER)
        withdraw(store, 1, "보기")
        assert indexed <= {one.key for one in store.queue.entries() if one.gone}
        put_back(store, 1)
        waiting = [one for one in store.queue.entries() if one.document == 1]
        changed = indexed - {one.key for one in store.all_indexed(1)}
        assert (len(changed), {one.key for one in waiting if one.gone}) == (1, changed)
        assert len([one for one in waiting if not one.gone]) == 2


def test_what_has_gone_waits_on_while_an_index_is_made_anew(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        indexed = {one.key for one in store.queue.entries() if one.document == 1}
        store.queue.remove([one.key for one in store.queue.entries()])
        withdraw(store, 1, "보기")
        store.queue.enqueue_all()
        assert indexed == {one.key for one in store.queue.entries() if one.gone}
        assert len([one for one in store.queue.entries() if not one.gone]) == 1
