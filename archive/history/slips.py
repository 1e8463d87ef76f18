"""Which address may a mistyped one have been? Those of this archive that are one slip away.

A slip is one wrong sign, one too many or too few, or two neighbours that changed places. What is taken down is
not named.
"""

import re
from collections.abc import Iterator

from archive.history.resolution import Resolution, resolve
from archive.model import Address
from archive.store import Store

MOST = 5  # addresses named
DOCUMENT, WHOLE = 5, 10  # signs of the address of a document, and of a passage
_SIGNS = re.compile(r"[^0-9a-z]")


def likely(store: Store, printed: str) -> tuple[Resolution, ...]:
    """What these addresses answer; nothing where `printed` is far from the shape of an address."""
    typed = _SIGNS.sub("", printed.strip().casefold().split("@")[0])
    if abs(len(typed) - DOCUMENT) <= 1:
        found: Iterator[Address] = (Address(id_) for id_ in store.ledger.documents() if _is_slip(typed, id_))
    elif abs(len(typed) - WHOLE) <= 1:
        found = _passages(store, typed)
    else:
        return ()
    answers = [resolve(store, str(address)) for _, address in zip(range(MOST), found, strict=False)]
    return tuple(answer for answer in answers if not answer.withdrawal)


def _passages(store: Store, typed: str) -> Iterator[Address]:
    beginnings = [typed[: DOCUMENT + more] for more in (-1, 0, 1)]
    for document in store.ledger.documents():
        if any(_is_slip(beginning, document) for beginning in beginnings):
            for passage in store.ledger.passages(document):
                address = Address(document, passage)
                if _is_slip(typed, str(address).replace("-", "")):
                    yield address


def _is_slip(typed: str, meant: str) -> bool:
    """Does one slip, or none, make the one of the other?"""
    if len(typed) == len(meant):
        wrong = [i for i, (a, b) in enumerate(zip(typed, meant, strict=True)) if a != b]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return len(wrong) < 2 or (swapped and sorted(typed) == sorted(meant))
    short, long = sorted((typed, meant), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
