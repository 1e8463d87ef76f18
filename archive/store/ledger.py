"""What does the store remember of a document? Reads its ledger: revisions, wordings, what became of each passage."""

import json
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection, select

from archive.errors import NotFound
from archive.model import (
    Address,
    Document,
    Fate,
    Followed,
    Revision,
    Withdrawal,
    Wording,
    neighbours,
    wording_at,
)
from archive.store.codec import bound_by_position, decode
from archive.store.connection import Database
from archive.store.records import Original
from archive.store.schema import (
    aliases,
    answers,
    documents,
    fates,
    originals,
    passages,
    revisions,
    withdrawals,
    wordings,
)


@dataclass(frozen=True, slots=True)
class LedgerDocument:
    """A document by its own id, its revisions, and why it is withdrawn if it is."""

    id: str
    revisions: tuple[Revision, ...]
    withdrawal: Withdrawal | None


@dataclass(frozen=True, slots=True)
class Trace:
    """What the ledger and the present say of a cited passage. `texts` are those of today, by id.

    `followed` is None where the document is withdrawn; `before` and `after` are the nearest passages that are still
    there, where it is gone itself.
    """

    address: Address  # as this archive calls it
    cited: Wording
    cited_in: int
    document: LedgerDocument
    followed: Followed | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    texts: "dict[str, CurrentWording]" = field(default_factory=dict)


class CurrentWording(NamedTuple):
    """A passage of the current revision."""

    kind: str
    text: str
    since: int | None


