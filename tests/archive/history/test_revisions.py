"""Every revision of a document comes back as it was, with addresses that open just these words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.errors import NotFound
from archive.history.resolution import resolve
from archive.history.revisions import Past, stored_at
from archive.store import Store
from tests.webapp import past_world as w


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Store]:
    store = w.build(tmp_path)
    yield store
    store.close()


def test_a_revision_reads_as_it_did(diary: Store) -> None:
    (record,) = diary.documents()
    for revision, paragraphs in ((1, w.FIRST), (2, w.SECOND), (3, w.THIRD)):
        stored = stored_at(diary, record.id, revision)
        assert tuple(p.text for p in stored.passages if p.kind.value == "paragraph") == paragraphs
        assert stored.document == w.document(*paragraphs)
        assert {p.key for p in stored.passages} == {None}  # a number would be another passage's of today
    assert len(diary.ledger.document(record.id).revisions) == 3
    with pytest.raises(NotFound):
        stored_at(diary, record.id, 4)


def test_the_current_state_has_the_passages_of_today(diary: Store) -> None:
    (record,) = diary.documents()
    today, again = diary.document(record.id), stored_at(diary, record.id, 3)
    assert [str(p.address) for p in again.passages] == [str(p.address) for p in today.passages]


def test_every_address_of_every_state_cites_the_words_it_stood_beside(diary: Store) -> None:
    (record,) = diary.documents()
    for revision in (1, 2, 3):
        for passage in stored_at(diary, record.id, revision).passages:
            found = resolve(diary, str(passage.address))
            texts = {found.cited.text, *(one.text for one in found.current if found.status == "same")}
            assert passage.text in texts, passage.address


def test_a_tie_is_no_one_s_and_its_id_comes_back_to_neither(diary: Store) -> None:
    past = Past.of(diary, diary.documents()[0].id)
    (tied,) = [entry for entry in past.compare(1, 2) if entry.status == "ambiguous"]
    assert (len(tied.old), len(tied.new)) == (1, 2)
    assert tied.old[0] not in past.revisions[1].ids
