"""How does a reading become part of the archive? Writes one document in one transaction, and keeps its ledger.

A reading whose passages say the same as before replaces the contents and nothing else. Where they differ a new state
begins: passages that go on keep their ids, what became of the others is written down, and no row of the ledger is ever
changed.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from archive.alignment import Fate, Unit, align, inherit
from archive.analyzer import Streams
from archive.document import Reading
from archive.folding import bare
from archive.passage import Draft, PassageKind
from archive.permalink import mint_document, mint_passage
from archive.store.codec import encode, pack
from archive.store.identity import Identity, current_units, identify, letters, save_sketch
from archive.store.records import FileRecord
from archive.store.schema import (
    aliases,
    blocks,
    documents,
    fates,
    files,
    forms,
    notes,
    originals,
    passages,
    pending,
    problems,
    states,
    withdrawals,
    wordings,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document came from. `entry` is its id in a collection, "" for a whole file; `replaces` as side files say."""

    path: str
    entry: str
    source: str  # the file's name, or the entry's id
    sha256: str
    reader: int  # version of the reader
    today: str  # the day it is read, ISO 8601
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document ready to be kept: where it came from, how it reads, its passages and their tokens."""

    origin: Origin
    reading: Reading
    drafts: Sequence[Draft]
    streams: Sequence[Streams]
    facets: Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an incoming document. `changes` counts fates by status where a new state began."""

    number: int
    id: str
    what: str  # new, changed (a new state), reread (the same words), same, copy (a file that says the same)
    identity: Identity
    cause: str = ""  # of a new state: edition or reading
    changes: Mapping[str, int] | None = None


def digest(reading: Reading) -> str:
    """Tells two readings apart."""
    return sha256(_json(reading)).hexdigest()


