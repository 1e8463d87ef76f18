"""What does an archive hold, and what is asked of it? One class of what its modules know, each call a transaction."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from archive.errors import NoArchive, StoreError
from archive.store import dialect
from archive.store.changes import Changes
from archive.store.citations import Citations
from archive.store.damage import Damage
from archive.store.document_writer import save_document
from archive.store.documents import Documents
from archive.store.files import Files, save_form
from archive.store.homes import FILE, absence
from archive.store.identity import free_documents, identify
from archive.store.ledger import Ledger
from archive.store.lexicon import Lexicon
from archive.store.listing import Listings
from archive.store.margins import PassageMargins
from archive.store.moves import Moves
from archive.store.outcomes import IncomingDocument, MatchedBy, Outcome, SaveResult
from archive.store.passages import Passages
from archive.store.queue import Queue
from archive.store.records import FormRecord
from archive.store.schema import VERSION
from archive.store.takedown import Withdrawals
from archive.store.upgrade import upgrade


class Store(Listings, Documents, Passages, PassageMargins, Files):
    """What an archive holds. Every call is one transaction."""

    def __init__(self, url: str, make: bool = True) -> None:
        super().__init__(url, make)
        if self.setting("schema") != str(VERSION):
            with self.write_transaction() as connection:
                upgrade(connection)
        self.citations = Citations(self)
        self.ledger = Ledger(self)
        self.queue = Queue(self)
        self.lexicon = Lexicon(self)
        self.moves = Moves(self)
        self.withdrawals = Withdrawals(self)
        self.changes = Changes(self)
        self.damage = Damage(self)

    @classmethod
    def at(cls, home: Path, url: str | None = None, make: bool = True) -> "Store":
        """The store of a home folder, in its own SQLite file or at `url`; with `make` both are made if need be.

        Raises:
            StoreError: it cannot be opened or made; without `make`: there is none.
        """
        file = home / FILE
        try:
            if make:
                home.mkdir(mode=0o700, parents=True, exist_ok=True)
            there = file.exists()
            if there and not file.stat().st_size and any(home.glob("index-*")):
                raise StoreError(f"{file} is empty and has held an archive: gakju restore BACKUP into another home")
        except OSError as error:
            raise StoreError(
                f"the archive's home {home} cannot be {'made' if make else 'opened'}: {error.strerror}; "
                "choose another with --home"
            ) from error
        if not make and not url and not there:
            raise NoArchive(absence(home))
        return cls(url or dialect.sqlite_url(file), make)

    def free_documents(self, paths: Iterable[str] = ()) -> set[int]:
        """The documents that may go on in another file: theirs is missing, or among these, which are read anew."""
        with self.read_transaction() as connection:
            return free_documents(connection, paths)

    def save_document(
        self,
        incoming: IncomingDocument,
        forms: Sequence[FormRecord] = (),
        free: set[int] | None = None,
        final: bool = True,
    ) -> Outcome:
        """Keeps a document: as a new one, a new revision of a known one, or another file of one; and its other files.

        `free` holds the documents that may go on in it; what it becomes is taken out. Nothing is kept while it is not
        `final` and another file may be the same document with better reason.

        Raises:
            LedgerError: the side file replaces a document that is not here.
        """
        with self.write_transaction() as connection:
            free = free_documents(connection, [incoming.origin.path]) if free is None else free
            identity = identify(connection, incoming.origin, incoming.drafts, free, final)
            if identity.why is MatchedBy.UNDECIDED:
                return Outcome(0, "", SaveResult.UNDECIDED, identity)
            outcome = save_document(connection, incoming, identity)
            for form in forms if outcome.result is not SaveResult.DOWN else ():
                save_form(connection, form, outcome.number)
        free.discard(outcome.number)
        return outcome
