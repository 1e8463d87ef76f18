"""How is a document taken down? Withdrawn, it can be put back; purged, its text is gone for good.

Taking down is the one exception to "what was cited never changes", and the about page says so. The address, the reason
and the day stay and are answered. Purges are also written into a file of the home, outside the database, so that a
backup from before a purge cannot bring the text back.
"""

import json
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select, update

from archive.errors import LedgerError, StoreError
from archive.lexicon import CHUNK, words_in
from archive.passage import CONTEXTS
from archive.store import Store
from archive.store.codec import unpack
from archive.store.history import withdrawal_of
from archive.store.schema import (
    blocks,
    documents,
    forms,
    notes,
    originals,
    passages,
    pending,
    problems,
    sketches,
    sounds,
    states,
    withdrawals,
    wordings,
    words,
)

PURGES = "purged.jsonl"
BATCH = 500  # passages read at once


def withdraw(store: Store, number: int, reason: str, today: str | None = None) -> None:
    """Takes a document out of search and lists; its addresses say that it is withdrawn, why and when.

    Raises:
        LedgerError: no reason is given, or it is withdrawn already.
    """
    if not reason.strip():
        raise LedgerError("a reason is needed: readers who follow a link will see it")
    with store.writing() as connection:
        if withdrawal_of(connection, number):
            raise LedgerError("the document is withdrawn already")
        since = today or date.today().isoformat()
        connection.execute(insert(withdrawals).values(document=number, since=since, reason=reason.strip(), purged=False))
        _hide(connection, number)


def put_back(store: Store, number: int) -> None:
    """Undoes a withdrawal.

    Raises:
        LedgerError: it is not withdrawn, or its text is gone.
    """
    with store.writing() as connection:
        found = withdrawal_of(connection, number)
        if found is None or found.purged:
            raise LedgerError("the document is purged: its text is gone" if found else "the document is not withdrawn")
        connection.execute(delete(withdrawals).where(withdrawals.c.document == number))
        shown = (passages.c.document == number) & passages.c.kind.not_in([kind.value for kind in CONTEXTS])
        connection.execute(update(passages).where(shown).values(findable=True))
        connection.execute(delete(pending).where(pending.c.document == number))
        owed = select(passages.c.key, passages.c.document, passages.c.key < 0).where(shown)
        connection.execute(insert(pending).from_select(["key", "document", "gone"], owed))


def purge(store: Store, home: Path, number: int, reason: str, today: str | None = None) -> None:
    """Destroys the text, the originals and every wording of a document.

    Raises:
        StoreError: the home's list of purges cannot be written; nothing is purged then.
    """
    since = today or date.today().isoformat()
    with store.writing() as connection:
        row = connection.execute(select(documents.c.id).where(documents.c.number == number)).one()
        digests = list(connection.execute(select(states.c.letters).where(states.c.document == number)).scalars())
        remember(home, {"document": row.id, "letters": digests, "reason": reason, "since": since})
        _destroy(connection, number, reason, since)
        _forget(connection)
    store.compact()


def remember(home: Path, purged: dict[str, object]) -> None:
    """Adds to the home's list of purges, which no restore takes away."""
    try:
        with (home / PURGES).open("a", encoding="utf-8") as file:
            file.write(json.dumps(purged, ensure_ascii=False) + "\n")
    except OSError as error:
        raise StoreError(f"{home / PURGES} cannot be written: {error.strerror}; nothing was purged") from error


def purge_again(store: Store, home: Path) -> int:
    """Purges what the home's list names, after a restore. Returns how many documents had come back."""
    if not (home / PURGES).exists():
        return 0
    listed = [json.loads(line) for line in (home / PURGES).read_text("utf-8").splitlines() if line.strip()]
    count = 0
    with store.writing() as connection:
        for purged in listed:
            same = states.c.letters.in_(purged["letters"])
            numbers = set(connection.execute(select(states.c.document).where(same)).scalars())
            numbers |= set(connection.execute(select(documents.c.number).where(documents.c.id == purged["document"])).scalars())
            for number in sorted(numbers):
                found = withdrawal_of(connection, number)
                if found is None or not found.purged:
                    _destroy(connection, number, purged["reason"], purged["since"])
                    count += 1
        _forget(connection)
    store.compact()
    return count


def _hide(connection: Connection, number: int) -> None:
    keys = list(connection.execute(select(passages.c.key).where((passages.c.document == number) & passages.c.findable)).scalars())
    connection.execute(update(passages).where(passages.c.document == number).values(findable=False))
    connection.execute(delete(pending).where(pending.c.document == number))
    if keys:
        connection.execute(insert(pending), [{"key": key, "document": number, "gone": True} for key in keys])


def _destroy(connection: Connection, number: int, reason: str, since: str) -> None:
    _hide(connection, number)
    connection.execute(delete(withdrawals).where(withdrawals.c.document == number))
    connection.execute(insert(withdrawals).values(document=number, since=since, reason=reason, purged=True))
    held = set(connection.execute(select(states.c.sha256).where(states.c.document == number)).scalars())
    held |= set(connection.execute(select(documents.c.sha256).where(documents.c.number == number)).scalars())
    held |= set(connection.execute(select(forms.c.sha256).where(forms.c.document == number)).scalars())
    connection.execute(update(originals).where(originals.c.sha256.in_(held)).values(data=b""))
    for table in (blocks, notes, problems, passages, sketches):
        connection.execute(delete(table).where(table.c.document == number))
    connection.execute(update(wordings).where(wordings.c.document == number).values(text=None))
    connection.execute(update(states).where(states.c.document == number).values(reading=None))
    connection.execute(update(documents).where(documents.c.number == number).values(metadata={}, lines=[], digest=""))


def _forget(connection: Connection) -> None:
    """Strikes out of the vocabulary what no passage says any more: words of every state that a document ever had."""
    said: set[str] = set()
    query = select(passages.c.text, passages.c.tokens).execution_options(yield_per=BATCH)
    for text, tokens in connection.execute(query):
        said.update(word.form for word in words_in(text, unpack(tokens)))
    gone = [form for form in connection.execute(select(words.c.form)).scalars() if form not in said]
    for start in range(0, len(gone), CHUNK):
        part = gone[start : start + CHUNK]
        connection.execute(delete(sounds).where(sounds.c.form.in_(part)))
        connection.execute(delete(words).where(words.c.form.in_(part)))
