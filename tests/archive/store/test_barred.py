"""A place is barred for what was purged there, and admitted again when a side file says so."""

from pathlib import Path

from archive.store.barred import admit, bar, barred_files, barred_for, place_digest
from tests.archive.store.diary import stored


def test_a_place_is_a_file_or_an_entry_in_it(tmp_path: Path) -> None:
    with stored(tmp_path) as store, store.write_transaction() as connection:
        bar(connection, 1, [("/가.txt", ""), ("/나.jsonl", "둘")])
        bar(connection, 1, [("/가.txt", "")])
        assert (barred_for(connection, "/가.txt", ""), barred_for(connection, "/나.jsonl", "둘")) == (1, 1)
        assert (barred_for(connection, "/나.jsonl", ""), barred_for(connection, "/나.jsonl", "하나")) == (None, None)
        assert barred_files(connection, ["/가.txt", "/나.jsonl", "/다.txt"]) == {"/가.txt"}
        admit(connection, "/가.txt", "")
        assert barred_for(connection, "/가.txt", "") is None


def test_a_digest_does_not_say_the_name() -> None:
    assert "가" not in place_digest("/가.txt") != place_digest("/가.txt", "가")
