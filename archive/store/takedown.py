"""What happens in the store when a document is taken down? It is hidden and can come back, or its text is destroyed."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from archive.errors import LedgerError
from archive.model import Withdrawal
from archive.store.barred import bar
from archive.store.connection import Database
from archive.store.files import drop_files
from archive.store.ledger import is_absorbed, withdrawal_of
from archive.store.lexicon import strike
from archive.store.queue import hide, show
from archive.store.records import FileState, Purged
from archive.store.schema import (
    TEXT,
    absorbed,
    corrections,
    documents,
    files,
    forms,
    originals,
    revisions,
    withdrawals,
    wordings,
)

NOWHERE = "purged"  # where a purged document lies: a file's name may say what was destroyed


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

    def purge(self, number: int, reason: str, since: str) -> None:
        """Destroys the text of a document, and of those that stand in it now."""
        with self._database.write_transaction() as connection:
            purged = _purged(connection, number, reason, since)
            for one in (number, *_standing_in(connection, purged.document)):
                _destroy(connection, one, purged)
            strike(connection)

    def purged(self) -> list[Purged]:
        """The documents whose text was destroyed."""
        query = select(withdrawals).where(withdrawals.c.purged).order_by(withdrawals.c.document)
        with self._database.read_transaction() as connection:
            rows = connection.execute(query).all()
            return [_purged(connection, row.document, row.reason, row.since) for row in rows]

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
        return count


def _purged(connection: Connection, number: int, reason: str, since: str) -> Purged:
    id_ = connection.execute(select(documents.c.id).where(documents.c.number == number)).scalar_one()
    digests = connection.execute(select(revisions.c.letters).where(revisions.c.document == number)).scalars()
    return Purged(id_, tuple(digests), reason, since)


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
    held = _originals(connection, number)
    for table in (*TEXT, corrections):
        connection.execute(delete(table).where(table.c.document == number))
    connection.execute(update(wordings).where(wordings.c.document == number).values(text=None))
    connection.execute(update(revisions).where(revisions.c.document == number).values(contents=None))
    _hide_place(connection, number)
    gone: dict[str, object] = {"metadata": {}, "lines": [], "page_labels": None, "digest": ""}
    connection.execute(update(documents).where(documents.c.number == number).values(gone))
    _empty(connection, held)


def _originals(connection: Connection, number: int) -> set[str]:
    """The digests of all files that a document was ever read from, and of its other forms."""
    columns = ((revisions.c.sha256, revisions.c.document), (documents.c.sha256, documents.c.number))
    return {
        digest
        for digests, of in (*columns, (forms.c.sha256, forms.c.document))
        for digest in connection.execute(select(digests).where(of == number)).scalars()
    }


def _empty(connection: Connection, digests: Iterable[str]) -> None:
    """Empties the originals that no document needs whose text is there."""
    gone = select(withdrawals.c.document).where(withdrawals.c.purged)
    columns = ((revisions.c.sha256, revisions.c.document), (documents.c.sha256, documents.c.number))
    for digest in digests:
        needed = any(
            connection.execute(select(of).where(found == digest, of.not_in(gone)).limit(1)).first()
            for found, of in (*columns, (forms.c.sha256, forms.c.document))
        )
        if not needed:
            connection.execute(update(originals).where(originals.c.sha256 == digest).values(data=b"", encoding=None))


def hide_places(connection: Connection) -> None:
    """Takes away what the files of purged documents are called, and what was corrected of them."""
    for number in connection.execute(select(withdrawals.c.document).where(withdrawals.c.purged)).scalars().all():
        connection.execute(delete(corrections).where(corrections.c.document == number))
        _hide_place(connection, number)


def _hide_place(connection: Connection, number: int) -> None:
    """Takes away what a document's files are called; from these places nothing is taken in again."""
    row = connection.execute(select(documents).where(documents.c.number == number)).one()
    entry = row.entry.removesuffix(f"#{row.id}")
    others = set(connection.execute(select(forms.c.path).where(forms.c.document == number)).scalars())
    if row.path != NOWHERE:
        bar(connection, number, [(row.path, entry), *((path, "") for path in others)])
    connection.execute(delete(forms).where(forms.c.document == number))
    if connection.execute(select(files.c.path).where(files.c.path == NOWHERE)).first() is None:
        nothing = {"size": 0, "mtime_ns": 0, "sha256": "", "side": "", "reader": 0, "state": FileState.READ.value}
        connection.execute(insert(files).values(path=NOWHERE, name=NOWHERE, **nothing))
    here = {"path": NOWHERE, "source": NOWHERE, "entry": row.id}
    connection.execute(update(documents).where(documents.c.number == number).values(here))
    drop_files(connection, {row.path, *others} - {NOWHERE})
