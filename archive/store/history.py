"""What does the store remember of a document? Reads its ledger: states, wordings, what became of each passage."""

import json
import zlib
from collections import defaultdict
from typing import NamedTuple

from sqlalchemy import Connection, select

from archive.document import Reading
from archive.errors import NotFound
from archive.ledger import State, Turn, Withdrawal, Wording
from archive.store.codec import bound_by_position, decode
from archive.store.records import Original
from archive.store.schema import aliases, documents, fates, originals, passages, states, withdrawals, wordings


class Known(NamedTuple):
    """A document's numbers: the archive's own, the public id, the current state."""

    number: int
    id: str
    state: int


def document_row(connection: Connection, document_id: str) -> Known:
    """The document of that id, or of which it is an alias.

    Raises:
        NotFound: no document has or had that id.
    """
    query = select(documents.c.number, documents.c.id, documents.c.state)
    row = connection.execute(query.where(documents.c.id == document_id)).first()
    if row is None and (target := alias(connection, document_id)):
        row = connection.execute(query.where(documents.c.id == target)).first()
    if row is None:
        raise NotFound(f"no document {document_id} in this archive")
    return Known(row.number, row.id, row.state)


def alias(connection: Connection, name: str) -> str | None:
    """What an id of a merged archive is called here."""
    target: str | None = connection.execute(select(aliases.c.target).where(aliases.c.alias == name)).scalar()
    return target


def state_list(connection: Connection, number: int) -> list[State]:
    """The states of a document, the first first."""
    columns = (states.c.state, states.c.since, states.c.cause, states.c.ids)
    rows = connection.execute(select(*columns).where(states.c.document == number).order_by(states.c.state))
    return [State(row.state, row.since, row.cause, tuple(row.ids)) for row in rows]


def reading_at(connection: Connection, number: int, state: int) -> Reading | None:
    """A document as it was read in a state; None once purged.

    Raises:
        NotFound: it never had that state.
    """
    here = (states.c.document == number) & (states.c.state == state)
    row = connection.execute(select(states.c.reading).where(here)).first()
    if row is None:
        raise NotFound(f"the document has no state {state}")
    return decode(Reading, bound_by_position(json.loads(zlib.decompress(row.reading)))) if row.reading else None


def wordings_of(connection: Connection, number: int, id_: str) -> list[Wording]:
    """What a passage said, from its minting on."""
    here = (wordings.c.document == number) & (wordings.c.id == id_)
    query = select(wordings.c.state, wordings.c.kind, wordings.c.text).where(here)
    return [Wording(*row) for row in connection.execute(query.order_by(wordings.c.state))]


def turns_of(connection: Connection, number: int) -> dict[str, list[Turn]]:
    """What became of every passage that did not simply stay."""
    found: dict[str, list[Turn]] = defaultdict(list)
    for row in connection.execute(select(fates).where(fates.c.document == number).order_by(fates.c.state)):
        found[row.id].append(Turn(row.state, row.status, tuple(row.targets)))
    return found


class Now(NamedTuple):
    """A passage of the current state."""

    kind: str
    text: str
    since: int | None


def texts_now(connection: Connection, number: int, ids: list[str]) -> dict[str, Now]:
    """Passages of the current state, by id."""
    query = select(passages.c.id, passages.c.kind, passages.c.text, passages.c.since)
    rows = connection.execute(query.where((passages.c.document == number) & passages.c.id.in_(ids)))
    return {row.id: Now(row.kind, row.text, row.since) for row in rows}


def withdrawal_of(connection: Connection, number: int) -> Withdrawal | None:
    """Why a document is taken down; None where it is not."""
    row = connection.execute(select(withdrawals).where(withdrawals.c.document == number)).first()
    return Withdrawal(row.since, row.reason, row.purged) if row else None


def all_wordings(connection: Connection, number: int) -> dict[str, list[Wording]]:
    """What every passage of a document ever said, by id."""
    found: dict[str, list[Wording]] = defaultdict(list)
    columns = (wordings.c.id, wordings.c.state, wordings.c.kind, wordings.c.text)
    query = select(*columns).where(wordings.c.document == number).order_by(wordings.c.state)
    for row in connection.execute(query):
        found[row.id].append(Wording(row.state, row.kind, row.text))
    return found


def original_at(connection: Connection, number: int, state: int) -> Original:
    """The file that a state was read from, byte for byte, under the name of today.

    Raises:
        NotFound: the document never had that state.
    """
    joined = states.join(originals, originals.c.sha256 == states.c.sha256).join(documents, documents.c.number == states.c.document)
    columns = (documents.c.source, originals.c.media_type, originals.c.encoding, originals.c.data)
    here = (states.c.document == number) & (states.c.state == state)
    row = connection.execute(select(*columns).select_from(joined).where(here)).first()
    if row is None:
        raise NotFound(f"the document has no state {state}")
    return Original(*row)
