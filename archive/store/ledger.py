"""What does the store remember of a document? Reads its ledger: revisions, wordings, what became of each passage."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, bindparam, select

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
from archive.store.compression import ORIGINAL, contents_at, original_name, original_of
from archive.store.connection import Database
from archive.store.occurrences import digest_of, holders
from archive.store.records import Original
from archive.store.schema import (
    absorbed,
    aliases,
    answers,
    documents,
    fates,
    moves,
    originals,
    passages,
    revisions,
    withdrawals,
    wordings,
)

# Statements of every page, put together once.
_HERE = documents.outerjoin(withdrawals).outerjoin(absorbed)
_KEPT = (withdrawals.c.since, withdrawals.c.reason, withdrawals.c.purged, absorbed.c.holder, absorbed.c.decided)
_DOCUMENT = select(documents.c.number, documents.c.id, *_KEPT).select_from(_HERE)
_DOCUMENT = _DOCUMENT.where(documents.c.id == bindparam("id"))
_REVISIONS = select(revisions.c.revision, revisions.c.since, revisions.c.cause, revisions.c.ids)
_REVISIONS = _REVISIONS.where(revisions.c.document == bindparam("document")).order_by(revisions.c.revision)
_WORDINGS = select(wordings.c.id, wordings.c.revision, wordings.c.kind, wordings.c.text)
_WORDINGS = _WORDINGS.where(wordings.c.document == bindparam("document")).order_by(wordings.c.revision)
_WORDINGS_OF_ONE = _WORDINGS.where(wordings.c.id == bindparam("id"))
_ANSWER = select(answers).where(*(answers.c[name] == bindparam(name) for name in ("document", "id", "revision")))
_ALIAS = select(aliases.c.target).where(aliases.c.alias == bindparam("alias"))
_SAID = (passages.c.id, passages.c.kind, passages.c.text, passages.c.since)
_CURRENT = select(documents.c.id.label("document"), *_SAID, documents.c.revision).join_from(documents, passages)
_CURRENT = _CURRENT.where(passages.c.document == bindparam("document"))
_CURRENT = _CURRENT.where(passages.c.id.in_(bindparam("ids", expanding=True)))

SIMILAR = 3  # passages named at most that say the same as what is gone, or nearly


@dataclass(frozen=True, slots=True)
class LedgerDocument:
    """A document by its own id, its revisions, why it is withdrawn if it is, and the documents that absorbed it.

    `doubled`: it was put into another that is the same document, for good.
    """

    id: str
    revisions: tuple[Revision, ...]
    withdrawal: Withdrawal | None
    holders: tuple[str, ...] = ()
    doubled: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """What the ledger and the present say of a cited passage.

    `followed` is None where the document is withdrawn. Where the passage is gone from its document, or the document
    stands in others, `moved` are its addresses there, if it went there; else `before` and `after` are the nearest
    passages that are still there, and `similar` are passages of any document that say the same or nearly.
    """

    address: Address  # as this archive calls it
    cited: Wording
    cited_in: int
    document: LedgerDocument
    followed: Followed | None = None
    current: "tuple[CurrentPassage, ...]" = ()
    moved: tuple[str, ...] = ()
    before: "tuple[CurrentPassage, ...]" = ()
    after: "tuple[CurrentPassage, ...]" = ()
    similar: "tuple[CurrentPassage, ...]" = ()


@dataclass(frozen=True, slots=True)
class CurrentPassage:
    """A passage of today: what it says, its address, and the number of its document's current revision."""

    text: str
    kind: str
    address: Address
    revision: int

    @property
    def document(self) -> str:
        return self.address.document


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
            return _document(connection, document_id)[1]

    def trace(self, address: Address) -> Trace:
        """What became of the passage of an address.

        Raises:
            NotFound: it was never an address of this archive.
        """
        with self._database.read_transaction() as connection:
            return _trace(connection, address)

    def documents(self) -> list[str]:
        """The ids of all documents, those taken down among them."""
        with self._database.read_transaction() as connection:
            return list(connection.execute(select(documents.c.id)).scalars())

    def passages(self, document_id: str) -> list[str]:
        """The ids of all passages that a document ever had."""
        query = select(wordings.c.id).distinct().join(documents, documents.c.number == wordings.c.document)
        with self._database.read_transaction() as connection:
            return list(connection.execute(query.where(documents.c.id == document_id)).scalars())

    def past(self, document_id: str) -> "LedgerPast":
        """All that a document ever said, and what became of it.

        Raises:
            NotFound: no document has or had that id.
        """
        with self._database.read_transaction() as connection:
            number, id_, _ = document_row(connection, document_id)
            said, became = all_wordings(connection, number), fates_of(connection, number)
            return LedgerPast(id_, revisions_of(connection, number), said, became, answers_of(connection, number))

    def document_at(self, document_id: str, revision: int) -> Document | None:
        """A document as it was read in a revision; None once purged.

        Raises:
            NotFound: it never had that revision.
        """
        with self._database.read_transaction() as connection:
            number = document_row(connection, document_id).number
            here = (revisions.c.document == number) & (revisions.c.revision == revision)
            if connection.execute(select(revisions.c.revision).where(here)).first() is None:
                raise NotFound(f"the document has no revision {revision}")
            contents = contents_at(connection, number, revision)
        return decode(Document, bound_by_position(json.loads(contents))) if contents else None

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
            columns = (original_name(documents.c.source), *ORIGINAL)
            here = (revisions.c.document == number) & (revisions.c.revision == revision)
            row = connection.execute(select(*columns).select_from(joined).where(here)).first()
        if row is None:
            raise NotFound(f"the document has no revision {revision}")
        return original_of(*row)


