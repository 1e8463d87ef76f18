"""A document comes back whole, with its original and its doubts; what was corrected is added up."""

from pathlib import Path

import pytest

from archive.errors import NotFound
from archive.store.documents import Documents
from tests.archive.store.diary import FERRY, stored


def test_a_document_comes_back_as_it_was_read(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        assert isinstance(store, Documents)
        record = store.find("ferry.txt")
        assert store.document(record.id).document == FERRY
        assert store.original(record.id).data.decode() == "\n".join(line.text for line in FERRY.lines)
        assert (store.forms(record.id), store.problems()) == ([], [])
        with pytest.raises(NotFound, match="no document 22222"):
            store.document("22222")


def test_corrections_add_up(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        store.save_correction(1, {"title": "강나루", "date": "2024"})
        store.save_correction(1, {"date": "2025"})
        assert store.corrections() == {("/보기/ferry.txt", ""): {"title": "강나루", "date": "2025"}}
