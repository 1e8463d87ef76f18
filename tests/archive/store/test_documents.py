"""A document comes back whole, with its original and its doubts; what was corrected is added up."""

from dataclasses import replace
from pathlib import Path

import pytest

from archive.errors import NotFound
from archive.model import Problem
from archive.store.documents import Documents
from archive.takedown import withdraw
from tests.archive.literal import brief
from tests.archive.store.diary import BRIDGE, FERRY, stored
from tests.webapp.world import save


def test_a_document_comes_back_as_it_was_read(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        assert isinstance(store, Documents)
        record = store.find("ferry.txt")
        assert store.document(record.id).document == FERRY
        assert store.original(record.id).data.decode() == "\n".join(line.text for line in FERRY.lines)
        assert (store.forms(record.id), store.problems()) == ([], [])
        with pytest.raises(NotFound, match="no document 22222"):
            store.document("22222")


def test_doubts_are_given_a_page_at_a_time_and_counted_by_kind(tmp_path: Path) -> None:
    doubts = [Problem(code, (n, n), (str(n),)) for n, code in enumerate(("ref-open", "note-gap", "ref-open"), 1)]
    with stored(tmp_path) as store:
        save(store, "bridge.txt", replace(BRIDGE, problems=tuple(doubts)), b"again")
        save(store, "secret.txt", replace(brief("비밀의 글"), problems=tuple(doubts)))
        withdraw(store, store.find("secret.txt").number, "보기")
        (record,) = store.documents_with_problems()
        assert [problem for _, problem in store.problems()] == doubts
        assert store.problems(record.id, "ref-open", limit=1, offset=1) == [(record, doubts[2])]
        assert store.count_problems() == store.count_problems(record.id) == {"ref-open": 2, "note-gap": 1}
        assert (store.problems("22222"), store.count_problems("22222")) == ([], {})


def test_corrections_add_up(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        store.save_correction(1, {"title": "강나루", "date": "2024"})
        store.save_correction(1, {"date": "2025"})
        assert store.corrections() == {("/보기/ferry.txt", ""): {"title": "강나루", "date": "2025"}}
