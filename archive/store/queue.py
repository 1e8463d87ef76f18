"""Which passages has the search index not taken in yet? The queue between the store and the index."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, distinct, func, insert, select, update

from archive.model import CONTEXTS
from archive.store.changes import record_change
from archive.store.connection import Database, chunks, insert_all
from archive.store.schema import passages, queue


class QueueEntry(NamedTuple):
    """A passage to be written into the index, or with `gone` taken out of it."""

    key: int
    document: int  # its number
    gone: bool


class Queue:
    """The queue kept in a store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self) -> list[QueueEntry]:
        """What waits, by key."""
        with self._database.read_transaction() as connection:
            return [QueueEntry(*row) for row in connection.execute(select(queue).order_by(queue.c.key))]

    def remove(self, keys: Sequence[int]) -> None:
        """Takes out what the index has taken in."""
        with self._database.write_transaction() as connection:
            for part in chunks(keys):
                connection.execute(delete(queue).where(queue.c.key.in_(part)))

    def enqueue_all(self) -> None:
        """Puts in every passage that can be found. What has gone waits on: the index of before may yet be asked."""
        with self._database.write_transaction() as connection:
            connection.execute(delete(queue).where(queue.c.gone.is_(False)))
            found = select(passages.c.key, passages.c.document, passages.c.key < 0).where(passages.c.findable)
            connection.execute(insert(queue).from_select(["key", "document", "gone"], found))

    def count_due(self) -> int | None:
        """How many passages the index holds if it took in all that it was given; None while it is owed some."""
        with self._database.read_transaction() as connection:
            if connection.execute(select(queue.c.key).limit(1)).first():
                return None
            return connection.execute(
                select(func.count()).select_from(passages).where(passages.c.findable)
            ).scalar_one()

    def count_documents(self) -> int:
        """How many documents the index has not taken in whole."""
        with self._database.read_transaction() as connection:
            return connection.execute(select(func.count(distinct(queue.c.document)))).scalar_one()


def findable_keys(connection: Connection, number: int) -> list[int]:
    """The passages of a document that can be found, by key."""
    found = select(passages.c.key).where((passages.c.document == number) & passages.c.findable)
    return list(connection.execute(found).scalars())


def enqueue(connection: Connection, number: int, gone: Iterable[int] = (), known: Iterable[int] = ()) -> None:
    """Puts in what can be found of a document, and what has gone of it now or while it was waiting.

    `known` are passages that the index holds as they are: they wait only if they did before. Whatever changes a
    document comes by here, so that this is where the instant of its last change is set.
    """
    record_change(connection, number)
    waiting = {row.key: row.gone for row in connection.execute(select(queue).where(queue.c.document == number))}
    come = set(findable_keys(connection, number)) - (set(known) - set(waiting))
    gone = {*gone, *(key for key, is_gone in waiting.items() if is_gone)} - come
    connection.execute(delete(queue).where(queue.c.document == number))
    rows = [{"key": key, "document": number, "gone": key in gone} for key in sorted(come | gone)]
    insert_all(connection, queue, rows)


def hide(connection: Connection, number: int) -> None:
    """Takes all of a document out of search."""
    gone = findable_keys(connection, number)
    connection.execute(update(passages).where(passages.c.document == number).values(findable=False))
    enqueue(connection, number, gone)


def show(connection: Connection, number: int) -> None:
    """Puts a document that was hidden back into search."""
    here = (passages.c.document == number) & passages.c.kind.not_in([kind.value for kind in CONTEXTS])
    connection.execute(update(passages).where(here).values(findable=True))
    enqueue(connection, number)
