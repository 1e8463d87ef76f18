"""What SQLite needs is set on every connection; the log holds nothing after a compaction."""

import json
from pathlib import Path

from archive.store.dialect import as_json, compact, connect, sqlite_url


def test_every_connection_has_its_pragmas_and_the_log_is_emptied(tmp_path: Path) -> None:
    engine = connect(sqlite_url(tmp_path / "a.sqlite"))
    with engine.begin() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        connection.exec_driver_sql("CREATE TABLE a (b)")
    compact(engine)
    assert (tmp_path / "a.sqlite-wal").stat().st_size == 0
    engine.dispose()


def test_json_says_letters_as_they_are() -> None:
    assert as_json(["강", 1, None]) == '["강", 1, null]'
    assert json.loads(as_json(["강\ud800"])) == ["강\ud800"] and as_json(["강\ud800"]).isascii()
