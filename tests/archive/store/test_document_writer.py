"""A document that says something else begins a revision; one that says the same replaces what is there."""

from dataclasses import replace
from pathlib import Path

from archive.model import Metadata
from archive.store.document_writer import digest, document_json
from tests.archive.store.diary import FERRY, LATER, stored
from tests.webapp.world import save


def test_passages_that_go_on_keep_their_ids(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        id_ = store.find("ferry.txt").id
        before = {p.text: p.id for p in store.document(id_).passages}
        save(store, "ferry.txt", LATER)
        after = store.document(id_).passages
        assert [p.id for p in after] == list(before.values())
        assert [p.since for p in after] == [None, None, None, 2]


def test_another_author_is_no_revision(tmp_path: Path) -> None:
    other = replace(FERRY, metadata=Metadata(title="나루터", authors=("홍보기",)))
    assert digest(document_json(FERRY)) != digest(document_json(other))
    with stored(tmp_path) as store:
        save(store, "ferry.txt", other)
        record = store.find("ferry.txt")
        assert (record.metadata.authors, len(store.ledger.document(record.id).revisions)) == (("홍보기",), 1)
