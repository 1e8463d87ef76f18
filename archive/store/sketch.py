"""Which documents may say nearly the same? The smallest hashes of each one's letter n-grams: alike texts share most.

The hashes are stored: another way to make them needs another version of the schema, for `upgrade` to make them anew.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, select

from archive.model import PassageDraft, PassageKind
from archive.store.connection import insert_all
from archive.store.schema import documents, passages, sketches
from archive.text import bare

SHINGLE = 8  # letters; shorter ones are shared by any two Korean texts
SKETCH = 32  # bottom hashes of a document; with 32, texts that share 60 % share some with near certainty

Numbers = NDArray[np.uint64]

# The finalizer of SplitMix64, under which every bit of a number changes half the bits of its hash.
# Source: G. Steele, D. Lea, C. Flood, Fast Splittable Pseudorandom Number Generators (2014).
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIXED = ((np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)), (np.uint64(27), np.uint64(0x94D049BB133111EB)))
_LAST, _SIGN = np.uint64(31), np.uint64(1)


def sketch(drafts: Sequence[PassageDraft]) -> list[int]:
    """The smallest hashes of the letter n-grams of a text, below 2^63: near-identical texts share most of theirs."""
    return list(_sketch(tuple(draft.text for draft in drafts if draft.kind is not PassageKind.TITLE)))


@lru_cache(maxsize=8)  # of a document that comes in it is asked for twice
def _sketch(texts: tuple[str, ...]) -> tuple[int, ...]:
    if not texts:
        return ()
    return tuple(np.unique(_hashes([bare(text) for text in texts]))[:SKETCH].tolist())


def _hashes(texts: Sequence[str]) -> Numbers:
    """The hashes of the n-grams of these letters, text by text; of a shorter text that of the text itself."""
    filled = [letters.ljust(SHINGLE, "\0") for letters in texts]
    codes = np.frombuffer("".join(filled).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    found = np.zeros(len(codes) - SHINGLE + 1, np.uint64)
    for place in range(SHINGLE):
        found = found * _FACTOR + codes[place : place + len(found)]
    within = np.ones(len(found), bool)
    ends = np.cumsum([len(letters) for letters in filled])[:-1]
    within[(ends[:, None] - np.arange(1, SHINGLE)).ravel()] = False  # n-grams that go on into the next text
    return _mixed(found[within]) >> _SIGN


def _mixed(numbers: Numbers) -> Numbers:
    for shift, factor in _MIXED:
        numbers = (numbers ^ (numbers >> shift)) * factor
    return numbers ^ (numbers >> _LAST)


def save_sketch(connection: Connection, number: int, drafts: Sequence[PassageDraft]) -> None:
    """Keeps the sketch of a document's current revision."""
    _save(connection, number, sketch(drafts))


def save_all_sketches(connection: Connection) -> None:
    """Makes the sketches of all documents anew."""
    for number in connection.execute(select(documents.c.number)).scalars().all():
        said = select(passages.c.text).where((passages.c.document == number) & (passages.c.kind != PassageKind.TITLE))
        _save(connection, number, _sketch(tuple(connection.execute(said).scalars())))


def _save(connection: Connection, number: int, values: Iterable[int]) -> None:
    connection.execute(delete(sketches).where(sketches.c.document == number))
    insert_all(connection, sketches, [{"document": number, "value": value} for value in values])
