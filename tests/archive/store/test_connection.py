"""A database is opened once for all, and says what is wrong with it."""

from pathlib import Path

import pytest

from archive.errors import StoreError
from archive.store.connection import CHUNK, Database, chunks


def test_a_setting_is_kept_and_replaced(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'a.sqlite'}")
    assert database.setting("roots") is None
    database.save_setting("roots", "/보기")
    database.save_setting("roots", "/다른 보기")
    assert database.setting("roots") == "/다른 보기"
    database.save_setting("schema", "99")
    database.close()
    with pytest.raises(StoreError, match="made with store version 99"):
        Database(f"sqlite:///{tmp_path / 'a.sqlite'}")


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(b"no database" * 200)
    with pytest.raises(StoreError, match="cannot be opened"):
        Database(f"sqlite:///{tmp_path / 'a.sqlite'}")


def test_long_lists_are_asked_in_parts() -> None:
    assert [len(part) for part in chunks(range(CHUNK + 1))] == [CHUNK, 1]


def test_every_state_that_is_written_has_a_name_of_its_own(tmp_path: Path) -> None:
    database, other = (Database(f"sqlite:///{tmp_path / 'a.sqlite'}") for _ in range(2))
    names = [database.generation()]
    for writer in (database, other, database):
        writer.save_setting("roots", "/보기")
        assert database.generation() == other.generation() == other.generation()
        names.append(database.generation())
    assert len(set(names)) == 4
    for one in (database, other):
        one.close()


def test_what_failed_was_not_written_and_names_no_state(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'a.sqlite'}")
    database.save_setting("roots", "/보기")
    before = database.generation()
    with pytest.raises(ZeroDivisionError), database.write_transaction():
        raise ZeroDivisionError
    assert database.generation() == before
    database.close()
