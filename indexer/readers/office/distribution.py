"""What does a distributed document (배포용 문서) of Hangul say? Its sections are enciphered by a key they hold.

The first record of a section holds 256 bytes: a number, from which a row of random bytes follows that hides the key.
Source: 한글 문서 파일 형식, 배포용 문서, revision 1.2 (한글과컴퓨터): AES-128 in ECB, the random numbers of Visual C.
"""

from collections.abc import Iterator

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from archive.errors import SourceError
from indexer.readers.office.hwp_records import DISTRIBUTION

HEAD, BLOCK = 4, 256


def deciphered(data: bytes, name: str) -> bytes:
    """The bytes of a section, packed as in other documents.

    Raises:
        SourceError: its first record isn't that of such a section, or it is cut off.
    """
    head = int.from_bytes(data[:HEAD], "little")
    whole = len(data) > HEAD + BLOCK and (len(data) - HEAD - BLOCK) % 16 == 0
    if head & 0x3FF != DISTRIBUTION or head >> 20 != BLOCK or not whole:
        raise SourceError(f"{name} is a distributed document (배포용) and damaged: give the original, saved as .hwpx")
    hidden = data[HEAD : HEAD + BLOCK]
    mask = _mask(int.from_bytes(hidden[:4], "little"))
    at = 4 + (hidden[0] & 0xF)
    key = bytes(letter ^ hides for letter, hides in zip(hidden[at : at + 16], mask[at : at + 16], strict=True))
    decryptor = Cipher(algorithms.AES128(key), modes.ECB()).decryptor()
    return decryptor.update(data[HEAD + BLOCK :]) + decryptor.finalize()


def _mask(seed: int) -> bytes:
    """The row of random bytes: one after another, each as often as the next number says."""
    numbers, mask = _random(seed), bytearray()
    while len(mask) < BLOCK:
        letter = next(numbers) & 0xFF
        mask += bytes([letter]) * ((next(numbers) & 0xF) + 1)
    return bytes(mask[:BLOCK])


def _random(seed: int) -> Iterator[int]:
    """`rand()` of Microsoft's C library after `srand(seed)`."""
    while True:
        seed = (seed * 214013 + 2531011) & 0xFFFFFFFF
        yield seed >> 16 & 0x7FFF