def _json(reading: Reading) -> bytes:
    return json.dumps(encode(reading), ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")


def save_original(connection: Connection, digest_: str, data: bytes, media_type: str, encoding: str | None) -> None:
    """Keeps a file byte for byte, once."""
    if not connection.execute(select(originals.c.sha256).where(originals.c.sha256 == digest_)).first():
        values = {"sha256": digest_, "data": data, "media_type": media_type, "encoding": encoding}
        connection.execute(insert(originals).values(values))


def save_file(connection: Connection, record: FileRecord) -> None:
    """Notes that a file was read, or why it could not be."""
    values = {name: getattr(record, name) for name in FileRecord.__dataclass_fields__}
    if connection.execute(select(files.c.path).where(files.c.path == record.path)).first():
        connection.execute(update(files).where(files.c.path == record.path).values(values))
    else:
        connection.execute(insert(files).values(values))


def save_form(connection: Connection, path: str, number: int, name: str, digest_: str) -> None:
    """Notes that a file holds a document that is read from another file."""
    connection.execute(delete(forms).where(forms.c.path == path))
    connection.execute(insert(forms).values(path=path, document=number, name=name, sha256=digest_))


def save_document(connection: Connection, incoming: Incoming) -> Outcome:
    """Keeps a document: as a new one, a new state of a known one, or another file of one.

    Raises:
        LedgerError: the side file replaces a document that is not here.
    """
    identity = identify(connection, incoming.origin.path, incoming.origin.entry, incoming.drafts, incoming.origin.replaces)
    if identity.number is None:
        number, public = _insert(connection, incoming)
        ids = _mint_all(connection, number, public, incoming.drafts, [None] * len(incoming.drafts), 1)
        _begin_state(connection, number, 1, "first", ids, incoming)
        _replace(connection, number, ids, incoming)
        return Outcome(number, public, "new", identity)
    row = connection.execute(select(documents).where(documents.c.number == identity.number)).one()
    if _withdrawn(connection, row.number):
        return Outcome(row.number, row.id, "same", identity)
    if (incoming.origin.path, incoming.origin.entry) != (row.path, row.entry) and identity.why == "same-text":
        return _another_file(connection, row.number, row.id, row.path, row.state, identity, incoming)
    if row.digest == digest(incoming.reading):
        _take_source(connection, row.number, incoming)
        return Outcome(row.number, row.id, "same", identity)
    return _change(connection, row.number, row.id, row.state, identity, incoming)


def _withdrawn(connection: Connection, number: int) -> bool:
    return bool(connection.execute(select(withdrawals.c.since).where(withdrawals.c.document == number)).first())


def _another_file(
    connection: Connection, number: int, public: str, path: str, state: int, identity: Identity, incoming: Incoming
) -> Outcome:
    """The same text under another name: moved, if the old file is gone; a copy, if it is there."""
    gone = connection.execute(select(files.c.state).where(files.c.path == path)).scalar() == "missing"
    if gone:
        _take_source(connection, number, incoming)
        return Outcome(number, public, "same", identity)
    save_form(connection, incoming.origin.path, number, incoming.origin.source, incoming.origin.sha256)
    return Outcome(number, public, "copy", identity)


def _take_source(connection: Connection, number: int, incoming: Incoming) -> None:
    """The document is read from this file from now on; the one before stays known as a form of it."""
    before = connection.execute(select(documents).where(documents.c.number == number)).one()
    if before.path != incoming.origin.path and not before.entry:
        save_form(connection, before.path, number, before.source, before.sha256)
    connection.execute(delete(forms).where(forms.c.path == incoming.origin.path))
    values = {"path": incoming.origin.path, "entry": incoming.origin.entry, "source": incoming.origin.source, "sha256": incoming.origin.sha256}
    connection.execute(update(documents).where(documents.c.number == number).values(values))


def _change(
    connection: Connection, number: int, public: str, state: int, identity: Identity, incoming: Incoming
) -> Outcome:
    old = current_units(connection, number)
    new = [Unit(draft.kind, draft.text) for draft in incoming.drafts]
    _take_source(connection, number, incoming)
    if [(u.kind, u.text) for u in old] == [(u.kind, u.text) for u in new]:
        _replace(connection, number, [u.id for u in old], incoming)
        return Outcome(number, public, "reread", identity)
    found = align(old, new)
    kept = inherit(old, new, found)
    ids = _mint_all(connection, number, public, incoming.drafts, kept, state + 1, [unit.id for unit in old])
    cause = _cause(connection, number, state, incoming)
    _begin_state(connection, number, state + 1, cause, ids, incoming)
    changes = _write_fates(connection, number, state + 1, old, found, ids, incoming.drafts)
    connection.execute(update(documents).where(documents.c.number == number).values(state=state + 1))
    _replace(connection, number, ids, incoming)
    return Outcome(number, public, "changed", identity, cause, changes)


def _cause(connection: Connection, number: int, state: int, incoming: Incoming) -> str:
    """The publisher's edition if other bytes say other letters; else only our reading of them changed."""
    here = (states.c.document == number) & (states.c.state == state)
    before = connection.execute(select(states.c.sha256, states.c.letters).where(here)).one()
    same = before.sha256 == incoming.origin.sha256 or before.letters == letters(incoming.drafts)
    return "reading" if same else "edition"


class _Taken:
    """The ids that documents have or had under another name, asked one at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __contains__(self, id_: object) -> bool:
        query = select(documents.c.id).where(documents.c.id == id_)
        known = select(aliases.c.alias).where(aliases.c.alias == id_)
        return bool(self._connection.execute(query).first() or self._connection.execute(known).first())


def _insert(connection: Connection, incoming: Incoming) -> tuple[int, str]:
    text = "\n".join(draft.text for draft in incoming.drafts if draft.kind is not PassageKind.TITLE)
    public = mint_document(text, _Taken(connection))
    values = {
        "path": incoming.origin.path, "entry": incoming.origin.entry, "source": incoming.origin.source, "sha256": incoming.origin.sha256,
        "id": public, "state": 1, "digest": "", "metadata": {}, "lines": [],
    }  # fmt: skip
    connection.execute(delete(forms).where(forms.c.path == incoming.origin.path))
    result = connection.execute(insert(documents).values(values))
    assert result.inserted_primary_key is not None
    return result.inserted_primary_key[0], public


def _mint_all(
    connection: Connection, number: int, public: str, drafts: Sequence[Draft], kept: Sequence[str | None], state: int,
    before: Sequence[str] = (),
) -> list[str]:  # fmt: skip
    """An id for every passage: the one it kept, that of a passage of the same words that had gone, or a new one.

    `before` are the ids of the last state: what goes or is a tie in this very state does not come back in it. Every
    wording that an id has not had is written down.
    """
    query = select(wordings.c.id, wordings.c.kind, wordings.c.text).where(wordings.c.document == number)
    rows = connection.execute(query.order_by(wordings.c.state)).all()
    last = {row.id: row.text for row in rows}
    taken = set(last)
    alive = {id_ for id_ in kept if id_}
    here = alive.union(before)
    gone = {(row.kind, bare(row.text or "")): row.id for row in reversed(rows) if row.id not in here}
    ids, fresh = [], []
    for draft, keeps in zip(drafts, kept, strict=True):
        id_ = keeps or gone.pop((draft.kind.value, bare(draft.text)), None)
        if id_ is None or (keeps is None and id_ in alive):
            id_ = mint_passage(public, draft.kind, draft.text, taken)
        elif keeps is None:
            fresh.append({"document": number, "id": id_, "state": state, "status": "back", "targets": [id_]})
        alive.add(id_)
        taken.add(id_)
        ids.append(id_)
    words = [
        {"document": number, "id": id_, "state": state, "kind": draft.kind.value, "text": draft.text}
        for id_, draft in zip(ids, drafts, strict=True)
        if last.get(id_) != draft.text
    ]
    if words:
        connection.execute(insert(wordings), words)
    if fresh:
        connection.execute(insert(fates), fresh)
    return ids


def _since(connection: Connection, number: int) -> dict[str, int]:
    """For each passage that once said other words: the state from which on it says what it says now."""
    query = select(wordings.c.id, wordings.c.state, wordings.c.text).where(wordings.c.document == number)
    said: dict[str, tuple[str, int | None]] = {}
    for row in connection.execute(query.order_by(wordings.c.state)):
        words = bare(row.text or "")
        if row.id not in said:
            said[row.id] = (words, None)
        elif said[row.id][0] != words:
            said[row.id] = (words, row.state)
    return {id_: state for id_, (_, state) in said.items() if state is not None}


def _begin_state(
    connection: Connection, number: int, state: int, cause: str, ids: Sequence[str], incoming: Incoming
) -> None:
    connection.execute(insert(states).values(
        document=number, state=state, since=incoming.origin.today, cause=cause, reader=incoming.origin.reader,
        sha256=incoming.origin.sha256, letters=letters(incoming.drafts), ids=list(ids),
        reading=zlib.compress(_json(incoming.reading), 9),
    ))  # fmt: skip


def _write_fates(
    connection: Connection, number: int, state: int, old: Sequence[Unit], found: Sequence[Fate],
    ids: Sequence[str], drafts: Sequence[Draft],
) -> Mapping[str, int]:  # fmt: skip
    """Writes down what became of passages that did not simply stay. Spacing and signs are no change of words."""
    rows, counts = [], dict.fromkeys(("same", "revised", "split", "merged", "ambiguous", "gone"), 0)
    for unit, fate in zip(old, found, strict=True):
        targets = [ids[i] for i in fate.to]
        status: str = fate.status
        if status in ("same", "revised"):
            status = "same" if bare(unit.text) == bare(drafts[fate.to[0]].text) else "revised"
        counts[status] += 1
        if status != "same" or targets != [unit.id]:
            rows.append({"document": number, "id": unit.id, "state": state, "status": status, "targets": targets})
    if rows:
        connection.execute(insert(fates), rows)
    return {status: count for status, count in counts.items() if count}


def _replace(connection: Connection, number: int, ids: Sequence[str], incoming: Incoming) -> None:
    """Puts the contents of the current state in place."""
    reading = incoming.reading
    connection.execute(update(documents).where(documents.c.number == number).values(
        digest=digest(reading), metadata=encode(reading.metadata),
        lines=[[line.number, line.page, line.text] for line in reading.lines],
    ))  # fmt: skip
    for table, listed in ((blocks, reading.blocks), (notes, reading.notes), (problems, reading.problems)):
        connection.execute(delete(table).where(table.c.document == number))
        if listed:
            columns = [c.name for c in table.c if c.name not in ("document", "ordinal", "value")]
            connection.execute(insert(table), [
                {"document": number, "ordinal": i, "value": encode(item), **{c: getattr(item, c) for c in columns}}
                for i, item in enumerate(listed)
            ])  # fmt: skip
    _replace_passages(connection, number, ids, incoming)
    save_sketch(connection, number, incoming.drafts)


def _replace_passages(connection: Connection, number: int, ids: Sequence[str], incoming: Incoming) -> None:
    """The index owes the going of the old passages and the coming of the new ones."""
    since = _since(connection, number)
    gone = set(connection.execute(select(passages.c.key).where(passages.c.document == number)).scalars())
    owing = select(pending.c.key).where((pending.c.document == number) & pending.c.gone)
    gone |= set(connection.execute(owing).scalars())
    connection.execute(delete(pending).where(pending.c.document == number))
    connection.execute(delete(passages).where(passages.c.document == number))
    rows = [
        {
            "document": number, "id": id_, "ordinal": ordinal, "kind": draft.kind.value, "text": draft.text,
            "since": since.get(id_), "block": draft.block, "row": draft.row, "note": draft.note, "context": list(draft.context),
            "findable": draft.findable, "facets": list(facets), "tokens": pack(streams),
        }
        for ordinal, (id_, draft, streams, facets) in enumerate(
            zip(ids, incoming.drafts, incoming.streams, incoming.facets, strict=True)
        )
    ]  # fmt: skip
    if rows:
        connection.execute(insert(passages), rows)
    query = select(passages.c.key).where((passages.c.document == number) & passages.c.findable)
    come = set(connection.execute(query).scalars())
    owed = [{"key": key, "document": number, "gone": key not in come} for key in sorted(come | gone)]
    if owed:
        connection.execute(insert(pending), owed)


def save_tokens(connection: Connection, made: Sequence[tuple[int, Streams, Sequence[str]]]) -> None:
    """Puts newly made tokens and facets in the place of the old ones: (passage key, tokens, facets)."""
    for key, streams, facets in made:
        here = update(passages).where(passages.c.key == key)
        connection.execute(here.values(tokens=pack(streams), facets=list(facets)))
