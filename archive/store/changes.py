"""Which documents came, changed or went, and when? For programs that keep a copy: feeds, site maps, harvesters.

Every document has one instant, of the last thing that changed what is answered for it: a revision, catalogue data, a
withdrawal and its undoing. It is set where the index is given to know (`queue.enqueue`), for nothing changes past that.
A document that went keeps its place in the list for good, so that copies learn of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, tuple_, update

from archive.errors import NotFound
from archive.store.connection import Database, chunks
from archive.store.listing import shown
from archive.store.schema import absorbed, documents, passages, revisions, withdrawals

FORMAT = "%Y-%m-%dT%H:%M:%SZ"  # UTC to the second. Source: ISO 8601; RFC 3339


@dataclass(frozen=True, slots=True)
class Change:
    """A document that came, changed or, with `gone`, was withdrawn or put into another; `at` is an instant, UTC."""

    number: int
    id: str
    at: str
    gone: bool

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands in the order of all changes."""
        return self.at, self.number


_CHANGE = (documents.c.number, documents.c.id, documents.c.changed, shown(documents.c.number).label("here"))


class Changes:
    """The changes kept in a store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, document_id: str) -> Change:
        """The last change of a document.

        Raises:
            NotFound: there never was one of that id.
        """
        found = self._where(documents.c.id == document_id)
        if not found:
            raise NotFound(f"no document {document_id} in this archive")
        return found[0]

    def between(
        self, since: str = "", until: str = "", after: tuple[str, int] | None = None, limit: int | None = None
    ) -> list[Change]:
        """What changed from one instant to another, both included, earliest first; those that went, too.

        `after` is the place of the change that the list goes on from.
        """
        conditions = list(_between(since, until))
        if after:
            conditions.append(tuple_(documents.c.changed, documents.c.number) > tuple_(*after))
        return self._where(*conditions, limit=limit)

    def count(self, since: str = "", until: str = "") -> int:
        """How many there are between two instants."""
        query = select(func.count()).select_from(documents).where(*_between(since, until))
        with self._database.read_transaction() as connection:
            return connection.execute(query).scalar_one()

    def earliest(self) -> str | None:
        """The instant of the first change that is kept; None in an empty archive."""
        with self._database.read_transaction() as connection:
            found: str | None = connection.execute(select(func.min(documents.c.changed))).scalar()
            return found

    def newest(self) -> str | None:
        """The instant of the last change, whatever went since; None in an empty archive."""
        with self._database.read_transaction() as connection:
            found: str | None = connection.execute(select(func.max(documents.c.changed))).scalar()
            return found

    def latest(self, limit: int, among: Sequence[int] | None = None) -> list[Change]:
        """The documents that are here, last changed first: of all, or of those of these numbers."""
        if among is None:
            here = shown(documents.c.number)
            query = select(*_CHANGE).where(here).order_by(documents.c.changed.desc(), documents.c.number.desc())
            with self._database.read_transaction() as connection:
                return [_change(row) for row in connection.execute(query.limit(limit))]
        found = [one for part in chunks(among) for one in self._where(documents.c.number.in_(part)) if not one.gone]
        return sorted(found, key=lambda one: one.place, reverse=True)[:limit]

    def openings(self, numbers: Iterable[int]) -> dict[int, str]:
        """The first paragraph of each of these documents that has one, by number."""
        first = select(passages.c.document, func.min(passages.c.ordinal).label("ordinal"))
        first = first.where((passages.c.kind == "paragraph") & passages.c.document.in_(sorted(numbers)))
        place = first.group_by(passages.c.document).subquery()
        same = (passages.c.document == place.c.document) & (passages.c.ordinal == place.c.ordinal)
        with self._database.read_transaction() as connection:
            rows = connection.execute(select(passages.c.document, passages.c.text).join(place, same))
            return {row.document: row.text for row in rows}

    def _where(self, *conditions: ColumnElement[bool], limit: int | None = None) -> list[Change]:
        query = select(*_CHANGE).where(*conditions).order_by(documents.c.changed, documents.c.number).limit(limit)
        with self._database.read_transaction() as connection:
            return [_change(row) for row in connection.execute(query)]


def _between(since: str, until: str) -> Iterator[ColumnElement[bool]]:
    if since:
        yield documents.c.changed >= since
    if until:
        yield documents.c.changed <= until


def _change(row: Any) -> Change:
    return Change(row.number, row.id, row.changed, not row.here)


def record_change(connection: Connection, number: int) -> None:
    """A document changes in this moment."""
    now = datetime.now(UTC).strftime(FORMAT)
    connection.execute(update(documents).where(documents.c.number == number).values(changed=now))


def date_changes(connection: Connection) -> None:
    """Gives the documents of an earlier release the day, for want of an instant, on which they last changed or went."""
    days = (
        select(func.max(table.c.since)).where(table.c.document == documents.c.number).scalar_subquery()
        for table in (withdrawals, absorbed, revisions)
    )
    undated = update(documents).where(documents.c.changed.is_(None))
    connection.execute(undated.values(changed=func.coalesce(*days).concat("T00:00:00Z")))
