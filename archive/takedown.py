"""How is a document taken down? Withdrawn, it can be put back; purged, its text is gone for good.

Taking down is the one exception to "what was cited never changes", and the about page says so. The address, the reason
and the day stay and are answered. Purges are also written into a file of the home, outside the database, so that a
backup from before a purge cannot bring the text back.
"""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

from archive.errors import LedgerError, StoreError
from archive.store import Purged, Store

PURGES = "purged.jsonl"


def withdraw(store: Store, number: int, reason: str, today: str | None = None) -> None:
    """Takes a document out of search and lists; its addresses say that it is withdrawn, why and when.

    Raises:
        LedgerError: no reason is given, or it is withdrawn already.
    """
    if not reason.strip():
        raise LedgerError("a reason is needed: readers who follow a link will see it")
    store.withdrawals.add(number, reason.strip(), today or date.today().isoformat())


def put_back(store: Store, number: int) -> None:
    """Undoes a withdrawal.

    Raises:
        LedgerError: it is not withdrawn, or its text is gone.
    """
    store.withdrawals.undo(number)


def purge(store: Store, home: Path, number: int, reason: str, today: str | None = None) -> None:
    """Destroys the text, the originals and every wording of a document.

    Raises:
        StoreError: the home's list of purges cannot be written; nothing is purged then.
    """
    since = today or date.today().isoformat()
    store.withdrawals.purge(number, reason, since, lambda purged: remember(home, purged))


def remember(home: Path, purged: Purged) -> None:
    """Adds to the home's list of purges, which no restore takes away."""
    try:
        with (home / PURGES).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(purged), ensure_ascii=False) + "\n")
    except OSError as error:
        raise StoreError(f"{home / PURGES} cannot be written: {error.strerror}; nothing was purged") from error


def purge_again(store: Store, home: Path) -> int:
    """Purges what the home's list names, after a restore. Returns how many documents had come back."""
    if not (home / PURGES).exists():
        return 0
    lines = (home / PURGES).read_text("utf-8").splitlines()
    return store.withdrawals.purge_again([Purged(**json.loads(line)) for line in lines if line.strip()])
