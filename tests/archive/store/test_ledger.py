"""The ledger answers what a document was in each of its revisions, and asks the database once for each question."""

from pathlib import Path

import pytest

from archive.errors import NotFound
from archive.store.ledger import Ledger
from tests.archive.store.diary import FERRY, LATER, stored
from tests.counting import statements
from tests.webapp.world import save


def test_every_revision_reads_as_it_did(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        save(store, "ferry.txt", LATER, day="2025-05-01")
        ledger, id_ = Ledger(store), store.find("ferry.txt").id
        assert [ledger.document_at(id_, revision) for revision in (1, 2)] == [FERRY, LATER]
        assert [one.since for one in ledger.document(id_).revisions] == ["2025-04-01", "2025-05-01"]
        own, revisions, wordings, fates, _ = ledger.past(id_)
        assert (own, len(revisions)) == (id_, 2)
        assert sorted(len(said) for said in wordings.values()) == [1, 1, 1, 2]
        assert [(fate.revision, fate.status) for listed in fates.values() for fate in listed] == [(2, "revised")]
        with pytest.raises(NotFound):
            ledger.document_at(id_, 3)


def test_a_document_of_the_ledger_is_read_in_two_statements(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        id_ = store.find("ferry.txt").id
        with statements() as asked:
            assert len(store.ledger.document(id_).revisions) == 1
        assert len(asked) == 2
