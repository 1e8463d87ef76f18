"""A store is opened at its home, and one call keeps a document with its other files."""

from pathlib import Path

import pytest

from archive.errors import StoreError
from archive.store.store import Store
from tests.archive.store.diary import stored


def test_the_home_is_made_and_what_was_kept_is_there_again(tmp_path: Path) -> None:
    with stored(tmp_path / "home" / "deep") as store:
        kept = store.documents()
    again = Store.at(tmp_path / "home" / "deep")
    assert again.documents() == kept
    again.close()


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"")
    with pytest.raises(StoreError, match="choose another with --home"):
        Store.at(tmp_path / "home" / "deep")
