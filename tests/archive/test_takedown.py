"""Taking down needs a reason; a purge is written down outside the database once it has happened there."""

import json
import sqlite3
from pathlib import Path

import pytest

from archive.errors import LedgerError, StoreError
from archive.store import Store, dialect
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


def test_a_purge_that_failed_in_the_database_has_not_happened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with stored(tmp_path) as store:
        with sqlite3.connect(tmp_path / "archive.sqlite") as other:
            other.execute("BEGIN EXCLUSIVE")
            monkeypatch.setattr(dialect, "BUSY_SECONDS", 0.1)
            hasty = Store.at(tmp_path)
            with pytest.raises(StoreError, match="locked"):
                purge(hasty, tmp_path, 1, "보기")
            hasty.close()
            other.rollback()
        other.close()
        assert purge_again(store, tmp_path) == 0
        assert len(store.all_indexed(1)) == 4


def test_a_purge_that_was_ended_before_it_was_listed_is_listed_by_the_next(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        store.withdrawals.purge(1, "보기", "2025-05-01")
        (tmp_path / PURGES).write_text('{"document": "cut sho', "utf-8")
        purge(store, tmp_path, 2, "둘째", "2025-05-02")
        _cut, *listed = (tmp_path / PURGES).read_text("utf-8").splitlines()
        assert [json.loads(line)["reason"] for line in listed] == ["보기", "둘째"]


def test_without_a_list_nothing_is_purged(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        with pytest.raises(StoreError, match="nothing was purged"):
            purge(store, tmp_path / "none", 1, "보기")
        assert len(store.all_indexed(1)) == 4
