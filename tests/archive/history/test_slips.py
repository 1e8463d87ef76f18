"""Whoever mistypes an address learns which one it may have been, and nothing else."""

import pytest

from archive.history.slips import likely
from archive.model import ALPHABET
from archive.open import Archive
from archive.settings import Settings


@pytest.fixture(scope="module")
def archive(sample_settings: Settings) -> Archive:
    return Archive.open(sample_settings)


def address(archive: Archive) -> str:
    stored = (archive.store.document(record.id) for record in archive.store.documents())
    return str(next(document for document in stored if len(document.passages) > 9).passages[3].address)


def other(sign: str) -> str:
    return next(one for one in ALPHABET if one != sign)


def test_one_slip_anywhere_leads_to_what_was_meant(archive: Archive) -> None:
    meant = address(archive)
    signs = meant.replace("-", "")
    slipped = [signs[:i] + other(sign) + signs[i + 1 :] for i, sign in enumerate(signs)]
    slipped += [signs[:i] + signs[i + 1 :] for i in range(len(signs))]
    slipped += [signs[:i] + "o" + signs[i:] for i in range(len(signs) + 1)]
    slipped += [signs[:i] + signs[i + 1] + signs[i] + signs[i + 2 :] for i in range(len(signs) - 1)]
    for typed in slipped:
        assert meant in [str(one.address) for one in likely(archive.store, typed)], typed
        assert meant in [str(one.address) for one in likely(archive.store, f"{typed[:5]}-{typed[5:]}@2")], typed


def test_of_a_document_too(archive: Archive) -> None:
    document = archive.store.documents()[0].id
    assert [str(one.address) for one in likely(archive.store, other(document[0]) + document[1:])] == [document]


@pytest.mark.parametrize("typed", ["", "북한", "north-south", "zzzzz-zzzzz", "99999-99999", "7k4"])
def test_what_is_far_from_any_address_is_none(archive: Archive, typed: str) -> None:
    assert likely(archive.store, typed) == ()


def test_two_slips_are_too_many(archive: Archive) -> None:
    meant = address(archive)
    assert likely(archive.store, other(meant[0]) + meant[1:3] + other(meant[3]) + meant[4:-1] + other(meant[-1])) == ()
