"""A withdrawn document comes back as it was; a purged one never does."""

from pathlib import Path

import pytest

from archive.errors import LedgerError
from archive.store.takedown import NOWHERE, Withdrawals
from tests.archive.store.diary import FERRY, LATER, stored
from tests.webapp.world import save


def test_a_withdrawal_can_be_undone_once(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        withdrawals = Withdrawals(store)
        assert not withdrawals.has(1)
        withdrawals.add(1, "보기", "2025-05-01")
        assert (withdrawals.has(1), withdrawals.has(2)) == (True, False)
        with pytest.raises(LedgerError, match="already"):
            withdrawals.add(1, "보기", "2025-05-01")
        withdrawals.undo(1)
        assert [one.findable for one in store.all_indexed(1)] == [False, False, True, True]
        with pytest.raises(LedgerError, match="not withdrawn"):
            withdrawals.undo(1)


def test_what_is_purged_never_comes_back_and_can_be_purged_again(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        assert store.withdrawals.purged() == []
        store.withdrawals.purge(1, "보기", "2025-05-01")
        assert store.all_indexed(1) == []
        with pytest.raises(LedgerError, match="purged"):
            store.withdrawals.undo(1)
        store.withdrawals.purge(1, "보기", "2025-05-01")
        assert [one.reason for one in store.withdrawals.purged()] == ["보기"]


def test_what_its_file_is_called_goes_too_and_its_place_is_barred(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        store.withdrawals.purge(1, "보기", "2025-05-01")
        (purged,) = [one for one in store.documents(withdrawn=True) if one.number == 1]
        assert (purged.path, purged.source) == (NOWHERE, NOWHERE)
        assert sorted(store.files()) == ["/보기/bridge.txt", NOWHERE]
        assert store.barred(["/보기/ferry.txt", "/보기/bridge.txt"]) == {"/보기/ferry.txt"}
        save(store, "ferry.txt", LATER)
        assert (len(store.documents()), store.all_indexed(1), sorted(store.files())) == (
            1, [], ["/보기/bridge.txt", NOWHERE],
        )  # fmt: skip


def test_bytes_that_another_document_needs_stay(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        save(store, "bridge.txt", LATER, data=b"both")
        save(store, "ferry.txt", FERRY, data=b"both")
        store.withdrawals.purge(store.find("ferry.txt").number, "보기", "2025-05-01")
        assert store.original(store.find("bridge.txt").id).data == b"both"
