"""Files and revisions come back as they were kept, and what is damaged or hostile is refused by its name."""

import zlib
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update
from zstandard import ZstdCompressor

from archive.errors import StoreError
from archive.model import Document
from archive.store import Bytes, Store, backup, merge, restore
from archive.store.compression import compress, decompress
from archive.store.document_writer import document_json
from archive.store.files import save_original
from archive.store.schema import originals, revisions
from archive.takedown import purge
from tests.archive.literal import brief
from tests.archive.store.diary import FERRY, LATER, stored
from tests.benchmarks.briefs import sentence
from tests.webapp.world import save

LIMIT = 1 << 20


@given(st.binary(max_size=2000), st.none() | st.binary(max_size=2000))
def test_what_was_compressed_comes_back(data: bytes, base: bytes | None) -> None:
    assert decompress(compress(data, base), "it", LIMIT, base) == data
    assert decompress(zlib.compress(data, 9), "it", LIMIT) == data


@given(st.binary(min_size=1, max_size=300), st.data())
def test_what_is_damaged_is_refused_or_whole(data: bytes, draw: st.DataObject) -> None:
    packed = bytearray(draw.draw(st.sampled_from([compress(data), compress(data, b"base"), zlib.compress(data)])))
    packed[draw.draw(st.integers(0, len(packed) - 1))] ^= draw.draw(st.integers(1, 255))
    damaged = bytes(packed[: draw.draw(st.integers(0, len(packed)))])
    try:
        assert decompress(damaged, "it", LIMIT, b"base") == data
    except StoreError as error:
        assert str(error).startswith("it is damaged in the store: ")


def test_what_is_longer_than_its_limit_is_refused() -> None:
    bombs = [compress(bytes(LIMIT + 1)), zlib.compress(bytes(LIMIT + 1))]
    unsized = ZstdCompressor(write_content_size=False).compress(b"no size is given")
    for packed in (*bombs, unsized, compress(b"data") + b"more", b"", b"\x28\xb5\x2f\xfd"):
        with pytest.raises(StoreError, match="it is damaged"):
            decompress(packed, "it", LIMIT)


def test_a_difference_needs_its_own_base() -> None:
    with pytest.raises(StoreError):
        decompress(compress(b"a ferry with salt " * 9, b"a ferry with salt"), "it", LIMIT, b"another thing altogether")


def editions(seed: int, count: int) -> list[Document]:
    """A document in many editions; now and then nothing of it stays."""
    random, texts, made = Random(seed), list[str](), list[Document]()
    for n in range(count):
        if n % 7 == 0:
            texts = [sentence(random) for _ in range(12)]
        texts[random.randrange(12)] = sentence(random)
        made.append(brief(*texts, title="나루터", heading=f"{n + 1}. 봄"))
    return made


def bases(store: Store) -> list[int | None]:
    with store.read_transaction() as connection:
        return list(connection.execute(select(revisions.c.base).order_by(revisions.c.revision)).scalars())


@pytest.mark.parametrize("seed", range(3))
def test_every_revision_reads_as_it_was_kept(tmp_path: Path, seed: int) -> None:
    store, made = Store.at(tmp_path / "home"), editions(seed, 16)
    for document in made:
        save(store, "ferry.txt", document)
        if len(store.ledger.document(id_ := store.find("ferry.txt").id).revisions) == 2:  # as the first release kept it
            with store.write_transaction() as connection:
                contents = zlib.compress(document_json(document), 9)
                connection.execute(
                    update(revisions).where(revisions.c.revision == 2).values(contents=contents, base=None)
                )
    rests = bases(store)
    assert [base for base in rests if base is not None and rests[base - 1] is not None] == []
    assert 10 <= len([base for base in rests if base]) <= 14
    assert 2 in rests
    assert [store.ledger.document_at(id_, n) for n in range(1, 17)] == made
    backup(store, tmp_path / "all.gakju")
    for other, take in ((Store.at(tmp_path / "moved"), restore), (Store.at(tmp_path / "merged"), merge)):
        take(other, tmp_path / "all.gakju")  # type: ignore[operator]
        assert [other.ledger.document_at(id_, n) for n in range(1, 17)] == made
        assert other.original(id_) == store.original(id_)
        other.close()
    with store.write_transaction() as connection:
        connection.execute(update(revisions).where(revisions.c.revision == 2).values(contents=b"damaged"))
    with pytest.raises(StoreError, match="revision 2 of document number 1 is damaged"):
        store.ledger.document_at(id_, rests.index(2) + 1)
    purge(store, tmp_path / "home", 1, "보기")
    assert [store.ledger.document_at(id_, n) for n in range(1, 17)] == [None] * 16
    assert store.original(id_).data == b""
    store.close()


def test_a_damaged_revision_does_not_keep_the_next_from_being_kept(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        with store.write_transaction() as connection:
            connection.execute(update(revisions).values(contents=b"damaged"))
        save(store, "ferry.txt", LATER)
        id_ = store.find("ferry.txt").id
        assert store.ledger.document_at(id_, 2) == LATER
        with pytest.raises(StoreError, match="revision 1 of document number 1 is damaged"):
            store.ledger.document_at(id_, 1)


def test_a_file_lies_compressed_where_that_is_shorter_and_as_it_is_where_not(tmp_path: Path) -> None:
    with stored(tmp_path) as store:
        for n, data in enumerate([b"salt " * 999, compress(b"salt " * 999), b""]):
            digest = str(n) * 64
            with store.write_transaction() as connection:
                save_original(connection, Bytes(digest, data, "text/plain"))
                row = connection.execute(select(originals).where(originals.c.sha256 == digest)).one()
                assert (row.packed, len(row.data) < 100) == ("zstd" if n == 0 else None, True)
                ferry = revisions.c.document == 1
                connection.execute(update(revisions).where(ferry).values(sha256=digest))
            assert store.ledger.original_at(store.find("ferry.txt").id, 1).data == data
        with store.write_transaction() as connection:
            connection.execute(update(originals).values(data=b"\x28\xb5\x2f\xfd", packed="zstd"))
        with pytest.raises(StoreError, match=r"the original of ferry\.txt is damaged"):
            store.original(store.find("ferry.txt").id)
        assert store.ledger.document_at(store.find("ferry.txt").id, 1) == FERRY


def test_a_frame_that_says_it_is_empty_is_not_believed() -> None:
    whole = bytearray(compress(b"\x00"))
    for value in range(256):
        for kept in range(6, len(whole)):
            damaged = bytes((*whole[:4], value, *whole[5:kept]))
            with suppress(StoreError):
                assert decompress(damaged, "it", LIMIT) == b"\x00"  # but for its checksum, all may be there
    assert decompress(compress(b""), "it", LIMIT) == b""
