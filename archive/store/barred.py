"""From where is nothing taken in any more? The places of purged documents, which no file of today may fill again.

A file that a purged document was read from may still lie in its folder, as it was or edited. What it is called may
say what was destroyed, so places are kept as digests. A side file that says `replaces = "new"` admits the place anew.
"""

from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import Connection, delete, select

from archive.store.connection import chunks, insert_all
from archive.store.schema import barred


def place_digest(path: str, entry: str = "") -> str:
    """The digest of a file, or of an entry of a collection."""
    return sha256(f"{path}\0{entry}".encode("utf-8", "surrogatepass")).hexdigest()


def bar(connection: Connection, number: int, places: Iterable[tuple[str, str]]) -> None:
    """Bars these (path, entry)s for a purged document."""
    known = set(connection.execute(select(barred.c.place).where(barred.c.document == number)).scalars())
    coming = sorted({place_digest(*place) for place in places} - known)
    insert_all(connection, barred, [{"place": place, "document": number} for place in coming])


def barred_for(connection: Connection, path: str, entry: str) -> int | None:
    """The purged document that bars a place."""
    query = select(barred.c.document).where(barred.c.place == place_digest(path, entry))
    number: int | None = connection.execute(query.order_by(barred.c.document).limit(1)).scalar()
    return number


def barred_files(connection: Connection, paths: Iterable[str]) -> set[str]:
    """Those of these files that are barred as a whole."""
    digests = {place_digest(path): path for path in paths}
    return {
        digests[place]
        for part in chunks(list(digests))
        for place in connection.execute(select(barred.c.place).where(barred.c.place.in_(part))).scalars()
    }


def admit(connection: Connection, path: str, entry: str) -> None:
    """Lets a place be filled again."""
    connection.execute(delete(barred).where(barred.c.place == place_digest(path, entry)))
