"""Is a backup as it was written? Its digest, of all that stands before it, is the last thing in the file.

It lies in the comment of the zip, so that any program still opens the file.
"""

from hashlib import sha256
from pathlib import Path
from typing import IO

EMPTY = b"sha256 " + b"0" * 64  # the comment until the digest is known
CHUNK = 1 << 20  # bytes read at once


def add_seal(path: Path) -> None:
    """Seals a zip whose comment is EMPTY.

    Raises:
        OSError: it cannot be written.
    """
    with path.open("r+b") as file:
        digest = _digest(file)
        file.seek(-64, 2)
        file.write(digest)


def is_whole(path: Path) -> bool:
    """Whether the file is as it was sealed.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.seek(0, 2) > 64 and _digest(file) == file.read()


def _digest(file: IO[bytes]) -> bytes:
    """The digest of all but the last 64 bytes, in hexadecimal; the file stands after them then."""
    left = file.seek(0, 2) - 64
    file.seek(0)
    digest = sha256()
    while left > 0 and (part := file.read(min(CHUNK, left))):
        digest.update(part)
        left -= len(part)
    return digest.hexdigest().encode()
