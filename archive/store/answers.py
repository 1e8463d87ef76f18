"""What does a permalink answer whose words stand no longer as they were cited? Weighed anew with every revision.

The ledger holds what was said and never changes. The answers follow from it and from what stands today, so they are
made again, all those of a document, whenever it gets a new revision.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select

from archive.alignment import follow
from archive.model import Wording, wording_at
from archive.store.connection import insert_all
from archive.store.ledger import all_wordings, revisions_of
from archive.store.occurrences import digest_of
from archive.store.schema import answers, documents


def save_answers(connection: Connection, number: int) -> None:
    """Puts the answers of a document in the place of those of its last revision."""
    connection.execute(delete(answers).where(answers.c.document == number))
    said = all_wordings(connection, number)
    found = follow(revisions_of(connection, number), said)
    rows = [
        {
            "document": number,
            "id": id_,
            "revision": revision,
            "status": followed.status,
            "targets": list(followed.ids),
            "changed": followed.changed,
            "similar": list(followed.similar),
            "letters": digest_of(_words(said[id_], revision)) if followed.status == "gone" else None,
        }
        for (id_, revision), followed in found.items()
    ]
    insert_all(connection, answers, rows)


def _words(said: Sequence[Wording], revision: int) -> str | None:
    wording = wording_at(said, revision)
    return wording.text if wording else None


def save_all_answers(connection: Connection) -> None:
    """Makes the answers of every document that has more than one revision."""
    for number in connection.execute(select(documents.c.number).where(documents.c.revision > 1)).scalars().all():
        save_answers(connection, number)
