"""What does an archive hold, and what is asked of it? One class of what its modules know, each call a transaction."""

from collections.abc import Sequence
from pathlib import Path

from archive.errors import StoreError
from archive.store import dialect
from archive.store.documents import Documents
from archive.store.files import Files, save_form
from archive.store.intake import IncomingDocument, Outcome
from archive.store.ledger import Ledger
from archive.store.lexicon import Lexicon
from archive.store.listing import Listings
from archive.store.passages import Passages
from archive.store.queue import Queue
from archive.store.records import FormRecord
from archive.store.revisions import save_document
from archive.store.schema import VERSION
from archive.store.upgrade import upgrade
from archive.store.withdrawals import Withdrawals


class Store(Listings, Documents, Passages, Files):
    """What an archive holds. Every call is one transaction."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        if self.setting("schema") != str(VERSION):
            with self.write_transaction() as connection:
                upgrade(connection)
        self.ledger = Ledger(self)
        self.queue = Queue(self)
        self.lexicon = Lexicon(self)
        self.withdrawals = Withdrawals(self)

    @classmethod
    def at(cls, home: Path, url: str | None = None) -> "Store":
        """The store of a home folder, in its own SQLite file or at `url`; the folder is made if need be."""
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"the archive's home {home} cannot be made: {error.strerror}; choose another with --home"
            ) from error
        return cls(url or dialect.sqlite_url(home / "archive.sqlite"))

    def save_document(self, incoming: IncomingDocument, forms: Sequence[FormRecord] = ()) -> Outcome:
        """Keeps a document: as a new one, a new revision of a known one, or another file of one; and its other files.

        Raises:
            LedgerError: the side file replaces a document that is not here.
        """
        with self.write_transaction() as connection:
            outcome = save_document(connection, incoming)
            for form in forms:
                save_form(connection, form, outcome.number)
            return outcome
