"""What happens in the store when a document is taken down? It is hidden and can come back, or its text is destroyed."""

from collections.abc import Callable, Iterable

from sqlalchemy import Connection, delete, insert, select, update

from archive.errors import LedgerError
from archive.model import Withdrawal
from archive.store.connection import Database
from archive.store.ledger import is_absorbed, withdrawal_of
from archive.store.lexicon import strike
from archive.store.queue import hide, show
from archive.store.records import Purged
from archive.store.schema import TEXT, absorbed, documents, forms, originals, revisions, withdrawals, wordings


class Withdrawals:
    """The documents of a store that were taken down."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def has(self, number: int) -> bool:
        """Whether this document is withdrawn."""
        with self._database.read_transaction() as connection:
            return withdrawal_of(connection, number) is not None

    def add(self, number: int, reason: str, since: str) -> None:
        """Hides a document.

        Raises:
            LedgerError: it is withdrawn already.
        """
        with self._database.write_transaction() as connection:
            if withdrawal_of(connection, number):
                raise LedgerError("the document is withdrawn already")
            connection.execute(insert(withdrawals).values(document=number, since=since, reason=reason, purged=False))
            hide(connection, number)

    def undo(self, number: int) -> None:
        """Shows a document again.

        Raises:
            LedgerError: it is not withdrawn, or its text is gone.
        """
        with self._database.write_transaction() as connection:
            found = withdrawal_of(connection, number)
            if found is None or found.purged:
                why = "purged: its text is gone" if found else "not withdrawn"
                raise LedgerError(f"the document is {why}")
            connection.execute(delete(withdrawals).where(withdrawals.c.document == number))
            if is_absorbed(connection, number):
                return
            show(connection, number)

    def purge(self, number: int, reason: str, since: str, remember: Callable[[Purged], None]) -> None:
        """Destroys the text of a document, and of those that stand in it now.

        `remember` is called before anything is destroyed, and nothing is if it fails.
        """
        with self._database.write_transaction() as connection:
            id_ = connection.execute(select(documents.c.id).where(documents.c.number == number)).scalar_one()
            digests = connection.execute(select(revisions.c.letters).where(revisions.c.document == number)).scalars()
            purged = Purged(id_, tuple(digests), reason, since)
            remember(purged)
            for one in (number, *_standing_in(connection, id_)):
                _destroy(connection, one, purged)
            strike(connection)
        self._database.compact()

    def purge_again(self, listed: Iterable[Purged]) -> int:
        """Destroys what is here of documents that were purged before. Returns how many had come back."""
        count = 0
        with self._database.write_transaction() as connection:
            for purged in listed:
                same = select(revisions.c.document).where(revisions.c.letters.in_(purged.letters))
                called = select(documents.c.number).where(documents.c.id == purged.document)
                for number in sorted({*connection.execute(same).scalars(), *connection.execute(called).scalars()}):
                    found = withdrawal_of(connection, number)
                    if found is None or not found.purged:
                        _destroy(connection, number, purged)
                        count += 1
            strike(connection)
        self._database.compact()
        return count


def _standing_in(connection: Connection, id_: str) -> list[int]:
    """The documents that this one absorbed, and those that these had: they said the same."""
    query = select(absorbed.c.document, documents.c.id).join(documents).where(absorbed.c.holder == id_)
    found = connection.execute(query).all()
    return [one for row in found for one in (row.document, *_standing_in(connection, row.id))]


def withdraw_as(connection: Connection, number: int, withdrawal: Withdrawal) -> None:
    """Takes a document down that is the same as one that was: hides it, or destroys its text, for the same reason."""
    if withdrawal.purged:
        _destroy(connection, number, Purged("", (), withdrawal.reason, withdrawal.since))
    elif withdrawal_of(connection, number) is None:
        values = {"since": withdrawal.since, "reason": withdrawal.reason, "purged": False}
        connection.execute(insert(withdrawals).values(document=number, **values))
        hide(connection, number)


def _destroy(connection: Connection, number: int, purged: Purged) -> None:
    hide(connection, number)
    connection.execute(delete(withdrawals).where(withdrawals.c.document == number))
    values = {"document": number, "since": purged.since, "reason": purged.reason, "purged": True}
    connection.execute(insert(withdrawals).values(values))
    held = set(connection.execute(select(revisions.c.sha256).where(revisions.c.document == number)).scalars())
    held |= set(connection.execute(select(documents.c.sha256).where(documents.c.number == number)).scalars())
    held |= set(connection.execute(select(forms.c.sha256).where(forms.c.document == number)).scalars())
    connection.execute(update(originals).where(originals.c.sha256.in_(held)).values(data=b""))
    for table in TEXT:
        connection.execute(delete(table).where(table.c.document == number))
    connection.execute(update(wordings).where(wordings.c.document == number).values(text=None))
    connection.execute(update(revisions).where(revisions.c.document == number).values(contents=None))
    connection.execute(update(documents).where(documents.c.number == number).values(metadata={}, lines=[], digest=""))