def _document(connection: Connection, document_id: str) -> tuple[int, LedgerDocument]:
    """A document by its id or an alias of it, with its number.

    Raises:
        NotFound: no document has or had that id.
    """
    rows = connection.execute(_DOCUMENT, {"id": document_id}).all()
    if not rows and (target := alias(connection, document_id)):
        rows = connection.execute(_DOCUMENT, {"id": target}).all()
    if not rows:
        raise NotFound(f"no document {document_id} in this archive")
    number, id_, since, reason, purged, *_ = rows[0]
    withdrawal = Withdrawal(since, reason, purged) if since else None
    held = [row for row in rows if row.holder]
    ids, doubled = tuple(row.holder for row in held), any(row.decided for row in held)
    return number, LedgerDocument(id_, revisions_of(connection, number), withdrawal, ids, doubled)


def _trace(connection: Connection, address: Address) -> Trace:
    address = _called_here(connection, address)
    number, here = _document(connection, address.document)
    address = Address(here.id, address.passage, address.revision)
    assert address.passage is not None
    words = _wordings(connection.execute(_WORDINGS_OF_ONE, {"document": number, "id": address.passage}))
    if not words:
        raise NotFound(f"no passage {address} was ever in this archive")
    said = words[address.passage]
    cited_in = address.revision or said[0].revision
    wording = wording_at(said, cited_in)
    if wording is None or cited_in > len(here.revisions):
        raise NotFound(f"the address {address} names a revision in which the passage was not there")
    if here.withdrawal:
        return Trace(address, wording, cited_in, here)
    followed = _followed(connection, number, address.passage, wording.revision)
    if followed.status != "gone" and not here.holders:
        return Trace(address, wording, cited_in, here, followed, _now(connection, number, followed.ids))
    moved = _moved(connection, number, address.passage, wording.revision)
    gone = replace(followed, status="gone", ids=())
    return _beside(connection, number, Trace(address, wording, cited_in, here, gone, moved=moved))


def _called_here(connection: Connection, address: Address) -> Address:
    """The address of a passage as this archive calls it. Of a document that was put together with another, its
    revisions are not those of the alias, unless it was taken over with them."""
    target = alias(connection, f"{address.document}-{address.passage}")
    if not target:
        return address
    document, _, passage = target.removesuffix("@").partition("-")
    return Address(document, passage, address.revision if target.endswith("@") else None)


def _beside(connection: Connection, number: int, gone: Trace) -> Trace:
    """With the passages that stand where it stood last, and those of any document that say the same or nearly."""
    id_, revisions = gone.address.passage or "", gone.document.revisions
    there = reversed(() if gone.document.holders else revisions)
    last = next((revision for revision in there if id_ in revision.ids), None)
    before, after = neighbours(last, id_, revisions[-1].ids) if last else ([], [])
    same = _elsewhere(connection, number, gone.cited.text)
    similar = _now(connection, number, gone.followed.similar if gone.followed else ())
    return replace(
        gone,
        before=_now(connection, number, before),
        after=_now(connection, number, after),
        similar=(*same, *similar)[:SIMILAR],
    )


