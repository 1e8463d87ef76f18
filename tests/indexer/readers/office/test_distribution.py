"""A distributed document is deciphered by the key that lies in it."""

import struct

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from archive.errors import SourceError
from indexer.readers.office import read_hwp
from indexer.readers.office.distribution import _mask, deciphered
from tests.indexer.readers.office.hangul_files import deflated, hwp, p, section_of
from tests.indexer.readers.office.reading import short


def enciphered(data: bytes, seed: int = 0x1234567) -> bytes:
    """A section as Hangul writes it: the key behind its mask, then the data in whole blocks."""
    key, at = b"0123456789abcdef", 4 + (seed & 0xF)
    mask = _mask(seed)
    hidden = bytearray(256)
    hidden[:4] = struct.pack("<I", seed)
    hidden[at : at + 16] = bytes(a ^ b for a, b in zip(key, mask[at : at + 16], strict=True))
    encryptor = Cipher(algorithms.AES128(key), modes.ECB()).encryptor()
    return struct.pack("<I", 0x1C | 256 << 20) + bytes(hidden) + encryptor.update(data + bytes(-len(data) % 16))


def test_a_section_is_deciphered_with_the_key_that_lies_in_it() -> None:
    assert deciphered(enciphered(b"0123" * 8), "강.hwp") == b"0123" * 8


def test_a_distributed_document_is_read_from_its_own_streams() -> None:
    packed = deflated(section_of([p("강이 흐른다.")]))
    packed += bytes(4_096 - len(packed) - 260)
    data = hwp([p("보이지 않는 글.")], flags=1 | 4, streams={"ViewText/Section0": enciphered(packed)})
    assert short(read_hwp(data, "강.hwp")) == [("paragraph", "강이 흐른다.")]


@pytest.mark.parametrize("data", [b"", bytes(300), enciphered(b"0123" * 8)[:-3]], ids=["none", "no record", "cut off"])
def test_a_damaged_section_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"강\.hwp is a distributed document \(배포용\) and damaged"):
        deciphered(data, "강.hwp")
