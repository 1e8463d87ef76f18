"""How do two archives become one, so that the links of both answer? Takes in the documents of a backup.

A document that is here already, by its letters or its id, is not doubled: what the other archive called it, and its
passages, become aliases. A document that is not here comes over whole, ledger included.
"""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, insert, select

from archive.alignment import AlignedUnit, align
from archive.errors import LedgerError
from archive.model import PassageKind
from archive.store.backup import restore
from archive.store.connection import insert_all, values_of
from archive.store.ledger import withdrawal_of
from archive.store.passages import current_units
from archive.store.queue import enqueue
from archive.store.schema import CONTENTS, aliases, documents, files, forms, originals, passages, revisions, wordings
from archive.store.store import Store


@dataclass(frozen=True, slots=True)
class Merged:
    """What came over: documents new to this archive, documents that were here, and ids that became aliases."""

    new: int
    known: int
    aliases: int


def merge(store: Store, source: Path) -> Merged:
    """Takes in the backup `source`, in one transaction.

    Raises:
        StoreError: it is no backup. LedgerError: an id means one text here and another there.
    """
    with TemporaryDirectory() as folder:
        other = Store.at(Path(folder))
        try:
            restore(other, source)
            with other.read_transaction() as theirs, store.write_transaction() as ours:
                return _merge(ours, theirs)
        finally:
            other.close()


def _merge(ours: Connection, theirs: Connection) -> Merged:
    rows = theirs.execute(select(documents).order_by(documents.c.number)).all()
    numbers = {row.number: _known(ours, theirs, row.number, row.id) for row in rows}
    purged = {theirs_ for theirs_, number in numbers.items() if number is not None and _is_purged(ours, number)}
    kept = _originals(theirs, set(numbers) - purged) - set(ours.execute(select(originals.c.sha256)).scalars())
    for row in theirs.execute(select(originals).where(originals.c.sha256.in_(kept))):
        ours.execute(insert(originals).values(values_of(originals, row)))
    here = set(ours.execute(select(files.c.path)).scalars())
    insert_all(ours, files, [values_of(files, row) for row in theirs.execute(select(files)) if row.path not in here])
    new = known = named = 0
    for row in rows:
        number = numbers[row.number]
        if number is None:
            _take(ours, theirs, row.number)
            new += 1
        else:
            named += _alias(ours, theirs, number, row.number, row.id)
            known += 1
    have = set(ours.execute(select(aliases.c.alias)).scalars())
    carried = [values_of(aliases, row) for row in theirs.execute(select(aliases)) if row.alias not in have]
    insert_all(ours, aliases, carried)
    return Merged(new, known, named + len(carried))


def _is_purged(ours: Connection, number: int) -> bool:
    withdrawal = withdrawal_of(ours, number)
    return withdrawal is not None and withdrawal.purged


def _originals(theirs: Connection, numbers: set[int]) -> set[str]:
    """The digests of the originals of these documents, in any revision and form."""
    found = set(theirs.execute(select(documents.c.sha256).where(documents.c.number.in_(numbers))).scalars())
    for table in (revisions, forms):
        found |= set(theirs.execute(select(table.c.sha256).where(table.c.document.in_(numbers))).scalars())
    return found


def _known(ours: Connection, theirs: Connection, number: int, id_: str) -> int | None:
    """The document here that is theirs: of the same letters in any revision, or of the same id."""
    digests = list(theirs.execute(select(revisions.c.letters).where(revisions.c.document == number)).scalars())
    found: int | None = ours.execute(
        select(revisions.c.document).where(revisions.c.letters.in_(digests)).order_by(revisions.c.document)
    ).scalar()
    if found is not None:
        return found
    here = ours.execute(select(documents.c.number).where(documents.c.id == id_)).scalar()
    if here is not None:
        raise LedgerError(f"the document id {id_} means another text in the archive to be merged; nothing was merged")
    return None


def _take(ours: Connection, theirs: Connection, number: int) -> None:
    """Brings a document over whole; only the archive's own numbers are new."""
    row = theirs.execute(select(documents).where(documents.c.number == number)).one()
    values = {name: value for name, value in values_of(documents, row).items() if name != "number"}
    clash = (documents.c.path == row.path) & (documents.c.entry == row.entry)
    if ours.execute(select(documents.c.number).where(clash)).first():
        values["entry"] = f"{row.entry}#{row.id}"  # the same path meant another document there
    inserted = ours.execute(insert(documents).values(values)).inserted_primary_key
    assert inserted is not None
    for table in CONTENTS:
        rows = [
            {**values_of(table, r), "document": inserted[0]}
            for r in theirs.execute(select(table).where(table.c.document == number))
        ]
        insert_all(ours, table, rows)
    for passage in theirs.execute(select(passages).where(passages.c.document == number).order_by(passages.c.ordinal)):
        kept = {name: value for name, value in values_of(passages, passage).items() if name != "key"}
        ours.execute(insert(passages).values({**kept, "document": inserted[0]}))
    enqueue(ours, inserted[0])


def _alias(ours: Connection, theirs: Connection, number: int, foreign: int, public: str) -> int:
    """Notes what they called the document and its passages. What had gone there is kept as gone here, and without its
    words where the document is purged here."""
    purged = _is_purged(ours, number)
    here = ours.execute(select(documents.c.id, documents.c.revision).where(documents.c.number == number)).one()
    names = {public: here.id} if public != here.id else {}
    old, new = current_units(theirs, foreign), current_units(ours, number)
    carried = {
        unit.id: new[fate.to[0]].id
        for unit, fate in zip(old, align(old, [AlignedUnit(u.kind, u.text) for u in new]), strict=True)
        if len(fate.to) == 1
    }
    mine = set(ours.execute(select(wordings.c.id).where(wordings.c.document == number)).scalars())
    last = {
        row.id: row
        for row in theirs.execute(select(wordings).where(wordings.c.document == foreign).order_by(wordings.c.revision))
    }
    for id_, row in last.items():
        if id_ in carried and (public != here.id or carried[id_] != id_):
            names[f"{public}-{id_}"] = f"{here.id}-{carried[id_]}"
        elif id_ not in carried and id_ not in mine:
            said = {"kind": PassageKind(row.kind).value, "text": None if purged else row.text}
            ours.execute(insert(wordings).values(document=number, id=id_, revision=here.revision, **said))
            names[f"{public}-{id_}"] = f"{here.id}-{id_}"
    have = set(ours.execute(select(aliases.c.alias)).scalars())
    rows = [{"alias": name, "target": to} for name, to in names.items() if name not in have and name != to]
    insert_all(ours, aliases, rows)
    return len(rows)