def _elsewhere(connection: Connection, number: int, text: str | None) -> tuple[CurrentPassage, ...]:
    """Passages of other documents that say the same, if it is enough to be known by."""
    value = digest_of(text)
    found: list[CurrentPassage] = []
    for holder in holders(connection, [value]) if value is not None else ():
        if holder != number and not (is_absorbed(connection, holder) or withdrawal_of(connection, holder)):
            query = select(passages.c.id, passages.c.text).where(passages.c.document == holder)
            rows = connection.execute(query.order_by(passages.c.ordinal))
            found += _now(connection, holder, [row.id for row in rows if digest_of(row.text) == value])
    return tuple(found)


def _followed(connection: Connection, number: int, id_: str, revision: int) -> Followed:
    """Where the words are that a passage said from this revision on."""
    row = connection.execute(_ANSWER, {"document": number, "id": id_, "revision": revision}).first()
    return _answer(row) if row else Followed("same", (id_,))


def _moved(connection: Connection, number: int, id_: str, revision: int) -> tuple[str, ...]:
    """Where in another document the words went that a passage said from this revision on, as addresses."""
    here = (moves.c.document == number) & (moves.c.id == id_) & (moves.c.revision == revision)
    return tuple(connection.execute(select(moves.c.targets).where(here)).scalar() or ())


def answers_of(connection: Connection, number: int) -> dict[tuple[str, int], Followed]:
    """What the wordings of a document answer that do not stand today, by id and the revision they began in."""
    rows = connection.execute(select(answers).where(answers.c.document == number))
    return {(row.id, row.revision): _answer(row) for row in rows}


def _answer(row: Row[Any]) -> Followed:
    return Followed(row.status, tuple(row.targets), row.changed, tuple(row.similar or ()))


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
    target: str | None = connection.execute(_ALIAS, {"alias": name}).scalar()
    return target


class KnownIds:
    """The ids that documents have or had under another name, asked one at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __contains__(self, id_: object) -> bool:
        query = select(documents.c.id).where(documents.c.id == id_)
        return bool(self._connection.execute(query).first() or alias(self._connection, str(id_)))


def revisions_of(connection: Connection, number: int) -> tuple[Revision, ...]:
    """The revisions of a document, the first first."""
    rows = connection.execute(_REVISIONS, {"document": number})
    return tuple(Revision(revision, since, cause, tuple(ids)) for revision, since, cause, ids in rows)


def fates_of(connection: Connection, number: int) -> dict[str, list[Fate]]:
    """What became of every passage that did not simply stay."""
    found: dict[str, list[Fate]] = defaultdict(list)
    for row in connection.execute(select(fates).where(fates.c.document == number).order_by(fates.c.revision)):
        found[row.id].append(Fate(row.revision, row.status, tuple(row.targets)))
    return found


def _now(connection: Connection, number: int, ids: Sequence[str]) -> tuple[CurrentPassage, ...]:
    """Passages of a document's current revision, in the order of `ids`; those that it does not hold are left out."""
    if not ids:
        return ()
    rows = connection.execute(_CURRENT, {"document": number, "ids": ids})
    found = {
        row.id: CurrentPassage(row.text, row.kind, Address(row.document, row.id, row.since), row.revision)
        for row in rows
    }
    return tuple(found[id_] for id_ in ids if id_ in found)


def withdrawal_of(connection: Connection, number: int) -> Withdrawal | None:
    """Why a document is taken down; None where it is not."""
    row = connection.execute(select(withdrawals).where(withdrawals.c.document == number)).first()
    return Withdrawal(row.since, row.reason, row.purged) if row else None


def is_absorbed(connection: Connection, number: int) -> bool:
    """Whether a document stands in others now."""
    return bool(connection.execute(select(absorbed.c.document).where(absorbed.c.document == number)).first())


def all_wordings(connection: Connection, number: int) -> dict[str, list[Wording]]:
    """What every passage of a document ever said, from its minting on, by id."""
    return _wordings(connection.execute(_WORDINGS, {"document": number}))


def _wordings(rows: Iterable[Row[Any]]) -> dict[str, list[Wording]]:
    found: dict[str, list[Wording]] = defaultdict(list)
    for row in rows:
        found[row.id].append(Wording(row.revision, row.kind, row.text))
    return found
