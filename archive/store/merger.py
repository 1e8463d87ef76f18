"""How do two archives become one, so that the links of both answer? Takes in the documents of a backup.

A document that is not here comes over whole, ledger included. One that is here already, by its letters in any
revision, is not doubled. Where both archives gave it the same id and one has only seen more revisions, these are taken
in. Else it comes over too, so that its addresses and revisions are answered word for word, and is put into ours; or
ours into it, if theirs went on from where ours is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from archive.errors import LedgerError
from archive.model import mint_document
from archive.store.answers import save_answers
from archive.store.backup import restore
from archive.store.barred import barred_files
from archive.store.citations import save_stored_citations
from archive.store.compression import contents_at, packed_contents
from archive.store.connection import insert_all, values_of
from archive.store.files import drop_files
from archive.store.ledger import KnownIds, is_absorbed, withdrawal_of
from archive.store.moves import absorb
from archive.store.occurrences import save_occurrences
from archive.store.passages import current_units
from archive.store.queue import enqueue, findable_keys
from archive.store.schema import (
    CONTENTS,
    PARTS,
    absorbed,
    aliases,
    corrections,
    documents,
    fates,
    files,
    forms,
    moves,
    originals,
    passages,
    revisions,
    sketches,
    wordings,
)
from archive.store.store import Store
from archive.store.takedown import withdraw_as

MIXED = "made by several analyzers"  # the tokens are stale then, and made anew with the index
GROWING = (revisions, wordings, fates)  # what a document has more of with every revision


@dataclass(frozen=True, slots=True)
class Merged:
    """What came over: documents new to this archive, documents that were here, and ids that became aliases."""

    new: int
    known: int
    aliases: int


def merge(store: Store, source: Path, today: str | None = None) -> Merged:
    """Takes in the backup `source`, in one transaction; `today` (ISO 8601) dates it.

    Raises:
        StoreError: it is no backup. LedgerError: an id means one text here and another there.
    """
    with TemporaryDirectory() as folder:
        other = Store.at(Path(folder))
        try:
            restore(other, source)
            if other.setting("tokens") != store.setting("tokens"):
                store.save_setting("tokens", MIXED)
            with other.read_transaction() as theirs, store.write_transaction() as ours:
                return _Merger(ours, theirs, today or date.today().isoformat()).merge()
        finally:
            other.close()


class _Merger:
    """Takes one archive into another, in a transaction of each."""

    def __init__(self, ours: Connection, theirs: Connection, today: str) -> None:
        self._ours, self._theirs, self._today = ours, theirs, today
        self._aliases = 0

    def merge(self) -> Merged:
        ours, theirs = self._ours, self._theirs
        rows = theirs.execute(select(documents).order_by(documents.c.number)).all()
        known = {row.number: self._known(row) for row in rows}
        self._take_originals({n for n, here in known.items() if here is not None and self._purged(here)}, set(known))
        here = set(ours.execute(select(files.c.path)).scalars())
        coming = [values_of(files, row) for row in theirs.execute(select(files)) if row.path not in here]
        insert_all(ours, files, coming)
        for row in rows:
            number = known[row.number]
            if number is None:
                self._take(row, row.id)
            else:
                self._join(row, number)
        self._name(values_of(aliases, row) for row in theirs.execute(select(aliases)))
        drop_files(ours, barred_files(ours, (row["path"] for row in coming)))
        return Merged(list(known.values()).count(None), len(rows) - list(known.values()).count(None), self._aliases)

    def _known(self, row: Row[Any]) -> int | None:
        """The document here that is theirs: one of the same letters in any revision; of several that of the same id, or
        else one that stands for itself."""
        query = select(revisions.c.document).where(revisions.c.letters.in_([r.letters for r in self._history(row)]))
        found: Sequence[int] = self._ours.execute(query.distinct().order_by(revisions.c.document)).scalars().all()
        own = self._ours.execute(select(documents.c.number).where(documents.c.id == row.id)).scalar()
        if own in found:
            return own
        if found:
            return next((n for n in found if not is_absorbed(self._ours, n)), found[0])
        if row.id in KnownIds(self._ours):
            raise LedgerError(
                f"the document id {row.id} means another text in the archive to be merged; nothing was merged"
            )
        return None

    def _history(self, row: Row[Any], connection: Connection | None = None) -> Sequence[Row[Any]]:
        columns: tuple[Any, ...] = (revisions.c.letters, revisions.c.ids)
        query = select(*columns).where(revisions.c.document == row.number).order_by(revisions.c.revision)
        return (connection or self._theirs).execute(query).all()

    def _purged(self, number: int) -> bool:
        withdrawal = withdrawal_of(self._ours, number)
        return withdrawal is not None and withdrawal.purged

    def _take_originals(self, purged: set[int], every: set[int]) -> None:
        """Their originals that are not here; those that only a document needs that is purged here come over empty."""
        held, needed = self._originals(every), self._originals(every - purged)
        missing = held - set(self._ours.execute(select(originals.c.sha256)).scalars())
        for row in self._theirs.execute(select(originals).where(originals.c.sha256.in_(missing))):
            values = values_of(originals, row)
            self._ours.execute(insert(originals).values(values if row.sha256 in needed else {**values, "data": b""}))

    def _originals(self, numbers: set[int]) -> set[str]:
        """The digests of the originals of these documents, in any revision and form."""
        query = select(documents.c.sha256).where(documents.c.number.in_(numbers))
        found = set(self._theirs.execute(query).scalars())
        for table in (revisions, forms):
            query = select(table.c.sha256).where(table.c.document.in_(numbers))
            found |= set(self._theirs.execute(query).scalars())
        return found

    def _join(self, theirs: Row[Any], number: int) -> None:
        """Takes in a document that is here: what it has seen more of, or all of it, put together with ours."""
        ours = self._ours.execute(select(documents).where(documents.c.number == number)).one()
        here, there = list(self._history(ours, self._ours)), list(self._history(theirs))
        if theirs.id == ours.id and here[: len(there)] == there:
            return
        if theirs.id == ours.id and there[: len(here)] == here and not withdrawal_of(self._ours, number):
            self._continue(theirs, ours)
            return
        taken_ids = KnownIds(self._ours)
        id_ = theirs.id if theirs.id not in taken_ids else mint_document(f"{theirs.id} {self._today}", taken_ids)
        taken = self._take(theirs, id_)
        if id_ != theirs.id:
            self._alias_passages(theirs, ours, id_)
        if withdrawal := withdrawal_of(self._ours, number):
            withdraw_as(self._ours, taken, withdrawal)
        elif not is_absorbed(self._ours, taken):
            self._put_together(ours, here, taken, there)

    def _put_together(self, ours: Row[Any], here: Sequence[Row[Any]], taken: int, there: Sequence[Row[Any]]) -> None:
        """Theirs stands in ours now; or ours in theirs, in the file of ours, if theirs went on from where ours is."""
        behind, ahead = {row.letters for row in here}, {row.letters for row in there}
        on = here[-1].letters in ahead and there[-1].letters not in behind
        gone, stays = (ours.number, taken) if on else (taken, ours.number)
        self._ours.execute(update(documents).where(documents.c.number == gone).values(entry="#" + documents.c.id))
        if on:
            place = {"path": ours.path, "entry": ours.entry, "source": ours.source}
            self._ours.execute(update(documents).where(documents.c.number == stays).values(place))
        absorb(self._ours, gone, [stays], self._today, decided=True)

    def _continue(self, theirs: Row[Any], ours: Row[Any]) -> None:
        """Ours goes on with the revisions that theirs has more."""
        number = ours.number
        for table in GROWING:
            more = (table.c.document == theirs.number) & (table.c.revision > ours.revision)
            query = select(table).where(more).order_by(table.c.revision)
            for row in [values_of(table, row) for row in self._theirs.execute(query)]:
                if table is revisions and row["contents"] is not None:  # what theirs is a difference to is not ours
                    contents = contents_at(self._theirs, theirs.number, row["revision"])
                    row |= packed_contents(self._ours, number, contents or b"")
                self._ours.execute(insert(table).values({**row, "document": number}))
        names = ("sha256", "revision", "digest", "metadata", "lines")
        values = {name: values_of(documents, theirs)[name] for name in names}
        self._join_corrections(theirs.number, number)
        self._ours.execute(update(documents).where(documents.c.number == number).values(values))
        gone = findable_keys(self._ours, number)
        for table in (*PARTS, sketches, passages):
            self._ours.execute(delete(table).where(table.c.document == number))
        self._copy((*PARTS, sketches), theirs.number, number)
        self._copy_moves(theirs.number, number)
        self._copy_passages(theirs.number, number, gone)
        save_answers(self._ours, number)
        held = absorbed.join(documents, documents.c.id == absorbed.c.holder)
        query = select(documents.c.number).select_from(held).where(absorbed.c.document == number)
        if into := self._ours.execute(query).scalars().all():
            self._ours.execute(delete(absorbed).where(absorbed.c.document == number))
            absorb(self._ours, number, into, self._today, decided=True)

    def _join_corrections(self, theirs: int, number: int) -> None:
        """What was corrected in either; where both did, theirs counts, as their catalogue data does."""
        query = select(corrections.c.fields).where(corrections.c.document == bindparam("of"))
        ours, more = (
            one.execute(query, {"of": of}).scalar() or {} for one, of in ((self._ours, number), (self._theirs, theirs))
        )
        if more:
            self._ours.execute(delete(corrections).where(corrections.c.document == number))
            self._ours.execute(insert(corrections).values(document=number, fields={**ours, **more}))

    def _take(self, theirs: Row[Any], id_: str) -> int:
        """Brings a document over whole; only the archive's own numbers are new, and its id where that is taken."""
        values = {name: value for name, value in values_of(documents, theirs).items() if name != "number"}
        clash = (documents.c.path == theirs.path) & (documents.c.entry == theirs.entry)
        if self._ours.execute(select(documents.c.number).where(clash)).first():
            values["entry"] = f"{theirs.entry}#{id_}"  # the same path means another document here
        inserted = self._ours.execute(insert(documents).values({**values, "id": id_})).inserted_primary_key
        assert inserted is not None
        self._copy(CONTENTS, theirs.number, inserted[0])
        self._copy_passages(theirs.number, inserted[0])
        return int(inserted[0])

    def _copy(self, listed: Sequence[Any], theirs: int, number: int) -> None:
        for table in listed:
            rows = self._theirs.execute(select(table).where(table.c.document == theirs))
            coming = [{**values_of(table, row), "document": number} for row in rows]
            if table is forms:
                taken = set(self._ours.execute(select(forms.c.path)).scalars())
                coming = [row for row in coming if row["path"] not in taken]
            insert_all(self._ours, table, coming)

    def _copy_moves(self, theirs: int, number: int) -> None:
        have = {(row.id, row.revision) for row in self._ours.execute(select(moves).where(moves.c.document == number))}
        rows = self._theirs.execute(select(moves).where(moves.c.document == theirs))
        coming = [{**values_of(moves, row), "document": number} for row in rows if (row.id, row.revision) not in have]
        insert_all(self._ours, moves, coming)

    def _copy_passages(self, theirs: int, number: int, gone: Sequence[int] = ()) -> None:
        """The passages with their tokens, under keys of this archive."""
        query = select(passages).where(passages.c.document == theirs).order_by(passages.c.ordinal)
        for row in self._theirs.execute(query):
            kept = {name: value for name, value in values_of(passages, row).items() if name != "key"}
            self._ours.execute(insert(passages).values({**kept, "document": number}))
        enqueue(self._ours, number, gone)
        save_occurrences(self._ours, number, [unit.text for unit in current_units(self._ours, number)], run=0)
        save_stored_citations(self._ours, number)

    def _alias_passages(self, theirs: Row[Any], ours: Row[Any], id_: str) -> None:
        """The id of their document means ours here: what ours never held leads to what was taken over."""
        mine = set(self._ours.execute(select(wordings.c.id).where(wordings.c.document == ours.number)).scalars())
        query = select(wordings.c.id).where(wordings.c.document == theirs.number).distinct()
        more = sorted(set(self._theirs.execute(query).scalars()) - mine)
        self._name({"alias": f"{theirs.id}-{one}", "target": f"{id_}-{one}@"} for one in more)

    def _name(self, named: Any) -> None:
        have = set(self._ours.execute(select(aliases.c.alias)).scalars())
        rows = [row for row in named if row["alias"] not in have]
        insert_all(self._ours, aliases, rows)
        self._aliases += len(rows)
