"""Which documents say this, too? Passages of today by a digest of their letters, if they say enough to be known by."""

from collections.abc import Iterable
from hashlib import blake2b

from sqlalchemy import Connection, delete, select

from archive.alignment import known_letters
from archive.store.connection import chunks, insert_all
from archive.store.schema import documents, occurrences, passages, settings

RUN = "run"  # the number of the run of the indexer that is going on, or of the next one


def digest_of(text: str | None) -> int | None:
    """The digest by which these words are known in any document; None where they say too little."""
    letters = known_letters(text or "")
    return int.from_bytes(blake2b(letters.encode(), digest_size=7).digest()) if letters else None


def run_number(connection: Connection) -> int:
    """The number of the run that is going on. A run that was killed is gone on with by the next one."""
    return int(connection.execute(select(settings.c.value).where(settings.c.name == RUN)).scalar() or 1)


def save_occurrences(connection: Connection, number: int, texts: Iterable[str], run: int | None = None) -> None:
    """Keeps what a document says now. What it said before keeps the run in which it came; the rest is new in `run`."""
    here = occurrences.c.document == number
    before = {row.value: row.run for row in connection.execute(select(occurrences).where(here))}
    connection.execute(delete(occurrences).where(here))
    run = run_number(connection) if run is None else run
    values = {value for text in texts if (value := digest_of(text)) is not None}
    rows = [{"value": value, "document": number, "run": before.get(value, run)} for value in sorted(values)]
    insert_all(connection, occurrences, rows)


def save_all_occurrences(connection: Connection) -> None:
    """Makes the table anew, as if every passage had stood there always."""
    for number in connection.execute(select(documents.c.number)).scalars().all():
        texts = connection.execute(select(passages.c.text).where(passages.c.document == number)).scalars().all()
        save_occurrences(connection, number, texts, run=0)


def holders(connection: Connection, values: Iterable[int]) -> list[int]:
    """The documents in which any of these stand, those that hold most of them first."""
    counts: dict[int, int] = {}
    for part in chunks(sorted(values)):
        for number in connection.execute(select(occurrences.c.document).where(occurrences.c.value.in_(part))).scalars():
            counts[number] = counts.get(number, 0) + 1
    return sorted(counts, key=lambda number: (-counts[number], number))
