"""Is this the same source as that? An id for each source that a note cites, the same in every note and document.

It is made of the letters of the title, the outlet by the table (or its letters), the author where there is no outlet,
and the date. Titles alone would join what a state body publishes under one heading week by week; the date keeps it
apart. A source without a title is known by its address on the web, or by outlet and date; where less is printed it is
not known at all.

A work is what is known without the table of outlets: title and date, or an address. It never changes with the table.
"""

import base64
from hashlib import blake2b
from typing import Protocol

from archive.citing.outlets import Outlets
from archive.model import Citation
from archive.text import bare

ID_LENGTH = 10  # letters of an id, 50 bits: of a million sources two share one with a chance of 1 in 2,000


def work_digest(citation: Citation) -> int | None:
    """The work of a source as a number of 56 bits; None where too little is printed to know it by.

    Never to be changed: it is stored, and ids are made of it.
    """
    work = _work(citation)
    if work is None:
        return None
    return int.from_bytes(blake2b(work.encode("utf-8", "replace"), digest_size=7).digest())


class PrintedSource(Protocol):
    """What is printed of a source."""

    @property
    def title(self) -> str | None: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def author(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...


def place_of(citation: PrintedSource, table: Outlets) -> str:
    """Where a source appeared: the outlet's id, or its letters, or the author's; "" for one known by its address."""
    if not citation.title and citation.url:
        return ""
    return outlet_id(citation.outlet, table) if citation.outlet else bare(citation.author or "")


def outlet_id(printed: str, table: Outlets) -> str:
    """The id of an outlet: its own if the table knows it, else its letters."""
    row = table.find(printed)
    return row.id if row else bare(printed)


def source_id(work: int, place: str) -> str:
    """The id of a source, by which its page is addressed. Never to be changed: addresses are made of it."""
    digest = blake2b(f"{work} {place}".encode("utf-8", "replace"), digest_size=10).digest()
    return base64.b32encode(digest).decode().lower()[:ID_LENGTH]


def find_source(citation: Citation, table: Outlets) -> str | None:
    """The id of the source that is cited; None where too little is printed to know it by."""
    work = work_digest(citation)
    return None if work is None else source_id(work, place_of(citation, table))


def _work(citation: Citation) -> str | None:
    if not citation.title:
        if citation.url:
            return f"url:{citation.url.rstrip('/').removeprefix('https://').removeprefix('http://')}"
        if not (citation.outlet and citation.date):
            return None
    # Print sets ё or е as it likes: they are one letter of the same word.
    return f"{bare(citation.title or '').replace('ё', 'е')}|{citation.date or ''}"
