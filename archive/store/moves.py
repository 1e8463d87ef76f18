"""Where did passages go that left their document for another? Follows them when all files of a run are in.

A passage has moved if what it says went from its document and came into another in the same run; that the same words
have stood elsewhere for long means nothing. A document whose file is missing and of which nearly all came into others
is absorbed: it leaves search and lists, and its addresses lead to where its passages stand; the return of its file
undoes that. Two documents that are one, by an import or as a person says, are put together the same way, for good.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from archive.alignment import AlignedUnit, departures
from archive.errors import LedgerError
from archive.model import Address, PassageKind, Wording, wording_at
from archive.store.connection import Database, insert_all
from archive.store.files import save_form
from archive.store.ledger import all_wordings, answers_of, is_absorbed, revisions_of, withdrawal_of
from archive.store.listing import shown
from archive.store.occurrences import RUN, run_number
from archive.store.passages import current_units
from archive.store.queue import hide, show
from archive.store.records import FileState, FormRecord
from archive.store.schema import absorbed, answers, documents, files, forms, moves, occurrences, settings

NEARLY_ALL = 0.9  # of what a missing document says must have come into others for it to be absorbed
MOST = 0.6  # of what a document says whose file another has taken
HOLDERS = 4  # documents in which the parts of one are looked for

Key = tuple[str, int]  # a wording: the passage's id, and the revision in which it began


@dataclass(frozen=True, slots=True)
class Move:
    """So many passages of a document, or with `whole` all of it, stand in other documents since this run."""

    document: str
    passages: int
    whole: bool
    holders: tuple[str, ...]


class Moves:
    """What left its document, in a store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def follow(self, today: str) -> list[Move]:
        """Follows what moved in the run that ends now; `today` (ISO 8601) dates it."""
        with self._database.write_transaction() as connection:
            found = [*_follow_passages(connection), *_absorb_missing(connection, today)]
            following = str(run_number(connection) + 1)
            connection.execute(delete(settings).where(settings.c.name == RUN))
            connection.execute(insert(settings).values(name=RUN, value=following))
        return found

    def merge(self, number: int, holder: int, today: str) -> int:
        """Puts a document into another that is the same. Returns how many of its passages lead there.

        Raises:
            LedgerError: they are one already, or one of them is taken down.
        """
        with self._database.write_transaction() as connection:
            if number == holder or is_absorbed(connection, number) or is_absorbed(connection, holder):
                raise LedgerError("these are one document already")
            if withdrawal_of(connection, number) or withdrawal_of(connection, holder):
                raise LedgerError("one of these documents is withdrawn; put it back first")
            row = connection.execute(select(documents).where(documents.c.number == number)).one()
            if not row.entry:
                save_form(connection, FormRecord(row.path, row.source, row.sha256), holder)
                connection.execute(update(forms).where(forms.c.document == number).values(document=holder))
                connection.execute(update(documents).where(documents.c.number == number).values(entry=f"#{row.id}"))
            return absorb(connection, number, [holder], today, decided=True)


def absorb(connection: Connection, number: int, into: Sequence[int], since: str, decided: bool = False) -> int:
    """Hides a document that stands in others and leads its addresses there. Returns how many passages lead there."""
    said = all_wordings(connection, number)
    every = {(id_, wording.revision) for id_, wordings in said.items() for wording in wordings}
    leads, used = _departed(connection, number, every, into, alike=decided)
    for key, followed in answers_of(connection, number).items():
        if key not in leads and followed.status == "same":  # it stands with other words where its successor went
            now = followed.ids[0], said[followed.ids[0]][-1].revision
            leads |= {key: leads[now]} if now in leads else {}
    _save(connection, number, leads)
    ids = connection.execute(select(documents.c.id).where(documents.c.number.in_(used or into))).scalars()
    rows = [{"document": number, "holder": id_, "since": since, "decided": decided} for id_ in ids]
    insert_all(connection, absorbed, rows)
    hide(connection, number)
    return len({id_ for id_, _ in leads})


def reappear(connection: Connection, number: int) -> None:
    """Shows a document again whose file has come back: what it says comes in this run."""
    connection.execute(delete(absorbed).where(absorbed.c.document == number))
    came = update(occurrences).where(occurrences.c.document == number)
    connection.execute(came.values(run=run_number(connection)))
    show(connection, number)


def _follow_passages(connection: Connection) -> Iterable[Move]:
    """Follows what is gone from documents that are there, and came into others in this run."""
    run = run_number(connection)
    here = (answers.c.document, answers.c.id, answers.c.revision)
    followed = exists().where(*(column == moves.c[column.name] for column in here))
    came = (occurrences.c.run == run) & (occurrences.c.document != answers.c.document) & shown(occurrences.c.document)
    query = (
        select(answers.c.document, occurrences.c.document.label("holder"), func.count().label("many"))
        .join(occurrences, occurrences.c.value == answers.c.letters)
        .where(came & (answers.c.status == "gone") & ~followed & shown(answers.c.document))
        .group_by(answers.c.document, occurrences.c.document)
    )
    into: dict[int, list[int]] = defaultdict(list)
    for row in sorted(connection.execute(query), key=lambda row: (row.document, -row.many, row.holder)):
        into[row.document].append(row.holder)
    for number, holders in into.items():
        gone = {key for key, followed in answers_of(connection, number).items() if followed.status == "gone"}
        leads, used = _departed(connection, number, gone, holders)
        if leads:
            _save(connection, number, leads)
            yield _move(connection, number, len({id_ for id_, _ in leads}), False, used)


