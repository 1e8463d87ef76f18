"""Is a file of the index as it was written? It ends in a digest of all that stands before."""

import os
from hashlib import blake2b
from pathlib import Path

SEAL = 16  # bytes at the end of a file
CHUNK = 1 << 20  # bytes read at once


def seal_of(data: bytes = b"") -> blake2b:
    """The seal of these bytes, which more may be added to."""
    return blake2b(data, digest_size=SEAL)


def add_seal(path: Path) -> None:
    """Seals a file that is written; it is on the disk when this returns."""
    with path.open("r+b") as file:
        seal = seal_of(file.read())
        file.write(seal.digest())
        file.flush()
        os.fsync(file.fileno())


def is_whole(path: Path) -> bool:
    """Whether a file is as it was sealed.

    Raises:
        OSError: it is not there, or cannot be read.
    """
    seal, left = seal_of(), path.stat().st_size - SEAL
    with path.open("rb") as file:
        while left > 0 and (part := file.read(min(CHUNK, left))):
            seal.update(part)
            left -= len(part)
        return left == 0 and file.read() == seal.digest()
