"""How do arrays lie in a file? One after another, named, mapped into memory and never copied.

A file opens with eight letters, the length of its head and the head: JSON that says of every array its kind of number,
where it begins and how many there are, and whose file it is. It ends in a seal (`seal`). A file that was cut or belongs
to another is refused when it is opened; a letter that is another is found by whoever reads all of it.
"""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from archive.engine.evaluation import Array
from archive.engine.whoosh.seal import SEAL, seal_of
from archive.errors import StaleIndex

MAGIC = b"gakju-a3"
ALIGNED = 64  # bytes: the line of a processor's cache


def write_arrays(path: Path, owner: str, arrays: Mapping[str, Array]) -> None:
    """Writes arrays of one dimension; what is there is on the disk when this returns."""
    described, at = {}, 0
    for name, array in arrays.items():
        described[name] = (array.dtype.str, at, len(array))
        at += -(-array.nbytes // ALIGNED) * ALIGNED
    head = json.dumps({"owner": owner, "bytes": at, "arrays": described}).encode()
    head += b" " * (-(len(MAGIC) + 8 + len(head)) % ALIGNED)
    seal = seal_of()
    with path.open("wb") as file:
        for part in _parts(head, arrays):
            file.write(part)
            seal.update(part)
        file.write(seal.digest())
        file.flush()
        os.fsync(file.fileno())


def _parts(head: bytes, arrays: Mapping[str, Array]) -> Iterator[bytes]:
    yield MAGIC + len(head).to_bytes(8, "little") + head
    for array in arrays.values():
        yield np.ascontiguousarray(array).tobytes()
        yield b"\0" * (-array.nbytes % ALIGNED)


def map_arrays(path: Path, owner: str) -> dict[str, Array]:
    """The arrays of a file, read only when they are looked at.

    Raises:
        StaleIndex: it is not there, is cut, or was not written for this owner.
    """
    try:
        whole = np.memmap(path, np.uint8, "r")
        start = len(MAGIC) + 8
        start += int.from_bytes(whole[len(MAGIC) : start].tobytes(), "little")
        head = json.loads(whole[len(MAGIC) + 8 : start].tobytes())
        if (
            whole[: len(MAGIC)].tobytes() != MAGIC
            or head["owner"] != owner
            or len(whole) != start + head["bytes"] + SEAL
        ):
            raise ValueError("another file, or a part of one")
        described = head["arrays"].items()
        return {name: np.frombuffer(whole, kind, count, start + at) for name, (kind, at, count) in described}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StaleIndex(f'{path.name} of the search index cannot be read ({error}): run "gakju index"') from error
