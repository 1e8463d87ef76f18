"""What was an entry of a collection read from? Its own line: up to version 9 of the store the whole file was kept.

So the original of one entry held what another one said, taken down or not.
"""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256

from sqlalchemy import Connection, delete, func, select, update

from archive.errors import StoreError
from archive.store.compression import ORIGINAL, original_of
from archive.store.files import save_original
from archive.store.records import Bytes
from archive.store.schema import documents, forms, originals, revisions

ENTRY_TYPE = "application/json"  # of one line of a collection
_PLACES = ((documents, documents.c.number), (revisions, revisions.c.document))  # where a document names its originals


def part_originals(connection: Connection) -> None:
    """Gives every entry its own line as its original, in each revision; files that nothing needs then are deleted."""
    lines_of = lru_cache(maxsize=2)(lambda digest: _lines(connection, digest))
    whole: set[str] = set()
    query = select(documents.c.number, documents.c.id, documents.c.entry).order_by(documents.c.number)
    for row in connection.execute(query.where(documents.c.entry.not_in(("", "#" + documents.c.id)))).all():
        entry = row.entry.removesuffix(f"#{row.id}")
        for table, number in _PLACES:
            digests = select(table.c.sha256).where(number == row.number).distinct()
            for digest in connection.execute(digests).scalars().all():
                line, encoding = lines_of(digest).get(entry, (b"", None))
                own = Bytes(sha256(line).hexdigest(), line, ENTRY_TYPE, encoding)
                save_original(connection, own)
                here = (number == row.number) & (table.c.sha256 == digest)
                connection.execute(update(table).where(here).values(sha256=own.sha256))
                whole.add(digest)
    _delete_unneeded(connection, whole)


def _lines(connection: Connection, digest: str) -> Mapping[str, tuple[bytes, str | None]]:
    """The lines of a collection and their encoding, by the ids of their entries; of what is damaged, none."""
    row = connection.execute(select(*ORIGINAL).where(originals.c.sha256 == digest)).one()
    try:
        data = original_of("", *row).data
    except StoreError:
        return {}
    found: dict[str, tuple[bytes, str | None]] = {}
    encoding = row.encoding or "utf-8"
    for line in data.decode(encoding, "surrogateescape").removeprefix("\ufeff").split("\n"):
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if isinstance(entry, dict) and "id" in entry:
            found.setdefault(str(entry["id"]), (line.strip().encode(encoding, "surrogateescape"), row.encoding))
    return found


def _delete_unneeded(connection: Connection, digests: Iterable[str]) -> None:
    for digest in digests:
        tables = (documents, revisions, forms)
        query = (select(func.count()).select_from(table).where(table.c.sha256 == digest) for table in tables)
        if not any(connection.execute(one).scalar() for one in query):
            connection.execute(delete(originals).where(originals.c.sha256 == digest))
