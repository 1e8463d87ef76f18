"""A withdrawn document comes back as it was; a purged one never does."""

from pathlib import Path

import pytest

from archive.errors import LedgerError
from archive.store import Purged
from archive.store.takedown import Withdrawals
from tests.archive.store.diary import stored


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


def test_nothing_is_purged_that_could_not_be_remembered(tmp_path: Path) -> None:
    def refuse(purged: Purged) -> None:
        raise LedgerError("full")

    with stored(tmp_path) as store:
        with pytest.raises(LedgerError, match="full"):
            store.withdrawals.purge(1, "보기", "2025-05-01", refuse)
        assert len(store.all_indexed(1)) == 4
        store.withdrawals.purge(1, "보기", "2025-05-01", lambda purged: None)
        assert store.all_indexed(1) == []
        with pytest.raises(LedgerError, match="purged"):
            store.withdrawals.undo(1)