def _departed(
    connection: Connection, number: int, keys: Set[Key], into: Sequence[int], alike: bool = False
) -> tuple[dict[Key, list[str]], list[int]]:
    """Where in these documents wordings of a document stand; and which of the documents hold any."""
    leads: dict[Key, list[str]] = {}
    used: list[int] = []
    for stood in _as_they_stood(connection, number, keys):
        units = [AlignedUnit(PassageKind(one.kind), one.text or "", id_) for id_, one in stood.items()]
        targets, holding = _targets(connection, units, into, alike)
        leads |= {(id_, stood[id_].revision): to for id_, to in targets.items()}
        used += holding
    return leads, used


def _as_they_stood(connection: Connection, number: int, keys: Set[Key]) -> Iterable[Mapping[str, Wording]]:
    """Wordings of a document by the revision in which they stood last, in their order there."""
    said, left = all_wordings(connection, number), set(keys)
    for revision in reversed(revisions_of(connection, number)):
        stood = {id_: wording_at(said[id_], revision.number) for id_ in revision.ids}
        last = {id_: one for id_, one in stood.items() if one and (id_, one.revision) in left}
        left -= {(id_, one.revision) for id_, one in last.items()}
        if last:
            yield last


def _targets(
    connection: Connection, units: Sequence[AlignedUnit], into: Iterable[int], alike: bool = False
) -> tuple[dict[str, list[str]], list[int]]:
    """Where units stand in other documents, as addresses by their ids; and which of the documents hold any."""
    found: dict[str, list[str]] = {}
    used: list[int] = []
    for holder in list(into)[:HOLDERS]:
        left = [unit for unit in units if unit.id not in found]
        there = current_units(connection, holder)
        where = select(documents.c.id, documents.c.revision).where(documents.c.number == holder)
        id_, revision = connection.execute(where).one()
        taken = departures(left, there, alike)
        found |= {left[o].id: [str(Address(id_, there[n].id, revision)) for n in to] for o, to in taken.items()}
        used += [holder] if taken else []
    return found, used


def _save(connection: Connection, number: int, leads: Mapping[Key, Sequence[str]]) -> None:
    for id_, revision in leads:
        here = (moves.c.document == number) & (moves.c.id == id_) & (moves.c.revision == revision)
        connection.execute(delete(moves).where(here))
    rows = [
        {"document": number, "id": id_, "revision": revision, "targets": targets}
        for (id_, revision), targets in leads.items()
    ]
    insert_all(connection, moves, rows)


def _absorb_missing(connection: Connection, today: str) -> Iterable[Move]:
    """Absorbs documents whose file is missing and of which nearly all came into others in this run; and those whose
    file is that of another document now which says most of what they say.
    """
    mine, other = documents.alias("mine"), documents.alias("other")
    ours, theirs = occurrences.alias("ours"), occurrences.alias("theirs")
    displaced = mine.c.entry == "#" + mine.c.id
    missing = (files.c.state == FileState.MISSING.value) & (mine.c.entry == "")
    here = mine.join(files, files.c.path == mine.c.path)
    lost = select(mine.c.number).select_from(here).where(missing | displaced, shown(mine.c.number))
    if not connection.execute(lost.limit(1)).first():
        return
    came = theirs.c.run == run_number(connection)
    query = (
        select(mine.c.number, other.c.number.label("holder"), displaced.label("displaced"), ours.c.value)
        .select_from(here)
        .join(ours, ours.c.document == mine.c.number)
        .join(theirs, (theirs.c.value == ours.c.value) & (theirs.c.document != ours.c.document))
        .join(other, other.c.number == theirs.c.document)
        .where(mine.c.number.in_(lost), shown(other.c.number), came | (displaced & (other.c.path == mine.c.path)))
    )
    held: dict[tuple[int, bool], dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for row in connection.execute(query):
        held[row.number, row.displaced][row.holder].add(row.value)
    for (number, without_file), by in held.items():
        count = select(func.count()).select_from(occurrences).where(occurrences.c.document == number)
        least = (MOST if without_file else NEARLY_ALL) * connection.execute(count).scalar_one()
        if len(set[int]().union(*by.values())) < least:
            continue
        into = sorted(by, key=lambda holder: (-len(by[holder]), holder))
        many = absorb(connection, number, into, today)
        if not without_file:
            path = select(documents.c.path).where(documents.c.number == number).scalar_subquery()
            connection.execute(update(files).where(files.c.path == path).values(state=FileState.ABSORBED.value))
        yield _move(connection, number, many, True, into)


def _move(connection: Connection, number: int, many: int, whole: bool, into: Iterable[int]) -> Move:
    named = select(documents.c.number, documents.c.id, documents.c.source)
    rows = connection.execute(named.where(documents.c.number.in_({number, *into}))).all()
    names = {row.number: f"{row.id} {row.source}" for row in rows}
    return Move(names[number], many, whole, tuple(names[holder] for holder in dict.fromkeys(into)))
