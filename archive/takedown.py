"""How is a document taken down? Withdrawn, it can be put back; purged, its text is gone for good.

Taking down is the one exception to "what was cited never changes", and the about page says so. The address, the reason
and the day stay and are answered. Purges are also written into a file of the home, outside the database, so that a
backup from before a purge cannot bring the text back.
"""

import json
from dataclasses import asdict
from datetime import date
from os import fsync
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
    """Destroys the text, the originals and every wording of a document; the index must be made anew then.

    The list is written after the database: what failed there has not happened. Of a purge that is in the database and
    not in the list, since the program was ended between the two, the next one that writes the list adds it.

    Raises:
        StoreError: the home's list of purges or the database cannot be written; nothing is purged then. Or the list or
            what was destroyed cannot be brought onto the disk; the message says that it is purged.
    """
    try:
        (home / PURGES).open("a", encoding="utf-8").close()
    except OSError as error:
        raise StoreError(f"{home / PURGES} cannot be written: {error.strerror}; nothing was purged") from error
    store.withdrawals.purge(number, reason, today or date.today().isoformat())
    remember(store, home)


def remember(store: Store, home: Path) -> None:
    """Brings the home's list of purges, which no restore takes away, in step with the store.

    Raises:
        StoreError: it cannot be written.
    """
    known = {(one.document, one.letters) for one in _listed(home)}
    new = [one for one in store.withdrawals.purged() if (one.document, one.letters) not in known]
    if not new:
        return
    try:
        with (home / PURGES).open("a", encoding="utf-8") as file:
            file.write("\n" * _cut_short(home / PURGES))
            file.writelines(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in new)
            file.flush()
            fsync(file.fileno())
    except OSError as error:
        raise StoreError(
            f"purged, but {home / PURGES} cannot be written: {error.strerror}; make room and run the same command "
            "again, or a backup from before could bring the text back"
        ) from error


def _cut_short(path: Path) -> bool:
    """Does the file end within a line, since the disk was full?"""
    return not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0


def _listed(home: Path) -> list[Purged]:
    """What the list names. A line that a full disk cut short is passed over: the store knows the purge."""
    found = []
    path = home / PURGES
    for line in path.read_text("utf-8", "replace").splitlines() if path.exists() else ():
        try:
            values = json.loads(line)
            found.append(Purged(values["document"], tuple(values["letters"]), values["reason"], values["since"]))
        except (ValueError, KeyError, TypeError):
            continue
    return found


def purge_again(store: Store, home: Path) -> int:
    """Purges what the home's list names, after a restore. Returns how many documents had come back."""
    count = store.withdrawals.purge_again(_listed(home))
    remember(store, home)
    return count