class Ledger:
    """The ledger kept in a store: what was cited, and what became of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def document(self, document_id: str) -> LedgerDocument:
        """A document and its revisions.

        Raises:
            NotFound: no document has or had that id.
        """
        with self._database.read_transaction() as connection:
            return _document(connection, document_row(connection, document_id))

    def trace(self, address: Address) -> Trace:
        """What became of the passage of an address.

        Raises:
            NotFound: it was never an address of this archive.
        """
        with self._database.read_transaction() as connection:
            return _trace(connection, address)

    def count_revisions(self, document_id: str) -> int:
        """How many revisions a document has had.

        Raises:
            NotFound: no document has or had that id.
        """
        with self._database.read_transaction() as connection:
            return document_row(connection, document_id).revision

    def past(self, document_id: str) -> "LedgerPast":
        """All that a document ever said, and what became of it.

        Raises:
            NotFound: no document has or had that id.
        """
        with self._database.read_transaction() as connection:
            number, id_, _ = document_row(connection, document_id)
            said, became = all_wordings(connection, number), fates_of(connection, number)
            return LedgerPast(id_, revisions_of(connection, number), said, became, _answers(connection, number))

    def document_at(self, document_id: str, revision: int) -> Document | None:
        """A document as it was read in a revision; None once purged.

        Raises:
            NotFound: it never had that revision.
        """
        with self._database.read_transaction() as connection:
            number = document_row(connection, document_id).number
            here = (revisions.c.document == number) & (revisions.c.revision == revision)
            row = connection.execute(select(revisions.c.contents).where(here)).first()
        if row is None:
            raise NotFound(f"the document has no revision {revision}")
        return decode(Document, bound_by_position(json.loads(zlib.decompress(row.contents)))) if row.contents else None

    def original_at(self, document_id: str, revision: int) -> Original:
        """The file that a revision was read from, byte for byte, under the name of today.

        Raises:
            NotFound: the document never had that revision.
        """
        with self._database.read_transaction() as connection:
            number = document_row(connection, document_id).number
            joined = revisions.join(originals, originals.c.sha256 == revisions.c.sha256).join(
                documents, documents.c.number == revisions.c.document
            )
            columns = (documents.c.source, originals.c.media_type, originals.c.encoding, originals.c.data)
            here = (revisions.c.document == number) & (revisions.c.revision == revision)
            row = connection.execute(select(*columns).select_from(joined).where(here)).first()
        if row is None:
            raise NotFound(f"the document has no revision {revision}")
        return Original(*row)


def _document(connection: Connection, known: "DocumentKey") -> LedgerDocument:
    return LedgerDocument(known.id, revisions_of(connection, known.number), withdrawal_of(connection, known.number))


def _trace(connection: Connection, address: Address) -> Trace:
    if target := alias(connection, f"{address.document}-{address.passage}"):
        document, _, passage = target.partition("-")
        address = Address(document, passage)  # revisions are numbered apart in every archive: N was the other one's
    row = document_row(connection, address.document)
    address = Address(row.id, address.passage, address.revision)
    assert address.passage is not None
    words = all_wordings(connection, row.number, address.passage)[address.passage]
    if not words:
        raise NotFound(f"no passage {address} was ever in this archive")
    cited_in = address.revision or words[0].revision
    wording = wording_at(words, cited_in)
    if wording is None or cited_in > row.revision:
        raise NotFound(f"the address {address} names a revision in which the passage was not there")
    here = _document(connection, row)
    if here.withdrawal:
        return Trace(address, wording, cited_in, here)
    followed = _followed(connection, row.number, address.passage, wording.revision)
    gone = here.revisions[::-1] if followed.status == "gone" else ()
    last = next((revision for revision in gone if address.passage in revision.ids), None)
    before, after = neighbours(last, address.passage, here.revisions[-1].ids) if last else ([], [])
    texts = texts_now(connection, row.number, [*followed.ids, *before, *after])
    return Trace(address, wording, cited_in, here, followed, tuple(before), tuple(after), texts)


def _followed(connection: Connection, number: int, id_: str, revision: int) -> Followed:
    """Where the words are that a passage said from this revision on."""
    here = (answers.c.document == number) & (answers.c.id == id_) & (answers.c.revision == revision)
    row = connection.execute(select(answers).where(here)).first()
    return Followed(row.status, tuple(row.targets), row.changed) if row else Followed("same", (id_,))


def _answers(connection: Connection, number: int) -> dict[tuple[str, int], Followed]:
    rows = connection.execute(select(answers).where(answers.c.document == number))
    return {(row.id, row.revision): Followed(row.status, tuple(row.targets), row.changed) for row in rows}


class LedgerPast(NamedTuple):
    """A document's own id, its revisions, what its passages ever said and what became of them step by step, by id, and
    where words are that do not stand today, by id and the revision they began in."""

    id: str
    revisions: tuple[Revision, ...]
    wordings: dict[str, list[Wording]]
    fates: dict[str, list[Fate]]
    answers: dict[tuple[str, int], Followed]


class DocumentKey(NamedTuple):
    """A document's numbers: the archive's own, the public id, the current revision."""

    number: int
    id: str
    revision: int


def document_row(connection: Connection, document_id: str) -> DocumentKey:
    """The document of that id, or of which it is an alias.

    Raises:
        NotFound: no document has or had that id.
    """
    query = select(documents.c.number, documents.c.id, documents.c.revision)
    row = connection.execute(query.where(documents.c.id == document_id)).first()
    if row is None and (target := alias(connection, document_id)):
        row = connection.execute(query.where(documents.c.id == target)).first()
    if row is None:
        raise NotFound(f"no document {document_id} in this archive")
    return DocumentKey(*row)


def alias(connection: Connection, name: str) -> str | None:
    """What an id of a merged archive is called here."""
    target: str | None = connection.execute(select(aliases.c.target).where(aliases.c.alias == name)).scalar()
    return target


def revisions_of(connection: Connection, number: int) -> tuple[Revision, ...]:
    """The revisions of a document, the first first."""
    columns = (revisions.c.revision, revisions.c.since, revisions.c.cause, revisions.c.ids)
    rows = connection.execute(select(*columns).where(revisions.c.document == number).order_by(revisions.c.revision))
    return tuple(Revision(row.revision, row.since, row.cause, tuple(row.ids)) for row in rows)


def fates_of(connection: Connection, number: int) -> dict[str, list[Fate]]:
    """What became of every passage that did not simply stay."""
    found: dict[str, list[Fate]] = defaultdict(list)
    for row in connection.execute(select(fates).where(fates.c.document == number).order_by(fates.c.revision)):
        found[row.id].append(Fate(row.revision, row.status, tuple(row.targets)))
    return found


def texts_now(connection: Connection, number: int, ids: list[str]) -> dict[str, CurrentWording]:
    """Passages of the current revision, by id."""
    query = select(passages.c.id, passages.c.kind, passages.c.text, passages.c.since)
    rows = connection.execute(query.where((passages.c.document == number) & passages.c.id.in_(ids)))
    return {row.id: CurrentWording(row.kind, row.text, row.since) for row in rows}


def withdrawal_of(connection: Connection, number: int) -> Withdrawal | None:
    """Why a document is taken down; None where it is not."""
    row = connection.execute(select(withdrawals).where(withdrawals.c.document == number)).first()
    return Withdrawal(row.since, row.reason, row.purged) if row else None


def all_wordings(connection: Connection, number: int, id_: str | None = None) -> dict[str, list[Wording]]:
    """What every passage of a document, or one of them, ever said, from its minting on, by id."""
    found: dict[str, list[Wording]] = defaultdict(list)
    query = select(wordings.c.id, wordings.c.revision, wordings.c.kind, wordings.c.text)
    query = query.where(wordings.c.document == number).order_by(wordings.c.revision)
    for row in connection.execute(query if id_ is None else query.where(wordings.c.id == id_)):
        found[row.id].append(Wording(row.revision, row.kind, row.text))
    return found
