"""Taking down needs a reason; a purge is written down outside the database before anything is destroyed."""

from pathlib import Path

import pytest

from archive.errors import LedgerError, StoreError
from archive.takedown import PURGES, purge, purge_again, withdraw
from tests.archive.store.diary import stored


def test_a_reason_is_needed(tmp_path: Path) -> None:
    with stored(tmp_path) as store, pytest.raises(LedgerError, match="reason"):
        withdraw(store, 1, " ")


def test_a_purge_is_remembered_and_done_once(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        assert purge_again(store, tmp_path) == 0
        purge(store, tmp_path, 1, "보기", "2025-05-01")
        assert len((tmp_path / PURGES).read_text("utf-8").splitlines()) == 1
        assert purge_again(store, tmp_path) == 0


def test_without_a_list_nothing_is_purged(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        with pytest.raises(StoreError, match="nothing was purged"):
            purge(store, tmp_path / "none", 1, "보기")
        assert len(store.all_indexed(1)) == 4
