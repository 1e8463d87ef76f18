"""A file is kept once, byte for byte, and what was last seen of it is known by its path."""

from dataclasses import replace
from pathlib import Path

from archive.store import Bytes, FileState
from archive.store.files import Files, save_original
from tests.archive.store.diary import stored


def test_a_file_that_is_seen_again_is_the_same_row(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        assert isinstance(store, Files)
        before = store.files()["/보기/ferry.txt"]
        store.save_files([replace(before, size=7)])
        with store.write_transaction() as connection:
            save_original(connection, Bytes(before.sha256, b"other", "text/plain"))
        assert store.files()["/보기/ferry.txt"] == replace(before, size=7)
        assert store.original(store.find("ferry.txt").id).data != b"other"
        assert len(store.files()) == 2


def test_a_file_that_vanished_is_marked_and_what_was_read_is_kept(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        store.mark_missing(["/보기/ferry.txt"])
        states = {path: file.state for path, file in store.files().items()}
        assert states == {"/보기/ferry.txt": FileState.MISSING, "/보기/bridge.txt": FileState.READ}
        assert len(store.documents()) == 2


def test_what_was_never_read_is_forgotten_and_what_holds_a_document_is_not(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        known = store.files()["/보기/ferry.txt"]
        other = replace(known, path="/보기/picture.png", state=FileState.LEFT_OUT, message="an image")
        store.save_files([other, replace(known, state=FileState.FAILED)])
        store.forget_files(["/보기/picture.png", "/보기/ferry.txt", "/보기/bridge.txt"])
        assert store.files().keys() == {"/보기/ferry.txt", "/보기/bridge.txt"}
